"""The extents of sources: noun phrases around a head, and joint sources as several."""

from .reading import Extent, Reading

_OUTSIDE = {"relcl", "advcl", "parataxis", "ccomp", "punct", "advmod", "npadvmod", "cc", "conj"}
_NOT_FIRST = {"punct", "cc", "mark", "advmod"}
_LOOSE_END = ("RB", "MD", "VB", "CC", "IN", ",", "TO")


def source_extents(reading: Reading, head: int) -> tuple[Extent, ...]:
    """The extents of a source and of those that "and" joins to it."""
    found = [noun_phrase(reading, head)]
    for kid in reading.kids[head]:
        if reading.deps[kid] == "conj" and reading.tags[kid][:1] in "NPD":
            found += source_extents(reading, kid)
    return tuple(found)


def noun_phrase(reading: Reading, head: int) -> Extent:
    """The tokens of the noun phrase of a head, without what follows a comma."""
    first, end = reading.left(head), head + 1
    for kid in reading.kids[head]:
        if kid < head:
            continue
        if reading.deps[kid] in _OUTSIDE:
            break
        end = reading.right(kid) + 1
    while first < head and (
        reading.deps[first] in _NOT_FIRST or not reading.words[first].strip()
    ):
        first += 1
    return first, end


def trimmed_phrase(reading: Reading, region: Extent) -> Extent | None:
    """The noun phrase that fills a stretch of tokens up to its first comma; None without a noun."""
    first, end = region
    while first < end and reading.tags[first][:2] in ("RB", "CC", ",", "IN"):
        first += 1
    comma = next((i for i in range(first, end) if reading.words[i] in (",", "(")), end)
    end = comma
    while first < end and reading.tags[end - 1].startswith(_LOOSE_END):
        end -= 1
    if not any(reading.tags[place][:1] in "NPDW" for place in range(first, end)):
        return None
    return first, end
