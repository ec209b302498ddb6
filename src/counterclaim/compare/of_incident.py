"""The claims of an incident's reports, ready to be compared."""

from collections.abc import Iterable, Mapping, Sequence

from counterclaim.compare.statement import Statement, make_statements
from counterclaim.model.claim import Claim
from counterclaim.model.event import Event
from counterclaim.model.link import Incident
from counterclaim.model.reading import Reading


def incident_statements(
    incident: Incident, readings: Iterable[Reading], origin_of: Mapping[str, str]
) -> list[Statement]:
    """Statements of the claims that can bear on the incident, report by report; `readings` are those
    of its reports, `origin_of` maps claims to the origins that they go back to."""
    members = set(incident.events)
    out: list[Statement] = []
    for reading in sorted(readings, key=lambda r: r.report.id):
        events = [e for e in reading.events if e.id in members]
        claims = _about(incident, reading, events)
        out += make_statements(reading.report, claims, events, origin_of)
    return out


def _about(incident: Incident, reading: Reading, events: Sequence[Event]) -> list[Claim]:
    """All claims, where the report is mainly about the incident and tells an event of it; else those
    that say one of its events, with the claims around and inside them."""
    if reading.report.id in incident.main_of and reading.report.id not in incident.linked:
        return list(reading.claims)
    saying = {c for e in events if e.said_by != "narration" for c in e.said_by}
    via = {c.id: c.via for c in reading.claims}
    for claim in list(saying):
        outer = via.get(claim)
        while outer is not None and outer not in saying:
            saying.add(outer)
            outer = via.get(outer)
    return [c for c in reading.claims if c.id in saying or c.via in saying]
