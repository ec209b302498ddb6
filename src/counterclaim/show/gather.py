"""All that a ledger holds of one incident, and which incident is meant."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from counterclaim.model.aggregate import Aggregate, AggregateRule
from counterclaim.model.claim import Claim
from counterclaim.model.errors import LedgerError
from counterclaim.model.event import Event
from counterclaim.model.link import Incident, Origin
from counterclaim.model.reading import Reading
from counterclaim.model.spans import quoted
from counterclaim.show.matrix import IncidentFile
from counterclaim.store import View

T = TypeVar("T", Claim, Event)


def incident_file(
    view: View, incident: Incident, rules: Sequence[AggregateRule] = ()
) -> IncidentFile:
    """The records that the matrix of an incident is built from, and the figures that `rules` make of
    what its claims tell."""
    reports = set(incident.reports)
    readings = tuple(view.reading(report) for report in incident.reports)
    origins = view.origins(incident=incident.id)
    return IncidentFile(
        incident=incident,
        readings=readings,
        comparisons=view.comparisons(incident.id),
        checks=view.checks(incident.id),
        origins=origins,
        copies=tuple(pair for pair in view.copies() if {pair.a, pair.b} <= reports),
        aggregates=_aggregates(incident, readings, origins, rules) if rules else (),
    )


def _aggregates(
    incident: Incident,
    readings: Sequence[Reading],
    origins: Sequence[Origin],
    rules: Sequence[AggregateRule],
) -> tuple[Aggregate, ...]:
    from counterclaim.compare import aggregates, incident_statements
    from counterclaim.language.parties import load_parties

    origin_of = {claim: origin.id for origin in origins for claim in origin.claims}
    statements = incident_statements(incident, readings, origin_of)
    return aggregates(statements, load_parties(), rules)


def find_incident(view: View, name: str | None, ledger: str) -> Incident:
    """The incident with this id, or whose id begins so; without a name, the one that most reports
    tell of. Raises LedgerError when there is none, or when several begin so."""
    found = view.incidents()
    if name is None:
        if not found:
            raise LedgerError(
                "no incident is in this ledger yet",
                ledger,
                "Read reports into it with: counterclaim read FILES -o LEDGER.",
            )
        return max(found, key=lambda i: (len(i.reports), i.contradictions, i.id))
    known = {i.id: i for i in found}
    led = {r.id: r.leads_to for r in view.redirects() if r.kind == "incident"}
    names = [i for i in (*known, *led) if i == name] or [
        i for i in (*known, *led) if i.startswith(name)
    ]
    # Several ids may lead to one incident.
    fitting = list(dict.fromkeys(led.get(i, i) for i in names))
    if fitting == [None]:
        return view.incident(names[0])  # Says what became of it.
    standing = [known[i] for i in fitting if i is not None]
    if len(standing) == 1:
        return standing[0]
    if standing:
        listed = ", ".join(i.id for i in standing[:5])
        raise LedgerError(
            f"several incidents begin with {name} ({listed})", ledger, "Give more of the id."
        )
    raise LedgerError(
        f"there is no incident {name}", ledger, "List them with: counterclaim incidents."
    )


def find_shown(view: View, name: str, ledger: str) -> str | Incident:
    """The id of the report, or else the incident, that `name` is or begins."""
    try:
        return find_report(view, name, ledger)
    except LedgerError:
        if not name.startswith("i-"):
            raise
    return find_incident(view, name, ledger)


def follow_ups(view: View, incident: Incident) -> tuple[Incident, ...]:
    """The incidents whose reports follow this one up."""
    return tuple(i for i in view.incidents() if i.linked_to == incident.id)


def find_report(view: View, name: str, ledger: str) -> str:
    """The id of the report with this id, or whose id begins so. Raises LedgerError when there is
    none, or when several begin so."""
    ids = [line.id for line in view.reports()]
    fitting = [i for i in ids if i == name] or [i for i in ids if i.startswith(name)]
    if len(fitting) == 1:
        return fitting[0]
    what = f"several reports begin with {name}" if fitting else f"there is no report {name}"
    raise LedgerError(what, ledger, "List them with: counterclaim show LEDGER.")


def claims_with_words(view: View, claims: Iterable[Claim]) -> Iterator[tuple[Claim, str, str]]:
    """Each claim with the words of its content and of its source, as they stand in the report."""
    for claim, text in _with_text(view, claims):
        yield claim, quoted(text, claim.content), quoted(text, claim.source_span)


def events_with_words(view: View, events: Iterable[Event]) -> Iterator[tuple[Event, str]]:
    """Each event with the text of its report."""
    return _with_text(view, events)


def _with_text(view: View, records: Iterable[T]) -> Iterator[tuple[T, str]]:
    last, text = None, ""
    for record in records:
        if record.report != last:
            last, text = record.report, view.report(record.report).text
        yield record, text
