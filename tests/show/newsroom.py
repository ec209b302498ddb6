"""Hand-made records for the views: two invented reports on one invented strike.

`Desk` makes claims and events by finding words in a text, so that every span is the words it names.
"""

from counterclaim.model.claim import Claim, Phrase, Source
from counterclaim.model.comparison import Check, Comparison, Input
from counterclaim.model.event import Event, EventTime, Place, Quantity
from counterclaim.model.ids import make_id, sha256
from counterclaim.model.link import CopyPair, Incident, Origin
from counterclaim.model.reading import Reading
from counterclaim.model.report import Report, Segment, make_report
from counterclaim.model.spans import Span
from counterclaim.model.why import Why
from counterclaim.show.matrix import IncidentFile

WHY = Why(kind="derived", rule="test.hand_made")

COURIER = """Two sides give different figures after depot strike
By Ines Halloway
A missile struck a grain depot in Port Sella on Tuesday morning.
Defence minister Anna Reval told reporters that four soldiers were killed and no civilian was \
harmed. “We hit what we aimed at,” she said.
“The director told me that nineteen people were killed,” a hospital spokesman said.
Officials denied that the depot was ever a target.
Photo: Harbour authority"""

HERALD = """Port Sella: at least 19 dead
A grain depot at Port Sella was hit on 7 June.
The mayor, Tomas Bel, said at least 19 people were killed, among them twelve children.
Anna Reval said four soldiers had died."""


