"""What ties the speeches of different reports: the same words, a passage that was copied, a heading."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from counterclaim.link.speeches import Speech, in_doubt, same_speech, speeches, sums_up
from counterclaim.link.utterances import (
    Utterance,
    alike,
    index_keys,
    one_utterance,
    passed_on,
    same_days,
)
from counterclaim.model.link import CopyPair, Relay
from counterclaim.model.spans import Span

COMMON = 64
"""Claims that share a run of words or a figure up to which each is compared with each. Where more
do, each is compared with its neighbours only, so that the work does not grow with the square of
them."""

STOCK = 4096
"""Claims from which on what they share is a stock phrase and no ground to compare any."""

NEIGHBOURS = 2

COPIED = 0.8
"""Part of the shorter claim's words that the other has too, for two claims in one copied
passage."""

RULES = (
    "copied-passage",
    "same-words",
    "passed-on",
    "reworded",
    "nested",
    "same-speech",
    "heading",
    "alone",
)
"""Why claims were put to one origin, the strongest ground first."""


class Tie(NamedTuple):
    """Two speeches, by their ids, and what ties them. Only a whole text that was copied ties two
    that are told to have been said on different days or to different outlets."""

    rank: int
    against: float
    a: str
    b: str
    rule: str
    forced: bool
    verbatim: bool


class Told(NamedTuple):
    """What was found in all reports."""

    by_report: Mapping[str, list[Utterance]]
    speech_of: Mapping[str, Speech]
    relays: Mapping[str, tuple[Relay, ...]]
    outlets: Mapping[str, str]


def across(told: Told) -> Iterator[Tie]:
    """Ties between claims of different reports that share words or figures."""
    all_of = {u.claim.id: u for r in sorted(told.by_report) for u in told.by_report[r]}
    reworded: set[tuple[str, str]] = set()
    for a, b in _pairs(all_of):
        one, other = all_of[a], all_of[b]
        if one.report == other.report:
            continue
        here, there = told.speech_of[a], told.speech_of[b]
        if one_utterance(one, other):
            share = alike(one, other)
            yield _tie("same-words", here, there, share, verbatim=_verbatim(one, other, share))
        elif passed_on(one, other):
            yield _tie("passed-on", here, there, alike(one, other))
        elif (here.id, there.id) not in reworded:
            reworded.add((here.id, there.id))
            if same_speech(here, there):
                yield _tie("reworded", here, there, 0.0)


def lone_headings(all_speeches: Mapping[str, Speech]) -> Iterator[Tie]:
    """A heading over a text in which nobody was found to speak goes with what the same speaker says
    in another report of those days, where most of it stands there."""
    lone = [s for s in all_speeches.values() if all(u.heading for u in s.parts)]
    speakers = {u.speaker for s in lone for u in s.parts if u.speaker is not None}
    said: dict[str, list[Speech]] = {key: [] for key in speakers}
    for speech in all_speeches.values():
        for key in {u.speaker for u in speech.parts if not u.heading} & speakers:
            said[str(key)].append(speech)
    for heading in lone:
        others = [o for key in heading.speakers if len(said[key]) <= STOCK for o in said[key]]
        best = max(others, key=lambda o: (sums_up(heading, o), o.id), default=None)
        if best is not None and sums_up(heading, best):
            yield _tie("heading", heading, best, 0.0)


def _verbatim(a: Utterance, b: Utterance, share: float) -> bool:
    """Whether both give the same quotation: what was said to two outlets in the same words was said
    to both at once."""
    return "indirect" not in (a.claim.quote, b.claim.quote) and share >= COPIED


def _tie(
    rule: str, a: Speech, b: Speech, share: float, *, forced: bool = False, verbatim: bool = False
) -> Tie:
    one, other = sorted((a.id, b.id))
    return Tie(RULES.index(rule), -share, one, other, rule, forced, verbatim)


def _pairs(all_of: Mapping[str, Utterance]) -> list[tuple[str, str]]:
    """Pairs of claims that share a run or a figure of one speaker, in a fixed order."""
    holders: dict[str, list[str]] = {}
    for key, u in all_of.items():
        for word in set(index_keys(u)):
            holders.setdefault(word, []).append(key)
    pairs: set[tuple[str, str]] = set()
    for claims in holders.values():
        if 2 <= len(claims) <= COMMON:
            pairs.update(combinations(sorted(claims), 2))
        elif COMMON < len(claims) <= STOCK:
            ordered = sorted(claims, key=lambda key: (str(all_of[key].speaker), key))
            for step in range(1, NEIGHBOURS + 1):
                pairs.update(
                    (min(x, y), max(x, y)) for x, y in zip(ordered, ordered[step:], strict=False)
                )
    return sorted(pairs)


def copied_claims(
    copies: Iterable[CopyPair], by_report: Mapping[str, Sequence[Utterance]]
) -> Iterator[tuple[CopyPair, Utterance, Utterance]]:
    """Claims that stand in the same shared passage with the same words."""
    for pair in copies:
        for span_a, span_b in zip(pair.spans_a, pair.spans_b, strict=True):
            inside_a = [u for u in by_report.get(pair.a, ()) if _within(u, span_a)]
            inside_b = [u for u in by_report.get(pair.b, ()) if _within(u, span_b)]
            for a in inside_a:
                for b in inside_b:
                    words_a, words_b = set(a.words), set(b.words)
                    if len(words_a & words_b) >= COPIED * min(len(words_a), len(words_b)):
                        yield pair, a, b


def copied_ties(
    pairs: Iterable[tuple[CopyPair, Utterance, Utterance]], told: Told
) -> Iterator[Tie]:
    """Ties of claims that stand in a copied passage; only a copy of the whole text is `forced`."""
    for pair, a, b in pairs:
        here, there = told.speech_of[a.claim.id], told.speech_of[b.claim.id]
        # A reprint of the day after still says "today".
        whole = pair.relation == "copy" and same_days(a, b)
        yield _tie("copied-passage", here, there, pair.share, forced=whole)


def without_doubted(told: Told, pairs: Iterable[tuple[CopyPair, Utterance, Utterance]]) -> Told:
    """Speeches made again where the same words in another report show that a pronoun was taken for
    somebody else."""
    doubted: dict[str, set[str]] = {}
    for _, a, b in pairs:
        here, there = told.speech_of[a.claim.id], told.speech_of[b.claim.id]
        if in_doubt(a, here, b, there):
            doubted.setdefault(a.report, set()).add(a.claim.id)
        if in_doubt(b, there, a, here):
            doubted.setdefault(b.report, set()).add(b.claim.id)
    again = {
        u.claim.id: s
        for report, ids in doubted.items()
        for s in speeches(told.by_report[report], frozenset(ids))
        for u in s.parts
    }
    return told._replace(speech_of={**told.speech_of, **again})


def _within(u: Utterance, span: Span) -> bool:
    """Whether at least four fifths of the content lie in the passage: its ends may be cut."""
    place = u.place
    if place is None:
        return False
    return min(place.end, span.end) - max(place.start, span.start) >= COPIED * len(place)
