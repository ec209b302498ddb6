"""Lists: "The rebels demanded:" over lines with bullets. Each item is a claim of whoever speaks
in the lead-in."""

import re

from counterclaim.attribute.by_rule.frame import make_frame
from counterclaim.attribute.by_rule.indirect import source_of
from counterclaim.attribute.by_rule.lines import Line, lines
from counterclaim.attribute.finding import Finding, ascribed
from counterclaim.attribute.phrases import cue_tokens, noun_phrase
from counterclaim.attribute.subjects import subject
from counterclaim.language.cues import Cue, Cues
from counterclaim.language.parse import Parse
from counterclaim.model.report import Report
from counterclaim.model.spans import Span

_BULLET = re.compile(r"\s*(?:[-–—•‣▪·*●◦■]|\(?(?:\d{1,2}|[a-z])[.)])\s+(?=\S)")
_END = re.compile(r"(?:[;,]\s*(?:and|or))?[\s;,.]*$")
_LONGEST = 8
_INTRODUCES = frozenset({"clause", "quotation", "object", "infinitive"})


def find_lists(report: Report, parse: Parse, cues: Cues, found: list[Finding]) -> list[Finding]:
    """A finding for every item below a line that ends in a colon and says who speaks. A finding in
    `found` that has but the lead-in for its content ("called for three things") is taken out."""
    out: list[Finding] = []
    lead: Line | None = None
    head: Finding | None = None
    for line in lines(report):
        bullet = _BULLET.match(report.text, line.start, line.end)
        if bullet is None:
            lead, head = line, None
            continue
        if lead is None or not report.text.endswith(":", lead.start, lead.end):
            continue
        if head is None:
            head = _lead_in(parse, cues, lead, found)
            if head is None:
                lead = None
                continue
            known = head.verb
            found[:] = [f for f in found if f.verb != known]
        end = line.start + len(_END.sub("", report.text[line.start : line.end]))
        if bullet.end() < end:
            out.append(_item(head, Span(bullet.end(), end), line.segment))
    return out


def _lead_in(parse: Parse, cues: Cues, lead: Line, found: list[Finding]) -> Finding | None:
    """Who speaks in the line above a list: the source of its last reporting verb, of the last verb
    with a reporting noun ("issued four demands"), or of a phrase ("according to X")."""
    tokens = parse.tokens_in(lead.start, lead.end)
    for t in reversed(tokens):
        known = next((f for f in found if f.verb == t and f.source is not None), None)
        if known is not None:
            return known
        if parse.tag[t][:2] == "VB":
            head = _by_verb(parse, cues, t) or by_noun(parse, cues, t)
            if head is not None:
                return head
    return _by_phrase(parse, cues, tokens)


def _by_verb(parse: Parse, cues: Cues, t: int) -> Finding | None:
    entries = cues.verbs.get(parse.lower[t], ())
    for entry in sorted(entries, key=lambda e: e.particle is None):
        frame = make_frame(parse, cues, t, entry)
        if frame is None or not entry.takes & _INTRODUCES:
            continue
        source, speaker = source_of(frame)
        if source is not None and speaker is not None:
            thing = parse.child(t, "dobj")
            noun = cues.nouns.get(parse.lower[thing]) if thing is not None else None
            # "repeated four demands:" takes its stance from the noun.
            says: Cue = noun if noun is not None and entry.stance == "asserts" else entry
            return _head(parse, says, t, frame.cue(), source, speaker)
    return None


def by_noun(parse: Parse, cues: Cues, t: int) -> Finding | None:
    """Who speaks by a verb with a reporting noun: "issued four demands"."""
    thing = parse.child(t, "dobj")
    noun = cues.nouns.get(parse.lower[thing]) if thing is not None else None
    speaker = subject(parse, t)
    if thing is None or noun is None or speaker is None or speaker > t:
        return None
    source = noun_phrase(parse, speaker, before=t)
    return _head(parse, noun, t, cue_tokens(parse, t, [thing]), source, speaker)


def _by_phrase(parse: Parse, cues: Cues, tokens: range) -> Finding | None:
    for phrase in cues.phrases:
        n = len(phrase.words)
        if phrase.where != "object" or len(tokens) < n + 2:
            continue
        i = tokens[0]
        source = (i + n, tokens[-2])
        if tuple(parse.lower[i : i + n]) == phrase.words and source[1] - source[0] < _LONGEST:
            head = next(
                (t for t in range(source[0], source[1] + 1) if parse.dep[t] == "pobj"), source[1]
            )
            return _head(parse, phrase, i, list(range(i, i + n)), source, head)
    return None


def _head(
    parse: Parse, entry: Cue, verb: int, cue: list[int], source: tuple[int, int], speaker: int
) -> Finding:
    return ascribed(parse, "list.item", entry, verb, cue, source, speaker, [])


def _item(head: Finding, content: Span, segment: int) -> Finding:
    return Finding(
        rule="list.item",
        entry=head.entry,
        verb=head.verb,
        cue=list(head.cue),
        source=head.source,
        speaker=head.speaker,
        content=[content],
        quote="indirect",
        segment=segment,
        addressee=head.addressee,
        negated=head.negated,
    )
