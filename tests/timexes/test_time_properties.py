"""Whatever the text: nothing is raised, offsets are exact, and the same text reads the same."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

# fmt: off
_PIECES = st.sampled_from([
    "Monday", "last", "the", "week", "2024", "May", "12", "/", "-", "to", "from", "since", "of",
    "first", "quarter", "a", "year", "earlier", "ago", "two", "hundred", "31", "February", "half",
    "\n\n", ".", ",", "war", "Ukraine", "overnight", "by", "end", "decade", "9:99", "0/0", "in",
    "99/99/9999", "9999", "single day", "next", "past", "Easter", "1990s", "’", "Q9", "BC", "(",
])
# fmt: on
_PUBLISHED = st.sampled_from([None, "2024-11-12", "1500-01-01", "2999-12-31"])


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    words=st.lists(_PIECES, max_size=14),
    published=_PUBLISHED,
)
def test_any_text(nlp: Language, words: list[str], published: str | None) -> None:
    text = " ".join(words)
    readings = []
    for _ in range(2):
        doc = nlp.make_doc(text)
        doc._.published = published
        for _, pipe in nlp.pipeline:
            doc = pipe(doc)
        readings.append((doc._.timexes, doc._.periods))
    assert readings[0] == readings[1]
    timexes, periods = readings[0]
    for one in (*timexes, *periods):
        assert text[one.start : one.end] == one.text
    for timex in timexes:
        inside = [p for p in periods if p.start <= timex.start and timex.end <= p.end]
        assert len(inside) <= 1
        dated = timex.type == "DATE" and timex.first is not None
        assert not dated or len(inside) == 1
