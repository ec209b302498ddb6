"""Whether two claims may be about one happening, and in which respects they may not be."""

from typing import get_args

from counterclaim.compare.setting import Setting, actor_fit, place_fit, time_fit
from counterclaim.model.comparison import Scope

ORDER: tuple[Scope, ...] = get_args(Scope)


def comparable(a: Setting, b: Setting) -> bool:
    """Whether nothing that was said sets the two happenings apart."""
    return (
        actor_fit(a.actors, b.actors) != "apart"
        and time_fit(a.days, b.days) != "apart"
        and place_fit(a.places, b.places) != "apart"
    )


def scope_of(a: Setting, b: Setting) -> frozenset[Scope]:
    """Flags for times, places and reach that differ, or that only one of the two gives."""
    flags: set[Scope] = set()
    if a.reach != b.reach and "campaign" in (a.reach, b.reach):
        flags.add("campaign")
    time = time_fit(a.days, b.days)
    if time in ("inside", "overlap") or (time == "unstated" and a.days is not b.days):
        flags.add("time")
    place = place_fit(a.places, b.places)
    if place in ("inside", "overlap") or (place == "unstated" and a.places != b.places):
        flags.add("place")
    return frozenset(flags)


def in_order(flags: frozenset[Scope]) -> tuple[Scope, ...]:
    """The flags in the model's order."""
    return tuple(f for f in ORDER if f in flags)


def may_be_one(a: Setting, b: Setting, one_incident: bool) -> bool:
    """Whether a time, place or actor ties the two, or one of them is bare and leans on the other,
    as "the ministry put the toll at 12" does."""
    if one_incident or any(not (s.days or s.places) for s in (a, b)):
        return True
    joined = ("same", "inside", "overlap")
    return (
        time_fit(a.days, b.days) in joined
        or place_fit(a.places, b.places) in joined
        or actor_fit(a.actors, b.actors) == "same"
    )


def of_one_act(a: Setting, b: Setting, *, one_report: bool) -> bool:
    """Whether something said ties the two to one happening, beyond nothing setting them apart."""
    near = place_fit(a.places, b.places) in ("same", "inside", "overlap")
    fine = any(p.precision in ("site", "town", "district", "province") for p in a.places + b.places)
    then = time_fit(a.days, b.days) in ("same", "inside", "overlap")
    who = actor_fit(a.actors, b.actors) == "same"
    return (near and fine and then) or (who and (one_report or then or (near and fine)))
