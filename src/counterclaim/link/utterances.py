"""Whether two claims repeat one utterance: the same words, or the same figures and matter."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from counterclaim.link.days import day_of
from counterclaim.link.outlets import outlet_key
from counterclaim.link.speakers import described, same_speaker, speaker_key
from counterclaim.model.claim import Claim
from counterclaim.model.link import Relay
from counterclaim.model.reading import Reading
from counterclaim.model.report import Report
from counterclaim.model.spans import Span, hull

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")

RUN = 3
"""Words in a run of a claim's content: claims are short, and outlets trim them."""
RUNS_ALIKE = 0.5
"""Part of the shorter content's runs that the other has too, for one speaker's one utterance."""
SHORTEST = 6
"""Words below which the same words prove nothing ("we deny it")."""
VERBATIM, VERBATIM_LONG = 0.8, 8
"""The same for quotations whose speaker is not known in both reports, and the words they need."""
QUOTED_LONG = 4
"""Words in quotation marks that one speaker does not use twice in a few days."""
MATTER_ALIKE, MATTER = 0.6, 4
"""Part, and number, of the longer words and figures in common, a figure among them, for a
paraphrase."""
LONGER = 4
"""Letters from which on a word counts as matter."""
STEM = 6
"""Letters that stand for a word: "destroyed", "destroying"."""
APART = 7
"""Days between publications from which on the same words may have been said again."""
_QUOTED = re.compile(r"[“\"]([^“”\"\n]{8,400})[”\"]")
PRONOUNS = frozenset({"he", "she", "they", "him", "her", "them"})
_BREAK = re.compile(r"\n+")
_FINE = ("minute", "part_of_day", "day")


@dataclass(frozen=True)
class Utterance:
    """What linking needs to know of a claim: who, in which words, when, to whom, published where.

    `paragraph` is the number of the one that it begins in; `pronoun` tells that its source is a
    pronoun or carried over, `heading` that it is the title's. `quoted` are the words of the content
    in quotation marks, `said_on` the ISO days on which it is told to have been said, `told` the
    outlets that it was said to, `passed` those that it came through, by their keys; `outlet` is
    that of the report.
    """

    claim: Claim
    report: str
    words: tuple[str, ...]
    published: date | None
    quoted: frozenset[str] = frozenset()
    said_on: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    passed: frozenset[str] = frozenset()
    outlet: str | None = None
    paragraph: int = 0
    pronoun: bool = False
    heading: bool = False

    @cached_property
    def speaker(self) -> str | None:
        """What stands for the speaker in every report: the party, else a full name; None if
        unknown."""
        return speaker_key(self.claim.source)

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """The content's runs of three words."""
        w = self.words
        return frozenset(zip(w, w[1:], w[2:], strict=False))

    @cached_property
    def figures(self) -> frozenset[str]:
        """The figures in the content, in digits."""
        return frozenset(w for w in self.words if w[0].isdigit())

    @cached_property
    def matter(self) -> frozenset[str]:
        """The beginnings of the longer words, and the figures."""
        return frozenset(w[:STEM] for w in self.words if len(w) >= LONGER or w[0].isdigit())

    @cached_property
    def place(self) -> Span | None:
        """From the first to the last character of the content."""
        return hull(self.claim.content) if self.claim.content else None


def utterances(reading: Reading, relays: Iterable[Relay]) -> list[Utterance]:
    """The claims of a reading as linking sees them, in the order of the text."""
    report = reading.report
    days = {
        t.span: t.interval_start[:10]
        for t in reading.times
        if t.interval_start and t.precision in _FINE
    }
    starts = [m.end() for m in _BREAK.finditer(report.text)]
    titles = [s.span for s in report.segments if s.kind == "title"]
    told: dict[str, set[str]] = {}
    passed: dict[str, set[str]] = {}
    for relay in relays:
        if relay.claim is not None:
            of = told if relay.kind == "told" else passed
            of.setdefault(relay.claim, set()).add(outlet_key(relay.name))
    found = [
        Utterance(
            claim=claim,
            report=report.id,
            words=_words(claim, report),
            published=day_of(report.published),
            quoted=_quoted(claim, report),
            said_on=_said_on(claim, days),
            told=frozenset(told.get(claim.id, ())),
            passed=frozenset(passed.get(claim.id, ())),
            outlet=outlet_key(report.outlet) if report.outlet else None,
            paragraph=bisect_right(starts, _first_span(claim)),
            pronoun=all(s.words(report.text).casefold() in PRONOUNS for s in claim.source_span),
            heading=any(t.covers(s) for t in titles for s in claim.content[:1]),
        )
        for claim in reading.claims
    ]
    return sorted(found, key=text_order)


