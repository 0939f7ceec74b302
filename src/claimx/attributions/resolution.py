"""Who a mention is: its name and its kind, as the text and the lexicon give them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimx.lexicon import Lexicon
from claimx.lexicon.source_words import (
    Country,
    Institution,
    NameWord,
    Publication,
    SourceNoun,
    Title,
)
from claimx.model import SourceKind

from .institutions import Institutions
from .names import NameIndex, NameWords

_HE_SHE = {"he", "she", "him", "her", "his"}
_IT = {"it", "its", "which", "that"}
_THEY = {"they", "them", "their", "who"}
_NOBODY = {"i", "we", "you", "me", "us", "my", "our", "someone", "anyone", "everyone", "nobody"}
_PRONOUNS = _HE_SHE | _IT | _THEY | _NOBODY
_DETERMINER = re.compile(
    r"^(?:the|a|an|this|that|these|those|his|her|its|their|our|my|both)\s+", re.IGNORECASE
)
_POSSESSIVES = re.compile(r"['’]s?\b")
_BASED = re.compile(r"^\S+-(?:based|run|backed|owned|controlled) (?=[A-Z])")
_BRACKET = re.compile(r"\s*\([^()]*\)?$")  # "the Office for National Statistics (ONS)"
_LISTED = re.compile(r"^[A-Z]\w+(?: [A-Z]\w+)? and ")  # "Health, Labour and Welfare Ministry"
_POSSESSIVE = re.compile(r"['’]s?$")
_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-Þ][\w.&'’-]*(?: [A-ZÀ-ÖØ-Þ][\w.&'’-]*)*$")
_NAMED = re.compile(r"^(?:[a-z]+ ){1,3}[A-ZÀ-ÖØ-Þ]\S+(?: [A-ZÀ-ÖØ-Þ]\S+)+$")
_HEAD_END = re.compile(
    r"\s(?:of|for|in|at|from|with|on|by|to|who|that|which|familiar|briefed|speaking|close"
    r"|released|published|conducted|compiled|approved|seen|obtained|provided)\b|,|\("
)
_LOWER_WORD = re.compile(r"(?:^|\s)[a-z]")


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a mention is: name and kind, each None where it is not known."""

    name: str | None
    kind: SourceKind | None
    wikidata: str | None = None
    rule: str = "as-written"


Earlier = Sequence[tuple[int, Identity]]  # where each stands, and who it is


