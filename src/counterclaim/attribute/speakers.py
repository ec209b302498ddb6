"""Who spoke: from the words of a source to a person, a party, or a description.

Names go to the report's persons and to the parties of the data files; pronouns and descriptions to
whom the report spoke of before. Where several remain none is chosen and all are named as candidates.
"""

import re
import unicodedata

from counterclaim.attribute.finding import Finding
from counterclaim.attribute.people import People, Person, countries
from counterclaim.attribute.phrases import noun_phrase
from counterclaim.language.descriptors import Descriptors
from counterclaim.language.parse import Parse
from counterclaim.language.parties import Parties, Party
from counterclaim.model.claim import Source, SourceKind

NOT_NAMED = Source(name="not named", kind="unknown", anonymous=True)
"""The source of a claim that the report ascribes to nobody: "is believed to", "reportedly"."""

_PERSONAL = frozenset({"he", "she", "him", "her", "himself", "herself", "his"})
_PLURAL = frozenset({"they", "them", "their"})
_THING = frozenset({"it", "its", "which", "that"})
_GENDER = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female"}
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their"})
_NEAR = frozenset({"close", "near"})
_NAMELESS = frozenset({"anonymity", "unnamed", "anonymous", "unidentified"})
_REACH = 4
"""Sentences: how far back a pronoun may point."""


