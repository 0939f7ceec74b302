"""Numbers written in digits: every English notation, and what it is worth."""

import re
from fractions import Fraction

_SPACES = " \u00a0\u2009\u202f"
_GLYPHS = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5,
    "⅘": 4 / 5, "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip
_GLYPH = f"[{''.join(_GLYPHS)}]"
_SLASH = r"\d{1,4}\s?[/⁄]\s?\d{1,4}(?![\d/⁄])"

# The order matters: the first alternative that fits is taken.
PATTERN = "|".join(
    (
        rf"\d{{1,3}}\s+{_SLASH}",  # 3 1/2
        rf"(?:\d+\s?)?{_GLYPH}",  # 2½
        _SLASH,  # 1/16
        r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)",  # 45,756
        r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?(?!\d)",  # 1,00,000
        rf"\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?![\d,])",  # 40 000
        r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?(?!\d)",  # 1.234.567
        r"\d+,\d{1,2}(?![\d,])",  # 1,3
        r"\d+(?:\.\d+)?",
        r"\.\d+",
    )
)
_POWER = (
    r"(?:\s?[x×*]\s?10\^?(?P<ten>[-−–+]?\d+)|[eE](?P<e>[+-]?\d+)(?![\w])|\^(?P<power>[-+]*\d+))"
)
_READ = re.compile(rf"(?P<number>{PATTERN})(?:{_POWER})?")
POWER = re.compile(_POWER)
_COMMON_DENOMINATORS = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 32, 64, 100, 128, 1000))


def read_digits(text: str) -> float | None:
    """What a number in digits is worth, None for a slash that is no fraction ("11/12").

    "45,756" -> 45756, "3 1/2" -> 3.5, "1.3x10^6" -> 1300000
    """
    match = _READ.fullmatch(text)
    if match is None:
        return None
    value = _plain(match["number"])
    if value is None:
        return None
    exponent = match["ten"] or match["e"]
    if exponent:
        return _limited(value, 10.0, int(exponent.replace("−", "-").replace("–", "-")))
    if match["power"]:
        signs, digits = re.fullmatch(r"([-+]*)(\d+)", match["power"]).groups()  # type: ignore[union-attr]
        return _power(value, -int(digits) if signs.count("-") % 2 else int(digits))
    return value


def _limited(value: float, base: float, exponent: int) -> float | None:
    return value * base**exponent if abs(exponent) <= 300 else None


def _power(base: float, exponent: int) -> float | None:
    try:
        return base**exponent if abs(exponent) <= 300 else None
    except (OverflowError, ZeroDivisionError):
        return None


def _plain(text: str) -> float | None:
    if text[-1] in _GLYPHS:
        whole = text[:-1].strip()
        return (float(whole) if whole else 0.0) + _GLYPHS[text[-1]]
    if "/" in text or "⁄" in text:
        return _fraction(text)
    bare = re.sub(f"[{_SPACES}]", "", text)
    if bare.count(".") > 1:
        bare = bare.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d+,\d{1,2}", bare):
        bare = bare.replace(",", ".")
    return float(bare.replace(",", ""))


def _fraction(text: str) -> float | None:
    *whole, below = re.findall(r"\d+", text)
    above = int(whole.pop())
    if int(below) not in _COMMON_DENOMINATORS or above >= int(below):
        return None
    return float(Fraction(above, int(below))) + (float(whole[0]) if whole else 0.0)
