"""Rules for sets and vague references: "every Thursday", "daily", "now", "recently", "the past"."""

from claimx.timexes.durations import duration_value
from claimx.timexes.grammar import Match, Rule
from claimx.timexes.reading import Context, Reader, Reading


def reference_rules() -> tuple[Rule[Reader], ...]:
    """The rules, the more telling first."""
    return (
        Rule("each-weekday", "EACH WEEKDAY:weekday DAYPART:part?", _each_weekday),
        Rule("each-weekday", "WEEKDAYS:weekday", _each_weekday),
        Rule("each-month", "EACH MONTH:month", _each_month),
        Rule("each-unit", "EACH UNIT:unit", _each_unit),
        Rule("frequency", "FREQUENCY:frequency", _frequency),
        Rule("reference", "REF:reference | NOW:reference2 (?! AND WORD )", _reference),
        Rule("current", "CURRENT", _current),
        Rule("the-past", "(?<=IN) THE PAST", _past),
    )


def _each_weekday(match: Match, context: Context) -> Reading | None:  # noqa: ARG001  every rule takes both
    part = f"T{match.value('part')}" if match.has("part") else ""
    return Reading("SET", f"XXXX-WXX-{match.value('weekday')}{part}")


def _each_month(match: Match, context: Context) -> Reading | None:  # noqa: ARG001
    return Reading("SET", f"XXXX-{match.value('month')}")


def _each_unit(match: Match, context: Context) -> Reading | None:  # noqa: ARG001
    return Reading("SET", duration_value(1, match.value("unit")))


def _frequency(match: Match, context: Context) -> Reading | None:  # noqa: ARG001
    return Reading("SET", match.value("frequency"))


def _reference(match: Match, context: Context) -> Reading | None:
    """Publication's day for "now"; none for "soon after", which refers to something else."""
    value = match.value("reference", match.value("reference2"))
    if value == "FUTURE_REF" and match.lexemes.after(match.end) in context.cues["after-soon"]:
        return None
    today = context.published if value == "PRESENT_REF" else None
    return Reading("DATE", value, span=(today, today) if today else None)


def _current(match: Match, context: Context) -> Reading | None:  # noqa: ARG001
    today = context.published
    return Reading("DATE", "PRESENT_REF", span=(today, today) if today else None)


def _past(match: Match, context: Context) -> Reading | None:
    """The past, unless the phrase goes on: "in the past three decades"."""
    following = context.tenses.token(match.last_offset + 2).tag_
    if following[:2] in {"NN", "JJ", "CD"}:
        return None
    return Reading("DATE", "PAST_REF")
