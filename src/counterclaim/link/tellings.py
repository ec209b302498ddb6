"""The happenings that one report tells of, each put together from the events that tell of it."""

from itertools import combinations

from counterclaim.link.alike import points
from counterclaim.link.cluster import Cluster, clusters
from counterclaim.link.context import Context
from counterclaim.link.happening import Happening, happening, together
from counterclaim.link.kinds import class_of, kinds
from counterclaim.link.spots import nearness
from counterclaim.model.event import Event
from counterclaim.model.reading import Reading

REAL = frozenset({"happened", "attempted", "possible"})
"""Modalities of what is said to have taken place, or to have been tried; plans and threats are
none."""


def tellings(reading: Reading, context: Context) -> tuple[list[Happening], set[str]]:
    """The report's happenings, and the ids of those that make an incident when nothing joins
    them."""
    side_of = {c.id: c.source.side for c in reading.claims}
    told = [happening(e, context, side_of) for e in reading.events if _is_told(e)]
    if not told:
        # Nothing is said to have happened: what the report is about is the one thing to show.
        main = [
            happening(e, context, side_of) for e in reading.events if e.id == reading.main_event
        ]
        return main, {h.id for h in main}
    scored = ((a, b, points(a, b)) for a, b in combinations(told, 2))
    pairs = [(a, b, found) for a, b, found in scored if found is not None]
    found = _attached([together(c) for c in clusters(told, pairs)])
    return found, _seeds(found)


def _is_told(event: Event) -> bool:
    return event.modality in REAL and class_of(event) != "words"


def _seeds(found: list[Happening]) -> set[str]:
    """What the report is mainly about, and whatever else it says took place with both its day and
    where: what is told without them is background, and joins an incident that others tell of. Talks
    make one only where nothing else does."""
    real = [h for h in found if h.told.kind in kinds().seeding]
    told = [
        h for h in real if h.main or (h.told.days is not None and h.told.spots.where and h.done)
    ]
    return {h.id for h in told or [h for h in found if h.main] or real or found}


def _attached(found: list[Happening]) -> list[Happening]:
    """Events that tell too little are put to the one happening of their report that they can belong
    to; where there are several, to the one that the report is mainly about, and else to none."""
    firm = {h.id: h for h in found if h.firm}
    parts: dict[str, list[Happening]] = {h.id: [h] for h in found}
    whole = {key: Cluster(h) for key, h in firm.items()}
    for loose in sorted(found, key=lambda h: h.id):
        if loose.firm:
            continue
        fitting = [key for key, h in firm.items() if _fits(loose, h, whole[key])]
        if len(fitting) > 1:
            fitting = [key for key in fitting if firm[key].main]
        if len(fitting) == 1:
            parts[fitting[0]].append(loose)
            whole[fitting[0]].absorb(Cluster(loose))
            del parts[loose.id]
    return [together(p) for p in parts.values()]


def _fits(loose: Happening, firm: Happening, whole: Cluster) -> bool:
    """Whether `loose` can be a part of `firm`, and of what is put to it already."""
    one, other = loose.told, firm.told
    if one.kind != other.kind or not Cluster(loose).may_join(whole):
        return False
    if one.kins and other.kins and not one.kins & other.kins:
        return False
    # Whoever names a place of its own tells of that place, and not of the country around it.
    apart = one.spots.exact and nearness(one.spots, other.spots) not in ("same", "near")
    return not apart or loose.outcome
