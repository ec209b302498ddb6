"""One incident in the terminal: its reports, and why they are taken to be about one happening."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import ConsoleRenderable, Group
from rich.table import Table
from rich.text import Text

from counterclaim.model.link import Incident
from counterclaim.model.report import Report
from counterclaim.show.sentences import clip
from counterclaim.show.signs import counted
from counterclaim.show.terminal.console import visible
from counterclaim.show.terminal.grid import grid
from counterclaim.show.terminal.lists import short_id
from counterclaim.show.together import part_in, standing_words, tie_words
from counterclaim.show.words import heading_words


def incident_view(
    incident: Incident, reports: Sequence[Report], followed_by: Sequence[Incident] = ()
) -> ConsoleRenderable:
    """Heading, how it stands to other incidents, its reports and the ties between them. `reports` are
    those of the incident, `followed_by` the incidents that follow it up."""
    day = incident.start or "day unknown"
    counts = (
        counted(len(incident.reports), "report"),
        counted(len(incident.outlets), "outlet"),
        counted(len(incident.origins), "independent origin"),
        counted(incident.contradictions, "contradiction"),
    )
    about = " · ".join((day, ", ".join(incident.places) or "place unknown", *counts))
    parts: list[ConsoleRenderable] = [
        Text.assemble((visible(incident.title), "title"), (f"  {incident.id}", "quiet")),
        Text(visible(about), style="quiet"),
        *together_view(incident, followed_by),
        Text(),
        _reports(incident, reports),
    ]
    return Group(*parts)


def together_view(
    incident: Incident, followed_by: Sequence[Incident] = ()
) -> Iterator[ConsoleRenderable]:
    """How it stands to other incidents, and the ties that hold its reports together."""
    yield from (Text(visible(words)) for words in standing_words(incident))
    for other in followed_by:
        yield Text(visible(f"Followed up by {other.title} ({short_id(other.id)})."))
    if incident.ties:
        yield Text("\nWhy these reports are taken to be about one happening", style="title")
        yield _ties(incident)


def _ties(incident: Incident) -> Table:
    table = Table.grid(padding=(0, 1), pad_edge=True)
    table.add_column(ratio=1)
    for tie in incident.ties:
        words = Text(visible(f"{short_id(tie.a)} and {short_id(tie.b)}: "), style="quiet")
        table.add_row(words.append(visible(tie_words(tie)), style="default"))
    return table


def _reports(incident: Incident, reports: Sequence[Report]) -> ConsoleRenderable:
    table = grid(counted(len(reports), "report"), "report", "published", "title", "part in it")
    by_id: Mapping[str, Report] = {r.id: r for r in reports}
    for key in incident.reports:
        report = by_id.get(key)
        named = report is not None and (report.title or report.location)
        title = clip(heading_words(report), 120) if report and named else "–"
        if report is not None and report.outlet:
            title += f"\n{report.outlet}"
        published = (report.published or "unknown")[:10] if report else "unknown"
        cells = (short_id(key), published, title, part_in(incident, key))
        table.add_row(*(Text(visible(cell)) for cell in cells))
    table.caption = (
        f"Lay its claims side by side with: counterclaim compare {short_id(incident.id)}"
    )
    return table
