"""Examples of like length together, as tensors; some of them under other names."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from counterclaim.attribute.learnt.encoding import FEATURES, MOST_OF_A_WORD
from examples import Example
from names import other_gender, renamed

Ints = NDArray[np.int64]

PIECES_A_BATCH = 2400
BLIND = 0.12
"""Share of stretches that are read without the rules' findings, so that the network can do without."""
RENAMED, REGENDERED = 0.35, 0.25
"""Shares of stretches whose people have other names, and the other gender."""
IGNORED = -100

_PART = list(FEATURES).index("part")


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues that the linker is asked about: (C,) their stretch and word, (C, W) the rest."""

    stretch: Tensor
    word: Tensor
    distance: Tensor
    path: Tensor
    link: Tensor
    roles: Tensor


@dataclass(frozen=True, slots=True)
class Batch:
    """B stretches padded to P pieces and W words; where no word is, `is_cue` is -1, `role` IGNORED."""

    ids: Tensor
    features: Tensor
    mask: Tensor
    starts: Tensor
    is_cue: Tensor
    role: Tensor
    cues: Cues | None


@dataclass(frozen=True, slots=True)
class _Row:
    example: Example
    ids: Ints
    features: Ints
    starts: Ints
    blind: bool


def in_batches(examples: Sequence[Example], rng: random.Random) -> Iterator[list[Example]]:
    """Groups of at most PIECES_A_BATCH padded pieces, in random order."""
    order = sorted(examples, key=lambda e: len(e.stretch.ids) + rng.random() * 16)
    out: list[list[Example]] = [[]]
    longest = 0
    for e in order:
        longest = max(longest, len(e.stretch.ids))
        if out[-1] and longest * (len(out[-1]) + 1) > PIECES_A_BATCH:
            out.append([])
            longest = len(e.stretch.ids)
        out[-1].append(e)
    rng.shuffle(out)
    yield from out


def plain(examples: Sequence[Example]) -> Batch:
    """The examples as they are."""
    return _stack(
        [_Row(e, e.stretch.ids, e.stretch.features, e.stretch.starts, False) for e in examples]
    )


def varied(
    examples: Sequence[Example],
    pieces: Callable[[str], Sequence[int]],
    names: Sequence[str],
    rng: random.Random,
) -> Batch:
    """The examples, some under other names or genders, some without what the rules say of them."""
    rows = []
    for e in examples:
        words = other_gender(e.words, e.tags) if rng.random() < REGENDERED else list(e.words)
        if rng.random() < RENAMED:
            words = renamed(words, e.tags, names, rng)
        ids, features, starts = e.stretch.ids, e.stretch.features, e.stretch.starts
        if words != e.words:
            ids, features, starts = _respelt(e, words, pieces)
        blind = rng.random() < BLIND
        if blind:
            features = features.copy()
            features[:, _PART] = 0
        rows.append(_Row(e, ids, features, starts, blind))
    return _stack(rows)


def _respelt(
    e: Example, words: Sequence[str], pieces: Callable[[str], Sequence[int]]
) -> tuple[Ints, Ints, Ints]:
    """Pieces, features and starts with other words in the same places."""
    old = e.stretch
    ends = [*old.starts[1:].tolist(), len(old.ids) - 1]
    ids, of, starts = [int(old.ids[0])], [0], []
    for n, (word, at, end) in enumerate(zip(words, old.starts.tolist(), ends, strict=True)):
        same = word == e.words[n]
        spelt = old.ids[at:end].tolist() if same else list(pieces(word))[:MOST_OF_A_WORD]
        spelt = spelt or [int(old.ids[-1])]
        starts.append(len(ids))
        ids += spelt
        of += [at] * len(spelt)
    ids.append(int(old.ids[-1]))
    of.append(len(old.ids) - 1)
    return np.array(ids), old.features[of], np.array(starts)


def _stack(rows: Sequence[_Row]) -> Batch:
    count = len(rows)
    most_pieces = max(len(r.ids) for r in rows)
    most_words = max(len(r.starts) for r in rows)
    ids = np.zeros((count, most_pieces), dtype=np.int64)
    features = np.zeros((count, most_pieces, len(FEATURES)), dtype=np.int64)
    mask = np.zeros((count, most_pieces), dtype=np.int64)
    starts = np.zeros((count, most_words), dtype=np.int64)
    is_cue = np.full((count, most_words), -1, dtype=np.float32)
    role = np.full((count, most_words), IGNORED, dtype=np.int64)
    asked = []
    for b, r in enumerate(rows):
        p, w = len(r.ids), len(r.starts)
        ids[b, :p], features[b, :p], mask[b, :p], starts[b, :w] = r.ids, r.features, 1, r.starts
        is_cue[b, :w], role[b, :w] = r.example.is_cue, r.example.role
        asked += [(b, a, r.blind) for a in r.example.asked]

    def wide(values: Sequence[Ints], filling: int = 0) -> Tensor:
        out = np.full((len(values), most_words), filling, dtype=np.int64)
        for n, v in enumerate(values):
            out[n, : len(v)] = v
        return torch.from_numpy(out)

    cues = None
    if asked:
        cues = Cues(
            stretch=torch.tensor([b for b, _, _ in asked]),
            word=torch.tensor([a.cue for _, a, _ in asked]),
            distance=wide([a.distance for _, a, _ in asked]),
            path=wide([a.path for _, a, _ in asked]),
            link=wide([a.link * (not blind) for _, a, blind in asked]),
            roles=wide([a.roles for _, a, _ in asked], IGNORED),
        )
    t = torch.from_numpy
    return Batch(t(ids), t(features), t(mask), t(starts), t(is_cue), t(role), cues)
