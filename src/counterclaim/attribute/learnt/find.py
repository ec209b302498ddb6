"""What the model finds, as findings: exact spans, kind of quotation, what goes on without a cue."""

from collections.abc import Iterator, Sequence

import numpy as np

from counterclaim.attribute.cue.lookup import entry_of, turning_token
from counterclaim.attribute.finding import Finding, carried
from counterclaim.attribute.learnt import encoding
from counterclaim.attribute.learnt.decoding import CUE, Scored, decode, log_odds
from counterclaim.attribute.learnt.encoding import Known, Stretch
from counterclaim.attribute.learnt.model import Model
from counterclaim.attribute.learnt.names import without_names
from counterclaim.attribute.phrases import clause_span, trim
from counterclaim.attribute.quotations import Quotation, QuotationIndex
from counterclaim.attribute.subjects import antecedent, is_passive
from counterclaim.language.cues import Cues, VerbCue
from counterclaim.language.parse import Parse
from counterclaim.model.claim import Quote
from counterclaim.model.spans import Span

RULE = "learnt"


def score_report(
    parse: Parse, cues: Cues, quotations: Sequence[Quotation], known: Known, model: Model
) -> Iterator[tuple[Stretch, list[Scored]]]:
    """Each stretch of the report with the attributions that the model sees in it."""
    features = encoding.word_features(parse, cues, quotations, known)
    words = [encoding.spelling(without_names(parse, t)) for t in range(len(parse))]
    for stretch in encoding.stretches(parse, words, features, model.pieces, model.pieces.frame):
        is_cue, roles, as_cue, as_word = model.read(stretch)
        least = model.thresholds
        is_cue += least.tagger * log_odds(roles)[:, CUE]
        anchors = np.nonzero(is_cue >= least.cue)[0].tolist()
        if not anchors:
            continue
        first, last = stretch.first, stretch.last
        tokens = [first + a for a in anchors]
        scores = model.link(
            as_cue[anchors],
            as_word,
            [encoding.distances(t, first, last) for t in tokens],
            [encoding.paths(parse, t, first, last) for t in tokens],
            [encoding.links(parse, known, t, first, last) for t in tokens],
        )
        sentences = _sentences(parse, first, last)
        yield stretch, decode(anchors, is_cue, roles, scores, sentences, least.tagger)


def _sentences(parse: Parse, first: int, last: int) -> list[tuple[int, int]]:
    """First and last word of each sentence of a stretch, counted from its first word."""
    numbers = range(parse.sentence_of[first], parse.sentence_of[last] + 1)
    return [
        (max(parse.sentences[n].first, first) - first, min(parse.sentences[n].last, last) - first)
        for n in numbers
    ]


def find_learnt(
    parse: Parse, cues: Cues, quotations: Sequence[Quotation], known: Known, model: Model
) -> list[Finding]:
    """Findings of the model in the order of the text; none stands inside another."""
    index = QuotationIndex(list(quotations))
    out = []
    for stretch, scored in score_report(parse, cues, quotations, known, model):
        for one in scored:
            out += _findings(parse, cues, index, stretch.first, one)
    for f in out:
        f.model = model.digest
    return out


