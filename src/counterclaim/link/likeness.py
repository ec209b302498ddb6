"""How far two reports speak for being about one happening: a sum of weights, one a ground.

The sum is that of Fellegi and Sunter (1969): each ground is compared on its own and falls into one of a
few levels, and the level has a weight: above nought where it is found more often among reports of one
happening than among others, below where less often. Weights are in thousandths of a nat, as whole
numbers, so that a sum is the same in any order. They were fitted together, so that grounds which go
together are not counted twice, and lie with the shares they come from in `data/likeness.toml`.

Two findings stand against any words, since bulletins of two days and appeals from two towns are written
alike: each report tells of a day of its own, or of another place at another time (`_apart`).
"""

from functools import cache
from typing import NamedTuple

import msgspec
import numpy as np

from counterclaim.language.tables import read_table
from counterclaim.link.columns import Ints
from counterclaim.link.levels import (
    ELSEWHERE,
    GROUNDS,
    IN_NUMBERS,
    Compared,
    compared,
    place,
    scales,
    toll,
)
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
    """The weights of both tables, the one for reports of which a day of publication is not known first.

    `bias` (2,); `numbers` (2, G, L), for each ground of `IN_NUMBERS` and the number of each level;
    `place` and `toll` by level; `most` (2,), what those two add at most.
    """

    bias: Ints
    numbers: Ints
    place: tuple[dict[str, int], dict[str, int]]
    toll: tuple[dict[str, int], dict[str, int]]
    most: Ints


@cache
def _weights() -> _Weights:
    """The weights, read once. Where a day of publication is not known all else weighs otherwise."""
    file = read_table("counterclaim.link", "data/likeness.toml", _File)
    both = (file.undated, file.dated)
    tables = [{g: _of(told, g) for g in GROUNDS} for told in both]
    numbers = np.zeros((2, len(IN_NUMBERS), max(len(s.names) for s in scales().values())), np.int64)
    for table, weights in zip(numbers, tables, strict=True):
        for row, ground in zip(table, IN_NUMBERS, strict=True):
            names = scales()[ground].names
            row[: len(names)] = [weights[ground].get(name, 0) for name in names]
    most = [sum(max(0, *t[g].values()) for g in ("place", "toll")) for t in tables]
    return _Weights(
        bias=np.array([told.bias for told in both]),
        numbers=numbers,
        place=(tables[0]["place"], tables[1]["place"]),
        toll=(tables[0]["toll"], tables[1]["toll"]),
        most=np.array(most),
    )


def _of(told: _Told, ground: str) -> dict[str, int]:
    return {name: level.weight for name, level in told.grounds.get(ground, {}).items()}


def likeness(a: Trace, b: Trace) -> int:
    """The sum of the weights, in thousandths of a nat: above nought where the two reports speak for
    being about one happening, below where against."""
    return likenesses(a, [b])[0]


def likenesses(one: Trace, others: list[Trace], least: int | None = None) -> list[int]:
    """The same of one report and each of several others. Of those that cannot reach `least`, something
    below it."""
    if not others:
        return []
    found, weights = compared(one, others), _weights()
    dated = _dated(one, others)
    grounds = np.arange(len(IN_NUMBERS))
    totals = weights.numbers[dated[:, None], grounds, found.levels].sum(axis=1)
    totals += weights.bias[dated] + APART * found.own_days
    sums: list[int] = totals.tolist()
    asked = totals + weights.most[dated] >= least if least is not None else totals == totals
    for n in np.flatnonzero(asked).tolist():
        other, table = others[n], int(dated[n])
        where = place(one, other)
        sums[n] += weights.place[table].get(where, 0)
        sums[n] += weights.toll[table].get(toll(one, other), 0)
        if _apart(found, n, where) == "elsewhere":
            sums[n] += APART
    return sums


def _dated(one: Trace, others: list[Trace]) -> Ints:
    """1 where both days of publication are known, else 0."""
    known = one.context.published is not None
    return np.array([int(known and o.context.published is not None) for o in others])


def grounds(one: Trace, others: list[Trace]) -> list[tuple[Ground, ...]]:
    """What was compared between one report and each of the others, what was found, and how much it
    weighs."""
    found, weights, dated = compared(one, others), _weights(), _dated(one, others)
    told = []
    for n, other in enumerate(others):
        table, levels = int(dated[n]), found.levels[n].tolist()
        numbers = weights.numbers[table]
        where, figures = place(one, other), toll(one, other)
        reason = _apart(found, n, where)
        told.append(
            (
                *(
                    Ground(name, scales()[name].names[level], int(numbers[g, level]))
                    for g, (name, level) in enumerate(zip(IN_NUMBERS, levels, strict=True))
                ),
                Ground("place", where, weights.place[table].get(where, 0)),
                Ground("toll", figures, weights.toll[table].get(figures, 0)),
                *([Ground("apart", reason, APART)] if reason else ()),
            )
        )
    return told


def _apart(found: Compared, n: int, where: str) -> str | None:
    """What stands against one happening whatever the words: `own days` where two reports are the news
    of two days, each of its own; `elsewhere` where places are far apart or none is named in common, and
    it is another time too. None where they name a day in common."""
    if found.own_days[n]:
        return "own days"
    return "elsewhere" if found.other_time[n] and where in ELSEWHERE else None
