"""Descriptions: whom "the source", "the French president", "the agency", "the candidate" stand for.

A description is taken up in five ways, tried in this order: a body of the country that "its" stands
for; a party of the data files that is of the kind; the holder of an office that the report gives to
somebody; a source of the same word; a body that the report names by a word of that sort. What tells a
person apart but is no office ("the nominee", "the billionaire") may stand for whoever is clearly spoken
of. The words are in `rules/anaphora.toml`.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from counterclaim.attribute.source.anaphora_words import load_words
from counterclaim.attribute.source.bodies import Bodies
from counterclaim.attribute.source.person import Person
from counterclaim.attribute.source.salience import Salience
from counterclaim.attribute.source.sources import Scene, content_words, is_person, party_source
from counterclaim.language.parties import Party
from counterclaim.model.claim import Source

DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their"})
_REACH = 4
"""Sentences: how far back the nearest holder of an office counts as meant."""
_MOST = 400
"""Sources, parties: how many of those before a description are looked at."""
_CLEARLY = 1.5
"""How many times the next person's weight whoever an epithet stands for must have."""

History = Sequence[tuple[int, str, Source]]


class Descriptions:
    """The descriptions of one report; `history` is the sources so far, in order."""

    def __init__(self, scene: Scene, salience: Salience, history: History) -> None:
        self._scene = scene
        self._salience = salience
        self._history = history
        self._parties: list[tuple[int, Party]] = [
            (last, found[0])
            for _, last, found in scene.parties.scan(scene.parse.word)
            if len(found) == 1
        ]
        self._bodies = Bodies(scene)

    def resolve(self, head: int, tokens: tuple[int, int]) -> Source | None:
        """Whom the phrase stands for; None where it is left as its own words."""
        parse = self._scene.parse
        first, low = tokens[0], parse.lower[head]
        if parse.lower[first] not in DEFINITE or parse.tag[head] not in ("NN", "NNS", "NNP"):
            return None
        table = load_words()
        if low in table.called and any(parse.tag[t][:3] == "NNP" for t in range(first, head)):
            return None
        words = {
            parse.lower[t]
            for t in range(first, head + 1)
            if parse.tag[t] in ("NN", "NNS", "JJ", "NNP") and len(parse.word[t]) > 2
        } - table.passing
        ways: tuple[Callable[[], Source | None], ...] = (
            lambda: self._of_its_country(tokens),
            lambda: self._of_kind(head, low, words - {low}),
            lambda: self._in_office(head, tokens, words),
            lambda: self._same_words(head, low, words),
            lambda: self._bodies.named(head, words - {low}),
            lambda: self._epithet(head, tokens, words),
        )
        if parse.tag[head] == "NNS":
            ways = (ways[1], ways[3])
        return next((found for way in ways if (found := way()) is not None), None)

    def _of_its_country(self, tokens: tuple[int, int]) -> Source | None:
        """ "its defence ministry": that of the one country named in the sentence or the one before."""
        scene, first = self._scene, tokens[0]
        parse = scene.parse
        if parse.lower[first] != "its" or tokens[1] == first:
            return None
        end = bisect_left(self._parties, first, key=lambda pair: pair[0])
        near = [
            party
            for at, party in self._parties[max(0, end - _MOST) : end]
            if parse.sentence_of[first] - parse.sentence_of[at] <= 1 and at not in scene.quoted
        ]
        owner = near[-1] if near and {p.id for p in near} == {near[-1].id} else None
        if owner is None or not owner.id.startswith("gov:"):
            return None
        people = owner.name.removesuffix(" government")
        found = scene.parties.find(f"{people} {parse.words(first + 1, tokens[1])}")
        return party_source(found[0]) if len(found) == 1 else None

    def _of_kind(self, head: int, low: str, narrowing: set[str]) -> Source | None:
        """ "the ministry", "the armed group": the party named last that has the words in its name, or
        of whose kind they are."""
        table = load_words()
        last = bisect_left(self._parties, head, key=lambda pair: pair[0])
        for at, party in reversed(self._parties[max(0, last - _MOST) : last]):
            if at in self._scene.quoted or party.kind not in table.nouns:
                continue
            name = content_words(party.name)
            fits = low in name or low in table.nouns.get(party.kind, ())
            if fits and narrowing <= name | set(table.narrowing.get(party.kind, ())):
                return party_source(party)
        return None

    def _in_office(self, head: int, tokens: tuple[int, int], words: set[str]) -> Source | None:
        """ "the French president": the holder of an office that the report names.

        Where nobody has all the words, the one person who holds the office is meant, if only words
        that tell no country are too many: "the Riverland senator" after "Sen. Ana Moreno".
        """
        scene, table = self._scene, load_words()
        if not self._is_somebody(scene.parse.lower[head]):
            return None
        codes = scene.countries(tokens[0], head)
        office = {w for w in words if not scene.parties.country(w)}
        persons = [p for p in scene.people.persons if office and self._holds(p, office, codes)]
        if not persons and len(office) > 1:
            noun = table.alike(scene.parse.lower[head])
            holders = [p for p in scene.people.persons if noun & p.offices and codes <= p.countries]
            claimed = any(
                table.alike(w) & p.offices
                for w in office - {scene.parse.lower[head]}
                for p in scene.people.persons
                if p not in holders
            )
            persons = holders if len(holders) == 1 and not claimed else []
        persons = self._nearest(head, persons)
        if len(persons) == 1:
            return scene.person(persons[0])
        if persons:
            names = {p.name for p in persons}
            return scene.open(scene.parse.words(*tokens), scene.kind(head), names)
        return None

    def _is_somebody(self, noun: str) -> bool:
        """Whether the noun is a word for one person, not for a body or a thing: "senator", "judge"."""
        known = self._scene.descriptors.noun(noun)
        if known is not None:
            return not known.body
        table = load_words()
        return (
            noun in table.epithets
            or any(noun in alike for alike in table.same)
            or self._is_office(noun)
        )

    def _holds(self, person: Person, office: set[str], codes: set[str]) -> bool:
        table = load_words()
        return codes <= person.countries and all(table.alike(w) & person.offices for w in office)

    def _nearest(self, head: int, persons: list[Person]) -> list[Person]:
        """Those of `persons` whom the nearest sentence before names, within reach.

        Else all; but what many may be ("the candidate") is nobody who is out of reach.
        """
        parse = self._scene.parse
        last = {
            p.number: max((parse.sentence_of[a] for a, _ in p.mentions if a < head), default=-1)
            for p in persons
        }
        nearest = max(last.values(), default=-1)
        if nearest < 0 or parse.sentence_of[head] - nearest > _REACH:
            return [] if parse.lower[head] in load_words().epithets else persons
        return [p for p in persons if last[p.number] == nearest]

    def _same_words(self, head: int, low: str, words: set[str]) -> Source | None:
        """ "the source said": the source of the same word before it."""
        for at, word, source in reversed(self._history[-_MOST:]):
            if at < head and word.rstrip("s") == low.rstrip("s"):
                if words <= content_words(source.name) | {low} or source.anonymous:
                    named = source.party is None and not source.anonymous
                    return (self._bodies.named(head, words - {low}) if named else None) or source
                if is_person(source) and len(words) == 1:
                    return source
        return None

    def _epithet(self, head: int, tokens: tuple[int, int], words: set[str]) -> Source | None:
        """ "the billionaire", "the Riverland senator": whoever is clearly spoken of.

        Unless another office or country of that person is known, or somebody else is known by one of
        the words. An office needs a word for where or for whom it is held: "the senator" alone does
        not tell, and countries must be the person's own.
        """
        scene, table = self._scene, load_words()
        low = scene.parse.lower[head]
        placed = any(scene.parse.entity[t] in ("GPE", "NORP") for t in range(tokens[0], head))
        if low not in table.epithets and not (placed and self._is_somebody(low)):
            return None
        ranked = self._salience.ranked(head, table.gender(low))
        if not ranked or not is_person(ranked[0][1]):
            return None
        if len(ranked) > 1 and ranked[0][0] < ranked[1][0] * _CLEARLY:
            return None
        name = ranked[0][1].name
        chosen = next((p for p in scene.people.persons if p.name == name), None)
        if chosen is None or not scene.countries(tokens[0], head) <= chosen.countries:
            return None
        office = self._is_office(low) and not table.alike(low) & chosen.offices
        if office and any(self._is_office(w) for w in chosen.offices):
            return None
        for person in scene.people.persons:
            if person is not chosen and any(table.alike(w) & person.offices for w in words - {low}):
                return None
        return ranked[0][1]

    def _is_office(self, word: str) -> bool:
        return self._scene.descriptors.title((word.capitalize(),)) is not None
