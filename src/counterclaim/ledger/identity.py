"""Which stored incident a newly linked one is: ids stay while reports join and leave.

Linking names an incident by the hash of its events, which is another one whenever an event joins. In a
ledger it keeps the id of the stored incident that it shares most events with, and ids that are given up
lead on to what took their place. See docs/decisions/0020.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from counterclaim.model.ids import make_id
from counterclaim.model.link import Incident, Redirect
from counterclaim.store import Standing


class Settled(msgspec.Struct, frozen=True, kw_only=True):
    """The incidents under the ids that they have in the ledger; for each the stored ones that went into
    it, its own first (none where it is new); and the ids that are given up."""

    incidents: tuple[Incident, ...]
    was: Mapping[str, tuple[Standing, ...]]
    redirects: tuple[Redirect, ...]


class _Common(NamedTuple):
    """What a stored and a new incident share: events; reports that are mainly about both; and whether
    one report tells both under one title. Reports count only where the stored one's events are all
    gone, as they are when a report has a new version."""

    events: int
    mains: int = 0
    alike: bool = False


_Pairs = dict[tuple[int, int], _Common]
"""(place of the stored one, place of the new one) to what they share."""


def settle(
    found: Iterable[Incident], standing: Sequence[Standing], others: Collection[str]
) -> Settled:
    """Give the incidents of `found` their ids in the ledger.

    `standing` are the stored incidents that `found` takes the place of, `others` the ids of those that
    stay as they are. The pair that shares most comes first; of equal ones the incident that was stored
    first keeps its id, then the smaller id. The order of `found` changes nothing.
    """
    new = sorted(found, key=lambda i: i.id)
    old = sorted(standing, key=lambda s: (s.number, s.incident.id))
    common = _common(old, new)
    ranked = sorted(common, key=lambda pair: (_rank(common[pair]), pair))
    kept: dict[int, int] = {}
    given: set[int] = set()
    for o, n in ranked:
        if n not in kept and o not in given:
            kept[n] = o
            given.add(o)
    stored = {s.incident.id for s in old}
    ids = _ids(new, {n: old[o].incident.id for n, o in kept.items()}, stored.union(others))
    nearest: dict[int, int] = {}
    origin: dict[int, int] = {}
    for o, n in ranked:
        nearest.setdefault(o, n)
        if common[o, n].events or not old[o].incident.events:
            origin.setdefault(n, o)
    into = {o: kept_n for kept_n, o in kept.items()} | {
        o: n for o, n in nearest.items() if o not in given
    }
    named = {incident.id: ids[n] for n, incident in enumerate(new)}
    was: dict[str, tuple[Standing, ...]] = dict.fromkeys(ids, ())
    for o, n in sorted(into.items(), key=lambda item: (item[0] not in given, item[0])):
        was[ids[n]] += (old[o],)
    settled = []
    for n, incident in enumerate(new):
        split_from = None
        if n in kept:
            split_from = old[kept[n]].incident.split_from
        elif n in origin:
            split_from = ids[into[origin[n]]]
        settled.append(
            msgspec.structs.replace(
                incident,
                id=ids[n],
                linked_to=None if incident.linked_to is None else named[incident.linked_to],
                split_from=split_from,
            )
        )
    redirects = tuple(
        Redirect(id=one.incident.id, kind="incident", leads_to=ids[into[o]] if o in into else None)
        for o, one in enumerate(old)
        if o not in given
    )
    return Settled(incidents=tuple(settled), was=was, redirects=redirects)


def _rank(common: _Common) -> tuple[int, int, bool]:
    return -common.events, -common.mains, not common.alike


def _common(old: Sequence[Standing], new: Sequence[Incident]) -> _Pairs:
    by_event: dict[str, list[int]] = {}
    for o, one in enumerate(old):
        for event in one.incident.events:
            by_event.setdefault(event, []).append(o)
    pairs: _Pairs = {}
    for n, incident in enumerate(new):
        shared = Counter(o for event in incident.events for o in by_event.get(event, ()))
        pairs |= {(o, n): _Common(events) for o, events in shared.items()}
    return pairs | _by_report(old, new, {o for o, _ in pairs})


def _by_report(old: Sequence[Standing], new: Sequence[Incident], found: Collection[int]) -> _Pairs:
    """Pairs for the stored incidents none of whose events is left."""
    by_report: dict[str, list[int]] = {}
    for o, one in enumerate(old):
        if o not in found:
            for report in one.incident.reports:
                by_report.setdefault(report, []).append(o)
    pairs: _Pairs = {}
    for n, incident in enumerate(new):
        for o in {o for report in incident.reports for o in by_report.get(report, ())}:
            before = old[o].incident
            mains = len(set(before.main_of) & set(incident.main_of))
            common = _Common(0, mains, before.title == incident.title)
            if common.mains or common.alike:
                pairs[o, n] = common
    return pairs


def _ids(new: Sequence[Incident], kept: Mapping[int, str], taken: Collection[str]) -> list[str]:
    """The id of each new incident: the one it keeps, or else the hash of its events. That one is free
    unless an incident that was first made of these very events goes on with it."""
    used = set(taken)
    ids = []
    for n, incident in enumerate(new):
        key = kept.get(n, incident.id)
        count = 1
        while n not in kept and key in used:
            count += 1
            key = make_id("i", incident.events or incident.reports, count)
        used.add(key)
        ids.append(key)
    return ids
