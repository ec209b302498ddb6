"""How likely each place of a name is meant: scores made into probabilities.

A score is in powers of ten of people (`resolution`), and a name is taken to mean a place as often as
the square root of that: a town ten times as large is meant three times as often. Against all places
of the gazetteer stands one that it lacks, which counts as a village. Both numbers are set by hand and
round; nothing was fitted to any text. How well they hold is measured by
benchmarks/quality/calibration.py.
"""

from collections.abc import Sequence

from counterclaim.situate.gazetteer.lookup import Entry
from counterclaim.situate.toponyms.mention import kilometres

STEEPNESS = 2.0
"""Powers of ten in score for one power of ten in odds."""
UNLISTED = 3.0
"""The score of a place of that name that the gazetteer does not know: a village of 1,000 people."""
NEAR_KM = 161.0
"""A hundred miles: what is counted as the right place in the field's figures."""
SUREST = 0.999
"""Nothing is told to be surer than that."""
TOLD = 4
"""Candidates that are told at most."""
LEAST = 0.005
"""Candidates less likely than that are not told."""


def likelihoods(ranked: Sequence[tuple[float, Entry]]) -> list[tuple[Entry, float]]:
    """The candidates worth telling, best first, each with the probability that the name means it or
    a place near it. `ranked` has all candidates with their scores, best first."""
    top = ranked[0][0]
    odds = [10 ** ((score - top) / STEEPNESS) for score, _ in ranked]
    total = sum(odds) + 10 ** ((UNLISTED - top) / STEEPNESS)
    least = LEAST * total
    told = []
    for n, (_, entry) in enumerate(ranked[:TOLD]):
        if n > 1 and odds[n] < least:
            break
        near = odds[n] + sum(
            one
            for m, (one, (_, other)) in enumerate(zip(odds, ranked, strict=True))
            if m != n and one > least / 10 and kilometres(entry, other) <= NEAR_KM
        )
        told.append((entry, min(round(near / total, 3), SUREST)))
    return told
