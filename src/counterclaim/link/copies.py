"""Reports that share text: copies, and reports that share a passage.

The measure is containment of 5-word runs in the shorter text, since a copy that was cut or given a
new lead has a low Jaccard index and a high containment.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache

from counterclaim.link.fingerprints import QUOTED, Fingerprint, fingerprint_of
from counterclaim.link.passages import Passage, passages, spans_a, spans_b
from counterclaim.link.sharing import pairs_to_compare
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

AT_HAND = 512
"""Texts kept in words while pairs are compared: those of one report come one after the other."""


def find_copies(reports: Iterable[Report]) -> tuple[CopyPair, ...]:
    """Every pair of reports that share text, by their ids; the order of `reports` changes nothing.

    Pairs are found through their fingerprints, so that the work grows with the pairs that share one
    and not with the square of the reports. `spans_a[i]` and `spans_b[i]` are the same passage.
    """
    by_id = {r.id: r for r in reports}
    prints = [fingerprint_of(by_id[key]) for key in sorted(by_id)]
    return find_copies_among(prints, by_id.__getitem__)


def find_copies_among(
    fingerprints: Iterable[Fingerprint],
    report_of: Callable[[str], Report],
    known: Iterable[CopyPair] = (),
) -> tuple[CopyPair, ...]:
    """The same from fingerprints alone: `report_of` is asked for the texts of pairs that may share
    any.

    `known` are pairs found before, of reports whose text is what it was then: they are not compared
    again.
    """
    before = {(p.a, p.b): p for p in known}

    @lru_cache(AT_HAND)
    def told(key: str) -> tuple[Report, Words]:
        report = report_of(key)
        return report, words_of(report)

    found = []
    for a, b in sorted(set(pairs_to_compare(fingerprints))):
        pair = before.get((a, b))
        if pair is None:
            (one, words_a), (other, words_b) = told(a), told(b)
            pair = compare(one, other, words_a, words_b)
        if pair is not None:
            found.append(pair)
    return tuple(found)


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
    quotations = [m.span(1) for m in QUOTED.finditer(report.text)]
    return any(
        sum(start <= words.start[i] < end for i in range(p.a, p.a + p.length_a)) >= LONG
        for p in shared
        if p.length_a >= LONG
        for start, end in quotations
    )
