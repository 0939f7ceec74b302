"""What a quantity measures: the shortest phrase of the text that identifies it.

A bare count measures what it counts, with what happened to it ("troops lost"). A measure is read
outwards from the number: the noun that it modifies, the noun that it completes ("growth of 3%"),
the object that is moved ("raised rates to 5%"). Where none of these tells, the phrases of the
sentence are weighed.
"""

from collections.abc import Callable

from claimx.lexicon import Lexicon
from claimx.lexicon.claim_words import LightNoun
from claimx.model import Mention, Quantity

from . import measured_before as before
from . import measured_by_noun as noun
from . import measured_by_verb as verb
from . import measured_by_weight as weight
from .phrases import by_form
from .place import Earlier, Place
from .reading import Reading

_Rule = Callable[[Place], Mention | None]

# Read outwards from the number; the first rule that finds a phrase decides.
_COUNT_RULES: tuple[tuple[str, _Rule], ...] = (
    ("times-of-a-deed", verb.deed_before_times),
    ("of-these", before.of_these),
    ("rivals", verb.rivals),
    ("part-of", noun.part_of),
    ("counted-noun", noun.counted),
    ("what-happened", verb.participle),
    ("own-predicate", verb.own_predicate),
    ("moved-object", verb.moved),
    ("harmed", verb.harmed),
    ("as-before", before.as_before),
    ("noun-after", noun.modified),
    ("noun-of-number", noun.completed),
)
_MEASURE_RULES: tuple[tuple[str, _Rule], ...] = (
    ("conversion", before.conversion),
    ("of-these", before.of_these),
    ("rivals", verb.rivals),
    ("share-of-output", verb.against_output),
    ("part-of", noun.part_of),
    ("possessor", noun.possessor),
    ("as-before", before.as_before),
    ("label", noun.label),
    ("compared", noun.compared),
    ("modified-noun", noun.modified),
    ("noun-of-number", noun.completed),
    ("in-what", noun.in_what),
    ("purpose", noun.purpose),
    ("called", noun.called),
    ("own-predicate", verb.own_predicate),
    ("moved-object", verb.moved),
)


class Measurer:
    """Finds what each quantity measures, from the number outwards."""

    def __init__(self, lexicon: Lexicon, weigher: weight.Weigher | None = None) -> None:
        self._weigher = weigher or weight.LearntWeigher(weight.shipped_weights())
        self._light = by_form(lexicon.of(LightNoun))

    def find(
        self, reading: Reading, quantity: Quantity, earlier: Earlier
    ) -> tuple[Mention | None, str]:
        """The measured phrase and the rule that found it; None where the text does not tell.

        `earlier` has the quantities before, with what they measure.
        """
        place = Place(reading, quantity, earlier, self._light)
        is_count = quantity.unit is None and not before.is_share(quantity)
        for name, rule in _COUNT_RULES if is_count else _MEASURE_RULES:
            found = rule(place)
            if found is not None and weight.tells(found):
                return found, name
        candidates = weight.candidates(place)
        if not candidates:
            return None, "nothing-measured"
        chosen = self._weigher.choose(candidates)
        return chosen.mention, chosen.rule
