"""Quantities of events: each counted thing goes to the event it counts for."""

from collections.abc import Sequence

from counterclaim.code_events.quantities import FoundQuantity
from counterclaim.code_events.tree import Tree
from counterclaim.model.event import Quantity


def amounts(tree: Tree, found: Sequence[FoundQuantity]) -> list[tuple[Quantity, ...]]:
    """The quantities of each telling. A noun in apposition to a counted one ("19 people: twelve
    staff and ...") goes where that went."""
    out: list[list[Quantity]] = [[] for _ in tree.tellings]
    taken: dict[int, int] = {}
    for item in found:
        n = _telling_of(tree, item, taken)
        if n is not None:
            taken[item.noun] = n
            out[n].append(item.quantity)
    return [tuple(quantities) for quantities in out]


def _telling_of(tree: Tree, item: FoundQuantity, taken: dict[int, int]) -> int | None:
    parse = tree.parse
    if item.whole in taken:
        return taken[item.whole]
    for i in range(item.first, item.last + 1):
        if i in tree.owner:
            return tree.owner[i]
    n, path = tree.climb(item.noun)
    for i in path[1:]:
        if i in taken:
            return taken[i]
    if n is None or item.quantity.what in ("killed", "injured", "casualties"):
        return n
    # A number deep in another clause ("said by two officials") is not the event's.
    if any(parse.tag[i][0] == "V" for i in path[1:-1]):
        return None
    if tree.tellings[n].type == "STATEMENT" and any(parse.dep[i] == "agent" for i in path[:-1]):
        return None
    return n
