"""Whom a report has in mind at a point: persons ranked by how lately and in which role they stood.

The ranking follows Lappin and Leass, "An Algorithm for Pronominal Anaphora Resolution" (1994): each
sentence adds the weight of the best role somebody has in it, halved with every sentence that follows;
a pronoun that was resolved counts as a mention. Sentences that are all quotation are not counted, and
words inside quotations do not count for what stands outside. Gender excludes where the report tells
it, by a title or by its own pronouns; he and she are treated alike.
"""

from bisect import bisect_left, insort
from collections import Counter
from typing import NamedTuple

from counterclaim.attribute.source.person import Person
from counterclaim.attribute.source.sources import Scene, person_id
from counterclaim.language.parse import Parse
from counterclaim.model.claim import Source

GENDER = {
    "he": "male",
    "him": "male",
    "his": "male",
    "himself": "male",
    "she": "female",
    "her": "female",
    "hers": "female",
    "herself": "female",
}
_REACH = 5
"""Sentences of the report's own words: how far back a pronoun may point."""
_MOST = 200
"""Mentions: no more are looked at for one pronoun, however long a sentence is."""
_HALVED = 0.5
_CLEAR = 1.1
"""How many times the next best somebody must weigh to be chosen."""
_TITLE = 8
"""How many votes a title such as "Mr" has against the pronouns of the report."""
_TOLD, _SPEAKER, _SAME = 1.25, 1.5, 1.4
_MATRIX, _SUBJECT, _OBJECT, _OTHER, _OWNER, _PART = 10.0, 7.5, 5.0, 4.0, 3.0, 1.0
_SUBORDINATE = ("advcl", "relcl", "acl", "ccomp", "csubj", "pcomp", "xcomp")


class _Mention(NamedTuple):
    """Ordered by place; `rank` counts the sentences that have words outside quotations."""

    rank: int
    token: int
    key: str
    weight: float


