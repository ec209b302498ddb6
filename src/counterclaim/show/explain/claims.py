"""Why a claim is ascribed to whom it is ascribed to, with the stance that it has."""

from collections.abc import Iterator

from counterclaim.model.claim import Claim
from counterclaim.model.spans import quoted
from counterclaim.show.explain.explanation import Candidate, Explanation, Field, Link, Quoted
from counterclaim.show.explain.facts import (
    Facts,
    check_link,
    claim_link,
    comparison_link,
    event_link,
    named,
)
from counterclaim.show.explain.rules import describe
from counterclaim.show.explain.sentence import quote
from counterclaim.show.sentences import clip
from counterclaim.show.words import how_said, stance_words

NO_OTHERS = (
    "Which other words of the report were weighed as the source, and by how much they lost, is not "
    "recorded."
)
NO_PARTIES = "Which other parties the source's name could mean is not recorded."


def _fields(claim: Claim) -> Iterator[Field]:
    source = claim.source
    yield Field("source", source.name)
    yield Field("kind of source", f"unnamed {source.kind}" if source.anonymous else source.kind)
    phrases = {
        "addressee": claim.addressee,
        "setting": claim.occasion and claim.occasion.setting,
        "place of the words": claim.occasion and claim.occasion.place,
        "time of the words": claim.occasion and claim.occasion.time,
        "basis": claim.basis,
    }
    told = {
        "party": source.party,
        "side": source.side,
        "close to": source.close_to,
        "stance": claim.stance,
        "outlet's distance": claim.distance,
        "quoted": claim.quote,
        "was it said": None if claim.modality == "happened" else claim.modality,
    } | {name: phrase.words if phrase else None for name, phrase in phrases.items()}
    for name, value in told.items():
        if value is not None:
            yield Field(name, value)


def _quoted(claim: Claim, text: str) -> Iterator[Quoted]:
    parts = (("source", claim.source_span), ("cue", claim.cue), ("content", claim.content))
    for role, spans in parts:
        for span in spans:
            yield quote(text, role, span)


def _candidates(claim: Claim) -> Iterator[Candidate]:
    """The parties that the source could be; none was taken where there are several."""
    for rank, party in enumerate(claim.source.candidates, start=1):
        why = "one of several that fit; none was taken"
        yield Candidate(id=party, name=party, taken=False, rank=rank, why=why)


def _rests_on(facts: Facts, claim: Claim) -> Iterator[Link]:
    if claim.via is not None:
        yield from named(facts, [claim.via], "told inside", "a claim that is not stored")
    yield from named(facts, claim.why.records, "goes on from", "a claim that is not stored")


def _rests_on_it(facts: Facts, claim: Claim) -> Iterator[Link]:
    reading, text = facts.reading, facts.text
    for other in reading.claims:
        if other.via == claim.id:
            yield claim_link(other, text, "holds")
        elif claim.id in other.why.records:
            yield claim_link(other, text, "goes on in")
    for event in reading.events:
        if event.said_by != "narration" and claim.id in event.said_by:
            yield event_link(event, text, "says that")
    for comparison in facts.comparisons:
        if claim.id in comparison.a + comparison.b:
            yield comparison_link(comparison, "compared in")
    for check in reading.checks:
        if claim.id in check.claims:
            yield check_link(check, "checked by")
    for origin in facts.origins:
        if claim.id in origin.claims:
            words = f"{origin.speaker}: {len(origin.claims)} claims, {len(origin.reports)} reports"
            yield Link(origin.id, "origin", "goes back to", words)


def explain_claim(facts: Facts, claim: Claim) -> Explanation:
    """One claim of a report."""
    words = clip(quoted(facts.text, claim.content))
    unknown = [] if claim.source.candidates or claim.source.party is None else [NO_PARTIES]
    if not claim.source_span:
        unknown.append(
            "No words name the source here: it goes on from before, or is left out, as in a passive."
        )
    return Explanation(
        id=claim.id,
        kind="claim",
        summary=f"{claim.source.name} {stance_words(claim)} ({how_said(claim)}): “{words}”",
        report=claim.report,
        heading=facts.heading,
        made_by=claim.why.kind,
        rules=describe(claim.why.rule),
        fields=tuple(_fields(claim)),
        quoted=tuple(_quoted(claim, facts.text)),
        candidates=tuple(_candidates(claim)),
        rests_on=tuple(_rests_on(facts, claim)),
        rests_on_it=tuple(_rests_on_it(facts, claim)),
        unknown=(NO_OTHERS, *unknown),
        run=facts.run,
    )
