"""Which record an id, the beginning of one, or a place in a report's text names."""

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from typing import Literal

import msgspec

from counterclaim.model.errors import LedgerError
from counterclaim.model.spans import Span
from counterclaim.show.explain.facts import address
from counterclaim.store import View

Kind = Literal["claim", "event", "incident", "origin", "comparison", "check", "report", "spot"]
_SPOT = re.compile(r"(?P<report>.+)@(?P<start>\d{1,9})(?:-(?P<end>\d{1,9}))?")
_NEAR = 3
_ALIKE = 4
"""Letters of an id that have to agree, its kind and dash included, to call another one near."""


class Named(msgspec.Struct, frozen=True):
    """A record: its kind, its id, the report to look at, and for a spot its characters."""

    kind: Kind
    id: str
    report: str
    span: Span | None = None


def _claims(view: View) -> Iterator[Named]:
    for claim in view.claims():
        yield Named("claim", claim.id, claim.report)


def _events(view: View) -> Iterator[Named]:
    for event in view.events():
        yield Named("event", event.id, event.report)


def _links(view: View) -> Iterator[Named]:
    for incident in view.incidents():
        yield Named("incident", incident.id, incident.reports[0])
        for comparison in view.comparisons(incident.id):
            yield Named("comparison", comparison.id, incident.reports[0])
    for origin in view.origins():
        yield Named("origin", origin.id, origin.reports[0])


def _compared(view: View) -> Iterator[Named]:
    for reading in view.readings():
        report = reading.report.id
        for comparison in reading.comparisons:
            yield Named("comparison", comparison.id, report)
        for check in reading.checks:
            yield Named("check", check.id, report)


def _reports(view: View) -> Iterator[Named]:
    for line in view.reports():
        yield Named("report", line.id, line.id)


_SETS: tuple[Callable[[View], Iterator[Named]], ...] = (
    _claims,
    _events,
    _links,
    _compared,
    _reports,
)
"""From what is asked for most to what costs most; a beginning is looked up no further than found."""


def find(view: View, name: str, ledger: str) -> Named:
    """The record that `name` means. Raises LedgerError when there is none, with the nearest ids, or
    when several begin so."""
    spot = _SPOT.fullmatch(name)
    if spot is not None:
        found = _spot(view, spot, ledger)
        if found is not None:
            return found
    seen: dict[str, Named] = {}
    for records in _SETS:
        here = {record.id: record for record in records(view)}
        if name in here:
            return here[name]
        seen = here | seen
        fitting = sorted(i for i in here if name and i.startswith(name))
        if len(fitting) == 1:
            return here[fitting[0]]
        if fitting:
            listed = ", ".join(fitting[:5])
            raise LedgerError(
                f"several records begin with {name} ({listed})", ledger, "Give more of the id."
            )
    now = _led_to(view, name, ledger)
    if now is not None:
        return find(view, now, ledger)
    raise _nothing(name, seen, ledger)


def _led_to(view: View, name: str, ledger: str) -> str | None:
    """What an id that was given up, or the beginning of one, leads to; None where there is no such
    id. Raises LedgerError when nothing took its place."""
    led = {r.id: r for r in view.redirects()}
    fitting = [led[name]] if name in led else [r for i, r in led.items() if i.startswith(name)]
    if not name or len({r.leads_to for r in fitting}) != 1:
        return None
    if fitting[0].leads_to is None:
        gone = fitting[0]
        raise LedgerError(
            f"the {gone.kind} {gone.id} stands no more, and nothing took its place",
            ledger,
            "The reports that it was read in have other versions by now, or are linked otherwise.",
        )
    return fitting[0].leads_to


def beginning(view: View, start: str) -> list[str]:
    """Ids of reports, claims, events and links that begin so, for a shell to offer."""
    offered = (_reports, _claims, _events, _links)
    return [r.id for records in offered for r in records(view) if r.id.startswith(start)]


def _spot(view: View, spot: re.Match[str], ledger: str) -> Named | None:
    """The spot, if the words before the `@` are a report or begin its id."""
    ids = [line.id for line in view.reports()]
    name, start = spot["report"], int(spot["start"])
    fitting = [i for i in ids if i == name] or [i for i in ids if i.startswith(name)]
    if len(fitting) != 1:
        return None
    report, length = fitting[0], len(view.report(fitting[0]).text)
    end = int(spot["end"]) if spot["end"] else start + 1
    if not start < end <= length:
        raise LedgerError(
            f"{name} has no characters {start} to {end}: it has {length:,}",
            ledger,
            f"See what was read in it with: counterclaim explain {report}",
        )
    span = Span(start, end)
    return Named("spot", address(report, span), report, span)


def _nearest(name: str, ids: list[str]) -> list[str]:
    """The ids that begin most as `name` does, else those with the most letters in common."""
    for length in range(len(name) - 1, _ALIKE - 1, -1):
        found = [i for i in ids if i.startswith(name[:length])]
        if found:
            return found[:_NEAR]
    return get_close_matches(name, ids, n=_NEAR, cutoff=0.5)


def _nothing(name: str, seen: dict[str, Named], ledger: str) -> LedgerError:
    near = _nearest(name, sorted(seen))
    nearest = f"The nearest are {', '.join(near)}. " if near else ""
    return LedgerError(
        f"there is no record {name}",
        ledger,
        f"{nearest}See the ids of a report with: counterclaim explain REPORT, and the reports with: "
        "counterclaim show",
    )