class Salience:
    """Ranks the persons of one report at a token; tokens are asked for in any order."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        parse = scene.parse
        self._rank = _narrative_ranks(scene)
        self._named: dict[int, Source] = {}
        for person in scene.people.persons:
            source = scene.person(person)
            for first, last in person.mentions:
                head = mention_head(parse, first, last)
                if head not in scene.quoted:
                    self._named[head] = source
        self._gender: dict[str, str] = {}
        self._pronouns = {
            t
            for t, low in enumerate(parse.lower)
            if low in GENDER and parse.tag[t][:3] == "PRP" and t not in scene.quoted
        }
        self._learn_genders()
        self._spoke: tuple[str, int] | None = None
        self._read = 0
        self._sources: dict[str, Source] = {}
        self._mentions: list[_Mention] = []

    def note(self, head: int, source: Source) -> None:
        """Tell of a source at `head` that is one person: a name, "the minister", "a driver"."""
        key = source.party or f"words:{source.name}"
        if head in self._scene.quoted:
            return
        self._spoke = (key, head)
        if head not in self._named:
            self._named[head] = source
            if head < self._read:
                self._mention(key, source, head)

    def gender(self, person: Person) -> str | None:
        """The gender that the report tells of a person."""
        return self._gender.get(person_id(person.name))

    def pronoun(self, head: int) -> tuple[Source | None, tuple[Source, ...]]:
        """Whom he or she who speaks at `head` is, if it is clear, and all who come close to it.

        Who spoke last is likelier to go on than somebody else, unless the sentence itself has a
        subject that can be meant.
        """
        self._read_to(head)
        here = self._rank[self._scene.parse.sentence_of[head]]
        begun = any(m.rank == here and m.weight >= _SUBJECT for m in self._before(head))
        gender = GENDER.get(self._scene.parse.lower[head])
        ranked = self.ranked(head, gender, None if begun else self._spoke)
        if not ranked:
            return None, ()
        best = ranked[0][0]
        close = tuple(source for weight, source in ranked if weight * _CLEAR > best)
        return (close[0] if len(close) == 1 else None), close

    def ranked(
        self, head: int, gender: str | None, spoke: tuple[str, int] | None = None
    ) -> list[tuple[float, Source]]:
        """Those who can be meant at `head`, heaviest first; `spoke` is who spoke last, and where."""
        self._read_to(head)
        here = self._rank[self._scene.parse.sentence_of[head]]
        best: dict[str, dict[int, float]] = {}
        for m in self._before(head):
            weight = m.weight * (_SAME if m.rank == here else _HALVED ** (here - m.rank))
            ranks = best.setdefault(m.key, {})
            ranks[m.rank] = max(weight, ranks.get(m.rank, 0.0))
        barred = self._subject_of(head)
        out = []
        for key, ranks in best.items():
            told = self._gender.get(key)
            if key == barred or (gender is not None and told not in (None, gender)):
                continue
            # One of whom the report tells the gender is likelier than one of whom it does not.
            weight = sum(ranks.values()) * (_TOLD if gender and told else 1.0)
            weight *= _SPEAKER if spoke is not None and spoke[0] == key else 1.0
            out.append((weight, self._sources[key]))
        return sorted(out, key=lambda pair: (-pair[0], pair[1].name))

    def _before(self, head: int) -> list[_Mention]:
        """The mentions within reach before `head`, in order."""
        here = self._rank[self._scene.parse.sentence_of[head]]
        first = bisect_left(self._mentions, (here - _REACH,))
        last = bisect_left(self._mentions, (here, head))
        return self._mentions[max(first, last - _MOST) : last]

    def _subject_of(self, head: int) -> str | None:
        """The key of the subject of the verb whose object `head` is: "Ann met her" is not Ann."""
        parse = self._scene.parse
        verb = parse.head[head]
        if parse.dep[head] not in ("dobj", "iobj", "dative", "pobj"):
            return None
        if parse.dep[head] == "pobj":
            verb = parse.head[verb]
        own = parse.child(verb, "nsubj", "nsubjpass")
        source = self._named.get(own) if own is not None else None
        return source.party if source is not None else None

    def _read_to(self, head: int) -> None:
        """Takes in the mentions before `head`, pronouns among them."""
        parse = self._scene.parse
        for t in range(self._read, head):
            if t in self._named:
                source = self._named[t]
                self._mention(source.party or f"words:{source.name}", source, t)
            elif t in self._pronouns:
                self._read = t
                ranked = self.ranked(t, GENDER[parse.lower[t]])
                if ranked and (len(ranked) == 1 or ranked[0][0] >= ranked[1][0] * _CLEAR):
                    source = ranked[0][1]
                    self._mention(source.party or f"words:{source.name}", source, t)
        self._read = max(self._read, head)

    def _mention(self, key: str, source: Source, token: int) -> None:
        rank = self._rank[self._scene.parse.sentence_of[token]]
        self._sources.setdefault(key, source)
        weight = role_weight(self._scene.parse, token)
        insort(self._mentions, _Mention(rank, token, key, weight))

    def _learn_genders(self) -> None:
        """Genders from the report's own pronouns, where only one person can be meant: he or she in a
        sentence that has named one person so far, or none after the last that names one.

        Objects do not count ("Ann met her" is not Ann), and owners count half: "her" may be of
        another.
        """
        parse = self._scene.parse
        named: dict[int, list[tuple[int, str]]] = {}
        for t, source in self._named.items():
            if source.party is not None:
                rank = self._rank[parse.sentence_of[t]]
                named.setdefault(rank, []).append((t, source.party))
        votes = {
            person_id(p.name): Counter({p.gender: _TITLE})
            for p in self._scene.people.persons
            if p.gender is not None
        }
        for t in sorted(self._pronouns):
            if parse.dep[t] not in ("nsubj", "nsubjpass", "poss"):
                continue
            here = self._rank[parse.sentence_of[t]]
            weight = 1 if parse.dep[t] == "poss" else 2
            before = {key for at, key in named.get(here, ()) if at < t}
            if not before:
                last = next((r for r in range(here - 1, here - 4, -1) if r in named), -1)
                before, weight = {key for _, key in named.get(last, ())}, weight - 1
            if len(before) == 1 and weight:
                votes.setdefault(before.pop(), Counter())[GENDER[parse.lower[t]]] += weight
        for key, counts in votes.items():
            ((gender, most), *rest) = counts.most_common(2)
            if most >= 2 and most > 3 * (rest[0][1] if rest else 0):
                self._gender[key] = gender


def mention_head(parse: Parse, first: int, last: int) -> int:
    """The token of a name that hangs on a word outside it."""
    outside = [t for t in range(first, last + 1) if not first <= parse.head[t] <= last]
    return outside[-1] if outside else last


def role_weight(parse: Parse, token: int) -> float:
    """How much a mention weighs by its role in the sentence."""
    t = token
    while parse.dep[t] in ("appos", "conj", "flat") and parse.head[t] != t:
        t = parse.head[t]
    dep = parse.dep[t]
    if dep in ("nsubj", "nsubjpass"):
        return _SUBJECT if parse.dep[parse.head[t]] in _SUBORDINATE else _MATRIX
    if dep in ("agent", "csubj") or (dep == "pobj" and parse.dep[parse.head[t]] == "agent"):
        return _SUBJECT
    if dep in ("dobj", "iobj", "dative", "attr", "oprd", "ROOT"):
        return _OBJECT
    if dep == "poss":
        return _OWNER
    return _PART if dep in ("compound", "nmod", "amod") else _OTHER


def _narrative_ranks(scene: Scene) -> list[int]:
    """For each sentence, how many sentences with words outside quotations stand before it."""
    ranks, rank = [], 0
    for sentence in scene.parse.sentences:
        ranks.append(rank)
        rank += any(
            t not in scene.quoted and scene.parse.word[t][0].isalpha()
            for t in range(sentence.first, sentence.last + 1)
        )
    return ranks
