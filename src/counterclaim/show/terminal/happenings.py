"""Tables of events: six columns where there is room, four where there is not.

A narrow table puts what belongs together into one cell, each thing on a line of its own: no word has to
be broken and nothing is left out.
"""

from collections.abc import Iterable, Sequence

import msgspec
from rich.console import ConsoleRenderable
from rich.table import Table
from rich.text import Text

from counterclaim.show.terminal.console import visible
from counterclaim.show.terminal.grid import ByWidth, grid

ROOM = 120
"""Characters that the six columns need."""


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """One event in words; `report` is None where all are of one report."""

    report: str | None = None
    type: str
    parties: str
    where: str
    when: str
    how_many: Sequence[str]
    said_by: str


def events_by_width(
    title: str, events: Iterable[Happening], caption: str | None = None
) -> ConsoleRenderable:
    """The events as a table that fits the width that it is given."""
    rows = list(events)
    report = ["report"] if any(row.report is not None for row in rows) else []

    def wide() -> Table:
        columns = ("type", "who → against whom", "where", "when", "how many", "said by")
        table = grid(title, *report, *columns)
        for row in rows:
            cells = (row.type, row.parties, row.where, row.when, "; ".join(row.how_many) or "–")
            table.add_row(*_first(row), *map(_text, cells), _text(row.said_by))
        table.caption = caption
        return table

    def narrow() -> Table:
        table = grid(title, *report, "what happened", "where and when", "how many", "said by")
        for row in rows:
            what = [row.type] if row.parties == "? → ?" else [row.type, row.parties]
            told = [words for words in (row.where, row.when) if words != "–"]
            cells = ("\n".join(what), "\n".join(told) or "–", "\n".join(row.how_many) or "–")
            table.add_row(*_first(row), *map(_text, cells), _text(row.said_by))
        table.caption = caption
        return table

    return ByWidth(ROOM, wide, narrow)


def _first(row: Happening) -> list[Text]:
    return [] if row.report is None else [_text(row.report)]


def _text(words: str) -> Text:
    return Text(visible(words))
