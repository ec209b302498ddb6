"""Pronouns and descriptions: whom the report spoke of before.

The nearest sentence counts first, and in it the subject before the others (the ranking of centering
theory: Grosz, Joshi and Weinstein 1995). Words inside quotations do not count for what stands outside.
Where two fit equally well, neither is chosen.
"""

from collections.abc import Callable
from functools import lru_cache

import msgspec

from counterclaim.attribute.people import Person
from counterclaim.attribute.phrases import noun_phrase
from counterclaim.attribute.sources import Scene, content_words, is_person, party_source
from counterclaim.language.parties import Party
from counterclaim.language.tables import read_table
from counterclaim.model.claim import Source

PERSONAL = frozenset({"he", "she", "him", "her", "himself", "herself", "his"})
PLURAL = frozenset({"they", "them", "their", "who"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their"})
_GENDER = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female"}
_REACH = 4
"""Sentences: how far back a pronoun may point."""

Resolve = Callable[[int, tuple[int, int]], Source]


class Anaphora:
    """Who was spoken of so far; `note` is told of every source outside quotations, in order."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._history: list[tuple[int, str, Source]] = []
        self._parties: list[tuple[int, Party]] = [
            (last, found[0])
            for _, last, found in scene.parties.scan(scene.parse.word)
            if len(found) == 1
        ]

    def note(self, head: int, source: Source) -> None:
        """Remember a source by the token that named it."""
        self._history.append((head, self._scene.parse.lower[head], source))

    def pronoun(self, head: int, resolve: Resolve) -> Source:
        """Whom "he", "they" or "it" points to; `resolve` reads a noun phrase."""
        low = self._scene.parse.lower[head]
        found = None
        if low in PERSONAL:
            found = self._person(head, _GENDER.get(low)) or self._earlier(head, personal=True)
        else:
            found = self._body(head, low in PLURAL, resolve) or self._earlier(head, personal=False)
        return found or Source(name=self._scene.parse.word[head], kind="unknown")

    def _earlier(self, head: int, *, personal: bool) -> Source | None:
        """The last source before `head` that is a person (or one unnamed), or that is none."""
        parse = self._scene.parse
        for at, word, source in reversed(self._history):
            if at >= head or parse.sentence_of[head] - parse.sentence_of[at] > _REACH:
                continue
            lone = source.anonymous and not word.endswith("s")
            if (is_person(source) or lone) if personal else not is_person(source):
                return source
        return None

    def _body(self, head: int, plural: bool, resolve: Resolve) -> Source | None:
        """The body that is the subject before "it" or "they", in this sentence or the one before."""
        scene, parse = self._scene, self._scene.parse
        here = parse.sentence_of[head]
        for number in range(here, max(here - 2, -1), -1):
            sentence = parse.sentences[number]
            for t in range(sentence.first, min(sentence.last + 1, head)):
                if parse.dep[t] not in ("nsubj", "nsubjpass") or t in scene.quoted:
                    continue
                if parse.tag[t][:2] != "NN" or (plural and parse.tag[t] not in ("NNS", "NNPS")):
                    continue
                known = scene.descriptors.noun(parse.lower[t])
                tokens = noun_phrase(parse, t)
                if (known is not None and (known.body or plural)) or scene.parties.find(
                    parse.words(*tokens)
                ):
                    found = resolve(t, tokens)
                    return None if is_person(found) else found
        return None

    def _person(self, head: int, gender: str | None) -> Source | None:
        """The person of the nearest sentence; two that fit equally well are both candidates."""
        scene, parse = self._scene, self._scene.parse
        here = parse.sentence_of[head]
        by_sentence: dict[int, list[tuple[int, Person]]] = {}
        for at, person in scene.people.before(head):
            if here - parse.sentence_of[at] > _REACH:
                break
            other = gender is not None and person.gender not in (None, gender)
            if at not in scene.quoted and not other:
                by_sentence.setdefault(parse.sentence_of[at], []).append((at, person))
        spoke = {source.party for _, _, source in self._history}
        for sentence in sorted(by_sentence, reverse=True):
            mentions = by_sentence[sentence]
            subjects = [p for at, p in mentions if self._is_subject(at)]
            unique = {p.name: scene.person(p) for p in subjects or [p for _, p in mentions]}
            if len(unique) > 1:
                speakers = {n: s for n, s in unique.items() if s.party in spoke}
                unique = speakers if len(speakers) == 1 else unique
            if len(unique) == 1:
                return next(iter(unique.values()))
            if subjects or sentence == min(by_sentence):
                return scene.open(parse.word[head], "unknown", set(unique))
        return None

    def _is_subject(self, at: int) -> bool:
        parse = self._scene.parse
        t = at
        while parse.dep[t] in ("compound", "flat", "appos", "conj") and parse.head[t] != t:
            t = parse.head[t]
        return parse.dep[t] in ("nsubj", "nsubjpass", "agent")

    def described(self, head: int, tokens: tuple[int, int]) -> Source | None:
        """Whom "the source", "the French president", "the ministry", "the group" stands for."""
        parse = self._scene.parse
        first, low = tokens[0], parse.lower[head]
        if parse.lower[first] not in DEFINITE or parse.tag[head] not in ("NN", "NNS", "NNP"):
            return None
        words = {
            parse.lower[t]
            for t in range(first, head + 1)
            if parse.tag[t] in ("NN", "NNS", "JJ", "NNP") and len(parse.word[t]) > 2
        }
        return (
            self._of_kind(head, low, words - {low})
            or self._same_words(head, low, words)
            or self._in_office(head, tokens, words)
        )

    def _same_words(self, head: int, low: str, words: set[str]) -> Source | None:
        """ "the source said": the source of the same word before it."""
        for at, word, source in reversed(self._history):
            if at < head and word.rstrip("s") == low.rstrip("s"):
                if words <= content_words(source.name) | {low} or source.anonymous:
                    return source
                if is_person(source) and len(words) == 1:
                    return source
        return None

    def _in_office(self, head: int, tokens: tuple[int, int], words: set[str]) -> Source | None:
        """ "the French president": the holder of an office that the report names."""
        scene = self._scene
        codes = scene.countries(tokens[0], head)
        office = {w for w in words if not scene.parties.country(w)}
        persons = self._nearest(head, scene.people.by_office(office, codes))
        if len(persons) == 1:
            return scene.person(persons[0])
        if persons:
            names = {p.name for p in persons}
            return scene.open(scene.parse.words(*tokens), scene.kind(head), names)
        return None

    def _nearest(self, head: int, persons: list[Person]) -> list[Person]:
        """Those of `persons` whom the nearest sentence before names, within reach; else all."""
        parse = self._scene.parse
        last = {
            p.number: max((parse.sentence_of[a] for a, _ in p.mentions if a < head), default=-1)
            for p in persons
        }
        nearest = max(last.values(), default=-1)
        if nearest < 0 or parse.sentence_of[head] - nearest > _REACH:
            return persons
        return [p for p in persons if last[p.number] == nearest]

    def _of_kind(self, head: int, low: str, narrowing: set[str]) -> Source | None:
        """ "the ministry", "the armed group": the party named last that has the words in its name, or
        of whose kind they are."""
        table = _load()
        for at, party in reversed(self._parties):
            if at >= head or at in self._scene.quoted or party.kind not in table.nouns:
                continue
            name = content_words(party.name)
            fits = low in name or low in table.nouns.get(party.kind, ())
            if fits and narrowing <= name | set(table.narrowing.get(party.kind, ())):
                return party_source(party)
        return None


class _Table(msgspec.Struct):
    nouns: dict[str, frozenset[str]]
    narrowing: dict[str, frozenset[str]]


@lru_cache(maxsize=1)
def _load() -> _Table:
    return read_table("counterclaim.attribute", "rules/anaphora.toml", _Table)
