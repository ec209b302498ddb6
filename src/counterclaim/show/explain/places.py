"""Why a place name means the place that it means, and which others it could have meant."""

from collections.abc import Callable

from counterclaim.model.event import Toponym
from counterclaim.show.explain.explanation import Candidate, Explanation, Field
from counterclaim.show.explain.facts import (
    Facts,
    address,
    check_link,
    event_link,
)
from counterclaim.show.explain.rules import describe
from counterclaim.show.explain.sentence import quote

Lookup = Callable[[str], str | None]
"""From a gazetteer's id to words for the place: `Tripoli, town, LB (229,000 people)`."""

NO_SCORES = (
    "The record keeps the order in which the candidates came out, and not their scores: how far "
    "behind each of them was is not known."
)


def _candidates(toponym: Toponym, lookup: Lookup) -> list[Candidate]:
    taken, others = toponym.gazetteer_id, toponym.candidates
    out = []
    if taken is not None:
        name = lookup(taken) or toponym.canonical or taken
        out.append(Candidate(id=taken, name=name, taken=True, rank=1, why="came out first"))
    why = "came out behind the one that was taken" if taken else "fits; none of those was taken"
    for rank, other in enumerate(others, start=len(out) + 1):
        name = lookup(other) or other
        out.append(Candidate(id=other, name=name, taken=False, rank=rank, why=why))
    return out


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
    return [Field(name, value) for name, value in known.items() if value is not None]


def explain_place(facts: Facts, toponym: Toponym, lookup: Lookup) -> Explanation:
    """One place name of a report."""
    report, span = facts.reading.report.id, toponym.span
    events = [e for e in facts.reading.events if any(p.span == span for p in e.places)]
    checks = [k for k in facts.reading.checks if any(s.overlaps(span) for s in k.why.spans)]
    meant = toponym.canonical or "stays unresolved"
    candidates = _candidates(toponym, lookup)
    unknown = [NO_SCORES] if len(candidates) > 1 else []
    if toponym.gazetteer_id is None and candidates:
        unknown.append(
            "Which of them came out so near to one another that none was taken is not recorded."
        )
    if toponym.gazetteer_id is None and not candidates:
        unknown.append("The gazetteer has no place of this name.")
    elif len(candidates) <= 1:
        unknown.append("No other place is noted as one that the name could mean.")
    if len(toponym.candidates) >= 5:
        unknown.append("At most five others are kept; there may have been more.")
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
        candidates=tuple(candidates),
        rests_on_it=(
            *(event_link(e, facts.text, how) for e in events),
            *(check_link(k, "checked by") for k in checks),
        ),
        unknown=tuple(unknown),
        run=facts.run,
    )
