"""Whether two claims repeat one utterance: the same words, or the same figures and matter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from counterclaim.model.claim import Claim, Source
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
MATTER_ALIKE, MATTER = 0.6, 4
"""Part, and number, of the longer words and figures in common, a figure among them, for a
paraphrase."""
LONGER = 4
"""Letters from which on a word counts as matter."""
APART = 7
"""Days between publications from which on the same words may have been said again."""


@dataclass(frozen=True)
class Utterance:
    """What linking needs to know of a claim: who, in which words, published when."""

    claim: Claim
    report: str
    words: tuple[str, ...]
    published: date | None

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
        """Longer words and figures."""
        return frozenset(w for w in self.words if len(w) >= LONGER or w[0].isdigit())

    @cached_property
    def place(self) -> Span | None:
        """From the first to the last character of the content."""
        return hull(self.claim.content) if self.claim.content else None


def utterance(claim: Claim, report: Report, published: date | None) -> Utterance:
    """The claim as linking sees it; `published` is the day of its report."""
    return Utterance(
        claim=claim,
        report=report.id,
        words=tuple(
            word.lower()
            for span in claim.content
            for word in _WORD.findall(report.text, span.start, span.end)
        ),
        published=published,
    )


def speaker_key(source: Source) -> str | None:
    """The party, or the name of a named and single source; None where it is not known who it is."""
    if source.party is not None:
        return source.party
    if source.anonymous or source.candidates or not source.name[:1].isupper():
        return None
    return f"name:{' '.join(source.name.casefold().split())}"


def index_keys(u: Utterance) -> Iterator[str]:
    """Only utterances that share one of these are compared."""
    for run in u.runs:
        yield " ".join(run)
    if u.speaker is not None:
        yield from (f"{u.speaker}|{figure}" for figure in u.figures)


def one_utterance(a: Utterance, b: Utterance) -> bool:
    """Whether the claims of two reports go back to one utterance, by who, what and when."""
    if a.published and b.published and abs((a.published - b.published).days) > APART:
        return False
    length = min(len(a.words), len(b.words))
    if length < SHORTEST:
        return False
    alike = len(a.runs & b.runs) / min(len(a.runs), len(b.runs))
    if a.speaker is not None and a.speaker == b.speaker:
        return alike >= RUNS_ALIKE or _same_matter(a, b)
    if a.speaker is not None and b.speaker is not None:
        return False
    both_quote = "indirect" not in (a.claim.quote, b.claim.quote)
    return both_quote and alike >= VERBATIM and length >= VERBATIM_LONG


def _same_matter(a: Utterance, b: Utterance) -> bool:
    common = a.matter & b.matter
    return (
        len(common) >= MATTER
        and bool(a.figures & b.figures)
        and len(common) / min(len(a.matter), len(b.matter)) >= MATTER_ALIKE
    )
