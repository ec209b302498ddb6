"""The persons of one report: every way it names each of them.

A person is what the report calls by one full name. Surnames, titles ("Mr Shoigu") and offices
("the defence minister") point back to them; two persons with one surname stay two, and a bare
surname is then ambiguous.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from counterclaim.language.descriptors import Descriptors, Title
from counterclaim.language.parse import Entity, Parse
from counterclaim.language.parties import Parties
from counterclaim.model.claim import SourceKind

_WORD = re.compile(r"\w[\w’'.-]*")
_OFFICE = ("NN", "NNS", "NNP", "NNPS", "JJ")
_SUFFIX = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(slots=True)
class Person:
    """One person of a report.

    `name` is the fullest form seen; `offices` are the lower-case words that stand before or in
    apposition to the name ("russian", "defence", "minister"), `countries` the codes of those that
    name one and `kinds` those that they tell; `mentions` are token ranges (both ends included) in
    order; `gender` is told by a title such as "Mr", never by the name.
    """

    number: int
    name: str
    words: tuple[str, ...]
    offices: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    kinds: set[SourceKind] = field(default_factory=set)
    mentions: list[tuple[int, int]] = field(default_factory=list)
    gender: str | None = None

    @property
    def surname(self) -> str:
        """The last word of the name, lower case."""
        return self.words[-1]


class People:
    """The persons of one report, by name and by token."""

    def __init__(self, parse: Parse, descriptors: Descriptors, parties: Parties) -> None:
        self._parse = parse
        self._parties = parties
        self._descriptors = descriptors
        self.persons: list[Person] = []
        self._at: dict[int, tuple[Person, ...]] = {}
        # "the Assad government" names a government, not the person it is called after.
        within = {t for first, last, _ in parties.scan(parse.word) for t in range(first, last + 1)}
        names = [
            e
            for e in parse.entities
            if e.label == "PERSON" and not within >= {*range(e.first, e.last + 1)}
        ]
        names += self._titled(names)
        # Full names first, so that a surname in the headline finds the name in the text.
        for e in sorted(names, key=lambda e: (-len(self._words(e)), e.first)):
            self._add(e)
        for person in self.persons:
            person.mentions.sort()
            self._read_offices(person)
        self._heads = sorted(self._at)

    def _titled(self, names: list[Entity]) -> list[Entity]:
        """Names that only their title shows: "Mr Hollande", where the recogniser saw no person."""
        parse = self._parse
        known = {t for e in names for t in range(e.first, e.last + 1)}
        found = []
        for t in range(1, len(parse)):
            if (
                t not in known
                and parse.tag[t] in ("NNP", "NNPS")
                and parse.tag[t - 1] in ("NNP", "NN")
                and parse.sentence_of[t] == parse.sentence_of[t - 1]
                and self._title(parse.word[t]) is None
            ):
                last = t
                while (
                    last + 1 < len(parse) and parse.tag[last + 1] == "NNP" and last + 1 not in known
                ):
                    last += 1
                title = self._title(parse.word[t - 1])
                if (title is not None and title.gender is not None) or self._bears(t, last):
                    found.append(Entity(t, last, "PERSON"))
        return found

    def _bears(self, first: int, last: int) -> bool:
        """Whether a full name stands behind the noun for a person: "spokesman Sediq Sediqqi"."""
        parse = self._parse
        noun = self._descriptors.noun(parse.word[first - 1])
        return (
            noun is not None
            and not noun.body
            and 1 <= last - first <= 3
            and parse.word[first - 1].islower()
            and not self._parties.find(parse.words(first, last))
        )

    def _words(self, e: Entity) -> tuple[str, ...]:
        found = []
        for t in range(e.first, e.last + 1):
            for word in _WORD.findall(self._parse.word[t]):
                low = word.lower().rstrip(".")
                if low.endswith(("’s", "'s")):
                    low = low[:-2]
                if low in ("’s", "'s", "s") or self._title(word) is not None:
                    continue
                found.append(low)
        while len(found) > 1 and found[-1] in _SUFFIX:
            found.pop()
        return tuple(found)

    def _add(self, e: Entity) -> None:
        words = self._words(e)
        if not words:
            return
        fits = tuple(p for p in self.persons if _same(p.words, words))
        if not fits:
            first = e.first
            while first < e.last and self._is_title(first):
                first += 1
            last = e.last
            while last > first and self._parse.tag[last] == "POS":
                last -= 1
            name = self._parse.words(first, last).removesuffix("’s").removesuffix("'s")
            person = Person(len(self.persons), " ".join(name.split()), words)
            self.persons.append(person)
            fits = (person,)
        for t in range(e.first, e.last + 1):
            self._at[t] = fits
        if len(fits) == 1:
            fits[0].mentions.append((e.first, e.last))

    def _title(self, word: str) -> Title | None:
        found = self._descriptors.title((word,))
        return found[1] if found is not None else None

    def _is_title(self, t: int) -> bool:
        return self._title(self._parse.word[t]) is not None

    def _read_offices(self, person: Person) -> None:
        parse = self._parse
        for first, last in person.mentions:
            i = first - 1
            while i >= 0 and self._is_title(i):
                self._office_word(person, i)
                i -= 1
            titled = i < first - 1 or self._is_title(first)
            if i > 0 and parse.word[i] == "," and titled:
                # "the President of France, Mr Hollande,": the office stands before the comma.
                i = self._office_before(i)
            while (
                i >= 0
                and parse.sentence_of[i] == parse.sentence_of[first]
                and (
                    parse.tag[i] in _OFFICE
                    or parse.tag[i] == "POS"
                    or parse.word[i] in ("-", "of", ".")
                )
            ):
                self._office_word(person, i)
                i -= 1
            for t in range(first, last + 1):
                if self._is_title(t):
                    self._office_word(person, t)
            self._apposition(person, first, last)

    def _office_before(self, comma: int) -> int:
        """The token before the comma where an office begins with "the" within eight tokens, else the
        comma itself."""
        for t in range(comma - 1, max(comma - 9, -1), -1):
            if self._parse.lower[t] == "the":
                adjunct = t > 0 and self._parse.tag[t - 1] == "IN"
                office = any(
                    self._descriptors.noun(self._parse.lower[w]) is not None
                    for w in range(t + 1, comma)
                )
                return comma - 1 if office and not adjunct else comma
            if self._parse.tag[t][:2] == "VB" or self._parse.word[t] in (",", "."):
                break
        return comma

    def _apposition(self, person: Person, first: int, last: int) -> None:
        """ "Ann Lee, the defence minister," and "the defence minister, Ann Lee,"."""
        parse = self._parse
        head = next(
            (t for t in range(last, first - 1, -1) if not first <= parse.head[t] <= last), last
        )
        if parse.dep[head] == "appos":
            noun = parse.head[head]
            for t in range(parse.left[noun], first):
                self._office_word(person, t)
        for c in parse.children[head]:
            if parse.dep[c] == "appos" and c > last:
                for t in range(parse.left[c], min(parse.right[c], parse.left[c] + 8) + 1):
                    self._office_word(person, t)

    def _office_word(self, person: Person, t: int) -> None:
        low = self._parse.lower[t].rstrip(".")
        title = self._title(self._parse.word[t])
        if title is not None:
            person.gender = person.gender or title.gender
        known = self._descriptors.noun(low)
        for told in (title.kind if title is not None else None, known.kind if known else None):
            if told not in (None, "unknown", "anonymous"):
                person.kinds.add(told)
        if self._parse.tag[t] in _OFFICE and len(low) > 2:
            person.offices.add(low)
            person.countries |= countries(self._parse, t, self._parties)

    def at(self, first: int, last: int) -> tuple[Person, ...]:
        """The persons that a range of tokens may name: none, one, or several of one surname.

        The name nearest to the end of the range counts: "a spokesman for Ann Lee" is asked for by
        the head token alone.
        """
        for t in range(last, first - 1, -1):
            if t in self._at:
                return self._at[t]
        return ()

    def by_office(self, words: set[str], codes: set[str]) -> list[Person]:
        """The persons whose titles and offices hold all of `words`, of the countries `codes`."""
        return [p for p in self.persons if words and words <= p.offices and codes <= p.countries]

    def before(self, token: int) -> list[tuple[int, Person]]:
        """(token, person) of unambiguous mentions before `token`, nearest first."""
        out = []
        for t in reversed(self._heads[: bisect_right(self._heads, token - 1)]):
            persons = self._at[t]
            if len(persons) == 1:
                out.append((t, persons[0]))
        return out


def countries(parse: Parse, t: int, parties: Parties) -> set[str]:
    """Codes of the countries that the token, alone or with the one before it, names: "Russian",
    "France", "United States", and by the seat of its government "Kremlin", "White House"."""
    word = parse.word[t]
    found = {*parties.country(word), *parties.seat(word)}
    if t and parse.tag[t - 1] in ("NNP", "NNPS"):
        pair = f"{parse.word[t - 1]} {word}"
        found |= {*parties.country(pair), *parties.seat(pair)}
    return found


def _same(known: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether `words` can be a shorter form of the name `known`: the surname, perhaps with some of
    the words before it, or its first letters."""
    if words == known:
        return True
    if words[-1] != known[-1] or len(words) > len(known):
        return False
    rest = list(known[:-1])
    for word in words[:-1]:
        match = next(
            (k for k in rest if k == word or (len(word) <= 2 and k.startswith(word.rstrip(".")))),
            None,
        )
        if match is None:
            return False
        rest = rest[rest.index(match) + 1 :]
    return True
