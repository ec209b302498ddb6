"""Who does what to whom, read off the dependency tree: subjects, objects, voice, phrases."""

from counterclaim.language.parse import Parse
from counterclaim.model.spans import Span

RELATIVES = frozenset({"who", "which", "that", "whom"})
_LEFT = frozenset({"amod", "compound", "nmod", "nummod", "poss", "quantmod", "advmod", "punct"})
_DROPPED = frozenset({"DT", "PRP$", "PDT", "WP$", "``", "''", ",", "-LRB-", "-RRB-", ":", "."})
_HEDGES = frozenset({
    "about", "around", "some", "nearly", "almost", "least", "most", "at", "up", "to", "more", "than",
    "over", "fewer", "less", "roughly", "as", "many", "estimated",
})  # fmt: skip
_NAMES = frozenset({"GPE", "ORG", "PERSON", "FAC", "LOC"})
_JOINED = frozenset({"of", "for", "in", "from", "to"})
_OBJECT_CONTROL = frozenset({
    "ask", "order", "urge", "tell", "force", "allow", "asked", "ordered", "urged", "told", "forced",
    "allowed", "demanded", "demand", "let", "permitted", "have", "had", "has",
})  # fmt: skip
_BLAMES = (
    "accus", "blam", "charg", "suspect", "criticis", "criticiz", "condemn", "denounc", "arrest",
    "convict", "indict", "jail", "prais", "detain", "sentenc", "expel",
)  # fmt: skip
_FOILS = ("foil", "thwart", "prevent", "stop", "frustrat", "reject", "condemn", "denounc", "discover",
          "uncover", "reveal", "resist", "oppos", "defeat", "repel", "block")  # fmt: skip
PARTITIVES = frozenset(
    {"group", "groups", "tens", "dozens", "scores", "hundreds", "thousands", "millions", "number"}
    | {"crowd", "crowds", "wave", "waves", "series", "days", "weeks", "months", "majority", "most"}
    | {
        "some",
        "many",
        "several",
        "couple",
        "round",
        "rounds",
        "string",
        "part",
        "all",
        "rest",
        "third",
        "section",
        "sections",
        "stretch",
        "segment",
    }
)
"""Nouns before "of" that only say how much of it."""
_BELONGING = frozenset({"based", "affiliated", "linked", "allied", "aligned"})
STATES = frozenset({"opposed", "prepared", "committed", "determined", "willing", "ready"})
"""Participles that tell a state of their subject and no passive."""
MAX_PHRASE = 14


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
    if parse.dep[verb] == "acl":
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
    return noun


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
            if parse.lower[above].startswith(_BLAMES):
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
    if found is not None:
        return antecedent(parse, found)
    head, dep = parse.head[verb], parse.dep[verb]
    if head == verb:
        return None
    if dep == "acl" and parse.tag[verb] == "VBN":
        return head
    for c in parse.children[verb]:
        if parse.dep[c] == "conj" and c > verb:
            shared = parse.child(c, "dobj")
            if shared is not None and parse.child(c, "nsubj") is None:
                return shared
    if dep == "conj" and is_passive(parse, verb):
        return patient(parse, head)
    return None


def pobj(parse: Parse, prep: int) -> int | None:
    """The noun that a preposition governs."""
    return parse.child(prep, "pobj")


def _right(parse: Parse, head: int, depth: int) -> int:
    last = head
    for c in parse.children[head]:
        if c < head or parse.left[c] != last + 1:
            continue
        dep = parse.dep[c]
        if dep == "prep" and parse.lower[c] in _JOINED and depth < 2:
            if parse.entity[head] == "PERSON" and parse.lower[c] != "of":
                break
            if parse.lower[c] == "for" and parse.lower[parse.head[head]].startswith(_BLAMES):
                break  # "blamed the rebels for it"
            inner = pobj(parse, c)
            if inner is not None:
                last = _right(parse, inner, depth + 1)
        elif dep in ("amod", "acomp") and parse.child(c, "prep") is not None:
            # "troops loyal to the regime"
            last = parse.right[c]
        elif dep == "acl" and parse.lower[c] in _BELONGING and parse.right[c] - head < 8:
            # "a group based in the north", "gangs linked to the cartel"
            last = parse.right[c]
        elif (
            dep == "appos"
            and parse.tag[head][:2] == "NN"
            and not parse.entity[head].startswith("GPE")
            and parse.entity[c] == "PERSON"
        ):
            # "the labour minister Ana Rivas": a name that no comma parts from its title
            last = max(last, c)
        elif dep == "cc" and depth == 0:
            other = next(
                (k for k in parse.children[head] if k > c and parse.dep[k] == "conj"), None
            )
            if other is not None and parse.left[other] == c + 1 and parse.tag[other][:2] == "NN":
                return _right(parse, other, 1)
        elif (
            dep == "relcl"
            and parse.right[c] - head < 8
            and any(parse.dep[k] == "neg" for k in parse.children[c])
        ):
            # "targets that are not ISIL": without the clause the phrase says the opposite.
            last = parse.right[c]
            while last > head and parse.tag[last] in _DROPPED:
                last -= 1
            return last
        else:
            break
    return last


def phrase(parse: Parse, head: int, alone: bool = False) -> Span:
    """The noun phrase around `head`, without its determiner, its number and its non-restrictive
    additions; `alone` leaves out what it is coordinated with."""
    first = head
    for c in parse.children[head]:
        if c < first and parse.dep[c] in _LEFT:
            first = min(first, parse.left[c])
    last = _right(parse, head, 1 if alone else 0)
    while first < head and parse.tag[first] in _DROPPED:
        first += 1
    entity = parse.entity_at.get(head)
    if entity is not None and entity.label in _NAMES:
        first, last = min(first, entity.first), max(last, entity.last)
        while first < head and parse.tag[first] in _DROPPED:
            first += 1
    while (
        first < head
        and (parse.tag[first] == "CD" or parse.lower[first] in _HEDGES)
        and parse.lower[first + 1] != "-"
    ):
        # How many is a quantity of the event; who is the rest.
        first += 1
    while last > head and parse.tag[last] == "POS":
        last -= 1
    first = max(first, head - MAX_PHRASE)
    last = min(last, head + MAX_PHRASE)
    return parse.span(first, last)


def whole(parse: Parse, token: int) -> int:
    """The noun that is meant: "students" of "tens of thousands of students"."""
    for _ in range(3):
        if parse.lower[token] not in PARTITIVES:
            break
        of = next((c for c in parse.child_list(token, "prep") if parse.lower[c] == "of"), None)
        inner = pobj(parse, of) if of is not None else None
        if inner is None:
            break
        token = inner
    return token
