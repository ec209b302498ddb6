"""Who acts in a trigger, from the dependency tree."""

from counterclaim.code_events.lexicon import Lexicon, in_class, is_weapon
from counterclaim.code_events.modifiers import LEFT, owner, sufferer
from counterclaim.code_events.struck import bursts
from counterclaim.code_events.syntax import pobj, subject
from counterclaim.code_events.triggers import Trigger
from counterclaim.language.parse import Parse

SUFFERED = frozenset({"killing", "abduction", "torture", "sexual"})
"""Classes of deeds whose possessor is the one they were done to: "the judge's murder"."""


def actor(parse: Parse, lex: Lexicon, trigger: Trigger) -> int | None:
    """The token of the one who acts."""
    found = _acting(parse, lex, trigger)
    if found is not None:
        found = _speaker(parse, lex, found)
    if found is None or trigger.rule.type not in ("ASSAULT", "COERCE"):
        return found
    inert = in_class(parse, found, ("inert", "nature"), lex)
    if parse.entity[found] or not (inert or parse.lower[found] in lex.frames.carriers):
        return found
    return None


def undergoes(parse: Parse, lex: Lexicon, verb: int) -> bool:
    """Whether the verb makes its subject the one who suffers: "came under", "sustained"."""
    word = parse.lower[verb]
    return word in lex.frames.undergoes and word not in lex.frames.does


def _acting(parse: Parse, lex: Lexicon, trigger: Trigger) -> int | None:
    verb = trigger.verb
    if trigger.noun:
        own = owner(parse, lex, trigger.token, agent=True)
        if trigger.rule.class_ in SUFFERED and own == sufferer(parse, trigger.token):
            own = None
        if own is not None and not is_weapon(parse, own, lex.frames):
            return own
        if verb is not None and trigger.under:
            puts = parse.lower[verb] in lex.frames.puts
            return _not_instrument(parse, lex, subject(parse, verb)) if puts else None
        if verb is not None and trigger.light and not undergoes(parse, lex, verb):
            return _not_instrument(parse, lex, subject(parse, verb))
        sides = next(
            (c for c in parse.children[trigger.token] if parse.lower[c] == "between"),
            None,
        )
        if sides is not None:
            return pobj(parse, sides)
        for harm in trigger.harms:
            if lex.verbs[parse.lower[harm]][0].type == "CASUALTIES":
                continue  # "dozens died in the attack": they are the ones harmed
            found = _not_instrument(parse, lex, subject(parse, harm))
            if found is not None and found not in trigger.frame:
                return found
        return None
    if verb is None or trigger.rule.type == "CASUALTIES":
        return None
    found = subject(parse, verb)
    bare = trigger.rule.class_ == "explosion" and not trigger.rule.objects
    if bare and found is not None and in_class(parse, found, ("vehicle",), lex):
        return None  # "a truck exploded"
    if found is not None and (found in trigger.frame or found == bursts(parse, lex, trigger)):
        return None
    return _not_instrument(parse, lex, found)


def _speaker(parse: Parse, lex: Lexicon, found: int) -> int:
    """Whose declaration it is that demands or rejects: "issued a declaration demanding ..."."""
    if parse.entity[found] or not in_class(parse, found, ("utterance",), lex):
        return found
    whom = owner(parse, lex, found, agent=True)
    if whom is not None:
        return whom
    verb = parse.head[found]
    own = subject(parse, verb) if parse.tag[verb][0] == "V" and verb != found else None
    return found if own is None or own == found else own


def _not_instrument(parse: Parse, lex: Lexicon, token: int | None) -> int | None:
    """A weapon or a strike by itself is no actor; its agent is ("rockets fired by rebels"), and
    "Russian jets" are, by their owner."""
    if token is None:
        return None
    word = parse.lower[token]
    if word in lex.nouns and lex.nouns[word][-1].type in ("ASSAULT", "CASUALTIES"):
        return owner(parse, lex, token, agent=True)
    if not is_weapon(parse, token, lex.frames):
        return token
    whom = owner(parse, lex, token)
    if whom is None or parse.dep[whom] in LEFT:
        return token if whom is not None else None
    return whom if not is_weapon(parse, whom, lex.frames) else None
