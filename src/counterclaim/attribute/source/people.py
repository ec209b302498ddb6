"""The persons of one report: every way it names each of them.

A person is what the report calls by one full name. Surnames, titles ("Mr Shoigu") and offices
("the defence minister") point back to them; two persons with one surname stay two, and a bare
surname is then ambiguous.
"""

from collections import Counter

from counterclaim.attribute.source.mentions import Names
from counterclaim.attribute.source.person import Person
from counterclaim.attribute.source.surnames import Owners
from counterclaim.language.descriptors import Descriptors
from counterclaim.language.parse import Entity, Parse
from counterclaim.language.parties import Parties

_OFFICE = ("NN", "NNS", "NNP", "NNPS", "JJ")


class People:
    """The persons of one report, by name and by token."""

    def __init__(self, parse: Parse, descriptors: Descriptors, parties: Parties) -> None:
        self._parse = parse
        self._parties = parties
        self._descriptors = descriptors
        self._names = Names(parse, descriptors, parties)
        self.persons: list[Person] = []
        self._at: dict[int, tuple[Person, ...]] = {}
        # Full names first, so that a surname in the headline finds the name in the text.
        names = [(self._names.words(e), e) for e in self._names.find()]
        shared = []
        for words, e in sorted(names, key=lambda pair: (-len(pair[0]), pair[1].first)):
            if words and not self._add(words, e):
                shared.append(e)
        self._share_out(shared)
        for person in self.persons:
            person.mentions.sort()
            self._read_offices(person)

    def _add(self, words: tuple[str, ...], e: Entity) -> bool:
        """Gives a name to the person it fits; False where it fits several."""
        fits = tuple(p for p in self.persons if _same(p.words, words))
        if not fits and len(words) == 1:
            # "Xi" of "Xi Jinping", and whoever is called by the first name alone.
            fits = tuple(p for p in self.persons if p.words[0] == words[0])
        if not fits:
            first = e.first
            while first < e.last and self._names.is_title(first):
                first += 1
            last = e.last
            while last > first and self._parse.tag[last] == "POS":
                last -= 1
            name = self._parse.words(first, last).removesuffix("’s").removesuffix("'s")
            person = Person(len(self.persons), " ".join(name.split()), words)
            self.persons.append(person)
            fits = (person,)
        self._give(e, fits)
        return len(fits) == 1

    def _give(self, e: Entity, fits: tuple[Person, ...]) -> None:
        for t in range(e.first, e.last + 1):
            self._at[t] = fits
        if len(fits) == 1:
            fits[0].mentions.append((e.first, e.last))

    def _share_out(self, shared: list[Entity]) -> None:
        """Surnames of several persons: each goes to the one it stands for, if that can be told."""
        owners = Owners(self._parse, self.persons, self._gender_before)
        for e in sorted(shared, key=lambda e: e.first):
            fits = owners.of(e, self._at[e.first])
            if len(fits) == 1:
                self._give(e, fits)

    def _gender_before(self, first: int) -> str | None:
        title = self._names.title(self._parse.word[first - 1]) if first else None
        title = title or self._names.title(self._parse.word[first])
        return title.gender if title is not None else None

    def _read_offices(self, person: Person) -> None:
        parse = self._parse
        told = Counter(g for first, _ in person.mentions if (g := self._gender_before(first)))
        person.gender = told.most_common(1)[0][0] if told else None
        for first, last in person.mentions:
            i = first - 1
            while i >= 0 and self._names.is_title(i):
                self._office_word(person, i)
                i -= 1
            titled = i < first - 1 or self._names.is_title(first)
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
                if self._names.is_title(t):
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
        title = self._names.title(self._parse.word[t])
        if title is not None:
            # "Sen." is the office "senator".
            person.offices |= {w for w in title.words.lower().split() if len(w) > 2}
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
