"""What a run changed in the incidents of a ledger, as records."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from counterclaim.ledger.identity import Settled
from counterclaim.ledger.succession import successors
from counterclaim.ledger.tolls import TollChange, toll_changes
from counterclaim.model.comparison import Comparison
from counterclaim.model.link import Incident
from counterclaim.store import Figure, Standing


class IncidentHead(msgspec.Struct, frozen=True, kw_only=True):
    """The incident that changed."""

    id: str
    title: str
    start: str | None
    places: tuple[str, ...]


class NewIncident(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="new"):
    """An incident that was not in the ledger; `reports` is how many tell of it."""

    incident: IncidentHead
    reports: int


class JoinedIncident(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="joined"):
    """Reports that an incident has now and had not before."""

    incident: IncidentHead
    reports: tuple[str, ...]


class LeftIncident(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="left"):
    """Reports that an incident had before and has no more."""

    incident: IncidentHead
    reports: tuple[str, ...]


class MergedIncident(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="merged"):
    """An incident went into another one: the id `old` leads there now."""

    old: str
    incident: IncidentHead


class SplitIncident(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="split"):
    """An incident whose events were in another one, which keeps the id `split_from`."""

    split_from: str
    incident: IncidentHead
    reports: int


class EndedIncident(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="ended"):
    """An incident that nothing tells of any more: its reports have other versions by now."""

    incident: IncidentHead


class ChangedToll(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="toll"):
    """A source's latest figure is another one than before."""

    incident: IncidentHead
    toll: TollChange


class NewContradiction(
    msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="contradiction"
):
    """Two claims cannot both hold as told, and that was not in the ledger."""

    incident: IncidentHead
    comparison: str
    slot: str
    ground: str


IncidentChange = (
    NewIncident
    | JoinedIncident
    | LeftIncident
    | MergedIncident
    | SplitIncident
    | EndedIncident
    | ChangedToll
    | NewContradiction
)

Compared = Mapping[str, Sequence[Comparison]]
"""Comparisons by incident."""


def changes(
    settled: Settled,
    ended: Iterable[Standing],
    before: Compared,
    after: Compared,
    told_before: Iterable[Figure],
    told_after: Iterable[Figure],
) -> tuple[IncidentChange, ...]:
    """What became of the incidents, in the order of `settled`.

    `before` has the comparisons of the stored incidents that changed, `after` those of the incidents in
    their place; `told_before` and `told_after` are the tolls in each.
    """
    figures = _by_incident(told_before), _by_incident(told_after)
    found = [
        c for i in settled.incidents for c in _of(i, settled.was[i.id], before, after, figures)
    ]
    return (*found, *(EndedIncident(incident=_head(s.incident)) for s in ended))


def _of(
    incident: Incident,
    was: Sequence[Standing],
    before: Compared,
    after: Compared,
    figures: tuple[Mapping[str, list[Figure]], Mapping[str, list[Figure]]],
) -> Iterator[IncidentChange]:
    head = _head(incident)
    if not was and incident.split_from is not None:
        count = len(incident.reports)
        yield SplitIncident(split_from=incident.split_from, incident=head, reports=count)
    elif not was:
        yield NewIncident(incident=head, reports=len(incident.reports))
    else:
        yield from _members(incident, head, [s.incident for s in was])
        told = [f for s in was for f in figures[0].get(s.incident.id, ())]
        for change in toll_changes(told, figures[1].get(incident.id, ())):
            yield ChangedToll(incident=head, toll=change)
    if incident.id in after:
        here = after[incident.id]
        stood = [c for s in was for c in before.get(s.incident.id, ())]
        known = {c.id for c in successors(stood, here).values() if c is not None}
        for found in here:
            if found.relation == "contradicts" and found.id not in known:
                yield NewContradiction(
                    incident=head, comparison=found.id, slot=found.slot, ground=found.ground
                )


def _members(
    incident: Incident, head: IncidentHead, was: Sequence[Incident]
) -> Iterator[IncidentChange]:
    for other in was:
        if other.id != incident.id:
            yield MergedIncident(old=other.id, incident=head)
    before = {r for i in was for r in i.reports}
    now = set(incident.reports)
    if now - before:
        yield JoinedIncident(incident=head, reports=tuple(sorted(now - before)))
    if before - now:
        yield LeftIncident(incident=head, reports=tuple(sorted(before - now)))


def _head(incident: Incident) -> IncidentHead:
    return IncidentHead(
        id=incident.id, title=incident.title, start=incident.start, places=incident.places
    )


def _by_incident(figures: Iterable[Figure]) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = {}
    for figure in figures:
        found.setdefault(figure.incident, []).append(figure)
    return found
