"""From the model's scores to attributions: which words are cue, source and content of which cue.

Every part is the stretch of words with the greatest sum of scores (Kadane's algorithm), so it has no
holes: a cue around its anchor, a source beside it, a content before and behind the cue. A word that
two cues want goes to the one that wants it more.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

SOURCE, CUE, CONTENT = 1, 2, 3

_SURE = 5.0
"""Scores are kept within this much of even: one very sure word does not outweigh a sentence."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """`cue`: log-odds from which on a word is taken for a cue's anchor. `tagger`: how much the tagger's
    log-odds count beside those of the cue finder and the linker. Both are chosen on articles that were
    kept out of training."""

    cue: float
    tagger: float


@dataclass(frozen=True, slots=True)
class Scored:
    """One attribution in words of its stretch, both ends included."""

    anchor: int
    cue: tuple[int, int]
    source: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]


def log_odds(scores: Floats) -> Floats:
    """(…, R) logits of exclusive roles to (…, R) log-odds of each against the rest, kept in bounds."""
    top = scores.max(axis=-1, keepdims=True)
    share = np.exp(scores - top)
    share /= share.sum(axis=-1, keepdims=True)
    odds: Floats = np.clip(np.log(share + 1e-6) - np.log(1 - share + 1e-6), -_SURE, _SURE)
    return odds


def best_run(scores: Sequence[float], first: int, last: int) -> tuple[float, int, int] | None:
    """The run of words in `[first, last]` with the greatest positive sum: (sum, first, last)."""
    best: tuple[float, int, int] | None = None
    total, begin = 0.0, first
    for t in range(first, last + 1):
        if total <= 0:
            total, begin = 0.0, t
        total += scores[t]
        if total > 0 and (best is None or total > best[0]):
            best = total, begin, t
    return best


def around(scores: Sequence[float], anchor: int) -> tuple[int, int]:
    """The run through `anchor` with the greatest sum."""
    ends = []
    for step, stop in ((-1, -1), (1, len(scores))):
        total, best, end = 0.0, 0.0, anchor
        for t in range(anchor + step, stop, step):
            total += scores[t]
            if total > best:
                best, end = total, t
            if total < -2 * _SURE:
                break
        ends.append(end)
    return ends[0], ends[1]


def _source(
    scores: Sequence[float], first: int, last: int, sentences: Sequence[tuple[int, int]]
) -> tuple[float, int, int] | None:
    """The best source beside the cue `[first, last]`; a name does not run over a full stop."""
    runs = []
    for begin, end in sentences:
        runs += [
            best_run(scores, begin, min(end, first - 1)),
            best_run(scores, max(begin, last + 1), end),
        ]
    return max((run for run in runs if run is not None), default=None)


def decode(
    anchors: Sequence[int],
    cue_scores: Floats,
    role_scores: Floats,
    link_scores: Floats,
    sentences: Sequence[tuple[int, int]],
    tagger: float,
) -> list[Scored]:
    """Attributions of one stretch.

    `anchors` (C,) are the words taken for cues, `cue_scores` (W,) the log-odds that a word is a cue,
    `role_scores` (W, R) the logits of its role in whichever attribution, `link_scores` (C, W, R) those
    of its role with each of the anchors; `sentences` the first and last word of each sentence.

    What a word is to a cue is asked twice, of the linker and of the tagger; their log-odds are
    added, the tagger's by the weight `tagger`.
    """
    if not len(anchors):
        return []
    odds = log_odds(link_scores)
    odds[:, :, [CUE, CONTENT]] += tagger * log_odds(role_scores)[None, :, [CUE, CONTENT]]
    order = sorted(range(len(anchors)), key=lambda n: -float(cue_scores[anchors[n]]))
    cues: dict[int, tuple[int, int]] = {}
    for n in order:
        if any(a <= anchors[n] <= b for a, b in cues.values()):
            continue
        cues[n] = around(odds[n, :, CUE].tolist(), anchors[n])
    mine = odds[:, :, CONTENT].copy()
    kept = list(cues)
    for n in kept:
        others = [m for m in kept if m != n]
        if others:
            rival = np.maximum(
                odds[others, :, CONTENT].max(axis=0), odds[others, :, CUE].max(axis=0)
            )
            mine[n] -= np.maximum(rival, 0)
    out = []
    for n in kept:
        first, last = cues[n]
        content = mine[n].tolist()
        sides = [
            run
            for run in (
                best_run(content, 0, first - 1),
                best_run(content, last + 1, len(content) - 1),
            )
            if run is not None
        ]
        if not sides:
            continue
        named = _source(odds[n, :, SOURCE].tolist(), first, last, sentences)
        out.append(
            Scored(
                anchors[n],
                cues[n],
                (named[1], named[2]) if named is not None else None,
                tuple((a, b) for _, a, b in sides),
            )
        )
    return sorted(out, key=lambda a: a.anchor)
