"""Happenings that two reports tell of in the same words."""

from collections.abc import Iterable, Iterator, Sequence

from counterclaim.link.happening import Happening
from counterclaim.link.mention import Mention
from counterclaim.model.link import CopyPair
from counterclaim.model.spans import Span

SHIFT = 40
"""Characters by which an event may stand elsewhere in the other text's passage: an editor's
word."""


def copied(
    happenings: Iterable[Happening], copies: Iterable[CopyPair]
) -> Iterator[tuple[Happening, Happening]]:
    """Pairs of happenings with an event of one type at the same spot of a passage in common."""
    told: dict[str, list[tuple[Mention, Happening]]] = {}
    for h in happenings:
        told.setdefault(h.report, []).extend((e, h) for e in h.told.mentions)
    for pair in copies:
        for span_a, span_b in zip(pair.spans_a, pair.spans_b, strict=True):
            for a, one in _inside(told.get(pair.a, ()), span_a):
                for b, other in _inside(told.get(pair.b, ()), span_b):
                    shift = (a.trigger.start - span_a.start) - (b.trigger.start - span_b.start)
                    if a.type == b.type and abs(shift) <= SHIFT:
                        yield one, other


def _inside(
    told: Sequence[tuple[Mention, Happening]], span: Span
) -> list[tuple[Mention, Happening]]:
    return [(e, h) for e, h in told if span.covers(e.trigger)]
