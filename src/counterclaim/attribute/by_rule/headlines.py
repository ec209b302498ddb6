"""Headlines that ascribe without a clause for it: "U.S. officials: some missiles fell short", "Toll
passes 40: ministry", "Two dead, says mayor of Marrow", "'We stay': residents defy the order"."""

from counterclaim.attribute.by_rule.voices import voice
from counterclaim.attribute.finding import Finding
from counterclaim.attribute.phrases import clause_span, noun_phrase, trim
from counterclaim.attribute.quotations import Quotation
from counterclaim.language.cues import Cue, Cues
from counterclaim.language.descriptors import Descriptors
from counterclaim.language.parse import Parse
from counterclaim.language.parties import Parties
from counterclaim.model.report import Report

_LEAST = 3
_MARKS = (":", "–", "—")
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def find_headlines(
    report: Report,
    parse: Parse,
    quotations: list[Quotation],
    cues: Cues,
    parties: Parties,
    descriptors: Descriptors,
    taken: set[int],
) -> list[Finding]:
    """A finding for a title whose short end names somebody who can speak."""
    out = []
    for number, segment in enumerate(report.segments):
        if segment.kind != "title":
            continue
        tokens = parse.tokens_in(segment.span.start, segment.span.end)
        if not tokens or taken & set(tokens):
            continue
        marks = [t for t in tokens if parse.word[t] in _MARKS]
        mark = marks[0] if len(marks) == 1 else None
        quoted = next((q for q in quotations if q.segment == number), None)
        found = None
        if mark is not None and tokens[0] < mark < tokens[-1]:
            if quoted is not None and quoted.outer.end <= parse.start[mark]:
                found = _quotation(parse, quoted, mark, tokens[-1], parties, descriptors)
            found = found or _label(parse, tokens, mark, parties, descriptors)
        found = found or _inverted(parse, tokens, cues, parties, descriptors)
        if found is not None:
            found.segment = number
            out.append(found)
    return out


def _label(
    parse: Parse, tokens: range, mark: int, parties: Parties, descriptors: Descriptors
) -> Finding | None:
    """ "X: content" or "content: X", the mark being a colon or a dash."""
    ends = [((tokens[0], mark - 1), (mark + 1, tokens[-1]))]
    ends.append((ends[0][1], ends[0][0]))
    for source, content in ends:
        speaker = voice(parse, source, parties, descriptors)
        if speaker is not None and content[1] - content[0] >= _LEAST - 1:
            return _finding(parse, "headline.label", None, mark, [mark], source, speaker, content)
    return None


def _inverted(
    parse: Parse, tokens: range, cues: Cues, parties: Parties, descriptors: Descriptors
) -> Finding | None:
    """ "content, says X" and "content, X says", with the verb at either end of what stands behind the
    last comma: the parser often takes the content for the subject of *says*."""
    last = tokens[-1]
    comma = next((t for t in reversed(tokens) if parse.word[t] == ","), None)
    if comma is None or comma + 2 > last or comma - tokens[0] < 2:
        return None
    ends = (
        ("headline.inverted", comma + 1, (comma + 2, last)),
        ("headline.fronted", last, (comma + 1, last - 1)),
    )
    for rule, verb, source in ends:
        entries = cues.verbs.get(parse.lower[verb], ())
        entry = next((e for e in entries if "quotation" in e.takes and not e.particle), None)
        speaker = voice(parse, source, parties, descriptors) if entry is not None else None
        if speaker is not None:
            content = (tokens[0], comma - 1)
            return _finding(parse, rule, entry, verb, [verb], source, speaker, content)
    return None


def _quotation(
    parse: Parse,
    q: Quotation,
    mark: int,
    last: int,
    parties: Parties,
    descriptors: Descriptors,
) -> Finding | None:
    """ "'quotation': X does something": the words of X, who is the subject of what follows."""
    verb = next((t for t in range(mark + 1, last + 1) if parse.tag[t] in _FINITE), None)
    tokens = parse.tokens_in(q.inner.start, q.inner.end)
    if verb is None or verb < mark + 2 or parse.start[tokens[0]] - q.inner.start > 1:
        return None
    own = parse.child(verb, "nsubj", "nsubjpass")
    source = (mark + 1, verb - 1)
    if own is not None and mark < own < verb:
        source = noun_phrase(parse, own)
    speaker = voice(parse, source, parties, descriptors)
    if speaker is None or len(tokens) < _LEAST or source[0] <= mark:
        return None
    out = _finding(
        parse,
        "headline.quotation",
        None,
        mark,
        [mark],
        source,
        speaker,
        (tokens[0], tokens[-1]),
    )
    if out is not None:
        out.content, out.quote = [q.inner], "direct"
    return out


def _finding(
    parse: Parse,
    rule: str,
    entry: Cue | None,
    verb: int,
    cue: list[int],
    source: tuple[int, int],
    speaker: int,
    content: tuple[int, int],
) -> Finding | None:
    span = clause_span(parse, *content)
    if span is None:
        return None
    return Finding(
        rule=rule,
        entry=entry,
        verb=verb,
        cue=cue,
        source=trim(parse, *source),
        speaker=speaker,
        content=[span],
        quote="indirect",
        segment=-1,
    )
