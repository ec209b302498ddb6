"""The page of an incident: the matrix, and beneath it the words that each cell rests on."""

from collections.abc import Sequence

import msgspec
from markupsafe import Markup

from counterclaim.model.reading import Reading
from counterclaim.model.report import Report, SegmentKind
from counterclaim.model.spans import Span
from counterclaim.show.marking import Mark, segments
from counterclaim.show.matrix import IncidentFile, Matrix, Value, build
from counterclaim.show.pages.environment import render
from counterclaim.show.pages.marked import Numbering, marked
from counterclaim.show.pages.report import safe_link
from counterclaim.show.sentences import check_sentence, clip, comparison_sentence, told_words
from counterclaim.show.summary import column_naming, shared_groups
from counterclaim.show.together import standing_words, tie_words
from counterclaim.show.words import chain_words


class Passage(msgspec.Struct, frozen=True):
    """A segment that holds words of the matrix; `gap` says that text was left out before it."""

    kind: SegmentKind
    html: Markup
    gap: bool


class Excerpt(msgspec.Struct, frozen=True):
    """The passages of one report."""

    report: Report
    link: str | None
    passages: tuple[Passage, ...]
    left_out: bool


Anchors = dict[tuple[str, Span], int]


def incident_page(file: IncidentFile) -> str:
    """A page that stands alone."""
    matrix = build(file)
    incident = file.incident
    anchors = _anchors(matrix)
    name = column_naming(matrix)

    def address(value: Value) -> list[tuple[str, str]]:
        """(address, label) of every place where the words of a value stand."""
        found = dict.fromkeys((spot.report, spot.span) for spot in value.spots)
        return [(f"#w{anchors[key]}", key[0]) for key in found]

    return render(
        "incident.html",
        matrix=matrix,
        incident=incident,
        groups=shared_groups(matrix),
        relations=_relations(matrix),
        address=address,
        clip=clip,
        told_words=told_words,
        standing=standing_words(incident),
        ties=[(tie.a, tie.b, tie_words(tie)) for tie in incident.ties],
        chain=lambda origin: chain_words(origin, (r.report for r in file.readings)),
        comparisons=[comparison_sentence(c, name) for c in matrix.comparisons],
        checks=[check_sentence(c, name) for c in matrix.checks],
        excerpts=[
            _excerpt(reading, matrix, anchors)
            for reading in sorted(
                file.readings, key=lambda r: (r.report.published or "~", r.report.id)
            )
        ],
    )


def _relations(matrix: Matrix) -> set[str]:
    return {tie.relation for row in matrix.rows for cell in row.cells for tie in cell.ties}


def _anchors(matrix: Matrix) -> Anchors:
    """A number for every stretch of text that a cell leads to."""
    found: Anchors = {}
    for row in matrix.rows:
        for cell in row.cells:
            for value in cell.values:
                for spot in value.spots:
                    found.setdefault((spot.report, spot.span), len(found) + 1)
    return found


def _excerpt(reading: Reading, matrix: Matrix, anchors: Anchors) -> Excerpt:
    report = reading.report
    column_of = {
        (spot.report, spot.span): column.number
        for row in matrix.rows
        for column, cell in zip(matrix.columns, row.cells, strict=True)
        for value in cell.values
        for spot in value.spots
    }
    mine = [span for name, span in anchors if name == report.id]
    marks = [Mark(span, "words", column_of[report.id, span]) for span in mine]
    standing = {record for column in matrix.columns for record in column.records}
    for claim in reading.claims:
        if claim.id in standing:
            marks += [Mark(span, "source", 0) for span in set(claim.source_span)]
            marks += [Mark(span, "cue", 0) for span in set(claim.cue)]
    marks = list(dict.fromkeys(marks))

    def lead(mark: Mark) -> tuple[str, str, str]:
        column = matrix.columns[mark.number - 1]
        label = f"column {mark.number} of the matrix, {column.name}"
        return f"w{anchors[report.id, mark.span]}", f"#col{mark.number}", label

    passages, left_out = _passages(reading, mine, marks, lead)
    return Excerpt(report, safe_link(report.url), passages, left_out)


def _passages(
    reading: Reading, mine: Sequence[Span], marks: Sequence[Mark], lead: Numbering
) -> tuple[tuple[Passage, ...], bool]:
    passages: list[Passage] = []
    seen: set[str] = set()
    skipped = False
    for segment in segments(reading.report):
        if segment.kind != "title" and not any(segment.span.overlaps(span) for span in mine):
            skipped = True
            continue
        html = marked(reading.text, marks, segment.span, lead, seen)
        passages.append(Passage(segment.kind, html, skipped))
        skipped = False
    return tuple(passages), skipped
