"""What must hold of the findings whatever the text: spans slice, marks and line breaks do not matter,
two articles give the union of theirs, and the work grows with the text and not with its square."""

import re
import sys
from collections.abc import Callable
from functools import cache
from types import FrameType
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.attribute.by_rule.find import find_attributions
from counterclaim.attribute.finding import Finding
from counterclaim.attribute.learnt import Learnt
from counterclaim.language import english
from counterclaim.language.cues import load_cues
from counterclaim.language.descriptors import load_descriptors
from counterclaim.language.parse import Entity, Parse, Sentence
from counterclaim.language.parties import load_parties
from counterclaim.model.report import Report, Segment, make_report
from counterclaim.model.spans import Span

WHO = ["The governor", "Residents of Marrow", "A source close to the envoy", "Mr Haddad", "The army’s staff"]  # fmt: skip
SAID = ["said", "claimed", "told reporters", "warned"]
WHAT = [
    "two bridges had been hit",
    "the rebels’ camp was empty",
    "the port — the only one — was closed",
    "the army left the town at ten o’clock",
]
SPEECH = ["We hold the port", "Nobody can leave the town tonight", "They didn’t fire at the ship"]
CLOSED = [
    "{who} {said} that {what}.",
    "“{speech},” {who} said. “{speech2}.”",
    "{who} added: “{speech}.”",
    "{who} denied that {what}, as did the rebels.",
    "According to {who}, {what}.",
    "The raid was condemned by {who} and by the bishops.",
    "{who} {said} the “safe road” was mined.",
    "It was reported that {what}.",
    "— {speech}, {who} said. It was dark.",
    "The road was closed on Monday.",
    "{who} did not respond to a request for comment.",
]
"""Sentences, each a paragraph, that end what they begin: no quotation goes on behind them."""


class Shown(NamedTuple):
    """What a finding says, in characters, so that two readings can be compared."""

    rule: str
    cue: tuple[tuple[int, int], ...]
    source: tuple[int, int] | None
    content: tuple[Span, ...]
    quote: str
    parent: tuple[Span, ...] | None


def report_of(paragraphs: list[str], joint: str = "\n\n") -> Report:
    """A report whose segments are these paragraphs, whatever their line breaks look like."""
    segments, at = [], 0
    for words in paragraphs:
        segments.append(Segment("paragraph", Span(at, at + len(words))))
        at += len(words) + len(joint)
    return make_report(joint.join(paragraphs), "x", segments=tuple(segments))


def _rules(report: Report, parse: Parse) -> list[Finding]:
    return find_attributions(report, parse, load_cues(), load_parties(), load_descriptors())


@cache
def _learnt() -> Learnt:
    return Learnt()


WAYS: dict[str, Callable[[Report, Parse], list[Finding]]] = {
    "rules": _rules,
    "learnt": lambda report, parse: _learnt().find(report, parse),
}
both_ways = pytest.mark.parametrize("way", WAYS)


def find(way: str, report: Report, parse: Parse | None = None, shift: int = 0) -> list[Shown]:
    """The findings of a report, with `shift` added to every position."""
    parse = parse or english.parse_one(report)
    found = WAYS[way](report, parse)

    def moved(spans: list[Span]) -> tuple[Span, ...]:
        return tuple(Span(s.start + shift, s.end + shift) for s in spans)

    def place(first: int, last: int) -> tuple[int, int]:
        span = parse.span(first, last)
        return span.start + shift, span.end + shift

    return [
        Shown(
            f.rule,
            tuple(place(t, t) for t in f.cue),
            place(*f.source) if f.source is not None else None,
            moved(f.content),
            f.quote,
            moved(f.parents[0].content) if f.parents else None,
        )
        for f in found
    ]


@st.composite
def paragraph(draw: st.DrawFn) -> str:
    """One paragraph of our own words."""
    return draw(st.sampled_from(CLOSED)).format(
        who=draw(st.sampled_from(WHO)),
        said=draw(st.sampled_from(SAID)),
        what=draw(st.sampled_from(WHAT)),
        speech=draw(st.sampled_from(SPEECH)),
        speech2=draw(st.sampled_from(SPEECH)),
    )


paragraphs = st.lists(paragraph(), min_size=1, max_size=4)


@both_ways
@settings(max_examples=25, deadline=None)
@given(written=paragraphs)
def test_every_span_slices_and_is_not_empty(way: str, written: list[str]) -> None:
    report = report_of(written)
    for f in find(way, report):
        for span in f.content:
            assert span.words(report.text).strip()
        for start, end in (*f.cue, *([f.source] if f.source else [])):
            assert report.text[start:end].strip()


STRAIGHT = str.maketrans("“”’‘—", "\"\"''–")
ANGLED = str.maketrans("“”’", "«»'")
LOW = str.maketrans("“”", "„“")
REVERSED = str.maketrans("“”", "»«")


