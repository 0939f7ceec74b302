"""The surroundings that settle what an ambiguous unit word stands for."""

import re

_REACH = (120, 80)

MONEY = re.compile(
    r"£|\bsterling|\b(?:cost|pay|paid|price|fine[ds]?\b|spen[dt]|profit|revenue|deal|debt|fund|invest|budget"
    r"|salar|wage|earn|s[oe]ll|sold|buy|bought|loan|tax|bonus|bill|worth|donat|grant|money|cash|bank)",
    re.IGNORECASE,
)
POLL = re.compile(
    r"\b(?:poll(?:s|ing|ster)?\b|lead(?:s|ing)?\b|ahead|behind|vot(?:e|ing)|margin|approval|survey"
    r"|swing|electorate|turnout|unemployment|participation|referendum)",
    re.IGNORECASE,
)
INDEX = re.compile(
    r"\b(?:index|indices|shares?|stocks?|dow|nasdaq|ftse|dax|nikkei|s&p|clos(?:e|ing)|trading|market|IQ|sensex|nifty)",
    re.IGNORECASE,
)
TEMPERATURE = re.compile(
    r"temperature|degree|celsius|fahrenheit|°|\b(?:heat|hot|cold|warm|melt|boil|freez|weather"
    r"|high of|low of)",
    re.IGNORECASE,
)
LENGTH = re.compile(
    r"\b(?:long|high|wide|tall|deep|above|below|away|tall(?:er|est)|deeper|higher\s+than|height|length|depth|width"
    r"|distance|altitude|metres?|meters?|feet|river|waves?|wall|tower|statue|bridge|sprint|race|hurdles|freestyle"
    r"|butterfly|swim\w*|flood\w*|snow|tunnel|cliff|dive|swam|ran|swell)\b|\(\d+\s?ft|\d\s?km\b|\dft\b",
    re.IGNORECASE,
)
IS_DIMENSION = re.compile(
    r"\s*(?:long|wide|tall|high|deep|thick|display|screen|tv|touchscreen|tablet|x|by)\b",
    re.IGNORECASE,
)
MEASURING_NOUN = re.compile(
    r"[\s-](?:half|place|time|string|quarter|row|division|grade)", re.IGNORECASE
)
MULTIPLE = re.compile(
    r"\s+(?:as|too\s+[a-z]+|more|less|fewer|higher|lower|larger|greater|bigger|smaller|faster|slower|longer|stronger|heavier|worse"
    r"|better|cheaper|the|its|their|his|her|what|that|normal|average|earnings|sales|book|revenue|profits?"
    r"|\w+er\s+than)\b",
    re.IGNORECASE,
)


def near(pattern: re.Pattern[str], text: str, span: tuple[int, int]) -> bool:
    """Whether a pattern occurs around a stretch of text, in its sentence."""
    floor, ceiling = max(0, span[0] - _REACH[0]), span[1] + _REACH[1]
    start = max(floor, text.rfind(". ", floor, span[0]) + 1)
    stop = text.find(". ", span[1], ceiling)
    return pattern.search(text, start, stop if stop >= 0 else ceiling) is not None
