"""Indirect speech by the parse: reporting verbs, who says it, and what they take as their content."""

from counterclaim.attribute.by_rule.constructions import CONSTRUCTIONS, Content, has_to
from counterclaim.attribute.by_rule.frame import Frame, make_frame
from counterclaim.attribute.by_rule.joined import further_agents
from counterclaim.attribute.finding import Finding, ascribed
from counterclaim.attribute.phrases import AUXILIARIES, noun_phrase
from counterclaim.attribute.subjects import agent, clause_under, relative_pronoun, subject
from counterclaim.language.cues import Cues
from counterclaim.language.parse import Parse

_NO_REPORT = ("amod", "compound", "aux", "auxpass", "case")
_ASPECT = frozenset(
    {"began", "begins", "begin", "begun", "started", "starts", "start", "continued", "continues"}
    | {"continue", "went", "goes", "go", "gone", "appeared", "appears", "seemed", "seems"}
    | {"came", "proceeded"}
)


_TIMES = ("DATE", "TIME")
_IN_VAIN = frozenset({"unable", "failed", "fails", "fail", "impossible"})
"""Words before an infinitive that say it was not done: "was unable to confirm"."""


def find_indirect(parse: Parse, cues: Cues, taken: set[int]) -> list[Finding]:
    """A finding for each reporting verb with a content; verbs in `taken` already have one."""
    found = (
        _read_verb(parse, i, cues)
        for i, tag in enumerate(parse.tag)
        if tag[:2] == "VB" and i not in taken and parse.lower[i] in cues.verbs
    )
    return [g for f in found if f is not None for g in (f, *further_agents(parse, f))]


def _read_verb(parse: Parse, verb: int, cues: Cues) -> Finding | None:
    if parse.dep[verb] in _NO_REPORT or _unfinished(parse, verb):
        return None
    if parse.lower[verb] in ("citing", "quoting") and parse.dep[verb] == "advcl":
        # "reported, citing two diplomats": whom the claim rests on, told as its basis.
        return None
    # Entries with a particle first: "pointed out" before "point to".
    for entry in sorted(cues.verbs[parse.lower[verb]], key=lambda e: e.particle is None):
        frame = make_frame(parse, cues, verb, entry)
        if frame is None:
            continue
        for rule, construction in CONSTRUCTIONS:
            content = construction(frame)
            if content is None or not any(content.spans):
                continue
            found = _finding(frame, rule, content)
            if found is not None:
                return found
            break
    return None


def _unfinished(parse: Parse, verb: int) -> bool:
    """An infinitive that reports nothing: "to say" in "refused to say", "vowed to deny". Kept behind
    verbs of aspect ("began to argue"), where something was said."""
    if parse.tag[verb] != "VB" or not has_to(parse, verb):
        return False
    above = parse.lower[parse.head[verb]]
    return not (parse.dep[verb] == "xcomp" and (above in _ASPECT or above in _IN_VAIN))


def _finding(frame: Frame, rule: str, content: Content) -> Finding | None:
    """The finding with its source; None for an active verb that nobody is the subject of (an
    imperative, a gerund)."""
    parse, verb, entry = frame.parse, frame.verb, frame.entry
    spans = [s for s in content.spans if s is not None]
    source, speaker = (None, None) if content.unnamed else source_of(frame)
    if speaker is None and not (frame.passive or content.unnamed or content.loose):
        return None
    if source is not None and any(s.overlaps(parse.span(*source)) for s in spans):
        source = (speaker or verb, speaker or verb)
        if any(s.overlaps(parse.span(*source)) for s in spans):
            source, speaker = None, None
    if speaker is None and not content.unnamed:
        rule += _why_unnamed(parse, verb)
    cue = sorted({*frame.cue(*content.extra), *_negation_before(parse, verb)})
    found = ascribed(parse, rule, entry, verb, cue, source, speaker, spans)
    found.addressee = _addressee(frame)
    in_vain = parse.tag[verb] == "VB" and parse.lower[parse.head[verb]] in _IN_VAIN
    found.negated = in_vain or bool(_negation_before(parse, verb))
    return found


def _why_unnamed(parse: Parse, verb: int) -> str:
    """What leaves the source out, as the end of the rule's name: "it was reported that", "X was told
    that". Raised subjects ("X is said to have fled") have a rule of their own."""
    it = parse.child(verb, "expl", "nsubjpass", "nsubj")
    empty = it is not None and (parse.dep[it] == "expl" or parse.lower[it] == "it")
    return ".unnamed-it" if empty else ".unnamed-agent"


def _negation_before(parse: Parse, verb: int) -> list[int]:
    """The negation that a verb shares with the one it is joined to, with that one: "neither confirmed
    nor" denied, "could not confirm or" deny."""
    if parse.dep[verb] != "conj" or verb < 3 or parse.lower[verb - 1] not in ("or", "nor"):
        return []
    first = parse.head[verb]
    shares = verb - first <= 3 and parse.child(verb, "nsubj", "neg", "aux") is None
    before = [
        c
        for c in parse.children[first]
        if c < first and (parse.dep[c] in AUXILIARIES or parse.lower[c] == "neither")
    ]
    negated = any(parse.dep[c] == "neg" or parse.lower[c] == "neither" for c in before)
    if not shares or not negated:
        return []
    return list(range(min(before), verb))


def source_of(frame: Frame) -> tuple[tuple[int, int] | None, int | None]:
    """The words of the source and their head; both None where the verb names nobody."""
    parse, verb = frame.parse, frame.verb
    speaker = agent(parse, verb) if frame.passive else subject(parse, verb)
    if speaker is None or parse.dep[speaker] == "expl" or parse.entity[speaker] in _TIMES:
        return None, None
    if parse.dep[verb] == "acl" and speaker > verb and not frame.passive:
        return None, None
    if not frame.passive:
        pronoun = relative_pronoun(parse, verb)
        if pronoun is not None:
            return pronoun, speaker
    words = noun_phrase(
        parse, speaker, without=clause_under(parse, speaker, verb), before=min(frame.cue())
    )
    return words, speaker


def _addressee(frame: Frame) -> tuple[int, int] | None:
    """Whom it was said to: the object of "told X that", the subject of "X was told that"."""
    parse, verb = frame.parse, frame.verb
    if not frame.entry.addressee:
        return None
    heard = parse.child(verb, "nsubjpass") if frame.passive else parse.child(verb, "dobj", "dative")
    if heard is None or (not frame.passive and heard < verb):
        return None
    return noun_phrase(parse, heard)
