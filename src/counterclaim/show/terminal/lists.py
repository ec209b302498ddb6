"""Lists of a ledger as tables in the terminal."""

import re
from collections.abc import Iterable, Sequence

from rich.console import ConsoleRenderable
from rich.table import Table
from rich.text import Text

from counterclaim.model.claim import Claim
from counterclaim.model.custody import Problem
from counterclaim.model.event import Event
from counterclaim.model.link import CopyPair, Incident, Origin
from counterclaim.model.report import Report
from counterclaim.show.sentences import clip
from counterclaim.show.signs import NARRATION, counted
from counterclaim.show.slots import moment
from counterclaim.show.terminal.console import visible
from counterclaim.show.terminal.grid import ByWidth, grid
from counterclaim.show.terminal.happenings import Happening, events_by_width
from counterclaim.show.terminal.reading import how_many, parties, type_words, where
from counterclaim.show.together import UNCODED
from counterclaim.show.words import chain_words, how_said, source_words, stance_words
from counterclaim.store.lines import ReportLine

ROOM = 100
"""Characters from which on a list shows all its columns."""


def _text(words: str) -> Text:
    return Text(visible(words))


_HASH = re.compile(r"(?:[a-z]-)?[0-9a-f]{20,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def short_id(record: str) -> str:
    """The beginning of an id that is a hash or a UUID, which every command takes for the whole; other
    ids of the input stay as they are."""
    return record[:10] if _HASH.fullmatch(record) else record


def nothing(what: str) -> ConsoleRenderable:
    """What a list without rows says."""
    return Text(f"No {what}.", style="quiet")


def reports_list(found: Sequence[ReportLine]) -> ConsoleRenderable:
    """Reports with what was read from them."""
    if not found:
        return nothing("reports")

    def wide() -> Table:
        columns = ("report", "published", "outlet", "title", "claims", "events")
        table = grid(counted(len(found), "report"), *columns)
        for line in found:
            cells = (_day(line.published), line.outlet or "unknown", line.title or "–")
            table.add_row(_text(short_id(line.id)), *map(_text, cells), *_counts(line))
        return table

    def narrow() -> Table:
        columns = ("report", "published", "title", "claims", "events")
        table = grid(counted(len(found), "report"), *columns)
        for line in found:
            title = "\n".join(words for words in (line.title, line.outlet) if words)
            cells = (short_id(line.id), _day(line.published), title or "–")
            table.add_row(*map(_text, cells), *_counts(line))
        return table

    return ByWidth(ROOM, wide, narrow)


def _counts(line: ReportLine) -> tuple[str, str]:
    return str(line.claims), str(line.events)


def _day(published: str | None) -> str:
    return published[:10] if published else "unknown"


def claims_list(rows: Iterable[tuple[Claim, str, str]]) -> ConsoleRenderable:
    """Report, who, stance, how and the words of claims."""
    found = list(rows)
    if not found:
        return nothing("claims")
    table = grid(counted(len(found), "claim"), "report", "who", "stance", "how said", "words")
    for claim, words, _ in found:
        cells = (
            short_id(claim.report),
            source_words(claim, {}),
            stance_words(claim),
            how_said(claim),
        )
        table.add_row(*(_text(c) for c in cells), _text(clip(words, 160)))
    return table


def events_list(rows: Iterable[tuple[Event, str]]) -> ConsoleRenderable:
    """Report, type, parties, place, time, numbers and voice of events."""
    found = list(rows)
    if not found:
        return nothing("events")
    return events_by_width(
        counted(len(found), "event"),
        (
            Happening(
                report=short_id(event.report),
                type=type_words(event),
                parties=parties(event),
                where=where(event),
                when=(moment(event.time) if event.time else None) or "–",
                how_many=how_many(event, text),
                said_by=NARRATION
                if event.said_by == "narration"
                else counted(len(event.said_by), "claim"),
            )
            for event, text in found
        ),
    )


def incidents_list(found: Sequence[Incident], which: str = "") -> ConsoleRenderable:
    """Id, day, title, counts and clashes of incidents."""
    if not found:
        return nothing("incidents")
    title = f"{counted(len(found), 'incident')} {which}".rstrip()

    def table(*columns: str) -> Table:
        drawn = grid(title, *columns)
        for incident in found:
            day = [_text(incident.start or "unknown")] if "day" in columns else []
            clashes = incident.contradictions
            drawn.add_row(
                _text(short_id(incident.id)),
                *day,
                _text(_titled(incident)),
                str(len(incident.reports)),
                str(len(incident.outlets)),
                str(len(incident.origins)),
                Text(str(clashes), style="contradicts") if clashes else Text("–"),
            )
        drawn.caption = (
            "Lay one side by side with: counterclaim compare INCIDENT (the id as shown is enough)"
        )
        return drawn

    counts = ("reports", "outlets", "origins", "≠")
    return ByWidth(
        ROOM,
        lambda: table("incident", "day", "title", *counts),
        lambda: table("incident", "title", *counts),
    )


def _titled(incident: Incident) -> str:
    """The title, with what sets the incident apart from others on lines of their own."""
    lines = [incident.title]
    if incident.type == UNCODED:
        lines.append("(together by their words: no event could be read)")
    if incident.linked:
        lines.append(f"({len(incident.linked)} of its reports by words alone)")
    if incident.linked_to:
        lines.append(f"(follows up {short_id(incident.linked_to)})")
    return "\n".join(lines)


def copies_list(found: Sequence[CopyPair]) -> ConsoleRenderable:
    """Pairs of reports that share text."""
    if not found:
        return nothing("reports that share text")
    table = grid(counted(len(found), "pair"), "report", "shares with", "as", "share")
    for pair in found:
        table.add_row(
            _text(short_id(pair.a)), _text(short_id(pair.b)), pair.relation, f"{pair.share:.0%}"
        )
    table.caption = "share: the part of the shorter report that the other one holds too"
    return table


def origins_list(found: Sequence[Origin], reports: Sequence[Report]) -> ConsoleRenderable:
    """Origins with what goes back to them; `reports` give the names of outlets."""
    if not found:
        return nothing("origins")
    table = grid(
        counted(len(found), "origin"), "origin", "who", "claims", "reports", "passed on by"
    )
    for origin in found:
        table.add_row(
            _text(short_id(origin.id)),
            _text(origin.speaker + (f", {origin.occasion}" if origin.occasion else "")),
            str(len(origin.claims)),
            str(len(origin.reports)),
            _text(_chain(origin, reports)),
        )
    return table


def _chain(origin: Origin, reports: Sequence[Report]) -> str:
    words = chain_words(origin, reports) or ", ".join(origin.reports)
    return " → ".join(short_id(link) for link in words.split(" → "))


def problems_list(found: Sequence[Problem]) -> ConsoleRenderable:
    """Where, what, and what to do."""
    if not found:
        return nothing("problems")
    table = grid(counted(len(found), "problem"), "level", "where", "what", "do")
    for problem in found:
        table.add_row(problem.level, _text(problem.where), _text(problem.what), _text(problem.do))
    return table
