"""Why a place name means the place that it means, and which others it could have meant."""

from collections.abc import Callable, Iterator

from counterclaim.model.event import PlaceCandidate, Toponym
from counterclaim.show.explain.explanation import Candidate, Explanation, Field
from counterclaim.show.explain.facts import (
    Facts,
    address,
    check_link,
    event_link,
)
from counterclaim.show.explain.grounds import ground_words
from counterclaim.show.explain.rules import describe
from counterclaim.show.explain.sentence import quote

Lookup = Callable[[str], str | None]
"""From a gazetteer's id to words for the place: `Tripoli, town, LB (229,000 people)`."""

WITHIN = "that what is meant lies within 161 km (100 miles) of it"
NO_WEIGHTS = (
    "How likely each of them is: this record was made before candidates were weighed, or the answer "
    "was taken back for a reason that has no probability."
)


def _why(told: PlaceCandidate, best: PlaceCandidate, taken: bool) -> str:
    """What spoke for a candidate and against it; for one that lost, what the best had before it."""
    words = ground_words()
    pro = [words.place[g] for g in told.grounds if g in words.place]
    contra = [words.against[g] for g in told.grounds if g in words.against]
    if told is best:
        lead = "taken: " if taken else "came out first, but was not taken: "
        parts = [lead + ("; ".join(pro) or "nothing spoke for it but its people")]
    else:
        ahead = [words.place[g] for g in best.grounds if g in words.place and g not in told.grounds]
        parts = ["for it: " + "; ".join(pro)] if pro else []
        parts += ["the first has besides: " + "; ".join(ahead)] if ahead else []
    parts += ["against it: " + "; ".join(contra)] if contra else []
    return " · ".join(parts) or "of its kind the first is the larger"


def _candidates(toponym: Toponym, lookup: Lookup) -> Iterator[Candidate]:
    """The weighed ones, then those that are only known to have fitted."""
    taken, weighed = toponym.gazetteer_id, toponym.weighed
    for rank, one in enumerate(weighed, start=1):
        yield Candidate(
            id=one.id,
            name=lookup(one.id) or (toponym.canonical if one.id == taken else None) or one.id,
            taken=one.id == taken,
            rank=rank,
            probability=one.probability,
            why=_why(one, weighed[0], taken is not None),
        )
    told = {one.id for one in weighed}
    rest = [taken, *toponym.candidates] if taken else list(toponym.candidates)
    for rank, other in enumerate((o for o in rest if o not in told), start=len(told) + 1):
        why = "came out first" if other == taken else "far behind" if weighed else "fits as well"
        yield Candidate(
            id=other, name=lookup(other) or other, taken=other == taken, rank=rank, why=why
        )


def _fields(toponym: Toponym) -> list[Field]:
    known = {
        "place": toponym.canonical,
        "gazetteer id": toponym.gazetteer_id,
        "precision": toponym.precision,
        "province": toponym.province,
        "country": toponym.country,
    }
    if toponym.lat is not None and toponym.lon is not None:
        known["latitude and longitude"] = f"{toponym.lat:g}, {toponym.lon:g}"
    if toponym.adjective:
        known["form"] = "an adjective or a word for people"
    if toponym.probability is not None:
        known["probability"] = f"{toponym.probability:.3f} {WITHIN}"
    if toponym.doubt is not None:
        known["stays open"] = ground_words().doubt[toponym.doubt]
    return [Field(name, value) for name, value in known.items() if value is not None]


def _unknown(toponym: Toponym, candidates: int) -> Iterator[str]:
    unweighed = any(c.probability is None for c in toponym.weighed)
    if unweighed or (candidates > 1 and not toponym.weighed):
        yield NO_WEIGHTS
    if len(toponym.candidates) >= 5:
        yield "At most five others are kept; there may have been more."


def explain_place(facts: Facts, toponym: Toponym, lookup: Lookup) -> Explanation:
    """One place name of a report."""
    report, span = facts.reading.report.id, toponym.span
    events = [e for e in facts.reading.events if any(p.span == span for p in e.places)]
    checks = [k for k in facts.reading.checks if any(s.overlaps(span) for s in k.why.spans)]
    meant = toponym.canonical or "stays unresolved"
    candidates = tuple(_candidates(toponym, lookup))
    roles = {p.role.replace("_", " ") for e in events for p in e.places if p.span == span}
    how = f"happened there ({', '.join(sorted(roles))})" if roles else ""
    return Explanation(
        id=address(report, span),
        kind="place",
        summary=f"“{toponym.name}” is read as a place: {meant}.",
        report=report,
        heading=facts.heading,
        made_by=toponym.why.kind,
        rules=describe(toponym.why.rule),
        fields=tuple(_fields(toponym)),
        quoted=(quote(facts.text, "place", span),),
        candidates=candidates,
        rests_on_it=(
            *(event_link(e, facts.text, how) for e in events),
            *(check_link(k, "checked by") for k in checks),
        ),
        unknown=tuple(_unknown(toponym, len(candidates))),
        run=facts.run,
    )
