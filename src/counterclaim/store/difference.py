"""What changed between two versions of a text."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

import msgspec

from counterclaim.model.spans import Span

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_WORD = re.compile(r"\w+|\s+|[^\w\s]")

Opcode = tuple[int, int, int, int]


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch that differs: `old` points into the old text, `new` into the new one; None where
    the words were added or taken out."""

    kind: Literal["added", "removed", "changed"]
    old: Span | None
    new: Span | None


def difference(old: str, new: str) -> tuple[Change, ...]:
    """The changes that turn `old` into `new`, in order.

    Lines are matched first and words only inside lines that differ, so that a long article with one
    corrected figure is cheap and shows the figure alone.
    """
    return tuple(_change(*stretch) for stretch in _stretches(old, new))


def _change(a: int, b: int, c: int, d: int) -> Change:
    kind: Literal["added", "removed", "changed"]
    kind = "added" if a == b else "removed" if c == d else "changed"
    return Change(kind=kind, old=Span(a, b) if a < b else None, new=Span(c, d) if c < d else None)


def _stretches(old: str, new: str) -> Iterator[Opcode]:
    for a, b, c, d in _unequal(_LINE, old, new, 0, 0):
        yield from _unequal(_WORD, old[a:b], new[c:d], a, c)


def _unequal(
    piece: re.Pattern[str], old: str, new: str, old_at: int, new_at: int
) -> Iterator[Opcode]:
    """Stretches of pieces that differ, as offsets moved by `old_at` and `new_at`."""
    olds, news = piece.findall(old), piece.findall(new)
    old_edges, new_edges = _edges(olds, old_at), _edges(news, new_at)
    matcher = SequenceMatcher(None, olds, news, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            yield old_edges[a], old_edges[b], new_edges[c], new_edges[d]


def _edges(pieces: list[str], at: int) -> list[int]:
    edges = [at]
    for piece in pieces:
        edges.append(edges[-1] + len(piece))
    return edges
