"""Which reports and events the coders of a set took: learnt by cross-validation, to measure.

Guidelines of coding projects differ: MUC-4's leave out combat between armed forces, others take
nothing else. What a reading holds for such a project is what remains when its own choice is learnt
from its own coding: two logistic regressions over the words and values of the records (no text beside
them), one for events, one for reports, each trained on four fifths of the reports and used on the
fifth that it has not seen. The folds go by a hash of the reports' ids.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from msgspec.structs import replace

from counterclaim.model.event import Event
from counterclaim.model.reading import Reading

FOLDS = 5
RARE = 3
"""Features seen less often are left out."""
REPORT, EVENT = 0.4, 0.2
"""Shares of belief above which a report, and an event of it, is taken; even odds would be .5, and what
is left out costs more here than what is too much."""
_CODED = frozenset({"ASSAULT", "COERCE", "CASUALTIES", "THREATEN"})
_OF_REPORT = ("trigger", "mode", "with", "target", "actor", "acled", "type")
_WORD = re.compile(r"[a-z]+")

Judge = Callable[[Sequence[str]], float]
Row = tuple[Sequence[str], float]


def select(gold: list[dict[str, Any]], readings: list[Reading]) -> list[Sequence[Event]]:
    """The events that the models take, report by report; deaths and threats that they take count as
    the violence that they tell of."""
    told = [[(e, _features(e, r)) for e in r.events if e.type in _CODED] for r in readings]
    folds = [int(hashlib.sha256(f"fold {g['id']}".encode()).hexdigest(), 16) % FOLDS for g in gold]
    taken: list[Sequence[Event]] = [()] * len(gold)
    for fold in range(FOLDS):
        known = [i for i, own in enumerate(folds) if own != fold]
        rows = [
            (f, y) for i in known for e, f in told[i] if (y := _is_coded(gold[i], e)) is not None
        ]
        of_event = train(rows, 2.0)
        reports = [
            (_of_report(told[i], of_event), float(_is_relevant(gold[i])))
            for i in known
            if _is_relevant(gold[i]) or not gold[i]["events"]
        ]
        of_report = train(reports, 4.0)
        for i, own in enumerate(folds):
            if own == fold and of_report(_of_report(told[i], of_event)) >= REPORT:
                taken[i] = _best(told[i], of_event)
    return taken


def train(rows: Sequence[Row], penalty: float, rounds: int = 12, rate: float = 0.15) -> Judge:
    """Logistic regression over sets of features by stochastic gradients with steps of their own size
    (Duchi et al. 2011)."""
    often = Counter(f for features, _ in rows for f in set(features))
    number = {f: n for n, f in enumerate(sorted(f for f, k in often.items() if k >= RARE))}
    seen = [np.array([number[f] for f in set(x) if f in number], dtype=int) for x, _ in rows]
    weights, steps = np.zeros(len(number)), np.full(len(number), 1e-6)
    order = np.random.default_rng(0)
    for _ in range(rounds):
        for i in order.permutation(len(rows)):
            own = seen[i]
            off = 1 / (1 + np.exp(-weights[own].sum())) - rows[i][1]
            slope = off + penalty * weights[own] / len(rows)
            steps[own] += slope**2
            weights[own] -= rate * slope / np.sqrt(steps[own])

    def judge(features: Sequence[str]) -> float:
        own = [number[f] for f in set(features) if f in number]
        return float(1 / (1 + np.exp(-weights[own].sum())))

    return judge


def _best(told: list[tuple[Event, list[str]]], judge: Judge) -> list[Event]:
    scored = [(judge(features), e) for e, features in told]
    taken = [e for score, e in scored if score >= EVENT]
    if not taken and scored:
        taken = [max(scored, key=lambda row: (row[0], row[1].id))[1]]
    return [replace(e, type="ASSAULT" if e.type != "COERCE" else e.type) for e in taken]


def _features(e: Event, reading: Reading) -> list[str]:
    """What the record says, as `slot=word`."""
    third = min(2, 3 * e.trigger.start // max(1, len(reading.text)))
    counted = "/".join(sorted({q.what for q in e.quantities}))
    return [
        "any", f"type={e.type}", f"mode={e.mode}", f"acled={e.acled_sub_event}",
        f"trigger={e.trigger.words(reading.text).lower()}", f"with={_head(e.instrument)}",
        f"polarity={e.polarity}", f"modality={e.modality}", f"narrated={e.said_by == 'narration'}",
        f"main={e.id == reading.main_event}", f"time={e.time and e.time.precision}",
        f"place={bool(e.places)}", f"third={third}", f"counted={counted}",
        f"actors={min(2, len(e.actor))}", f"targets={min(3, len(e.target))}",
        f"told={min(3, len(e.why.spans))}",
        *(f"actor={_head(p.name)}" for p in e.actor),
        *(f"target={_head(p.name)}" for p in e.target),
    ]  # fmt: skip


def _of_report(told: list[tuple[Event, list[str]]], judge: Judge) -> list[str]:
    """The report's features: what its events say, and how sure the best of them is."""
    best = max((judge(features) for _, features in told), default=0.0)
    said = {f for _, some in told for f in some if f.split("=")[0] in _OF_REPORT}
    sure = [f"best>{tenth}" for tenth in range(1, 10) if best > tenth / 10]
    return ["any", *sorted(said), *sure, *(f"more>{n}" for n in (0, 2, 5, 10) if len(told) > n)]


def _head(words: str | None) -> str | None:
    """The last word before "of" or "in", without the s of a plural."""
    found = _WORD.findall(re.split(r" (?:in|of) ", (words or "").lower())[0])
    return found[-1].rstrip("s") if found else None


def _is_relevant(record: dict[str, Any]) -> bool:
    return any(not e["optional"] for e in record["events"])


def _is_coded(record: dict[str, Any], e: Event) -> bool | None:
    """Whether somebody or something that the event tells of was coded; None where it tells of none."""
    if not record["events"]:
        return False

    def coded(*slots: str) -> set[str | None]:
        some = (x for event in record["events"] for slot in slots for x in event[slot])
        return {_head(name) for x in some for name in x["names"]}

    for said, slots in (
        ([p.name for p in e.target], ("human_targets", "physical_targets")),
        ([p.name for p in e.actor], ("perpetrators",)),
        ([e.instrument] if e.instrument else [], ("instruments",)),
    ):
        if said:
            return not coded(*slots).isdisjoint(map(_head, said))
    return None
