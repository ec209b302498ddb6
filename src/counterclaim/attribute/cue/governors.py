"""The words above a cue that tell how it is meant: "is EXPECTED to say", "STOPPED SHORT OF saying"."""

from counterclaim.language.parse import Parse

AUXILIARY = ("aux", "auxpass")
SUBJECT = ("nsubj", "nsubjpass", "csubj")
_COMPLEMENT = ("xcomp", "pcomp", "acomp", "attr", "oprd")
_LINK = ("prep", "advmod")
_LINKING = frozenset({"of", "from", "short"})
"""Not "by": who refuses by saying so has said it."""
_OBJECT = ("dobj", "pobj", "prep", "acl", "advcl")
_CAUSATIVE = frozenset(
    {"make", "makes", "made", "making", "let", "lets", "letting", "help", "helps", "helped"}
)


def governing(parse: Parse, head: int, cue: list[int]) -> tuple[list[int], list[str]]:
    """The verbs whose auxiliaries and subject are the cue's, from the head up, and the words passed."""
    chain, governors = [head], list[str]()
    t = head
    while parse.head[t] != t:
        up, dep = parse.head[t], parse.dep[t]
        if dep == "conj" and parse.tag[t][:2] == "VB" and _shares(parse, t, up):
            pass
        elif _governs(parse, t, up, parse.lower[t] in governors):
            governors.append(parse.lower[up])
        elif dep not in _OBJECT or up not in cue:
            break
        chain.append(up)
        t = up
    return chain, governors


def _governs(parse: Parse, t: int, up: int, passed: bool) -> bool:
    """Whether the word above tells how `t` is meant: "failed to say", "short of saying", "made her
    think", "is unable". `passed` is whether `t` itself does so for what is below it."""
    dep = parse.dep[t]
    if dep in ("acl", "ccomp"):
        bare = parse.tag[t] == "VB" and parse.lower[up] in _CAUSATIVE
        return bare or any(parse.tag[c] == "TO" for c in parse.children[t])
    return dep in _COMPLEMENT or (passed and dep in _LINK and parse.lower[t] in _LINKING)


def _shares(parse: Parse, verb: int, first: int) -> bool:
    """Whether a second verb has the auxiliaries of the first: "has not run or said"."""
    if parse.child(verb, *SUBJECT, *AUXILIARY) is not None:
        return False
    given = [c for c in parse.children[first] if parse.dep[c] in AUXILIARY]
    modal = any(parse.tag[c] == "MD" or parse.lower[c] in ("do", "does", "did") for c in given)
    return (parse.tag[verb] == "VB" and modal) or (
        parse.tag[verb] == parse.tag[first] == "VBN" and bool(given)
    )
