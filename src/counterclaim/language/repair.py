"""Mends what the parser is known to get wrong in reported speech."""

from counterclaim.language.cues import Cues
from counterclaim.language.parse import Parse

_BASE = ("VB", "VBP")


def repair(parse: Parse, cues: Cues) -> Parse:
    """The parse with reporting verbs and their subjects hung where they belong.

    "Activists say that the campaign has failed and claim heavy losses": *claim* agrees with *say*, not
    with *has failed*, and has no subject of its own; the parser hangs it on the nearer verb. "The
    president, the source said, had spoken of talks": the parser gives *said* both subjects.
    """
    moved = False
    for t, dep in enumerate(parse.dep):
        if dep == "parataxis" and parse.lower[t] in cues.verbs:
            subjects = parse.child_list(t, "nsubj")
            if len(subjects) == 2 and subjects[1] < t < parse.head[t]:
                parse.head[subjects[0]] = parse.head[t]
                moved = True
            continue
        if dep != "conj" or parse.tag[t][:2] != "VB" or parse.lower[t] not in cues.verbs:
            continue
        if parse.child(t, "nsubj", "nsubjpass", "aux", "auxpass") is not None:
            continue
        outer = _agreeing_cue(parse, t, cues)
        if outer is not None:
            parse.head[t] = outer
            moved = True
    if moved:
        parse.__post_init__()
    return parse


def _agreeing_cue(parse: Parse, t: int, cues: Cues) -> int | None:
    """The reporting verb above `t`'s clause with which `t` agrees, if its own head does not."""
    head = parse.head[t]
    mine = _form(parse, t)
    if mine is None or (_form(parse, head) in (mine, None) and not _only_reports(parse, t, cues)):
        return None
    at = head
    while parse.dep[at] == "conj" and parse.head[at] != at:
        at = parse.head[at]
    if parse.dep[at] != "ccomp":
        return None
    outer = parse.head[at]
    if outer < head and parse.lower[outer] in cues.verbs and _form(parse, outer) == mine:
        return outer
    return None


def _only_reports(parse: Parse, t: int, cues: Cues) -> bool:
    """Whether `t` is a verb of speech beside one that is none, with which it would agree as well:
    "denied that its forces were there and called the report a lie"."""
    speech = any(c.takes & {"quotation", "complement"} for c in cues.verbs[parse.lower[t]])
    return speech and parse.lower[parse.head[t]] not in cues.verbs


def _form(parse: Parse, verb: int) -> str | None:
    """`base`, `s` or `past`: the form of the finite word of the verb's group; None if it has none."""
    finite = verb
    for c in parse.children[verb]:
        if parse.dep[c] in ("aux", "auxpass") and c < verb:
            finite = c
            break
    tag = parse.tag[finite]
    if tag == "MD":
        return "modal"
    if tag in _BASE:
        return "base"
    if tag == "VBZ":
        return "s"
    if parse.lower[finite] == "had" and finite != verb:
        return "past perfect"
    if tag == "VBD" or (tag == "VBN" and finite == verb):
        return "past"
    return None
