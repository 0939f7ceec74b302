"""Frames around well-known events: "since the invasion began", "in the first year of the war"."""

from datetime import date

from claimx.lexicon.time_words import Event
from claimx.timexes.frame import DAY, Frame, FrameContext, own_days
from claimx.timexes.grammar import Match, Rule
from claimx.timexes.numbers import number_of
from claimx.timexes.values import Span, shift

_EVENT = """(?: THE | ITS | WORD | POSSESSIVE | DASH | FULL ){0,5} EVENT:event
    (?: BEGAN:began | [OF IN] WORD | POSSESSIVE )?"""


def event_frames() -> tuple[Rule[Frame], ...]:
    """The rules, the more telling first."""
    return (
        Rule(
            "since-event",
            f"SINCE (?: THE? EDGE:edge OF )? {_EVENT} (?: [IN ON] TIMEX:time )?",
            _since_event,
        ),
        Rule(
            "part-of-event",
            f"IN? [THE ITS]? ORDINAL:ordinal (?: COUNT:count )? UNIT:unit OF {_EVENT}",
            _part_of_event,
        ),
        Rule("during-event", f"[IN OVER THROUGH THROUGHOUT DURING]:lead {_EVENT}", _during_event),
    )


def _since_event(match: Match, context: FrameContext) -> Span | None:
    """The time since an event; a time told with it is right ("since the war began in 2014")."""
    event = context.event(match.surface("event"))
    told = own_days(context.timex(match, "time")) if match.has("time") else None
    if context.published is None or (event is None and told is None):
        return None
    if event and (told is None or told[0] <= event.first <= told[1]):
        return _since_day(match, event), context.published
    return (told[0], context.published) if told else None


def _since_day(match: Match, event: Event) -> date:
    """The day from which "since" counts: "since World War II" from its end."""
    ended = event.since == "last" and not match.has("began") and match.value("edge") != "START"
    return event.last if ended and event.last else event.first


def _during_event(match: Match, context: FrameContext) -> Span | None:
    """The time of an event: "in the war", "during World War II"; not "a shift in fighting"."""
    wording = match.surface("event")
    bare = match.at("event") - match.at("lead") == 1
    if bare and (
        wording.islower() or (match.surface("lead").lower() == "in" and " " not in wording)
    ):
        return None
    event = context.event(wording)
    last = event.last or context.published if event else None
    return (event.first, last) if event and last else None


def _part_of_event(match: Match, context: FrameContext) -> Span | None:
    event = context.event(match.surface("event"))
    if event is None or match.value("ordinal") != "1":
        return None
    count = number_of(match.lexemes, *match.groups.span("count")) if match.has("count") else 1
    end = shift(event.first, int(count or 0), match.value("unit"))
    return (event.first, end - DAY) if end and end > event.first else None
