"""The matrix of an incident: rows are slots, columns are sources, cells are their words.

Terminal, page and JSON all show the `Matrix` that `build` makes. It is built from records alone and
does not depend on the order in which they are given.
"""

from collections.abc import Iterable, Sequence

import msgspec

from counterclaim.model.aggregate import Aggregate
from counterclaim.model.comparison import Check, Comparison, Relation
from counterclaim.model.link import CopyPair, Incident, Origin
from counterclaim.model.reading import Reading
from counterclaim.model.spans import Span
from counterclaim.show.columns import Column, Columns, arrange
from counterclaim.show.signs import RELATION_SIGN, SLOT_WORDS, rank
from counterclaim.show.slots import Found, of_claim, of_event


class Spot(msgspec.Struct, frozen=True, order=True):
    """Where a value stands: `text[span]` of the report are its words; `record` is the claim or, in
    narration, the event."""

    report: str
    span: Span
    record: str


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """What a source puts in a slot.

    `words` are the report's own where `verbatim`, else the name that they were resolved to;
    `meaning` is what they were resolved to where that says more. `note` says how it is put: denied,
    planned, possible…
    """

    words: str
    verbatim: bool
    meaning: str | None = None
    note: str | None = None
    spots: tuple[Spot, ...]


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """A relation of this cell to the cells of other columns, which are given by number."""

    relation: Relation
    sign: str
    columns: tuple[int, ...]
    comparisons: tuple[str, ...]


class Cell(msgspec.Struct, frozen=True):
    """What one source says to one slot; empty when it says nothing."""

    values: tuple[Value, ...] = ()
    ties: tuple[Tie, ...] = ()

    @property
    def tone(self) -> Relation | None:
        """The most pressing relation of the cell, which gives it its colour."""
        return self.ties[0].relation if self.ties else None


class Row(msgspec.Struct, frozen=True):
    """One slot across all columns; `cells[n]` belongs to `columns[n]`."""

    slot: str
    cells: tuple[Cell, ...]


class Matrix(msgspec.Struct, frozen=True, kw_only=True):
    """Who says what about one incident, with how the claims stand to one another. `aggregates` are
    figures made by the rules that the reader asked for; without any there are none."""

    incident: Incident
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    comparisons: tuple[Comparison, ...]
    checks: tuple[Check, ...]
    origins: tuple[Origin, ...]
    aggregates: tuple[Aggregate, ...] = ()


class IncidentFile(msgspec.Struct, frozen=True, kw_only=True):
    """All records of one incident: what a ledger gives and `build` takes."""

    incident: Incident
    readings: tuple[Reading, ...]
    comparisons: tuple[Comparison, ...] = ()
    checks: tuple[Check, ...] = ()
    origins: tuple[Origin, ...] = ()
    copies: tuple[CopyPair, ...] = ()
    aggregates: tuple[Aggregate, ...] = ()


def build(file: IncidentFile) -> Matrix:
    """The matrix of an incident from its records."""
    readings = sorted(file.readings, key=lambda r: (r.report.published or "~", r.report.id))
    events = set(file.incident.events)
    compared = {record for c in file.comparisons for record in c.a + c.b}
    clashing = {
        record for c in file.comparisons if c.relation == "contradicts" for record in c.a + c.b
    }
    columns = arrange(readings, events, compared, file.origins, file.copies, clashing)
    grid = _fill(readings, events, columns, file.comparisons)
    ties = _ties(file.comparisons, columns)
    slots = sorted({slot for slot, _ in grid} | {slot for slot, _ in ties}, key=_slot_order)
    rows = tuple(
        Row(
            slot,
            tuple(
                Cell(_values(grid.get((slot, n), [])), ties.get((slot, n), ()))
                for n in range(1, len(columns.columns) + 1)
            ),
        )
        for slot in slots
    )
    return Matrix(
        incident=file.incident,
        columns=columns.columns,
        rows=rows,
        comparisons=tuple(sorted(file.comparisons, key=lambda c: (rank(c.relation), c.slot, c.id))),
        checks=tuple(sorted(file.checks, key=lambda c: c.id)),
        origins=tuple(sorted(file.origins, key=lambda o: o.id)),
        aggregates=file.aggregates,
    )


