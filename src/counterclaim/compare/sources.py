"""Whether two claims come from one source, from two that speak for one side, or from strangers."""

from typing import Literal

from counterclaim.compare.statement import Statement
from counterclaim.model.claim import Source

Kinship = Literal["same", "perhaps", "allied", "apart"]
"""same: one person or body. perhaps: it cannot be told. allied: two who speak for one side, or one
who stands close to the other: neither bears the other out. apart: nothing is known to tie them."""


def source_key(source: Source) -> str:
    """What a source is known by: its party's id, else its name."""
    return source.party or source.name.casefold()


def _unnamed(source: Source) -> bool:
    return source.anonymous or source.kind in ("anonymous", "unknown")


def _known_as(source: Source) -> set[str]:
    return {n.casefold() for n in (source.name, source.party, source.side) if n}


def kinship(a: Statement, b: Statement) -> Kinship:
    """How the two statements' sources stand to one another.

    Unnamed sources under the same words are one source inside a report ("the source said … he
    added"); across reports it cannot be told whether they are.
    """
    one, two = a.claim.source, b.claim.source
    if source_key(one) == source_key(two):
        if _unnamed(one) and one.party is None and a.report != b.report:
            return "perhaps"
        return "same"
    for x, y in ((one, two), (two, one)):
        names = {c.casefold() for c in x.candidates}
        if names and not names.isdisjoint(_known_as(y)):
            return "perhaps"
    if one.side is not None and one.side == two.side:
        return "allied"
    for x, y in ((one, two), (two, one)):
        if x.side is not None and x.side == y.party:
            return "allied"
        if x.close_to and x.close_to.casefold() in _known_as(y):
            return "allied"
    return "apart"


def nested(a: Statement, b: Statement, by_id: dict[str, Statement]) -> bool:
    """Whether one claim stands inside the other: who relays a claim does not make it."""
    for outer, inner in ((a, b), (b, a)):
        at: Statement | None = inner
        seen: set[str] = set()
        while at is not None and at.claim.via is not None and at.id not in seen:
            if at.claim.via == outer.id:
                return True
            seen.add(at.id)
            at = by_id.get(at.claim.via)
    return False
