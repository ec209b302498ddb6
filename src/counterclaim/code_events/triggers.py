"""Trigger words: which tokens tell of an event, by which rule, and with which verb around them."""

from dataclasses import dataclass, field

from counterclaim.code_events.lexicon import Lexicon, Rule, in_class
from counterclaim.code_events.phrases import PARTITIVES
from counterclaim.code_events.syntax import patient, subject
from counterclaim.language.parse import Parse

_SUFFERED = frozenset({"killing", "abduction"})
_MODIFIERS = frozenset({"compound", "amod", "nmod", "npadvmod", "poss", "nummod"})


@dataclass(slots=True)
class Trigger:
    """A token that tells of an event. `verb` is the verb whose subject and object are the event's
    (the token itself for a verb), `object` the noun that the rule asked for, and `frame` all tokens
    that belong to the telling: what hangs on any of them hangs on the event."""

    rule: Rule
    token: int
    noun: bool
    verb: int | None = None
    object: int | None = None
    light: bool = False
    reported: bool = False
    under: bool = False
    subject: bool = False
    harms: list[int] = field(default_factory=list)
    frame: set[int] = field(default_factory=set)


def find_triggers(parse: Parse, lex: Lexicon) -> list[Trigger]:
    """All triggers of a report in order of text; nouns come with the verb they are told with."""
    found: list[Trigger] = []
    verbs, nouns, operators = lex.verbs, lex.nouns, lex.operators
    for i, word in enumerate(parse.lower):
        tag = parse.tag[i]
        trigger: Trigger | None = None
        if word in operators and tag != "VBD":
            trigger = _operator(parse, i, operators[word][0], lex)
            if trigger is None and tag == "VBN" and parse.dep[i] == "acl":
                # "rebels opposed to the president": what they are, not what they did
                continue
        if trigger is not None:
            pass
        elif tag[0] == "V":
            if word in nouns and tag == "VBN" and _stands_as_noun(parse, i):
                trigger = _noun(parse, i, nouns[word], lex)
            elif word in verbs:
                trigger = _verb(parse, i, verbs[word], lex)
            if (
                trigger is None
                and word in nouns
                and tag == "VBG"
                and parse.dep[i] in ("pobj", "dobj", "nsubj")
            ):
                trigger = _noun(parse, i, nouns[word], lex)
        elif word in nouns and (tag[0] == "N" or (tag == "JJ" and _stands_as_noun(parse, i))):
            trigger = _noun(parse, i, nouns[word], lex)
        if trigger is not None:
            found.append(trigger)
    return found


def _stands_as_noun(parse: Parse, i: int) -> bool:
    """ "471 dead", "the dead": an adjective in the place of a noun."""
    if parse.dep[i] in ("nsubj", "nsubjpass") and parse.tag[i] == "VBN":
        return any(parse.lower[c] == "the" for c in parse.children[i])
    return (
        parse.tag[i] != "VBN"
        and parse.dep[i] in ("pobj", "dobj", "conj")
        and any(parse.tag[c] in ("CD", "DT") for c in parse.children[i])
    )


def _verb(parse: Parse, i: int, rules: tuple[Rule, ...], lex: Lexicon) -> Trigger | None:
    if parse.dep[i] in ("aux", "auxpass"):
        return None
    if parse.dep[i] in _MODIFIERS and parse.tag[i] != "VB":
        return _attribute(parse, i, rules, lex)
    noun = patient(parse, i)
    counted = parse.child(i, "nsubj")
    numbered = counted is not None and parse.tag[counted] == "CD" and parse.tag[i] == "VBN"
    if numbered and parse.child(i, "aux", "auxpass") is None:
        return None  # "20 wounded" is a number of people and no telling of its own
    above = parse.head[i]
    if parse.dep[i] == "acl" and parse.tag[above] == "CD" and parse.dep[above] == "conj":
        return None  # "3 were killed and 20 wounded at the mill"
    for rule in rules:
        if rule.particle is not None and not _has_particle(parse, i, rule.particle):
            continue
        matched = noun
        if rule.objects:
            matched = _object(parse, i, noun, rule.objects, lex)
            if matched is None:
                continue
        if rule.subjects:
            who = subject(parse, i)
            if who is None or not in_class(parse, who, rule.subjects, lex):
                continue
        if rule.complement:
            below = parse.child(i, "xcomp")
            if below is None or parse.lower[below] not in rule.complement:
                continue
        return Trigger(rule, i, False, verb=i, object=matched, frame={i})
    return None


def _attribute(parse: Parse, i: int, rules: tuple[Rule, ...], lex: Lexicon) -> Trigger | None:
    """ "The murdered judge", "two kidnapped engineers": what was done to whom, in passing."""
    noun = parse.head[i]
    if parse.dep[i] != "amod" or parse.tag[i] != "VBN" or noun < i:
        return None
    if parse.entity[noun] != "PERSON" and not in_class(parse, noun, ("person", "envoy"), lex):
        return None
    rule = next((r for r in rules if r.class_ in _SUFFERED and not r.objects), None)
    return None if rule is None else Trigger(rule, i, False, verb=i, object=noun, frame={i})