class Desk:
    """Makes the records of one report from words found in its text."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.text = report.text

    def span(self, words: str, after: int = 0) -> Span:
        start = self.text.index(words, after)
        return Span(start, start + len(words))

    def claim(self, source: Source, mention: str, cue: str, content: str, **more: object) -> Claim:
        """`behind` says that source and cue stand behind the content, else they stand before it."""
        at = self.span(content)
        near = at.end if more.pop("behind", False) else self.text.rindex("\n", 0, at.start)
        fields: dict[str, object] = {
            "quote": "indirect",
            "stance": "asserts",
            "distance": "neutral",
        } | more
        return Claim(
            id=make_id("c", self.report.id, content, source.name),
            report=self.report.id,
            source=source,
            source_span=(self.span(mention, near),) if mention else (),
            cue=(self.span(cue, near),) if cue else (),
            content=(at,),
            why=WHY,
            **fields,  # type: ignore[arg-type]
        )

    def event(
        self, said_by: tuple[Claim, ...], trigger: str, sentence: str, **more: object
    ) -> Event:
        span = self.span(sentence)
        return Event(
            id=make_id("e", self.report.id, sentence, trigger, [c.id for c in said_by]),
            report=self.report.id,
            type=str(more.pop("type", "ASSAULT")),
            said_by=tuple(c.id for c in said_by) or "narration",
            span=span,
            trigger=self.span(trigger, span.start),
            why=WHY,
            **more,  # type: ignore[arg-type]
        )


REVAL = Source(name="Anna Reval", kind="official", party="anna-reval")
HOSPITAL = Source(name="a hospital spokesman", kind="medical", anonymous=True)
DIRECTOR = Source(name="The director", kind="medical", anonymous=True)
OFFICIALS = Source(
    name="Officials", kind="official", anonymous=True, candidates=("Norland", "Sella")
)
MAYOR = Source(name="Tomas Bel", kind="official", party="tomas-bel")


def _killed(desk: Desk, words: str, low: float | None, best: float | None, **more: str) -> Quantity:
    return Quantity(
        what="killed",
        low=low,
        best=best,
        high=None,
        unit="people",
        span=desk.span(words),
        **more,  # type: ignore[arg-type]
    )


def _place(desk: Desk) -> Place:
    return Place(
        name="Port Sella",
        role="at",
        span=desk.span("Port Sella"),
        lat=1.0,
        lon=2.0,
        precision="town",
        gazetteer_id="test:1",
    )


def courier() -> Reading:
    """The first report: narration, an official, a nested claim, a denial."""
    text = COURIER
    lines = text.split("\n")
    starts = [text.index(line) for line in lines]
    kinds = ("title", "byline", *("paragraph",) * 4, "caption")
    report = make_report(
        text,
        sha256(text.encode()),
        own_id="courier-1",
        title=lines[0],
        outlet="The Courier",
        published="2022-06-08",
        byline="Ines Halloway",
        segments=tuple(
            Segment(kind, Span(start, start + len(line)))  # type: ignore[arg-type]
            for kind, start, line in zip(kinds, starts, lines, strict=True)
        ),
    )
    desk = Desk(report)
    told = desk.claim(
        REVAL,
        "Defence minister Anna Reval",
        "told",
        "that four soldiers were killed and no civilian was harmed",
        addressee=Phrase("reporters", desk.span("reporters")),
    )
    aimed = desk.claim(
        REVAL, "she", "said", "We hit what we aimed at,", quote="direct", behind=True
    )
    spokesman = desk.claim(
        HOSPITAL,
        "a hospital spokesman",
        "said",
        "The director told me that nineteen people were killed,",
        quote="direct",
        behind=True,
    )
    director = desk.claim(
        DIRECTOR, "The director", "told", "that nineteen people were killed", via=spokesman.id
    )
    denial = desk.claim(
        OFFICIALS, "Officials", "denied", "that the depot was ever a target", stance="denies"
    )
    happened = desk.event(
        (),
        "struck",
        "A missile struck a grain depot in Port Sella on Tuesday morning",
        instrument="missile",
        target_words="a grain depot",
        places=(_place(desk),),
        time=EventTime(
            start="2022-06-07",
            end="2022-06-07",
            precision="part_of_day",
            span=desk.span("on Tuesday morning"),
            anchor="2022-06-08",
        ),
    )
    four = desk.event(
        (told,),
        "killed",
        "four soldiers were killed and no civilian was harmed",
        type="CASUALTIES",
        target_words="soldiers",
        quantities=(_killed(desk, "four", None, 4, status="combatant"),),
    )
    nineteen = desk.event(
        (director,),
        "killed",
        "nineteen people were killed",
        type="CASUALTIES",
        quantities=(_killed(desk, "nineteen", None, 19),),
    )
    clash = Comparison(
        id="x-1",
        a=(told.id,),
        b=(director.id,),
        relation="contradicts",
        slot="quantity:killed",
        scope=("count",),
        ground="4 and 19 killed",
        why=WHY,
    )
    check = Check(
        id="k-1",
        kind="weekday",
        claims=(),
        result="consistent",
        inputs=(Input("Tuesday", "2022-06-07"),),
        ground="7 June 2022 was a Tuesday",
        why=WHY,
    )
    return Reading(
        report=report,
        claims=(told, aimed, spokesman, director, denial),
        events=(happened, four, nineteen),
        main_event=happened.id,
        comparisons=(clash,),
        checks=(check,),
    )


def herald() -> Reading:
    """The second report: another source with a range, and the same official again."""
    text = HERALD
    report = make_report(
        text,
        sha256(text.encode()),
        own_id="herald-1",
        title="Port Sella: at least 19 dead",
        outlet="Daily Herald",
        published="2022-06-09",
        segments=(Segment("title", Span(0, 28)), Segment("paragraph", Span(29, len(text)))),
    )
    desk = Desk(report)
    mayor = desk.claim(
        MAYOR,
        "The mayor, Tomas Bel",
        "said",
        "at least 19 people were killed, among them twelve children",
    )
    reval = desk.claim(REVAL, "Anna Reval", "said", "four soldiers had died")
    hit = desk.event(
        (),
        "hit",
        "A grain depot at Port Sella was hit on 7 June",
        target_words="a grain depot",
        places=(
            Place(
                name="Port Sella",
                role="at",
                span=desk.span("Port Sella", after=29),
                lat=1.0,
                lon=2.0,
                precision="town",
                gazetteer_id="test:1",
            ),
        ),
        time=EventTime(
            start="2022-06-07", end="2022-06-07", precision="day", span=desk.span("7 June")
        ),
    )
    dead = desk.event(
        (mayor,),
        "killed",
        "at least 19 people were killed, among them twelve children",
        type="CASUALTIES",
        quantities=(
            Quantity(
                what="killed",
                low=19,
                best=None,
                high=None,
                unit="people",
                span=desk.span("at least 19", after=29),
                form="at_least",
            ),
        ),
    )
    four = desk.event(
        (reval,),
        "died",
        "four soldiers had died",
        type="CASUALTIES",
        quantities=(_killed(desk, "four", None, 4, status="combatant"),),
    )
    return Reading(
        report=report, claims=(mayor, reval), events=(hit, dead, four), main_event=hit.id
    )


def depot() -> IncidentFile:
    """Everything about the strike on the depot, from both reports."""
    one, two = courier(), herald()
    told, _, _, director, denial = one.claims
    mayor, reval = two.claims
    comparisons = (
        one.comparisons[0],
        Comparison(
            id="x-2",
            a=(told.id,),
            b=(mayor.id,),
            relation="contradicts",
            slot="civilian_harm",
            ground="no civilian harmed, and twelve children killed",
            why=WHY,
        ),
        Comparison(
            id="x-3",
            a=(director.id,),
            b=(mayor.id,),
            relation="corroborates",
            slot="quantity:killed",
            ground="19 is within at least 19",
            why=WHY,
        ),
        Comparison(
            id="x-4",
            a=(told.id,),
            b=(reval.id,),
            relation="repeats",
            slot="quantity:killed",
            ground="one speaker, one figure",
            why=WHY,
        ),
        Comparison(
            id="x-5",
            a=(denial.id,),
            b=(one.events[0].id,),
            relation="contradicts",
            slot="target",
            ground="struck, and never a target",
            why=WHY,
        ),
    )
    incident = Incident(
        id="i-depot",
        title="Strike on a grain depot, Port Sella",
        type="ASSAULT",
        start="2022-06-07",
        end="2022-06-07",
        places=("Port Sella",),
        events=tuple(e.id for r in (one, two) for e in r.events),
        reports=("courier-1", "herald-1"),
        main_of=("courier-1", "herald-1"),
        outlets=("Daily Herald", "The Courier"),
        origins=("o-1", "o-2", "o-3"),
        sides=(),
        contradictions=3,
        why=WHY,
    )
    origin = Origin(
        id="o-1",
        speaker="Anna Reval",
        occasion=None,
        claims=(told.id, reval.id),
        reports=("courier-1", "herald-1"),
        chain=("Anna Reval", "The Courier", "Daily Herald"),
        why=WHY,
    )
    return IncidentFile(
        incident=incident,
        readings=(one, two),
        comparisons=comparisons,
        checks=one.checks,
        origins=(origin,),
    )


def copy_pair() -> CopyPair:
    return CopyPair(
        a="courier-1",
        b="herald-1",
        relation="shares",
        share=0.25,
        spans_a=(Span(0, 4),),
        spans_b=(Span(0, 4),),
    )
