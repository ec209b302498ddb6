"""Shared passages: where two texts run alike."""

from dataclasses import dataclass

from counterclaim.link.words import RUN, Words
from counterclaim.model.spans import Span


@dataclass(frozen=True, order=True)
class Passage:
    """Words `[a, a + length_a)` of one text and `[b, b + length_b)` of the other that run alike."""

    a: int
    b: int
    length_a: int
    length_b: int


GAP = 3
"""Words that may differ between two alike stretches for them to be one passage: a name spelt out, a
word that an editor changed."""


def passages(a: Words, b: Words) -> tuple[Passage, ...]:
    """The shared passages in order of `a`, each of at least five words; stretches of `a` do not
    overlap. Where a run stands in `b` several times, the longest likeness is taken."""
    at: dict[str, list[int]] = {}
    for j, run in enumerate(b.runs):
        at.setdefault(run, []).append(j)
    found: list[Passage] = []
    i, limit = 0, len(a.runs)
    while i < limit:
        starts = at.get(a.runs[i])
        if not starts:
            i += 1
            continue
        length, j = max((_alike(a.word, b.word, i, j), -j) for j in starts)
        found.append(Passage(i, -j, length, length))
        i += length
    return _joined(found)


def _alike(a: list[str], b: list[str], i: int, j: int) -> int:
    """How many words run alike from `a[i]` and `b[j]`; the first five do."""
    length = RUN
    while i + length < len(a) and j + length < len(b) and a[i + length] == b[j + length]:
        length += 1
    return length


def _joined(found: list[Passage]) -> tuple[Passage, ...]:
    """Neighbours that only a few words part in both texts become one."""
    out: list[Passage] = []
    for p in found:
        last = out[-1] if out else None
        if (
            last
            and 0 <= p.a - (last.a + last.length_a) <= GAP
            and 0 <= p.b - (last.b + last.length_b) <= GAP
        ):
            length_a, length_b = p.a + p.length_a - last.a, p.b + p.length_b - last.b
            out[-1] = Passage(last.a, last.b, length_a, length_b)
        else:
            out.append(p)
    return tuple(out)


def spans_a(found: tuple[Passage, ...], words: Words) -> tuple[Span, ...]:
    """Where the passages stand in the first text."""
    return tuple(Span(words.start[p.a], words.end[p.a + p.length_a - 1]) for p in found)


def spans_b(found: tuple[Passage, ...], words: Words) -> tuple[Span, ...]:
    """Where the passages stand in the second text, in the order of the first."""
    return tuple(Span(words.start[p.b], words.end[p.b + p.length_b - 1]) for p in found)
