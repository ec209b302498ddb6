"""The weapon or means of an event."""

from counterclaim.code_events.lexicon import Lexicon, is_weapon
from counterclaim.code_events.modifiers import prepositions
from counterclaim.code_events.syntax import is_passive, pobj
from counterclaim.code_events.triggers import Trigger
from counterclaim.language.parse import Parse


def instrument(parse: Parse, lex: Lexicon, trigger: Trigger) -> str | None:
    """The weapon or means, in the report's words; None where none is named."""
    frames, rule = lex.frames, trigger.rule
    if rule.type not in ("ASSAULT", "COERCE", "CASUALTIES") or rule.class_ in _TAKEN:
        return None
    means = trigger.object if set(rule.objects) & _MEANS else None
    if means is not None and rule.class_ != "shootdown":
        found = _within(parse, means, lex)
        if found is not None:
            return _weapon(parse, found)
    for token in _told_as_cause(parse, trigger):
        if is_weapon(parse, token, frames):
            return _weapon(parse, token)
    for prep in prepositions(parse, lex, trigger):
        if parse.lower[prep] in frames.instrument_prepositions:
            noun = pobj(parse, prep)
            found = _within(parse, noun, lex) if noun is not None else None
            if found is not None:
                return _weapon(parse, found)
    if trigger.verb is not None:
        for c in parse.children[trigger.verb]:
            if parse.dep[c] in ("advcl", "acl") and parse.lower[c] == "using":
                noun = parse.child(c, "dobj")
                if noun is not None and is_weapon(parse, noun, frames):
                    return _weapon(parse, noun)
        own = parse.child(trigger.verb, "nsubj")
        if own is not None and not trigger.noun:
            loaded = _load(parse, own, lex)
            if loaded is not None or is_weapon(parse, own, frames):
                return _weapon(parse, own if loaded is None else loaded)
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


_TAKEN = frozenset({"seizure", "arrest", "ban", "censorship", "hack"})
"""Classes of what is done to weapons or without any: what is seized is no means of the seizure."""
_SHOTS = frozenset({"fire", "round", "rounds", "burst", "bursts", "shot", "shots"})
_ARMS_OF_SERVICE = frozenset({"artillery", "antiaircraft", "gun", "small-arms"})
_MEANS = frozenset({"weapon", "bomb", "gunfire", "arms"})


def _within(parse: Parse, noun: int, lex: Lexicon) -> int | None:
    """The weapon that a noun is, or that it is so much of: "100 kg of dynamite"."""
    above = parse.head[noun]
    if noun < above and parse.lower[above] in lex.frames.carriers:
        noun = above  # "dynamite sticks"
    if is_weapon(parse, noun, lex.frames):
        return noun
    for prep in parse.child_list(noun, "prep"):
        inner = pobj(parse, prep)
        if parse.lower[prep] == "of" and inner is not None and is_weapon(parse, inner, lex.frames):
            return inner
    return None


def _load(parse: Parse, noun: int, lex: Lexicon) -> int | None:
    """What a vehicle that explodes was packed with."""
    for c in parse.child_list(noun, "acl", "relcl"):
        for prep in parse.child_list(c, "prep"):
            inner = pobj(parse, prep)
            if parse.lower[prep] == "with" and inner is not None:
                return _within(parse, inner, lex)
        carried = parse.child(c, "dobj")
        if carried is not None and parse.lower[c] in ("carrying", "containing"):
            return _within(parse, carried, lex)
    return None


def _told_as_cause(parse: Parse, trigger: Trigger) -> list[int]:
    """The agent of a passive and what it moves: "killed by a bomb", "an explosion caused by a
    grenade", "rockets were fired"."""
    found: list[int | None] = []
    verb = trigger.verb
    if verb is not None and not trigger.noun and is_passive(parse, verb):
        agent = parse.child(verb, "agent")
        found.append(pobj(parse, agent) if agent is not None else None)
        if "weapon" in trigger.rule.objects:
            found.append(parse.child(verb, "nsubjpass"))
    elif trigger.noun:
        for c in parse.child_list(trigger.token, "acl"):
            agent = parse.child(c, "agent")
            found.append(pobj(parse, agent) if agent is not None else None)
        agent = parse.child(verb, "agent") if verb is not None else None
        found.append(pobj(parse, agent) if agent is not None else None)
    return [token for token in found if token is not None]


def _weapon(parse: Parse, token: int) -> str:
    if parse.lower[token] in _SHOTS:
        # "rifle fire": the rifle is the weapon
        named = [c for c in parse.child_list(token, "compound", "nmod") if c < token]
        named = [c for c in named if parse.lower[c] not in _ARMS_OF_SERVICE]
        token = named[-1] if named else token
    first = token
    for c in parse.children[token]:
        if c < first and parse.dep[c] in ("compound", "amod", "nmod"):
            first = min(first, parse.left[c])
    while (
        first < token
        and (parse.tag[first] == "CD" or parse.entity[first] == "NORP")
        and parse.lower[first + 1] != "-"
    ):
        first += 1
    if (
        first == token
        and parse.tag[token - 1] == "NN"
        and token
        and parse.head[token - 1] == parse.head[token]
    ):
        first = token - 1
    return parse.words(first, token)
