"""Who does what to whom, read off the dependency tree: subjects, objects, voice, phrases."""

from counterclaim.language.parse import Parse

RELATIVES = frozenset({"who", "which", "that", "whom"})
_OBJECT_CONTROL = frozenset({
    "ask", "order", "urge", "tell", "force", "allow", "asked", "ordered", "urged", "told", "forced",
    "allowed", "demanded", "demand", "let", "permitted", "have", "had", "has",
})  # fmt: skip
BLAMES = (
    "accus", "blam", "charg", "suspect", "criticis", "criticiz", "condemn", "denounc", "arrest",
    "convict", "indict", "jail", "prais", "detain", "sentenc", "expel",
)  # fmt: skip
_FOILS = ("foil", "thwart", "prevent", "stop", "frustrat", "reject", "condemn", "denounc", "discover",
          "uncover", "reveal", "resist", "oppos", "defeat", "repel", "block")  # fmt: skip
STATES = frozenset({"opposed", "prepared", "committed", "determined", "willing", "ready"})
"""Participles that tell a state of their subject and no passive."""


def is_passive(parse: Parse, verb: int) -> bool:
    """Whether the verb stands in the passive, as a participle after its noun included."""
    deps = {parse.dep[c] for c in parse.children[verb]}
    if deps & {"auxpass", "nsubjpass", "csubjpass"}:
        return True
    if parse.tag[verb] != "VBN" or "aux" in deps:
        return False
    if "nsubj" in deps:
        # "reported one civilian killed", "Two held in raid": a clause without its auxiliary
        # and "one was killed and six people wounded"
        return parse.dep[verb] in ("ccomp", "ROOT", "conj") and "dobj" not in deps
    if parse.dep[verb] in ("acl", "amod"):
        return True
    head = parse.head[verb]
    return parse.dep[verb] == "conj" and head != verb and is_passive(parse, head)


def antecedent(parse: Parse, token: int) -> int:
    """The noun that a relative pronoun stands for; any other token itself."""
    if parse.lower[token] in RELATIVES and parse.tag[token] in ("WP", "WDT", "IN"):
        for above in parse.ancestors(token):
            if parse.dep[above] == "relcl":
                return _real(parse, parse.head[above])
    return token


def _real(parse: Parse, noun: int) -> int:
    """ "Soldiers were the ones who did it": the subject that "the ones" only point to."""
    if parse.lower[noun] in ("ones", "one", "those") and parse.dep[noun] == "attr":
        own = parse.child(parse.head[noun], "nsubj")
        return noun if own is None else own
    if parse.lower[noun] in ("ones", "those"):
        return named_as(parse, noun) or noun
    return noun


def named_as(parse: Parse, noun: int) -> int | None:
    """ "The injured were Ana Rivas and ...", "the dead were identified as ...": who is said to be the
    one that the subject speaks of."""
    verb = parse.head[noun]
    if parse.dep[noun] == "nsubj":
        return parse.child(verb, "attr")
    if parse.dep[noun] != "nsubjpass" or parse.lower[verb] not in ("identified", "named"):
        return None
    named = parse.child(verb, "oprd")
    for prep in parse.child_list(verb, "prep") if named is None else ():
        if parse.lower[prep] == "as":
            return pobj(parse, prep)
    return named


def subject(parse: Parse, verb: int, depth: int = 0) -> int | None:
    """The one who acts: subject of an active verb, agent of a passive one, or the controlling noun
    of a verb without a subject of its own. None where nobody is named."""
    agent = parse.child(verb, "agent")
    if agent is None and is_passive(parse, verb):
        # "was shot and killed by police": the agent stands with the last of the verbs
        for c in parse.child_list(verb, "conj"):
            agent = parse.child(c, "agent") if parse.child(c, "nsubjpass") is None else None
    if agent is not None:
        return parse.child(agent, "pobj")
    if is_passive(parse, verb) and parse.lower[verb] not in STATES:
        return None
    own = parse.child(verb, "nsubj", "nsubjpass")
    if own is not None:
        return antecedent(parse, own)
    head, dep = parse.head[verb], parse.dep[verb]
    if head == verb or depth > 4:
        return None
    if dep in ("acl", "relcl"):
        if parse.tag[verb] == "VBG":
            return head
        # "efforts to end the war": the efforts are somebody's.
        owner = parse.child(head, "poss")
        if owner is not None:
            return owner
        for by in parse.child_list(head, "prep", "agent"):
            if parse.lower[by] == "by":
                return parse.child(by, "pobj")
        governor = parse.head[head]
        if parse.lower[governor].startswith(_FOILS):
            return None  # "foiled a plan to kidnap him": not who foils it plans it
        if parse.dep[head] in ("dobj", "nsubj") and governor != head:
            return subject(parse, governor, depth + 1)
        return None
    if dep in ("xcomp", "advcl", "conj", "ccomp", "pcomp"):
        if dep in ("xcomp", "ccomp") and parse.lower[head] in _OBJECT_CONTROL:
            controlled = parse.child(head, "dobj")
            if controlled is not None:
                return controlled
        if dep == "ccomp" and parse.child(verb, "mark") is not None:
            return None
        above = head
        if dep == "pcomp":
            above = parse.head[head]
            if parse.lower[above].startswith(BLAMES):
                # "accused them of shelling": it is they who are said to have shelled.
                if parse.tag[above][0] == "N":
                    of = next(
                        (p for p in parse.child_list(above, "prep") if parse.lower[p] == "of"), None
                    )
                    return None if of is None else parse.child(of, "pobj")
                return patient(parse, above)
        if parse.tag[above].startswith("V"):
            found = subject(parse, above, depth + 1)
            if found is None and dep in ("xcomp", "advcl"):
                return parse.child(above, "nsubjpass")
            return found
        if parse.tag[above].startswith("J"):
            return subject(parse, parse.head[above], depth + 1)
    return None


def patient(parse: Parse, verb: int) -> int | None:
    """The one acted upon: direct object, subject of a passive, or the noun a participle follows."""
    found = parse.child(verb, "nsubjpass", "nsubj") if is_passive(parse, verb) else None
    if found is None:
        found = parse.child(verb, "dobj")
    if found is None:
        # "ten others were also hurt": the parser hangs the subject on the auxiliary
        aux = parse.child(verb, "auxpass")
        found = parse.child(aux, "nsubjpass", "nsubj") if aux is not None else None
    if found is None and (upto := _up_to(parse, verb)) is not None:
        found = upto
    if found is not None:
        return antecedent(parse, found)
    head, dep = parse.head[verb], parse.dep[verb]
    if head == verb:
        return None
    if dep in ("acl", "amod") and parse.tag[verb] == "VBN":
        return head
    for c in parse.children[verb]:
        if parse.dep[c] == "conj" and c > verb:
            shared = parse.child(c, "dobj")
            if shared is not None and parse.child(c, "nsubj") is None:
                return shared
    if dep == "conj" and is_passive(parse, verb):
        return patient(parse, head)
    return None


def _up_to(parse: Parse, verb: int) -> int | None:
    """ "Kidnapped up to 16 advisers": an object that the parser takes for a place."""
    for prep in parse.child_list(verb, "prep"):
        noun = pobj(parse, prep)
        if parse.lower[prep] == "to" and parse.lower[prep - 1] == "up" and noun is not None:
            return noun if parse.child(noun, "nummod") is not None else None
    return None


def pobj(parse: Parse, prep: int) -> int | None:
    """The noun that a preposition governs."""
    return parse.child(prep, "pobj")
