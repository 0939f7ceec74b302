"""Where paragraphs start, and that a sentence starts there too.

The parser takes a headline into the first sentence of the story where only a line break stands
between them, and what it makes of a paragraph should not hang on the one before. A dateline stands
for itself as well: "GENEVA, May 3 (Newswire) - Prices rose" is about prices.
"""

import re

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from claimx.datelines import DATELINE

_BREAK = re.compile(r"\n\s*")


@Language.component("claimx_paragraphs", assigns=["token.is_sent_start"])
def mark_paragraphs(doc: Doc) -> Doc:
    """The Doc with a sentence start at each paragraph, which spaCy's parser then keeps."""
    starts = paragraph_starts(doc.text)
    if starts:
        for token in np.searchsorted(doc.to_array("IDX"), starts).tolist():
            doc[token].is_sent_start = True
    return doc


def paragraph_starts(text: str) -> list[int]:
    """The characters where a text's paragraphs start, the first one left out.

    A line break starts one unless the line goes on in lower case, as text does that was wrapped at
    a column; a blank line always does. So do the words after a dateline.
    """
    breaks = [
        gap.end()
        for gap in _BREAK.finditer(text)
        if gap.end() < len(text) and (gap.group().count("\n") > 1 or not text[gap.end()].islower())
    ]
    return sorted({*breaks, *(line.end() for line in DATELINE.finditer(text))})