class Speakers:
    """Resolves the sources of one report, in the order of the text."""

    def __init__(
        self,
        parse: Parse,
        people: People,
        parties: Parties,
        descriptors: Descriptors,
        quoted: frozenset[int],
    ) -> None:
        self._parse = parse
        self._people = people
        self._parties = parties
        self._descriptors = descriptors
        self._quoted = quoted
        self._history: list[tuple[int, str, Source]] = []

    def resolve(self, f: Finding) -> Source:
        """The source of a finding; findings are asked for in the order of the text."""
        if f.source is None or f.speaker is None:
            return NOT_NAMED
        tokens = f.source
        if not tokens[0] <= f.speaker <= tokens[1]:
            # "activists, who say …": the words are "who", the speaker is what they stand for.
            clause = next(
                (
                    c
                    for c in self._parse.children[f.speaker]
                    if f.verb is not None and self._holds(c, f.verb)
                ),
                None,
            )
            tokens = noun_phrase(self._parse, f.speaker, without=clause)
        source = self.mention(f.speaker, tokens)
        if f.speaker not in self._quoted:
            self._history.append((f.speaker, self._parse.lower[f.speaker], source))
        return source

    def _holds(self, clause: int, verb: int) -> bool:
        return self._parse.left[clause] <= verb <= self._parse.right[clause]

    def mention(self, head: int, tokens: tuple[int, int]) -> Source:
        """The source that a noun phrase or pronoun names."""
        parse = self._parse
        low = parse.lower[head]
        if parse.tag[head] in ("PRP", "PRP$"):
            return self._pronoun(head, low)
        if parse.tag[head] in ("WP", "WDT", "DT") and low in ("who", "which", "that", "this"):
            return self._pronoun(head, "it") if low != "who" else self._pronoun(head, "they")
        if self._joint(head, tokens):
            return self._unresolved(head, tokens)
        return (
            self._named(head, tokens)
            or self._party(head, tokens)
            or self._described(head, tokens)
            or self._unresolved(head, tokens)
        )

    def _joint(self, head: int, tokens: tuple[int, int]) -> bool:
        """Whether several speak together: "Israel and Hamas", "Ann Lee and Bob Ray"."""
        parse = self._parse
        return (
            any(
                parse.dep[c] == "conj" and head < c <= tokens[1] and parse.tag[c][:3] == "NNP"
                for c in parse.children[head]
            )
            and parse.tag[head] in ("NNP", "NNPS")
            and bool(parse.child(head, "cc"))
        )

    # Names

    def _named(self, head: int, tokens: tuple[int, int]) -> Source | None:
        parse = self._parse
        persons = self._people.at(head, head)
        if not persons:
            for c in parse.children[head]:
                if parse.dep[c] == "appos" and self._people.at(c, c):
                    persons = self._people.at(c, c)
                    break
        if not persons and parse.tag[head] in ("NNP", "NNPS"):
            persons = self._by_last_word(parse.lower[head])
        if not persons:
            return None
        if parse.dep[head] == "poss" and tokens[1] > head + 1:
            return None
        if len(persons) == 1:
            return self._person(persons[0])
        return Source(
            name=parse.words(*tokens),
            kind="unknown",
            candidates=tuple(sorted(p.name for p in persons)),
        )

    def _by_last_word(self, low: str) -> tuple[Person, ...]:
        return tuple(p for p in self._people.persons if p.surname == low)

    def _person(self, person: Person) -> Source:
        kind: SourceKind = "unknown"
        for word in sorted(person.offices):
            known = self._descriptors.noun(word)
            if known is not None and known.kind not in ("unknown", "anonymous"):
                kind = known.kind
                if kind != "official":
                    continue
                break
        return Source(
            name=person.name,
            kind=kind,
            party=person_id(person.name),
            side=self._side(person.countries),
        )

    def _side(self, codes: set[str]) -> str | None:
        """The side of the one country that the words name."""
        if len(codes) != 1:
            return None
        party = self._parties.get("gov:" + next(iter(codes)))
        return party.side if party is not None else None

    def _party(self, head: int, tokens: tuple[int, int]) -> Source | None:
        parse = self._parse
        first, last = tokens
        tries = [parse.words(first, last)]
        entity = parse.entity_at.get(head)
        bare = self._bare(head, tokens)
        if bare != tokens:
            tries.append(parse.words(*bare))
        if entity is not None and entity.label in ("ORG", "GPE", "NORP", "LOC", "FAC"):
            tries.append(parse.words(entity.first, entity.last))
            if bare[0] < entity.first:
                tries.append(parse.words(bare[0], entity.last))
        if parse.tag[head] in ("NNP", "NNPS"):
            tries.append(parse.word[head])
        for words in tries:
            found = self._parties.find(words)
            if len(found) == 1:
                return party_source(found[0])
            if found:
                return Source(
                    name=words,
                    kind=_one_kind(found),
                    candidates=tuple(sorted(p.name for p in found)),
                )
        return None

    def _bare(self, head: int, tokens: tuple[int, int]) -> tuple[int, int]:
        """The phrase up to its head or its "of" phrase: without brackets and appositions."""
        parse = self._parse
        last = head
        for c in parse.children[head]:
            if (
                c > head
                and parse.dep[c] == "prep"
                and parse.lower[c] in ("of", "for")
                and c == last + 1
            ):
                last = parse.right[c]
        first = tokens[0]
        while first < head and (parse.tag[first] == "DT" or parse.word[first] in ("(", ",")):
            first += 1
        return first, max(min(last, tokens[1]), first)

    # Pronouns and descriptions

    def _pronoun(self, head: int, low: str) -> Source:
        parse = self._parse
        if low in _PERSONAL:
            found = self._person_before(head, _GENDER.get(low))
            if found is not None:
                return found
        wanted_plural = low in _PLURAL
        for at, word, source in reversed(self._history):
            if at >= head or parse.sentence_of[head] - parse.sentence_of[at] > _REACH:
                continue
            if low in _PERSONAL and (source.party or "").startswith("person:"):
                return source
            if low in _PERSONAL and source.anonymous and not word.endswith("s"):
                return source
            if wanted_plural and not (source.party or "").startswith("person:"):
                return source
            if low in _THING and not (source.party or "").startswith("person:"):
                return source
        return Source(name=parse.word[head], kind="unknown")

    def _person_before(self, head: int, gender: str | None) -> Source | None:
        """The person that "he" or "she" points to.

        Nearest sentence first; in it the subject before the others; words inside quotations do not
        count. Two persons that fit equally well are both candidates.
        """
        parse = self._parse
        here = parse.sentence_of[head]
        by_sentence: dict[int, list[tuple[int, Person]]] = {}
        for at, person in self._people.before(head):
            if here - parse.sentence_of[at] > _REACH:
                break
            if at in self._quoted or (
                gender is not None and person.gender is not None and person.gender != gender
            ):
                continue
            by_sentence.setdefault(parse.sentence_of[at], []).append((at, person))
        spoke = {source.party for _, _, source in self._history}
        for sentence in sorted(by_sentence, reverse=True):
            mentions = by_sentence[sentence]
            subjects = [p for at, p in mentions if self._is_subject(at)]
            persons = subjects or [p for _, p in mentions]
            unique = list({p.number: p for p in persons}.values())
            if len(unique) > 1:
                speakers = [p for p in unique if person_id(p.name) in spoke]
                unique = speakers if len(speakers) == 1 else unique
            if len(unique) == 1:
                return self._person(unique[0])
            if not subjects and sentence != min(by_sentence):
                continue
            return Source(
                name=parse.word[head],
                kind="unknown",
                candidates=tuple(sorted(p.name for p in unique)),
            )
        return None

    def _is_subject(self, at: int) -> bool:
        parse = self._parse
        t = at
        while parse.dep[t] in ("compound", "flat", "appos", "conj") and parse.head[t] != t:
            t = parse.head[t]
        return parse.dep[t] in ("nsubj", "nsubjpass", "agent")

    def _described(self, head: int, tokens: tuple[int, int]) -> Source | None:
        parse = self._parse
        first, _ = tokens
        if parse.lower[first] not in _DEFINITE or parse.tag[head] not in ("NN", "NNS", "NNP"):
            return None
        low = parse.lower[head]
        words = {
            parse.lower[t]
            for t in range(first, head + 1)
            if parse.tag[t] in ("NN", "NNS", "JJ", "NNP") and len(parse.word[t]) > 2
        }
        # "the source said": the unnamed source of the same word before it.
        for at, word, source in reversed(self._history):
            if at < head and (word == low or word.rstrip("s") == low.rstrip("s")):
                if words <= _content_words(source.name) | {low} or source.anonymous:
                    return source
                if (source.party or "").startswith("person:") and len(words) == 1:
                    return source
        codes = {c for t in range(first, head + 1) for c in countries(parse, t, self._parties)}
        words = {w for w in words if not self._parties.country(w)}
        persons = self._nearest(head, self._people.by_office(words, codes))
        if len(persons) == 1:
            return self._person(persons[0])
        if persons:
            return Source(
                name=parse.words(*tokens),
                kind=self._kind(head),
                candidates=tuple(sorted(p.name for p in persons)),
            )
        # "the ministry", "the group": the last party of which that word is part or kind.
        for at, _, source in reversed(self._history):
            if at < head and source.party is not None and not source.party.startswith("person:"):
                if low in _content_words(source.name):
                    return source
                if low in _KINDS.get(source.kind, ()):
                    return source
        return None

    def _nearest(self, head: int, persons: list[Person]) -> list[Person]:
        """Those of `persons` whom the nearest sentence before names, within reach; else all."""
        parse = self._parse
        here = parse.sentence_of[head]
        last = {
            p.number: max((parse.sentence_of[a] for a, _ in p.mentions if a < head), default=-1)
            for p in persons
        }
        nearest = max(last.values(), default=-1)
        if nearest < 0 or here - nearest > _REACH:
            return persons
        return [p for p in persons if last[p.number] == nearest]

    def _unresolved(self, head: int, tokens: tuple[int, int]) -> Source:
        parse = self._parse
        first, last = tokens
        words = [parse.lower[t] for t in range(first, last + 1)]
        known = self._descriptors.noun(parse.lower[head])
        definite = words[0] in _DEFINITE
        anonymous = known is not None and known.anonymous and not definite
        if _NAMELESS & set(words) or (known is not None and known.kind == "anonymous"):
            anonymous = True
        start = first + 1 if words[0] in ("a", "an", "the") and last > first else first
        codes = {c for t in range(first, last + 1) for c in countries(parse, t, self._parties)}
        return Source(
            name=" ".join(parse.words(start, last).split()),
            kind=self._kind(head),
            anonymous=anonymous,
            side=self._side(codes) if not _NEAR & set(words) else None,
            close_to=self._close_to(head),
        )

    def _close_to(self, head: int) -> str | None:
        """Whom an unnamed source is near: "a source close to X", "in the entourage of X"."""
        parse = self._parse
        for t in range(head + 1, parse.right[head] + 1):
            if parse.lower[t] in _NEAR or parse.lower[t] in ("entourage", "inside", "within"):
                for c in parse.children[t]:
                    thing = parse.child(c, "pobj") if parse.dep[c] == "prep" else None
                    if thing is not None:
                        near = self.mention(thing, noun_phrase(parse, thing))
                        return near.name
        return None

    def _kind(self, head: int) -> SourceKind:
        known = self._descriptors.noun(self._parse.lower[head])
        return known.kind if known is not None else "unknown"


