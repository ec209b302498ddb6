"""The page of one report: its text with sources, cues and contents marked, and what was found."""

import msgspec
from markupsafe import Markup

from counterclaim.model.claim import Claim
from counterclaim.model.event import Event
from counterclaim.model.reading import Reading
from counterclaim.model.report import SegmentKind
from counterclaim.show.marking import Mark, claim_marks, numbered, segments
from counterclaim.show.pages.environment import render
from counterclaim.show.pages.marked import hover_style, marked
from counterclaim.show.sentences import (
    check_sentence,
    claim_words,
    comparison_sentence,
    reading_naming,
    sorted_comparisons,
)
from counterclaim.show.signs import NARRATION
from counterclaim.show.slots import MODALITY_NOTE, PLACE_NOTE, amount, moment
from counterclaim.show.words import heading_words, how_said, source_words, stance_words


class Stretch(msgspec.Struct, frozen=True):
    """A segment as HTML."""

    kind: SegmentKind
    html: Markup


class ClaimRow(msgspec.Struct, frozen=True):
    """A claim in the table, and the number that leads to its words."""

    number: int
    who: str
    stance: str
    how: str
    words: str
    shown: bool
    rule: str


class EventRow(msgspec.Struct, frozen=True):
    """An event in the table; `said_by` are numbers of claims, empty for narration."""

    type: str
    main: bool
    manner: str
    actor: str
    target: str
    where: str
    when: str
    when_words: str
    how_many: str
    said_by: tuple[int, ...]


def report_page(reading: Reading) -> str:
    """A page that stands alone."""
    numbers = numbered(reading.claims)
    seen: set[str] = set()
    stretches = _stretches(reading, seen)
    name = reading_naming(reading)
    return render(
        "report.html",
        hover_style(len(reading.claims)),
        report=reading.report,
        heading=heading_words(reading.report),
        link=safe_link(reading.report.url),
        stretches=stretches,
        titled=any(s.kind == "title" for s in stretches),
        claims=[_claim_row(claim, reading, numbers, seen) for claim in reading.claims],
        events=[_event_row(event, reading, numbers) for event in reading.events],
        comparisons=[comparison_sentence(c, name) for c in sorted_comparisons(reading.comparisons)],
        checks=[check_sentence(c, name) for c in reading.checks],
        problems=reading.problems,
        narration=NARRATION,
        numbers=numbers,
    )


def safe_link(url: str | None) -> str | None:
    """`url` if a browser would open a web page with it; anything else is not made a link."""
    return url if url and url.startswith(("https://", "http://")) else None


def _stretches(reading: Reading, seen: set[str]) -> list[Stretch]:
    marks = claim_marks(reading.claims)

    def lead(mark: Mark) -> tuple[str, str, str]:
        claim = reading.claims[mark.number - 1]
        label = f"claim {mark.number}, {claim.source.name} {stance_words(claim)}"
        return f"w{mark.number}", f"#c{mark.number}", label

    return [
        Stretch(s.kind, marked(reading.text, marks, s.span, lead, seen))
        for s in segments(reading.report)
    ]


def _claim_row(claim: Claim, reading: Reading, numbers: dict[str, int], seen: set[str]) -> ClaimRow:
    number = numbers[claim.id]
    return ClaimRow(
        number=number,
        who=source_words(claim, numbers),
        stance=stance_words(claim),
        how=how_said(claim),
        words=claim_words(claim, reading.text),
        shown=f"w{number}" in seen,
        rule=claim.why.rule,
    )


def _event_row(event: Event, reading: Reading, numbers: dict[str, int]) -> EventRow:
    manner = ["denied"] if event.polarity == "denied" else []
    note = MODALITY_NOTE[event.modality]
    manner += [note] if note else []
    time, words = event.time, ""
    if time is not None and time.span is not None:
        words = time.span.words(reading.text)
    said_by = () if event.said_by == "narration" else event.said_by
    return EventRow(
        type=event.type.lower().replace("_", " "),
        main=event.id == reading.main_event,
        manner=", ".join(manner),
        actor=event.actor_words or "",
        target=event.target_words or "",
        where="; ".join(
            f"{PLACE_NOTE[p.role] or ''} {p.name}".strip()
            for p in event.places
            if p.role != "utterance"
        ),
        when=(moment(time) or "") if time is not None else "",
        when_words=words,
        how_many="; ".join(
            f"{q.what.replace('_', ' ')}: {amount(q) or '“' + q.span.words(reading.text) + '”'}"
            for q in event.quantities
        ),
        said_by=tuple(numbers[c] for c in said_by if c in numbers),
    )
