"""Which reports meet: those that share a blocking key, up to a number for each key.

A report's keys are a pure function of its trace, and whether two reports meet under a key depends on
the key's reports alone. So a store can keep rows of key and report, an engine can group by key, and
when a report comes in only the keys it has are looked at again (`relink`). Whoever changes which keys a
report has counts up `trace.FORM`, since keys are stored beside traces.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from counterclaim.link.numbers import number_of
from counterclaim.link.trace import Trace

WORD, STORY, NEAR = 0, 1, 2
"""Kinds of key, in the last two bits: a telling word by itself; a telling word with another one or with
the days of publication; class, day and place of a happening."""

BY_STORY, BY_NEAR, BY_WORD = 1, 2, 4
"""What two reports meet by, as added up by `partners`; words are counted."""

DAYS = 7
"""Days of a stretch of publications; a report stands under its own and the next."""


class Crowd(NamedTuple):
    """Up to `most` reports of a key all meet. Of more, each meets the first `few` only, by id: what is
    one happening still meets through them, and the work stays in proportion."""

    most: int
    few: int


CROWDS = {WORD: Crowd(24, 0), STORY: Crowd(16, 6), NEAR: Crowd(24, 8)}
"""A word that many reports have tells nothing by itself."""

PAIRED, DATED = 6, 6
"""Of the telling words, those that weigh most are keys two by two, and together with the days."""


def kind_of(key: int) -> int:
    """The kind of a key: `WORD`, `STORY` or `NEAR`."""
    return key & 3


def _key(kind: int, text: str) -> int:
    return number_of(text) & ~3 | kind


def keys_of(trace: Trace) -> tuple[int, ...]:
    """The blocking keys of a report, each once, lowest first. They fit a signed 64-bit column."""
    near = {_key(NEAR, key) for h in trace.happenings for key in h.keys}
    return tuple(sorted(near | story_keys(trace)))


def story_keys(trace: Trace) -> set[int]:
    """Those by its words; none for a report that is too short for a sketch."""
    if not trace.imprint:
        return set()
    words = trace.imprint.heaviest
    found = {word & ~3 | WORD for word in words}
    found |= {_key(STORY, f"{a}+{b}") for a, b in combinations(sorted(words[:PAIRED]), 2)}
    if trace.context.published is not None:
        stretch = trace.context.published.toordinal() // DAYS
        found |= {_key(STORY, f"{w}@{n}") for w in words[:DATED] for n in (stretch, stretch + 1)}
    return found


def partners(report: str, blocks: Mapping[int, Sequence[str]]) -> dict[str, int]:
    """The reports that `report` meets, each with what by: `BY_STORY` and `BY_NEAR` added up, and
    `BY_WORD` for each word. `blocks` has the reports of each of its keys, in order; a key of one report
    may be left out."""
    met: dict[str, int] = {}
    words: list[str] = []
    for key, block in blocks.items():
        kind = key & 3
        most, few = CROWDS[kind]
        others: Sequence[str] = block
        if len(block) > most and report not in (first := block[:few]):
            others = first
        if kind == WORD:
            words += others
            continue
        by = BY_STORY if kind == STORY else BY_NEAR
        for other in others:
            met[other] = met.get(other, 0) | by
    for other in words:
        met[other] = met.get(other, 0) + BY_WORD
    met.pop(report, None)
    return met


def pairs(block: Sequence[str], crowd: Crowd) -> set[tuple[str, str]]:
    """The pairs that meet under a key, by its reports in order."""
    if len(block) <= crowd.most:
        return set(combinations(block, 2))
    return {(a, b) for n, a in enumerate(block[: crowd.few]) for b in block[n + 1 :]}