_KINDS: dict[str, tuple[str, ...]] = {
    "armed group": ("group", "militants", "rebels", "militia", "movement", "insurgents"),
    "ngo": ("group", "organisation", "organization", "charity", "agency"),
    "monitor": ("group", "organisation", "organization", "monitor", "monitors", "observatory"),
    "igo": ("organisation", "organization", "alliance", "agency", "bloc", "body"),
    "media": ("agency", "newspaper", "outlet", "broadcaster", "channel", "paper"),
    "government": ("government", "administration", "regime", "ministry", "kremlin"),
    "military": ("military", "army", "ministry", "forces"),
    "company": ("company", "firm"),
}


def _content_words(name: str) -> set[str]:
    return {w.lower() for w in re.findall(r"\w+", name)}


def _one_kind(found: tuple[Party, ...]) -> SourceKind:
    kinds = {p.kind for p in found}
    return kinds.pop() if len(kinds) == 1 else "unknown"


def party_source(party: Party) -> Source:
    """A party of the data files as a source."""
    return Source(name=party.name, kind=party.kind, party=party.id, side=party.side)


def person_id(name: str) -> str:
    """`person:` and the name in plain letters: "François Hollande" and "Francois Hollande" are one."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "person:" + "-".join(re.findall(r"[a-z0-9]+", plain))
