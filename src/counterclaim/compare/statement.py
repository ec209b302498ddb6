"""Statements: a claim with the words and events that it is compared by."""

import re
from collections.abc import Mapping, Sequence

import msgspec

from counterclaim.compare.view import Fragment
from counterclaim.model.claim import Claim
from counterclaim.model.event import Event
from counterclaim.model.report import Report
from counterclaim.model.spans import Span, hull


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One claim, ready to be compared.

    `fragments` are the content's words without those of claims nested in it: a relayer vouches for
    the saying, not for what was said. `enclosing` is the sentence around the claim. `events` are
    the events that the claim says; `around` those that the outlet tells in its own voice in the
    same sentence, which say which happening the claim is about. `origin` is the one utterance or
    document that the claim goes back to, None when it is not known to share one.
    """

    claim: Claim
    outlet: str | None = None
    published: str | None = None
    fragments: tuple[Fragment, ...] = ()
    enclosing: Fragment | None = None
    events: tuple[Event, ...] = ()
    around: tuple[Event, ...] = ()
    origin: str | None = None

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id

    @property
    def report(self) -> str:
        """The report's id."""
        return self.claim.report

    @property
    def words(self) -> str:
        """The content's own words, fragments joined."""
        return " … ".join(f.text for f in self.fragments)


def was_made(statement: Statement, by_id: Mapping[str, Statement]) -> bool:
    """Whether the claim, and each one that it is nested in, is told to have been said."""
    seen: set[str] = set()
    at: Statement | None = statement
    while at is not None and at.id not in seen:
        if at.claim.modality != "happened":
            return False
        seen.add(at.id)
        at = by_id.get(at.claim.via) if at.claim.via is not None else None
    return True


_BREAK = re.compile(r"(?<=[.!?])[”\"’')\]]*\s+(?=[“\"‘(]?[A-Z])")
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Sgt|St|Prof|Rev)\.\s*$")


def _paragraph(text: str, span: Span) -> tuple[int, int]:
    start = text.rfind("\n", 0, span.start) + 1
    stop = text.find("\n", span.end)
    return start, len(text) if stop < 0 else stop


def _sentence(text: str, span: Span) -> Fragment:
    """The sentence or sentences that hold `span`, by full stops inside the paragraph."""
    start, stop = _paragraph(text, span)
    for found in _BREAK.finditer(text, start, stop):
        if _TITLE.search(text, max(start, found.start() - 8), found.end()):
            continue
        if found.end() <= span.start:
            start = found.end()
        elif found.start() >= span.end:
            stop = found.start()
            break
    return Fragment(text[start:stop], start)


def _own_words(text: str, claim: Claim, inner: Sequence[Span]) -> tuple[Fragment, ...]:
    out: list[Fragment] = []
    for span in claim.content:
        at = span.start
        for hole in sorted(s for s in inner if s.overlaps(span)):
            if hole.start > at:
                out.append(Fragment(text[at : hole.start], at))
            at = max(at, hole.end)
        if at < span.end:
            out.append(Fragment(text[at : span.end], at))
    return tuple(f for f in out if f.text.strip())


def make_statements(
    report: Report,
    claims: Sequence[Claim],
    events: Sequence[Event] = (),
    origins: Mapping[str, str] | None = None,
) -> tuple[Statement, ...]:
    """Statements of one report's claims, in their order; `origins` maps claim ids to origins' ids.

    For an incident, pass only the events that belong to it: they say what the claims are about.
    """
    text = report.text
    inner: dict[str, list[Span]] = {}
    for claim in claims:
        if claim.via is not None:
            inner.setdefault(claim.via, []).extend(claim.content)
    said: dict[str, list[Event]] = {}
    told: list[Event] = []
    for event in events:
        if event.said_by == "narration":
            told.append(event)
        else:
            for claim_id in event.said_by:
                said.setdefault(claim_id, []).append(event)
    out = []
    for claim in claims:
        spans = [*claim.content, *claim.cue, *claim.source_span]
        around = _sentence(text, hull(spans)) if spans else None
        near = [e for e in told if around is not None and e.span.overlaps(around.span)]
        out.append(
            Statement(
                claim=claim,
                outlet=report.outlet,
                published=report.published,
                fragments=_own_words(text, claim, inner.get(claim.id, ())),
                enclosing=around,
                events=tuple(said.get(claim.id, ())),
                around=tuple(near),
                origin=(origins or {}).get(claim.id),
            )
        )
    return tuple(out)
