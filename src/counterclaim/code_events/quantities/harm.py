"""Harm to people: whether those whom a noun or number names are told to be killed or injured.

Read off the dependency tree: the verb whose patient they are ("were shot", "killed 12"), the state
they are in ("is dead", "in critical condition"), the noun that they suffer ("the death of", "suffered
wounds"). Whoever was shot or stabbed is injured, unless the words beside it tell of the death.
"""

from counterclaim.code_events.lexicon import lexicon
from counterclaim.code_events.quantities.counting import HarmWords, harm_words
from counterclaim.code_events.syntax import is_passive
from counterclaim.language.parse import Parse

HARMS = frozenset({"killed", "injured", "casualties"})
KILLED, INJURED, CASUALTIES, HIT = "killed", "injured", "casualties", "hit"
_UP = frozenset({"conj", "appos"})
_STATE_DEPS = ("acomp", "oprd", "xcomp", "ccomp", "attr", "advmod", "amod", "conj", "advcl", "dep")
_LEAVES = frozenset({"leave", "leaves", "left", "leaving", "find", "finds", "found", "finding",
                     "pronounced", "declared", "confirmed", "reported", "discovered"})  # fmt: skip
_LOSES = frozenset({"lost", "lose", "losing", "loses", "took", "taken", "taking", "committed",
                    "commits", "committing"})  # fmt: skip
_LIFE = frozenset({"life", "lives", "suicide"})
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
            at = parse.head[at]
            if (beside := _beside(parse, at, words, only_after=True)) is not None:
                return beside
        head, dep = parse.head[at], parse.dep[at]
        if head == at:
            return _of_verb(parse, at, at, words) if parse.tag[at] == "VBN" else None
        if dep == "pobj":
            prep = parse.lower[head]
            above = parse.head[head]
            if prep in ("at", "to", "above", "past", "beyond"):
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


def _of_verb(parse: Parse, verb: int, at: int, words: HarmWords) -> str | None:
    """The harm that the verb tells of its argument `at`."""
    dep = parse.dep[at]
    if any(parse.dep[c] == "neg" for c in parse.children[verb]):
        return None
    harm = _as_patient(parse, verb, at, dep, words)
    if harm is not None:
        return harm
    if dep in ("nsubj", "nsubjpass", "dobj"):
        harm = _in_state(parse, verb, dep, words)
        if harm is not None:
            return harm
        for other in parse.child_list(verb, "conj"):
            # "was shot in the leg and is in stable condition", "collapsed and died"
            if other > verb and parse.child(other, "nsubj", "nsubjpass") is None:
                passive = is_passive(parse, other) and parse.child(other, "dobj") is None
                harm = _verb_harm(parse, other, words) if passive else None
                if harm is None and parse.lower[other] in words.dies and dep != "dobj":
                    harm = KILLED
                harm = harm or (_in_state(parse, other, "nsubj", words) if dep != "dobj" else None)
                if harm is not None:
                    return harm
    above = parse.head[verb]
    if parse.tag[verb][0] == "J" and dep in ("nsubj", "dobj"):
        return state_of(parse.lower[verb])
    if above != verb and dep == "nsubj" and parse.dep[verb] in ("ccomp", "xcomp"):
        return state_of(parse.lower[verb])
    return None


