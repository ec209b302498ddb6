"""What claims are to one another, and what arithmetic says of one."""

from typing import Literal

import msgspec

from counterclaim.model.why import Why

Relation = Literal["corroborates", "repeats", "contradicts", "differs", "narrows", "updates"]
Scope = Literal["time", "place", "count", "campaign", "target_unstated", "implied"]
CheckKind = Literal["distance", "weekday", "sum", "speed", "order", "toll", "unit", "place"]
CheckResult = Literal["consistent", "inconsistent", "cannot_tell"]


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """A relation between claims `a` and claims `b` about one slot of one incident.

    `slot` is `happened`, `place`, `time`, `actor`, `target`, `quantity:WHAT`, `civilian_harm` or
    `said_so`. `scope` flags in which respect the two may speak of different things. `ground` says in
    one sentence why the relation was drawn. `a` and `b` are sorted, and the side with the smaller
    first id is `a`, so that a comparison is the same whichever claim came first.
    """

    id: str
    a: tuple[str, ...]
    b: tuple[str, ...]
    relation: Relation
    slot: str
    scope: tuple[Scope, ...] = ()
    ground: str
    why: Why


class Input(msgspec.Struct, frozen=True):
    """One figure that went into a check, in words that can be shown."""

    name: str
    value: str


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """Arithmetic or geography applied to a claim. It says whether the figures can hold together, and
    nothing about whether they are so."""

    id: str
    kind: CheckKind
    claims: tuple[str, ...]
    result: CheckResult
    inputs: tuple[Input, ...]
    ground: str
    why: Why
