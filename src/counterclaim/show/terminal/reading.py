"""One reading in the terminal: the marked text, then what was found in it."""

from collections.abc import Iterator

from rich.console import Console, ConsoleRenderable, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from counterclaim.model.event import Event
from counterclaim.model.reading import Reading
from counterclaim.model.spans import Span
from counterclaim.show.marking import (
    Close,
    Mark,
    Open,
    Words,
    claim_marks,
    numbered,
    segments,
    tokens,
)
from counterclaim.show.sentences import (
    Sentence,
    check_sentence,
    clip,
    comparison_sentence,
    reading_naming,
    sorted_comparisons,
)
from counterclaim.show.signs import NARRATION, counted
from counterclaim.show.slots import amount, moment
from counterclaim.show.terminal.console import coloured, visible
from counterclaim.show.terminal.grid import grid
from counterclaim.show.terminal.happenings import Happening, events_by_width
from counterclaim.show.words import heading_words, how_said, source_words, stance_words

_SEGMENT_STYLE = {"title": "title", "dateline": "quiet"}
_OUTSIDE = ("byline", "caption", "credit", "furniture")
"""Parts of a report that hold no claims are named, so that nobody wonders why."""

LEGEND = "⟨source⟩ _cue_ [1 what is said by claim 1 1]"


def reading_view(reading: Reading, console: Console) -> ConsoleRenderable:
    """Heading, text, claims, events, comparisons, checks and problems of one reading."""
    colour = coloured(console)
    parts: list[ConsoleRenderable] = [heading(reading), Text()]
    parts += [Padding(text, (0, 2, 1, 2)) for text in marked_text(reading, colour)]
    if not colour and reading.claims:
        parts.append(Text(f"  Marks: {LEGEND}\n", style="quiet"))
    parts.append(claims_table(reading))
    if reading.events:
        parts += [Text(), events_table(reading)]
    parts += _sentences(reading)
    if reading.problems:
        parts.append(Text("\nProblems", style="title"))
        parts += [Text(visible(f"  {p.where}: {p.what}. {p.do}")) for p in reading.problems]
    return Group(*parts)


def heading(reading: Reading) -> Text:
    """Title, outlet, date and id of a report."""
    report = reading.report
    told = [
        report.outlet or "outlet unknown",
        f"published {report.published}" if report.published else "publication date unknown",
        report.id,
    ]
    about = Text(visible(" · ".join(told)), style="quiet")
    if any(s.kind == "title" for s in report.segments):
        return about
    title = clip(heading_words(report), 200)
    return Text.assemble((visible(title), "title"), "\n", about)


def marked_text(reading: Reading, colour: bool) -> Iterator[Text]:
    """The text a segment at a time, with sources, cues and contents marked."""
    marks = claim_marks(reading.claims)
    for segment in segments(reading.report):
        text = _marked(reading.text, marks, segment.span, colour)
        if segment.kind in _OUTSIDE:
            text = Text.assemble((f"({segment.kind}) ", "quiet"), text, style="quiet")
        elif segment.kind in _SEGMENT_STYLE:
            text.stylize_before(_SEGMENT_STYLE[segment.kind])
        yield text


def _marked(text: str, marks: list[Mark], within: Span, colour: bool) -> Text:
    out = Text()
    open_marks: list[Mark] = []
    for token in tokens(text, marks, within):
        if isinstance(token, Words):
            out.append(visible(token.text), style=_style(open_marks) if colour else "")
        elif isinstance(token, Open):
            open_marks.append(token.mark)
            out.append(_opening(token, colour, within))
        elif isinstance(token, Close):
            open_marks.remove(token.mark)
            out.append("" if colour else _closing(token, within))
    return out


def _style(marks: list[Mark]) -> str:
    roles = [m.role for m in marks]
    if "source" in roles:
        return "source"
    if "cue" in roles:
        return "cue"
    depth = roles.count("content")
    return "content.nested" if depth > 1 else "content" if depth else ""


def _opening(token: Open, colour: bool, within: Span) -> str:
    mark = token.mark
    if not token.first:
        return ""
    if mark.role == "content":
        # A quotation that runs on from the paragraph before is not numbered twice.
        begins = mark.span.start >= within.start
        return (f"{superscript(mark.number)}" if colour else f"[{mark.number} ") if begins else ""
    return "" if colour else {"source": "⟨", "cue": "_"}.get(mark.role, "")


