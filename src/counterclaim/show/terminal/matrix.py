"""The matrix of an incident in the terminal, a page of columns at a time."""

from collections.abc import Iterator, Mapping

from rich import box
from rich.console import Console, ConsoleRenderable, Group
from rich.table import Table
from rich.text import Text

from counterclaim.show.columns import Column
from counterclaim.show.matrix import Cell, Matrix, pages
from counterclaim.show.sentences import (
    Naming,
    check_sentence,
    clip,
    comparison_sentence,
    told_words,
)
from counterclaim.show.signs import RELATION_SIGN, RELATION_WORDS, counted, slot_words
from counterclaim.show.summary import column_naming, count_line, shared_groups
from counterclaim.show.terminal.console import visible
from counterclaim.show.terminal.reading import sentence_view

SLOT_WIDTH = 16
NARROWEST, WIDEST = 22, 34
"""Widths of the columns in characters: as many columns as fit, as wide as they then can be."""


def matrix_view(matrix: Matrix, console: Console) -> ConsoleRenderable:
    """Heading, counts, the matrix, its legend, and every comparison and check as a sentence."""
    incident = matrix.incident
    parts: list[ConsoleRenderable] = [
        Text.assemble((visible(incident.title), "title"), (f"  {incident.id}", "quiet")),
        Text(visible(count_line(matrix)), style="quiet"),
    ]
    room = console.width - SLOT_WIDTH
    shown = pages(len(matrix.columns), room // (NARROWEST + 3))
    for page in shown:
        if len(shown) > 1:
            where = f"\nSources {page.start + 1} to {page.stop} of {len(matrix.columns)}"
            parts.append(Text(where, style="quiet"))
        parts.append(_table(matrix, page, min(room // len(page) - 3, WIDEST)))
    if not matrix.columns:
        parts.append(Text("Nobody says anything about this incident.", style="quiet"))
    parts.append(legend(matrix))
    parts += _sentences(matrix)
    parts += _aggregates(matrix)
    return Group(*parts)


def _aggregates(matrix: Matrix) -> Iterator[ConsoleRenderable]:
    """The figures of the rules that were asked for, each with what went in and what did not."""
    if matrix.aggregates:
        yield Text("\nFigures made by rule", style="title")
    for made in matrix.aggregates:
        yield Text(visible(made.text))
        for told in made.inputs:
            yield Text(f"  from {visible(told_words(told))}", style="quiet")
        for unused in made.left_out:
            why = f"{told_words(unused.figure)}: {unused.why}"
            yield Text(f"  left out {visible(why)}", style="quiet")


def _table(matrix: Matrix, page: range, width: int) -> Table:
    table = Table(box=box.ROUNDED, show_lines=True, header_style="", border_style="dim")
    table.add_column("", width=SLOT_WIDTH - 4, style="title", overflow="fold")
    shared = shared_groups(matrix)
    for n in page:
        table.add_column(
            _head(matrix.columns[n], shared),
            max_width=width,
            overflow="fold",
            style="narration" if matrix.columns[n].narration else "",
        )
    for row in matrix.rows:
        cells = [_cell(row.cells[n], matrix.columns[n].number) for n in page]
        if any(cells):
            table.add_row(Text(slot_words(row.slot)), *cells)
    return table


def _head(column: Column, shared: Mapping[int, str]) -> Text:
    head = Text(f"{column.number} ", style="quiet")
    head.append(visible(column.name), style="narration" if column.narration else "source")
    if column.narration:
        head.append("\nthe outlet’s own voice", style="narration")
    elif column.kind:
        unnamed = "unnamed, " if column.anonymous and column.kind != "anonymous" else ""
        head.append(f"\n{unnamed}{column.kind}", style="quiet")
    if column.told_by:
        head.append(f"\nas told by {visible(column.told_by)}", style="cue")
    if column.candidates:
        head.append(f"\ncould be {visible(' or '.join(column.candidates))}", style="quiet")
    head.append(f"\n{counted(len(column.reports), 'report')}", style="quiet")
    if not column.narration:
        head.append(f", {counted(len(column.origins), 'origin')}", style="quiet")
    if column.group in shared:
        head.append(f"\nsame origin {shared[column.group]}", style="quiet")
    return head


def _cell(cell: Cell, own: int) -> Text:
    out = Text()
    for tie in cell.ties:
        others = " ".join(str(n) for n in tie.columns if n != own)
        out.append(f"{tie.sign} {others}".rstrip(), style=tie.relation)
        out.append("  ")
    if cell.ties:
        out.append("\n")
    for n, value in enumerate(cell.values):
        out.append("\n" if n else "")
        if value.note:
            out.append(f"{value.note}: ", style="cue")
        words = visible(clip(value.words, 80))
        out.append(
            f"“{words}”" if value.verbatim else words,
            style="bold" if cell.tone == "contradicts" else "",
        )
        if value.meaning:
            out.append(f" ({visible(value.meaning)})", style="quiet")
        if len(value.spots) > 1:
            out.append(f" ×{len(value.spots)}", style="quiet")
    return out


def legend(matrix: Matrix) -> Text:
    """The signs that this matrix uses, with their meaning."""
    used = {tie.relation for row in matrix.rows for cell in row.cells for tie in cell.ties}
    out = Text()
    for relation, sign in RELATION_SIGN.items():
        if relation in used:
            out.append(f"{sign} ", style=relation)
            out.append(f"{RELATION_WORDS[relation]}   ", style="quiet")
    if used:
        out.append("\nNumbers after a sign name the columns it holds with.", style="quiet")
    return out


def _sentences(matrix: Matrix) -> Iterator[ConsoleRenderable]:
    name: Naming = column_naming(matrix)
    groups = (
        (
            "How they stand to one another",
            [comparison_sentence(c, name) for c in matrix.comparisons],
        ),
        ("Checks", [check_sentence(c, name) for c in matrix.checks]),
    )
    for title, sentences in groups:
        if sentences:
            yield Text(f"\n{title}", style="title")
            yield from (sentence_view(s) for s in sentences)
