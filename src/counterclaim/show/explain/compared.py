"""Why a comparison or a check was made, an origin or an incident drawn."""

from collections.abc import Iterable, Iterator, Mapping

from counterclaim.model.claim import Claim
from counterclaim.model.comparison import Check, Comparison
from counterclaim.model.event import Event
from counterclaim.model.link import Incident, Origin
from counterclaim.show.explain.explanation import Explanation, Field, Link, Quoted
from counterclaim.show.explain.facts import claim_link, comparison_link, event_link
from counterclaim.show.explain.rules import describe
from counterclaim.show.explain.sentence import quote
from counterclaim.show.signs import RELATION_WORDS, result_words, slot_words
from counterclaim.show.together import standing_words, tie_words

Claims = Mapping[str, tuple[Claim, str]]
"""Claim id to the claim and the text of its report."""
Events = Mapping[str, tuple[Event, str]]


def _links(claims: Claims, events: Events, ids: Iterable[str], how: str) -> Iterator[Link]:
    for record in dict.fromkeys(ids):
        if record in claims:
            yield claim_link(*claims[record], how)
        elif record in events:
            yield event_link(*events[record], how)
        else:
            yield Link(record, "record", how, "not stored by itself")


def _sides(claims: Claims, events: Events, side: Iterable[str], role: str) -> Iterator[Quoted]:
    for record in side:
        if record in claims:
            claim, text = claims[record]
            for span in claim.content:
                yield quote(text, role, span)
        elif record in events:
            event, text = events[record]
            yield quote(text, role, event.span)


def explain_comparison(
    comparison: Comparison, incidents: Iterable[Incident], claims: Claims, events: Events
) -> Explanation:
    """One comparison; its sides may stand in different reports."""
    fields = [
        Field("slot", f"{slot_words(comparison.slot)} ({comparison.slot})"),
        Field("relation", f"{comparison.relation}: {RELATION_WORDS[comparison.relation]}"),
        Field("ground", comparison.ground),
    ]
    if comparison.scope:
        fields.append(Field("may speak of different", ", ".join(comparison.scope)))
    others = [r for r in comparison.why.records if r not in comparison.a + comparison.b]
    return Explanation(
        id=comparison.id,
        kind="comparison",
        summary=comparison.ground,
        report=None,
        heading=None,
        made_by=comparison.why.kind,
        rules=describe(comparison.why.rule),
        fields=tuple(fields),
        quoted=(
            *_sides(claims, events, comparison.a, "one side"),
            *_sides(claims, events, comparison.b, "other side"),
        ),
        rests_on=(
            *_links(claims, events, comparison.a, "one side"),
            *_links(claims, events, comparison.b, "other side"),
            *_links(claims, events, others, "read in"),
        ),
        rests_on_it=tuple(Link(i.id, "incident", "told with", i.title) for i in incidents),
        unknown=("Which other relations were tried before this one is not recorded.",),
    )


def explain_check(
    check: Check, report: str, text: str, claims: Claims, events: Events
) -> Explanation:
    """One check of a claim."""
    others = [r for r in check.why.records if r not in check.claims]
    return Explanation(
        id=check.id,
        kind="check",
        summary=check.ground,
        report=report,
        heading=None,
        made_by=check.why.kind,
        rules=describe(check.why.rule),
        fields=(
            Field(
                "result",
                f"{check.result.replace('_', ' ')}: {result_words(check.kind, check.result)}",
            ),
            *(Field(i.name, i.value) for i in check.inputs),
        ),
        quoted=tuple(quote(text, "checked", span) for span in check.why.spans),
        rests_on=(
            *_links(claims, events, check.claims, "checks"),
            *_links(claims, events, others, "read in"),
        ),
    )


def explain_origin(origin: Origin, claims: Claims) -> Explanation:
    """One utterance that several claims go back to."""
    fields = [Field("speaker", origin.speaker)]
    if origin.occasion is not None:
        fields.append(Field("occasion", origin.occasion))
    return Explanation(
        id=origin.id,
        kind="origin",
        summary=f"{len(origin.claims)} claims in {len(origin.reports)} reports go back to one "
        "utterance.",
        report=None,
        heading=None,
        made_by=origin.why.kind,
        rules=describe(origin.why.rule),
        fields=tuple(fields),
        rests_on=tuple(_links(claims, {}, origin.claims, "goes back to it")),
        unknown=("Which claims were tried and left out is not recorded.",),
    )


def explain_incident(
    incident: Incident, comparisons: Iterable[Comparison], events: Events
) -> Explanation:
    """One incident: the events that were taken for one happening."""
    fields = [
        Field("type", incident.type),
        Field("day", incident.start or "unknown"),
        Field("places", ", ".join(incident.places) or "unknown"),
        Field("reports", ", ".join(incident.reports)),
        *(Field("how it stands", words) for words in standing_words(incident)),
        *(Field(f"why {tie.a} and {tie.b}", tie_words(tie)) for tie in incident.ties),
    ]
    return Explanation(
        id=incident.id,
        kind="incident",
        summary=incident.title,
        report=None,
        heading=None,
        made_by=incident.why.kind,
        rules=describe(incident.why.rule),
        fields=tuple(fields),
        rests_on=tuple(_links({}, events, incident.events, "one of its events")),
        rests_on_it=tuple(comparison_link(c, "compared in") for c in comparisons),
        unknown=("Which events were tried and left out, and why, is not recorded.",),
    )
