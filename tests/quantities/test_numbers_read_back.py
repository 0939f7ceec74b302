"""A number that the grammar can build, written in words and in digits, is read back."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.lexicon import load_lexicon
from claimx.lexicon.quantity_words import Currency, Unit
from claimx.quantities.reader import TextReader
from claimx.quantities.readings import Reading
from claimx.quantities.units import UnitReader

_LEXICON = load_lexicon()
_READER = TextReader(_LEXICON, UnitReader(_LEXICON.of(Unit), _LEXICON.of(Currency)))
_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))
_SCALE_WORDS = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}
_UNITS = {
    "km": "kilometre",
    " kilometres": "kilometre",
    "%": "percentage",
    " per cent": "percentage",
}
_BOUNDS = {"more than": ">", "at least": ">=", "fewer than": "<", "up to": "<=", "about": "~"}
_PREFIXES = {
    "$": "dollar",
    "€": "euro",
    "£": "pound sterling",
    "A$": "australian dollar",
    "RM": "malaysian ringgit",
}


def _spelled(number: int, conjunction: str) -> str:
    if number < 20:
        return _SMALL[number]
    if number < 100:
        tens, digit = divmod(number, 10)
        return _TENS[tens - 2] + (f"-{_SMALL[digit]}" if digit else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return f"{_SMALL[hundreds]} hundred" + (
            conjunction + _spelled(rest, conjunction) if rest else ""
        )
    size, scale = next(pair for pair in _SCALES if number >= pair[0])
    above, rest = divmod(number, size)
    spelled = f"{_spelled(above, conjunction)} {scale}"
    return f"{spelled} {_spelled(rest, conjunction)}" if rest else spelled


def _read(text: str) -> Reading:
    readings, vetoes = _READER.read(text)
    assert not vetoes, vetoes
    assert len(readings) == 1, readings
    return readings[0]


numbers = st.integers(min_value=2, max_value=10**15 - 1)
decimals = st.decimals(min_value="0.1", max_value="999", places=1).map(str)


@given(number=numbers, conjunction=st.sampled_from((" and ", " ")))
def test_words(number: int, conjunction: str) -> None:
    spelled = _spelled(number, conjunction)
    reading = _read(f"It has {spelled} of them.")
    assert reading.low == reading.high == number


@given(number=numbers, group=st.sampled_from((",", "")))
def test_digits(number: int, group: str) -> None:
    written = f"{number:,}".replace(",", group)
    reading = _read(f"They made {written} of them.")
    assert reading.low == reading.high == number


@given(mantissa=decimals, scale=st.sampled_from(sorted(_SCALE_WORDS)))
def test_scales(mantissa: str, scale: str) -> None:
    gap = "" if scale == "bn" else " "
    reading = _read(f"It holds {mantissa}{gap}{scale} of them.")
    assert reading.low == pytest.approx(float(mantissa) * _SCALE_WORDS[scale])


@given(above=st.integers(1, 9), below=st.sampled_from(("third", "fifth", "eighth", "tenth")))
def test_fractions(above: int, below: str) -> None:
    spelled = f"{_SMALL[above]}-{below}{'s' if above > 1 else ''}"
    size = {"third": 3, "fifth": 5, "eighth": 8, "tenth": 10}[below]
    assert _read(f"It lost {spelled} of them.").low == pytest.approx(float(Fraction(above, size)))


@given(
    mantissa=decimals, unit=st.sampled_from(sorted(_UNITS)), bound=st.sampled_from(sorted(_BOUNDS))
)
def test_bounds_and_units(mantissa: str, unit: str, bound: str) -> None:
    text = f"They have {bound} {mantissa}{unit} of it."
    reading = _read(text)
    assert reading.unit is not None
    assert reading.unit.name == _UNITS[unit]
    assert reading.comparator == _BOUNDS[bound]
    assert text[reading.start : reading.end] == f"{bound} {mantissa}{unit}"
    known = {reading.low, reading.high} - {None}
    assert known == {float(mantissa)}


@given(
    prefix=st.sampled_from(sorted(_PREFIXES)), mantissa=decimals, scale=st.sampled_from(("m", "bn"))
)
def test_sums(prefix: str, mantissa: str, scale: str) -> None:
    written = f"{prefix}{mantissa}{scale}"
    text = f"They paid {written} for it."
    reading = _read(text)
    assert text[reading.start : reading.end] == written
    assert reading.unit is not None
    assert reading.unit.name == _PREFIXES[prefix]
    assert reading.low == pytest.approx(float(mantissa) * {"m": 1e6, "bn": 1e9}[scale])


@given(
    low=st.integers(2, 400),
    step=st.integers(1, 400),
    form=st.sampled_from(
        ("{} to {} km", "{}-{} km", "between {} and {} km", "from {} to {} km", "{} km to {} km")
    ),
    spoken=st.booleans(),
)
def test_ranges(low: int, step: int, form: str, *, spoken: bool) -> None:
    ends = (low, low + step)
    written = [_spelled(end, " and ") if spoken and "-" not in form else str(end) for end in ends]
    text = f"It is {form.format(*written)} off."
    reading = _read(text)
    assert (reading.low, reading.high, reading.comparator) == (*map(float, ends), "range")
    assert text[reading.start : reading.end] == form.format(*written)
