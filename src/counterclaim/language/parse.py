"""The parse of one report, as plain lists over its tokens.

The parser's own objects stay in `language.english`; every stage reads these lists. Token numbers run
through the whole report. Offsets point into the stored text. Tags are Penn Treebank tags,
dependencies are ClearNLP labels, as the English models of spaCy give them.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from counterclaim.model.spans import Span


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity: tokens `[first, last]` (inclusive) and its OntoNotes label."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `[first, last]` (inclusive) and the paragraph (index of the segment) they stand in."""

    first: int
    last: int
    segment: int


@dataclass
class Parse:
    """Tokens of a report in parallel lists, and the tree over them.

    `head[i]` is the number of the governing token, `i` itself for a root. `left[i]` and `right[i]`
    are the first and last token of `i`'s subtree (inclusive). Only titles and paragraphs are parsed.
    """

    text: str
    word: list[str]
    lower: list[str]
    start: list[int]
    end: list[int]
    tag: list[str]
    dep: list[str]
    head: list[int]
    entity: list[str]
    sentence_of: list[int]
    sentences: list[Sentence]
    entities: list[Entity]
    children: list[list[int]] = field(default_factory=list)
    left: list[int] = field(default_factory=list)
    right: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        n = len(self.word)
        children: list[list[int]] = [[] for _ in range(n)]
        left, right = list(range(n)), list(range(n))
        for i, h in enumerate(self.head):
            if h != i:
                children[h].append(i)
        # Every token behind its head, so that going backwards meets the lowest first: time grows with
        # the tokens alone, however deep the tree is.
        order = [i for i, h in enumerate(self.head) if h == i]
        for i in order:
            order += children[i]
        for i in reversed(order):
            h = self.head[i]
            if left[i] < left[h]:
                left[h] = left[i]
            if right[i] > right[h]:
                right[h] = right[i]
        self.children, self.left, self.right = children, left, right

    def __len__(self) -> int:
        return len(self.word)

    def span(self, first: int, last: int) -> Span:
        """Characters of the tokens `first` to `last`, both included."""
        return Span(self.start[first], self.end[last])

    def words(self, first: int, last: int) -> str:
        """The text of the tokens `first` to `last`, both included."""
        return self.text[self.start[first] : self.end[last]]

    def tokens_in(self, start: int, end: int) -> range:
        """Numbers of the tokens that share a character with `[start, end)`."""
        return range(bisect_right(self.end, start), bisect_left(self.start, end))

    def child(self, i: int, *deps: str) -> int | None:
        """The first child of `i` with one of these dependencies."""
        for c in self.children[i]:
            if self.dep[c] in deps:
                return c
        return None

    def child_list(self, i: int, *deps: str) -> list[int]:
        """All children of `i` with one of these dependencies, in order."""
        return [c for c in self.children[i] if self.dep[c] in deps]

    def ancestors(self, i: int) -> list[int]:
        """The tokens above `i`, nearest first."""
        out = []
        while self.head[i] != i:
            i = self.head[i]
            out.append(i)
        return out

    @cached_property
    def entity_at(self) -> dict[int, Entity]:
        """The entity that each token belongs to, for tokens that belong to one."""
        return {i: e for e in self.entities for i in range(e.first, e.last + 1)}
