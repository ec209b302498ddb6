"""Why a time expression means the time that it means."""

from counterclaim.model.event import TimeExpression
from counterclaim.show.explain.explanation import Explanation, Field
from counterclaim.show.explain.facts import Facts, address, check_link, event_link
from counterclaim.show.explain.rules import describe
from counterclaim.show.explain.sentence import quote

NO_OTHERS = (
    "Which other days or times the words could have meant, and why they lost, is not recorded."
)


def _fields(time: TimeExpression, published: str | None) -> list[Field]:
    known = {
        "TIMEX3": f"{time.type} {time.value}",
        "from": time.interval_start,
        "to": time.interval_end,
        "precision": time.precision,
        "counted from": time.anchor,
        "published": published or "unknown",
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
    else:
        out.append(NO_OTHERS)
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
        rests_on_it=(
            *(event_link(e, text, "happened then") for e in events),
            *(check_link(k, "checked by") for k in checks),
        ),
        unknown=tuple(_unknown(time, report.published)),
        run=facts.run,
    )
