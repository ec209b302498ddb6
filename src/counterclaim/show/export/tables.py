"""The three tables of a ledger, row by row."""

from collections.abc import Iterator
from typing import Literal, get_args

from counterclaim.show.export import csv
from counterclaim.store import View

TableName = Literal["claims", "events", "comparisons"]
NAMES: tuple[TableName, ...] = get_args(TableName)


def lines(view: View, name: TableName) -> Iterator[str]:
    """The lines of one table of all current reports, its header first."""
    if name == "claims":
        rows = (row for reading in view.readings() for row in csv.claim_rows(reading))
        return csv.table(csv.CLAIMS, rows)
    if name == "events":
        rows = (row for reading in view.readings() for row in csv.event_rows(reading))
        return csv.table(csv.EVENTS, rows)
    return csv.table(csv.COMPARISONS, _comparisons(view))


def _comparisons(view: View) -> Iterator[csv.Row]:
    """Those inside a report, then those between reports."""
    for reading in view.readings():
        yield from csv.comparison_rows(reading.comparisons, None, reading.report.id)
    for incident in view.incidents():
        yield from csv.comparison_rows(view.comparisons(incident.id), incident.id, None)
