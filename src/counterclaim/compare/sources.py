"""Whether two claims come from one source, from two that speak for one side, or from strangers."""

import re
from collections.abc import Sequence
from typing import Literal

import msgspec

from counterclaim.compare.statement import Statement
from counterclaim.compare.words import classes
from counterclaim.language.parties import Parties
from counterclaim.model.claim import Source

Kinship = Literal["same", "perhaps", "allied", "apart"]
"""same: one person or body. perhaps: it cannot be told. allied: two who speak for one side, or one
who stands close to the other: neither bears the other out. apart: nothing is known to tie them."""


_INITIAL = re.compile(r"(?<=-)[a-z]-(?=[a-z])")
_WORD = re.compile(r"[^\W_]+")


def source_key(source: Source) -> str:
    """What a source is known by: its party's id, else its name. A person is the same with a middle
    initial and without it."""
    if source.party is not None and source.party.startswith("person:"):
        return _INITIAL.sub("", source.party)
    return source.party or source.name.casefold()


def with_known_sides(statements: Sequence[Statement], parties: Parties) -> tuple[Statement, ...]:
    """The statements with the side of each source that is told of it in another of them, or that the
    party data give. Where two sides are told of one, it is left open."""
    told: dict[str, set[str]] = {}
    for s in statements:
        if s.claim.source.party and s.claim.source.side:
            told.setdefault(source_key(s.claim.source), set()).add(s.claim.source.side)
    return tuple(_with_side(s, told, parties) for s in statements)


def _with_side(s: Statement, told: dict[str, set[str]], parties: Parties) -> Statement:
    source = s.claim.source
    if source.side is not None or source.party is None:
        return s
    known = told.get(source_key(source), set())
    party = None if known else parties.get(source.party)
    side = next(iter(known)) if len(known) == 1 else party.side if party else None
    if side is None:
        return s
    claim = msgspec.structs.replace(s.claim, source=msgspec.structs.replace(source, side=side))
    return msgspec.structs.replace(s, claim=claim)


def name_words(source: Source) -> frozenset[str]:
    """The words of the source's name that say something, lower case."""
    return frozenset(_WORD.findall(source.name.casefold())) - set(classes()["empty"])


_BODIES = frozenset({"government", "military", "medical", "igo", "ngo", "company"})


def _one_within_other(one: Source, two: Source) -> bool:
    """Whether an unresolved name may be the other's: "its defence ministry" and "the Gaza health
    ministry" may be bodies that another report names in more words."""
    if one.party is not None and two.party is not None:
        return False
    if not {one.kind, two.kind} <= _BODIES or one.close_to or two.close_to:
        return False
    a, b = name_words(one), name_words(two)
    return min(len(a), len(b)) >= 2 and (a <= b or b <= a)


def _unnamed(source: Source) -> bool:
    return source.anonymous or source.kind in ("anonymous", "unknown")


def _known_as(source: Source) -> set[str]:
    return {n.casefold() for n in (source.name, source.party, source.side) if n}


def kinship(a: Statement, b: Statement) -> Kinship:
    """How the two statements' sources stand to one another.

    Unnamed sources under the same words are one source inside a report ("the source said … he
    added"); across reports it cannot be told whether they are.
    """
    one, two = a.claim.source, b.claim.source
    if source_key(one) == source_key(two):
        if _unnamed(one) and one.party is None and a.report != b.report:
            return "perhaps"
        return "same"
    for x, y in ((one, two), (two, one)):
        names = {c.casefold() for c in x.candidates}
        if names and not names.isdisjoint(_known_as(y)):
            return "perhaps"
    if _one_within_other(one, two):
        return "perhaps"
    if one.side is not None and one.side == two.side:
        return "allied"
    for x, y in ((one, two), (two, one)):
        if x.side is not None and x.side == y.party:
            return "allied"
        if x.close_to and x.close_to.casefold() in _known_as(y):
            return "allied"
    return "apart"


def may_hold_office(a: Statement, b: Statement) -> bool:
    """Whether one is an office without a name ("the regional governor") that the other, a person
    named in another sentence or report, may hold."""
    for office, person in ((a.claim.source, b.claim.source), (b.claim.source, a.claim.source)):
        unnamed = office.party is None and office.kind == "official" and not office.anonymous
        last = office.name.split()[-1] if office.name else ""
        one = unnamed and office.name.islower() and not last.endswith("s")
        one = one and last not in classes()["collective"]
        named = (person.party or "").startswith("person:") and person.kind in (
            "official",
            "unknown",
        )
        sides = {s for s in (office.side, person.side) if s}
        if one and named and len(sides) < 2:
            other = b if person is b.claim.source else a
            title = title_of(other)
            if not title or not title.isdisjoint(office.name.split()):
                return True
    return False


def title_of(statement: Statement) -> frozenset[str]:
    """The words of a person's mention that are no name, lower case: "police chief" of "police chief
    Ann Lee", "mayor" of "Ann Lee, the mayor"."""
    around = statement.enclosing
    spans = statement.claim.source_span
    if around is None or not spans or not around.span.covers(spans[0]):
        return frozenset()
    mention = around.text[spans[0].start - around.start : spans[0].end - around.start]
    words = frozenset(_WORD.findall(mention.casefold()))
    idle = set(classes()["empty"]) - {"president", "minister"}
    return words - name_words(statement.claim.source) - idle - frozenset(classes()["honorific"])


def nested(a: Statement, b: Statement, by_id: dict[str, Statement]) -> bool:
    """Whether one claim stands inside the other: who relays a claim does not make it."""
    for outer, inner in ((a, b), (b, a)):
        at: Statement | None = inner
        seen: set[str] = set()
        while at is not None and at.claim.via is not None and at.id not in seen:
            if at.claim.via == outer.id:
                return True
            seen.add(at.id)
            at = by_id.get(at.claim.via)
    return False
