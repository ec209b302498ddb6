"""How far two happenings speak for being the same one: points for each ground, or a veto."""

from counterclaim.link.days import gap
from counterclaim.link.happening import Happening, Told
from counterclaim.link.spots import Nearness, nearness

JOIN = 1.9
"""Points from which on two happenings join. The same day in the same town is enough (2.0); the same
day in the same country needs a party, an instrument or a figure in common; one without day or place
needs several, or to be what both reports are mainly about."""

PLACE: dict[Nearness, float] = {
    "same": 1.0,
    "near": 0.6,
    "within": 0.6,
    "around": 0.4,
    "unknown": 0.0,
    "different": -0.6,
}
NAMED, NAMED_AND_WITHIN = 0.6, 1.0
"""The other's place is named somewhere in the report of a happening whose own is not told, or is
told as the country around."""
SAME_DAY, NEXT_DAY, SAME_WEEK, ROUGH_DAY, NAMED_DAY = 1.0, 0.5, 0.6, 0.4, 0.6
ACTOR, TARGET, INSTRUMENT, FIGURE = 0.4, 0.4, 0.3, 0.5
SAME_KIN, OTHER_KIN = 0.1, -0.5
BOTH_MAIN = 0.3
COPIED = TOLD_ALIKE = 2.0
"""Two reports tell of them in the same words; or the reports belong together by their words, and are
mainly about them."""
TOLD_APART = -1.0
"""The reports are mainly about them, and their words speak against one happening."""
SAME_REPORT, SAME_NEWS = 0.5, 0.5
UNTIED = 1.8
"""Points that a day and the parties give at most where no place and no figure is in common: those who
are at war do many things on one day."""
NEWS = 2
"""Days between publications within which undated events may be the same news."""
STALE = 7
"""Days between publications from which on an undated event is not the other report's."""


def points(a: Happening, b: Happening) -> float | None:
    """Points for one happening; None when it cannot be one (other class, days or places)."""
    one, other = a.told, b.told
    if one.kind != other.kind:
        return None
    time = _time(a, b)
    if time is None:
        return None
    near = nearness(one.spots, other.spots)
    if near == "far":
        return None
    place = _place(a, b, near)
    main = BOTH_MAIN if one.main and other.main else 0.0
    score = time + place + _parties(one, other) + _kin(one, other) + main
    tied = place > 0 or one.figures & other.figures
    return score if tied else min(score, UNTIED)


def _time(a: Happening, b: Happening) -> float | None:
    days, others = a.told.days, b.told.days
    if days is not None and others is not None:
        apart = gap(days, others)
        if apart > 1:
            return None
        if a.fine and b.fine:
            return SAME_DAY if apart == 0 else NEXT_DAY
        week = apart == 0 and all(d.fine or d.precision == "week" for d in (days, others))
        return SAME_WEEK if week else ROUGH_DAY if apart == 0 else 0.0
    if a.report == b.report:
        return SAME_REPORT
    named = NAMED_DAY if _day_named(a, b) or _day_named(b, a) else 0.0
    one, other = a.context.published, b.context.published
    if one is None or other is None:
        return named
    apart = abs((one - other).days)
    if apart > STALE and not named:
        return None
    return min(SAME_DAY, named + (SAME_NEWS if apart <= NEWS else 0.0))


def _day_named(undated: Happening, dated: Happening) -> bool:
    days = dated.told.days
    if undated.told.days is not None or days is None or not dated.fine:
        return False
    return any(gap(days, day) == 0 for day in undated.context.days)


def _place(a: Happening, b: Happening, near: Nearness) -> float:
    if a.report == b.report:
        # In one report the words of a place may be given once for both.
        return PLACE[near] if a.told.spots and b.told.spots else SAME_REPORT
    named = near in ("unknown", "within", "around") and (_place_named(a, b) or _place_named(b, a))
    if not named:
        return PLACE[near]
    return NAMED if near == "unknown" else NAMED_AND_WITHIN


def _place_named(vague: Happening, other: Happening) -> bool:
    """Whether the report of `vague`, which tells no exact place of its own, names one of the
    other's; where that tells none either and both are what their reports are about, the place that
    the other report names most."""
    if vague.exact:
        return False
    places = other.pointed
    if not places and vague.main and other.main:
        places = other.context.foremost
    return not places.isdisjoint(vague.context.names)


def _parties(a: Told, b: Told) -> float:
    """Who acted, who suffered, with what, how many. That they differ is no ground against: it is
    what reports dispute."""
    score = ACTOR if a.actors & b.actors else 0.0
    score += TARGET if a.targets & b.targets or a.sites & b.sites else 0.0
    alike = any(x in y or y in x for x in a.instruments for y in b.instruments)
    score += INSTRUMENT if alike else 0.0
    return score + (FIGURE if a.figures & b.figures else 0.0)


def _kin(a: Told, b: Told) -> float:
    if not a.kins or not b.kins:
        return 0.0
    return SAME_KIN if a.kins & b.kins else OTHER_KIN
