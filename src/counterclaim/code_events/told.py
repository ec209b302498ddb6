"""Whether a noun tells of an event or only mentions one."""

from counterclaim.code_events.ascribed import doer
from counterclaim.code_events.lexicon import Lexicon
from counterclaim.code_events.syntax import pobj
from counterclaim.code_events.triggers import Trigger
from counterclaim.language.parse import Parse

_AFTERMATH = frozenset({"following", "after", "during", "amid", "despite"})
_UTTERED = frozenset({"REQUEST", "AGREE", "ACCUSE", "THREATEN"})
_ARGUMENTS = frozenset({"in", "on", "against", "by", "at", "between", "with", "near"})

_DEEDS = frozenset({"killing", "abduction", "attack", "explosion", "strike", "shooting", "torture",
                    "sexual", "damage"})  # fmt: skip
_STRUCK = frozenset({"target", "targets", "victim", "victims", "object"})


def is_told(parse: Parse, t: Trigger, lex: Lexicon, triggers: list[Trigger]) -> bool:
    """Whether the noun of `t` tells of an event: told with a verb of its own, or as a main part of
    its sentence with arguments. "Talks" and "visits" that only set the scene do not."""
    if t.verb is not None or t.harms or t.reported or t.rule.type == "CASUALTIES":
        return True
    top = t.token
    while parse.dep[top] == "conj":
        top = parse.head[top]
    dep, head = parse.dep[top], parse.head[top]
    if t.rule.setting and dep == "pobj":
        above = parse.head[head]
        if parse.lower[above] in lex.frames.speech or t.rule.class_ != "talks":
            return False
    if dep == "ROOT":
        return True
    owned, placed, of = _arguments(parse, t.token)
    if t.rule.class_ in _DEEDS and (doer(parse, lex, t.token) is not None or _is_deed(parse, t)):
        return True
    if t.rule.type not in ("ASSAULT", "PROTEST"):
        return dep == "nsubj" and t.rule.type not in _UTTERED and (owned or placed)
    if dep in ("nsubj", "nsubjpass", "attr", "appos"):
        return True
    if dep == "dobj":
        return owned or placed or of
    if dep == "pobj" and (of or owned or placed) and _is_blamed(parse, head, triggers):
        return True
    if dep == "pobj" and parse.lower[head] in _AFTERMATH:
        # "after Norwegian raids" only says after what; "after a raid on the camp" tells it, and so
        # does "after Norwegian shelling of the camp"
        return placed or (owned and of)
    return owned and placed


def _arguments(parse: Parse, noun: int) -> tuple[bool, bool, bool]:
    """Whether the noun has an owner before it, a place, target or number, and an "of"."""
    owned = placed = of = False
    for c in parse.children[noun]:
        if parse.dep[c] == "prep":
            placed = placed or parse.lower[c] in _ARGUMENTS
            of = of or parse.lower[c] == "of"
        elif parse.dep[c] == "nummod":
            placed = True
        elif parse.dep[c] == "acl" and parse.child(c, "agent") is not None:
            owned = True  # "the murder committed by ..."
        elif c < noun and (parse.dep[c] == "poss" or parse.entity[c] in ("NORP", "GPE", "ORG")):
            owned = True
    return owned, placed, of


def _is_blamed(parse: Parse, prep: int, triggers: list[Trigger]) -> bool:
    """ "blamed for the shelling of ...": what somebody is accused of is told by the accuser."""
    above = parse.head[prep]
    return any(t.rule.type == "ACCUSE" and above in t.frame for t in triggers)


def _is_deed(parse: Parse, t: Trigger) -> bool:
    """Whether the deed is told by naming whom it was done to: "regarding the assassination of Ana
    Rivas", "since the kidnapping of two engineers", "the victim of an ambush". A plural without name,
    number or article ("the murder of students") tells of no one deed."""
    if parse.dep[t.token] == "pobj" and parse.lower[parse.head[parse.head[t.token]]] in _STRUCK:
        return True
    if t.rule.class_ not in ("killing", "abduction", "attack", "explosion"):
        return False
    wanted = ("of",) if t.rule.class_ in ("killing", "abduction") else ("on", "against")
    for prep in parse.child_list(t.token, "prep"):
        hit = pobj(parse, prep)
        if parse.lower[prep] not in wanted or hit is None:
            continue
        if (
            parse.tag[hit][:3] == "NNP"
            or parse.tag[hit] == "CD"
            or parse.entity[hit] in ("PERSON", "ORG", "GPE", "FAC")
        ):
            return True
        if any(
            parse.dep[c] in ("det", "nummod", "poss") and parse.lower[c] not in ("any", "no")
            for c in parse.children[hit]
        ):
            return True
    return False
