"""Which comparison goes on where another one stood.

A comparison is named by its claims and its sentence, so that it has another id when a report joins one
of its sides. What people decided about it has to stay with it, and it is no new contradiction.
"""

from collections.abc import Iterable, Mapping, Sequence

from counterclaim.model.comparison import Comparison


def successors(
    old: Iterable[Comparison], new: Sequence[Comparison]
) -> Mapping[str, Comparison | None]:
    """For each id of `old` what goes on in its place: itself; or the same relation in the same slot
    between claims of which some are the same on either side; None where there is none."""
    here = {c.id: c for c in new}
    return {before.id: here.get(before.id) or _successor(before, new) for before in old}


def _successor(before: Comparison, new: Sequence[Comparison]) -> Comparison | None:
    """The one with the same words, then with most claims in common, then with the smallest id."""
    found = [
        (after.ground != before.ground, -shared, after.id, after)
        for after in new
        if (after.slot, after.relation) == (before.slot, before.relation)
        and (shared := max(_shared(before, after.a, after.b), _shared(before, after.b, after.a)))
    ]
    return min(found, key=lambda f: f[:3])[3] if found else None


def _shared(before: Comparison, a: tuple[str, ...], b: tuple[str, ...]) -> int:
    """Claims in common side by side; 0 where one of the sides has none. A side without claims is one
    with another such side."""
    one, two = len(set(before.a) & set(a)), len(set(before.b) & set(b))
    if (not one and (before.a or a)) or (not two and (before.b or b)):
        return 0
    return one + two
