"""What a quantity measures where the quantity before it has told: comparisons, lists, pronouns."""

import re
from itertools import pairwise

from claimx.model import Mention, Quantity

from .noun_phrases import first_noun
from .place import Place

_OF_THESE = re.compile(r"\s+of\s+(?:(?P<one>that|this|it)|them|these|whom|which)\b", re.IGNORECASE)
_OF_THE_WHOLE = re.compile(
    r"(?:^|[,;.]\s+|\b(?:and|but)\s+)of\s+(?:the|those|these|its|their|all)\s+(?:\d[\d,]*\s+)?"
    r"(?P<whole>\w[^.,;:]{1,40}),\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_ACROSS = re.compile(r"\b(?:in|across|at|among|over)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_SAME_AGAIN = re.compile(r"\s*(?:[(\[]\s*(?:(?:up|down)\s+)?|,?\s+or\s+|/)", re.IGNORECASE)
_LISTED = re.compile(r"[^.;:]{,25}(?:,|\band|\bincluding)\s+")
_COMPARED_WITH = re.compile(
    r"(?:\b(?:up|down)\s+from|\bfrom|\bcompared\s+(?:with|to)|\bagainst|\bversus|\bthan"
    r"|\bafter\s+\w+ing|,\s+or"
    r"|\ban?\s+(?:increase|rise|gain|jump|drop|fall|decline|decrease|cut)\s+of)"
    r"\s+(?:the\s+|a\s+|an\s+|only\s+|just\s+|about\s+)?$",
    re.IGNORECASE,
)
_NEAR = 60
_REMEMBERED = 4


def of_these(place: Place) -> Mention | None:
    """What the whole counts: "of the dead, 31 were", "one in five of them", "half of that"."""
    whole = _OF_THE_WHOLE.search(place.lead)
    if whole is not None and place.quantity.currency is None:
        start = place.sentence.start + whole.start("whole")
        noun = first_noun(place.reading.token_at(start))
        end = place.sentence.start + whole.end("whole")
        return place.phrase(noun, start=start) if noun else place.mention(start, end)
    match = _OF_THESE.match(place.reading.text, place.quantity.end)
    if match is None:
        return None
    if (noun := place.reading.token_at(match.end() + 1)).tag_ == "NNS":
        return place.phrase(noun)  # "three have died, two of them children"
    one_thing = match["one"] is not None
    told = (
        of
        for one, of in reversed(place.earlier[-_REMEMBERED:])
        if of and (one_thing or (one.unit is None and not is_share(one)))
    )
    return next(told, None)


def conversion(place: Place) -> Mention | None:
    """What the measure before measures: "500 miles (800 km)", "24% (down 3)"."""
    if not place.earlier or place.quantity.unit is None:
        return None
    last, of = place.earlier[-1]
    between = place.reading.text[last.end : place.quantity.start]
    return of if _SAME_AGAIN.fullmatch(between) else None


def as_before(place: Place) -> Mention | None:
    """The same thing as before: "420, up from 338 in March", "killing 3 people and injuring 57"."""
    quantity = place.quantity
    if not place.earlier or quantity.counted is not None:
        return None
    last, of = place.earlier[-1]
    if last.start < place.sentence.start or last.unit != quantity.unit:
        return None
    between = place.reading.text[last.end : quantity.start]
    if _COMPARED_WITH.search(between):
        return _not_where(place, of)
    if quantity.unit is not None or is_share(quantity):
        return None
    token = place.following
    if token is None or token.is_punct or token.is_space:
        return of if len(between) < _NEAR else None
    return of if token.lower_ == "in" and _LISTED.fullmatch(between) else None


def _not_where(place: Place, of: Mention | None) -> Mention | None:
    """What the first of two counts counts: "16 cases in 43 states, up from 12", no states."""
    for (last, _), (first, first_of) in pairwise(reversed(place.earlier)):
        between = place.reading.text[first.end : last.start]
        near = first.start >= place.sentence.start and len(between) < _NEAR
        if not near or first.unit != place.quantity.unit or not _ACROSS.search(between):
            break
        of = first_of
    return of


def is_share(quantity: Quantity) -> bool:
    """Whether a bare number is a fraction of something ("a third", "four in five")."""
    return all(side is None or 0 < side < 1 for side in (quantity.low, quantity.high))
