"""Harm to people: whether those whom a noun or number names are told to be killed or injured.

Read off the dependency tree: the verb whose patient they are ("were shot", "killed 12"), the state
they are in ("is dead", "in critical condition"), the noun that they suffer ("the death of", "suffered
wounds"). Whoever was shot or stabbed is injured, unless the words beside it tell of the death.
"""

from counterclaim.code_events.quantities.counting import BE, HarmWords, harm_words
from counterclaim.code_events.quantities.harm_words import (
    CASUALTIES,
    HIT,
    INJURED,
    KILLED,
    noun_harm,
    tolled,
    verb_harm,
)
from counterclaim.code_events.quantities.states import in_state, state_of, wounds
from counterclaim.code_events.syntax import is_passive, pobj
from counterclaim.language.parse import Parse

HARMS = frozenset({"killed", "injured", "casualties"})
_UP = frozenset({"conj", "appos"})
REFLEXIVE = frozenset({"himself", "herself", "themselves", "self"})
_SHARED = frozenset({"nsubj", "nsubjpass", "dobj"})


def harm_of(parse: Parse, noun: int) -> str | None:
    """killed, injured or casualties, when the noun stands as the one harmed."""
    harm = raw_harm(parse, noun)
    return INJURED if harm == HIT else harm


def raw_harm(parse: Parse, noun: int) -> str | None:
    """The same, with `hit` for those of whom no more is told than that they were shot or stabbed."""
    words = harm_words()
    own = _beside(parse, noun, words)
    if own == KILLED:
        return own
    above = _above(parse, noun, words)
    return above if own is None or above == KILLED else own


def _above(parse: Parse, noun: int, words: HarmWords) -> str | None:
    """The harm that the words above the noun tell."""
    at = noun
    for _ in range(5):
        while (
            parse.dep[at] in _UP and parse.tag[parse.head[at]][0] in "NCJ" and at != parse.head[at]
        ):
            if parse.child(at, "acl", "relcl") is not None:
                return None  # "3 dead and 12 people displaced": those have a telling of their own
            if _is_said_of(parse, at):
                return None
            at = parse.head[at]
            if (beside := _beside(parse, at, words, only_after=True)) is not None:
                return beside
        head, dep = parse.head[at], parse.dep[at]
        if head == at:
            return _of_verb(parse, at, at, words) if parse.tag[at] == "VBN" else None
        if dep == "pobj":
            prep = parse.lower[head]
            above = parse.head[head]
            if prep in ("between", "from") and _is_range(parse, head):
                return verb_harm(parse, above, words)
            if prep in ("at", "to", "above", "past", "beyond", "below", "under", "over"):
                while parse.tag[above] == "IN" and parse.head[above] != above:
                    above = parse.head[above]  # "from 30 to 39"
                return tolled(parse, above)
            if prep == "with" and parse.lower[head - 1] == "along":
                other = parse.child(parse.head[above], "nsubjpass", "nsubj")
                return raw_harm(parse, other) if other is not None and other != noun else None
            if prep not in ("of", "among", "for"):
                return None
            own = noun_harm(parse, above, words)
            if own is not None:
                return own
            if prep not in ("of", "among"):
                return None
            at = above
            continue
        if dep == "poss" and parse.lower[head] in words.deaths:
            return KILLED
        if dep in ("compound", "nmod", "amod", "nummod", "quantmod") and parse.tag[head][0] in "NC":
            at = head
            continue
        break
    head, dep = parse.head[at], parse.dep[at]
    return _of_verb(parse, head, at, words)


_COLLECTIVE = frozenset({"couple", "pair", "trio", "family", "group", "crew", "squad", "patrol"})


def _is_said_of(parse: Parse, noun: int) -> bool:
    """Whether several things are said of one: "the mayor, two terms in office, was killed"."""
    of = parse.head[noun]
    several = parse.tag[noun] == "NNS" and parse.tag[of] == "NN" and parse.dep[noun] == "appos"
    listed = parse.child(noun, "conj") is not None
    return several and not listed and parse.lower[of] not in _COLLECTIVE


def _is_range(parse: Parse, prep: int) -> bool:
    """Whether two numbers stand behind "between" or "from": "killed from four to five people"."""
    first, joint, second = prep + 1, prep + 2, prep + 3
    return (
        second < len(parse)
        and parse.tag[first] == parse.tag[second] == "CD"
        and parse.lower[joint] in ("and", "to")
        and parse.tag[parse.head[prep]][0] == "V"
    )


def _of_verb(parse: Parse, verb: int, at: int, words: HarmWords) -> str | None:
    """The harm that the verb tells of its argument `at`."""
    dep = parse.dep[at]
    if any(parse.dep[c] == "neg" for c in parse.children[verb]):
        return None
    if parse.lower[verb] in BE and (harm := _as_named(parse, verb, dep, words)) is not None:
        return harm
    harm = _as_patient(parse, verb, at, dep, words)
    if harm is not None:
        return harm
    if dep in ("nsubj", "nsubjpass", "dobj"):
        harm = in_state(parse, verb, dep, words)
        if harm is not None:
            return harm
        for other in parse.child_list(verb, "conj"):
            # "was shot in the leg and is in stable condition", "collapsed and died"
            if other > verb and parse.child(other, "nsubj", "nsubjpass") is None:
                passive = is_passive(parse, other) and parse.child(other, "dobj") is None
                harm = verb_harm(parse, other, words) if passive else None
                if harm is None and parse.lower[other] in words.dies and dep != "dobj":
                    harm = KILLED
                harm = harm or (in_state(parse, other, "nsubj", words) if dep != "dobj" else None)
                if harm is not None:
                    return harm
    above = parse.head[verb]
    if parse.tag[verb][0] == "J" and dep in ("nsubj", "dobj"):
        return state_of(parse.lower[verb])
    if above != verb and dep == "nsubj" and parse.dep[verb] in ("ccomp", "xcomp"):
        return state_of(parse.lower[verb])
    return None


