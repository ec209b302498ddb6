"""The relation between two acts: who did them, whether they were done, where and when."""

import msgspec

from counterclaim.compare.aims import Aim, aims_apart, covers, is_people, may_be_one_aim, same_aim
from counterclaim.compare.assertion import Act, Assertion, Responsible, When, Where
from counterclaim.compare.scope import comparable, of_one_act, scope_of
from counterclaim.compare.setting import holds_days, place_fit, place_pair_fit, time_fit
from counterclaim.compare.verdict import Verdict


def apart(x: str, y: str) -> bool:
    """Whether both are given and differ."""
    return bool(x and y and x != y)


def _one_deed(x: Responsible, y: Responsible) -> bool:
    """Whether the two may be charged with one deed: done to the same thing, or in the same way, or
    one of them left open, as "was responsible" leaves it to what is spoken of."""
    if same_aim(x.target, y.target) and x.target != Aim():
        return True
    if apart(x.mode, y.mode):
        return False
    return x.mode == y.mode or any(r.mode == "" and r.target == Aim() for r in (x, y))


def relate_responsible(
    a: Assertion, b: Assertion, x: Responsible, y: Responsible, one_incident: bool
) -> Verdict | None:
    """Who did one deed: the same, another, or one whose part is denied."""
    same = not set(x.ids).isdisjoint(y.ids)
    where = msgspec.structs.replace(a.setting, actors=frozenset())
    other = msgspec.structs.replace(b.setting, actors=frozenset())
    if not comparable(where, other) or aims_apart(x.target, y.target) or not _one_deed(x, y):
        return None
    flags = scope_of(a.setting, b.setting)
    scope = flags - {"campaign"}
    if x.denied != y.denied:
        return Verdict("contradicts", "actor.contradicts.denied", scope) if same else None
    near = place_fit(a.setting.places, b.setting.places) in ("same", "overlap", "inside")
    then = time_fit(a.setting.days, b.setting.days) in ("same", "inside", "overlap")
    pinned = near and then and "place" not in scope
    if x.denied or not (pinned or one_incident) or "campaign" in flags:
        # Who flies a campaign is not said to have done the one deed.
        return None
    if same:
        return Verdict("corroborates", "actor.corroborates", scope)
    return Verdict("contradicts", "actor.contradicts.other-actor", scope)


def _same_act(x: Act, y: Act) -> bool:
    return (
        x.type == y.type
        and not apart(x.mode, y.mode)
        and not apart(x.actor, y.actor)
        and not (aims_apart(x.target, y.target) and not _harm_covered(x, y))
    )


def _harm_covered(x: Act, y: Act) -> bool:
    """Whether one denies harm to those of whom the other tells it."""
    if x.type != "CASUALTIES" or x.denied == y.denied:
        return False
    denied, told = (x, y) if x.denied else (y, x)
    return covers(denied.target, told.target)


def _one_doer(x: Act, y: Act) -> bool:
    return bool((x.actor and x.actor == y.actor) or (x.doer and x.doer == y.doer))


def _answers(a: Assertion, b: Assertion, x: Act, y: Act, one_incident: bool) -> bool:
    """Whether a denial answers the telling, where no day and place tie the two: it is of one doer
    and the same thing or place, or, whoever the doer, of one thing."""
    fit = place_fit(a.setting.places, b.setting.places)
    denied = x if x.denied else y
    if denied.target == Aim() and _one_doer(x, y) and x.mode == y.mode != "":
        return True
    if _one_doer(x, y) and (may_be_one_aim(x.target, y.target) or fit in ("same", "overlap")):
        return x.target != Aim() or fit in ("same", "overlap")
    if not same_aim(x.target, y.target) or apart(x.doer, y.doer) or x.target == Aim():
        return False
    return one_incident or not (is_people(x.target.head) or x.target.side)


def relate_act(a: Assertion, b: Assertion, x: Act, y: Act, one_incident: bool) -> Verdict | None:
    """Whether one tells of the act that the other denies, or both tell of one."""
    one_report = a.statement.report == b.statement.report
    if not _same_act(x, y):
        return None
    tied = of_one_act(a.setting, b.setting, one_report=one_report)
    scope = scope_of(a.setting, b.setting)
    if x.denied != y.denied:
        if x.type == "CASUALTIES" and not _harm_covered(x, y):
            return None
        denied = x if x.denied else y
        if (denied.actor or denied.doer) and not _one_doer(x, y):
            # Who denies the part of one doer says nothing of what another or nobody named did.
            return None
        told = y if x.denied else x
        if (
            denied.target != Aim()
            and not (
                same_aim(x.target, y.target)
                or (may_be_one_aim(x.target, y.target) and told.target != Aim())
            )
            and not _harm_covered(x, y)
        ):
            # "No civilian site was damaged" denies no strike of which no such target is told.
            return None
        together = one_incident or one_report
        if tied or (together and _answers(a, b, x, y, one_incident)):
            return Verdict("contradicts", "happened.contradicts", scope)
        return None
    then = time_fit(a.setting.days, b.setting.days) == "same"
    near = place_fit(a.setting.places, b.setting.places) in ("same", "inside", "overlap")
    if x.denied or not (tied and x.actor and x.actor == y.actor and then and near):
        return None
    return Verdict("corroborates", "happened.corroborates", scope)


def relate_where(a: Assertion, b: Assertion, x: Where, y: Where) -> Verdict | None:
    """Where one act was: more precisely, or elsewhere."""
    then = time_fit(a.setting.days, b.setting.days) == "same"
    if not _same_act(x.act, y.act) or not x.act.actor or x.act.actor != y.act.actor or not then:
        return None
    fit = place_pair_fit(x.place, y.place)
    if fit == "inside":
        return Verdict("narrows", "place.narrows")
    tied = (
        same_aim(x.act.target, y.act.target) and x.act.target != Aim()
    ) or x.act.instrument == y.act.instrument != ""
    other_report = a.statement.report != b.statement.report
    if fit == "apart" and tied and other_report:
        return Verdict("differs", "place.differs")
    return None


def relate_when(a: Assertion, b: Assertion, x: When, y: When) -> Verdict | None:
    """When one act was: more precisely, or on another day."""
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
