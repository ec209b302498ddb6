"""Events that other words make of a telling: once more with the one at whose door it is laid, and once
more with the target that only a claim names."""

from msgspec.structs import replace

from counterclaim.code_events.ascribed import doer
from counterclaim.code_events.casting import Casting
from counterclaim.code_events.compose import Telling
from counterclaim.code_events.merge import Mention, voice
from counterclaim.model.claim import Claim
from counterclaim.model.event import Participant
from counterclaim.model.ids import make_id
from counterclaim.model.spans import Span
from counterclaim.model.why import Why


def ascribed(
    mention: Mention, telling: Telling, by: tuple[Claim, ...], casting: Casting
) -> list[Mention]:
    """The event once more with the one at whose door it is laid, where its own words name no doer:
    possible, since who ascribes it is all that the words tell."""
    event, trigger = mention.event, telling.trigger
    if event.actor_words is not None or not trigger.noun or event.type != "ASSAULT":
        return []
    if event.polarity == "denied":
        return []
    who = casting.who(doer(casting.parse, casting.lex, trigger.token), telling, by)
    if who.first is None:
        return []
    laid = replace(
        event,
        id=make_id("e", event.id, "ascribed"),
        actor_words=who.first.words,
        actor_party=who.first.party,
        actor=who.participants,
        modality="possible" if event.modality == "happened" else event.modality,
        quantities=(),
        why=Why(kind="derived", rule="ascribed-actor", spans=event.why.spans, records=(event.id,)),
    )
    return [Mention(laid, mention.group, mention.source, definite=False, pointed=False)]


def split(mention: Mention, claim: Claim, words: Span, casting: Casting) -> list[Mention]:
    """A narrated event whose target only a claim names: the event without that target stays
    narration, and the same event with it is said by the claim."""
    event, text = mention.event, words.words(casting.parse.text)
    party = casting.fillers.named_in(text.split(" in ")[0])
    inside = event.target_words is None or event.target_words in text
    bare = replace(
        event,
        target_words=None if inside else event.target_words,
        target_party=None,
        target=() if inside else event.target,
        places=tuple(p for p in event.places if not words.covers(p.span)),
    )
    named = replace(
        event,
        id=make_id("e", event.id, claim.id),
        said_by=(claim.id,),
        target_words=text,
        target_party=party,
        target=(Participant(name=text, span=words, party=party),),
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
