"""The state that those harmed are told to be in: "is dead", "in critical condition"."""

from counterclaim.code_events.quantities.counting import HarmWords, harm_words
from counterclaim.code_events.quantities.harm_words import INJURED, KILLED, verb_harm
from counterclaim.code_events.syntax import is_passive
from counterclaim.language.parse import Parse

_STATE_DEPS = ("acomp", "oprd", "xcomp", "ccomp", "attr", "advmod", "amod", "conj", "advcl", "dep")
_LEAVES = frozenset({"leave", "leaves", "left", "leaving", "find", "finds", "found", "finding",
                     "pronounced", "declared", "confirmed", "reported", "discovered"})  # fmt: skip
_LOSES = frozenset({"lost", "lose", "losing", "loses", "took", "taken", "taking", "committed",
                    "commits", "committing"})  # fmt: skip
_LIFE = frozenset({"life", "lives", "suicide"})


def in_state(parse: Parse, verb: int, dep: str, words: HarmWords) -> str | None:
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
                if parse.tag[c] == "VBN" and (harm := verb_harm(parse, c, words)) is not None:
                    return harm if parse.child(c, "dobj") is None else None
        if dep != "dobj" and _condition(parse, verb, words):
            return INJURED
    if dep == "dobj":
        hurt = any(wounds(parse, c, words) for c in parse.child_list(verb, "prep"))
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


def wounds(parse: Parse, prep: int, words: HarmWords) -> bool:
    """ "left eight people with wounds", "a girl in critical condition"."""
    inner = parse.child(prep, "pobj")
    if inner is None:
        return False
    if parse.lower[prep] == "in" and parse.lower[inner] == "condition":
        return any(parse.lower[c] in words.conditions for c in parse.children[inner])
    return parse.lower[prep] == "with" and parse.lower[inner] in words.wounds


def _condition(parse: Parse, verb: int, words: HarmWords) -> bool:
    return any(
        parse.lower[prep] == "in" and wounds(parse, prep, words)
        for prep in parse.child_list(verb, "prep")
    )


def state_of(word: str) -> str | None:
    """What a word for the state of people tells."""
    words = harm_words()
    if word in words.kills_states:
        return KILLED
    return INJURED if word in words.hurt_states else None
