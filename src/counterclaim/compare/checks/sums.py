"""Whether the parts that a claim counts add up to the whole that it counts."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from counterclaim.compare.checks.making import make_check, own_spans
from counterclaim.compare.numerals import Numeral, numerals
from counterclaim.compare.view import SENTENCE_END, Fragment, cut
from counterclaim.compare.words import classes, table
from counterclaim.model.claim import Claim
from counterclaim.model.comparison import Check, CheckResult
from counterclaim.model.spans import Span

_NOUN = 5
"""A part's noun has at most so many words: "seven intensive care unit patients"."""
_TO_CONNECTOR = 8


@lru_cache(maxsize=1)
def _leads() -> re.Pattern[str]:
    words = (*classes()["all_parts"], *classes()["some_parts"])
    return re.compile("|".join(map(re.escape, words)), re.IGNORECASE)


@lru_cache(maxsize=1)
def _not_a_part() -> frozenset[str]:
    return frozenset(
        (*classes()["not_a_part"], *table("checks", "data", "sums.toml")["not_a_part"])
    )


def _is(items: Sequence[str], at: int, class_name: str) -> int:
    """Item after the entry of the class that stands at `at`, 0 when none does."""
    for words in classes()[class_name]:
        parts = words.split()
        if list(items[at : at + len(parts)]) == parts:
            return at + len(parts)
    return 0


def _parts(
    items: Sequence[str], at: int, by_start: dict[int, Numeral]
) -> tuple[list[Numeral], int]:
    """Parts listed from `at` on: number and noun, then a comma or "and", then the next."""
    found: list[Numeral] = []
    stop = at
    while at in by_start:
        part = by_start[at]
        end = part.last
        while (
            end < len(items) and items[end] not in (",", "and") and items[end] not in SENTENCE_END
        ):
            end += 1
        noun = set(items[part.last : end])
        if not 0 < end - part.last <= _NOUN or not noun.isdisjoint(_not_a_part()):
            break
        found.append(part)
        stop = end
        at = end
        while at < len(items) and items[at] in (",", "and", "the", "other"):
            at += 1
    return found, stop


def _goes_on(items: Sequence[str], stop: int, by_start: dict[int, Numeral]) -> bool:
    """Whether the sentence has more numbers behind the parts: the list may be longer than was read."""
    while stop < len(items) and items[stop] not in ".;!?…":
        if stop in by_start:
            return True
        stop += 1
    return False


def _connector(items: Sequence[str], whole: Numeral) -> tuple[int, bool]:
    """Item after the words that lead from a whole to its parts, and whether these are all of it; 0
    when there are none."""
    for at in range(whole.last, min(whole.last + _TO_CONNECTOR, len(items))):
        if items[at] in ".;!?…":
            return 0, False
        if at > whole.last and (after := _is(items, at, "all_parts")):
            return after, True
        if at > whole.last and (after := _is(items, at, "some_parts")):
            return after, False
    return 0, False


def _judge(whole: Numeral, parts: Sequence[Numeral], complete: bool) -> tuple[CheckResult, str]:
    low, high = sum(p.low for p in parts), sum(p.high for p in parts)
    if complete:
        fits = low <= whole.high and whole.low <= high
        return ("consistent", "add up to") if fits else ("inconsistent", "do not add up to")
    if low <= whole.high:
        return "consistent", "fit into"
    if max(p.low for p in parts) > whole.high:
        return "inconsistent", "do not fit into"
    return "cannot_tell", "may overlap, and exceed"


def check_sums(text: str, claims: Sequence[Claim]) -> Iterator[Check]:
    """One check a whole with parts: "19 people, including 12 staff and seven patients"."""
    for claim in claims:
        spans = own_spans(claim, claims)
        if not any(_leads().search(text, s.start, s.end) for s in spans):
            continue
        items, first, last = cut([Fragment(s.words(text), s.start) for s in spans])
        lower = [w.lower() for w in items]
        found = list(numerals(lower))
        if len(found) < 2:
            continue
        by_start = {n.first: n for n in found}
        for whole in found:
            at, complete = _connector(lower, whole)
            parts, stop = _parts(lower, at, by_start) if at else ([], 0)
            if not parts or (complete and len(parts) < 2):
                continue
            result, verb = _judge(whole, parts, complete)
            if complete and result == "inconsistent" and _goes_on(lower, stop, by_start):
                continue
            shown = [
                text[first[n.first] : last[min(n.last, len(last) - 1)]] for n in (whole, *parts)
            ]
            total = sum(p.value for p in parts)
            yield make_check(
                "sum",
                claim,
                result,
                [("whole", shown[0]), *(("part", p) for p in shown[1:]), ("sum", f"{total:g}")],
                f"The parts {' and '.join(f'“{p}”' for p in shown[1:])} {verb} “{shown[0]}”.",
                "sum.all-parts" if complete else "sum.some-parts",
                [Span(first[whole.first], last[stop - 1])],
            )
