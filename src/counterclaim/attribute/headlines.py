"""Headlines that ascribe by punctuation: "U.S. officials: some missiles fell short", "Toll passes 40:
ministry"."""

from counterclaim.attribute.finding import Finding
from counterclaim.attribute.phrases import clause_span, trim
from counterclaim.language.descriptors import Descriptors
from counterclaim.language.parse import Parse
from counterclaim.language.parties import Parties
from counterclaim.model.report import Report

_LONGEST = 7
"""Tokens: what stands before or behind the mark is a source only if it is short."""
_LEAST = 3
_MARKS = (":", "–", "—")


def find_headlines(
    report: Report, parse: Parse, parties: Parties, descriptors: Descriptors, taken: set[int]
) -> list[Finding]:
    """A finding for a title whose short end names somebody who can speak."""
    out = []
    for number, segment in enumerate(report.segments):
        tokens = parse.tokens_in(segment.span.start, segment.span.end)
        if segment.kind != "title" or not tokens or taken & set(tokens):
            continue
        marks = [t for t in tokens if parse.word[t] in _MARKS]
        if len(marks) != 1 or not tokens[0] < marks[0] < tokens[-1]:
            continue
        mark = marks[0]
        ends = [((tokens[0], mark - 1), (mark + 1, tokens[-1]))]
        ends.append((ends[0][1], ends[0][0]))
        for source, content in ends:
            speaker = _speaker(parse, source, parties, descriptors)
            span = clause_span(parse, *content)
            if speaker is not None and span is not None and content[1] - content[0] >= _LEAST - 1:
                out.append(
                    Finding(
                        rule="headline.label",
                        entry=None,
                        verb=mark,
                        cue=[mark],
                        source=trim(parse, *source),
                        speaker=speaker,
                        content=[span],
                        quote="indirect",
                        segment=number,
                    )
                )
                break
    return out


def _speaker(
    parse: Parse, source: tuple[int, int], parties: Parties, descriptors: Descriptors
) -> int | None:
    """The head of a short phrase that names a person, a body or a described speaker; a place alone
    ("Kunduz: what we know") names a topic."""
    first, last = source
    if last - first >= _LONGEST or any(parse.tag[t][:2] == "VB" for t in range(first, last + 1)):
        return None
    words = parse.word[first : last + 1]
    # A single word is taken for a person only where the text gives the full name.
    full = any(
        e.label == "PERSON" and e.first < e.last and parse.lower[e.last] == parse.lower[last]
        for e in parse.entities
    )
    named = parse.entity[last] in ("PERSON", "ORG") and (full or first < last)
    if named or descriptors.ending(words) is not None:
        return last
    bodies = [p for p in parties.find(parse.words(first, last)) if p.kind != "government"]
    return last if bodies else None
