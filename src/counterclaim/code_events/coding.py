"""`code_events`: claims and narration in, events out."""

from typing import NamedTuple

from msgspec.structs import replace

from counterclaim.code_events.amounts import amounts
from counterclaim.code_events.ascribed import doer
from counterclaim.code_events.compose import Telling, compose
from counterclaim.code_events.fillers import Filler, Fillers
from counterclaim.code_events.instruments import instrument as instrument_of
from counterclaim.code_events.lexicon import Lexicon, in_class, lexicon
from counterclaim.code_events.main_event import main_event
from counterclaim.code_events.merge import Mention, group_of, merge, voice
from counterclaim.code_events.pronouns import stands_for
from counterclaim.code_events.quantities import find_quantities
from counterclaim.code_events.reality import Reality, under_stance
from counterclaim.code_events.roles import Roles
from counterclaim.code_events.saying import Sayers
from counterclaim.code_events.setting import settled
from counterclaim.code_events.tolls import with_toll
from counterclaim.code_events.tree import Tree, hull_of_clause
from counterclaim.code_events.triggers import Trigger, find_triggers
from counterclaim.code_events.when import When
from counterclaim.code_events.where import Where
from counterclaim.language.parse import Parse
from counterclaim.language.parties import Parties
from counterclaim.model.claim import Claim
from counterclaim.model.event import Event, EventTime, Place, Quantity, TimeExpression, Toponym
from counterclaim.model.ids import make_id
from counterclaim.model.report import Report
from counterclaim.model.spans import Span
from counterclaim.model.why import Why

_VERBAL = frozenset({"AGREE", "REQUEST", "REJECT", "ACCUSE", "THREATEN", "STATEMENT"})
_MUTUAL = frozenset({"talks", "fighting", "agreement", "treaty", "ties", "exercise", "cooperation"})
_BACK = frozenset({"the", "this", "these", "that", "those", "such"})
_POINTING = frozenset({"this", "these", "those"})
_SHELLS = frozenset({"missile", "missiles", "rocket", "rockets", "artillery", "mortar", "mortars",
                     "shell", "shells", "howitzers"})  # fmt: skip


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
        mentions += [mention] if hedged is None else coder.split(mention, *hedged)
        mentions += coder.ascribed(mention, telling, by)
    kept = [m for m in merge(mentions) if m.event.id not in bare]
    main = main_event(report, parse, tuple(m.event for m in kept))
    events = settled(kept, main, report, parse, toponyms, times)
    events = with_toll(events, main, found, parse, times, lambda span: bool(sayers.of(span)))
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
    told = event.quantities or event.target or event.time or event.places
    return event.type == "CASUALTIES" and event.polarity == "affirmed" and not told


def _names_only(parse: Parse, trigger: Trigger) -> bool:
    """Whether the noun stands without a verb that says of it that or how it happened."""
    return trigger.noun and trigger.verb is None and parse.dep[trigger.token] != "nsubj"


def _is_bare(event: Event) -> bool:
    """ "The attacks", "torture and murder": violence of which neither who, whom, what with, how many,
    when nor where is told. Where it is told of again, it is merged; else it tells of no one event."""
    told = event.actor or event.target or event.instrument or event.time
    return event.type == "ASSAULT" and not (told or event.places or event.quantities)


def _trigger_span(parse: Parse, telling: Telling) -> Span:
    return parse.span(telling.trigger.token, telling.trigger.token)


