"""Datelines: where a wire story was written, when and by whom, before its first words.

"FRANKFURT, June 3 (Newswire) - Prices rose" is no sentence, and the place is not what rose.
"""

import re

_MONTH = r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_REGION = rf"(?!{_MONTH})[A-ZÀ-Þ][\w.'’-]{{1,20}}"
# A place in capitals does without an agency; one in small letters ("Paris - the city of light")
# needs it. One letter is no place ("A MAN - tall and armed").
DATELINE = re.compile(
    rf"""^(?:
        [A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[ ][A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){{0,3}}
        (?:[ ]?[,/][ ]?{_REGION}(?:[ ]{_REGION})?){{0,2}}
        (?:,?[ ]{_MONTH}[ ]\d{{1,2}}(?:,[ ]\d{{4}})?)?
        (?:[ ]?\([A-Z][^()\n]{{1,30}}\))?
    |
        (?:[A-ZÀ-Þ][\w.'’-]{{1,20}}[, ]{{1,2}}){{0,4}}
        (?:{_MONTH}[ ]\d{{1,2}}[ ])?\([A-Z][^()\n]{{1,30}}\)
    )[ ]*(?:--?|[–—_])[ ]+(?=\S)""",
    re.MULTILINE | re.VERBOSE,
)
