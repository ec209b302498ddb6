"""Reports that share text: copies, and reports that share a passage.

The measure is containment of 5-word runs in the shorter text, since a copy that was cut or given a
new lead has a low Jaccard index and a high containment.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

from counterclaim.link.passages import Passage, passages, spans_a, spans_b
from counterclaim.link.words import Words, words_of
from counterclaim.model.link import CopyPair
from counterclaim.model.report import Report

COPY = 0.5
"""Part of the shorter text from which on one text is the other's copy."""

NEARLY = 0.4
"""Just below: here what was left out as page furniture is asked, too. A copy takes along calls for
witnesses and the like, which alone would make no two texts alike."""

SHARES = 0.1
"""Part of the shorter text from which on a long passage in common counts as shared."""

LONG = 12
"""Words that a passage needs to be one that somebody wrote: addresses, charges and stock phrases
are shorter. Chosen on the developers' part of the copies set, where 12 to 16 give the same
figure."""

COMMON = 64
"""A run that stands in more reports than this is no ground to compare two of them."""

ENOUGH = 3
"""Runs that two reports must share before they are compared."""

_QUOTED = re.compile(r"[“\"«]([^”\"»\n]{20,2000})[”\"»]")


def find_copies(reports: Iterable[Report]) -> tuple[CopyPair, ...]:
    """Every pair of reports that share text, by their ids; the order of `reports` changes nothing.

    Pairs are found through an index of runs, so that the work grows with the pairs that share one
    and not with the square of the reports. `spans_a[i]` and `spans_b[i]` are the same passage.
    """
    by_id = {r.id: r for r in reports}
    words = {key: words_of(by_id[key]) for key in sorted(by_id)}
    found = []
    for a, b in _candidates(words):
        pair = compare(by_id[a], by_id[b], words[a], words[b])
        if pair is not None:
            found.append(pair)
    return tuple(sorted(found, key=lambda p: (p.a, p.b)))


def compare(a: Report, b: Report, words_a: Words, words_b: Words) -> CopyPair | None:
    """What two reports share; None when that is no more than chance and furniture."""
    share = containment(words_a, words_b)
    if NEARLY <= share < COPY:
        share = max(share, containment(words_of(a, whole=True), words_of(b, whole=True)))
    shared = passages(words_a, words_b)
    long = any(p.length_a >= LONG for p in shared)
    if share < COPY and not (share >= SHARES and long) and not _quotation(a, words_a, shared):
        return None
    return CopyPair(
        a=a.id,
        b=b.id,
        relation="copy" if share >= COPY else "shares",
        share=round(share, 4),
        spans_a=spans_a(shared, words_a),
        spans_b=spans_b(shared, words_b),
    )


def containment(a: Words, b: Words) -> float:
    """Part of the different runs of the text with fewer of them that the other text has, too."""
    runs_a, runs_b = set(a.runs), set(b.runs)
    fewer = min(len(runs_a), len(runs_b))
    return len(runs_a & runs_b) / fewer if fewer else 0.0


def _quotation(report: Report, words: Words, shared: tuple[Passage, ...]) -> bool:
    """Whether the same long words stand in quotation marks: one utterance, however little of the
    two texts it is."""
    quotations = [m.span(1) for m in _QUOTED.finditer(report.text)]
    return any(
        sum(start <= words.start[i] < end for i in range(p.a, p.a + p.length_a)) >= LONG
        for p in shared
        if p.length_a >= LONG
        for start, end in quotations
    )


def _candidates(words: dict[str, Words]) -> Iterator[tuple[str, str]]:
    """Pairs of ids, smaller first, that share enough runs to be worth comparing.

    Texts of the very same words (one wire story in many outlets) stand together as one, or their
    runs would all be common.
    """
    same: dict[str, list[str]] = {}
    for key, text in words.items():
        if text.runs:
            same.setdefault(" ".join(text.word), []).append(key)
    groups = {members[0]: members for members in same.values()}
    holders: dict[str, list[str]] = {}
    for first in groups:
        for run in set(words[first].runs):
            holders.setdefault(run, []).append(first)
    shared: Counter[tuple[str, str]] = Counter()
    for reports in holders.values():
        if 2 <= len(reports) <= COMMON:
            shared.update(combinations(reports, 2))
    for members in groups.values():
        yield from combinations(members, 2)
    for (a, b), runs in shared.items():
        if runs >= min(ENOUGH, len(words[a].runs), len(words[b].runs)):
            yield from ((min(x, y), max(x, y)) for x in groups[a] for y in groups[b])
