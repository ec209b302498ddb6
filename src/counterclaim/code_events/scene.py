"""The scene: the town that a whole report is set in.

Local news names the town once, in its dateline or beside its police, and then only streets. A town
is the scene when the grounds for it, each a rule of the language with a weight, outweigh those for
any other far from it; where two remain near one another in weight, there is none.
"""

import re
from collections.abc import Sequence
from functools import cache
from math import asin, cos, radians, sin, sqrt

import msgspec

from counterclaim.code_events.forms import verb_forms
from counterclaim.code_events.lexicon import lexicon, table
from counterclaim.language.parse import Parse
from counterclaim.model.event import Place, Toponym

NEAR_KM = 40.0
"""Towns this near to one another speak for one scene."""
FAR_KM = 80.0
"""Towns farther from it than this speak against a scene."""
MARGIN = 1.4
"""How many times the grounds of the next far town those of a scene must weigh."""
ENOUGH = 2.0

_WEIGHT = {"dateline": 3.0, "located": 2.0, "answers": 2.0, "named": 1.0, "elsewhere": 0.5}
"""The dateline names it; it stands behind "in"; its police speak; it is named; somebody comes from
it or was brought there."""
_LATER = 0.5
"""What a ground behind the sixth sentence is worth."""
_EARLY = 6
_AGAIN = 4
"""More mentions of one name than this add nothing."""
_ADJUNCT = frozenset({"prep", "pobj", "dobj", "dative", "compound", "pcomp"})
_TITLED = 2.0
_KINDS = frozenset({"town", "district"})
_WORDS = re.compile(r"\W+")
_IN = frozenset(
    {"in", "at", "near", "outside", "inside", "around", "across", "throughout", "within"}
)
_BETWEEN = frozenset({"the", "north", "south", "east", "west", "northern", "southern", "eastern",
                      "western", "northeast", "northwest", "southeast", "southwest", "central",
                      "downtown", "nearby", "suburban", "rural"})  # fmt: skip


class SceneWords(msgspec.Struct, frozen=True):
    """The lists of rules/scene.toml, forms of verbs included."""

    occurs: frozenset[str]
    completes: frozenset[str]
    responds: frozenset[str]
    later: frozenset[str]
    happening: frozenset[str]
    page: frozenset[str]
    answers: frozenset[str]
    elsewhere: frozenset[str]
    parts: frozenset[str]
    things: frozenset[str]


@cache
def scene_words() -> SceneWords:
    """The lists of the package."""
    rows = table("scene")
    day, place = rows["day"], rows["place"]

    def forms(name: str) -> frozenset[str]:
        return frozenset(form for lemma in day[name] for form in verb_forms(lemma))

    return SceneWords(
        occurs=forms("occurs"),
        completes=frozenset(day["completes"]),
        responds=forms("responds"),
        later=forms("later"),
        happening=frozenset(day["happening"]),
        page=frozenset(day["page"]),
        answers=frozenset(place["answers"]),
        elsewhere=frozenset(place["elsewhere"]),
        parts=frozenset(place["parts"]),
        things=frozenset(place["things"]),
    )


