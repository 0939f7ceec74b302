"""How the words of a text became claims, and why other numbers did not: text for a person."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from claimx.model import Claim, Period, Quantity, Source, Veto

_AROUND = 30


def explain(doc: Doc) -> list[str]:
    """Lines that tell, number by number in text order, what was found and by which rules."""
    steps: list[tuple[int, Iterable[str]]] = [
        (claim.quantity.start, _claim(doc, claim)) for claim in doc._.claims
    ]
    steps += [(veto.start, _veto(doc, veto)) for veto in doc._.vetoes]
    return [line for _, lines in sorted(steps, key=lambda step: step[0]) for line in lines]


def _claim(doc: Doc, claim: Claim) -> Iterator[str]:
    quantity = claim.quantity
    yield f"{_in_context(doc, quantity.start, quantity.end)}"
    yield f"  claim    {_value(quantity)}"
    yield f"  of       {claim.of.text if claim.of else 'the text does not say'}"
    if not claim.sources:
        yield "  sources  none: the text speaks in its own voice"
    for source in claim.sources:
        yield f"  source   {_source(source)}"
    yield f"  date     {_period(claim.date)}"
    yield f"  stance   {claim.stance}"
    sure = claim.confidences
    yield (
        f"  sure     {claim.confidence:.2f}"
        f" (value {sure.value:.2f}, sources {sure.sources:.2f}, date {sure.date:.2f})"
    )
    yield f"  rules    {' > '.join(claim.rules)}"


def _veto(doc: Doc, veto: Veto) -> Iterator[str]:
    yield f"{_in_context(doc, veto.start, veto.end)}"
    yield f"  no claim {veto.rule}"


def _in_context(doc: Doc, start: int, end: int) -> str:
    text = doc.text
    before = " ".join(text[max(start - _AROUND, 0) : start].split("\n")[-1].split())
    after = " ".join(text[end : end + _AROUND].split("\n")[0].split())
    return f"{start}: ...{before} [{text[start:end]}] {after}..."


def _value(quantity: Quantity) -> str:
    low = "" if quantity.low is None else f"{quantity.low:,.10g}"
    high = "" if quantity.high is None else f"{quantity.high:,.10g}"
    bounds = low if low == high else f"{low}..{high}"
    parts = [quantity.comparator, bounds, quantity.unit or ""]
    parts += [f"per {quantity.per}"] if quantity.per else []
    parts += [f"({quantity.change})"] if quantity.change else []
    return " ".join(part for part in parts if part)


def _source(source: Source) -> str:
    parts = [source.name or f"{source.text} (who that is stays open)"]
    if source.name and source.name != source.text:
        parts.append(f'told as "{source.text}"')
    parts += [f'by "{source.cue}"'] if source.cue else []
    parts += ["carried over"] if source.inherited else []
    parts += ["a relay"] if source.role == "relay" else []
    return ", ".join(parts)


def _period(period: Period | None) -> str:
    if period is None:
        return "none"
    days = f"{period.first} to {period.last}" if period.first != period.last else f"{period.first}"
    return f'{days}, from "{period.text}"' if period.text else f"{days}, from the context"
