"""Stretches of text whose numbers are no quantities: dates, clock times, phone numbers, URLs.

One verbose pattern per rule; the name of the rule is what a veto tells.
"""

import re

_MONTH = (
    r"(?:(?i:jan(?:uary)?|feb(?:ruary)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)|Mar(?:ch)?|May|MARCH|MAY|(?<=on\ )may"
    r"|(?<=on\ )march)\b(?:\s?\.)?"
)
_DAY = r"\d{1,2}(?:\s?(?:st|nd|rd|th))?"
_YEAR = r"(?:1[0-9]|20)\d\d"
_TO = r"\s*(?:[-–—/&,]|to|and|or|through|until)\s*"
_HOUR = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_ZONE = r"(?:GMT|UTC|BST|CET|EST|EDT|ET|PT|IST)"
_AMOUNT = r"(?:percent|per\ cent|million|billion|thousand|hundred|people|men|women|children)\b"
# "In March 30 people died", "In May 12% left": the number is not the day.
_IS_DAY = (
    rf"(?![\d:]|[,.]\d|\s*(?:%|{_AMOUNT}|[a-z]+\s+(?:people|men|women)\b"
    r"|[a-z]+s\s+(?:were|was|had|have|died)\b))"
)
_YEAR_WORDS = ("in", "since", "until", "during", "by", "circa", "of", "from", "before", "after")
_SINCE = "".join(rf"|(?<=\b{word}\ )" for word in (*_YEAR_WORDS, "early", "late"))
_GOES_ON = (
    r"(?:to|and|in|at|as|for|by|when|after|with|on|from|because|the|was|were|is|a|but|while|if"
    r"|that)"
)
_ORDINALS = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
_PARTS = (
    r"(?:first|second|1st|2nd|third|fourth|latter|other|better|opening|closing|either|this|next)"
)

