"""Which event a report is mainly about."""

from collections import Counter

from counterclaim.language.parse import Parse
from counterclaim.model.event import Event
from counterclaim.model.report import Report

_WEIGHT = {
    "ASSAULT": 3.0,
    "CASUALTIES": 2.0,
    "COERCE": 2.5,
    "PROTEST": 2.5,
    "MOBILIZE": 2.0,
    "RETREAT": 2.0,
    "SANCTION": 2.0,
    "AID": 1.5,
    "CONSULT": 1.0,
    "STATEMENT": 0.0,
}

_ABOUT = frozenset({"ACCUSE", "REQUEST", "AGREE", "REJECT", "SUPPORT", "THREATEN", "STATEMENT"})
"""What is said and done about a happening: a headline on an inquiry is about what is inquired into,
where the report tells of it."""


def main_event(report: Report, parse: Parse, events: tuple[Event, ...]) -> str | None:
    """The id of the main event: early in the text (news tells the main thing first), done and not
    only talked of, with a place, a time, numbers, and told of again. None without events."""
    if not events:
        return None
    kinds = Counter(event.type for event in events)
    best = max(
        events,
        key=lambda e: (_score(report, parse, e, kinds[e.type] - 1), -e.trigger.start, e.id),
    )
    return best.id


def _score(report: Report, parse: Parse, event: Event, echoes: int) -> float:
    """How much speaks for the event; `echoes` is the number of other events of its type."""
    early = 2.0 if event.type in _ABOUT else 4.0
    score = _WEIGHT.get(event.type, 1.0) + early / (1 + _rank(report, parse, event))
    if event.modality != "happened":
        score -= 3.0
    if event.polarity == "denied":
        score -= 2.0
    score += 0.5 * sum(x is not None for x in (event.actor, event.target, event.instrument))
    score += 0.5 * any(p.role != "utterance" for p in event.places)
    score += 0.75 * (event.time is not None) + 0.25 * min(len(event.quantities), 3)
    told = len(event.why.spans) if event.why.rule == "event-mentions" else 0
    return score + 0.5 * min(told, 3) + 0.25 * min(echoes, 4)


def _rank(report: Report, parse: Parse, event: Event) -> int:
    """The number of its sentence, from 0; a title counts as the first sentence."""
    tokens = parse.tokens_in(event.trigger.start, event.trigger.end)
    number = parse.sentence_of[tokens[0]]
    first = parse.sentences[: min(number, 5)]
    titles = sum(1 for s in first if report.segments[s.segment].kind == "title")
    return number - titles
