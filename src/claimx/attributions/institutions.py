"""Well-known institutions by any of their names."""

import re
from collections.abc import Sequence

from claimx.lexicon.source_words import Country, Institution

Key = frozenset[str]

_WORD = re.compile(r"[\w&+/]+")
_SILENT = {"the", "of", "and", "for", "a", "an", "in", "on", "&"}
_SPELLINGS = {
    "defense": "defence",
    "organisation": "organization",
    "programme": "program",
    "centre": "center",
    "labour": "labor",
}


class Institutions:
    """Finds an institution by a name whose word order, spelling or country form differs.

    "Ukraine's Armed Forces", "the Armed Forces of Ukraine" and "Ukrainian armed forces" are one.
    """

    def __init__(self, institutions: Sequence[Institution], countries: Sequence[Country]) -> None:
        forms = {_plain(form): country.name for country in countries for form in country.forms}
        self._countries = {form: name.replace("-", "") for form, name in forms.items()}
        self._capitals = {country.capital for country in countries if country.capital}
        longest = sorted(self._countries, key=lambda form: (-len(form), form))
        self._country = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b")
        self._by_key: dict[Key, Institution] = {}
        for institution in institutions:
            for name in (institution.label, *institution.aliases):
                self._by_key.setdefault(self._key(name), institution)

    def find(self, name: str) -> Institution | None:
        """The institution of a name; None for a name that is not in the lexicon."""
        return None if name.islower() else self._by_key.get(self._key(name))

    def is_country(self, name: str) -> bool:
        """Whether a word or phrase is a form of a country's name, or its capital."""
        return _plain(name) in self._countries or name in self._capitals

    def _key(self, name: str) -> Key:
        named = self._country.sub(lambda found: self._countries[found.group()], _plain(name))
        return frozenset(
            _SPELLINGS.get(word, word) for word in _WORD.findall(named) if word not in _SILENT
        )


def _plain(name: str) -> str:
    """A name in lower case without possessives, apostrophes and full stops."""
    return re.sub(r"['’]s\b|['’.]", "", name.lower())