def _closing(token: Close, within: Span) -> str:
    if not token.last or token.mark.span.end > within.end:
        return ""
    if token.mark.role == "content":
        return f" {token.mark.number}]"
    return {"source": "⟩", "cue": "_"}.get(token.mark.role, "")


def superscript(number: int) -> str:
    """`12` as `¹²`."""
    return str(number).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))


def claims_table(reading: Reading) -> ConsoleRenderable:
    """Number, who, how said and the words of every claim."""
    if not reading.claims:
        return Text("No claims: nobody is quoted or reported in this text.", style="quiet")
    table = grid(counted(len(reading.claims), "claim"), "#", "who", "stance", "how said", "words")
    numbers = numbered(reading.claims)
    for claim in reading.claims:
        words = " … ".join(s.words(reading.text) for s in claim.content)
        table.add_row(
            str(numbers[claim.id]),
            Text(visible(source_words(claim, numbers))),
            Text(stance_words(claim)),
            Text(how_said(claim)),
            Text(visible(clip(words, 160))),
        )
    return table


def events_table(reading: Reading) -> ConsoleRenderable:
    """What is said to have happened, and who says so."""
    numbers = numbered(reading.claims)
    rows = [
        Happening(
            type=type_words(event, main=event.id == reading.main_event),
            parties=parties(event),
            where=where(event),
            when=_when(event, reading.text),
            how_many=how_many(event, reading.text),
            said_by=_said_by(event, numbers),
        )
        for event in reading.events
    ]
    caption = "◆ what the report is mainly about" if reading.main_event else None
    return events_by_width(counted(len(rows), "event"), rows, caption)


def type_words(event: Event, *, main: bool = False) -> str:
    """`assault ◆ (denied)`: the type, the mark of the main event, and how it is told."""
    return event.type.lower().replace("_", " ") + (" ◆" if main else "") + manner(event)


def parties(event: Event) -> str:
    """`who → against whom`, with a question mark where it is not told."""
    return f"{event.actor_words or '?'} → {event.target_words or '?'}"


def manner(event: Event) -> str:
    """` (denied, planned)`, or nothing for what is said to have happened."""
    notes: list[str] = [event.polarity] if event.polarity == "denied" else []
    if event.modality != "happened":
        notes.append(event.modality)
    return f" ({', '.join(notes)})" if notes else ""


def where(event: Event) -> str:
    """Places with their roles, without the place where it was uttered."""
    role = {"launched_from": "from ", "aimed_at": "aimed at "}
    return (
        "; ".join(role.get(p.role, "") + p.name for p in event.places if p.role != "utterance")
        or "–"
    )


def _when(event: Event, text: str) -> str:
    if event.time is None:
        return "–"
    words = event.time.span.words(text) if event.time.span else ""
    meaning = moment(event.time) or ""
    if event.time.start is None:
        return f"“{words}” (unresolved)" if words else "–"
    return f"{meaning} “{words}”" if words else meaning


def how_many(event: Event, text: str) -> list[str]:
    """What is counted and the number, or its words where there is no number."""
    return [
        f"{q.what.replace('_', ' ')}: {amount(q) or '“' + q.span.words(text) + '”'}"
        for q in event.quantities
    ]


def _said_by(event: Event, numbers: dict[str, int]) -> str:
    if event.said_by == "narration":
        return NARRATION
    return "claim " + ", ".join(str(numbers.get(c, "?")) for c in event.said_by)


def _sentences(reading: Reading) -> Iterator[ConsoleRenderable]:
    name = reading_naming(reading)
    compared = [comparison_sentence(c, name) for c in sorted_comparisons(reading.comparisons)]
    checked = [check_sentence(c, name) for c in reading.checks]
    for title, sentences in (("How they stand to one another", compared), ("Checks", checked)):
        if sentences:
            yield Text(f"\n{title}", style="title")
            yield from (sentence_view(s) for s in sentences)


def sentence_view(sentence: Sentence) -> ConsoleRenderable:
    """A sign and its sentence, the ground beneath."""
    row = Table.grid(padding=(0, 1), pad_edge=True)
    row.add_column(width=2, no_wrap=True)
    row.add_column(ratio=1)
    words = Text(visible(sentence.text))
    if sentence.ground:
        words.append(f"\n{visible(sentence.ground)}", style="quiet")
    row.add_row(Text(sentence.sign, style=sentence.tone), words)
    return row
