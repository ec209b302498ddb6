"""Triggers that tell of no event: manners of speech, answers to a charge, wounds of nobody."""

from functools import lru_cache

import msgspec

from counterclaim.code_events.forms import verb_forms
from counterclaim.code_events.lexicon import Lexicon, in_class, table
from counterclaim.code_events.syntax import patient, subject
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
    harshly: frozenset[str]


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
        harshly=frozenset(raw["words"]["adverbs"]),
    )


def is_idle(parse: Parse, t: Trigger, lex: Lexicon) -> bool:
    """Whether the words around the trigger say that it tells of no event."""
    if t.rule.id == "n-injuries":
        return _of_nobody(parse, t, lex)
    if _is_figure(parse, t, lex):
        return True
    if t.noun or t.verb is None:
        return False
    word, children = parse.lower[t.token], parse.children[t.verb]
    words = _idle()
    if t.rule.id == "v-hold-captive" and _is_held_to_account(parse, t.verb, lex):
        return True
    if t.rule.id == "v-fire-at" and patient(parse, t.verb) is not None:
        return True  # "was fired at the end of the season"
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


def _is_held_to_account(parse: Parse, verb: int, lex: Lexicon) -> bool:
    """ "Held the rebels responsible": blamed, and not kept."""
    held = patient(parse, verb)
    near = [*parse.children[verb], *(parse.children[held] if held is not None else ())]
    return any(parse.lower[c] in lex.frames.ascribed["answerable"] for c in near)


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


_ARMS = frozenset({"fighting", "attack", "damage", "offensive", "strike", "killing", "casualties",
                   "burning", "explosion"})  # fmt: skip
_HABIT = frozenset({"VBZ", "VBP"})


def _is_figure(parse: Parse, t: Trigger, lex: Lexicon) -> bool:
    """Words of violence that tell of none: a fight against crime, an earthquake's work, power that is
    seized, and what some are said to do without saying when ("men who murder peasants")."""
    kind = t.rule.class_
    verb = t.verb
    if kind == "seizure" and t.object is None and verb is not None:
        taken = patient(parse, verb)
        return taken is not None and in_class(parse, taken, ("power",), lex)
    if kind == "capture" and verb is not None and not t.noun:
        taken = patient(parse, verb)
        return taken is not None and parse.lower[taken] == "part"  # "took part in"
    if kind not in _ARMS:
        return False
    hit = None if t.noun or verb is None else patient(parse, verb)
    tokens = [] if hit is None else [hit]
    for top in (t.token, verb):
        for prep in parse.child_list(top, "prep") if top is not None else ():
            if parse.lower[prep] in ("against", "on", "with"):
                tokens += parse.child_list(prep, "pobj")
    if kind != "burning" and any(_is_evil(parse, i, lex) for i in tokens):
        return True
    if t.noun or verb is None:
        return False
    if hit is not None and (parse.lower[hit] == "other" or _is_no_thing(parse, hit, lex)):
        return True
    if kind == "fighting" and hit is None and not tokens and _is_struggle(parse, verb):
        return True
    if any(parse.lower[c] in _idle().harshly for c in parse.child_list(verb, "advmod")):
        return kind == "attack"
    by = subject(parse, verb)
    if by is not None and (
        in_class(parse, by, ("nature",), lex) or (not parse.entity[by] and _is_evil(parse, by, lex))
    ):
        return True
    return (
        parse.tag[verb] in _HABIT
        and parse.dep[verb] in ("relcl", "conj")
        and parse.child(verb, "aux", "auxpass", "npadvmod") is None
        and (parse.dep[verb] == "relcl" or parse.dep[parse.head[verb]] == "relcl")
        and (hit is None or not _is_counted(parse, hit))
    )


def _is_evil(parse: Parse, noun: int, lex: Lexicon) -> bool:
    """ "Terrorism", "the drug trade", "the scourge of drugs"; not "drug traffickers"."""
    if parse.entity[noun] or in_class(parse, noun, ("person", "people", "force", "body"), lex):
        return False
    if parse.lower[noun] in lex.frames.carriers and parse.dep[noun] == "nsubj":
        return False  # "the charges damaged the wall"
    return in_class(parse, noun, ("evil",), lex) or (
        in_class(parse, noun, ("abstract", "trade"), lex)
        and any(in_class(parse, c, ("evil",), lex) for c in parse.child_list(noun, "compound"))
    )


def _is_no_thing(parse: Parse, noun: int, lex: Lexicon) -> bool:
    """What can be destroyed or attacked in a figure only: an effort, an economy, a reputation."""
    return in_class(parse, noun, ("intangible",), lex) and not parse.entity[noun]


def _is_struggle(parse: Parse, verb: int) -> bool:
    """ "Fighting for their rights", "fight on": no enemy and no place is told."""
    preps = {parse.lower[c] for c in parse.child_list(verb, "prep", "agent")}
    return preps.isdisjoint(_BATTLEFIELD) and parse.child(verb, "npadvmod") is None


_BATTLEFIELD = frozenset({"in", "at", "near", "around", "outside", "inside", "along", "over", "across",
                          "against", "with", "between", "alongside", "on"})  # fmt: skip


def _is_counted(parse: Parse, noun: int) -> bool:
    return parse.tag[noun][:3] == "NNP" or parse.child(noun, "nummod") is not None
