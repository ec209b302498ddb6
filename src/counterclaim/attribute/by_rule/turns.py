"""Turns of a transcript ("COL. ADAMS: We did not fire.", "Q: … A: …") and posts ("@port: Closed.").

A label is a speaker's where it is a handle, or where the report has two labels or more that look like
a transcript's: a name in capitals, the Q and A of an interview, or the same label again.
"""

import re
from collections import Counter
from functools import lru_cache
from itertools import zip_longest
from typing import Literal

import msgspec

from counterclaim.attribute.finding import Finding, carried
from counterclaim.language.cues import Cues
from counterclaim.language.parse import Parse
from counterclaim.language.tables import read_table
from counterclaim.model.report import Report
from counterclaim.model.spans import Span

Kind = Literal["post", "named"]

_POST = re.compile(
    r"((?:RT )?@\w{1,30}(?: \([^()\n]{1,40}\))?|[^\s:\n][^:\n]{0,40} \(@\w{1,30}\)):\s+(?=\S)"
)
_NAMED = re.compile(r"([^\W\d_][^:\n“”\"?!]{0,59}):\s+(?=\S)|([QA])\.\s+(?=\S)")
_GLUED = re.compile(r"Q[A-Z][a-z]")
"""A question whose label lost its mark: "QWhat happened?"."""
_LONGEST = 6
_LETTERS = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+)*")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_NO_NAME = (*_FINITE, "VB", "TO", "WRB", "RB")
_PLACES = ("GPE", "LOC", "FAC", "DATE", "TIME")
_UNLABELLED = 2
"""Paragraphs without a label between two turns that still belong to the one before."""


class _Labels(msgspec.Struct):
    asking: frozenset[str]
    answering: frozenset[str]
    no_voice: frozenset[str]


class _Turn(msgspec.Struct, frozen=True):
    segment: int
    kind: Kind
    label: Span
    content: Span


@lru_cache(maxsize=1)
def _labels() -> _Labels:
    return read_table("counterclaim.attribute", "rules/turns.toml", _Labels)


def find_turns(report: Report, parse: Parse, cues: Cues) -> list[Finding]:
    """A finding for each turn and post, and for the paragraphs that go on with a turn."""
    turns = _turns(report, parse)
    out: list[Finding] = []
    last: Finding | None = None
    for turn, following in zip_longest(turns, turns[1:]):
        last = _finding(report, parse, turn, cues)
        if last is None:
            continue
        out.append(last)
        if turn.kind == "post" or following is None or following.kind == "post":
            continue
        between = [
            n
            for n in range(turn.segment + 1, following.segment)
            if report.segments[n].kind == "paragraph"
        ]
        if len(between) <= _UNLABELLED and all(_goes_on(report, parse, n) for n in between):
            out += [
                carried("transcript.turn-goes-on", report.segments[n].span, "direct", n, last)
                for n in between
            ]
    return out


def _goes_on(report: Report, parse: Parse, segment: int) -> bool:
    """Whether a paragraph without a label is speech: no "(applause)", no list, no other's label."""
    span = report.segments[segment].span
    labelled = any(p.match(report.text, span.start, span.end) for p in (_NAMED, _GLUED))
    return not labelled and report.text[span.start] not in "([{" and _has_verb(parse, span)


def _has_verb(parse: Parse, span: Span) -> bool:
    tokens = parse.tokens_in(span.start, span.end)
    return any(parse.tag[t] in _FINITE for t in tokens)


def _turns(report: Report, parse: Parse) -> list[_Turn]:
    posts: list[_Turn] = []
    named: list[tuple[_Turn, bool]] = []
    labels: Counter[str] = Counter()
    for number, segment in enumerate(report.segments):
        if segment.kind != "paragraph":
            continue
        start, end = segment.span.start, segment.span.end
        post = _POST.match(report.text, start, end)
        if post is not None:
            posts.append(_Turn(number, "post", Span(*post.span(1)), Span(post.end(), end)))
            continue
        match = _NAMED.match(report.text, start, end)
        if match is None:
            continue
        words = match.group(1) or match.group(2)
        label = Span(*match.span(1 if match.group(1) else 2))
        # "UPDATE#1 (3 May)" is a label that names nobody, like "UPDATE".
        bare = _LETTERS.match(words.lower())
        nobody = bare is not None and bare.group() in _labels().no_voice
        if nobody or len(words.split()) > _LONGEST:
            continue
        content = Span(match.end(), end)
        formal = _is_formal(words)
        # "HARROW: No." is a turn; "HARROW: 547" is a tally.
        speaks = any(map(str.isalpha, report.text[content.start : content.end]))
        if speaks if formal else _has_verb(parse, content):
            named.append((_Turn(number, "named", label, content), formal))
            labels[words] += 1
    sure = [t for t, formal in named if formal or labels[t.label.words(report.text)] > 1]
    sure = [t for t in sure if _may_speak(parse, t.label)]
    return sorted([*posts, *(sure if len(sure) > 1 else [])], key=lambda t: t.segment)


def _is_formal(label: str) -> bool:
    """Whether a label looks like a transcript's by itself: a name in capitals, Q and A."""
    table = _labels()
    name = re.split(r"[,(]", label, maxsplit=1)[0].strip()
    if name.lower() in table.asking or name.lower() in table.answering:
        return True
    return name.isupper() and sum(c.isalpha() for c in name) > 1


def _may_speak(parse: Parse, label: Span) -> bool:
    tokens = parse.tokens_in(label.start, label.end)
    return bool(tokens) and not any(
        parse.tag[t] in _NO_NAME or parse.entity[t] in _PLACES for t in tokens
    )


def _finding(report: Report, parse: Parse, turn: _Turn, cues: Cues) -> Finding | None:
    # A mark may be glued to the label's end ("(@port):"): such a token is not the label's.
    tokens = [
        t
        for t in parse.tokens_in(turn.label.start, turn.label.end)
        if parse.end[t] <= turn.label.end
    ]
    if not tokens:
        return None
    first, last = tokens[0], tokens[-1]
    comma = next((t for t in tokens if parse.word[t] in (",", "(") and t > first), last + 1)
    colon = last + 1 if last + 1 < len(parse) and parse.word[last + 1] == ":" else None
    asks = report.text.endswith("?", turn.content.start, turn.content.end)
    asking = (e for e in cues.verbs.get("asked", ()) if e.stance == "asks" and e.particle is None)
    entry = next(asking, None) if asks else None
    return Finding(
        rule="transcript.turn" if turn.kind == "named" else "post.label",
        entry=entry,
        verb=colon,
        cue=[colon] if colon is not None else [],
        source=(first, comma - 1 if comma < last and parse.word[comma] == "(" else last),
        speaker=comma - 1,
        content=[turn.content],
        quote="direct",
        segment=turn.segment,
    )
