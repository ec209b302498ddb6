"""The cases of the scored sets by kind, each right, missed or wrong.

Every case of a part is of just one kind, so that the errors of the kinds add up to those of the part.
The kinds are described in `error_examples.toml`.
"""

import re
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType
from typing import Any, Literal, NamedTuple

import quantities as counted
from answered import near
from attribution import read_claims, rows
from differences import matched
from scored_sets import load, make_reports, parse_texts, shared

from counterclaim.attribute import DEFAULT
from counterclaim.code_events import code_events, find_quantities
from counterclaim.language.cues import load_cues
from counterclaim.language.parties import load_parties
from counterclaim.situate import find_times, find_toponyms, open_gazetteer
from counterclaim.situate.gazetteer import Gazetteer

Outcome = Literal["right", "missed", "wrong"]


class Case(NamedTuple):
    """One case of the gold: its kind and what became of it."""

    kind: str
    outcome: Outcome


Record = dict[str, Any]
_WORD = re.compile(r"\w+")
_QUOTES = set('"“”«»„')


def attribution(limit: int | None) -> Iterator[Case]:
    """PolNeAR's dev: who says what, found by source and content."""
    gold = load("polnear", "dev.jsonl", limit)
    predicted = rows(gold, read_claims(gold, DEFAULT)[0])
    cues = load_cues()
    known = frozenset({*cues.verbs, *cues.nouns, *cues.adjectives})
    for record, row in zip(gold, predicted, strict=True):
        found, _ = matched(record["text"], record["attributions"], row["attributions"])
        spans = [s for a in row["attributions"] for s in a["content"]]
        for n, one in enumerate(record["attributions"]):
            touched = any(s < e2 and s2 < e for s, e in one["content"] for s2, e2 in spans)
            outcome: Outcome = "right" if n in found else "wrong" if touched else "missed"
            yield Case(_attribution_kind(record["text"], one, known), outcome)


def _attribution_kind(text: str, one: Record, known: frozenset[str]) -> str:
    source, cue = (
        [w.lower() for s, e in one[k] for w in _WORD.findall(text[s:e])] for k in ("source", "cue")
    )
    if not source:
        return "no-source"
    if not known & set(cue):
        return "strange-cue"
    if any(_QUOTES & set(text[max(0, s - 1) : e + 1]) for s, e in one["content"]):
        return "quoted"
    if len(one["content"]) > 1:
        return "parts"
    return "pronoun" if source[0] in ("he", "she", "they") else "indirect"


def places(limit: int | None) -> Iterator[Case]:
    """TR-News and LGL: found with the same characters, and put within 161 km."""
    gazetteer = open_gazetteer()
    for name in ("trnews", "lgl"):
        gold = load("places", f"{name}.jsonl", limit)
        for record, parse in zip(gold, parse_texts(gold), strict=True):
            found = {(t.start, t.end): t for t in find_toponyms(parse, gazetteer)}
            for one in record["toponyms"]:
                if one["lat"] is None:
                    continue
                told = found.get((one["start"], one["end"]))
                kind = _place_kind(one, gazetteer)
                if told is None or told.lat is None or told.lon is None:
                    yield Case(kind, "missed")
                else:
                    close = near(told.lat, told.lon, (one["lat"], one["lon"]))
                    yield Case(kind, "right" if close else "wrong")


def _place_kind(one: Record, gazetteer: Gazetteer) -> str:
    code = one.get("fcode") or ""
    if code.startswith("PCL"):
        return "country"
    if code.startswith("ADM"):
        return "province"
    if not code.startswith("PPL"):
        return "site"
    entries = [e for e in gazetteer.lookup(one["name"]) if e.lat is not None and e.lon is not None]
    at = (one["lat"], one["lon"])
    if not any(near(e.lat or 0.0, e.lon or 0.0, at) for e in entries):
        return "unlisted-town"
    apart = any(not near(e.lat or 0.0, e.lon or 0.0, at) for e in entries)
    return "shared-name" if apart else "only-name"


_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", re.IGNORECASE)
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", re.IGNORECASE)
_ISO = re.compile(r"\d{4}-\d\d-\d\d")


def times(limit: int | None) -> Iterator[Case]:
    """MEANTIME and WikiWars: paired with the gold by their overlap, and of the same value."""
    scorer = _scorer("times")
    for name in ("meantime", "wikiwars_dev"):
        gold = load("times", f"{name}.jsonl", limit)
        for record, parse in zip(gold, parse_texts(gold), strict=True):
            day = record.get("published") or ""
            told = [
                {"start": t.start, "end": t.end, "value": t.value}
                for t in find_times(parse, day if _ISO.match(day) else None)
            ]
            pairs = dict(scorer.pair(record["times"], told))
            for n, one in enumerate(record["times"]):
                kind = _time_kind(record["text"][one["start"] : one["end"]], one)
                if n not in pairs:
                    yield Case(kind, "missed")
                else:
                    same = scorer.value(one) == scorer.value(told[pairs[n]])
                    yield Case(kind, "right" if same else "wrong")


def _time_kind(words: str, one: Record) -> str:
    if one["type"] in ("DURATION", "SET"):
        return "span"
    if one["type"] == "TIME":
        return "clock"
    if "REF" in (one["value"] or ""):
        return "vague"
    if _MONTH.search(words):
        return "date"
    if re.fullmatch(r"(?:\D*)(?:1[0-9]|20)[0-9]{2}s?\D*", words):
        return "year"
    return "weekday" if _WEEKDAY.search(words) else "relative"


def _scorer(kind: str) -> ModuleType:
    spec = spec_from_file_location(f"score_{kind}", shared() / "data" / kind / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


_FORMS = {
    "vague": "vague",
    "about": "about",
    "at_least": "bound",
    "at_most": "bound",
    "none": "none",
}


def quantities(limit: int | None) -> Iterator[Case]:
    """Our labels on texts of four sets: all of low, best, high, what is counted and scope."""
    labelled = counted.labels(None)[:limit]
    texts = counted.parses(labelled)
    found = {key: [f.quantity for f in find_quantities(parse)] for key, parse in texts.items()}
    for row in labelled:
        key = row["set"], row["document"]
        judged = counted.read(row, found[key], texts[key].text)
        if row["label"] == "none":
            yield Case("no-quantity", "right" if judged["not_taken"] else "wrong")
            continue
        outcome: Outcome = "right" if judged["right"] else "wrong" if judged["found"] else "missed"
        yield Case(_FORMS.get(row["form"], "exact" if row["form"] == "exact" else "rare"), outcome)


_EVENT_KINDS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), "words-for"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "words-against"),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), "deeds-for"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "deeds-against"),
}


def events(limit: int | None) -> Iterator[Case]:
    """PLOVER's gold sentences: an event of the type that is told."""
    gold = load("events", "plover_gsr.jsonl", limit)
    parties = load_parties()
    for record, report, parse in zip(gold, make_reports(gold), parse_texts(gold), strict=True):
        types = {e.type for e in code_events(report, parse, (), (), (), parties).events}
        right = record["event"] in types
        yield Case(
            _EVENT_KINDS[record["event"]], "right" if right else "wrong" if types else "missed"
        )


PARTS = {
    "attribution": attribution,
    "places": places,
    "times": times,
    "quantities": quantities,
    "events": events,
}
