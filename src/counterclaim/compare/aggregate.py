"""Figures made from what several sources tell, by a rule that the reader names.

There is no rule by default and none is better than another: each is a pure function over the figures
of one slot, and its record holds which of them went in, which were left out and why.
"""

from collections.abc import Callable, Iterable, Sequence

from counterclaim.compare.figures_told import figures_told, order
from counterclaim.compare.sources import source_key
from counterclaim.compare.statement import Statement
from counterclaim.language.parties import Parties
from counterclaim.model.aggregate import (
    Aggregate,
    AggregateFigure,
    AggregateRule,
    NotUsed,
    ToldFigure,
)

_Made = tuple[list[AggregateFigure], list[ToldFigure], list[NotUsed]]


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"


def shown(low: float, high: float | None) -> str:
    """A range in words: "12", "9 to 12", "at least 9", "up to 12"."""
    if high is None:
        return f"at least {_number(low)}"
    if low == high:
        return _number(low)
    return f"up to {_number(high)}" if low == 0 else f"{_number(low)} to {_number(high)}"


def _claims(told: Iterable[ToldFigure]) -> tuple[str, ...]:
    return tuple(sorted({t.claim for t in told}))


def _span(told: Sequence[ToldFigure], of: str | None = None) -> AggregateFigure:
    """From the lowest to the highest; open above only where nothing closes it ("at least 19" beside
    22 ends at 22)."""
    lows = [t.low for t in told if t.low > 0 or t.high == 0] or [0.0]
    ends = [*(t.high for t in told if t.high is not None), *(t.low for t in told)]
    low, high = min(lows), max(ends)
    open_above = any(t.high is None and t.low >= high for t in told)
    return AggregateFigure(of=of, low=low, high=None if open_above else high, inputs=_claims(told))


def _range(told: Sequence[ToldFigure]) -> _Made:
    return [_span(told)], list(told), []


def _lowest(told: Sequence[ToldFigure]) -> _Made:
    """The lowest number that is told of the whole; one that is only an upper bound is none."""
    able = [t for t in told if t.low > 0 or t.high == 0]
    out = [
        NotUsed(figure=t, why="gives only the highest that it can be")
        for t in told
        if t not in able
    ]
    if not able:
        return [], [], out
    least = min(t.low for t in able)
    giving = [t for t in able if t.low == least]
    highs = [t.high for t in giving if t.high is not None]
    high = min(highs) if highs else None
    return [AggregateFigure(low=least, high=high, inputs=_claims(giving))], able, out


def _last_of(told: Sequence[ToldFigure], key: Callable[[ToldFigure], str]) -> _Made:
    """The last figure for each key, and the earlier ones as left out."""
    last: dict[str, ToldFigure] = {}
    for one in sorted(told, key=order):
        last[key(one)] = one
    kept = [t for t in sorted(told, key=order) if last[key(t)] == t]
    out = [
        NotUsed(figure=t, why="another was given later")
        for t in sorted(told, key=order)
        if last[key(t)] != t
    ]
    return [], kept, out


def _latest(told: Sequence[ToldFigure]) -> _Made:
    _, kept, out = _last_of(told, _teller)
    made = [
        AggregateFigure(of=t.source.name, low=t.low, high=t.high, inputs=(t.claim,)) for t in kept
    ]
    return sorted(made, key=lambda f: (f.of or "", f.low, f.inputs)), kept, out


def _teller(told: ToldFigure) -> str:
    """Who tells it; an unnamed source is itself only inside its report."""
    unnamed = told.source.anonymous and told.source.party is None
    return source_key(told.source) + (f" in {told.report}" if unnamed else "")


def _majority(told: Sequence[ToldFigure]) -> _Made:
    """The number that fits what more than half of the origins give, each by its last figure. With
    several such numbers there is none."""
    _, kept, out = _last_of(told, lambda t: t.origin)
    exact = sorted({t.low for t in kept if t.low == t.high})
    most = [
        (value, fitting)
        for value in exact
        if len(fitting := [t for t in kept if _fits(value, t)]) * 2 > len(kept)
    ]
    if len(most) != 1:
        return [], kept, out
    value, fitting = most[0]
    return [AggregateFigure(low=value, high=value, inputs=_claims(fitting))], kept, out


def _fits(value: float, told: ToldFigure) -> bool:
    return told.low <= value and (told.high is None or value <= told.high)


def _by_side(told: Sequence[ToldFigure]) -> _Made:
    sides: dict[str, list[ToldFigure]] = {}
    for one in told:
        sides.setdefault(one.source.side or "", []).append(one)
    made = [_span(sides[side], side or "no side known") for side in sorted(sides)]
    return made, list(told), []


