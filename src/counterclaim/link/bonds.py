"""Reports compared in every respect in which linking asks about them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from counterclaim.link.alike import COPIED, JOIN, TOLD_APART, points
from counterclaim.link.columns import counts, joined, shared
from counterclaim.link.copied import copied
from counterclaim.link.happening import Happening
from counterclaim.link.likeness import likenesses
from counterclaim.link.meeting import BY_NEAR, BY_STORY, BY_WORD, DAYS
from counterclaim.link.trace import Trace
from counterclaim.model.link import CopyPair

UNLIKE = 0
"""Sum of weights (thousandths of a nat) below which two reports speak against being about one
happening. What both are mainly about is then one hardly; where a report is too short to have a sketch
they say nothing."""

Scored = tuple[Happening, Happening, float]
"""Two happenings with the points for their being one."""


@dataclass(frozen=True, slots=True)
class Bond:
    """Two reports that have to be linked together. `weight` is how far they speak for being about one
    happening, None where they do not or were not asked; `ties` are their happenings that may be one.
    """

    a: str
    b: str
    weight: int | None
    ties: tuple[Scored, ...]


class Met(NamedTuple):
    """A report that another one meets: what by (`partners`), and what they share of text."""

    other: Trace
    by: int
    copies: Sequence[CopyPair] = ()


def bond(a: Trace, b: Trace, by: int, copies: Sequence[CopyPair] = ()) -> Bond | None:
    """What holds the two together; None where nothing does, so that they belong to one component only
    through others. Whichever is `a` changes nothing."""
    return next(bonds(a, [Met(b, by, copies)]), None)


def bonds(trace: Trace, met: Sequence[Met]) -> Iterator[Bond]:
    """What holds the report and each of the others together, as far as anything does."""
    worded = by_words(trace, met)
    looked_at = [
        n for n, m in enumerate(met) if worded[n] or m.by & (BY_STORY | BY_NEAR) or m.copies
    ]
    near = {n: list(_near(trace, met[n].other)) for n in looked_at if met[n].by & BY_NEAR}
    asked = [
        n
        for n in looked_at
        if trace.imprint
        and met[n].other.imprint
        and (worded[n] or any(x.main and y.main for x, y, _ in near.get(n, ())))
    ]
    alike = likenesses(trace, [met[n].other for n in asked], UNLIKE)
    weights = dict(zip(asked, alike, strict=True))
    for n in looked_at:
        if n not in near and not met[n].copies and weights.get(n, UNLIKE - 1) < UNLIKE:
            continue
        found = _bond(trace, met[n], near.get(n, []), weights.get(n))
        if found is not None:
            yield found


def _bond(trace: Trace, met: Met, near: Sequence[Scored], weight: int | None) -> Bond | None:
    unlike = TOLD_APART if weight is not None and weight < UNLIKE else 0.0
    ties = [(x, y, found + (unlike if x.main and y.main else 0.0)) for x, y, found in near]
    if met.copies:
        ties += _copied(trace, met.other, met.copies)
    kept = [t for t in ties if t[2] >= JOIN]
    alike = weight if not unlike else None
    if not kept and alike is None:
        return None
    a, b = trace.report, met.other.report
    if b < a:
        return Bond(b, a, alike, tuple((y, x, found) for x, y, found in kept))
    return Bond(a, b, alike, tuple(kept))


def _near(a: Trace, b: Trace) -> Iterable[Scored]:
    """Their happenings that share a key and can be one."""
    for one in a.happenings:
        for other in b.happenings:
            if one.told.kind == other.told.kind:
                found = points(one, other)
                if found is not None:
                    yield one, other, found


def by_words(trace: Trace, met: Sequence[Met]) -> list[bool]:
    """Whether the report and each of the others are compared by their words whatever they tell. One
    telling word in common is enough where the days of publication are near; else there have to be
    two."""
    found = [bool(m.by & BY_STORY) or m.by >= 2 * BY_WORD for m in met]
    single = [n for n, m in enumerate(met) if not found[n] and m.by >= BY_WORD]
    said = trace.context.published
    far = []
    for n in single:
        also = met[n].other.context.published
        found[n] = said is not None and also is not None and abs((said - also).days) <= DAYS
        if not found[n]:
            far.append(n)
    if far:
        # The second may be a word that so many reports have that they do not meet by it.
        theirs = joined([met[n].other.looked_up_by for n in far])
        common = counts(shared(trace.looked_up_by, theirs), len(far)).tolist()
        for n, words in zip(far, common, strict=True):
            found[n] = words > 1
    return found


def _copied(a: Trace, b: Trace, copies: Sequence[CopyPair]) -> Iterable[Scored]:
    for one, other in copied((*a.happenings, *b.happenings), copies):
        found = points(one, other)
        if found is not None:
            yield one, other, found + COPIED
