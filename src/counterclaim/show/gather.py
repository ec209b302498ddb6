"""All that a ledger holds of one incident, and which incident is meant."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from counterclaim.model.claim import Claim
from counterclaim.model.errors import LedgerError
from counterclaim.model.event import Event
from counterclaim.model.link import Incident
from counterclaim.model.spans import quoted
from counterclaim.show.matrix import IncidentFile
from counterclaim.store import View

T = TypeVar("T", Claim, Event)


def incident_file(view: View, incident: Incident) -> IncidentFile:
    """The records that the matrix of an incident is built from."""
    reports = set(incident.reports)
    return IncidentFile(
        incident=incident,
        readings=tuple(view.reading(report) for report in incident.reports),
        comparisons=view.comparisons(incident.id),
        checks=view.checks(incident.id),
        origins=view.origins(incident=incident.id),
        copies=tuple(pair for pair in view.copies() if {pair.a, pair.b} <= reports),
    )


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
    fitting = [i for i in found if i.id == name] or [i for i in found if i.id.startswith(name)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        listed = ", ".join(i.id for i in fitting[:5])
        raise LedgerError(
            f"several incidents begin with {name} ({listed})", ledger, "Give more of the id."
        )
    raise LedgerError(
        f"there is no incident {name}", ledger, "List them with: counterclaim incidents."
    )


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
