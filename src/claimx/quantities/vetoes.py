"""Stretches of text whose numbers are no quantities: dates, clock times, phone numbers, URLs."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from claimx.model import Veto
from claimx.quantities.number_grammar import Numeral
from claimx.quantities.wordsets import words

_MONTH = (
    r"(?:(?i:jan(?:uary)?|feb(?:ruary)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)|Mar(?:ch)?|May|MARCH|MAY|(?<=on )may|(?<=on )march)\b(?:\s?\.)?"
)
_DAY = r"\d{1,2}(?:\s?(?:st|nd|rd|th))?"
_YEAR = r"(?:1[0-9]|20)\d\d"
_NO_COUNT = (
    r"(?![\d:]|[,.]\d|\s*(?:%|percent\b|per cent\b|million\b|billion\b|thousand\b|hundred\b|people\b|"
    r"men\b|women\b|children\b|[a-z]+\s+(?:people|men|women)\b|[a-z]+s\s+(?:were|was|had|have|died)\b))"
)
_TO = r"\s*(?:[-–—/&,]|to|and|or|through|until)\s*"

_RULES = {
    "url": r"https?://\S+|www\.\S+|\S+@\S+\.\w{2,}|\b[\w-]+\.(?:com|org|net|gov|edu|io|co\.uk)\b\S*|(?<!\w)[#@]\w+",
    "date": (
        rf"\b\d{{4}}-\d{{2}}-\d{{2}}(?:T[\d:.]+Z?)?\b|(?<![\d/])\d{{1,2}}/\d{{1,2}}/\d{{2,4}}(?![\d/])"
        rf"|(?<![\d.])\d{{1,2}}\.\d{{1,2}}\.(?:19|20)\d\d\b|\b(?:19|20)\d\d/\d\d?\b"
        rf"|\b(?:{_DAY}{_TO})?{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR}(?!\d|,\d))?"
        rf"|(?<!\w){_MONTH},?\s+(?:the\s+)?{_DAY}{_NO_COUNT}(?:{_TO}(?:{_MONTH}\s+)?{_DAY}{_NO_COUNT})?(?:,?\s+{_YEAR}(?!\d|,\d))?"
        rf"|(?<!\w){_MONTH},?\s+{_YEAR}(?!\d|,\d)"
    ),
    "decade": r"\b(?:1\d|20)\d0['’]?s\b|\b(?:(?:mid|early|late)[\s-]|in\s+(?:his|her|their|the|my|our)\s+(?:mid-?|early|late)?\s?)['’]?\d0s\b|['’]\d0s?\b(?!\d)",
    "years": rf"\b(?:19|20)\d\d\s?[-–—/]\s?(?:(?:19|20)\d\d|\d\d)\b(?![%,]|\.\d|-\d)",
    "year": (
        r"(?i:(?<=\bin )|(?<=\bsince )|(?<=\buntil )|(?<=\bduring )|(?<=\bby )|(?<=\bcirca )|(?<=\bof )|(?<=\bfrom )|(?<=\bbefore )|(?<=\bafter )|(?<=\bearly )|(?<=\blate )|(?<=\bmid-))"
        r"(?:19|20)\d\d(?=\s*[.,;:)?!\n]|\s*$|\s+(?:to|and|in|at|as|for|by|when|after|with|on|from|because|the|was|were|is|a|but|while|if|that)\b)(?!,\d|\.\d|\s+to\s+\$?[\d,]{5,})"
    ),
    "era": r"\b\d{1,4}\s?(?:BCE?|AD|CE)\b|\bAD\s?\d{1,4}\b",
    "clock-time": (
        r"\b\d{1,2}(?:[:.]\d{2})?(?::\d{2})?\s?(?:(?:a|p)\.\s?m\b\.?|(?:am|AM|PM|pm)\b(?!\s+(?:is|wide|long|=)))"
        r"|\b\d{1,2}:\d{2}(?::\d{2})?(?:\s?(?:GMT|UTC|BST|CET|EST|EDT|ET|PT|IST))?\b"
        r"|\b\d{1,2}(?:[.:]?\d{2})?\s?(?:GMT|UTC|BST|EST|EDT|CET)\b|\b\d{4}\s?(?:hours|hrs)\s(?:local|GMT|on)"
        r"|\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s?(?:o[’'] ?clock|[ap]\.m\b\.?|[ap]m\b)"
        r"|(?i:\b(?:half|quarter)\s+(?:past|to)\s+(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)"
    ),
    "phone-number": r"\+\d[\d\s().-]{7,}\d|\(\d{3}\)\s?\d{3}-\d{4}|\b\d{3}[-.]\d{3}[-.]\d{4}\b|\b\d-\d{3}-\d{3}-\d{4}\b|\b0\d{2,4}\s\d{3,4}\s\d{3,4}\b",
    "version": r"\b\d+\.\d+\.\d+(?:\.\d+)*\b(?!,)",
    "ranking": r"(?i:\b(?:top|bottom|last)\s+(?:\w+)\b(?=\s*(?:[.,;)]|$|\b(?:during|in|of|at|after|on|with|and|spots?|places?|positions?)\b)))",
    "idiom": r"(?i:\bhigh[\s-]five[sd]?\b|\btake\s+five\b|\bcloud\s+nine\b|\bday\s+one\b|\b(?:for|to)\s+(?:naught|nought)\b|\bin\s+half\b(?!\s+(?:a|the|of)\b)|\bsquare\s+one\b)|#\s?\d+|\b(?:9/11|24/7|7/7|50/50|20/20|4x4)\b(?!\.\d|,\d|\s?(?:%|people|km))",
    "ordinal": r"\b\d[\d,]*(?:st|nd|rd|th)\b|\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b(?!s)(?!\s+of\b)",
    "list-number": r"(?m:^[ \t]*(?:\d{1,2}[.)]|\(\d{1,2}\))[ \t]+(?=\S))",
    "page-furniture": (
        r"(?i:\b(?:photo|image|slide|page|step|part|episode|video|gallery|picture)\s+\d+\s+of\s+\d+\b|\b\d+[\s-]min(?:ute)?s?\s+read\b)"
        r"|(?m:^\s*\d+\s+(?:of|/)\s+\d+\s*$)|(?im:^\s*(?:\d+\s+(?:comments?|shares?|likes?)|(?:comments?|shares?|likes?)\s+\d+)\s*$)"
    ),
    "half-of-time": (
        r"(?i:\b(?:first|last|past|next|previous|following)\s+(?:two|three)\s+quarters\b)|"
        r"(?i:\b(?:first|second|1st|2nd|third|fourth|latter|other|better|opening|closing|either|this|next|each|both|top|bottom|final)[\s-]+(?:half|halves|third|quarter|quarters)\b"
        r"|\bhalf[\s-]*(?:time|way|brother|sister|mast|hearted|past|year|back|marathon|finals?|term|life|century|centuries)\b)"
    ),
    "zero-in": r"(?i:\bzero(?:es|ed|ing)?\s+in\b|\bground\s+zero\b|\bzero[\s-](?:sum|tolerance|hour|day)\b)",
    "pronoun-one": r"(?i:\b(?:no|any|every|some|this|that|the|which|another)[\s-]one\b(?!\s+(?:in|out)\s)|\bone\s+another\b|\bone[\s-](?:time|off|sided|way|on-one|stop|size|of-a-kind|party)\b|\bone\s+by\s+one\b)",
    "one-of": r"(?i:\b(?:one|1)\s+of\b(?!\s+every))",
}
_VETO = {rule: re.compile(pattern) for rule, pattern in _RULES.items()}
_OF_ONE = ("pronoun-one", "one-of")
_REACH = 40
_WORDS_BEFORE_HYPHEN = words(
    "to sub minus or and over under plus about a an at by up down than almost nearly around some mid now then"
)
_LETTERS = re.compile(r"(?P<word>[^\W\d_]+)(?P<hyphen>[-\u2010\u2011])$")


class Vetoes:
    """The vetoed stretches around the numbers of one text."""

    def __init__(self, text: str, numerals: Sequence[Numeral]) -> None:
        self._text = text
        windows = _windows(text, numerals)
        self._spans = sorted(
            (match.start(), match.end(), rule)
            for rule, pattern in _VETO.items()
            for start, end in windows
            for match in pattern.finditer(text, start, end)
        )
        furthest = accumulate((end for _, end, _ in self._spans), max)
        self._ends = list(furthest)

    def of(self, numeral: Numeral) -> Veto | None:
        """The veto of a numeral, with the stretch that it stands in."""
        at = bisect_right(self._ends, numeral.start)
        for start, end, rule in self._spans[at:]:
            if start >= numeral.end:
                break
            if end > numeral.start and (rule not in _OF_ONE or numeral.value <= 1):
                return Veto(text=self._text[start:end], start=start, end=end, rule=rule)
        return None


def _windows(text: str, numerals: Sequence[Numeral]) -> list[tuple[int, int]]:
    """The stretches in which a veto of a number can stand, apart from one another."""
    windows: list[tuple[int, int]] = []
    for numeral in numerals:
        near = max(0, numeral.start - _REACH)
        start = text.rfind(" ", 0, near) + 1  # a URL is one word, however long
        end = numeral.end + _REACH
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    return windows


def is_glued(text: str, start: int, end: int) -> bool:
    """Whether letters or signs around a number make it part of an identifier ("COP26", "TA-35")."""
    before = text[start - 1 : start]
    if before.isalpha() or before in ("_", "#"):
        return True
    if before in ("/", ".", ":") and text[start - 2 : start - 1].isdigit():
        return True
    after = text[end : end + 1]
    if after == "_" or (after.isalpha() and text[start:end][-1:].isdigit()):
        return True
    if after in ("/", ":") and text[end + 1 : end + 2].isdigit():
        return True
    hyphened = _LETTERS.search(text, max(0, start - 20), start)
    if hyphened is None:
        return False
    return hyphened["word"].lower() not in _WORDS_BEFORE_HYPHEN and text[start:end][0].isdigit()