def _slot_order(slot: str) -> tuple[int, str]:
    fixed = list(SLOT_WORDS)
    if slot.startswith("quantity:"):
        # People come before things: the dead, the hurt, then whatever else was counted.
        people = ("quantity:killed", "quantity:injured")
        place = people.index(slot) if slot in people else len(people)
        return fixed.index("target") * 10 + 1 + place, slot
    return (fixed.index(slot) if slot in fixed else len(fixed)) * 10, slot


_Grid = dict[tuple[str, int], list[tuple[Found, Spot]]]


def _fill(
    readings: Sequence[Reading],
    events: set[str],
    columns: Columns,
    comparisons: Sequence[Comparison],
) -> _Grid:
    grid: _Grid = {}
    for reading in readings:
        for event in reading.events:
            if event.id not in events:
                continue
            speakers = (event.id,) if event.said_by == "narration" else event.said_by
            for speaker in speakers:
                for number in columns.of(speaker):
                    for found in of_event(event, reading.text):
                        spot = Spot(reading.report.id, found.span, speaker)
                        grid.setdefault((found.slot, number), []).append((found, spot))
    _fill_from_comparisons(grid, readings, columns, comparisons)
    return grid


def _fill_from_comparisons(
    grid: _Grid, readings: Sequence[Reading], columns: Columns, comparisons: Sequence[Comparison]
) -> None:
    """A claim that was compared on a slot for which it has no value of its own shows its words."""
    claims = {claim.id: (claim, reading) for reading in readings for claim in reading.claims}
    for comparison in comparisons:
        for record in comparison.a + comparison.b:
            if record not in claims:
                continue
            claim, reading = claims[record]
            for number in columns.of(record):
                cell = grid.setdefault((comparison.slot, number), [])
                if any(spot.record == record for _, spot in cell):
                    continue
                for found in of_claim(claim, comparison.slot, reading.text):
                    cell.append((found, Spot(reading.report.id, found.span, record)))


def _values(found: Sequence[tuple[Found, Spot]]) -> tuple[Value, ...]:
    """One value for the same words said in several places."""
    spots: dict[tuple[str, str | None, str | None, bool], set[Spot]] = {}
    shown: dict[tuple[str, str | None, str | None, bool], Found] = {}
    for value, spot in found:
        key = (value.words.casefold(), value.meaning, value.note, value.verbatim)
        spots.setdefault(key, set()).add(spot)
        # The spelling shown does not depend on arrival.
        shown[key] = min(shown.get(key, value), value, key=lambda v: v.words)
    return tuple(
        Value(
            words=shown[key].words,
            verbatim=shown[key].verbatim,
            meaning=shown[key].meaning,
            note=shown[key].note,
            spots=tuple(sorted(where)),
        )
        for key, where in sorted(
            spots.items(), key=lambda item: (-len(item[1]), item[0][0], str(item[0]))
        )
    )


def _ties(
    comparisons: Iterable[Comparison], columns: Columns
) -> dict[tuple[str, int], tuple[Tie, ...]]:
    found: dict[tuple[str, int], dict[Relation, tuple[set[int], set[str]]]] = {}
    for comparison in comparisons:
        a = {n for record in comparison.a for n in columns.of(record)}
        b = {n for record in comparison.b for n in columns.of(record)}
        for here, there in ((a, b), (b, a)):
            for number in here:
                if comparison.relation == "repeats" and there <= {number}:
                    # The cell says by its spots that its words stand in several places.
                    continue
                relations = found.setdefault((comparison.slot, number), {})
                others, ids = relations.setdefault(comparison.relation, (set(), set()))
                others |= there
                ids.add(comparison.id)
    return {
        key: tuple(
            Tie(
                relation=relation,
                sign=RELATION_SIGN[relation],
                columns=tuple(sorted(others)),
                comparisons=tuple(sorted(ids)),
            )
            for relation, (others, ids) in sorted(relations.items(), key=lambda r: rank(r[0]))
        )
        for key, relations in found.items()
    }


def pages(columns: int, at_once: int) -> list[range]:
    """Column indices in even pages of at most `at_once` columns."""
    if columns <= 0:
        return []
    count = -(-columns // max(at_once, 1))
    size = -(-columns // count)
    return [range(start, min(start + size, columns)) for start in range(0, columns, size)]
