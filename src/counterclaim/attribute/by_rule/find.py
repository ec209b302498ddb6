"""All attributions of one report: direct, indirect, phrases, nouns; which stands inside which."""

from counterclaim.attribute.by_rule.blocks import find_blocks
from counterclaim.attribute.by_rule.dashes import read_dashes
from counterclaim.attribute.by_rule.direct import find_direct
from counterclaim.attribute.by_rule.fixed_phrases import find_fixed_phrases
from counterclaim.attribute.by_rule.headlines import find_headlines
from counterclaim.attribute.by_rule.indirect import find_indirect
from counterclaim.attribute.by_rule.joined import find_joined
from counterclaim.attribute.by_rule.lists import find_lists
from counterclaim.attribute.by_rule.nominal import find_nominal
from counterclaim.attribute.by_rule.silences import find_silences
from counterclaim.attribute.by_rule.turns import find_turns
from counterclaim.attribute.finding import Finding, carried
from counterclaim.attribute.nesting import nest
from counterclaim.attribute.overlaps import Overlaps
from counterclaim.attribute.phrases import clause_span
from counterclaim.attribute.quotations import Quotation, QuotationIndex, find_quotations
from counterclaim.language.cues import Cues
from counterclaim.language.descriptors import Descriptors
from counterclaim.language.parse import Parse
from counterclaim.language.parties import Parties
from counterclaim.model.claim import Quote
from counterclaim.model.report import Report
from counterclaim.model.spans import Span

_OWN_VOICE = frozenset({"i", "me", "we", "us", "you"})
_UTTERANCE = 5
"""Tokens between marks that make a sentence reported speech although nothing in it ascribes it."""
_BORROWED = 0.75
"""A direct quotation that is at least this much of an indirect finding's content is the same claim."""


def find_attributions(
    report: Report, parse: Parse, cues: Cues, parties: Parties, descriptors: Descriptors
) -> list[Finding]:
    """Findings in the order of their first content character, nested ones with their parents."""
    quotations = find_quotations(report)
    direct = find_direct(parse, quotations, cues)
    taken = {t for f in direct for t in f.cue}
    rest = find_fixed_phrases(parse, cues)
    taken |= {t for f in rest for t in f.cue}
    rest += find_indirect(parse, cues, taken)
    taken |= {t for f in rest for t in f.cue}
    rest += [f for f in find_nominal(parse, cues) if f.verb not in taken]
    taken |= {t for f in rest for t in f.cue}
    rest += find_silences(parse, taken)
    rest += find_headlines(report, parse, quotations, cues, parties, descriptors, taken)
    spoken = Overlaps(direct)
    turns = [f for f in find_turns(report, parse, cues) if not _repeats(f, spoken)]
    index = QuotationIndex(quotations)
    kept = _kept(parse, rest, quotations, index, spoken, turns)
    items = find_lists(report, parse, cues, kept)
    for f in items:
        f.quote = _quote_kind(f, index)
    kept += read_dashes(report, parse, kept)
    blocks = find_blocks(report, parse, quotations, cues, direct)
    kept += find_joined(parse, direct + kept, parties, descriptors)
    kept += _quoting_on(parse, quotations, direct + kept + turns)
    return nest(parse, direct + kept + turns + items + blocks)


