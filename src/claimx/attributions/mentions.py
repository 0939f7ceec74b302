"""The extents of sources: noun phrases around a head, and joint sources as several."""

from .reading import Extent, Reading

_OUTSIDE = {"relcl", "advcl", "acl:relcl", "parataxis", "ccomp", "punct", "advmod", "npadvmod"}


def noun_phrase(reading: Reading, head: int) -> Extent:
    """The tokens of the noun phrase of a head, without what follows a comma."""
    first, end = reading.left(head), head + 1
    for kid in reading.kids[head]:
        if kid < head:
            continue
        if reading.deps[kid] in _OUTSIDE or reading.deps[kid] in ("cc", "conj"):
            break
        end = reading.right(kid) + 1
    while first < head and reading.deps[first] in ("punct", "cc", "mark"):
        first += 1
    return first, end


def joint_sources(reading: Reading, head: int) -> list[tuple[int, Extent]]:
    """The heads and extents of a source and of those that are joined to it by "and"."""
    found = [(head, noun_phrase(reading, head))]
    for kid in reading.kids[head]:
        if reading.deps[kid] == "conj":
            found += joint_sources(reading, kid)
    return found
