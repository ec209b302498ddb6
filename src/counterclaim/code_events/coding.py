"""`code_events`: claims and narration in, events out."""

from typing import NamedTuple

from msgspec.structs import replace

from counterclaim.code_events.acled import acled_types
from counterclaim.code_events.amounts import amounts
from counterclaim.code_events.aspect import aspect_of
from counterclaim.code_events.casting import Casting
from counterclaim.code_events.compose import Telling, armed, compose
from counterclaim.code_events.derived import ascribed, split
from counterclaim.code_events.fillers import Fillers
from counterclaim.code_events.instruments import instrument as instrument_of
from counterclaim.code_events.lexicon import Lexicon, lexicon
from counterclaim.code_events.main_event import main_event
from counterclaim.code_events.merge import Mention, group_of, merge, voice
from counterclaim.code_events.quantities import find_quantities
from counterclaim.code_events.reality import Reality, under_stance
from counterclaim.code_events.saying import Sayers
from counterclaim.code_events.setting import settled
from counterclaim.code_events.tolls import with_toll
from counterclaim.code_events.tree import Tree, hull_of_clause
from counterclaim.code_events.triggers import Trigger, find_triggers
from counterclaim.code_events.when import When
from counterclaim.code_events.where import Where
from counterclaim.code_events.wholes import with_wholes
from counterclaim.language.parse import Parse
from counterclaim.language.parties import Parties
from counterclaim.model.claim import Claim
from counterclaim.model.event import (
    Event,
    EventTime,
    Place,
    Quantity,
    TimeExpression,
    Toponym,
)
from counterclaim.model.ids import make_id
from counterclaim.model.report import Report
from counterclaim.model.spans import Span
from counterclaim.model.why import Why

_VERBAL = frozenset({"AGREE", "REQUEST", "REJECT", "ACCUSE", "THREATEN", "STATEMENT"})
_BACK = frozenset({"the", "this", "these", "that", "those", "such"})
_POINTING = frozenset({"this", "these", "those"})


class Coding(NamedTuple):
    """The events of a report in order of text, and the id of the one that it is mainly about."""

    events: tuple[Event, ...]
    main: str | None


def code_events(
    report: Report,
    parse: Parse,
    claims: tuple[Claim, ...],
    toponyms: tuple[Toponym, ...],
    times: tuple[TimeExpression, ...],
    parties: Parties,
) -> Coding:
    """The events that the report tells, in order of text, each with who says so; and the main one.

    An event inside a claim's content is said by that claim (innermost first, then the claims it
    stands in); all others are the outlet's own narration.
    """
    lex = lexicon()
    tellings = compose(parse, find_triggers(parse, lex), lex)
    sayers = Sayers(claims)
    said = [sayers.of(_trigger_span(parse, t)) for t in tellings]
    # An utterance in the outlet's own words is the claim itself; inside a claim it is told of.
    pairs = [(t, s) for t, s in zip(tellings, said, strict=True) if s or t.type != "STATEMENT"]
    tree = Tree(parse, [t for t, _ in pairs], lex)
    places, dates = Where(tree).of(toponyms), When(tree).of(times)
    found = find_quantities(parse)
    counts = amounts(tree, found)
    coder = _Coder(report, parse, lex, sayers, Fillers(parse, lex, parties))
    mentions: list[Mention] = []
    bare: set[str] = set()
    for n, (telling, by) in enumerate(pairs):
        mention = coder.mention(telling, by, places[n], dates[n], counts[n])
        if _names_only(parse, telling.trigger) and _is_bare(mention.event):
            bare.add(mention.event.id)
        if telling.trigger.noun and _tells_nothing(mention.event):
            continue
        hedged = None
        if not by:
            hedged = sayers.hedged_target(parse, telling, _trigger_span(parse, telling))
        mentions += [mention] if hedged is None else split(mention, *hedged, coder.casting)
        mentions += ascribed(mention, telling, by, coder.casting)
    kept = [m for m in merge(mentions) if m.event.id not in bare]
    main = main_event(report, parse, tuple(m.event for m in kept))
    events = settled(kept, main, report, parse, toponyms, times)
    events = with_toll(events, main, found, parse, times, lambda span: bool(sayers.of(span)))
    events = with_wholes(events, parse, lex)
    return Coding(_kept_records(events), main)


