"""Numbers before units of time: "two and a half", "twenty-four", "a couple of", "2 1/2"."""

import re

from claimx.timexes.lexemes import Lexemes


def number_of(lexemes: Lexemes, first: int, end: int) -> float | None:
    """The number that these lexemes say; None where it is vague ("a few")."""
    total = 0.0
    for index in range(first, end):
        value, surface = lexemes.values[index], lexemes.surface(index).lower()
        if value == "X":
            return None
        if surface == "half":
            total += 0.5
        elif surface in {"a", "an"}:
            total += first == end - 1
        elif re.fullmatch(r"\d/\d+", surface):
            above, below = surface.split("/")
            total += int(above) / int(below) if int(below) else 0
        elif value in {"100", "1000"} and surface.isalpha():
            total = max(total, 1) * int(value)
        elif re.fullmatch(r"[\d,]+(?:\.\d+)?", value):
            total += float(value.replace(",", ""))
    return total
