"""Where in its course an event is said to be: begun, going on, ended. None where nothing says so."""

from counterclaim.code_events.lexicon import Frames
from counterclaim.code_events.triggers import Trigger
from counterclaim.language.parse import Parse
from counterclaim.model.event import Aspect, EventTime

_ABOVE = frozenset({"xcomp", "pcomp", "ccomp"})
_OF_NOUN = frozenset({"nsubj", "nsubjpass", "dobj"})
_STILL = frozenset({"still"})
_PERFECT = frozenset({"has", "have", "'ve", "’ve"})
_NOW = frozenset({"is", "are", "'s", "’s", "'re", "’re", "am"})

_BE = _NOW | {"was", "were"}


def aspect_of(
    parse: Parse, trigger: Trigger, frames: Frames, time: EventTime | None
) -> Aspect | None:
    """What the words around the trigger say of its course: the verb above it ("continued to shell"),
    the verb of its noun ("the siege ended"), a word before it ("ongoing"), its own form ("is shelling",
    "has shelled the town since May")."""
    if trigger.noun:
        return _of_noun(parse, trigger.token, frames)
    verb = trigger.verb
    if verb is None or trigger.rule.op is not None:
        return None
    at = verb
    while parse.dep[at] == "conj" and parse.child(at, "nsubj", "nsubjpass", "aux") is None:
        at = parse.head[at]
    above = parse.head[at]
    if parse.dep[at] == "pcomp":  # "kept on firing", "refrain from firing"
        above = parse.head[above]
    if parse.dep[at] in _ABOVE and above != at:
        said = _of_verb(parse, above, frames)
        if said is not None:
            return said
    return _of_form(parse, verb, time)


def _of_noun(parse: Parse, noun: int, frames: Frames) -> Aspect | None:
    before = [parse.lower[c] for c in parse.children[noun] if c < noun and parse.dep[c] == "amod"]
    if not frames.ongoing.isdisjoint(before):
        return "goes_on"
    if not frames.renewed.isdisjoint(before):
        return "begun"
    top = noun
    while parse.dep[top] == "conj" and parse.tag[parse.head[top]][0] == "N":
        top = parse.head[top]
    verb = parse.head[top]
    if parse.dep[top] not in _OF_NOUN or parse.tag[verb][0] != "V":
        return None
    if parse.dep[top] == "dobj" and parse.dep[verb] in _ABOVE and parse.tag[verb] == "VB":
        higher = _of_verb(parse, parse.head[verb], frames)
        if higher is not None:
            return higher
    broke = parse.lower[verb] in frames.breaks
    if broke and not any(parse.lower[c] == "out" for c in parse.children[verb]):
        return None  # "broke the siege"
    if parse.lower[verb] in _BE and any(parse.lower[c] == "over" for c in parse.children[verb]):
        return "ended"
    said = _of_verb(parse, verb, frames)
    if said is None and parse.dep[top] == "nsubj" and parse.tag[verb] == "VBG":
        return _of_form(parse, verb, None)
    return said


def _of_verb(parse: Parse, verb: int, frames: Frames) -> Aspect | None:
    """What a verb of beginning, going on or ending says, where it is told as done."""
    word = parse.lower[verb]
    if any(parse.lower[c] in frames.modal for c in parse.child_list(verb, "aux")):
        return None
    if any(parse.tag[c] == "TO" for c in parse.children[verb]):
        return None
    denied = parse.child(verb, "neg") is not None
    if word in frames.begins:
        return None if denied else "begun"
    if word in frames.goes_on:
        return None if denied else "goes_on"
    if word in frames.ends:
        return "goes_on" if denied else "ended"
    return None


def _of_form(parse: Parse, verb: int, time: EventTime | None) -> Aspect | None:
    helpers = [parse.lower[c] for c in parse.child_list(verb, "aux", "auxpass")]
    perfect = not _PERFECT.isdisjoint(helpers)
    if any(word in ("to", "will", "would") for word in helpers):
        return None  # "is going to attack"
    progressive = parse.tag[verb] == "VBG" or "being" in helpers
    if progressive and (not _NOW.isdisjoint(helpers) or (perfect and "been" in helpers)):
        return None if parse.lower[verb] == "going" else "goes_on"
    if progressive and any(parse.lower[c] in _STILL for c in parse.child_list(verb, "advmod")):
        return "goes_on"
    if perfect and time is not None and time.precision == "since":
        return "goes_on"
    return None
