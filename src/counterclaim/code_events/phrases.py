"""Noun phrases: their words, what they are so much of, and those told of together in one."""

from counterclaim.code_events.syntax import BLAMES, pobj
from counterclaim.language.parse import Parse
from counterclaim.model.spans import Span

_LEFT = frozenset({"amod", "compound", "nmod", "nummod", "poss", "quantmod", "advmod", "punct"})
_DROPPED = frozenset(
    {"DT", "WRB", "PRP$", "PDT", "WP$", "``", "''", ",", "-LRB-", "-RRB-", ":", "."}
)
_HEDGES = frozenset({
    "about", "around", "some", "nearly", "almost", "least", "most", "at", "up", "to", "more", "than",
    "over", "fewer", "less", "roughly", "as", "many", "estimated",
})  # fmt: skip
_NAMES = frozenset({"GPE", "ORG", "PERSON", "FAC", "LOC"})
_JOINED = frozenset({"of", "for", "in", "from", "to"})
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
BELONGING = frozenset({"based", "affiliated", "linked", "allied", "aligned"})
_NAMED = frozenset({"named", "called", "identified"})
MAX_PHRASE = 14
MOST = 12
"""How many are told of one by one at most."""


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


def _right(parse: Parse, head: int, depth: int) -> int:
    last = head
    for c in parse.children[head]:
        if c < head or parse.left[c] != last + 1:
            continue
        dep = parse.dep[c]
        if dep == "prep" and parse.lower[c] in _JOINED and depth < 2:
            if parse.entity[head] == "PERSON" and parse.lower[c] != "of":
                break
            if parse.lower[c] == "for" and parse.lower[parse.head[head]].startswith(BLAMES):
                break  # "blamed the rebels for it"
            if parse.lower[c] == "for" and parse.lower[parse.head[head]] == "by":
                break  # "calls by the rebels for aid"
            inner = pobj(parse, c)
            if inner is not None:
                last = _right(parse, inner, depth + 1)
        elif dep in ("amod", "acomp") and parse.child(c, "prep") is not None:
            # "troops loyal to the regime"
            last = parse.right[c]
        elif dep == "acl" and parse.lower[c] in _NAMED and parse.child(c, "oprd") is not None:
            last = parse.right[c]  # "a man named Ana Rivas"
        elif dep == "acl" and parse.lower[c] in BELONGING and parse.right[c] - head < 8:
            # "a group based in the north", "gangs linked to the cartel"
            last = _without_reason(parse, c)
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


def _without_reason(parse: Parse, participle: int) -> int:
    """The last token of "based in the north", without "for spying" behind it."""
    for c in parse.children[participle]:
        inner = pobj(parse, c) if parse.dep[c] == "prep" else None
        inside = parse.child_list(inner, "prep") if inner is not None else []
        for prep in (c, *inside):
            if parse.dep[prep] == "prep" and parse.lower[prep] == "for":
                return prep - 1
    return parse.right[participle]


def whole(parse: Parse, token: int) -> int:
    """The noun that is meant: "students" of "tens of thousands of students"."""
    for _ in range(3):
        if parse.lower[token] not in PARTITIVES and parse.tag[token] != "CD":
            break
        of = next((c for c in parse.child_list(token, "prep") if parse.lower[c] == "of"), None)
        inner = pobj(parse, of) if of is not None else None
        if inner is None:
            break
        token = inner
    return token


def coordinated(parse: Parse, noun: int) -> list[int]:
    """The noun and those that it is coordinated with behind it: "the mayor, his wife and two guards",
    and those who are told apart among them: "five people, including a mayor". Verbs and pronouns that
    the parser hangs on it are none."""
    found = [noun]
    for at in found:
        if len(found) == MOST:
            break
        for c in parse.child_list(at, "conj", "appos"):
            tag = parse.tag[c]
            if parse.dep[c] == "appos" and not _is_listed(parse, at, c):
                continue
            if c > at and (tag[:2] == "NN" or (parse.entity[c] in _NAMES and tag[0] != "V")):
                found.append(c)
        for c in parse.child_list(at, "prep"):
            inner = pobj(parse, c) if parse.lower[c] == "including" else None
            if inner is not None and parse.tag[inner][:2] == "NN":
                found.append(inner)
    return sorted(found)


def _is_listed(parse: Parse, noun: int, beside: int) -> bool:
    """Whether the parser took the second of several for another name of the first: "Ana Rivas, Luis
    Prado and a guard"."""
    return (
        parse.child(beside, "conj") is not None
        and parse.entity[noun] == parse.entity[beside] == "PERSON"
        and parse.child(noun, "conj", "nummod") is None
    )
