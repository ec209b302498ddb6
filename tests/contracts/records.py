"""A reading that has a value in every field, and Hypothesis strategies for arbitrary ones."""

import hashlib
from typing import Any

import msgspec
from hypothesis import strategies as st

from counterclaim.model.claim import Claim, Occasion, Phrase, Source
from counterclaim.model.comparison import Check, Comparison, Input
from counterclaim.model.custody import Problem
from counterclaim.model.event import (
    Event,
    EventTime,
    Participant,
    Place,
    Quantity,
    TimeExpression,
    Toponym,
)
from counterclaim.model.ids import make_id
from counterclaim.model.link import CopyPair, Incident, Origin
from counterclaim.model.reading import Reading
from counterclaim.model.report import Report, Segment, make_report
from counterclaim.model.spans import Span
from counterclaim.model.why import Why

TEXT = (
    "Shelling in Novi Brod\n"
    "Officials in Marland said at least 12 people were killed in Novi Brod on 3 May. "
    "“We did not fire,” a spokesman for the northern army told reporters, 40 km away.\n"
)


def report(text: str = TEXT, **fields: Any) -> Report:
    return make_report(text, hashlib.sha256(text.encode()).hexdigest(), **fields)


def at(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def rich_reading(own_id: str | None = "a1", text: str = TEXT, **fields: Any) -> Reading:
    r = report(text, own_id=own_id, **fields)
    r = msgspec.structs.replace(
        r,
        segments=(
            Segment("title", Span(0, text.index("\n"))),
            Segment("paragraph", Span(text.index("\n") + 1, len(text) - 1)),
        ),
    )
    why = Why(kind="quoted", rule="cue:say", spans=(at("said", text),))
    official = Claim(
        id=make_id("c", r.id, 1),
        report=r.id,
        source=Source(name="Officials", kind="official", anonymous=True, candidates=("p:a", "p:b")),
        source_span=(at("Officials in Marland", text),),
        cue=(at("said", text),),
        content=(at("at least 12 people were killed in Novi Brod on 3 May", text),),
        quote="indirect",
        stance="asserts",
        distance="neutral",
        why=why,
    )
    spokesman = Claim(
        id=make_id("c", r.id, 2),
        report=r.id,
        source=Source(
            name="the northern army",
            kind="military",
            party="party:north",
            side="north",
            close_to="Army House",
        ),
        source_span=(at("a spokesman", text), at("the northern army", text)),
        cue=(at("told", text),),
        content=(at("We did not fire", text),),
        quote="direct",
        stance="denies",
        distance="distancing",
        modality="negated",
        via=official.id,
        addressee=Phrase("reporters", at("reporters", text)),
        occasion=Occasion(place=Phrase("Novi Brod", at("Novi Brod", text), "Novi Brod")),
        basis=Phrase("40 km", at("40 km", text)),
        why=why,
    )
    place = Place(
        name="Novi Brod",
        role="at",
        span=at("Novi Brod", text),
        lat=42.61,
        lon=21.43,
        precision="town",
        gazetteer_id="geonames:1",
        country="XK",
    )
    shelling = Event(
        id=make_id("e", r.id, 1),
        report=r.id,
        type="ASSAULT",
        mode="heavy-weapons",
        acled_event="Explosions/Remote violence",
        acled_sub_event="Shelling/artillery/missile attack",
        said_by="narration",
        span=at("Shelling in Novi Brod", text),
        trigger=at("Shelling", text),
        instrument="artillery",
        places=(place,),
        why=why,
    )
    toll = Event(
        id=make_id("e", r.id, 2),
        report=r.id,
        type="CASUALTIES",
        said_by=(official.id, spokesman.id),
        span=at("12 people were killed", text),
        trigger=at("killed", text),
        actor=(
            Participant(name="soldiers", span=None, party="party:north", group="the northern army"),
            Participant(name="the northern army", span=at("12 people", text)),
        ),
        actor_words="the northern army",
        actor_party="party:north",
        target_words="people",
        target_party="party:south",
        places=(place,),
        time=EventTime(
            start="2024-05-03",
            end="2024-05-03",
            precision="day",
            span=at("on 3 May", text),
            anchor="2024-05-04",
        ),
        quantities=(
            Quantity(
                what="killed",
                low=12.0,
                best=None,
                high=None,
                unit="people",
                span=at("at least 12 people", text),
                form="at_least",
                status="civilian",
            ),
        ),
        polarity="denied",
        modality="possible",
        why=Why(kind="derived", rule="toll", records=(shelling.id,)),
    )
    comparison = Comparison(
        id=make_id("x", official.id, spokesman.id),
        a=(official.id,),
        b=(spokesman.id,),
        relation="contradicts",
        slot="actor",
        scope=("time", "count"),
        ground="One says that it was shelled, the other that it did not fire.",
        why=Why(kind="derived", rule="compare.actor", records=(official.id, spokesman.id)),
    )
    check = Check(
        id=make_id("k", spokesman.id),
        kind="distance",
        claims=(spokesman.id,),
        result="cannot_tell",
        inputs=(Input("said", "40 km"),),
        ground="Where from is not said.",
        why=Why(kind="derived", rule="check.distance", records=(spokesman.id,)),
    )
    name = at("Novi Brod", text)
    return Reading(
        report=r,
        claims=(official, spokesman),
        events=(shelling, toll),
        main_event=shelling.id,
        toponyms=(
            Toponym(
                start=name.start,
                end=name.end,
                name="Novi Brod",
                canonical="Novi Brod",
                lat=42.61,
                lon=21.43,
                geonameid=1,
                gazetteer_id="geonames:1",
                precision="town",
                country="XK",
                province="XK-1",
                candidates=("geonames:1", "geonames:2"),
                why=why,
            ),
        ),
        times=(
            TimeExpression(
                start=at("3 May", text).start,
                end=at("3 May", text).end,
                type="DATE",
                value="2024-05-03",
                interval_start="2024-05-03",
                interval_end="2024-05-03",
                precision="day",
                anchor="2024-05-04",
                why=why,
            ),
        ),
        comparisons=(comparison,),
        checks=(check,),
        problems=(
            Problem(what="the year is not given", where=r.id, do="Give it.", level="warning"),
        ),
    )


def incident(reading: Reading, **fields: Any) -> Incident:
    events = tuple(sorted(e.id for e in reading.events))
    values: dict[str, Any] = {
        "id": make_id("i", events),
        "title": "Shelling in Novi Brod, 3 May 2024",
        "type": "ASSAULT",
        "start": "2024-05-03",
        "end": "2024-05-03",
        "places": ("Novi Brod",),
        "events": events,
        "reports": (reading.report.id,),
        "main_of": (reading.report.id,),
        "outlets": ("The Courier",),
        "origins": (origin(reading).id,),
        "sides": ("north",),
        "contradictions": 1,
        "why": Why(kind="derived", rule="link", records=events),
    }
    return Incident(**(values | fields))


def origin(reading: Reading) -> Origin:
    claims = (reading.claims[1].id,)
    return Origin(
        id=make_id("o", claims),
        speaker="the northern army",
        occasion=None,
        claims=claims,
        reports=(reading.report.id,),
        chain=("the northern army", reading.report.id),
        why=Why(kind="derived", rule="link.origin", records=claims),
    )


def copy_pair(a: str, b: str) -> CopyPair:
    return CopyPair(
        a=a, b=b, relation="shares", share=1 / 3, spans_a=(Span(0, 9),), spans_b=(Span(3, 12),)
    )


# Any text that UTF-8 can carry, line breaks, NUL and characters beyond the first plane among it.
words = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
maybe = st.none() | words


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Readings with arbitrary words, numbers and spans whose references fit together."""
    text = draw(st.text(st.characters(exclude_categories=("Cs",)), min_size=2, max_size=80))
    r = report(
        text,
        own_id=draw(st.none() | words.filter(bool)),
        title=draw(maybe),
        outlet=draw(maybe),
        published=draw(maybe),
        byline=draw(maybe),
        url=draw(maybe),
        location=draw(maybe),
    )

    @st.composite
    def spans(draw: st.DrawFn) -> Span:
        start = draw(st.integers(0, len(text) - 1))
        return Span(start, draw(st.integers(start + 1, len(text))))

    some = st.lists(spans(), max_size=3).map(tuple)
    why = Why(kind="quoted", rule=draw(words), spans=draw(some))
    phrase = st.none() | st.builds(Phrase, words, spans(), maybe)
    claims = [
        Claim(
            id=make_id("c", r.id, n),
            report=r.id,
            source=draw(
                st.builds(
                    Source,
                    name=words,
                    anonymous=st.booleans(),
                    party=maybe,
                    side=maybe,
                    candidates=st.lists(words, max_size=2).map(tuple),
                )
            ),
            source_span=draw(some),
            cue=draw(some),
            content=draw(some),
            quote="mixed",
            stance="doubts",
            distance="endorsing",
            # A later claim may be the one that this one stands in.
            via=draw(st.none() | st.just(make_id("c", r.id, 0))),
            addressee=draw(phrase),
            occasion=draw(st.none() | st.builds(Occasion, phrase, phrase, phrase)),
            basis=draw(phrase),
            why=why,
        )
        for n in range(draw(st.integers(0, 3)))
    ]
    number = st.none() | st.floats(allow_nan=False, allow_infinity=False)
    quantity = st.builds(
        Quantity, what=words, low=number, best=number, high=number, unit=words, span=spans()
    )
    place = st.builds(
        Place,
        name=words,
        role=st.sampled_from(["at", "aimed_at", "launched_from", "utterance"]),
        span=spans(),
        lat=number,
        lon=number,
        precision=st.sampled_from(["site", "sea"]),
        gazetteer_id=maybe,
    )
    ids = [c.id for c in claims]
    events = tuple(
        Event(
            id=make_id("e", r.id, n),
            report=r.id,
            type=draw(words),
            mode=draw(maybe),
            said_by=draw(
                st.just("narration")
                | (st.lists(st.sampled_from(ids), unique=True).map(tuple) if ids else st.just(()))
            ),
            span=draw(spans()),
            trigger=draw(spans()),
            actor_words=draw(maybe),
            places=draw(st.lists(place, max_size=2).map(tuple)),
            time=draw(
                st.none()
                | st.builds(
                    EventTime,
                    start=maybe,
                    end=maybe,
                    precision=st.just("day"),
                    span=st.none() | spans(),
                )
            ),
            quantities=draw(st.lists(quantity, max_size=2).map(tuple)),
            why=why,
        )
        for n in range(draw(st.integers(0, 2)))
    )
    return Reading(
        report=r,
        claims=tuple(claims),
        events=events,
        main_event=events[0].id if events and draw(st.booleans()) else None,
        problems=draw(
            st.lists(st.builds(Problem, what=words, where=words, do=words), max_size=2).map(tuple)
        ),
    )
