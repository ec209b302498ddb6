"""Reads a few sentences of our own with the real parser, and makes claims from their words."""

from functools import lru_cache

from counterclaim.code_events import Coding, code_events
from counterclaim.language import english
from counterclaim.language.parse import Parse
from counterclaim.language.parties import load_parties
from counterclaim.model.claim import Claim, Source, Stance
from counterclaim.model.event import Event, PlacePrecision, TimeExpression, TimePrecision, Toponym
from counterclaim.model.report import Report, Segment, make_report
from counterclaim.model.spans import Span
from counterclaim.model.why import Why

GIVEN = Why(kind="derived", rule="given")


@lru_cache(maxsize=256)
def read(text: str) -> tuple[Report, Parse]:
    """The report of a text, each line a paragraph, and its parse."""
    segments, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            segments.append(Segment("paragraph", Span(at, at + len(line))))
        at += len(line) + 1
    report = make_report(text, "0" * 64, own_id="own", segments=tuple(segments))
    return report, english.parse_one(report)


def span(text: str, words: str) -> Span:
    """Where `words` stand in `text`."""
    start = text.index(words)
    return Span(start, start + len(words))


def claim(
    text: str,
    id_: str,
    source: str,
    content: str,
    cue: str | None = None,
    *,
    stance: Stance = "asserts",
    via: str | None = None,
    party: str | None = None,
) -> Claim:
    """A claim whose source, cue and content are these words of the text."""
    return Claim(
        id=id_,
        report="own",
        source=Source(name=source, party=party),
        source_span=(span(text, source),) if source in text else (),
        cue=(span(text, cue),) if cue else (),
        content=(span(text, content),),
        quote="indirect",
        stance=stance,
        distance="neutral",
        via=via,
        why=GIVEN,
    )


def place(text: str, name: str, precision: PlacePrecision = "town") -> Toponym:
    """A resolved toponym."""
    where = span(text, name)
    return Toponym(
        start=where.start,
        end=where.end,
        name=name,
        canonical=name,
        lat=1.0,
        lon=2.0,
        gazetteer_id=f"own:{name}",
        precision=precision,
        why=GIVEN,
    )


def day(
    text: str, words: str, start: str | None, precision: TimePrecision = "day"
) -> TimeExpression:
    """A date as the time stage gives it; `start` None leaves it unresolved."""
    where = span(text, words)
    return TimeExpression(
        start=where.start,
        end=where.end,
        type="DATE",
        value=start or "XXXX",
        interval_start=start,
        interval_end=start,
        precision=precision if start else "unresolved",
        why=GIVEN,
    )


def events(
    text: str,
    claims: tuple[Claim, ...] = (),
    places: tuple[Toponym, ...] = (),
    times: tuple[TimeExpression, ...] = (),
) -> tuple[Event, ...]:
    """The events of a text."""
    return coding(text, claims, places, times).events


def coding(
    text: str,
    claims: tuple[Claim, ...] = (),
    places: tuple[Toponym, ...] = (),
    times: tuple[TimeExpression, ...] = (),
) -> Coding:
    """The events of a text, and which is the main one."""
    report, parse = read(text)
    return code_events(report, parse, claims, places, times, load_parties())


def event(text: str, type_: str = "ASSAULT", **given: tuple[object, ...]) -> Event:
    """The one event of that type."""
    found = [e for e in events(text, **given) if e.type == type_]  # type: ignore[arg-type]
    assert len(found) == 1, [(e.type, e.trigger.words(text), e.why.rule) for e in found]
    return found[0]