RULES: dict[AggregateRule, Callable[[Sequence[ToldFigure]], _Made]] = {
    "range": _range,
    "lowest": _lowest,
    "majority": _majority,
    "latest": _latest,
    "by-side": _by_side,
}
NAMES: dict[AggregateRule, str] = {
    "range": "range",
    "lowest": "lowest",
    "majority": "majority of origins",
    "latest": "latest of each source",
    "by-side": "by side",
}


def _usable(told: Sequence[ToldFigure]) -> tuple[list[ToldFigure], list[NotUsed]]:
    """The figures of everybody in the one incident; of the rest, why each is none."""
    used, out = [], []
    whole = not any(t.counted is None and not t.part and t.scope != "cumulative" for t in told)
    for one in told:
        if one.scope == "cumulative":
            why = "counts over a longer time, or over several happenings"
        elif one.part:
            why = "counts a part of those whom its source counts"
        elif one.counted is not None:
            why = f"counts only one kind: {one.counted}"
        else:
            used.append(one)
            continue
        out.append(NotUsed(figure=one, why=why))
    kinds = {t.counted for t in told if not t.part and t.scope != "cumulative"}
    if whole and len(kinds) == 1:
        # Everybody counts the same kind of people: then that is what is counted.
        used = [n.figure for n in out if not n.figure.part and n.figure.scope != "cumulative"]
        out = [n for n in out if n.figure not in used]
    return used, out


def aggregate(told: Sequence[ToldFigure], rule: AggregateRule) -> Aggregate:
    """What the rule makes of the figures of one slot; the order of `told` changes nothing. Raises
    ValueError where there is no figure."""
    if not told:
        raise ValueError("a rule needs at least one figure")
    slot = told[0].slot
    sides = {t.of for t in told if t.of is not None}
    of = next(iter(sides)) if len(sides) == 1 else None
    used, out = _usable(sorted(told, key=order))
    made, inputs, unused = RULES[rule](used) if used else ([], [], [])
    origins = tuple(sorted({t.origin for t in inputs}))
    return Aggregate(
        rule=rule,
        slot=slot,
        of=of,
        figures=tuple(made),
        text=_sentence(rule, slot, made, inputs, origins),
        inputs=tuple(sorted(inputs, key=order)),
        origins=origins,
        left_out=tuple(sorted((*out, *unused), key=lambda n: order(n.figure))),
    )


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _sentence(
    rule: AggregateRule,
    slot: str,
    made: Sequence[AggregateFigure],
    inputs: Sequence[ToldFigure],
    origins: Sequence[str],
) -> str:
    """ "By the rule lowest, killed: 9, from 4 figures of 3 origins." """
    what = slot.partition(":")[2]
    basis = f"from {_plural(len(inputs), 'figure')} of {_plural(len(origins), 'origin')}"
    if not inputs:
        basis = "from no figure that counts all of them"
    if not made:
        return f"By the rule {NAMES[rule]}, {what}: no figure, {basis}."
    told = "; ".join(
        shown(f.low, f.high) + (f" ({f.of})" if f.of is not None else "") for f in made
    )
    return f"By the rule {NAMES[rule]}, {what}: {told}, {basis}."


def aggregates(
    statements: Sequence[Statement], parties: Parties, rules: Iterable[AggregateRule]
) -> tuple[Aggregate, ...]:
    """What the rules make of each quantity that the statements tell of, by slot, then in the order of
    the rules. Statements as `compare_statements` takes them."""
    asked = tuple(dict.fromkeys(rules))
    slots: dict[str, list[ToldFigure]] = {}
    for told in figures_told(statements, parties):
        slots.setdefault(told.slot, []).append(told)
    return tuple(
        aggregate(some, rule)
        for slot in sorted(slots, key=_people_first)
        for some in _of_one(slots[slot])
        for rule in asked
    )


def _of_one(told: Sequence[ToldFigure]) -> list[list[ToldFigure]]:
    """One side's dead apart from another's, and things launched from things struck. Whose is not told
    goes with the only side that is."""
    sides = sorted({t.of for t in told if t.of is not None})
    if len(sides) < 2:
        return [list(told)]
    return [some for side in (None, *sides) if (some := [t for t in told if t.of == side])]


def _people_first(slot: str) -> tuple[int, str]:
    people = ("quantity:killed", "quantity:injured")
    return (people.index(slot) if slot in people else len(people), slot)