def _kept(
    parse: Parse,
    rest: list[Finding],
    quotations: list[Quotation],
    index: QuotationIndex,
    spoken: Overlaps,
    turns: list[Finding],
) -> list[Finding]:
    """What stays of the findings of other kinds beside direct speech and turns: clipped to the
    quotation or turn that they stand in, and without those that say the same again."""
    inside = {t: q for q in quotations for t in parse.tokens_in(q.inner.start, q.inner.end)}
    turn_at = {t: f.content[0] for f in turns for t in _tokens(parse, f.content[0])}
    kept = []
    for f in rest:
        if _contradicts_itself(parse, f):
            continue
        verb = f.verb if f.verb is not None else -1
        if f.speaker is not None and parse.lower[f.speaker] in _OWN_VOICE:
            # Inside a quotation "I" is its speaker, whose claim it is already; outside, the outlet.
            continue
        if verb in turn_at and not _clip(parse, f, turn_at[verb]):
            continue
        quoted = inside.get(verb)
        if quoted is not None and not _clip(parse, f, quoted.inner):
            continue
        if quoted is None and _repeats(f, spoken):
            continue
        f.quote = _quote_kind(f, index)
        if quoted is not None and _is_unclosed_speech(f, quoted):
            # "We hold the port, the general said." with its closing mark forgotten.
            f.rule, f.quote = "direct.unclosed", "direct"
        kept.append(f)
    return kept


def _is_unclosed_speech(f: Finding, q: Quotation) -> bool:
    """Whether a finding is all that a quotation without a closing mark says."""
    return not q.closed and f.rule == "indirect.fronted" and f.content[0].start == q.inner.start


def _tokens(parse: Parse, span: Span) -> range:
    return parse.tokens_in(span.start, span.end)


def _quoting_on(parse: Parse, quotations: list[Quotation], found: list[Finding]) -> list[Finding]:
    """Sentences that quote but ascribe nothing, right behind one that does: "The army regretted it,
    a spokesman said. The strike “may have hit the clinic”." They go on with the same source."""
    out = []
    contents = Overlaps(found)
    cued: dict[int, list[Finding]] = {}
    for f in found:
        if f.verb is not None:
            cued.setdefault(parse.sentence_of[f.verb], []).append(f)
    for q in quotations:
        tokens = parse.tokens_in(q.inner.start, q.inner.end)
        if len(tokens) < _UTTERANCE or contents.shared(q.inner):
            continue
        number = parse.sentence_of[tokens[0]]
        sentence = parse.sentences[number]
        before = [
            f for f in cued.get(number - 1, ()) if f.source is not None and f.segment == q.segment
        ]
        span = clause_span(parse, sentence.first, sentence.last)
        if number in cued or len(before) != 1 or span is None:
            continue
        out.append(carried("mixed.carried-over", span, "mixed", q.segment, before[0]))
    return out


def _clip(parse: Parse, f: Finding, inner: Span) -> bool:
    """Keep a finding inside the stretch it stands in; False when its words lie outside."""
    spans = []
    for s in f.content:
        start, end = max(s.start, inner.start), min(s.end, inner.end)
        if start < end:
            spans.append(Span(start, end))
    if not spans or (f.source is not None and not inner.covers(parse.span(*f.source))):
        return False
    f.content = spans
    return True


def _contradicts_itself(parse: Parse, f: Finding) -> bool:
    """A parse gone wrong: the cue inside the content, or a content that is a mere "which"."""
    cue = [parse.span(t, t) for t in f.cue]
    return any(s.overlaps(c) for s in f.content for c in cue) or all(
        parse.tag[t] in ("WDT", "WP", "DT") for s in f.content for t in _tokens(parse, s)
    )


def _repeats(f: Finding, direct: Overlaps) -> bool:
    """Whether a direct finding with the same words and cue sentence already says this."""
    return any(
        shared >= _BORROWED * len(mine)
        for mine in f.content
        for shared in direct.shared(mine).values()
    )


def _quote_kind(f: Finding, quotations: QuotationIndex) -> Quote:
    """Direct where the content is a quotation and nothing else ("…", according to X), mixed where a
    part of it stands between marks, else indirect."""
    marked = [
        q
        for s in f.content
        for q in quotations.touching(Span(max(s.start - 1, 0), s.end + 1))
        if q.outer.start >= s.start - 1 and q.outer.end <= s.end + 1
    ]
    if len(marked) == len(f.content) == 1 and len(f.content[0]) <= len(marked[0].outer):
        f.content = [marked[0].inner]
        return "direct"
    return "mixed" if marked else "indirect"
