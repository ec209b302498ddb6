"""Sources of one report: what is known of it, and the plain ways from a record to a `Source`."""

import re
import unicodedata
from dataclasses import dataclass

from counterclaim.attribute.source.people import People, countries
from counterclaim.attribute.source.person import Person
from counterclaim.language.descriptors import Descriptors
from counterclaim.language.parse import Parse
from counterclaim.language.parties import Parties, Party
from counterclaim.model.claim import Source, SourceKind

NOT_NAMED = Source(name="not named", kind="unknown", anonymous=True)
"""The source of a claim that the report ascribes to nobody: "is believed to", "reportedly"."""


_RANK = {"official": -2, "military": -1, "witness": 2, "armed group": 3}
"""Which of several kinds is shown, lowest first; 1 for the others."""


@dataclass(frozen=True)
class Scene:
    """What sources are resolved against. `quoted` are the tokens inside direct speech."""

    parse: Parse
    people: People
    parties: Parties
    descriptors: Descriptors
    quoted: frozenset[int]

    def person(self, person: Person) -> Source:
        """A person of the report as a source; the kind is that of the office."""
        # "General … , the commander": an office of state tells more than a word that rebels share.
        ranked = sorted(person.kinds, key=lambda k: (_RANK.get(k, 1), k))
        kind: SourceKind = ranked[0] if ranked else "unknown"
        return Source(
            name=person.name,
            kind=kind,
            party=person_id(person.name),
            side=self.side(person.countries),
        )

    def side(self, codes: set[str]) -> str | None:
        """The side of the one country that is named."""
        if len(codes) != 1:
            return None
        party = self.parties.get("gov:" + next(iter(codes)))
        return party.side if party is not None else None

    def side_of(self, first: int, last: int) -> str | None:
        """The side that a description names: a party's ("a Hamas official", "Pentagon sources"),
        else a country's ("Russian officials")."""
        found = self.parties.scan(self.parse.word[first : last + 1])
        sides = {party.side for _, _, parties in found for party in parties}
        if sides:
            return sides.pop() if len(sides) == 1 else None
        codes = self.countries(first, last)
        if len(codes) == 1 and any(self._stands_against(t) for t in range(first, last + 1)):
            party = self.parties.get("rebels:" + codes.pop())
            return party.side if party is not None else None
        return self.side(codes)

    def _stands_against(self, t: int) -> bool:
        """Whether the word names those who stand against their country's government: "rebel"."""
        word = self.parse.lower[t]
        sorts = {*self.parties.office(word), *self.parties.office(f"{word}s")}
        return not sorts.isdisjoint(("rebels", "opposition"))

    def countries(self, first: int, last: int) -> set[str]:
        """Codes of the countries that the tokens `first` to `last` name."""
        return {c for t in range(first, last + 1) for c in countries(self.parse, t, self.parties)}

    def kind(self, head: int) -> SourceKind:
        """The kind that the head noun of a description tells."""
        known = self.descriptors.ending(self.parse.word[max(0, head - 3) : head + 1])
        return known.kind if known is not None else "unknown"

    def open(self, words: str, kind: SourceKind, candidates: set[str]) -> Source:
        """A source with several candidates: none is chosen, all are named."""
        return Source(name=words, kind=kind, candidates=tuple(sorted(candidates)))


def is_person(source: Source) -> bool:
    """Whether the source is a person of the report."""
    return source.party is not None and source.party.startswith("person:")


def party_source(party: Party) -> Source:
    """A party of the data files as a source."""
    return Source(name=party.name, kind=party.kind, party=party.id, side=party.side)


def one_kind(found: tuple[Party, ...]) -> SourceKind:
    """The kind of all of them, `unknown` where they differ."""
    kinds = {p.kind for p in found}
    return kinds.pop() if len(kinds) == 1 else "unknown"


def content_words(name: str) -> set[str]:
    """The words of a name, lower case."""
    return {w.lower() for w in re.findall(r"\w+", name)}


def person_id(name: str) -> str:
    """`person:` and the name in plain letters: "François Hollande", "Francois Hollande" are one."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "person:" + "-".join(re.findall(r"[a-z0-9]+", plain))