def _object(
    parse: Parse, verb: int, noun: int | None, names: tuple[str, ...], lex: Lexicon
) -> int | None:
    """The object that belongs to the asked classes: the noun itself, what it is "of", a noun beside
    it, or the dative's counterpart ("granted asylum to")."""
    candidates = [] if noun is None else [noun]
    if noun is None:
        # "opened fire": the tagger may take the object for an attribute or an adverbial.
        candidates += parse.child_list(verb, "oprd", "attr", "npadvmod", "ccomp")
    for c in list(candidates):
        candidates += parse.child_list(c, "conj")
        if parse.lower[c] in lex.frames.carriers:
            # "dynamite sticks"
            candidates += parse.child_list(c, "compound", "nmod", "amod")
        for prep in parse.child_list(c, "prep"):
            if parse.lower[prep] == "of":
                candidates += parse.child_list(prep, "pobj")
    if "hostage" in names:
        # "took the guests as hostages"
        for prep in parse.child_list(verb, "prep"):
            if parse.lower[prep] == "as":
                candidates += parse.child_list(prep, "pobj")
    if "gunfire" in names:
        for prep in parse.child_list(verb, "prep", "prt"):
            candidates += parse.child_list(prep, "pobj")
    for c in candidates:
        if in_class(parse, c, names, lex):
            return c
    return None


def _has_particle(parse: Parse, verb: int, particle: str) -> bool:
    for c in parse.children[verb]:
        if parse.lower[c] == particle and parse.dep[c] in ("prt", "prep", "advmod", "advcl"):
            return True
    return False


def _noun(parse: Parse, i: int, rules: tuple[Rule, ...], lex: Lexicon) -> Trigger | None:
    if parse.dep[i] in _MODIFIERS or parse.entity[i] in ("DATE", "TIME", "PERSON"):
        return None
    before = {parse.lower[c] for c in parse.children[i] if c < i and parse.dep[c] in _MODIFIERS}
    for c in parse.children[i]:
        if c < i and parse.dep[c] in ("compound", "nmod", "amod"):
            before |= {parse.lower[k] for k in parse.children[c]}
    if i and parse.dep[i - 1] != "det":
        before.add(parse.lower[i - 1])
    for rule in rules:
        if rule.with_ and before.isdisjoint(rule.with_):
            continue
        if rule.of and not any(
            in_class(parse, k, rule.of, lex)
            for prep in parse.child_list(i, "prep")
            if parse.lower[prep] == "of"
            for k in parse.child_list(prep, "pobj")
        ):
            continue
        return _framed(parse, Trigger(rule, i, True, frame={i}), lex)
    return None


def _framed(parse: Parse, trigger: Trigger, lex: Lexicon) -> Trigger:
    """The trigger noun with the verb that tells of it: "launched an attack", "fighting erupted"."""
    i = trigger.token
    while parse.dep[i] == "conj" and parse.tag[parse.head[i]][0] == "N":
        i = parse.head[i]
    while parse.dep[i] == "pobj" and parse.lower[parse.head[i]] == "of":
        # "ten days of war games", "a series of attacks"
        measure = parse.head[parse.head[i]]
        if parse.lower[measure] not in PARTITIVES and parse.tag[measure] != "CD":
            break
        i = measure
    head, dep = parse.head[i], parse.dep[i]
    frames = lex.frames
    if dep == "pobj" and parse.lower[head] == "under" and parse.tag[parse.head[head]][0] == "V":
        verb = parse.head[head]
        if parse.lower[verb] in frames.puts or parse.lower[verb] in frames.comes:
            # "put under investigation", "came under attack"
            trigger.verb, trigger.light, trigger.under = verb, True, True
            trigger.frame |= {head, verb}
            return trigger
    if head == i or not parse.tag[head].startswith("V"):
        return trigger
    word = parse.lower[head]
    if dep in ("dobj", "nsubjpass") and parse.child(head, "oprd") is not None:
        return trigger  # "called the attack a crime": it is named so, and not done
    if dep in ("dobj", "nsubjpass", "oprd") and (word in frames.does or word in frames.undergoes):
        trigger.verb, trigger.light = head, True
    elif dep in ("nsubj", "nsubjpass") and word in frames.occurs:
        trigger.verb, trigger.subject = head, True
    elif dep in ("dobj", "nsubjpass") and word in frames.reports:
        trigger.reported = True
    elif dep == "nsubj":
        trigger.subject = True
    if trigger.verb is not None:
        trigger.frame.add(head)
        for c in parse.children[head]:
            # "is continuing to rage", "has begun to spread"
            if parse.dep[c] == "xcomp" and trigger.subject:
                trigger.frame.add(c)
    return trigger


def _operator(parse: Parse, i: int, rule: Rule, lex: Lexicon) -> Trigger | None:
    """Adjectives and modals that carry the event's type: they need a verb below or above them."""
    if parse.tag[i] == "MD":
        verb = parse.head[i]
        if verb == i or parse.dep[verb] not in ("ccomp", "conj", "ROOT"):
            return None
        if parse.dep[verb] == "ROOT" or parse.lower[parse.head[verb]] not in lex.frames.speech:
            return None
        return Trigger(rule, i, False, verb=verb, frame={i, verb})
    below = parse.child(i, "xcomp", "prep", "ccomp")
    if below is None or parse.dep[i] not in ("acomp", "ROOT", "xcomp", "ccomp", "conj", "oprd"):
        return None
    if parse.dep[below] == "prep" and parse.lower[below] != "to":
        return None
    above = parse.head[i]
    verb = above if parse.dep[i] == "acomp" else i
    if parse.tag[i] == "VBN" and parse.child(i, "agent") is not None:
        return None
    return Trigger(rule, i, False, verb=verb, frame={i, verb})