def _words(claim: Claim, report: Report) -> tuple[str, ...]:
    return tuple(
        word.lower()
        for span in claim.content
        for word in _WORD.findall(report.text, span.start, span.end)
    )


def _quoted(claim: Claim, report: Report) -> frozenset[str]:
    """The words of the content that stand in quotation marks, where they are more than a few."""
    if not claim.content or claim.quote == "indirect":
        return frozenset()
    place = hull(claim.content)
    found = _QUOTED.finditer(report.text, max(place.start - 1, 0), place.end + 1)
    said = (_WORD.findall(m[1].lower()) for m in found)
    return frozenset(" ".join(words) for words in said if len(words) >= QUOTED_LONG)


def _said_on(claim: Claim, days: dict[Span, str]) -> frozenset[str]:
    time = claim.occasion.time if claim.occasion else None
    if time is None:
        return frozenset()
    return frozenset(day for span, day in days.items() if span.overlaps(time.span))


def text_order(u: Utterance) -> tuple[int, str]:
    """Where the claim begins in its report."""
    return _first_span(u.claim), u.claim.id


def _first_span(claim: Claim) -> int:
    spans = claim.source_span + claim.cue + claim.content
    return min((s.start for s in spans), default=0)


def index_keys(u: Utterance) -> Iterator[str]:
    """Only utterances that share one of these are compared."""
    for run in u.runs:
        yield " ".join(run)
    if u.speaker is not None:
        yield from (f"{u.speaker}|{figure}" for figure in u.figures)
        for words in map(str.split, u.quoted):
            for n in range(len(words) - QUOTED_LONG + 1):
                yield f"{u.speaker}|“{' '.join(words[n : n + QUOTED_LONG])}"


def alike(a: Utterance, b: Utterance) -> float:
    """Part of the shorter content's runs of words that the other has, too."""
    fewer = min(len(a.runs), len(b.runs))
    return len(a.runs & b.runs) / fewer if fewer else 0.0


def same_days(a: Utterance, b: Utterance) -> bool:
    """Whether the reports were published near enough to each other to tell of one utterance."""
    return not (a.published and b.published) or abs((a.published - b.published).days) <= APART


def one_utterance(a: Utterance, b: Utterance) -> bool:
    """Whether the claims of two reports go back to one utterance, by who, what and when."""
    if not same_days(a, b):
        return False
    if _same_quotation(a, b) and same_speaker(a.speaker, b.speaker):
        return True
    length = min(len(a.words), len(b.words))
    if length < SHORTEST:
        return False
    share = alike(a, b)
    if same_speaker(a.speaker, b.speaker):
        return share >= RUNS_ALIKE or _same_matter(a, b)
    if a.speaker is not None and b.speaker is not None:
        return False
    if a.speaker is b.speaker is None and share >= RUNS_ALIKE:
        one, other = described(a.claim.source), described(b.claim.source)
        if one is not None and one == other and len(one.split()) > 1:
            return True
    both_quote = "indirect" not in (a.claim.quote, b.claim.quote)
    return both_quote and share >= VERBATIM and length >= VERBATIM_LONG


def passed_on(a: Utterance, b: Utterance) -> bool:
    """Whether one report says that it has the same words from the outlet of the other."""
    if not (a.outlet in b.passed or b.outlet in a.passed):
        return False
    return (
        min(len(a.words), len(b.words)) >= SHORTEST - 2
        and same_days(a, b)
        and (alike(a, b) >= RUNS_ALIKE or _same_matter(a, b))
    )


def _same_quotation(a: Utterance, b: Utterance) -> bool:
    """Whether what stands in quotation marks in one stands, whole, in those of the other."""
    return any(
        f" {one} " in f" {other} " or f" {other} " in f" {one} "
        for one in a.quoted
        for other in b.quoted
    )


def _same_matter(a: Utterance, b: Utterance) -> bool:
    common = a.matter & b.matter
    return (
        len(common) >= MATTER
        and bool(a.figures & b.figures)
        and len(common) / min(len(a.matter), len(b.matter)) >= MATTER_ALIKE
    )
