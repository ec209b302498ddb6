"""How far two reports speak for being about one happening: a sum of weights, one a ground.

The sum is that of Fellegi and Sunter (1969): each ground is compared on its own and falls into one of a
few levels, and the level has a weight: above nought where it is found more often among reports of one
happening than among others, below where less often. Weights are in thousandths of a nat, as whole
numbers, so that a sum is the same in any order. They were fitted together, so that grounds which go
together are not counted twice, and lie with the shares they come from in `data/likeness.toml`.

Two findings stand against any words, since bulletins of two days and appeals from two towns are written
alike: each report tells of a day of its own, or of another place at another time (`Compared.apart`).
"""

from functools import cache
from typing import NamedTuple

import msgspec

from counterclaim.language.tables import read_table
from counterclaim.link.levels import GROUNDS, compared, compared_but_words, words
from counterclaim.link.trace import Trace
from counterclaim.model.link import Ground

APART = -20_000
"""Weight of what stands against any words: more than all grounds together."""


class _Level(msgspec.Struct, frozen=True):
    weight: int
    same: float
    other: float


class _Told(msgspec.Struct, frozen=True):
    bias: int
    grounds: dict[str, dict[str, _Level]]


class _File(msgspec.Struct, frozen=True):
    dated: _Told
    undated: _Told


class _Weights(NamedTuple):
    """The weight of each level, in the order of `GROUNDS`; the highest of the first ground, `words`."""

    bias: int
    grounds: tuple[dict[str, int], ...]
    best_words: int


@cache
def _table() -> tuple[_Weights, _Weights]:
    """The weights, read once: those for reports whose days of publication are known, and for others,
    where all else weighs otherwise."""
    file = read_table("counterclaim.link", "data/likeness.toml", _File)
    return _weights(file.dated), _weights(file.undated)


def _weights(told: _Told) -> _Weights:
    levels = (told.grounds.get(name, {}) for name in GROUNDS)
    grounds = tuple({k: v.weight for k, v in found.items()} for found in levels)
    return _Weights(told.bias, grounds, max(grounds[0].values(), default=0))


def _of(a: Trace, b: Trace) -> _Weights:
    dated, undated = _table()
    known = a.context.published is not None and b.context.published is not None
    return dated if known else undated


def grounds(a: Trace, b: Trace) -> tuple[Ground, ...]:
    """What was compared, what was found, and how much it weighs."""
    levels, reason = compared(a, b)
    told = [
        Ground(name=name, found=level, weight=weights.get(level, 0))
        for name, level, weights in zip(GROUNDS, levels, _of(a, b).grounds, strict=True)
    ]
    return (*told, Ground(name="apart", found=reason, weight=APART)) if reason else tuple(told)


def likeness(a: Trace, b: Trace) -> int:
    """The sum of the weights, in thousandths of a nat: above nought where the two reports speak for
    being about one happening, below where against."""
    return _total(a, b, None)


def likeness_above(a: Trace, b: Trace, least: int) -> int | None:
    """The same where it is `least` or more, else None, which is mostly found without the words."""
    total = _total(a, b, least)
    return total if total >= least else None


def _total(a: Trace, b: Trace, least: int | None) -> int:
    """The sum; or something below `least` where no words can make it reach that."""
    rest, reason = compared_but_words(a, b)
    total, (of_words, *others), best = _of(a, b)
    for level, weights in zip(rest, others, strict=True):
        total += weights.get(level, 0)
    total += APART if reason else 0
    if least is not None and total + best < least:
        return total + best
    return total + of_words.get(words(a.imprint, b.imprint), 0)
