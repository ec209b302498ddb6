"""Two reports compared in every respect in which linking asks about them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from counterclaim.link.alike import COPIED, JOIN, TOLD_APART, points
from counterclaim.link.copied import copied
from counterclaim.link.happening import Happening
from counterclaim.link.likeness import likeness_above
from counterclaim.link.meeting import BY_NEAR, BY_STORY, BY_WORD, DAYS, all_telling
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


def bond(a: Trace, b: Trace, met: int, copies: Sequence[CopyPair] = ()) -> Bond | None:
    """What holds the two together; None where nothing does, so that they belong to one component only
    through others. `met` is what they meet by (`partners`), and `copies` what they share of text.
    Whichever is `a` changes nothing."""
    if not (met & (BY_STORY | BY_NEAR) or copies or by_words(a, b, met)):
        return None
    if b.report < a.report:
        a, b = b, a
    near = list(_near(a, b)) if met & BY_NEAR else []
    mains = any(one.main and other.main for one, other, _ in near)
    asked = bool(a.imprint and b.imprint) and (mains or by_words(a, b, met))
    weight = likeness_above(a, b, UNLIKE) if asked else None
    unlike = TOLD_APART if asked and weight is None else 0.0
    ties = [(x, y, found + (unlike if x.main and y.main else 0.0)) for x, y, found in near]
    if copies:
        ties += _copied(a, b, copies)
    kept = tuple(t for t in ties if t[2] >= JOIN)
    return Bond(a.report, b.report, weight, kept) if kept or weight is not None else None


def _near(a: Trace, b: Trace) -> Iterable[Scored]:
    """Their happenings that share a key and can be one."""
    for one in a.happenings:
        for other in b.happenings:
            if one.told.kind == other.told.kind:
                found = points(one, other)
                if found is not None:
                    yield one, other, found


def by_words(a: Trace, b: Trace, met: int) -> bool:
    """Whether two reports are compared by their words whatever they tell. One telling word in common is
    enough where the days of publication are near; else there have to be two."""
    if met & BY_STORY or met < BY_WORD:
        return bool(met & BY_STORY)
    if met >= 2 * BY_WORD:
        return True
    one, other = a.context.published, b.context.published
    if one is not None and other is not None and abs((one - other).days) <= DAYS:
        return True
    # The second may be a word that so many reports have that they do not meet by it.
    return len(all_telling(a.imprint) & all_telling(b.imprint)) > 1


def _copied(a: Trace, b: Trace, copies: Sequence[CopyPair]) -> Iterable[Scored]:
    for one, other in copied((*a.happenings, *b.happenings), copies):
        found = points(one, other)
        if found is not None:
            yield one, other, found + COPIED
