"""Why a time expression means the time that it means."""

from collections.abc import Iterator

from counterclaim.model.event import TimeExpression
from counterclaim.show.explain.explanation import Candidate, Explanation, Field
from counterclaim.show.explain.facts import Facts, address, check_link, event_link
from counterclaim.show.explain.grounds import ground_words
from counterclaim.show.explain.rules import describe
from counterclaim.show.explain.sentence import quote


def _candidates(time: TimeExpression) -> Iterator[Candidate]:
    """The reading that was taken and the others that the words allow, with what chose."""
    if not time.others or time.settled is None:
        return
    words = ground_words().time[time.settled]
    resolved = time.interval_start is not None
    if resolved:
        yield Candidate(id=time.value, name=time.value, taken=True, rank=1, why=words)
    lost = "the words allow it too" if resolved else words
    for rank, other in enumerate(time.others, start=1 + resolved):
        yield Candidate(id=other, name=other, taken=False, rank=rank, why=lost)


def _fields(time: TimeExpression, published: str | None) -> list[Field]:
    known = {
        "TIMEX3": f"{time.type} {time.value}",
        "from": time.interval_start,
        "to": time.interval_end,
        "precision": time.precision,
        "counted from": time.anchor,
        "published": published or "unknown",
        "settled by": ground_words().time[time.settled] if time.settled else None,
    }
    return [Field(name, value) for name, value in known.items() if value is not None]


def _unknown(time: TimeExpression, published: str | None) -> list[str]:
    out = []
    if time.interval_start is None:
        if time.type in ("DURATION", "SET"):
            out.append("How long or how often something is has no place on the calendar.")
        elif published is None and "X" in time.value:
            out.append("Without a publication date there is nothing to count from.")
        else:
            out.append("The words tell no time that could be resolved.")
    elif time.anchor is None:
        out.append("The words give the whole date: nothing had to be counted.")
    return out


def explain_time(facts: Facts, time: TimeExpression) -> Explanation:
    """One time expression of a report."""
    report, span, text = facts.reading.report, time.span, facts.text
    events = [e for e in facts.reading.events if e.time is not None and e.time.span == span]
    checks = [k for k in facts.reading.checks if any(s.overlaps(span) for s in k.why.spans)]
    meant = time.interval_start or "stays unresolved"
    if time.interval_start and time.interval_end not in (None, time.interval_start):
        meant += f" to {time.interval_end}"
    return Explanation(
        id=address(report.id, span),
        kind="time",
        summary=f"“{span.words(text)}” is read as a time: {meant}.",
        report=report.id,
        heading=facts.heading,
        made_by=time.why.kind,
        rules=describe(time.why.rule),
        fields=tuple(_fields(time, report.published)),
        quoted=(quote(text, "time", span),),
        candidates=tuple(_candidates(time)),
        rests_on_it=(
            *(event_link(e, text, "happened then") for e in events),
            *(check_link(k, "checked by") for k in checks),
        ),
        unknown=tuple(_unknown(time, report.published)),
        run=facts.run,
    )
