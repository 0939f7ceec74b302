"""What a quantity measures, in the words of its sentence: a first, syntactic answer."""

from spacy.tokens import Doc, Token

from claimx.quantities.readings import Reading

_NOUN = ("NN", "NNS", "NNP", "NNPS")
_LEFT_OUT = frozenset(
    "the a an this that these those its his her their our my your both all some".split()
)
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_PRONOUNS = ("PRP", "WP", "WDT", "EX", "DT", "PRP$")


def measured_span(
    doc: Doc, reading: Reading, first: int, last: int, counted: tuple[int, int] | None
) -> tuple[int, int] | None:
    """The tokens of what is measured, first and one past the last."""
    sent = doc[first].sent
    end = counted[1] if counted else last + 1
    share = reading.form == "fraction" or (
        reading.unit is not None and reading.unit.kind == "share"
    )
    if share and not counted:
        part = _after_of(doc, end, sent.end)
        if part:
            return part
    if counted is None:
        attributed = _attributed(doc, last, sent.end)
        if attributed:
            return attributed
        owner = _noun_before_of(doc, first, sent.start)
        if owner:
            return owner
    return _subject(doc, first, last, counted)


def _after_of(doc: Doc, at: int, stop: int) -> tuple[int, int] | None:
    if at >= stop or doc[at].lower_ != "of":
        return None
    return _phrase_from(doc, at + 1, stop)


def _phrase_from(doc: Doc, at: int, stop: int) -> tuple[int, int] | None:
    while at < stop and (doc[at].lower_ in _LEFT_OUT or doc[at].tag_ in ("DT", "PRP$", "PDT")):
        at += 1
    end = at
    index = at
    while index < stop and doc[index].tag_ in (
        *_NOUN,
        "JJ",
        "JJR",
        "JJS",
        "POS",
        "HYPH",
        "VBN",
        "VBG",
        "CD",
        "RB",
    ):
        if doc[index].tag_ in (*_NOUN, "CD"):
            end = index + 1
        index += 1
    return (at, end) if end > at else None


def _attributed(doc: Doc, last: int, stop: int) -> tuple[int, int] | None:
    """ "a $150,000 contract", "5-inch screen": the noun that the quantity stands before."""
    at = last + 1
    if at < stop and doc[at].text in ("-", "\u2010", "\u2011"):
        at += 1
    if at >= stop or doc[at].tag_ not in (*_NOUN, "JJ", "VBN", "VBG"):
        return None
    found = _phrase_from(doc, at, stop)
    return found


def _noun_before_of(doc: Doc, first: int, start: int) -> tuple[int, int] | None:
    """ "a fine of $5m", "speed of 15 mph"."""
    at = first - 1
    while (
        at >= start
        and doc[at].tag_ in ("RB", "DT", "JJ", "JJR", "IN", "$", "RBR", "CD", "TO", "NFP", ":")
        and doc[at].lower_ not in ("of",)
    ):
        if doc[at].lower_ in ("to", "for", "in", "at", "from", "by", "on", "with"):
            return None
        at -= 1
    if at < start or doc[at].lower_ != "of" or at == start or doc[at - 1].tag_ not in _NOUN:
        return None
    return _span_of(doc[at - 1], right=at)


def _subject(
    doc: Doc, first: int, last: int, counted: tuple[int, int] | None
) -> tuple[int, int] | None:
    token: Token = doc[last]
    own = range(first, counted[1] if counted else last + 1)
    for _ in range(12):
        for child in token.children:
            if child.dep_ in _SUBJECTS and child.i not in own:
                if child.tag_ in _PRONOUNS:
                    if (
                        child.tag_ in ("WDT", "WP")
                        and token.dep_ == "relcl"
                        and token.head.tag_ in _NOUN
                    ):
                        return _span_of(token.head, right=child.i)
                    return None
                return _span_of(child, right=None if child.i > last else None)
        if token.head.i == token.i:
            return None
        token = token.head
        if (
            token.dep_ == "relcl"
            and token.head.tag_ in _NOUN
            and not any(c.dep_ in _SUBJECTS and c.tag_ not in ("WDT", "WP") for c in token.children)
        ):
            return _span_of(token.head)
    return None


def _span_of(head: Token, right: int | None = None) -> tuple[int, int] | None:
    """A noun phrase with the prepositional phrases that stand right behind it."""
    doc = head.doc
    start = head.i
    while (
        start > head.sent.start
        and doc[start - 1].tag_
        in (*_NOUN, "JJ", "JJR", "JJS", "POS", "HYPH", "CD", "VBN", "VBG", "$", "NFP", "CC")
        and _within(doc[start - 1], head)
    ):
        start -= 1
    while start < head.i and (doc[start].tag_ in ("CC", "POS") or doc[start].lower_ in _LEFT_OUT):
        start += 1
    end = head.i + 1
    stop = right if right is not None else head.sent.end
    for child in head.rights:
        if child.i < end:
            continue
        if child.i != end and not (child.dep_ in ("conj",) and doc[end].tag_ == "CC"):
            break
        if child.dep_ in ("prep",) and child.lower_ in (
            "of",
            "for",
            "in",
            "on",
            "to",
            "between",
            "among",
        ):
            last = child.right_edge.i
            if last + 1 > stop:
                break
            end = last + 1
        else:
            break
    return start, min(end, stop)


def _within(token: Token, head: Token) -> bool:
    for _ in range(6):
        if token.i == head.i:
            return True
        token = token.head
    return False