def kilometres(a: Place | Toponym, b: Place | Toponym) -> float:
    """Great-circle distance; infinite where one has no point."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return float("inf")
    la, lb = radians(a.lat), radians(b.lat)
    h = sin((lb - la) / 2) ** 2 + cos(la) * cos(lb) * sin(radians(b.lon - a.lon) / 2) ** 2
    return 12742.0 * asin(min(1.0, sqrt(h)))


class Scene(msgspec.Struct, frozen=True):
    """The town, and the ground that tells most for it: a rule id (`scene-dateline`, …)."""

    toponym: Toponym
    rule: str


def find_scene(
    parse: Parse, toponyms: Sequence[Toponym], title: str | None, within: Sequence[Toponym] = ()
) -> Scene | None:
    """The scene of a report, None where none stands out. `within` are coarser places that the event
    is known to lie in (a county, a province, a country): a scene outside all of them is none."""
    found: dict[str, list[tuple[float, str, Toponym]]] = {}
    for toponym in toponyms:
        if toponym.adjective or toponym.precision not in _KINDS or toponym.lat is None:
            continue
        ground, weight = _ground(parse, toponym)
        if ground is not None and _inside(toponym, within):
            found.setdefault(str(toponym.gazetteer_id), []).append((weight, ground, toponym))
    if not found:
        return None
    at = {key: grounds[0][2] for key, grounds in found.items()}
    weights = _weights(found, title)
    total = {
        key: weight
        + 0.5 * sum(w for k, w in weights.items() if k != key and _gap(at[k], at[key]) <= NEAR_KM)
        for key, weight in weights.items()
    }

    def rank(key: str) -> tuple[bool, float, float, int]:
        town = at[key].precision == "town" and weights[key] >= 1.0
        return town, total[key], weights[key], -at[key].start

    best = max(weights, key=lambda k: rank(k)[1:])
    far = [total[k] for k in total if _gap(at[k], at[best]) > FAR_KM]
    if total[best] < max(ENOUGH, MARGIN * max(far, default=0.0)):
        return None
    # A county speaks for a town in it; the town says more.
    best = max((k for k in weights if _gap(at[k], at[best]) <= NEAR_KM), key=rank)
    _, ground, toponym = max(found[best], key=lambda g: (g[0], -g[2].start))
    return Scene(toponym, f"scene-{ground}")


def _weights(
    found: dict[str, list[tuple[float, str, Toponym]]], title: str | None
) -> dict[str, float]:
    """What the grounds for each place weigh together; one that the report's title names, more."""
    heading = f" {_WORDS.sub(' ', title.lower())} " if title else ""
    weights = {}
    for key, grounds in found.items():
        best = sorted((w for w, _, _ in grounds), reverse=True)[:_AGAIN]
        named = any(f" {_WORDS.sub(' ', t.name.lower())} " in heading for _, _, t in grounds)
        weights[key] = best[0] + 0.5 * sum(best[1:]) + _TITLED * named
    return weights


def is_utterance(parse: Parse, toponym: Toponym) -> bool:
    """Whether the place hangs on a verb of speech alone: "said at a press conference in Karlo"."""
    tokens = parse.tokens_in(toponym.start, toponym.end)
    if not tokens:
        return False
    i = tokens[-1]
    while parse.dep[i] in _ADJUNCT and parse.head[i] != i:
        i = parse.head[i]
    return i not in tokens and parse.lower[i] in lexicon().frames.speech


def _gap(a: Toponym, b: Toponym) -> float:
    return 0.0 if a.gazetteer_id == b.gazetteer_id else kilometres(a, b)


def _inside(toponym: Toponym, within: Sequence[Toponym]) -> bool:
    return not within or any(
        (w.precision == "province" and w.province == toponym.province)
        or (w.precision == "country" and w.country == toponym.country)
        or kilometres(w, toponym) <= FAR_KM
        for w in within
    )


def _ground(parse: Parse, toponym: Toponym) -> tuple[str | None, float]:
    """Why the town may be the scene, and what that weighs."""
    words = scene_words()
    if toponym.why.rule == "toponym.dateline":
        return "dateline", _WEIGHT["dateline"]
    tokens = parse.tokens_in(toponym.start, toponym.end)
    if not tokens:
        return None, 0.0
    first, last = tokens[0], tokens[-1]
    share = 1.0 if parse.sentence_of[first] < _EARLY else _LATER
    sentence = parse.sentences[parse.sentence_of[first]]
    after = parse.lower[last + 1 : min(last + 3, sentence.last + 1)]
    before = first - 1
    while before > sentence.first and parse.lower[before] in _BETWEEN:
        before -= 1
    word = parse.lower[before] if before >= sentence.first else ""
    if after and after[0] in words.answers:
        return "answers", share * _WEIGHT["answers"]
    if toponym.why.rule == "toponym.embedded" or (after and after[0] in words.things):
        near = after and after[0] in ("man", "woman", "resident", "residents", "native")
        return ("elsewhere", share * _WEIGHT["elsewhere"]) if near else (None, 0.0)
    if word in _IN:
        return "located", share * _WEIGHT["located"]
    if word in words.elsewhere:
        part = before > sentence.first and parse.lower[before - 1] in words.parts
        kind = "located" if part else "elsewhere"
        return kind, share * _WEIGHT[kind]
    return "named", share * _WEIGHT["named"]
