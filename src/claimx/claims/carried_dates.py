"""Dates that claims take from others around them: what neighbours, twins and most of them say."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from claimx.model import Period

from .link_dates import CLAUSE_EDGE, STATIC_UNITS, DateLinker, Offer, Told, is_now
from .reading import Reading

LONGEST_EVENT = timedelta(days=4)
_CARRY_SENTENCES = 2
_NEIGHBOURS = 3
_SMALL_FIGURE = 10
_LEAST_TOPIC = 2
# Shares of the claims so far, and characters since the last one that the topic dates.
_MOST, _HALF = 0.7, 0.4
_NEAR, _FAR = 350, 1200


def carried_dates(
    reading: Reading, told: Told, others: Sequence[Told], dates: DateLinker
) -> Iterator[Offer]:
    """The periods of claims before, and of dated sentences before.

    `others` are the claims dated so far, in text order.
    """
    if same := _same_figure(told, others):
        yield same, "same-figure-dated", ["same-figure", f"same-figure-{told.stance}"]
    if aim := _same_forecast(told, others):
        yield aim, "forecast-carried", ["forecast-carried", f"carried-{told.stance}"]
    yield from _topic(told, others)
    yield from _siblings(reading, told, others, dates)
    yield from _neighbours(reading, told, dates)


def _same_figure(told: Told, others: Sequence[Told]) -> Period | None:
    """The period of the same number of the same unit, told elsewhere."""
    a = told.quantity
    size = a.low if a.low is not None else a.high
    if (size or 0) <= _SMALL_FIGURE and not told.sentence.heading:
        return None
    for one in others:
        b = one.quantity
        if one.period and a.unit == b.unit and size in (b.low, b.high):
            return one.period
    return None


def _same_forecast(told: Told, others: Sequence[Told]) -> Period | None:
    """The period of an earlier forecast in this sentence, or of one about the same thing."""
    if told.stance not in ("forecast", "hypothetical"):
        return None
    for one in reversed(others):
        if one.stance != "forecast" or one.period is None:
            continue
        if one.quantity.unit != told.quantity.unit:
            continue
        if one.sentence is told.sentence or not one.measure.isdisjoint(told.measure):
            return one.period
    return None


def _topic(told: Told, others: Sequence[Told]) -> Iterator[Offer]:
    """The period that dates most claims so far, if it dates two or more."""
    days = Counter((one.period.first, one.period.last) for one in others if one.period)
    (first, last), count = days.most_common(1)[0] if days else ((None, None), 0)
    if first is None or last is None or count < _LEAST_TOPIC:
        return
    dated = [one for one in others if one.period and _days(one.period) == (first, last)]
    length = "days" if last - first <= LONGEST_EVENT else "long"
    event_or_figure = "event" if told.happening else "figure"
    share = count / len(others)
    away = told.quantity.start - dated[-1].quantity.start
    features = [
        f"topic-{length}",
        f"topic-{event_or_figure}-{told.tense}",
        f"topic-{told.stance}",
        f"topic-share-{'most' if share >= _MOST else 'half' if share >= _HALF else 'few'}",
        f"topic-{'near' if 0 <= away <= _NEAR else 'far' if away <= _FAR else 'very-far'}-{length}",
    ]
    features += _likeness("topic", told)
    if any(one.quantity.unit == told.quantity.unit for one in dated):
        features.append(f"topic-unit-{length}")
    if any(not one.measure.isdisjoint(told.measure) for one in dated):
        features.append("topic-same-of")
    if told.quantity.unit in STATIC_UNITS:
        features.append("topic-static")
    yield Period(text=None, start=None, end=None, first=first, last=last), "topic-period", features


def _days(period: Period) -> tuple[date, date]:
    return period.first, period.last


def _likeness(place: str, told: Told) -> Iterator[str]:
    """Whether a claim goes on with what was told ("two of the dead"), and whether it is quoted."""
    yield f"{place}-{'part' if told.part else 'whole'}"
    yield f"{place}-{'quoted' if told.quoted else 'unquoted'}"


def _siblings(
    reading: Reading, told: Told, others: Sequence[Told], dates: DateLinker
) -> Iterator[Offer]:
    """The period of the claim just before, in this sentence or the ones before it."""
    undated = False
    for one in reversed(others):
        distance = told.sentence.index - one.sentence.index
        if distance < 0 or one.period is None:
            undated = undated or one.period is None
            continue
        if distance > _CARRY_SENTENCES:
            return
        if distance == 0:
            same = "same" if one.verb.i == told.verb.i else "other"
            yield (
                one.period,
                "same-sentence-carried",
                [
                    "sibling",
                    f"sibling-{same}-verb",
                    f"sibling-{one.role}-{told.role}",
                    *_between(reading, one, told),
                ],
            )
            return
        paragraph = "in" if one.sentence.paragraph == told.sentence.paragraph else "out"
        length = "days" if one.period.last - one.period.first <= LONGEST_EVENT else "long"
        events = "events" if one.happening and told.happening else "figures"
        of = "other" if one.measure.isdisjoint(told.measure) else "same"
        same_unit = "same" if one.quantity.unit == told.quantity.unit else "other"
        yield (
            one.period,
            "carried",
            [
                f"carried-{distance}-{paragraph}",
                f"carried-{events}-{length}-{told.tense}",
                f"carried-{same_unit}-unit-{length}",
                f"carried-{told.stance}",
                f"carried-{dates.weight_of(one.sentence, one.period)}",
                f"carried-{'same' if _sources(one) == _sources(told) else 'other'}-source",
                "carried-past-undated" if undated else "carried-at-once",
                f"carried-{one.role}-{told.role}",
                f"carried-{of}-of-{length}",
                *_likeness("carried", told),
            ],
        )
        return


def _between(reading: Reading, one: Told, told: Told) -> Iterator[str]:
    """What stands between two claims of a sentence."""
    left, right = sorted((one.quantity, told.quantity), key=lambda quantity: quantity.start)
    words = reading.text[left.end : right.start]
    edges = min(len(CLAUSE_EDGE.findall(words)), 2)
    yield f"sibling-edges-{edges}"
    yield f"sibling-{'close' if len(words) < 30 else 'near' if len(words) < 80 else 'far'}"


def _sources(told: Told) -> frozenset[str]:
    attribution = told.attribution
    return (
        frozenset(one.name or one.text for one in attribution.sources)
        if attribution
        else frozenset()
    )


def _neighbours(reading: Reading, told: Told, dates: DateLinker) -> Iterator[Offer]:
    """The periods of the nearest dated sentence before: the last, or one of the paragraph."""
    here = told.sentence
    near = [
        reading.sentences[here.index - distance]
        for distance in range(1, min(_NEIGHBOURS, here.index) + 1)
        if distance == 1 or reading.sentences[here.index - distance].paragraph == here.paragraph
    ]
    before = next((sentence for sentence in near if dates.in_sentence(sentence.index)), None)
    if before is None:
        return
    paragraph = "in" if before.paragraph == here.paragraph else "out"
    if here.index - before.index > 1:
        paragraph = "far"
    for dated in dates.in_sentence(before.index):
        if dates.dates_a_saying(dated) or is_now(dated.period):
            continue
        place = "frame" if dated.fronted else "neighbour"
        happening = "event" if told.happening else "figure"
        yield (
            dated.period,
            f"{place}-carried",
            [
                f"{place}-{paragraph}",
                f"{place}-{happening}-{told.tense}",
                f"{place}-{told.stance}",
                f"{place}-{dates.weight(dated)}",
                *_likeness(place, told),
            ],
        )
