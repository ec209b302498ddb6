"""The weapon or means of an event."""

from counterclaim.code_events.lexicon import Lexicon
from counterclaim.code_events.modifiers import prepositions
from counterclaim.code_events.syntax import is_passive, pobj
from counterclaim.code_events.triggers import Trigger
from counterclaim.language.parse import Parse


def instrument(parse: Parse, lex: Lexicon, trigger: Trigger) -> str | None:
    """The weapon or means, in the report's words; None where none is named."""
    frames = lex.frames
    if trigger.rule.type not in ("ASSAULT", "COERCE", "CASUALTIES"):
        return None
    means = trigger.object if trigger.rule.class_ != "shootdown" else None
    if means is not None and parse.lower[means] in frames.instruments:
        return _weapon(parse, means)
    if trigger.verb is not None and not trigger.noun and is_passive(parse, trigger.verb):
        moved = parse.child(trigger.verb, "nsubjpass")
        agent = parse.child(trigger.verb, "agent")
        by = pobj(parse, agent) if agent is not None else None
        for token in (by, moved if "weapon" in trigger.rule.objects else None):
            if token is not None and parse.lower[token] in frames.instruments:
                return _weapon(parse, token)
    for prep in prepositions(parse, lex, trigger):
        if parse.lower[prep] in frames.instrument_prepositions:
            noun = pobj(parse, prep)
            if noun is not None and parse.lower[noun] in frames.instruments:
                return _weapon(parse, noun)
    if trigger.verb is not None:
        for c in parse.children[trigger.verb]:
            if parse.dep[c] in ("advcl", "acl") and parse.lower[c] == "using":
                noun = parse.child(c, "dobj")
                if noun is not None and parse.lower[noun] in frames.instruments:
                    return _weapon(parse, noun)
        own = parse.child(trigger.verb, "nsubj")
        if own is not None and not trigger.noun and parse.lower[own] in frames.instruments:
            return _weapon(parse, own)
    if trigger.noun:
        words = [
            c
            for c in parse.children[trigger.token]
            if c < trigger.token
            and parse.dep[c] in ("compound", "nmod", "amod")
            and parse.lower[c] in frames.instruments
        ]
        if words:
            return _weapon(parse, words[-1])
    return trigger.rule.instrument


def _weapon(parse: Parse, token: int) -> str:
    first = token
    for c in parse.children[token]:
        if c < first and parse.dep[c] in ("compound", "amod", "nmod"):
            first = min(first, parse.left[c])
    while first < token and (parse.tag[first] == "CD" or parse.entity[first] == "NORP"):
        first += 1
    if (
        first == token
        and parse.tag[token - 1] == "NN"
        and token
        and parse.head[token - 1] == parse.head[token]
    ):
        first = token - 1
    return parse.words(first, token)
