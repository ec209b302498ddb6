"""Where a report names persons: what the recogniser saw, and what titles and known surnames show."""

import re
import unicodedata
from collections.abc import Iterable

from counterclaim.language.descriptors import Descriptors, Title
from counterclaim.language.parse import Entity, Parse
from counterclaim.language.parties import Parties

_WORD = re.compile(r"\w[\w’'.-]*")
_SUFFIX = frozenset({"jr", "sr", "ii", "iii", "iv"})
_NO_PERSON = ("NORP", "LOC", "GPE", "DATE", "TIME", "LANGUAGE", "LAW")
"""Labels of the recogniser that are never a person's name by mistake."""
_POSSESSIVE = ("’s", "'s")


class Names:
    """The names of persons in one report, as entities in no particular order."""

    def __init__(self, parse: Parse, descriptors: Descriptors, parties: Parties) -> None:
        self._parse = parse
        self._descriptors = descriptors
        self._parties = parties
        self._titles: dict[str, Title | None] = {}
        # "the Assad government" names a government, not the person it is called after.
        self._within = {
            t for first, last, _ in parties.scan(parse.word) for t in range(first, last + 1)
        }

    def find(self) -> list[Entity]:
        """Every name of a person; ranges do not overlap."""
        names = [
            self._trimmed(e)
            for e in self._parse.entities
            if e.label == "PERSON" and not self._within >= {*range(e.first, e.last + 1)}
        ]
        names += self._in_full(names)
        names += self._titled(names)
        segment = [self._parse.sentences[self._parse.sentence_of[e.first]].segment for e in names]
        below = {self.words(e) for e, s in zip(names, segment, strict=True) if s}
        surnames = {words[-1] for words in below if len(words) > 1}
        below |= {(surname,) for surname in surnames}
        names = [self._headline(e, below) for e in names]
        surnames |= {words[-1] for e in names if len(words := self.words(e)) > 1}
        return names + self._bare(names, surnames)

    def title(self, word: str) -> Title | None:
        """The title that the word is by itself."""
        if word not in self._titles:
            found = self._descriptors.title((word,))
            self._titles[word] = found[1] if found is not None else None
        return self._titles[word]

    def is_title(self, t: int) -> bool:
        """Whether the token is a title."""
        return self.title(self._parse.word[t]) is not None

    def words(self, e: Entity) -> tuple[str, ...]:
        """The words of a name in lower case, without the titles before it and endings such as "Jr".

        A title behind another word is none: "Mr King" and "Larry King" both end in "king".
        """
        found: list[str] = []
        title: str | None = None
        for t in range(e.first, e.last + 1):
            for word in _WORD.findall(self._parse.word[t]):
                low = _plain(word.lower().rstrip("."))
                if low.endswith(_POSSESSIVE):
                    low = low[:-2]
                if low in (*_POSSESSIVE, "s"):
                    continue
                if not found and self.title(word) is not None:
                    title = low
                    continue
                found.append(low)
        while len(found) > 1 and found[-1] in _SUFFIX:
            found.pop()
        if not found and title is not None and self._told(e.first - 1):
            found.append(title)
        return tuple(found)

    def _told(self, t: int) -> bool:
        """Whether the token is a title that tells the gender, which stands before a surname only."""
        title = self.title(self._parse.word[t]) if t >= 0 else None
        return title is not None and title.gender is not None

    def _trimmed(self, e: Entity) -> Entity:
        """A name without the word of another sort that it begins with: "Will Petrenko …?"."""
        first = e.first
        while first < e.last and self._parse.tag[first] in ("MD", "IN", "CC", "WRB", "VBD", "VBZ"):
            first += 1
        return Entity(first, e.last, e.label) if first > e.first else e

    def _in_full(self, names: Iterable[Entity]) -> list[Entity]:
        """Full names that the recogniser overlooked or took for something else.

        Of persons who stand elsewhere under their last word and nowhere in full: as a person that it
        saw, or as somebody who does something ("Petrenko said") and whose name is no common noun.
        """
        parse = self._parse
        known = {t for e in names for t in range(e.first, e.last + 1)} | self._within
        alone = {words[0] for e in names if len(words := self.words(e)) == 1}
        alone |= {
            low
            for t, low in enumerate(parse.lower)
            if parse.tag[t] in ("NNP", "NNPS")
            and parse.dep[t] == "nsubj"
            and t not in known
            and parse.left[t] == t == parse.right[t]
            and parse.entity[t] not in _NO_PERSON
            and self._descriptors.noun(low) is None
        }
        alone -= {words[-1] for e in names if len(words := self.words(e)) > 1}
        if not alone:
            return []
        common = {
            low for low, word in zip(parse.lower, parse.word, strict=True) if low == word
        } & alone
        found = []
        for t, low in enumerate(parse.lower):
            if low not in alone or low in common or t in known or not t:
                continue
            first = t
            while first and parse.tag[first - 1] == "NNP" and not self.is_title(first - 1):
                first -= 1
            behind = t + 1 < len(parse) and parse.tag[t + 1] in ("NNP", "NNPS")
            whole = range(first, t + 1)
            if behind or not 1 <= t - first <= 2 or not known.isdisjoint(whole):
                continue
            if parse.tag[t][:2] != "NN" or parse.entity[t] in _NO_PERSON:
                continue
            if all(parse.word[i][:1].isupper() for i in whole):
                found.append(Entity(first, t, "PERSON"))
        return found

    def _titled(self, names: Iterable[Entity]) -> list[Entity]:
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
                and self.title(parse.word[t]) is None
            ):
                last = t
                while (
                    last + 1 < len(parse) and parse.tag[last + 1] == "NNP" and last + 1 not in known
                ):
                    last += 1
                if self._told(t - 1) or self._bears(t, last):
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

    def _headline(self, e: Entity, elsewhere: set[tuple[str, ...]]) -> Entity:
        """A name of the headline without the capitalised words behind it that are no name: "Petrenko
        Breaks With …", where the report itself has the shorter name and never those words again."""
        parse = self._parse
        if parse.sentences[parse.sentence_of[e.first]].segment != 0 or self.words(e) in elsewhere:
            return e
        for last in range(e.last - 1, e.first - 1, -1):
            if parse.lower.count(parse.lower[last + 1]) > 1:
                return e
            shorter = Entity(e.first, last, e.label)
            if self.words(shorter) in elsewhere:
                return shorter
        return e

    def _bare(self, names: Iterable[Entity], surnames: set[str]) -> list[Entity]:
        """Surnames of persons named in full elsewhere, where the recogniser saw no person."""
        parse = self._parse
        known = {t for e in names for t in range(e.first, e.last + 1)} | self._within
        return [
            Entity(t, t, "PERSON")
            for t, low in enumerate(parse.lower)
            if low in surnames and t not in known and self._stands_alone(t)
        ]

    def _stands_alone(self, t: int) -> bool:
        """Whether the capitalised noun is no part of a longer name: not "Petrenko Foundation"."""
        parse = self._parse
        if not parse.word[t][0].isupper() or parse.tag[t][:2] not in ("NN", "JJ", "UH", "VB"):
            return False
        whole = parse.entity_at.get(t)
        if whole is not None and any(
            parse.tag[i][:2] == "NN" and i != t for i in range(whole.first, whole.last + 1)
        ):
            return False
        here = parse.sentence_of[t]
        behind = t + 1 < len(parse) and parse.sentence_of[t + 1] == here
        if behind and parse.tag[t + 1] in ("NNP", "NNPS") and parse.word[t + 1][0].isupper():
            return False
        before = t > 0 and parse.sentence_of[t - 1] == here and parse.tag[t - 1] in ("NNP", "NNPS")
        return not before or self.is_title(t - 1)


def _plain(word: str) -> str:
    """The word without accents: "François" and "Francois" are one."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
