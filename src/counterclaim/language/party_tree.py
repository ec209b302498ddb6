"""The tree of names: which parties' names begin at a place in a text, and where each ends.

Names of single parties, words for countries and the nouns of institutions share one tree, so that a
text is walked once. "Russian Defence Ministry" is no path of its own: it is a word for a country,
then a noun that may follow one. That keeps some 250,000 names in a few thousand nodes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from counterclaim.language.party_patterns import AFTER, BEFORE, Country, Form, Frame, Institution
from counterclaim.language.party_words import DASH, JOINT, key, variants
from counterclaim.model.claim import SourceKind

Text = Sequence[tuple[str, str]]
"""Atoms of a text, each as written and folded."""


class Hit(NamedTuple):
    """A name that ends before atom `stop`.

    Atoms `[first, last)` are those of which one must have a capital in running text. `own` tells a
    name from the data from one that a pattern made.
    """

    stop: int
    party: str
    first: int
    last: int
    own: bool


class Node:
    """A node of the tree; the other slots hold what ends here."""

    __slots__ = ("next", "nouns", "parties", "words")

    def __init__(self) -> None:
        self.next = _LEAF
        self.parties: tuple[str, ...] = ()
        self.words: tuple[tuple[str, Form], ...] = ()
        self.nouns: tuple[tuple[str, Frame], ...] = ()

    def at(self, path: Iterable[str]) -> "Node":
        """The node at the end of `path`, made where it is not there yet."""
        node = self
        for atom in path:
            below = node.next.get(atom)
            if below is None:
                if node.next is _LEAF:
                    node.next = {}
                below = node.next[atom] = Node()
            node = below
        return node


_LEAF: dict[str, Node] = {}
"""What every leaf has below it; shared, since most nodes are leaves, and never written to."""


def walk(root: Node, text: Text, start: int) -> Iterator[tuple[int, Node]]:
    """(atom after the last, node) of every path from `root` along `text`, shortest first.

    Possessive endings, hyphens and articles inside a name are passed over.
    """
    nodes = [root]
    i = start
    while i < len(text):
        exact, folded = text[i]
        found = [below for node in nodes if (below := node.next.get(exact)) is not None]
        if folded != exact:
            found += [below for node in nodes if (below := node.next.get(folded)) is not None]
        i += 1
        if found:
            nodes = found
            for node in nodes:
                yield i, node
        elif i - 1 == start or exact not in (JOINT, DASH, "the"):
            return


class NameTree:
    """All names of all parties. `kind_of` gives a party's kind by its id."""

    def __init__(
        self,
        names: Iterable[tuple[str, Iterable[str]]],
        countries: Mapping[str, Country],
        institutions: Mapping[str, Institution],
        suffixes: Mapping[SourceKind, Iterable[str]],
        kind_of: Callable[[str], SourceKind],
    ) -> None:
        self.root = Node()
        self.after: dict[Frame, Node] = {frame: Node() for frame in AFTER}
        self._suffixes: dict[SourceKind, Node] = {}
        self._kind_of = kind_of
        self._bare: dict[Form, tuple[str, ...]] = {}
        for party, aliases in names:
            for alias in aliases:
                for path in variants(key(alias)):
                    node = self.root.at(path)
                    if party not in node.parties:
                        node.parties += (party,)
        for code, country in countries.items():
            for form, word in country.words():
                self.root.at(key(word)).words += ((code, form),)
        for sort, institution in institutions.items():
            for form in institution.bare:
                self._bare[form] = (*self._bare.get(form, ()), sort)
            for frame, noun in institution.nouns():
                if frame in AFTER:
                    self.after[frame].at(key(noun)).nouns += ((sort, frame),)
                else:
                    self.root.at((*key(noun), BEFORE[frame][0])).nouns += ((sort, frame),)
        for kind, nouns in suffixes.items():
            top = self._suffixes[kind] = Node()
            for noun in nouns:
                top.at(key(noun)).parties = (kind,)

    def hits(self, text: Text, start: int) -> Iterator[Hit]:
        """Every name that begins at atom `start`."""
        for stop, node in walk(self.root, text, start):
            for party in node.parties:
                yield Hit(stop, party, start, stop, True)
                yield from self._with_suffix(text, start, stop, party)
            for code, form in node.words:
                if form != "people" or _is_people(
                    text, start, stop, (code, "adjective") in node.words
                ):
                    yield from self._of_country(text, start, stop, code, form)
            if node.nouns:
                yield from self._before_country(text, stop, node)

    def _with_suffix(self, text: Text, start: int, stop: int, party: str) -> Iterator[Hit]:
        nouns = self._suffixes.get(self._kind_of(party))
        if nouns is not None:
            for end, node in walk(nouns, text, _past_joint(text, stop)):
                if node.parties:
                    yield Hit(end, party, start, stop, True)

    def _of_country(
        self, text: Text, start: int, stop: int, code: str, form: Form
    ) -> Iterator[Hit]:
        for sort in self._bare.get(form, ()):
            yield Hit(stop, f"{sort}:{code}", start, stop, False)
        after = _past_joint(text, stop)
        for frame, forms in AFTER.items():
            if form in forms:
                for end, node in walk(self.after[frame], text, after):
                    for sort, _ in node.nouns:
                        yield Hit(end, f"{sort}:{code}", start, stop, False)

    def _before_country(self, text: Text, stop: int, node: Node) -> Iterator[Hit]:
        there = stop + 1 if stop < len(text) and text[stop][1] == "the" else stop
        for end, below in walk(self.root, text, there):
            for code, form in below.words:
                for sort, frame in node.nouns:
                    if form in BEFORE[frame][1]:
                        yield Hit(end, f"{sort}:{code}", there, end, False)


def _is_people(text: Text, start: int, stop: int, adjective: bool) -> bool:
    """Whether a people's name stands for its government: only after the article ("the Russians").

    Where it is also the adjective ("the French"), no word may follow that it could belong to.
    """
    after_article = start > 0 and text[start - 1][1] == "the"
    open_end = adjective and stop < len(text) and text[stop][0].isalnum()
    return after_article and not open_end


def _past_joint(text: Text, i: int) -> int:
    """`i`, or the atom after it where `i` is a possessive ending."""
    return i + 1 if i < len(text) and text[i][0] == JOINT else i


def longest(hits: Iterable[Hit]) -> tuple[int, tuple[str, ...]]:
    """Where the longest of `hits` ends, and the parties it may stand for; (-1, ()) without one.

    A name that the data give a party goes before one that a pattern makes.
    """
    best: list[Hit] = []
    for hit in hits:
        if not best or hit.stop > best[0].stop:
            best = [hit]
        elif hit.stop == best[0].stop:
            best.append(hit)
    if not best:
        return -1, ()
    own = any(hit.own for hit in best)
    return best[0].stop, tuple(dict.fromkeys(hit.party for hit in best if hit.own or not own))