def _as_named(parse: Parse, be: int, dep: str, words: HarmWords) -> str | None:
    """ "The dead were a driver and two guards", "those killed were", "killed in the attack were",
    "among the dead were": who the harmed are."""
    if dep == "nsubj":
        among = (pobj(parse, p) for p in parse.child_list(be, "prep") if parse.lower[p] == "among")
        named = next((noun for noun in among if noun is not None), None)
        return None if named is None else _who_is_harmed(parse, named, words)
    if dep != "attr":
        return None
    subject = parse.child(be, "nsubj")
    if subject is not None:
        return _who_is_harmed(parse, subject, words)
    return verb_harm(parse, parse.head[be], words) if parse.dep[be] == "auxpass" else None


def _who_is_harmed(parse: Parse, noun: int, words: HarmWords) -> str | None:
    """What "the dead", "those killed" or "those who died" suffered. A number of them is counted by
    itself."""
    if parse.child(noun, "nummod") is not None:
        return None
    if parse.lower[noun] in ("those", "people"):
        return _beside(parse, noun, words)
    return state_of(parse.lower[noun])


def _as_patient(parse: Parse, verb: int, at: int, dep: str, words: HarmWords) -> str | None:
    word = parse.lower[verb]
    if word in words.dies:
        return KILLED if dep in ("nsubj", "nsubjpass") else None
    if word in words.recovers and dep == "nsubj":
        return INJURED
    harm = verb_harm(parse, verb, words)
    if harm is None:
        return None
    if dep == "nsubj" and is_passive(parse, verb) and not _acts_too(parse, verb):
        dep = "nsubjpass"
    if dep in ("nsubjpass", "dobj", "npadvmod") or (
        dep == "nsubj" and _is_bare(parse, verb, at) and not _acts_too(parse, verb)
    ):
        return _joined(parse, verb, at, harm, words)
    if dep == "nsubj" and any(
        parse.lower[c] in REFLEXIVE and parse.dep[c] == "dobj" for c in parse.children[verb]
    ):
        return harm  # "shot himself"
    return None


def _acts_too(parse: Parse, verb: int) -> bool:
    """ "a man shot and killed his wife": the object stands with the last of the verbs."""
    return parse.child(verb, "auxpass", "nsubjpass") is None and any(
        parse.child(c, "dobj") is not None for c in parse.child_list(verb, "conj")
    )


def _is_bare(parse: Parse, verb: int, at: int) -> bool:
    """ "Fifty killed as missile hits station", "Two shot": a headline's passive without its verb."""
    if parse.tag[at] == "CD" and verb == at + 1 and parse.child(verb, "dobj") is None:
        return True  # "West End: 1 killed"
    return (
        parse.tag[verb] in ("VBN", "VBD")
        and at < verb
        and parse.child(verb, "dobj", "aux") is None
        and (parse.dep[verb] in ("ROOT", "conj", "ccomp", "advcl", "pcomp", "dep"))
        and (
            verb + 1 >= len(parse)
            or parse.tag[verb + 1] in ("IN", ",", ".", "RB", "CC", "TO", ":", "_SP")
            or parse.entity[verb + 1] in ("DATE", "TIME")
        )
    )


def _joined(parse: Parse, verb: int, at: int, harm: str, words: HarmWords) -> str:
    """ "killing or wounding 50" counts both kinds together; "shot and killed" tells of the death."""
    others = parse.child_list(verb, "conj")
    if parse.dep[verb] == "conj" and parse.tag[parse.head[verb]][0] == "V":
        others.append(parse.head[verb])
    for other in others:
        own = [c for c in parse.children[other] if parse.dep[c] in _SHARED and c != at]
        if own:
            continue
        second = verb_harm(parse, other, words)
        if parse.lower[other] in words.dies:
            return KILLED
        if second is None:
            # "was shot and pronounced dead": the state that it led to
            if (
                parse.lower[other] in words.becomes
                and in_state(parse, other, "nsubj", words) == KILLED
            ):
                return KILLED
            continue
        if second == harm:
            continue
        if HIT in (harm, second):
            harm = second if harm == HIT else harm  # "shot and killed", "shot and wounded"
        else:
            return CASUALTIES
    return harm


def _beside(parse: Parse, noun: int, words: HarmWords, only_after: bool = False) -> str | None:
    """ "12 people dead", "civilians killed", "wounded soldiers", "a man who was shot to death"."""
    for c in parse.children[noun]:
        if c < noun:
            if only_after or parse.dep[c] != "amod":
                continue
            if (state := state_of(parse.lower[c])) is not None:
                return state
            continue
        if parse.dep[c] in ("amod", "acl", "advmod", "advcl", "oprd", "acomp"):
            if (state := state_of(parse.lower[c])) is not None:
                return state
            if parse.tag[c] == "VBN" and (harm := verb_harm(parse, c, words)) is not None:
                return _joined(parse, c, noun, harm, words)
        elif parse.dep[c] == "prep" and wounds(parse, c, words):
            return INJURED
        elif parse.dep[c] == "relcl" and not only_after:
            who = parse.child(c, "nsubj", "nsubjpass")
            if who is not None and parse.lower[who] in ("who", "that"):
                harm = _of_verb(parse, c, who, words)
                if harm is not None:
                    return harm
    return None
