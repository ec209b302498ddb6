"""Lists of a ledger as tables in the terminal."""

import re
from collections.abc import Iterable, Sequence

from rich.console import ConsoleRenderable
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
from counterclaim.show.terminal.grid import grid
from counterclaim.show.terminal.reading import how_many, manner, where
from counterclaim.show.words import chain_words, how_said, source_words, stance_words
from counterclaim.store.lines import ReportLine


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
    table = grid(
        counted(len(found), "report"), "report", "published", "outlet", "title", "claims", "events"
    )
    for line in found:
        cells = (
            short_id(line.id),
            line.published or "unknown",
            line.outlet or "unknown",
            line.title or "–",
        )
        table.add_row(*(_text(cell) for cell in cells), str(line.claims), str(line.events))
    return table


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
    columns = ("report", "type", "who → against whom", "where", "when", "how many", "said by")
    table = grid(counted(len(found), "event"), *columns)
    for event, text in found:
        said_by = (
            NARRATION if event.said_by == "narration" else counted(len(event.said_by), "claim")
        )
        cells = (
            short_id(event.report),
            event.type.lower().replace("_", " ") + manner(event),
            f"{event.actor or '?'} → {event.target or '?'}",
            where(event),
            (moment(event.time) if event.time else None) or "–",
            how_many(event, text),
            said_by,
        )
        table.add_row(*(_text(c) for c in cells))
    return table


def incidents_list(found: Sequence[Incident], which: str = "") -> ConsoleRenderable:
    """Id, day, title, counts and clashes of incidents."""
    if not found:
        return nothing("incidents")
    columns = ("incident", "day", "title", "reports", "outlets", "origins", "≠")
    table = grid(f"{counted(len(found), 'incident')} {which}".rstrip(), *columns)
    for incident in found:
        table.add_row(
            _text(short_id(incident.id)),
            _text(incident.start or "unknown"),
            _text(incident.title),
            str(len(incident.reports)),
            str(len(incident.outlets)),
            str(len(incident.origins)),
            Text(str(incident.contradictions), style="contradicts")
            if incident.contradictions
            else Text("–"),
        )
    table.caption = (
        "Lay one side by side with: counterclaim compare INCIDENT (the id as shown is enough)"
    )
    return table


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
            _text(origin.id),
            _text(origin.speaker + (f", {origin.occasion}" if origin.occasion else "")),
            str(len(origin.claims)),
            str(len(origin.reports)),
            _text(chain_words(origin, reports) or ", ".join(origin.reports)),
        )
    return table


def problems_list(found: Sequence[Problem]) -> ConsoleRenderable:
    """Where, what, and what to do."""
    if not found:
        return nothing("problems")
    table = grid(counted(len(found), "problem"), "level", "where", "what", "do")
    for problem in found:
        table.add_row(problem.level, _text(problem.where), _text(problem.what), _text(problem.do))
    return table