@both_ways
@pytest.mark.parametrize("marks", [STRAIGHT, ANGLED, LOW, REVERSED])
@settings(max_examples=12, deadline=None)
@given(written=paragraphs)
def test_the_shape_of_the_marks_changes_nothing(
    way: str, marks: dict[int, int], written: list[str]
) -> None:
    other = [p.translate(marks) for p in written]
    assert find(way, report_of(other)) == find(way, report_of(written))


@both_ways
@settings(max_examples=25, deadline=None)
@given(written=paragraphs, width=st.sampled_from([20, 40, 72]))
def test_wrapping_the_lines_of_a_paragraph_changes_nothing(
    way: str, written: list[str], width: int
) -> None:
    wrapped = report_of([wrap(p, width) for p in written])
    assert find(way, wrapped) == find(way, report_of(written))


def wrap(words: str, width: int) -> str:
    """The paragraph with a line break for the last blank of every `width` characters."""
    return re.sub(rf"(.{{1,{width}}}) (?=\S)", r"\1" + "\n", words)


@both_ways
@settings(max_examples=25, deadline=None)
@given(one=paragraphs, two=paragraphs)
def test_two_articles_give_the_union_of_their_findings(
    way: str, one: list[str], two: list[str]
) -> None:
    # The second opens with narration: a quotation at its very start would go on with the first one's.
    two = ["The road was closed on Monday.", *two]
    both = find(way, report_of(one + two))
    shift = len("\n\n".join(one)) + 2
    assert both == find(way, report_of(one)) + find(way, report_of(two), shift=shift)


UNIT = [
    "The governor said that the port was closed. “We hold the port,” the general said. ",
    "The army denied shelling the port. The “safe road” was mined. The raid was condemned by the bishops. ",
]
RUN_ON = ["the governor said the port was safe and the army denied that it had fallen, and "]
OPEN = ["“The governor said the port was closed. "]


def tiled(units: list[str], times: int) -> tuple[Report, Parse]:
    """One paragraph of the units again and again, and its parse: the units' own, side by side, since
    the parser's time is not what is measured."""
    unit = "".join(units)
    small = english.parse_one(make_report(unit, "x", segments=(_all(unit),)))
    n, k, text = len(small), len(small.sentences), unit * times

    def again(numbers: list[int], step: int) -> list[int]:
        return [i + r * step for r in range(times) for i in numbers]

    parse = Parse(
        text=text,
        word=small.word * times,
        lower=small.lower * times,
        start=again(small.start, len(unit)),
        end=again(small.end, len(unit)),
        tag=small.tag * times,
        dep=small.dep * times,
        head=again(small.head, n),
        entity=small.entity * times,
        sentence_of=again(small.sentence_of, k),
        sentences=[
            Sentence(s.first + r * n, s.last + r * n, 0)
            for r in range(times)
            for s in small.sentences
        ],
        entities=[
            Entity(e.first + r * n, e.last + r * n, e.label)
            for r in range(times)
            for e in small.entities
        ],
    )
    return make_report(text, "x", segments=(_all(text),)), parse


def _all(text: str) -> Segment:
    return Segment("paragraph", Span(0, len(text.rstrip())))


def steps(way: str, report: Report, parse: Parse) -> int:
    """The lines of Python that finding the attributions takes: work, counted and not timed."""
    count = 0

    def trace(_frame: FrameType, event: str, _arg: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        find(way, report, parse)
    finally:
        sys.settrace(before)
    return count


@both_ways
@pytest.mark.parametrize("units", [UNIT, RUN_ON, OPEN])
def test_a_paragraph_ten_times_as_long_takes_about_ten_times_the_work(
    way: str, units: list[str]
) -> None:
    size = sum(map(len, units))
    few, many = (tiled(units, characters // size) for characters in (8_000, 80_000))
    assert len(many[0].text) > 9 * len(few[0].text)
    assert steps(way, *many) <= 25 * steps(way, *few)


@both_ways
@pytest.mark.parametrize(
    "text",
    [
        "“" * 10_000 + "We hold the port" + "”" * 10_000 + ", the governor said.",
        "“ " * 5_000 + "We hold the port" + " ”" * 5_000 + ", the governor said.",
        "'\"" * 5_000 + "We hold the port, the governor said.",
        "The governor said the port\x00 was safe.\x00\x00",
        "قال المحافظ إن الميناء آمن. The governor said the port was safe.",
        "The governor\u200f said the port was \u202esafe\u202c.",
        "The governor said the port was safe 🙂🚢👩🏽‍🚒.",
    ],
    ids=["nested", "spaced", "mixed", "null", "right-to-left", "direction marks", "emoji"],
)
def test_odd_characters_and_heaps_of_marks_are_read(way: str, text: str) -> None:
    report = report_of([text])
    found = find(way, report)
    assert found
    for f in found:
        assert "port" in f.content[0].words(text)
        assert f.source is not None
        assert report.text[slice(*f.source)].lower().endswith("governor")
