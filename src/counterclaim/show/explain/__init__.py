"""Explain: why a record of the ledger is as it is, from the record alone.

Nothing is worked out anew and nothing is guessed: what the record does not tell is said to be
unknown.
"""

from collections.abc import Iterator

from counterclaim.model.claim import Claim
from counterclaim.model.event import Event
from counterclaim.model.spans import Span
from counterclaim.show.explain.claims import explain_claim
from counterclaim.show.explain.compared import (
    explain_check,
    explain_comparison,
    explain_incident,
    explain_origin,
)
from counterclaim.show.explain.events import explain_event
from counterclaim.show.explain.explanation import Explanation, Link
from counterclaim.show.explain.facts import (
    Facts,
    address,
    check_link,
    claim_link,
    comparison_link,
    event_link,
    gather,
    place_link,
    time_link,
)
from counterclaim.show.explain.find import Named, find
from counterclaim.show.explain.places import Lookup, explain_place
from counterclaim.show.explain.quantities import explain_quantity
from counterclaim.show.explain.times import explain_time
from counterclaim.store import View

__all__ = ["Explanation", "Link", "Lookup", "Named", "contents", "explain", "find"]


def explain(view: View, named: Named, lookup: Lookup) -> tuple[Explanation, ...]:
    """The explanation of a record, or of all that was read at a spot of a report (none where nothing
    was). `lookup` puts the ids of candidate places into words."""
    if named.kind == "spot":
        assert named.span is not None
        return tuple(_at(gather(view, named.report), named.span, lookup))
    if named.kind in ("claim", "event"):
        facts = gather(view, named.report)
        return tuple(_of(facts, named.id))
    return (_between(view, named),)


def _of(facts: Facts, record: str) -> Iterator[Explanation]:
    for claim in facts.reading.claims:
        if claim.id == record:
            yield explain_claim(facts, claim)
    for event in facts.reading.events:
        if event.id == record:
            yield explain_event(facts, event)


def _at(facts: Facts, spot: Span, lookup: Lookup) -> Iterator[Explanation]:
    """Places, times and numbers that share a character with the spot, then the claims and events whose
    source, cue or trigger does."""
    reading = facts.reading
    for toponym in reading.toponyms:
        if toponym.span.overlaps(spot):
            yield explain_place(facts, toponym, lookup)
    for time in reading.times:
        if time.span.overlaps(spot):
            yield explain_time(facts, time)
    for event in reading.events:
        for quantity in event.quantities:
            if quantity.span.overlaps(spot):
                yield explain_quantity(facts, event, quantity)
    for claim in reading.claims:
        if any(s.overlaps(spot) for s in (*claim.source_span, *claim.cue)):
            yield explain_claim(facts, claim)
    for event in reading.events:
        if event.trigger.overlaps(spot):
            yield explain_event(facts, event)


def _between(view: View, named: Named) -> Explanation:
    """A record that may rest on several reports."""
    claims: dict[str, tuple[Claim, str]] = {}
    events: dict[str, tuple[Event, str]] = {}

    def take(report: str) -> None:
        reading = view.reading(report)
        claims.update({c.id: (c, reading.text) for c in reading.claims})
        events.update({e.id: (e, reading.text) for e in reading.events})

    if named.kind == "incident":
        incident = view.incident(named.id)
        for report in incident.reports:
            take(report)
        return explain_incident(incident, view.comparisons(incident.id), events)
    if named.kind == "origin":
        origin = next(o for o in view.origins() if o.id == named.id)
        for report in origin.reports:
            take(report)
        return explain_origin(origin, claims)
    reading = view.reading(named.report)
    take(named.report)
    if named.kind == "check":
        check = next(k for k in reading.checks if k.id == named.id)
        return explain_check(check, named.report, reading.text, claims, events)
    found = {c.id: c for c in reading.comparisons}
    told = []
    for incident in view.incidents():
        here = {c.id: c for c in view.comparisons(incident.id)}
        if named.id in here:
            found |= here
            told.append(incident)
            for report in incident.reports:
                take(report)
    return explain_comparison(found[named.id], told, claims, events)


def contents(view: View, report: str) -> tuple[Link, ...]:
    """Everything in a report that can be explained, each with its id and words, in text order by
    kind."""
    reading = view.reading(report)
    text, out = reading.text, []
    out += [claim_link(c, text, "") for c in reading.claims]
    out += [event_link(e, text, "") for e in reading.events]
    out += [place_link(report, t, "") for t in reading.toponyms]
    out += [time_link(report, t, text, "") for t in reading.times]
    numbers = {
        q.span: Link(
            address(report, q.span),
            "quantity",
            "",
            f"“{q.span.words(text)}”: {q.what.replace('_', ' ')}",
        )
        for e in reading.events
        for q in e.quantities
    }
    out += [numbers[span] for span in sorted(numbers)]
    out += [comparison_link(c, "") for c in reading.comparisons]
    out += [check_link(k, "") for k in reading.checks]
    return tuple(out)
