"""What a run changed in a ledger: the counts in one line, then what became of its incidents."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import ConsoleRenderable
from rich.table import Table
from rich.text import Text

from counterclaim.show.sentences import clip
from counterclaim.show.signs import NARRATION, counted
from counterclaim.show.slots import amount
from counterclaim.show.terminal.console import visible
from counterclaim.show.terminal.lists import short_id

if TYPE_CHECKING:
    from counterclaim.ledger import ReadSummary
    from counterclaim.ledger.changes import (
        ChangedToll,
        IncidentChange,
        IncidentHead,
        NewContradiction,
        NewIncident,
    )
    from counterclaim.ledger.tolls import Amount

FEW, MANY = 3, 10
"""How many are named of what a run brings a lot of, and of what tells more."""

Row = tuple[str, str]
"""The word at the head, and what it is about."""


def changes_line(summary: "ReadSummary") -> str:
    """`14 reports added · 0 known already · 86 claims · 61 events · 4 incidents · 1 problem`."""
    told = [
        f"{counted(summary.added, 'report')} added",
        f"{summary.known} known already",
    ]
    if summary.new_versions:
        told.append(counted(summary.new_versions, "new version"))
    told += [
        counted(summary.claims, "claim"),
        counted(summary.events, "event"),
        counted(summary.incidents, "incident"),
    ]
    if summary.problems:
        told.append(counted(len(summary.problems), "problem"))
    return " · ".join(told)


def incident_changes(changes: Sequence["IncidentChange"]) -> ConsoleRenderable:
    """A line for each change that tells something by itself, and counts with the first few for what
    there is much of. Words of reports cannot steer the terminal."""
    table = Table.grid(padding=(0, 1), pad_edge=True)
    table.add_column(width=8, no_wrap=True, style="quiet")
    table.add_column(ratio=1)
    for head, words in _rows(changes):
        table.add_row(head, Text(visible(words)))
    return table


def _rows(changes: Sequence["IncidentChange"]) -> list[Row]:
    from counterclaim.ledger import changes as c

    rows = [*_new([x for x in changes if isinstance(x, c.NewIncident)])]
    rows += _some(
        ("joined", f"{_about(x.incident)}: {_reports(x.reports)}")
        for x in changes
        if isinstance(x, c.JoinedIncident)
    )
    rows += _some(
        ("left", f"{_about(x.incident)}: {_reports(x.reports)}")
        for x in changes
        if isinstance(x, c.LeftIncident)
    )
    rows += _some(
        ("merged", f"{short_id(x.old)} → {_about(x.incident)}")
        for x in changes
        if isinstance(x, c.MergedIncident)
    )
    rows += _some(
        ("split", f"{short_id(x.split_from)} → {_about(x.incident)}, {_count(x.reports)}")
        for x in changes
        if isinstance(x, c.SplitIncident)
    )
    rows += _some(
        ("ended", f"{_about(x.incident)}: its reports have versions that do not tell of it")
        for x in changes
        if isinstance(x, c.EndedIncident)
    )
    rows += _some(_toll(x) for x in changes if isinstance(x, c.ChangedToll))
    return rows + _contradictions([x for x in changes if isinstance(x, c.NewContradiction)])


def _new(found: Sequence["NewIncident"]) -> Iterator[Row]:
    if not found:
        return
    several = sorted((x for x in found if x.reports > 1), key=lambda x: (-x.reports, x.incident.id))
    told = [f"{_about(x.incident)}, {_count(x.reports)}" for x in several[:FEW]]
    if len(several) == len(found) <= FEW:
        yield from (("new", words) for words in told)
        return
    if not several and len(found) == 1:
        yield "new", _about(found[0].incident)
        return
    yield "new", counted(len(found), "incident") + (", of which:" if told else "")
    yield from (("", words) for words in told)
    if len(several) > FEW:
        yield "", f"and {len(several) - FEW} more that several reports tell of"


def _toll(change: "ChangedToll") -> Row:
    toll = change.toll
    teller = toll.source or f"{toll.outlet} ({NARRATION})"
    before, after = _amounts(toll.before), _amounts(toll.after)
    incident = change.incident
    where = f" in {incident.places[0]}" if incident.places else ""
    what = f"{toll.what}{where}, {incident.start or 'day unknown'}"
    return "toll", f"{clip(what)}: {clip(teller, 60)} {before} → {after}"


def _amounts(found: Iterable["Amount"]) -> str:
    return " / ".join(amount(a) or "?" for a in found)


def _contradictions(found: Sequence["NewContradiction"]) -> list[Row]:
    if not found:
        return []
    named = ":" if len(found) <= FEW else f", the first {FEW}:"
    words = counted(len(found), "contradiction").replace(" ", " new ", 1)
    told = [("", f"{clip(x.ground, 400)} {short_id(x.incident.id)}") for x in found[:FEW]]
    return [("≠", words + named), *told]


def _about(incident: "IncidentHead") -> str:
    return f"{clip(incident.title)} {short_id(incident.id)}"


def _reports(ids: Sequence[str]) -> str:
    told = ", ".join(clip(short_id(i), 40) for i in ids[:FEW])
    more = f" and {len(ids) - FEW} more" if len(ids) > FEW else ""
    return f"{_count(len(ids))} ({told}{more})"


def _count(reports: int) -> str:
    return counted(reports, "report")


def _some(rows: Iterable[Row]) -> list[Row]:
    """The first ones, and how many more there are."""
    found = list(rows)
    if len(found) <= MANY + 1:
        return found
    return [*found[:MANY], (found[0][0], f"and {len(found) - MANY} more")]
