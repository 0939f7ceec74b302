"""Sets of words as they are read: in one string."""


def words(spelled: str) -> frozenset[str]:
    """The words of a string: "a an the" -> {"a", "an", "the"}."""
    return frozenset(spelled.split())