class _Coder:
    """Makes the records of one report."""

    def __init__(
        self, report: Report, parse: Parse, lex: Lexicon, sayers: Sayers, fillers: Fillers
    ) -> None:
        self.report, self.parse, self.lex = report, parse, lex
        self.sayers, self.fillers, self.roles = sayers, fillers, Roles(parse, lex)

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
        actor, target = self._actor(telling, by, span), self._target(telling, by)
        if target is not None and actor is not None and target.token == actor.token:
            target = None
        if target is None and actor is not None and trigger.rule.class_ in _MUTUAL:
            actor, target = self._sides(actor)
        instrument = instrument_of(parse, self.lex, trigger)
        if instrument is None and telling.inner is not None:
            instrument = instrument_of(parse, self.lex, telling.inner)
        reality = _reality(telling, by)
        acled = _acled(self.lex, telling, instrument)
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
            actor=actor.words if actor else None,
            actor_party=actor.party if actor else None,
            target=target.words if target else None,
            target_party=target.party if target else None,
            instrument=instrument,
            places=places,
            time=time,
            quantities=quantities,
            polarity="denied" if reality.denied else "affirmed",
            modality=reality.modality,
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

    def _who(self, token: int | None, telling: Telling, by: tuple[Claim, ...]) -> Filler | None:
        if token is None:
            return None
        governed = telling.type not in ("PROTEST", "CASUALTIES", "ACCUSE")
        return self.fillers.filler(token, governed) or stands_for(
            self.parse, token, by, self.sayers, self.fillers
        )

    def _sides(self, actor: Filler) -> tuple[Filler, Filler | None]:
        """Both sides of what two do to each other: "Peru and Chile held talks"."""
        parse = self.parse
        other = parse.child(actor.token, "conj") if actor.token >= 0 else None
        if other is None:
            return actor, None
        first = self.fillers.filler(actor.token, alone=True)
        return first or actor, self.fillers.filler(other)

    def _actor(self, telling: Telling, by: tuple[Claim, ...], span: Span) -> Filler | None:
        uttered = self.sayers.by_cue(span)
        if uttered is not None and uttered not in by:
            # The trigger is the cue of a claim: the actor is whom the claim is ascribed to.
            if uttered.source.party is None and not uttered.source_span:
                return None  # left out, or carried over
            return Filler(-1, uttered.source.name, uttered.source.party)
        trigger = telling.trigger
        if self.parse.tag[trigger.token] != "MD":
            found = self._who(self.roles.actor(trigger), telling, by)
            return None if found is not None and self._is_scene(found, trigger) else found
        # Who says that somebody must: the claim's source, or the subject of the verb of speech.
        if by:
            return Filler(-1, by[0].source.name, by[0].source.party)
        speech = self.parse.head[trigger.verb or trigger.token]
        return self.fillers.filler(self.parse.child(speech, "nsubj"))

    def _is_scene(self, found: Filler, trigger: Trigger) -> bool:
        """ "the Oslo blast", "the hospital shooting": a place or site right before the noun is where
        it happened, unless it stands for a party ("the Norway raid")."""
        parse = self.parse
        if not trigger.noun or found.party is not None or found.token < 0:
            return False
        if parse.dep[found.token] not in ("compound", "nmod") or found.token > trigger.token:
            return False
        label = parse.entity[found.token]
        return label in ("GPE", "LOC", "FAC") or in_class(
            parse, found.token, ("site", "area"), self.lex
        )

    def _target(self, telling: Telling, by: tuple[Claim, ...]) -> Filler | None:
        return self._who(self.roles.target(telling.trigger, telling.inner), telling, by)

    def ascribed(self, mention: Mention, telling: Telling, by: tuple[Claim, ...]) -> list[Mention]:
        """The event once more with the one at whose door it is laid, where its own words name no doer:
        possible, since who ascribes it is all that the words tell."""
        event, trigger = mention.event, telling.trigger
        if event.actor is not None or not trigger.noun or event.type != "ASSAULT":
            return []
        if event.polarity == "denied":
            return []
        who = self._who(doer(self.parse, self.lex, trigger.token), telling, by)
        if who is None:
            return []
        laid = replace(
            event,
            id=make_id("e", event.id, "ascribed"),
            actor=who.words,
            actor_party=who.party,
            modality="possible" if event.modality == "happened" else event.modality,
            quantities=(),
            why=Why(
                kind="derived", rule="ascribed-actor", spans=event.why.spans, records=(event.id,)
            ),
        )
        return [Mention(laid, mention.group, mention.source, definite=False, pointed=False)]

    def split(self, mention: Mention, claim: Claim, words: Span) -> list[Mention]:
        """A narrated event whose target only a claim names: the event without that target stays
        narration, and the same event with it is said by the claim."""
        event, text = mention.event, words.words(self.parse.text)
        bare = replace(
            event,
            target=None if event.target is None or event.target in text else event.target,
            target_party=None,
            places=tuple(p for p in event.places if not words.covers(p.span)),
        )
        named = replace(
            event,
            id=make_id("e", event.id, claim.id),
            said_by=(claim.id,),
            target=text,
            target_party=self.fillers.named_in(text.split(" in ")[0]),
            places=tuple(p for p in event.places if words.covers(p.span)),
            quantities=(),
            span=Span(event.span.start, max(event.span.end, words.end)),
            why=Why(
                kind="derived",
                rule="hedged-target",
                spans=(event.trigger, words),
                records=(event.id,),
            ),
        )
        return [
            Mention(bare, mention.group, mention.source, mention.definite, pointed=False),
            Mention(named, mention.group, voice(claim.source), definite=False, pointed=False),
        ]


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


def _acled(lex: Lexicon, telling: Telling, instrument: str | None) -> tuple[str, ...]:
    """ACLED's types: only for what was done, not for what was said; a strike's sub-type follows the
    weapon that is named."""
    if telling.type == "CASUALTIES":
        return ()
    if telling.type in ("AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"):
        key = telling.trigger.rule.acled if telling.type == telling.trigger.rule.type else None
    else:
        key = telling.trigger.rule.acled
    if key == "remote" and instrument:
        words = set(instrument.lower().split())
        key = "shelling" if words & _SHELLS else key
        if words & {"air", "drone", "drones", "jets", "warplanes", "airstrikes"}:
            key = "air"
    return lex.acled[key] if key else ()
