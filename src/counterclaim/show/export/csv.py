"""Claims, events and comparisons as tables for spreadsheets.

Offsets are code points of the stored text. Where a record has several spans, `*_start` and `*_end`
are the first and last character, and `*_spans` lists them all as `start:end`.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from counterclaim.model.comparison import Comparison
from counterclaim.model.reading import Reading
from counterclaim.model.spans import Span, Spans, hull, quoted

Cell = str | int | float | None
Row = Sequence[Cell]

RISKY = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes text that begins so for a formula; it gets an apostrophe in front."""

CLAIMS = (
    "id", "report", "outlet", "published", "source", "kind", "anonymous", "party", "candidates",
    "stance", "modality", "quote", "distance", "via", "words", "source_start", "source_end",
    "source_spans", "cue_start", "cue_end", "cue_spans", "content_start", "content_end",
    "content_spans", "rule",
)  # fmt: skip
EVENTS = (
    "id", "report", "outlet", "published", "type", "mode", "acled_event", "acled_sub_event",
    "said_by", "actor_words", "actor_party", "target_words", "target_party", "instrument", "polarity",
    "modality", "start_time", "end_time", "time_precision", "places", "lat", "lon", "quantities",
    "words", "start", "end", "rule",
)  # fmt: skip
COMPARISONS = ("id", "incident", "report", "a", "b", "relation", "slot", "scope", "ground", "rule")


def guarded(cell: Cell) -> Cell:
    """`cell` so that no spreadsheet runs it; numbers stay numbers."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(RISKY) else cell


def table(header: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """The lines of a table (RFC 4180, so they end in CR LF), its header first."""
    yield _line(header)
    for row in rows:
        yield _line(row)


def _line(row: Row) -> str:
    out = io.StringIO()
    csv.writer(out).writerow([guarded(cell) for cell in row])
    return out.getvalue()


def claim_rows(reading: Reading) -> Iterator[Row]:
    """A row for every claim of a report."""
    report = reading.report
    for claim in reading.claims:
        source = claim.source
        yield (
            *(claim.id, report.id, report.outlet, report.published),
            *(source.name, source.kind, _yes(source.anonymous), source.party),
            "; ".join(source.candidates),
            *(claim.stance, claim.modality, claim.quote, claim.distance, claim.via),
            quoted(reading.text, claim.content),
            *_span_cells(claim.source_span),
            *_span_cells(claim.cue),
            *_span_cells(claim.content),
            claim.why.rule,
        )


def event_rows(reading: Reading) -> Iterator[Row]:
    """A row for every event of a report; `lat` and `lon` are of the first place that has any."""
    report = reading.report
    for event in reading.events:
        time = event.time
        point = next(((p.lat, p.lon) for p in event.places if p.lat is not None), (None, None))
        said_by = event.said_by if isinstance(event.said_by, str) else " ".join(event.said_by)
        yield (
            *(event.id, report.id, report.outlet, report.published, event.type, event.mode),
            *(event.acled_event, event.acled_sub_event, said_by),
            *(event.actor_words, event.actor_party, event.target_words, event.target_party),
            *(event.instrument, event.polarity, event.modality),
            *((time.start, time.end, time.precision) if time else (None, None, None)),
            "; ".join(f"{p.role}: {p.name} ({p.precision})" for p in event.places),
            *point,
            "; ".join(f"{q.what}: {q.span.words(reading.text)}" for q in event.quantities),
            event.span.words(reading.text),
            *(event.span.start, event.span.end, event.why.rule),
        )


def comparison_rows(
    comparisons: Iterable[Comparison], incident: str | None, report: str | None
) -> Iterator[Row]:
    """A row for every comparison; claims that stand together are set apart by spaces."""
    for comparison in comparisons:
        yield (
            *(comparison.id, incident, report, " ".join(comparison.a), " ".join(comparison.b)),
            *(comparison.relation, comparison.slot, " ".join(comparison.scope)),
            *(comparison.ground, comparison.why.rule),
        )


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _span_cells(spans: Spans) -> tuple[Cell, Cell, Cell]:
    if not spans:
        return None, None, None
    outer: Span = hull(spans)
    return outer.start, outer.end, " ".join(f"{s.start}:{s.end}" for s in spans)
