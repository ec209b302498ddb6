"""What the words of two reports add to their main happenings being one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from counterclaim.link.alike import COPIED, TOLD_ALIKE, TOLD_APART
from counterclaim.link.happening import Happening
from counterclaim.link.likeness import Story
from counterclaim.link.stories import ASKED, Likenesses

UNLIKE = 0
"""Sum of weights (thousandths of a nat) below which the words of two reports speak against one
happening."""

Pair = tuple[Happening, Happening]


def told_pairs(
    near: Iterable[Pair],
    copied: Iterable[Pair],
    groups: Iterable[Sequence[str]],
    likenesses: Likenesses,
) -> Iterator[tuple[Happening, Happening, float]]:
    """All pairs of happenings to compare, with the points that words give: those near by day and
    place, those in copied passages, and what the reports of one group are mainly about."""
    together = [tuple(group) for group in groups]
    group_of = {key: n for n, group in enumerate(together) for key in group}
    for a, b in copied:
        yield a, b, COPIED
    for a, b in [*near, *_main_pairs(together, likenesses.stories)]:
        yield a, b, _points(a, b, group_of, likenesses) if a.main and b.main else 0.0


def _points(
    a: Happening, b: Happening, group_of: Mapping[str, int], likenesses: Likenesses
) -> float:
    """What two reports of one group are mainly about may be one happening, of two
    that are unlike hardly. Where a report is too short to have a sketch nothing is added."""
    group = group_of.get(a.report)
    if group is not None and group == group_of.get(b.report):
        return TOLD_ALIKE
    stories = likenesses.stories
    if not stories[a.report].sketch or not stories[b.report].sketch:
        return 0.0
    return TOLD_APART if likenesses.of(a.report, b.report) < UNLIKE else 0.0


def _main_pairs(groups: Iterable[Sequence[str]], stories: Mapping[str, Story]) -> Iterator[Pair]:
    """Pairs of what the reports of one group are mainly about; of a large group, each with the first
    few."""
    for group in groups:
        mains = [main for key in group if (main := stories[key].main) is not None]
        if len(mains) <= ASKED:
            yield from combinations(mains, 2)
            continue
        for n, a in enumerate(mains[:ASKED]):
            for b in mains[n + 1 :]:
                yield a, b
