"""Acceptance: which candidates are place names, and by which rule.

Three witnesses are heard: the tagger's entities, the gazetteer, and the words around the name.
"""

from counterclaim.language.parse import Entity, Parse
from counterclaim.model.event import PlacePrecision
from counterclaim.situate.gazetteer.lookup import Entry
from counterclaim.situate.toponyms.mention import Mention
from counterclaim.situate.toponyms.words import ToponymWords

KNOWN = 200_000
"""People that make a place known by its bare name, without any other sign."""

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
BODY_LABELS = frozenset({"ORG", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT"})
NAME_TAGS = frozenset({"NNP", "NNPS"})
_BEFORE = frozenset(("the", "a", "an", "'", '"', "“", "‘"))
_AFTER = frozenset(("'s", "’s", "'", "’", ".", "-", "–"))


def well_known(entries: tuple[Entry, ...]) -> bool:
    """Whether a bare name is enough: a country, a province, a large town under its own name."""
    for entry in entries[:4]:
        if entry.precision in ("country", "sea") or entry.capital:
            return True
        if entry.precision == "province" and entry.population >= KNOWN:
            return True
        people = KNOWN if entry.use == "name" else 5 * KNOWN
        if entry.precision == "town" and entry.population >= people:
            return True
        if entry.precision == "region" and entry.use == "name":
            return True
    return False


class Judge:
    """The tests on one report's candidates."""

    def __init__(self, parse: Parse, words: ToponymWords) -> None:
        self.parse = parse
        self.words = words
        self.entity_at = parse.entity_at

    def entity(self, mention: Mention) -> Entity | None:
        """The tagger's entity that the mention starts or ends in."""
        return self.entity_at.get(mention.first) or self.entity_at.get(mention.last)

    def fills(self, mention: Mention, entity: Entity) -> bool:
        """Whether the mention is the whole entity, articles, compass words and 's aside."""
        lower = self.parse.lower
        first, last = entity.first, entity.last
        while first < mention.first and (
            lower[first] in _BEFORE or lower[first] in self.words.between
        ):
            first += 1
        while last > mention.last and (lower[last] in _AFTER or lower[last] in self.words.noun):
            last -= 1
        return first >= mention.first and last <= mention.last

    def before(self, i: int) -> str:
        """The lower-cased word before token `i` in its sentence, empty at the start."""
        same = i > 0 and self.parse.sentence_of[i - 1] == self.parse.sentence_of[i]
        return self.parse.lower[i - 1] if same else ""

    def after(self, i: int) -> str:
        """The lower-cased word after token `i` in its sentence, empty at the end."""
        n = len(self.parse)
        same = i + 1 < n and self.parse.sentence_of[i + 1] == self.parse.sentence_of[i]
        return self.parse.lower[i + 1] if same else ""

    def is_name(self, i: int) -> bool:
        """Whether token `i` looks like a part of a name."""
        if not 0 <= i < len(self.parse):
            return False
        return self.parse.word[i][0].isupper() and self.parse.tag[i] in NAME_TAGS

    def in_longer_name(self, mention: Mention) -> bool:
        """Whether capitalised words go on before or after it ("Paris Hilton")."""
        prev, nxt = mention.first - 1, mention.last + 1
        if self.after(mention.last) and self.is_name(nxt):
            return True
        if not self.before(mention.first) or self.parse.lower[prev] in self.words.between:
            return False
        return self.is_name(prev)

    def is_person(self, mention: Mention) -> bool:
        """Whether the words around it make it a person."""
        if self.before(mention.first) in self.words.titles:
            return True
        entity = self.entity(mention)
        return entity is not None and entity.label == "PERSON" and not self.fills(mention, entity)

    def is_located(self, mention: Mention) -> bool:
        """Whether a preposition of place governs it, with compass words between or not."""
        i = mention.first
        word = self.before(i)
        while word in self.words.between and i > 0:
            i -= 1
            word = self.before(i)
        if word in self.words.prepositions:
            return True
        return word == "of" and i > 1 and self.parse.lower[i - 2] in self.words.of

    def is_object(self, mention: Mention) -> bool:
        """Whether it is what somebody enters, shells, leaves."""
        i = mention.last
        parse = self.parse
        return parse.dep[i] == "dobj" and parse.lower[parse.head[i]] in self.words.verbs

    def is_dateline(self, mention: Mention) -> bool:
        """Whether it opens a paragraph and a dash follows ("ALEPPO — ", "PARIS, France (AP) -")."""
        parse = self.parse
        number = parse.sentence_of[mention.first]
        sentence = parse.sentences[number]
        opens = number == 0 or parse.sentences[number - 1].segment != sentence.segment
        if not opens or mention.first - sentence.first > 1:
            return False
        last = (mention.container or mention).last
        return parse.lower[last + 1 : last + 2] in (["—"], ["–"], ["-"], ["--"], ["("])

    def told_precision(self, mention: Mention) -> PlacePrecision | None:
        """What a noun beside it says it is: "Idlib province", "the province of Idlib"."""
        noun = self.words.noun
        after = self.after(mention.last)
        if after in noun and not self.parse.word[mention.last + 1][0].isupper():
            return noun[after]
        if after in self.words.office:
            return self.words.office[after]
        first = mention.first
        if self.before(first) == "the":
            first -= 1
        if self.before(first) == "of" and first > 1 and not self._is_of_a_part(first - 2):
            return noun.get(self.parse.lower[first - 2])
        return None

    def _is_of_a_part(self, i: int) -> bool:
        """Whether "NOUN of NAME" is a part of NAME, and not NAME itself: "a district of Kabul", "the
        Karlo district of Kabul", "the neighbourhood of Kabul"."""
        if self.parse.lower[i] in self.words.parts:
            return True
        return self.before(i) in ("a", "an", "another", "one") or (i > 0 and self.is_name(i - 1))

    def names_part(self, mention: Mention) -> bool:
        """ "the Karlo neighbourhood" is named so; "a quiet Karlo neighbourhood" is one in Karlo."""
        if self.after(mention.last) not in self.words.parts:
            return False
        before = self.parse.lower[max(0, mention.first - 4) : mention.first]
        return "the" in before and "a" not in before

    def rule(self, mention: Mention) -> str | None:
        """The rule that takes the mention for a place, None when none does."""
        if self.is_person(mention):
            return None
        entity = self.entity(mention)
        label = entity.label if entity else ""
        inside = entity is not None and not self.fills(mention, entity)
        if mention.adjective:
            return "embedded" if inside and label in BODY_LABELS else "adjective"
        tags = self.parse.tag[mention.first : mention.last + 1]
        name_like = not NAME_TAGS.isdisjoint(tags) or mention.end < self.parse.end[mention.last]
        if self.is_dateline(mention) and self.parse.word[mention.first].isupper():
            return "dateline"
        if label in PLACE_LABELS:
            return self._in_place(mention, inside) if name_like or not inside else None
        if not name_like:
            return None
        known = well_known(mention.entries)
        if inside:
            if self._follows_body(mention, entity):
                return "preposition"
            return "embedded" if label in BODY_LABELS and self._in_body(mention, known) else None
        return self._by_words(mention, label, known)

    def _in_place(self, mention: Mention, inside: bool) -> str | None:
        """Inside the tagger's place: a name that goes on is another place ("Stoke Newington")."""
        if not inside or mention.end < self.parse.end[mention.last]:
            return "entity"
        if not self.is_name(mention.last + 1):
            return "entity"
        if self.parse.lower[mention.last] == "county":
            return "entity"
        # "the Karlo Reading Hospital": a word in the midst of a name is part of it
        midst = self.is_name(mention.first - 1) and not well_known(mention.entries)
        return None if midst or self.after(mention.last) not in self.words.beside else "entity"

    def _follows_body(self, mention: Mention, entity: Entity | None) -> bool:
        """Whether a body or site is told to be in it: "the Karlo Hospital in Gaza City"."""
        return (
            entity is not None
            and entity.label == "ORG"
            and entity.first < mention.first - 1
            and entity.last == mention.last
            and self.before(mention.first) in ("in", "at", "near")
        )

    def _in_body(self, mention: Mention, known: bool) -> bool:
        """Inside the name of a body: "U.S. Department of Justice", "New Milford Police"."""
        if known or self.parse.lower[mention.last] == "county":
            return True
        return self.after(mention.last) in self.words.beside and (
            self.before(mention.first) in ("", "the") or not self.is_name(mention.first - 1)
        )

    def _by_words(self, mention: Mention, label: str, known: bool) -> str | None:
        """Where the tagger sees no place: what the gazetteer and the words around say."""
        words = self.words
        if mention.container is not None:
            return "contained"
        best = mention.entries[0]
        if best.precision == "country" or best.id.startswith("continent:"):
            return "country"
        if mention.wanted is not None:
            return "noun"
        after = self.after(mention.last)
        if self.in_longer_name(mention):
            beside = after in words.beside and self.is_name(mention.last + 1)
            return "beside" if beside else None
        if self.is_located(mention) and label != "NORP":
            return "preposition"
        if after in words.beside and (known or label in ("", "ORG")):
            return "beside"
        if self.is_object(mention) and label != "PERSON":
            return "object"
        single = mention.first == mention.last
        common = single and self.parse.lower[mention.first] in words.people
        return "known" if known and not common and label != "PERSON" else None