class Resolver:
    """Reads mentions of sources against a lexicon and the names of a text."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.institutions = Institutions(lexicon.of(Institution), lexicon.of(Country))
        self._titles = frozenset(form for title in lexicon.of(Title) for form in title.forms)
        kinds: dict[str, SourceKind] = {
            form: noun.kind for noun in lexicon.of(SourceNoun) for form in noun.forms
        }
        self._kinds = kinds
        self._words = NameWords(
            titles=self._titles,
            openers=_name_words(lexicon, "opener"),
            locators=_name_words(lexicon, "locator"),
            no_person=_name_words(lexicon, "place") | kinds.keys(),
        )
        self._published: dict[str, SourceKind] = {
            form: one.kind for one in lexicon.of(Publication) for form in one.forms
        }

    def index(self, text: str) -> NameIndex:
        """The names of a text."""
        return NameIndex(text, self._words)

    def identify(self, names: NameIndex, mention: str, offset: int, earlier: Earlier) -> Identity:
        """Who a mention at a place is; `earlier` are the sources shortly before, the last last."""
        words = " ".join(_BRACKET.sub("", _POSSESSIVE.sub("", mention)).split())
        plain = words.lower()
        if plain in _PRONOUNS and (len(plain) == 1 or not words.isupper()):  # "us" is not "US"
            return _pronoun(names, plain, offset, earlier)
        _, comma, name = words.rpartition(", ")
        if comma and (name[:1].isupper() or _NAMED.search(name)) and not _LISTED.search(name):
            # "The governor of Moscow, Andrei Vorobyov", "Her opponent, retired miner Ann Lee"
            return self.identify(names, name, offset, earlier)
        bare = _BASED.sub("", _DETERMINER.sub("", words))
        definite = plain.startswith(("the ", "this ", "that ", "these "))
        institution = self.institutions.find(bare)
        if institution is not None:
            return _known(institution)
        head = _HEAD_END.split(bare, maxsplit=1)[0]
        noun = head.split()[-1].lower() if head.split() else plain
        if noun in self._published:
            return self._publication(names, words, head, noun, offset)
        within = self._within(head)
        if within is not None:
            return _known(within)
        body = self._body(names, bare)
        if body is not None:
            return body
        person = self._office_holder(bare, head) or self._person(
            names, head, noun, definite=definite
        )
        if person is not None:
            return person
        if definite and not any(word[:1].isupper() for word in bare.split()):
            return self._short_form(names, words, noun, offset)
        return self._named_group(names, words, bare, head, noun)

    def _publication(
        self, names: NameIndex, words: str, head: str, noun: str, offset: int
    ) -> Identity:
        kind = self._published[noun]
        if len(head.split()) > 1 or not words.lower().startswith(("the ", "this ")):
            return Identity(_DETERMINER.sub("", words), kind)
        named = names.described(noun, offset)
        if len(named) == 1:
            return Identity(named[0], kind, rule="short-form")
        return Identity(None if named else _DETERMINER.sub("", words), kind)

    def _within(self, head: str) -> Institution | None:
        """The institution that a description ends in: "the state news agency TASS"."""
        named = _CAPITALS.search(head)
        if named is None or not _LOWER_WORD.search(head[: named.start()]):
            return None
        return self.institutions.find(named.group())

    def _body(self, names: NameIndex, bare: str) -> Identity | None:
        """The company or institution that a mention is the short name of."""
        if not _CAPITALS.fullmatch(bare) or self.institutions.is_country(bare):
            return None
        full = names.body(bare)
        if full is None:
            return None
        institution = self.institutions.find(full)
        if institution is not None:
            return _known(institution)
        kind = self._kind(full)
        if kind != "company" and " " not in bare:
            return None  # "London" is not the "London Assembly"
        return Identity(full, kind, rule="short-form")

    def _office_holder(self, bare: str, head: str) -> Identity | None:
        """The person behind an office that has "of" in it: "Minister of Energy Ann Lee"."""
        words = bare.split()
        name = words[-2:]
        if bare == head or "," in bare or len(words) < 3:
            return None
        if not all(word[:1].isupper() and word.lower() not in self._kinds for word in name):
            return None
        held = {head.rsplit(maxsplit=1)[-1].lower(), words[-3].lower()} if head.split() else set()
        if not held & self._titles or self.institutions.is_country(name[-1]):
            return None
        return Identity(" ".join(name), "person", rule="titled")

    def _person(self, names: NameIndex, head: str, noun: str, *, definite: bool) -> Identity | None:
        """The person whose name ends a mention, the post before it left out."""
        found = _CAPITALS.search(head)
        if found is None or self._kinds.get(noun) not in (None, "group"):
            return None
        capitals = found.group().split()
        parts = self._words.name_in(capitals)
        titled = len(parts) < len(capitals) or bool(_LOWER_WORD.search(head[: found.start()]))
        country = self.institutions.is_country
        if not parts or country(parts[-1]) or country(" ".join(parts)):
            return None
        if len(parts) == 1:
            full = names.person(parts[0])
            if full is not None:
                return Identity(full, "person", rule="surname")
            if names.ambiguous(parts[0]):
                return Identity(None, "person", rule="surname-of-several")
            return Identity(parts[0], "person", rule="titled") if titled and not definite else None
        if definite and not titled:
            return None
        if len(parts) > 4 or any(part.lower() in self._kinds for part in parts):
            return None
        return Identity(" ".join(parts), "person", rule="titled" if titled else "full-name")

    def _short_form(self, names: NameIndex, words: str, noun: str, offset: int) -> Identity:
        """Who "the ministry" or "the governor" is: the one that was named before."""
        kind = self._kinds.get(noun)
        if noun in self._titles:
            holders = names.holders(noun, offset)
            if holders:
                return Identity(
                    holders[0] if len(holders) == 1 else None, "person", rule="short-form"
                )
        bare = _DETERMINER.sub("", words)
        if kind is not None:
            wanted = set(bare.lower().split())
            named = [
                name
                for name in names.described(noun, offset)
                if wanted <= set(_POSSESSIVES.sub("", name.lower()).split())
            ]
            if len({self._label(name) for name in named}) > 1:
                return Identity(None, kind, rule="short-form-of-several")
            if named:
                institution = self.institutions.find(named[-1])
                if institution is not None:
                    return _known(institution)
                return Identity(named[-1], kind, rule="short-form")
        return Identity(bare, kind or ("person" if noun in self._titles else None))

    def _label(self, name: str) -> str:
        institution = self.institutions.find(name)
        return institution.label if institution else name

    def _named_group(
        self, names: NameIndex, words: str, bare: str, head: str, noun: str
    ) -> Identity:
        if bare.isupper() and len(bare) <= 8:
            full = names.acronym(bare)
            if full is not None:
                institution = self.institutions.find(full)
                return (
                    _known(institution)
                    if institution
                    else Identity(full, self._kind(full), rule="acronym")
                )
        if self.institutions.is_country(bare):
            return Identity(bare, "government", rule="country")
        kind = self._kinds.get(noun)
        single = words.lower().startswith(("a ", "an ", "one ", "another "))
        if kind == "anonymous" or (single and kind is None and head.islower()):
            return Identity(bare, "anonymous")
        if kind is None and noun in self._titles:
            return Identity(bare, "person")
        return Identity(bare, kind or self._kind(head))

    def _kind(self, name: str) -> SourceKind | None:
        """The kind that the nouns of a name tell, the last one first."""
        told = (self._kinds.get(word.lower()) for word in reversed(name.split()))
        kind = next((kind for kind in told if kind is not None), None)
        named = name[name.rfind(" ") + 1 :][:1].isupper()
        return kind or ("organisation" if named else None)


def _name_words(lexicon: Lexicon, effect: str) -> frozenset[str]:
    return frozenset(
        form for word in lexicon.of(NameWord) if word.effect == effect for form in word.forms
    )


def _known(institution: Institution) -> Identity:
    return Identity(institution.label, institution.kind, institution.wikidata, "institution")


def _pronoun(names: NameIndex, pronoun: str, offset: int, earlier: Earlier) -> Identity:
    """Who a pronoun is: the source just before, or else the one person named shortly before."""
    if pronoun in _NOBODY:
        return Identity(None, "person", rule="pronoun")
    at, last = earlier[-1] if earlier else (offset, None)
    if pronoun in _HE_SHE:
        subject = names.subject_between(at, offset) if last is not None else None
        if subject is not None:
            return Identity(subject, "person", rule="pronoun")
        if last is not None and last.kind == "person":
            return Identity(last.name, "person", rule="pronoun")
        people = names.people_before(offset)
        return Identity(people[0] if len(people) == 1 else None, "person", rule="pronoun")
    if last is None or (last.kind == "person") != (pronoun == "who"):
        return Identity(None, None, rule="pronoun")
    if pronoun in _THEY and last.kind not in ("group", "person", "anonymous", "organisation"):
        return Identity(None, None, rule="pronoun")
    return Identity(last.name, last.kind, last.wikidata, rule="pronoun")
