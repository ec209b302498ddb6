"""The toll of the main event: how many were killed and injured in all, as the whole report tells it.

News tells a toll in many places: "three men and a woman were shot", "one of them died", "the fifth
victim was treated". The event that a report is mainly about carries the toll of the whole incident:
the total where one is written, else the sum of those counted side by side, else the number of
different persons told of. What is of another happening or day, over a stretch of time, denied,
planned or only possible, is left out; so is what somebody claims, where the report names a party as
the doer or where what is said differs: there each number stays with whom it is told by.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from counterclaim.code_events.persons import Person, group_root, persons, sexes
from counterclaim.code_events.quantities import FoundQuantity
from counterclaim.code_events.toll_scope import HARMS, Sayer, of_this
from counterclaim.language.parse import Parse
from counterclaim.model.event import Event, Quantity, TimeExpression
from counterclaim.model.spans import Span
from counterclaim.model.why import Why

_VIOLENT = frozenset({"ASSAULT", "CASUALTIES"})
_NUMBERED = frozenset({"exact", "at_least", "about", "at_most", "range", "vague"})
LEAD = 8
"""Sentences from the beginning whose numbers are of the main event first of all."""


@dataclass(frozen=True, slots=True)
class Total:
    """A number of people harmed and what it was read from; `hit` of those shot or stabbed."""

    what: str
    quantity: Quantity
    items: tuple[FoundQuantity, ...]
    hit: bool

    @property
    def least(self) -> float:
        """The least number that it can be."""
        q = self.quantity
        return next((x for x in (q.low, q.best, q.high) if x is not None), 0.0)


def with_toll(
    events: tuple[Event, ...],
    main: str | None,
    found: Sequence[FoundQuantity],
    parse: Parse,
    times: Sequence[TimeExpression],
    claimed: Sayer,
) -> tuple[Event, ...]:
    """The events, the main one with the toll that the report tells."""
    n = next((i for i, e in enumerate(events) if e.id == main), None)
    if n is None or events[n].type not in _VIOLENT:
        return events
    told = events[n]
    if told.modality != "happened" or told.polarity == "denied":
        return events
    items = of_this(told, events, found, parse, times, claimed)
    toll = _toll(parse, items)
    quantities = _placed(told.quantities, toll)
    if quantities == told.quantities:
        return events
    own = set(told.quantities)
    spans = tuple(q.span for q in quantities if q not in own)
    rule = "toll" if told.why.kind == "quoted" else f"{told.why.rule}+toll"
    why = Why(
        kind="derived",
        rule=rule,
        spans=tuple(dict.fromkeys((*told.why.spans, *spans))),
        records=told.why.records,
    )
    changed = replace(told, quantities=quantities, why=why)
    return (*events[:n], changed, *events[n + 1 :])


def _toll(parse: Parse, items: Sequence[FoundQuantity]) -> list[Quantity]:
    """The toll in all: at most one number of killed and one of injured."""
    totals = _totals(parse, items)
    people = persons(parse, [i for i in items if i.quantity.form == "single"])
    killed = _greatest(parse, [t for t in totals if t.what == "killed"])
    hurt = _greatest(parse, [t for t in totals if t.what == "injured"])
    both = _greatest(parse, [t for t in totals if t.what == "casualties"])
    dead = [p for p in people if p.killed]
    alive = [p for p in people if not p.killed]
    deaths = _or_listed(parse, killed, dead, "killed")
    unknown = 0 if deaths is None or deaths.best is None else int(deaths.best) - len(dead)
    for person in reversed(alive):
        # Of whom no more is told than that they were shot may be among the dead.
        if unknown > 0 and all(i.hit for i in person.items):
            alive, unknown = [p for p in alive if p is not person], unknown - 1
    hurts = _or_listed(parse, hurt, alive, "injured")
    hit = hurt.hit if hurt is not None else both is not None
    whole = hurt if hurt is not None else both
    if hit and whole is not None and deaths is not None:
        hurts = _rest(whole, deaths, alive)
    elif hurt is None and both is not None and deaths is None:
        hurts = None
    return [q for q in (deaths, hurts) if q is not None]


def _or_listed(
    parse: Parse, total: Total | None, people: Sequence[Person], what: str
) -> Quantity | None:
    """The total, or the number of different persons where that is greater or all there is."""
    if total is not None:
        beside = [p for p in people if _is_none_of(parse, p, total)]
        if beside and total.quantity.best is not None and len(total.items) == 1:
            n = total.quantity.best + len(beside)
            spans = (total.quantity.span, *(p.first.quantity.span for p in beside))
            return replace(
                total.quantity,
                low=n,
                best=n,
                high=n,
                form="listed",
                status="unknown",
                counted=spans,
            )
        if total.least >= len(people):
            return total.quantity
    if not people:
        return None if total is None else total.quantity
    first = people[0].first.quantity
    if len(people) == 1:
        return replace(first, what=what)
    items = sorted((p.first for p in people), key=lambda i: i.first)
    span = first.span
    if parse.sentence_of[items[0].noun] == parse.sentence_of[items[-1].noun]:
        span = Span(items[0].quantity.span.start, items[-1].quantity.span.end)
    return replace(
        first,
        what=what,
        low=float(len(people)),
        best=float(len(people)),
        high=float(len(people)),
        form="listed",
        status="unknown",
        span=span,
        counted=tuple(i.quantity.span for i in items),
    )


def _is_none_of(parse: Parse, person: Person, total: Total) -> bool:
    """ "four women … a man died later": one who by sex is not among those counted."""
    sex = sexes().get(parse.lower[total.items[0].noun])
    return sex is not None and person.sex is not None and person.sex != sex


def _rest(whole: Total, deaths: Quantity, alive: Sequence[Person]) -> Quantity | None:
    """Of those shot, the ones who did not die: "five were shot, two of them fatally"."""
    n, dead = whole.quantity.best, deaths.best
    if n is None or dead is None:
        return None if whole.what == "casualties" or dead is None else whole.quantity
    left = n - dead
    if left <= 0:
        if len(alive) and n < dead:
            return replace(whole.quantity, what="injured")
        return None
    return replace(
        whole.quantity,
        what="injured",
        low=left,
        best=left,
        high=left,
        form="rest",
        counted=(whole.quantity.span, deaths.span),
    )


def _totals(parse: Parse, items: Sequence[FoundQuantity]) -> list[Total]:
    """Each number, and the sums of those that stand side by side: "three men and a woman"."""
    found = [
        Total(i.quantity.what, i.quantity, (i,), i.hit)
        for i in items
        if i.quantity.form in _NUMBERED
        and (i.quantity.part_of is None or i.quantity.what == "killed")
    ]
    groups: dict[tuple[str, int], list[FoundQuantity]] = {}
    for i in items:
        if i.quantity.part_of is None and i.quantity.best is not None:
            groups.setdefault((i.quantity.what, group_root(parse, i.noun)), []).append(i)
    for (what, _), some in groups.items():
        if all(i.quantity.form == "single" for i in some) or len(some) < 2:
            continue
        some.sort(key=lambda i: i.first)
        if parse.sentence_of[some[0].noun] != parse.sentence_of[some[-1].noun]:
            continue
        first, last = some[0].quantity, some[-1].quantity
        n = sum(i.quantity.best or 0 for i in some)
        summed = replace(
            first,
            low=n,
            best=n,
            high=n,
            form="listed",
            status="unknown",
            span=Span(first.span.start, last.span.end),
            counted=tuple(i.quantity.span for i in some),
        )
        found.append(Total(what, summed, tuple(some), any(i.hit for i in some)))
    return found


def _greatest(parse: Parse, totals: Sequence[Total]) -> Total | None:
    """The total that stands for all: the greatest of the lead, else the first told of; an exact
    number before one that is not."""
    if not totals:
        return None
    lead = [t for t in totals if parse.sentence_of[t.items[0].noun] < LEAD]
    some = lead or list(totals)[:1]
    exact = [t for t in some if t.quantity.best is not None]
    most = max(t.least for t in some)
    best = [t for t in exact if t.least >= most] or [t for t in some if t.least == most]
    return best[0]


def _placed(own: tuple[Quantity, ...], toll: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The event's quantities with the toll: what it told before stays, as a part of the toll where
    it is less, and leaves where the toll says what became of those ("shot", who later died)."""
    out = list(toll)
    for q in own:
        if q in out:
            continue
        total = next((t for t in toll if t.what == q.what), None)
        if q.what in HARMS and q.form != "none":
            if total is None:
                if toll:
                    continue
            elif (q.low, q.best, q.high) == (total.low, total.best, total.high):
                continue
            elif q.part_of is None and (q.best or q.low or 0) < (total.best or total.low or 0):
                q = replace(q, part_of=total.span)
            elif total.form == "rest":
                continue
        out.append(q)
    return tuple(out)
