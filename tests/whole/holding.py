"""What must hold of every reading, whatever the report; each function names what breaks it."""

import re
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from counterclaim.model.claim import Claim, Phrase
from counterclaim.model.comparison import Comparison
from counterclaim.model.event import TimeExpression, Toponym
from counterclaim.model.reading import Reading
from counterclaim.model.spans import Span
from counterclaim.model.why import Why

WORD = re.compile(r"\w")
VERDICTS = re.compile(r"\b(true|false|confirmed|debunked)\b", re.IGNORECASE)
QUOTED = re.compile(r"“[^“”]*”")


def parts(value: object) -> Iterator[object]:
    """`value` and everything inside it, records in tuples included."""
    yield value
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from parts(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from parts(one)


def bad_spans(reading: Reading) -> list[str]:
    """Spans that lie outside the text, hold no word, or begin or end within one."""
    text = reading.text
    bad = []
    for part in parts(reading):
        if isinstance(part, Toponym | TimeExpression):
            part = part.span
        if isinstance(part, Phrase) and part.span.words(text) != part.words:
            bad.append(f"{part.words!r} is not {part.span.words(text)!r}")
        if not isinstance(part, Span):
            continue
        words = text[part.start : part.end]
        if part.end > len(text) or not WORD.search(words):
            bad.append(f"{part} of {len(text)}: {words!r}")
        elif _cuts(text, part.start) or _cuts(text, part.end):
            bad.append(f"{part} cuts a word: {text[max(0, part.start - 9) : part.end + 9]!r}")
    return bad + [
        f"toponym {t.name!r} is not {t.span.words(text)!r}"
        for t in reading.toponyms
        if t.span.words(text) != t.name
    ]


def _cuts(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalpha() and text[at].isalpha()


def without_why(records: Iterable[object]) -> list[str]:
    """Records that say neither where they were seen nor what they were derived from."""
    bad = []
    for record in records:
        why = getattr(record, "why", None)
        if not isinstance(why, Why) or not why.rule:
            bad.append(repr(record)[:200])
        elif why.kind == "quoted" and not why.spans:
            bad.append(f"quoted, and from nowhere: {record!r}"[:200])
    return bad


def identity(claim: Claim) -> str:
    """Who says a claim: a party, or in one report the words for somebody unresolved."""
    return claim.source.party or f"{claim.report}: {claim.source.name.lower()}"


def self_relations(
    comparisons: Iterable[Comparison], claims: Mapping[str, Claim]
) -> list[Comparison]:
    """Where a source would contradict or corroborate itself."""
    return [
        c
        for c in comparisons
        if c.relation in ("contradicts", "corroborates")
        and {identity(claims[i]) for i in c.a if i in claims}
        & {identity(claims[i]) for i in c.b if i in claims}
    ]


def claims_outside_running_text(reading: Reading) -> list[str]:
    """Claims of which a word stands in a byline, dateline, caption, credit or furniture."""
    closed = [s for s in reading.report.segments if s.kind not in ("title", "paragraph")]
    return [
        f"{segment.kind}: {span.words(reading.text)!r}"
        for claim in reading.claims
        for span in (*claim.content, *claim.cue, *claim.source_span)
        for segment in closed
        if span.overlaps(segment.span)
    ]


def own_words(sentence: str) -> str:
    """A sentence of the program without the words that it quotes."""
    inner = None
    while inner != sentence:
        inner, sentence = sentence, QUOTED.sub("…", sentence)
    return sentence


def verdicts(sentences: Iterable[str]) -> list[str]:
    """Sentences in which the program itself would judge."""
    return [s for s in sentences if VERDICTS.search(own_words(s))]
