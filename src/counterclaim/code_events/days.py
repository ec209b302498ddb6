"""The day of what a report is mainly about, where no mention of it carries one: the day that its
happening, or the call to it, is told to have been on."""

import re
from collections.abc import Sequence

from counterclaim.code_events.forms import verb_forms
from counterclaim.code_events.scene import scene_words
from counterclaim.language.parse import Parse
from counterclaim.model.event import Event, TimeExpression

_WEIGHT = {"occurs": 3.0, "event": 3.0, "responds": 2.5, "happening": 2.0, "sentence": 1.0}
"""It took place then; an event like it is dated so; they were called, found it then; its sentence
names the happening; it stands among what is told at the top."""
_COMPLETED = frozenset(
    form for verb in ("take", "break", "ring", "go") for form in verb_forms(verb)
)
_EARLY = 5
MARGIN = 1.5
ENOUGH = 1.0
FINE = frozenset({"minute", "part_of_day", "day"})
_CLOCK = re.compile(
    r"(?:(?:about|around|just|shortly)\s)*[\d:.\s]+(?:[ap]\.?\s?m\.?)?(?:\s?hrs|\s?hours)?|noon|midnight",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?:in\s|at\s|before\s|by\s)?(?:the\s)?(?:early\s|late\s)?"
    r"(?:morning|afternoon|evening|night|dawn|daybreak|dusk|midnight|noon|midday)",
    re.IGNORECASE,
)


def is_clock(words: str) -> bool:
    """A time of day whose day is not told beside it: "8:10 p.m.", "in the evening"."""
    bare = words.strip()
    return bool(_CLOCK.fullmatch(bare) or _PART.fullmatch(bare))


def is_overnight(words: str) -> bool:
    """A night that lies on both sides of midnight."""
    return "overnight" in words.lower()


def find_day(
    parse: Parse,
    times: Sequence[TimeExpression],
    events: Sequence[Event],
    published: str | None,
) -> tuple[TimeExpression, str] | None:
    """The expression that tells the day of the main event, and the rule (`day-occurs`, …); None where
    none does, or where two days are told about as well. `events` are those that may be the same."""
    own = {e.time.span.start for e in events if e.time is not None and e.time.span is not None}
    found: dict[str, list[tuple[float, str, TimeExpression]]] = {}
    for time in times:
        start = time.interval_start
        if time.type not in ("DATE", "TIME") or start is None or time.precision not in FINE:
            continue
        if published is not None and start[:10] > published[:10]:
            continue
        words = parse.text[time.start : time.end]
        if is_clock(words) or is_overnight(words) or is_of_the_page(parse, time):
            continue
        ground, weight = _ground(parse, time, own)
        if ground is not None:
            found.setdefault(start[:10], []).append((weight, ground, time))
    if not found:
        return None
    weights = {day: sum(sorted((w for w, _, _ in g), reverse=True)[:3]) for day, g in found.items()}
    ranked = sorted(weights, key=lambda day: (-weights[day], found[day][0][2].start))
    best = ranked[0]
    if weights[best] < ENOUGH or any(
        weights[best] < MARGIN * weights[other] for other in ranked[1:]
    ):
        return None
    _, ground, time = max(found[best], key=lambda g: (g[0], -g[2].start))
    return time, f"day-{ground}"


def find_clock(
    parse: Parse, times: Sequence[TimeExpression], events: Sequence[Event]
) -> tuple[TimeExpression, str] | None:
    """The time of day, named without its day, at which the happening or the call to it is told to
    have been; with its rule."""
    own = {e.time.span.start for e in events if e.time is not None and e.time.span is not None}
    for time in times:
        if time.interval_start is None or time.precision not in ("minute", "part_of_day"):
            continue
        if not is_clock(parse.text[time.start : time.end]):
            continue
        ground, _ = _ground(parse, time, own)
        if ground in ("occurs", "event", "responds", "happening"):
            return time, f"clock-{ground}"
    return None


def is_of_the_page(parse: Parse, time: TimeExpression) -> bool:
    """ "Posted: Friday, May 20": when the page was made, and not when anything happened."""
    tokens = parse.tokens_in(time.start, time.end)
    if not tokens:
        return True
    return not scene_words().page.isdisjoint(parse.lower[max(0, tokens[0] - 4) : tokens[0]])


def _ground(parse: Parse, time: TimeExpression, own: set[int]) -> tuple[str | None, float]:
    """Why this may be the day, and what that weighs: the verb over it, then its sentence."""
    words = scene_words()
    tokens = parse.tokens_in(time.start, time.end)
    if not tokens:
        return None, 0.0
    number = parse.sentence_of[tokens[0]]
    early = 1.0 if number < _EARLY else 0.0
    if time.start in own:
        return "event", _WEIGHT["event"] + early
    i = tokens[0]
    for _ in range(12):
        up = parse.head[i]
        if up == i:
            break
        i = up
        if parse.lower[i] in words.happening and parse.tag[i][0] == "N":
            return "occurs", _WEIGHT["occurs"] + early  # "Sunday night's gunfire"
        if parse.tag[i][0] == "V":
            break
    sentence = parse.sentences[number]
    inside = parse.lower[sentence.first : sentence.last + 1]
    if parse.tag[i][0] == "V":
        verb = parse.lower[i]
        completed = any(parse.lower[c] in words.completes for c in parse.children[i])
        if verb in words.later and not completed:
            return None, 0.0
        if verb in words.occurs or (completed and verb in _COMPLETED):
            return "occurs", _WEIGHT["occurs"] + early
        if verb in words.responds:
            return "responds", _WEIGHT["responds"] + early
        if not words.happening.isdisjoint(inside):
            return "happening", _WEIGHT["happening"] + early
        return ("sentence", _WEIGHT["sentence"]) if early else (None, 0.0)
    if not words.happening.isdisjoint(inside) and sentence.last - sentence.first > 5:
        return "happening", _WEIGHT["sentence"] + early
    return None, 0.0
