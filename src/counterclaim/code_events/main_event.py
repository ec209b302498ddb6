"""Which event a report is mainly about."""

from collections import Counter

from counterclaim.code_events.scene import scene_words
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

_AFTER = frozenset({"COERCE", "RETREAT", "SANCTION"})
"""What follows violence that the same sentence tells or names: "arrested in the shooting of …"."""
_VIOLENT = frozenset({"ASSAULT", "CASUALTIES"})


def main_event(report: Report, parse: Parse, events: tuple[Event, ...]) -> str | None:
    """The id of the main event: early in the text (news tells the main thing first), done and not
    only talked of, with a place, a time, numbers, and told of again. None without events."""
    if not events:
        return None
    kinds = Counter(event.type for event in events)
    told = {_sentence(parse, e) for e in events if e.type in _VIOLENT and _took_place(e)}
    named = scene_words().happening

    def follows(event: Event) -> bool:
        if event.type not in _AFTER or not told:
            return False
        number = _sentence(parse, event)
        s = parse.sentences[number]
        return number in told or not named.isdisjoint(parse.lower[s.first : s.last + 1])

    def rank(event: Event) -> tuple[float, int, str]:
        about = event.type in _ABOUT or follows(event)
        score = _score(report, parse, event, kinds[event.type] - 1, about)
        return score, -event.trigger.start, event.id

    best = max(events, key=rank)
    return best.id


def _took_place(event: Event) -> bool:
    return event.polarity == "affirmed" and event.modality == "happened"


def _sentence(parse: Parse, event: Event) -> int:
    return parse.sentence_of[parse.tokens_in(event.trigger.start, event.trigger.end)[0]]


def _score(report: Report, parse: Parse, event: Event, echoes: int, about: bool) -> float:
    """How much speaks for the event; `echoes` is the number of other events of its type, `about`
    says that it is only said or done about another."""
    early = 2.0 if about else 4.0
    score = _WEIGHT.get(event.type, 1.0) + early / (1 + _rank(report, parse, event))
    if event.modality != "happened":
        score -= 3.0
    if event.polarity == "denied":
        score -= 2.0
    score += 0.5 * sum(
        x is not None for x in (event.actor_words, event.target_words, event.instrument)
    )
    score += 0.5 * any(p.role != "utterance" for p in event.places)
    score += 0.75 * (event.time is not None) + 0.25 * min(len(event.quantities), 3)
    # What is added to the main event later, its day or its toll, must not make it less of one.
    retold = event.why.kind == "derived" and event.why.rule != "hedged-target"
    told = len(event.why.spans) if retold else 0
    return score + 0.5 * min(told, 3) + 0.25 * min(echoes, 4)


def _rank(report: Report, parse: Parse, event: Event) -> int:
    """The number of its sentence, from 0; a title counts as the first sentence."""
    number = _sentence(parse, event)
    first = parse.sentences[: min(number, 5)]
    titles = sum(1 for s in first if report.segments[s.segment].kind == "title")
    return number - titles
