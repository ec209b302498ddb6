"""Words set apart in a paragraph of their own, with who says them in the line before or behind.

"The mayor said:" or "The mayor issued a statement:" over a quotation, or over a paragraph without marks
(a block quotation); and a quotation that is signed: "“We left.” — Ilse Varga".
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from counterclaim.attribute.by_rule.lines import Line, lines
from counterclaim.attribute.by_rule.lists import by_noun
from counterclaim.attribute.by_rule.quoting_cues import cue_before
from counterclaim.attribute.finding import Finding, ascribed, carried
from counterclaim.attribute.overlaps import Overlaps
from counterclaim.attribute.phrases import cue_tokens
from counterclaim.attribute.quotations import Quotation
from counterclaim.language.cues import Cues, VerbCue
from counterclaim.language.parse import Parse
from counterclaim.model.report import Report
from counterclaim.model.spans import Span

FAMILY = "block."
_LEAD_IN_MOST = 10
"""Words of a line that does nothing but lead in words without marks."""
_BLOCK_LEAST = 8
"""Words that stand apart without marks: fewer are a heading."""
_MOST_OF_A_LINE = 0.6
_SIGNED = re.compile(
    r"\s*(?P<dash>[―—–]|--?)\s*(?P<name>[^\W\d_a-z][^\n“”\"]{2,80}?)\.?\s*(?=\n|$)"
)
_BEGINS = frozenset({"begins", "began", "follows", "below"})
"""Before the colon: a text begins there, whoever wrote it ("Original story begins:")."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_MARKS = frozenset({"“", '"', "``", "''", "”", "«", "„"})


def find_blocks(
    report: Report,
    parse: Parse,
    quotations: Sequence[Quotation],
    cues: Cues,
    found: list[Finding],
) -> list[Finding]:
    """Findings for what stands apart and is nobody's by the words around it in its own paragraph; such
    findings of `found` as go on with another speaker there are taken out."""
    out = []
    for line, following in pairwise(lines(report)):
        if report.text[line.end - 1] == ":" and following.segment != line.segment:
            out += _led_in(report, parse, quotations, cues, line, following)
    for q in quotations:
        made = _signed(report, parse, q)
        if made is not None:
            out.append(made)
    named = [f for f in found if f.source is not None]
    index = Overlaps(named)
    out = [
        f
        for f in out
        if all(_stands_in(parse, named[n], s) for s in f.content for n in index.shared(s))
    ]
    mine = Overlaps(out)
    found[:] = [f for f in found if f.source is not None or not any(map(mine.shared, f.content))]
    return out


def _stands_in(parse: Parse, f: Finding, content: Span) -> bool:
    """Whether a finding stands in the content whole, with the words of its cue."""
    cue = [parse.span(t, t) for t in f.cue]
    return all(map(content.covers, (*f.content, *cue)))


def _led_in(
    report: Report,
    parse: Parse,
    quotations: Sequence[Quotation],
    cues: Cues,
    line: Line,
    following: Line,
) -> list[Finding]:
    tokens = list(parse.tokens_in(line.start, line.end))
    if not tokens:
        return []
    last = [t for t in tokens if parse.sentence_of[t] == parse.sentence_of[tokens[-1]]]
    lead = _lead(parse, last, cues)
    if lead is None:
        return []
    text = report.text
    if text[following.start] in _MARKS:
        return _quoted(quotations, lead, text, following)
    words = [t for t in parse.tokens_in(following.start, following.end) if parse.word[t].isalnum()]
    alone = not isinstance(lead.entry, VerbCue) or len(last) == len(tokens) <= _LEAD_IN_MOST
    says = len(words) >= _BLOCK_LEAST and parse.tag[words[0]] != "LS"
    if parse.lower[tokens[-2]] in _BEGINS:
        return []
    if not alone or not says or not any(parse.tag[t] in _FINITE for t in words):
        return []
    if text[following.start] in "-•*–—" or text[following.end - 1] not in '.!?”"':
        return []
    return [_finding(lead, Span(following.start, following.end), following)]


def _lead(parse: Parse, sentence: list[int], cues: Cues) -> Finding | None:
    """Who speaks below a sentence that ends in a colon, by its verb ("the mayor said:") or by the noun
    that it ends in ("the mayor issued the following statement:")."""
    cue = cue_before(parse, sentence, cues, True)
    if cue is not None and cue.entry is not None and cue.source is not None:
        words = cue_tokens(parse, cue.verb, [])
        return ascribed(
            parse, "block.led-in", cue.entry, cue.verb, words, cue.source, cue.speaker, []
        )
    verbs = [t for t in sentence if parse.tag[t][:2] == "VB"]
    for t in reversed(verbs):
        thing = parse.child(t, "dobj")
        if thing is not None and sentence[-1] - thing <= 1:
            found = by_noun(parse, cues, t)
            return None if found is None else replace(found, rule="block.led-in")
    return None


def _quoted(
    quotations: Sequence[Quotation], lead: Finding, text: str, following: Line
) -> list[Finding]:
    """The quotation that opens the line, all of it where it also closes it; and those of the next
    paragraphs, as long as none is closed."""
    at = next((n for n, q in enumerate(quotations) if q.outer.start == following.start), None)
    if at is None:
        return []
    first = quotations[at]
    closes = text[following.end - 1] in _MARKS
    inner = Span(first.inner.start, following.end - 1) if closes else first.inner
    if len(inner) < _MOST_OF_A_LINE * (following.end - following.start):
        return []
    out = [_finding(lead, inner, following)]
    for before, q in pairwise(quotations[at:]):
        if before.closed or q.segment != before.segment + 1:
            break
        out.append(carried("block.carried-over", q.inner, "direct", q.segment, out[0]))
    return out


def _finding(lead: Finding, content: Span, line: Line) -> Finding:
    return replace(lead, content=[content], quote="direct", segment=line.segment)


def _signed(report: Report, parse: Parse, q: Quotation) -> Finding | None:
    """A quotation that opens its line, and behind it a dash and a name to the end of the line."""
    text = report.text
    if not q.closed or (q.outer.start > 0 and text[q.outer.start - 1] != "\n"):
        return None
    match = _SIGNED.match(text, q.outer.end)
    if match is None:
        return None
    name = list(parse.tokens_in(*match.span("name")))
    if not name or parse.tag[name[0]] not in ("NNP", "NNPS", "NN", "DT", "JJ"):
        return None
    if any(parse.tag[t] in _FINITE for t in name):
        return None
    comma = next((t for t in name if parse.word[t] in (",", "(")), name[-1] + 1)
    dash = [t for t in parse.tokens_in(*match.span("dash")) if t < name[0]]
    return Finding(
        rule="block.signed",
        entry=None,
        verb=dash[0] if dash else None,
        cue=dash,
        source=(name[0], name[-1]),
        speaker=comma - 1,
        content=[q.inner],
        quote="direct",
        segment=q.segment,
    )