def _as_patient(parse: Parse, verb: int, at: int, dep: str, words: HarmWords) -> str | None:
    word = parse.lower[verb]
    if word in words.dies:
        return KILLED if dep in ("nsubj", "nsubjpass") else None
    if word in words.recovers and dep == "nsubj":
        return INJURED
    harm = _verb_harm(parse, verb, words)
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
        second = _verb_harm(parse, other, words)
        if parse.lower[other] in words.dies:
            return KILLED
        if second is None:
            # "was shot and pronounced dead": the state that it led to
            if (
                parse.lower[other] in words.becomes
                and _in_state(parse, other, "nsubj", words) == KILLED
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


def _verb_harm(parse: Parse, verb: int, words: HarmWords) -> str | None:
    word = parse.lower[verb]
    if parse.tag[verb][0] not in "VJN":
        return None
    if word in words.kills:
        return KILLED
    if word in words.hurts:
        return INJURED
    if word in words.harms:
        return CASUALTIES
    if word in words.strikes:
        return HIT if _by_shot(parse, verb, words) else None
    if word not in words.hits or parse.tag[verb] == "NN":
        return None
    for c in parse.children[verb]:
        if parse.lower[c] in words.fatal and parse.dep[c] in (
            "advmod",
            "oprd",
            "acomp",
            "xcomp",
            "ccomp",
            "dep",
        ):
            return KILLED
        if parse.dep[c] == "prep" and parse.lower[c] == "to":
            inner = parse.child(c, "pobj")
            if inner is not None and parse.lower[inner] == "death":
                return KILLED
    if verb + 2 < len(parse) and parse.lower[verb + 1] == "to" and parse.lower[verb + 2] == "death":
        return KILLED
    if verb + 1 < len(parse) and parse.lower[verb + 1] in ("dead", "fatally"):
        return KILLED
    return HIT


def _by_shot(parse: Parse, verb: int, words: HarmWords) -> bool:
    """ "was struck by a stray bullet", "a bullet grazed her"."""
    subject = parse.child(verb, "nsubj")
    if subject is not None and parse.lower[subject] in words.shots:
        return True
    return any(
        parse.lower[inner] in words.shots
        for by in parse.child_list(verb, "agent", "prep")
        for inner in parse.child_list(by, "pobj")
    )


def _in_state(parse: Parse, verb: int, dep: str, words: HarmWords) -> str | None:
    """ "are dead", "was pronounced dead", "found shot to death", "remains in critical condition",
    "suffered wounds", "was taken to a hospital", "lost their lives"."""
    word = parse.lower[verb]
    bare = parse.tag[verb] == "VBN" and parse.child(verb, "aux") is None
    if word in _LEAVES and dep == "nsubj" and not bare and not is_passive(parse, verb):
        return None  # "the blast left five dead": not the blast is
    if word in words.becomes:
        for c in parse.children[verb]:
            if parse.dep[c] in _STATE_DEPS and c > verb:
                if (state := state_of(parse.lower[c])) is not None:
                    return state
                if parse.tag[c] == "VBN" and (harm := _verb_harm(parse, c, words)) is not None:
                    return harm if parse.child(c, "dobj") is None else None
        if dep != "dobj" and _condition(parse, verb, words):
            return INJURED
    if dep == "dobj":
        hurt = any(_wounds(parse, c, words) for c in parse.child_list(verb, "prep"))
        return INJURED if hurt and word in _LEAVES else None
    objects = parse.child_list(verb, "dobj")
    if word in words.suffers and word != "have":
        for c in objects:
            if parse.lower[c] in words.wounds:
                fatal = any(parse.lower[k] in words.fatal for k in parse.children[c])
                return KILLED if fatal else INJURED
    if word in _LOSES and any(parse.lower[c] in _LIFE for c in objects):
        return KILLED  # "lost their lives", "took his own life", "committed suicide"
    if word in words.taken and is_passive(parse, verb):
        for prep in parse.child_list(verb, "prep"):
            goal = parse.child(prep, "pobj")
            if goal is None:
                continue
            if parse.lower[goal] in words.wounds:
                return INJURED  # "was treated for a gunshot wound"
            if parse.lower[prep] in ("to", "at", "into") and (
                parse.lower[goal] in words.hospitals or parse.lower[goal] == "hospital"
            ):
                return INJURED
    return None


def _wounds(parse: Parse, prep: int, words: HarmWords) -> bool:
    """ "left eight people with wounds", "a girl in critical condition"."""
    inner = parse.child(prep, "pobj")
    if inner is None:
        return False
    if parse.lower[prep] == "in" and parse.lower[inner] == "condition":
        return any(parse.lower[c] in words.conditions for c in parse.children[inner])
    return parse.lower[prep] == "with" and parse.lower[inner] in words.wounds


def _condition(parse: Parse, verb: int, words: HarmWords) -> bool:
    return any(
        parse.lower[prep] == "in" and _wounds(parse, prep, words)
        for prep in parse.child_list(verb, "prep")
    )


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
            if parse.tag[c] == "VBN" and (harm := _verb_harm(parse, c, words)) is not None:
                return _joined(parse, c, noun, harm, words)
        elif parse.dep[c] == "prep" and _wounds(parse, c, words):
            return INJURED
        elif parse.dep[c] == "relcl" and not only_after:
            who = parse.child(c, "nsubj", "nsubjpass")
            if who is not None and parse.lower[who] in ("who", "that"):
                harm = _of_verb(parse, c, who, words)
                if harm is not None:
                    return harm
    return None


def noun_harm(parse: Parse, noun: int, words: HarmWords) -> str | None:
    """ "the deaths of 12", "the massacre of six priests", "a toll of 200"."""
    word = parse.lower[noun]
    if word in words.deaths or word == "lives":
        return KILLED
    if word in words.hurtings or word in (
        "injuries",
        "shooting",
        "shootings",
        "stabbing",
        "stabbings",
    ):
        before = {parse.lower[c] for c in parse.children[noun] if c < noun}
        if before & words.fatal:
            return KILLED
        return INJURED if word in words.hurtings or word == "injuries" else HIT
    lex = lexicon()
    return next((r.harm for r in lex.nouns.get(word, ()) if r.harm and not r.with_), None)


def tolled(parse: Parse, verb: int) -> str | None:
    """ "The death toll rose to 200", "put the number of dead at 39": what the verb's toll is of."""
    lex = lexicon()
    for c in parse.child_list(verb, "nsubj", "dobj", "nsubjpass"):
        named = [c]
        for prep in parse.child_list(c, "prep"):
            named += parse.child_list(prep, "pobj")
        for token in named:
            harm = next((r.harm for r in lex.nouns.get(parse.lower[token], ()) if r.harm), None)
            if harm is not None:
                return harm
    return None


def state_of(word: str) -> str | None:
    """What a word for the state of people tells."""
    words = harm_words()
    if word in words.kills_states:
        return KILLED
    return INJURED if word in words.hurt_states else None
