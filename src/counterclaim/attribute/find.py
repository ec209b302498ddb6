"""All attributions of one report: direct, indirect, phrases, nouns; which stands inside which."""

from collections.abc import Iterable

from counterclaim.attribute.direct import find_direct
from counterclaim.attribute.finding import Finding, carried
from counterclaim.attribute.fixed_phrases import find_fixed_phrases
from counterclaim.attribute.headlines import find_headlines
from counterclaim.attribute.indirect import find_indirect
from counterclaim.attribute.nominal import find_nominal
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
    rest += find_headlines(report, parse, parties, descriptors, taken)
    inside = _tokens_in_quotations(parse, quotations)
    index = QuotationIndex(quotations)
    spoken = _by_segment(direct)
    kept = []
    for f in rest:
        if _contradicts_itself(parse, f):
            continue
        quoted = f.verb in inside
        if quoted and not _clip(parse, f, inside):
            continue
        if f.speaker is not None and parse.lower[f.speaker] in _OWN_VOICE:
            # Inside a quotation "I" is its speaker, whose claim it is already; outside, the outlet.
            continue
        if not quoted and _repeats(f, spoken.get(f.segment, ())):
            continue
        f.quote = _quote_kind(f, index)
        kept.append(f)
    kept += _quoting_on(parse, quotations, direct + kept)
    found = sorted(direct + kept, key=lambda f: (f.content[0].start, f.cue[:1]))
    for together in _by_segment(found).values():
        _nest(parse, together)
    return found


def _by_segment(found: list[Finding]) -> dict[int, list[Finding]]:
    """Findings by their paragraph: no finding reaches beyond its own, so only these can meet."""
    out: dict[int, list[Finding]] = {}
    for f in found:
        out.setdefault(f.segment, []).append(f)
    return out


def _quoting_on(parse: Parse, quotations: list[Quotation], found: list[Finding]) -> list[Finding]:
    """Sentences that quote but ascribe nothing, right behind one that does: "The army regretted it,
    a spokesman said. The strike “may have hit the clinic”." They go on with the same source."""
    out = []
    by_segment = _by_segment(found)
    for q in quotations:
        tokens = parse.tokens_in(q.inner.start, q.inner.end)
        near = by_segment.get(q.segment, ())
        if len(tokens) < _UTTERANCE or any(s.overlaps(q.inner) for f in near for s in f.content):
            continue
        number = parse.sentence_of[tokens[0]]
        sentence = parse.sentences[number]
        before = [
            f
            for f in near
            if f.verb is not None
            and f.source is not None
            and parse.sentence_of[f.verb] == number - 1
        ]
        cued = any(f.verb is not None and parse.sentence_of[f.verb] == number for f in near)
        span = clause_span(parse, sentence.first, sentence.last)
        if cued or len(before) != 1 or span is None:
            continue
        out.append(carried("mixed.carried-over", span, "mixed", q.segment, before[0]))
    return out


def _tokens_in_quotations(parse: Parse, quotations: list[Quotation]) -> dict[int, Quotation]:
    return {t: q for q in quotations for t in parse.tokens_in(q.inner.start, q.inner.end)}


def _clip(parse: Parse, f: Finding, inside: dict[int, Quotation]) -> bool:
    """Keep a finding inside a quotation within its marks; False when its words lie outside."""
    q = inside[f.verb if f.verb is not None else -1]
    spans = []
    for s in f.content:
        start, end = max(s.start, q.inner.start), min(s.end, q.inner.end)
        if start < end:
            spans.append(Span(start, end))
    if not spans or (f.source is not None and not q.inner.covers(parse.span(*f.source))):
        return False
    f.content = spans
    return True


def _contradicts_itself(parse: Parse, f: Finding) -> bool:
    """A parse gone wrong: the cue inside the content, or a content that is a mere "which"."""
    cue = [parse.span(t, t) for t in f.cue]
    tokens = [t for s in f.content for t in parse.tokens_in(s.start, s.end)]
    return any(s.overlaps(c) for s in f.content for c in cue) or all(
        parse.tag[t] in ("WDT", "WP", "DT") for t in tokens
    )


def _repeats(f: Finding, direct: Iterable[Finding]) -> bool:
    """Whether a direct finding with the same words and cue sentence already says this."""
    for d in direct:
        for mine in f.content:
            shared = sum(max(0, min(mine.end, s.end) - max(mine.start, s.start)) for s in d.content)
            if shared >= _BORROWED * len(mine):
                return True
    return False


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


def _nest(parse: Parse, found: list[Finding]) -> None:
    """Name for each finding those inside whose content its cue and content stand, innermost first."""
    for f in found:
        place = parse.span(f.verb, f.verb) if f.verb is not None else f.content[0]
        holders = [
            g
            for g in found
            if g is not f
            and any(s.covers(place) for s in g.content)
            and any(s.overlaps(c) for s in g.content for c in f.content)
            and not any(c.covers(s) for c in f.content for s in g.content)
        ]
        holders.sort(key=lambda g: sum(len(s) for s in g.content))
        f.parents = holders
