"""The relation between two values in one slot, slot by slot. Every function is symmetric."""

import msgspec

from counterclaim.compare.assertion import (
    Act,
    Assertion,
    Figure,
    Harm,
    Identity,
    Responsible,
    When,
    Where,
)
from counterclaim.compare.names import is_label
from counterclaim.compare.relate_figures import relate_figures
from counterclaim.compare.scope import comparable, may_be_one, of_one_act, scope_of
from counterclaim.compare.setting import (
    holds_days,
    place_fit,
    place_pair_fit,
    time_fit,
)
from counterclaim.compare.verdict import Verdict
from counterclaim.model.comparison import Relation


def _within(inner: Identity, outer: Identity) -> bool:
    """Whether the one group is a part of the other."""
    return outer.identity in inner.wider


def _identity(a: Identity, b: Identity) -> tuple[Relation, str] | None:
    same = a.identity == b.identity
    within = _within(a, b) or _within(b, a)
    if a.negated and b.negated:
        return ("corroborates", "target.corroborates") if same else None
    if a.negated or b.negated:
        if same:
            return "contradicts", "target.contradicts.negated"
        named, excluded = (b, a) if a.negated else (a, b)
        if _within(named, excluded):
            return "contradicts", "target.contradicts.negated"
        return None if within or is_label(named.identity) else ("narrows", "target.narrows")
    if same:
        return "corroborates", "target.corroborates"
    if within:
        return "narrows", "target.narrows"
    if is_label(a.identity) or is_label(b.identity):
        return "differs", "target.differs.label"
    if not set(a.ids).isdisjoint(b.ids):
        # Two groups of one side: what is said of the one may be meant of both.
        return "differs", "target.differs.one-side"
    return "contradicts", "target.contradicts.other-group"


def _harm(a: Harm, b: Harm) -> tuple[Relation, str]:
    if a.level == b.level:
        return "corroborates", "civilian_harm.corroborates"
    if "none" in (a.level, b.level):
        return "contradicts", "civilian_harm.contradicts"
    return "narrows", "civilian_harm.narrows"


def _apart(x: str, y: str) -> bool:
    return bool(x and y and x != y)


def _targets_apart(x: str, y: str) -> bool:
    """Two sides, or two nouns, that are not one; a side and a noun cannot be told apart."""
    return _apart(x, y) and x.partition(":")[0] == y.partition(":")[0]


def _responsible(
    a: Assertion, b: Assertion, x: Responsible, y: Responsible, one_incident: bool
) -> Verdict | None:
    same = not set(x.ids).isdisjoint(y.ids)
    where = msgspec.structs.replace(a.setting, actors=frozenset())
    other = msgspec.structs.replace(b.setting, actors=frozenset())
    if not comparable(where, other) or _targets_apart(x.target, y.target):
        return None
    if _apart(x.mode, y.mode) and not x.target == y.target != "":
        # One bombs, the other shoots, and nothing says at the same thing: two acts.
        return None
    scope = scope_of(a.setting, b.setting) - {"campaign"}
    if x.denied != y.denied:
        return Verdict("contradicts", "actor.contradicts.denied", scope) if same else None
    near = place_fit(a.setting.places, b.setting.places) in ("same", "overlap", "inside")
    then = time_fit(a.setting.days, b.setting.days) in ("same", "inside", "overlap")
    pinned = near and then and "place" not in scope
    if x.denied or not (pinned or one_incident):
        return None
    if same:
        return Verdict("corroborates", "actor.corroborates", scope)
    return Verdict("contradicts", "actor.contradicts.other-actor", scope)


def _same_act(x: Act, y: Act) -> bool:
    return (
        x.type == y.type
        and not _apart(x.mode, y.mode)
        and not _apart(x.actor, y.actor)
        and not _targets_apart(x.target, y.target)
    )


def _act(a: Assertion, b: Assertion, x: Act, y: Act) -> Verdict | None:
    one_report = a.statement.report == b.statement.report
    if not _same_act(x, y) or not of_one_act(a.setting, b.setting, one_report=one_report):
        return None
    scope = scope_of(a.setting, b.setting)
    if x.denied != y.denied:
        return Verdict("contradicts", "happened.contradicts", scope)
    then = time_fit(a.setting.days, b.setting.days) == "same"
    near = place_fit(a.setting.places, b.setting.places) in ("same", "inside", "overlap")
    if x.denied or not (x.actor and x.actor == y.actor and then and near):
        return None
    return Verdict("corroborates", "happened.corroborates", scope)


def _where(a: Assertion, b: Assertion, x: Where, y: Where) -> Verdict | None:
    then = time_fit(a.setting.days, b.setting.days) == "same"
    if not _same_act(x.act, y.act) or not x.act.actor or x.act.actor != y.act.actor or not then:
        return None
    fit = place_pair_fit(x.place, y.place)
    if fit == "inside":
        return Verdict("narrows", "place.narrows")
    tied = x.act.target == y.act.target != "" or x.act.instrument == y.act.instrument != ""
    other_report = a.statement.report != b.statement.report
    if fit == "apart" and tied and other_report:
        return Verdict("differs", "place.differs")
    return None


def _when(a: Assertion, b: Assertion, x: When, y: When) -> Verdict | None:
    near = place_fit(a.setting.places, b.setting.places) in ("same", "overlap")
    fine = any(p.precision in ("site", "town", "district") for p in a.setting.places)
    if not _same_act(x.act, y.act) or not x.act.actor or x.act.actor != y.act.actor or not near:
        return None
    if a.setting.reach == b.setting.reach == "campaign":
        return None
    if holds_days(x.days, y.days) or holds_days(y.days, x.days):
        return Verdict("narrows", "time.narrows") if fine else None
    other_report = a.statement.report != b.statement.report
    gap = max(x.days.start, y.days.start) - min(x.days.end, y.days.end)
    if time_fit(x.days, y.days) == "apart" and fine and other_report and gap.days <= 3:
        return Verdict("differs", "time.differs")
    return None


def relate(a: Assertion, b: Assertion, *, one_incident: bool = False) -> Verdict | None:
    """How two assertions of one slot stand to one another; None when nothing can be said.

    `one_incident` tells that both are known to be about one happening, so that nothing in their
    words needs to tie them. Only the values and settings are looked at: who says them is the
    caller's business.
    """
    x, y = a.value, b.value
    match x, y:
        case Responsible(), Responsible():
            return _responsible(a, b, x, y, one_incident)
        case When(), When():
            return _when(a, b, x, y)
        case Where(), Where():
            return _where(a, b, x, y)
    if not comparable(a.setting, b.setting):
        return None
    if isinstance(x, Act) and isinstance(y, Act):
        return _act(a, b, x, y)
    if not may_be_one(a.setting, b.setting, one_incident):
        return None
    match x, y:
        case Figure(), Figure():
            return relate_figures(a, b, x, y)
        case Identity(), Identity():
            found = _identity(x, y)
        case Harm(), Harm():
            found = _harm(x, y)
        case _:
            return None
    return Verdict(*found, scope_of(a.setting, b.setting)) if found else None