def _findings(
    parse: Parse, cues: Cues, quotations: QuotationIndex, base: int, one: Scored
) -> list[Finding]:
    """The finding, and behind it one for each quotation that goes on in a sentence of its own."""
    cue = list(range(base + one.cue[0], base + one.cue[1] + 1))
    turning = turning_token(parse, cue, cues)
    verb = base + one.anchor if turning is None else turning
    source = None
    if one.source is not None:
        source = trim(parse, base + one.source[0], base + one.source[1])
    segment = parse.sentences[parse.sentence_of[verb]].segment
    here: list[Span] = []
    later: list[Span] = []
    for first, last in one.content:
        span = _content(parse, quotations, base + first, base + last)
        if span is None or _says_nothing(parse, span):
            continue
        (later if here and _new_sentence(parse, cue[-1], span) else here).append(span)
    entry, quote = entry_of(parse, cue, cues), _kind(here, quotations)
    thing = parse.child(verb, "dobj")
    if isinstance(entry, VerbCue) and thing is not None and parse.lower[thing] in entry.not_objects:
        return []
    if not here or (source is None and entry is None):
        # Nobody, by no word known to ascribe: "one victim is listed", "a house was searched".
        return []
    found = Finding(
        rule=RULE if source is not None else f"{RULE}.{_why_nobody(parse, verb)}",
        entry=entry,
        verb=verb,
        cue=cue,
        source=source,
        speaker=_speaker(parse, *source) if source is not None else None,
        content=here,
        quote=quote,
        segment=segment,
    )
    behind = [
        carried(f"{RULE}.carried-over", s, _kind([s], quotations), segment, found) for s in later
    ]
    return [found, *behind]


def _content(parse: Parse, quotations: QuotationIndex, first: int, last: int) -> Span | None:
    """Characters of a content: a quotation whole and without its marks, else the words without the
    punctuation at their ends."""
    span = clause_span(parse, first, last)
    if span is None:
        return None
    for q in quotations.touching(span):
        inside = min(span.end, q.inner.end) - max(span.start, q.inner.start)
        outside = _words(parse, span.start, q.outer.start) + _words(parse, q.outer.end, span.end)
        if inside >= _MOST_OF_A_QUOTATION * len(q.inner) and not outside:
            return q.inner
    return span


_MOST_OF_A_QUOTATION = 0.6
"""The share of a quotation that, once it is content and nothing else is, makes all of it content."""


def _says_nothing(parse: Parse, span: Span) -> bool:
    """Whether a content is a mere "what they", torn from its clause."""
    tags = [parse.tag[t] for t in parse.tokens_in(span.start, span.end)]
    return "WP" in tags and all(tag in ("WP", "PRP", "DT", "IN") for tag in tags)


def _words(parse: Parse, start: int, end: int) -> bool:
    """Whether there is a word between the two characters."""
    return start < end and any(c.isalnum() for c in parse.text[start:end])


def _new_sentence(parse: Parse, cue: int, span: Span) -> bool:
    """Whether a full stop parts the content from the cue before it."""
    between = parse.tokens_in(parse.end[cue], span.start)
    return parse.start[cue] < span.start and any(parse.word[t] in _STOPS for t in between)


_STOPS = frozenset({".", "?", "!"})


def _kind(content: Sequence[Span], quotations: QuotationIndex) -> Quote:
    """Direct where all of it is quotations, mixed where a part is, else indirect."""
    whole = [any(q.inner == s for q in quotations.touching(s)) for s in content]
    if all(whole):
        return "direct"
    return "mixed" if any(quotations.touching(s) for s in content) else "indirect"


def _speaker(parse: Parse, first: int, last: int) -> int:
    """The word that names the source: the head of the phrase; of "who", what it stands for."""
    head = _head(parse, first, last)
    if parse.tag[head] not in ("WP", "WDT"):
        return head
    named = antecedent(parse, parse.head[head])
    return named if named is not None else head


def _why_nobody(parse: Parse, verb: int) -> str:
    """Why no source is named, as the ending of the rule's id: "was told that", "it emerged that",
    "reports that", "reportedly"; or nothing that the parse tells of."""
    if parse.tag[verb][:2] == "NN":
        return "unnamed-noun"
    if parse.tag[verb][:2] in ("RB", "JJ"):
        return "unnamed-word"
    subject = parse.child(verb, "nsubj", "nsubjpass", "expl")
    if subject is not None and parse.lower[subject] == "it":
        return "unnamed-it"
    return "unnamed-agent" if is_passive(parse, verb) else "unnamed"


def _head(parse: Parse, first: int, last: int) -> int:
    """The word of a phrase that its other words hang on."""
    here = range(first, last + 1)
    return next((t for t in here if parse.head[t] not in here or parse.head[t] == t), last)