_RULES = {
    "url": r"""
        https?://\S+ | www\.\S+ | (?<![\w.+-])[\w.+-]+@[\w-]+\.\w{2,}
        | (?<![\w-])[\w-]+\.(?:com|org|net|gov|edu|io|co\.uk)\b\S*
        | (?<!\w)[\#@]\w+
    """,
    "date": rf"""
        \b\d{{4}}-\d{{2}}-\d{{2}}(?:T[\d:.]+Z?)?\b
        | (?<![\d/])\d{{1,2}}/\d{{1,2}}/\d{{2,4}}(?![\d/])
        | (?<![\d.])\d{{1,2}}\.\d{{1,2}}\.(?:19|20)\d\d\b
        | \b(?:19|20)\d\d/\d\d?\b
        | \b(?:{_DAY}{_TO})?{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR}(?!\d|,\d))?
        | (?<!\w){_MONTH},?\s+(?:the\s+)?{_DAY}{_IS_DAY}
          (?:{_TO}(?:{_MONTH}\s+)?{_DAY}{_IS_DAY})?(?:,?\s+{_YEAR}(?!\d|,\d))?
        | (?<!\w){_MONTH},?\s+{_YEAR}(?!\d|,\d)
    """,
    "decade": r"""
        \b(?:1\d|20)\d0['’]?s\b
        | \b(?:(?:mid|early|late)[\s-]
            | in\s+(?:his|her|their|the|my|our)\s+(?:mid-?|early|late)?\s?)
          ['’]?\d0s\b
        | ['’]\d0s?\b(?!\d)
    """,
    "years": r"""
        \b(?:19|20)\d\d\s?[-–—/]\s?(?:(?:19|20)\d\d|\d\d)\b(?![%,]|\.\d|-\d)
    """,
    "year": rf"""
        (?i: (?<=\bmid-) {_SINCE} )
        (?:19|20)\d\d (?= \s*[.,;:)?!\n] | \s*$ | \s+{_GOES_ON}\b )
        (?! ,\d | \.\d | \s+to\s+\$?[\d,]{{5,}} )
        | (?:19|20)\d\d (?= \s+levels?\b )
    """,
    "era": r"\b\d{1,4}\s?(?:BCE?|AD|CE)\b | \bAD\s?\d{1,4}\b",
    "clock-time": rf"""
        \b\d{{1,2}}(?:[:.]\d{{2}})?(?::\d{{2}})?\s?
          (?: (?:a|p)\.\s?m\b\.? | (?:am|AM|PM|pm)\b(?!\s+(?:is|wide|long|=)) )
        | \b\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:\s?{_ZONE})?\b
        | \b\d{{1,2}}(?:[.:]?\d{{2}})?\s?{_ZONE}\b
        | \b\d{{4}}\s?(?:hours|hrs)\s(?:local|GMT|on)
        | \b{_HOUR}\s?(?:o[’']\ ?clock|[ap]\.m\b\.?|[ap]m\b)
        | (?i: \b(?:half|quarter)\s+(?:past|to)\s+{_HOUR}\b )
    """,
    "phone-number": r"""
        \+\d[\d\s().-]{7,}\d | \(\d{3}\)\s?\d{3}-\d{4} | \b\d{3}[-.]\d{3}[-.]\d{4}\b
        | \b\d-\d{3}-\d{3}-\d{4}\b | \b0\d{2,4}\s\d{3,4}\s\d{3,4}\b
    """,
    "version": r"\b\d+\.\d+\.\d+(?:\.\d+)*\b(?!,)",
    "ranking": r"""(?i:
        \b(?:top|bottom|last)[\s-]\w+\b
        (?= \s*(?:[.,;)]|$|\b(?:during|in|of|at|after|on|with|and|spots?|places?|positions?)\b) )
    )""",
    "idiom": r"""
        (?i: \bhigh[\s-]five[sd]?\b | \btake\s+five\b | \bcloud\s+nine\b | \b(?:day|square)\s+one\b
             | \bat\s+one\s+(?:point|time|stage)\b | \b(?:for|to)\s+(?:naught|nought)\b
             | \bin\s+half\b(?!\s+(?:a|the|of)\b) )
        | \#\s?\d+ | \b4x4\b
    """,
    "ordinal": rf"""
        \b\d[\d,]{{0,11}}(?:st|nd|rd|th)\b
        | \b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-{_ORDINALS}\b(?!s)(?!\s+of\b)
    """,
    "list-number": r"(?m: ^[ \t]*(?:\d{1,2}[.)]|\(\d{1,2}\))[ \t]+(?=\S) )",
    "page-furniture": r"""
        (?i: \b(?:photo|image|slide|page|step|part|episode|video|gallery|picture)\s+\d+\s+of\s+\d+\b
             | \b\d+[\s-]min(?:ute)?s?\s+read\b )
        | (?m: ^\s*\d+\s+(?:of|/)\s+\d+\s*$ )
        | (?im: ^\s*(?:\d+\s+(?:comments?|shares?|likes?)|(?:comments?|shares?|likes?)\s+\d+)\s*$ )
    """,
    "half-of-time": rf"""(?i:
        \b(?:first|last|past|next|previous|following)\s+(?:two|three)\s+quarters\b
        | \b(?:{_PARTS}|each|both|top|bottom|final)[\s-]+(?:half|halves|third|quarter|quarters)\b
        | \bhalf[\s-]*(?:time|way|brother|sister|mast|hearted|past|year|back|marathon|finals?|term
            |life|century|centuries)\b
        | \bhalf-(?!million|billion|trillion|thousand|hundred|dozen|point|percent|per|mile|met|kilo
            |inch|hour|minute|second|day|cent|acre|pound|ton|lit|pint|degree|share)[a-z]+
    )""",
    "denominator": r"(?i: (?<=\bfor\ every\ )[\d,]{2,9} )",
    "zero-in": r"""(?i:
        \bzero(?:es|ed|ing)?\s+in\b | \bground\s+zero\b | \bzero[\s-](?:sum|tolerance|hour|day)\b
    )""",
    "pronoun-one": r"""(?i:
        \b(?:no|any|every|some|this|that|the|which|another)[\s-]one\b(?!\s+(?:in|out)\s)
        | \bone\s+another\b | \bone\s+by\s+one\b
        | \bone[\s-](?:time|off|sided|way|on-one|stop|size|of-a-kind|party)\b
    )""",
    "one-of": r"(?i: \b(?:one|1)\s+of\b(?!\s+every) )",
}
PATTERNS = {rule: re.compile(pattern, re.VERBOSE) for rule, pattern in _RULES.items()}
