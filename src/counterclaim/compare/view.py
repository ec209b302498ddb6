"""A claim's words as the rules read them.

The words are lower-cased and joined by single spaces, with each mention of a party or group as one
sign (`§0`, `§1`, …), so that a rule is a plain regular expression over one short string. Every item
knows the characters of the report it stands for.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import msgspec

from counterclaim.compare.names import Mention, find_mentions
from counterclaim.compare.words import first_words
from counterclaim.language.parties import Parties
from counterclaim.model.spans import Span

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Sgt|St)\."
    r"|[^\W_]+(?:[-'’.,](?=[^\W_])[^\W_]+)*|[^\w\s]"
)
_ASIDE = re.compile(
    r"(?<=§)(\d+) [(\[] (?:§\d+ |[/,;] |or |and |also |known |as |formerly )+[)\]] "
)
_STOP = "…"
SENTENCE_END = frozenset(".;:!?…")


class Fragment(msgspec.Struct, frozen=True):
    """A stretch of a report: its text, and the offset of its first character."""

    text: str
    start: int

    @property
    def span(self) -> Span:
        """Where the fragment stands in the report."""
        return Span(self.start, self.start + len(self.text))


@dataclass(frozen=True)
class View:
    """`line` begins and ends with a space and has one space between items; `first[i]` and `last[i]`
    are the characters `[first, last)` of item `i`."""

    line: str
    items: list[str]
    first: list[int]
    last: list[int]
    mentions: list[Mention]

    @cached_property
    def words(self) -> frozenset[str]:
        """The distinct items."""
        return frozenset(self.items)

    @cached_property
    def _starts(self) -> dict[int, int]:
        at, out = 1, {}
        for i, item in enumerate(self.items):
            out[at] = i
            at += len(item) + 1
        out[at] = len(self.items)
        return out

    def has(self, class_name: str) -> bool:
        """Whether a word that can begin an entry of the class stands here."""
        return not self.words.isdisjoint(first_words(class_name))

    def items_of(self, start: int, end: int) -> tuple[int, int]:
        """Item numbers `[first, last)` of the characters `[start, end)` of `line`; both must fall
        on the beginning of an item, as every match of a rule does."""
        return self._starts[start], self._starts[end]

    def mention(self, item: int) -> Mention:
        """The mention that an item (`§2`) stands for."""
        return self.mentions[int(self.items[item][1:])]

    def span(self, first: int, last: int) -> Span:
        """The report's characters of the items `[first, last)`."""
        return Span(self.first[first], self.last[last - 1])

    def before(self, item: int, reach: int) -> list[str]:
        """Up to `reach` items before `item`, within its sentence, in order."""
        out: list[str] = []
        while item > 0 and len(out) < reach:
            item -= 1
            if self.items[item] in SENTENCE_END:
                break
            out.append(self.items[item])
        return out[::-1]

    def sentence(self, item: int) -> tuple[int, int]:
        """Item numbers `[first, last)` of the sentence around `item`, without its full stop."""
        first, last = item, item
        while first > 0 and self.items[first - 1] not in SENTENCE_END:
            first -= 1
        while last < len(self.items) and self.items[last] not in SENTENCE_END:
            last += 1
        return first, last


def cut(fragments: Iterable[Fragment]) -> tuple[list[str], list[int], list[int]]:
    """Words of the fragments with their characters; a stop sign stands between two fragments."""
    words: list[str] = []
    first: list[int] = []
    last: list[int] = []
    for fragment in fragments:
        if words:
            words.append(_STOP)
            first.append(last[-1])
            last.append(last[-1] + 1)
        base = fragment.start
        for found in _TOKEN.finditer(fragment.text):
            start, end = found.span()
            words.append(found[0])
            first.append(base + start)
            last.append(base + end)
    if "’" in "".join(words):
        words = [w.replace("’", "'") for w in words]
    return words, first, last


def view(
    fragments: Sequence[Fragment], parties: Parties, anchors: frozenset[str] | None = None
) -> View:
    """The fragments as the rules read them; where none of `anchors` stands in them no rule will
    match, and mentions are not looked for."""
    words, starts, ends = cut(fragments)
    lower = [w.lower() for w in words]
    if anchors is not None and anchors.isdisjoint(lower):
        return View(" " + " ".join(lower) + " ", lower, starts, ends, [])
    mentions = find_mentions(words, lower, parties)
    items: list[str] = []
    first: list[int] = []
    last: list[int] = []
    at = 0
    for number, mention in enumerate(mentions):
        stop = mention.first
        items += lower[at:stop]
        items.append(f"§{number}")
        first += starts[at : stop + 1]
        last += ends[at:stop]
        last.append(ends[mention.last])
        at = mention.last + 1
    items += lower[at:]
    first += starts[at:]
    last += ends[at:]
    return _without_asides(View(" " + " ".join(items) + " ", items, first, last, mentions))


def _without_asides(seen: View) -> View:
    """The view with "Islamic State (IS/ISIL)" read as one mention."""
    found = _ASIDE.search(seen.line) if seen.mentions else None
    if not found:
        return seen
    a, b = seen.items_of(found.start() - 1, found.end())
    items = seen.items[: a + 1] + seen.items[b:]
    return _without_asides(
        View(
            " " + " ".join(items) + " ",
            items,
            seen.first[: a + 1] + seen.first[b:],
            [*seen.last[:a], seen.last[b - 1], *seen.last[b:]],
            seen.mentions,
        )
    )
