"""What times are read against: publication, the tale told so far, or nothing."""

from datetime import date

import pytest
from spacy.language import Language

from claimx.lexicon import load_lexicon
from claimx.lexicon.time_words import Event
from claimx.timexes.events import Events


def _values(nlp: Language, text: str, published: str | None = None) -> list[str]:
    doc = nlp.make_doc(text)
    doc._.published = published
    return [timex.value for timex in nlp(doc)._.timexes]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It opened on Monday.", "XXXX-WXX-1"),
        ("It opened on March 5.", "XXXX-03-05"),
        ("It opened in March.", "XXXX-03"),
        ("It opened yesterday.", "XXXX-XX-XX"),
        ("It opened last week.", "XXXX-WXX"),
        ("It opened last year.", "XXXX"),
        ("It opened in the third quarter.", "XXXX-Q3"),
        ("It opened over the weekend.", "XXXX-WXX-WE"),
    ],
)
def test_unanchored_times_keep_their_unknowns(nlp: Language, text: str, value: str) -> None:
    doc = nlp(text)
    assert [timex.value for timex in doc._.timexes] == [value]
    assert doc._.timexes[0].first is None
    assert doc._.periods == ()


def test_a_tale_moves_on_from_date_to_date(nlp: Language) -> None:
    text = (
        "The revolt began on 3 May 1908. In September the king fled. The following month the army"
        " entered the capital. On 4 April 1909 a parliament met. Three days later it fell. In"
        " December elections were held, and in January the winners took office. That summer they"
        " were driven out. In 1911 a second revolt broke out, and a republic followed in 1912."
    )
    assert _values(nlp, text, "2012-06-01") == [
        "1908-05-03",
        "1908-09",
        "1908-10",
        "1909-04-04",
        "1909-04-07",
        "1909-12",
        "1910-01",
        "1910-SU",
        "1911",
        "1912",
    ]


def test_news_does_not_move_with_the_years_it_mentions(nlp: Language) -> None:
    text = "He was elected in 1998. On Monday he resigned. He will be tried in March."
    assert _values(nlp, text, "2024-11-12") == ["1998", "2024-11-11", "2025-03"]


def test_without_publication_news_takes_no_year_from_afar(nlp: Language) -> None:
    text = (
        "Waits rose from 170 days in 2022 to 231. The strike, the fourth since 2018, began on 24"
        " February. It may last until the end of March. They have hired 450 nurses since October."
    )
    assert _values(nlp, text)[-3:] == ["XXXX-02-24", "XXXX-03", "XXXX-10"]


def test_without_publication_a_passage_may_set_the_year(nlp: Language) -> None:
    text = "In 2018 the firm moved. In March it sold 40 cars. On 3 May it closed."
    assert _values(nlp, text) == ["2018", "2018-03", "2018-05-03"]


def test_an_event_is_the_one_that_the_text_is_about() -> None:
    events = Events(load_lexicon().of(Event))
    published = date(2024, 11, 12)
    ukraine = events.named_in("Kyiv and Ukraine, unlike Gaza", published)("war")
    gaza = events.named_in("Gaza and Hamas, unlike Ukraine", published)("war")
    assert (ukraine and ukraine.name, gaza and gaza.name) == ("ukraine-invasion", "gaza-war")
    assert events.named_in("a film", published)("war") is None


def test_an_event_is_not_named_before_it_began() -> None:
    events = Events(load_lexicon().of(Event))
    assert events.named_in("", date(2009, 5, 1))("pandemic") is None
