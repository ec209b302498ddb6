"""The relation between two values in one slot, slot by slot. Every function is symmetric."""

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
from counterclaim.compare.read_words import SITE
from counterclaim.compare.relate_acts import (
    apart,
    relate_act,
    relate_responsible,
    relate_when,
    relate_where,
)
from counterclaim.compare.relate_figures import relate_figures
from counterclaim.compare.scope import comparable, may_be_one, scope_of
from counterclaim.compare.verdict import Verdict
from counterclaim.model.comparison import Relation


def _within(inner: Identity, outer: Identity) -> bool:
    """Whether the one group is a part of the other."""
    return outer.identity in inner.wider


def _identity(a: Identity, b: Identity) -> tuple[Relation, str] | None:
    same = a.identity == b.identity
    if a.identity.startswith(SITE) or b.identity.startswith(SITE):
        # Two kinds of place may both have been hit.
        clash = same and a.negated != b.negated
        return ("contradicts", "target.contradicts.site") if clash else None
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


def _harm(a: Harm, b: Harm) -> tuple[Relation, str] | None:
    if a.level == b.level:
        return "corroborates", "civilian_harm.corroborates"
    if "none" in (a.level, b.level):
        if apart(a.kind, b.kind):
            # None was killed, and some were wounded: both may hold.
            return None
        return "contradicts", "civilian_harm.contradicts"
    return "narrows", "civilian_harm.narrows"


def relate(a: Assertion, b: Assertion, *, one_incident: bool = False) -> Verdict | None:
    """How two assertions of one slot stand to one another; None when nothing can be said.

    `one_incident` tells that both are known to be about one happening, so that nothing in their
    words needs to tie them. Only the values and settings are looked at: who says them is the
    caller's business.
    """
    x, y = a.value, b.value
    match x, y:
        case Responsible(), Responsible():
            return relate_responsible(a, b, x, y, one_incident)
        case When(), When():
            return relate_when(a, b, x, y)
        case Where(), Where():
            return relate_where(a, b, x, y)
    if not comparable(a.setting, b.setting):
        return None
    if isinstance(x, Act) and isinstance(y, Act):
        return relate_act(a, b, x, y, one_incident)
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
