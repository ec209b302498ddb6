"""Triggers that tell of no event: manners of speech, answers to a charge, wounds of nobody."""

from functools import lru_cache

import msgspec

from counterclaim.code_events.forms import verb_forms
from counterclaim.code_events.lexicon import Lexicon, in_class, table
from counterclaim.code_events.syntax import subject
from counterclaim.code_events.triggers import Trigger
from counterclaim.language.parse import Parse

_FINITE = frozenset({"VBD", "VBZ", "VBP"})


class _Idle(msgspec.Struct, frozen=True):
    """`rules/idle.toml` with all forms of its verbs."""

    types: frozenset[str]
    manners: frozenset[str]
    insisting: frozenset[str]
    pleading: frozenset[str]
    answers: frozenset[str]
    asking: frozenset[str]
    questions: frozenset[str]
    drawing: frozenset[str]
    drawn: tuple[str, ...]
    states: frozenset[str]
    visitors: tuple[str, ...]


@lru_cache(maxsize=1)
def _idle() -> _Idle:
    raw = table("idle")

    def verbs(name: str) -> frozenset[str]:
        return frozenset(form for word in raw[name]["verbs"] for form in verb_forms(word))

    return _Idle(
        types=frozenset(raw["manners"]["types"]),
        manners=verbs("manners"),
        insisting=verbs("insisting"),
        pleading=verbs("pleading"),
        answers=frozenset(raw["pleading"]["answers"]),
        asking=verbs("questions"),
        questions=frozenset(raw["questions"]["words"]),
        drawing=verbs("drawing"),
        drawn=tuple(raw["drawing"]["objects"]),
        states=frozenset(raw["states"]["words"]),
        visitors=tuple(raw["visits"]["actors"]),
    )


def is_idle(parse: Parse, t: Trigger, lex: Lexicon) -> bool:
    """Whether the words around the trigger say that it tells of no event."""
    if t.rule.id == "n-injuries":
        return _of_nobody(parse, t, lex)
    if t.noun or t.verb is None:
        return False
    word, children = parse.lower[t.token], parse.children[t.verb]
    words = _idle()
    if word in words.pleading:
        return any(parse.lower[c] in words.answers for c in children)
    if word in words.insisting:
        clause = parse.child(t.verb, "ccomp")
        return clause is not None and _is_finite(parse, clause)
    if word in words.drawing:
        drawn = parse.child(t.verb, "dobj")
        return drawn is not None and in_class(parse, drawn, words.drawn, lex)
    if word in words.states:
        return parse.tag[t.token] == "VBN"
    if word in words.asking and _is_question(parse, t.verb, words.questions):
        return True
    if t.rule.mode == "visit":
        return not _is_envoy(parse, t.verb, words.visitors, lex)
    return _is_manner(parse, t, t.verb, words, lex)


def _is_manner(parse: Parse, t: Trigger, verb: int, words: _Idle, lex: Lexicon) -> bool:
    below = parse.child(verb, "xcomp")
    if t.rule.type in words.types and below is not None and parse.lower[below] in words.manners:
        return parse.child(verb, "dobj") is None
    # "spoke on condition of anonymity to discuss the findings"
    return (
        t.rule.type == "CONSULT"
        and parse.dep[verb] == "advcl"
        and parse.tag[verb] == "VB"
        and parse.lower[parse.head[verb]] in lex.frames.speech
    )


def _is_question(parse: Parse, verb: int, openers: frozenset[str]) -> bool:
    for c in parse.children[verb]:
        if c < verb:
            continue
        if parse.dep[c] == "prep" and parse.lower[c] in openers:
            return True
        if parse.dep[c] in ("ccomp", "advcl") and any(
            k < c and parse.lower[k] in openers for k in parse.children[c]
        ):
            return True
    return False


def _is_envoy(parse: Parse, verb: int, names: tuple[str, ...], lex: Lexicon) -> bool:
    who = subject(parse, verb)
    if who is None or parse.lower[who] in ("he", "she", "they", "i", "we"):
        return True  # somebody who was named before
    known = parse.entity[who] in names or parse.tag[who].startswith("NNP")
    return known or in_class(parse, who, (n for n in names if n in lex.classes), lex)


def _is_finite(parse: Parse, verb: int) -> bool:
    subject = parse.child(verb, "nsubj", "nsubjpass")
    if parse.tag[verb] == "VBP" and subject is not None and parse.tag[subject] in ("NN", "NNP"):
        return False  # "insisted that the army leave"
    return parse.tag[verb] in _FINITE or any(
        parse.tag[c] in _FINITE or parse.lower[c] in ("will", "would", "had")
        for c in parse.child_list(verb, "aux", "auxpass")
    )


def _of_nobody(parse: Parse, t: Trigger, lex: Lexicon) -> bool:
    """ "gunshot wounds", "an injury to the leg": a wound whose bearer and number are not said."""
    if t.verb is not None and t.light:
        return False
    if any(parse.dep[c] in ("nummod", "poss") for c in parse.children[t.token]):
        return False
    named = [
        k for prep in parse.child_list(t.token, "prep") for k in parse.child_list(prep, "pobj")
    ]
    return not any(
        in_class(parse, k, ("person", "people"), lex) or parse.entity[k] == "PERSON" for k in named
    )