def _kept_records(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events, each naming as its grounds only events that are kept: the mentions that were merged
    into it are shown by its spans."""
    kept = {e.id for e in events}
    return tuple(
        replace(
            e, why=replace(e.why, records=tuple(r for r in e.why.records if r in kept - {e.id}))
        )
        for e in events
    )


def _tells_nothing(event: Event) -> bool:
    """ "the dead", "a casualty toll": harm of which neither who nor how many, when or where is told."""
    told = event.quantities or event.target_words or event.time or event.places
    return event.type == "CASUALTIES" and event.polarity == "affirmed" and not told


def _names_only(parse: Parse, trigger: Trigger) -> bool:
    """Whether the noun stands without a verb that says of it that or how it happened."""
    return trigger.noun and trigger.verb is None and parse.dep[trigger.token] != "nsubj"


def _is_bare(event: Event) -> bool:
    """ "The attacks", "torture and murder": violence of which neither who, whom, what with, how many,
    when nor where is told. Where it is told of again, it is merged; else it tells of no one event."""
    told = event.actor_words or event.target_words or event.instrument or event.time
    return event.type == "ASSAULT" and not (told or event.places or event.quantities)


def _trigger_span(parse: Parse, telling: Telling) -> Span:
    return parse.span(telling.trigger.token, telling.trigger.token)


class _Coder:
    """Makes the records of one report."""

    def __init__(
        self, report: Report, parse: Parse, lex: Lexicon, sayers: Sayers, fillers: Fillers
    ) -> None:
        self.report, self.parse, self.lex = report, parse, lex
        self.sayers, self.casting = sayers, Casting(parse, lex, sayers, fillers)

    def mention(
        self,
        telling: Telling,
        by: tuple[Claim, ...],
        places: tuple[Place, ...],
        time: EventTime | None,
        quantities: tuple[Quantity, ...],
    ) -> Mention:
        """The event of one telling, said by the claims `by` (the outlet when there are none)."""
        parse, trigger = self.parse, telling.trigger
        span = _trigger_span(parse, telling)
        instrument = instrument_of(parse, self.lex, trigger)
        if instrument is None and telling.inner is not None:
            instrument = instrument_of(parse, self.lex, telling.inner)
        telling = armed(telling, instrument)
        cast = self.casting.cast(telling, by, span)
        actor, target = cast.actor.first, cast.target.first
        reality = _reality(telling, by)
        acled = acled_types(self.lex, telling, instrument)
        event = Event(
            id=make_id("e", self.report.version, telling.type, span, telling.rule),
            report=self.report.id,
            type=telling.type,
            mode=telling.mode,
            acled_event=acled[0] if acled else None,
            acled_sub_event=acled[1] if len(acled) > 1 else None,
            said_by=tuple(c.id for c in by) if by else "narration",
            span=self.sayers.clip(hull_of_clause(parse, telling), span),
            trigger=span,
            actor_words=actor.words if actor else None,
            actor_party=actor.party if actor else None,
            target_words=target.words if target else None,
            target_party=target.party if target else None,
            actor=cast.actor.participants,
            target=cast.target.participants,
            instrument=instrument,
            places=places,
            time=time,
            quantities=quantities,
            polarity="denied" if reality.denied else "affirmed",
            modality=reality.modality,
            aspect=aspect_of(parse, trigger, self.lex.frames, time),
            why=Why(kind="quoted", rule=telling.rule, spans=(span,)),
        )
        return Mention(
            event,
            "refusal" if telling.type == "REJECT" else group_of(trigger.rule.class_),
            "/".join(voice(c.source) for c in by),
            definite=trigger.noun and self._points(trigger.token, _BACK),
            pointed=target is not None and self._points(target.token, _POINTING),
        )

    def _points(self, token: int, words: frozenset[str]) -> bool:
        parse = self.parse
        return token >= 0 and any(
            c < token and parse.lower[c] in words for c in parse.children[token]
        )


def _reality(telling: Telling, by: tuple[Claim, ...]) -> Reality:
    """How real the event is, with what the claim's stance adds. What is an utterance itself ("they
    refused") is not made less real by being said in a demand or a refusal."""
    reality = telling.reality
    if not by:
        denied = reality.denied != reality.disputed
        return Reality(denied, reality.modality)
    if telling.type in _VERBAL and by[0].stance != "denies":
        return reality
    return under_stance(reality, by[0].stance)
