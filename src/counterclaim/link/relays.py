"""Through whom words came to a report: agencies, newspapers and channels that it names.

Where the words of a claim stand, the sentences around say who was told, who quotes, who is cited; a
dateline, a byline or a line below the text says it of the whole report. Every relay points to its
words.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal, cast

from counterclaim.link.outlets import Pattern, is_anaphor, outlet_key, outlet_name, party_of, rules
from counterclaim.model.claim import Claim
from counterclaim.model.link import Relay
from counterclaim.model.reading import Reading
from counterclaim.model.report import Report
from counterclaim.model.spans import Span, hull
from counterclaim.model.why import Why

_END = re.compile(
    r"(?<![ .][A-Z])(?<!\b(?:Mr|Ms|Dr|St))(?<!\b(?:Mrs|Gen|Col|Maj))[.!?][”\"’']?\s+(?=[“\"‘A-Z])|\n+"
)
_HINT = re.compile(
    r"told|tell|interview|comments|remarks|quot|cit|report|accord|publish|carried|relay|broadcast"
    r"|aired|asked by|reached by|said|says|wrote|added| on |assured|informed",
    re.IGNORECASE,
)
_Kind = Literal["told", "passed on", "credit", "contributed"]


def relays_of(reading: Reading) -> tuple[Relay, ...]:
    """The relays that a report names, of its claims and of itself, in the order of the text."""
    report = reading.report
    whole = list(_credits(report))
    found = whole + list(_of_claims(reading))
    named = sorted(found, key=lambda r: (r.span.start, r.span.end, r.claim or ""))
    return tuple(_pointing(named, report))


def _of_claims(reading: Reading) -> Iterator[Relay]:
    """What the sentences of each claim say, and the outlets that it stands in the words of."""
    report, by_id = reading.report, {c.id: c for c in reading.claims}
    ends = [0, *(m.end() for m in _END.finditer(report.text)), len(report.text)]
    for claim in reading.claims:
        seen: set[str] = set()
        for start, end in _sentences(claim, ends):
            for relay in _in_sentence(claim, report, start, end):
                if outlet_key(relay.name) not in seen:
                    seen.add(outlet_key(relay.name))
                    yield relay
        outer = by_id.get(claim.via or "")
        for media in [claim, *([outer] if outer else [])]:
            if media.source.kind == "media" and media.source_span:
                span = hull(media.source_span)
                name = media.source.name
                if outlet_key(name) not in seen and not _own(name, report):
                    seen.add(outlet_key(name))
                    yield _relay(claim.id, report, "passed on", name, span, "relay.source")


def _sentences(claim: Claim, ends: list[int]) -> list[tuple[int, int]]:
    """The sentences that hold the claim's source and cue; those of its content where it has
    neither."""
    spans = claim.source_span + claim.cue or claim.content
    found = {bisect_right(ends, s.start) for s in spans}
    return [(ends[n - 1], ends[n]) for n in sorted(found) if n < len(ends)]


def _in_sentence(claim: Claim, report: Report, start: int, end: int) -> Iterator[Relay]:
    """Outlets named around the claim's content, and at its edges, not deep inside it."""
    if not _HINT.search(report.text, start, end):
        return
    inside = [s for s in claim.content if s.end - s.start > 0]
    for pattern in rules().within:
        for match in compiled(pattern).finditer(report.text, start, end):
            span = Span(*match.span(1))
            if any(s.covers(span) for s in inside):
                continue
            name = outlet_name(match[1], report.outlet, any_name=pattern.any)
            if name is None or (_own(name, report) and pattern.kind != "told"):
                continue
            kind = cast(_Kind, pattern.kind)
            yield _relay(claim.id, report, kind, name, span, pattern.id)


def _credits(report: Report) -> Iterator[Relay]:
    """Outlets named by datelines, bylines and the lines above and below the text."""
    seen: set[tuple[str, str]] = set()
    for start, end, where in _lines(report):
        for pattern in rules().credits:
            if pattern.where not in where:
                continue
            match = compiled(pattern).search(report.text[start:end])
            name = match and outlet_name(match[1], report.outlet, any_name=pattern.any)
            if match is None or name is None or _own(name, report):
                continue
            if (outlet_key(name), pattern.kind) not in seen:
                seen.add((outlet_key(name), pattern.kind))
                span = Span(start + match.start(1), start + match.end(1))
                kind = cast(_Kind, pattern.kind)
                yield _relay(None, report, kind, name, span, pattern.id)


def _lines(report: Report) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Stretches that can hold a credit, and which patterns may be tried there: those outside the
    told text, and of the told text the ends of the last paragraphs."""
    told = [s for s in report.segments if s.kind == "paragraph"]
    for s in report.segments:
        if s.kind in ("dateline", "byline"):
            yield s.span.start, s.span.end, (s.kind, "outside", "any line")
        elif s.kind in ("credit", "furniture"):
            yield s.span.start, s.span.end, ("outside", "any line")
    for s in told[-2:] + [t for t in told[:1] if len(told) > 2]:
        yield max(s.span.start, s.span.end - 160), s.span.end, ("any line",)


def _pointing(found: Iterable[Relay], report: Report) -> Iterator[Relay]:
    """ "The agency" stands for the outlet named last before it."""
    last: Relay | None = None
    for relay in found:
        if not is_anaphor(relay.name):
            last = relay
            yield relay
        elif last is not None:
            yield _relay(
                relay.claim,
                report,
                relay.kind,
                last.name,
                relay.span,
                (relay.why.rule or "").removeprefix("link."),
            )
        else:
            yield relay


def _relay(
    claim: str | None, report: Report, kind: _Kind, name: str, span: Span, rule: str
) -> Relay:
    return Relay(
        claim=claim,
        report=report.id,
        kind=kind,
        name=name,
        party=party_of(name),
        words=span.words(report.text),
        span=span,
        why=Why(kind="quoted", rule=f"link.{rule}"),
    )


def _own(name: str, report: Report) -> bool:
    return report.outlet is not None and outlet_key(name) == outlet_key(report.outlet)


@cache
def compiled(pattern: Pattern) -> re.Pattern[str]:
    """The pattern's expression with the pieces put in."""
    regex, before = pattern.regex, ""
    while regex != before:
        before = regex
        for name, piece in rules().pieces.items():
            regex = regex.replace(f"{{{name}}}", piece)
    return re.compile(regex)
