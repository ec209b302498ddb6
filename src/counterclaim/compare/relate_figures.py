"""The relation between two figures: ranges, parts of wholes, and tolls that grow."""

from counterclaim.compare.assertion import Assertion, Figure
from counterclaim.compare.scope import scope_of
from counterclaim.compare.setting import holds_days, holds_place, place_fit, time_fit
from counterclaim.compare.verdict import Verdict
from counterclaim.model.comparison import Scope

_ROUND = 0.05
"""A bare number of whole hundreds may be a rounded one: it is taken within a twentieth."""


def _inside(a: Figure, b: Figure) -> bool:
    return (a.low >= b.low and a.high <= b.high) or (b.low >= a.low and b.high <= a.high)


def _part(a: Assertion, b: Assertion, x: Figure, y: Figure) -> Assertion | None:
    """Which of the two counts a part of what the other counts: some of the people, a place in the
    other's place, or a day of the other's days; None when it cannot be told."""
    parts = set()
    if x.status != y.status:
        parts.add(b if x.status == "unknown" else a if y.status == "unknown" else None)
    if x.part or y.part:
        parts.add(None if x.part and y.part else a if x.part else b)
    if holds_days(a.setting.days, b.setting.days):
        parts.add(b)
    elif holds_days(b.setting.days, a.setting.days):
        parts.add(a)
    if any(holds_place(p, q) for p in a.setting.places for q in b.setting.places):
        parts.add(b)
    elif any(holds_place(q, p) for p in a.setting.places for q in b.setting.places):
        parts.add(a)
    if {a.setting.reach, b.setting.reach} == {"strike", "campaign"}:
        parts.add(a if a.setting.reach == "strike" else b)
    return next(iter(parts)) if len(parts) == 1 else None


def _partial(a: Assertion, b: Assertion, x: Figure, y: Figure) -> bool:
    return (
        x.status != y.status
        or x.part
        or y.part
        or holds_days(a.setting.days, b.setting.days)
        or holds_days(b.setting.days, a.setting.days)
        or place_fit(a.setting.places, b.setting.places) == "inside"
        or {a.setting.reach, b.setting.reach} == {"strike", "campaign"}
    )


def _of_other_times(a: Assertion, b: Assertion, x: Figure, y: Figure) -> bool:
    """Whether one counts over a longer time than the other is known to: a number of many happenings
    and one of a single one, or a stretch of days that the other does not give."""
    if "cumulative" in (x.scope, y.scope):
        return x.scope != y.scope or time_fit(a.setting.days, b.setting.days) != "same"
    stretches = [s.setting.reach == "campaign" and s.setting.days is not None for s in (a, b)]
    return any(stretches) and (a.setting.days is None or b.setting.days is None)


def _may_have_grown(first: Figure, last: Figure) -> bool:
    """Whether the earlier figure may have been the count so far. A range with two ends, or a highest
    number, is told of the whole; a count that was higher before has not grown."""
    return last.low > first.high and (first.exact or first.low == first.high)


def _replaced(x: Figure, y: Figure) -> bool:
    """Whether one takes the place of an earlier number that may be the other: a toll that rose to 12
    and one of 9."""
    small, large = (x, y) if x.high < y.low else (y, x)
    return (large.scope == "revised" and not large.lowered) or (
        small.scope == "revised" and small.lowered
    )


def _rounded(x: Figure, y: Figure) -> bool:
    """Whether one is the other, rounded to hundreds."""
    return any(
        r.exact
        and r.low >= 100
        and r.low % 100 == 0
        and other.low <= r.low * (1 + _ROUND)
        and other.high >= r.low * (1 - _ROUND)
        for r, other in ((x, y), (y, x))
    )


def relate_figures(a: Assertion, b: Assertion, x: Figure, y: Figure) -> Verdict | None:
    """Two figures of one thing counted; None where they count different people, places or times."""
    if x.brought_down != y.brought_down or (x.victim and y.victim and x.victim != y.victim):
        return None
    if _of_other_times(a, b, x, y):
        return None
    scope = scope_of(a.setting, b.setting)
    if _partial(a, b, x, y):
        part = _part(a, b, x, y)
        if part is None:
            return None
        small, large = (x, y) if part is a else (y, x)
        if small.low <= large.high:
            return None
        flags: frozenset[Scope] = frozenset({"count"} if x.status != y.status else ())
        return Verdict("contradicts", "quantity.contradicts.part-over-whole", scope | flags)
    if x.low == y.low and x.high == y.high:
        return Verdict("corroborates", "quantity.corroborates", scope)
    if _inside(x, y):
        return Verdict("narrows", "quantity.narrows", scope)
    if x.low <= y.high and y.low <= x.high:
        return Verdict("corroborates", "quantity.corroborates.overlap", scope)
    if _rounded(x, y):
        return Verdict("corroborates", "quantity.corroborates.rounded", scope)
    days = [(s.statement.published or "")[:10] for s in (a, b)]
    if days[0] == days[1]:
        if _replaced(x, y):
            return Verdict("differs", "quantity.differs.revised", scope | {"time"})
        return Verdict("contradicts", "quantity.contradicts", scope)
    first, last = (x, y) if days[0] < days[1] else (y, x)
    if _may_have_grown(first, last) or not all(days):
        return Verdict("differs", "quantity.differs.later", scope | {"time"})
    return Verdict("contradicts", "quantity.contradicts", scope | {"time"})
