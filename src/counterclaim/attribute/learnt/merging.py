"""The model's findings and the rules', as one reading of a report.

The model decides who says what in the outlet's own words. Its training annotation has no attribution
inside another, no headline, list or transcript, one voice for each content, and no quotation that goes
on over paragraphs: there the rules speak.
"""

from collections.abc import Sequence

from counterclaim.attribute.finding import Finding
from counterclaim.attribute.overlaps import Overlaps
from counterclaim.attribute.phrases import clause_span
from counterclaim.language.cues import VerbCue
from counterclaim.language.parse import Parse
from counterclaim.model.spans import Span

ONLY_RULES = ("headline.", "transcript.", "post.", "list.", "silence.", "direct.dash", "block.")
"""Families of constructions that the training annotation does not have."""

JOINED = "joined."
"""Further voices for the content of a finding: a claim each, where the model sees one or none."""

WHOLE_OF_RULES = ("indirect.what-clause",)
"""Constructions whose content the rules know better where both find the cue: it is one word group by
definition, and the annotation has hardly any."""

_SAME = 0.8
"""Share of a rule's content that makes it the model's own finding."""
_MOSTLY = 0.5
"""Share of a turn, headline or item that the model must have found for the rule to be silent."""


def merged(parse: Parse, learnt: Sequence[Finding], rules: Sequence[Finding]) -> list[Finding]:
    """All findings of a report, those of the rules only where the model has nothing to say.

    Kept of the rules: what stands inside a content of the model's; constructions that the model
    never saw; further voices; and quotations without a cue, which go on with the model's finding in
    place of the rules' own.
    """
    index = _Index(parse, learnt)
    out = list(learnt)
    stands_for: dict[int, Finding] = {}
    for f in rules:
        if f.continues is not None:
            continue
        near = index.near(f)
        if f.rule.startswith(JOINED):
            if (leader := _leader(f, near)) is not None:
                _part(parse, leader, f)
                out.append(f)
        elif (same := _same(parse, f, near)) is not None:
            stands_for[id(f)] = same
            _take(parse, f, same)
        elif (leader := _coordinated(parse, f, near)) is not None:
            leader.content = _before(parse, leader.content, parse.start[min(f.cue)])
            stands_for[id(f)] = f
            out.append(f)
        elif _inside(parse, f, near) or (_only_by_rule(f) and not _mostly(f, near)):
            stands_for[id(f)] = f
            out.append(f)
    for f in rules:
        leader = stands_for.get(id(f.continues)) if f.continues is not None else None
        if leader is not None and not _touches(f, index.near(f)):
            f.continues = leader.continues or leader
            out.append(f)
    return out


class _Index:
    """The model's findings by where they stand: a paragraph can hold thousands."""

    def __init__(self, parse: Parse, learnt: Sequence[Finding]) -> None:
        self._parse = parse
        self._learnt = learnt
        self._contents = Overlaps(learnt)
        self._by_cue = {t: n for n, f in enumerate(learnt) for t in f.cue}

    def near(self, f: Finding) -> list[Finding]:
        """Those that share a word of their cue with `f`, or a character of their content with its
        content or its cue; in the order of the text."""
        numbers = {self._by_cue[t] for t in f.cue if t in self._by_cue}
        places = [*f.content, *([self._parse.span(f.verb, f.verb)] if f.verb is not None else [])]
        for place in places:
            numbers.update(self._contents.shared(place))
        return [self._learnt[n] for n in sorted(numbers)]


def _only_by_rule(f: Finding) -> bool:
    """Whether the model was never taught what the rules found: a construction, or a verb that reports
    of figures only ("gave the number of dead as nine")."""
    of_figures = isinstance(f.entry, VerbCue) and bool(f.entry.objects)
    return f.rule.startswith(ONLY_RULES) or of_figures


def _same(parse: Parse, f: Finding, near: Sequence[Finding]) -> Finding | None:
    """The model's finding with the same cue, or the same words said."""
    for g in near:
        if g.continues is None and f.verb is not None and f.verb in g.cue:
            return g
    for g in near:
        alike = g.continues is None and _shared(f.content, g.content) >= _SAME * _length(f.content)
        if alike and not _inside(parse, f, [g]):
            return g
    return None


def _take(parse: Parse, rule: Finding, learnt: Finding) -> None:
    """What the rules know of the same cue and the model does not say."""
    learnt.addressee = learnt.addressee or rule.addressee
    learnt.negated = learnt.negated or rule.negated
    if rule.source == learnt.source:
        learnt.speaker = rule.speaker
    if rule.rule.startswith(WHOLE_OF_RULES) or _verbless_tail(parse, rule, learnt):
        learnt.content, learnt.quote = rule.content, rule.quote


def _verbless_tail(parse: Parse, rule: Finding, learnt: Finding) -> bool:
    """Whether the rules' content is the model's and what follows a semicolon without a verb of its own:
    "…; the first since May" cannot be a sentence of the outlet's."""
    if len(rule.content) != 1 or len(learnt.content) != 1:
        return False
    (whole,), (part,) = rule.content, learnt.content
    return (
        whole.start == part.start
        and whole.end > part.end
        and parse.text[part.end : whole.end].lstrip().startswith(";")
    )


def _leader(f: Finding, near: Sequence[Finding]) -> Finding | None:
    """The model's finding whose content a further voice shares, most of it."""
    shared = [(_shared(f.content, g.content), n) for n, g in enumerate(near) if g.continues is None]
    most, n = max(shared, default=(0, 0))
    return near[n] if most >= _MOSTLY * _length(f.content) else None


def _part(parse: Parse, leader: Finding, f: Finding) -> None:
    """Takes the further voice out of the first one's source and content."""
    if f.source is None:
        return
    if leader.source is not None and leader.source[0] < f.source[0] <= leader.source[1]:
        end = min([t for t in f.cue if t > leader.source[0]], default=f.source[0])
        first, last = leader.source[0], min(end, f.source[0]) - 1
        while last > first and (parse.tag[last] in (",", "CC", "IN")):
            last -= 1
        leader.source = first, last
    voice = parse.span(*f.source)
    if any(s.covers(voice) for s in leader.content):
        leader.content = list(f.content)


def _coordinated(parse: Parse, f: Finding, near: Sequence[Finding]) -> Finding | None:
    """The model's finding whose content runs into this one although their cues stand side by side:
    "who say that it fell and claim that it burnt"."""
    if f.verb is None or f.quote == "direct":
        return None
    at = f.verb
    while parse.dep[at] == "conj" and parse.head[at] != at:
        at = parse.head[at]
        for g in near:
            if at in g.cue and f.speaker == g.speaker and _inside(parse, f, [g]):
                return g
    return None


def _before(parse: Parse, content: list[Span], end: int) -> list[Span]:
    """The content up to a character; all of it where nothing would be left."""
    kept = []
    for s in content:
        if s.end <= end:
            kept.append(s)
        elif s.start < end:
            tokens = parse.tokens_in(s.start, end)
            if tokens and (span := clause_span(parse, tokens[0], tokens[-1])) is not None:
                kept.append(span)
    return kept or content


def _inside(parse: Parse, f: Finding, near: Sequence[Finding]) -> bool:
    """Whether cue and content of the finding stand in the content of one of these."""
    if f.verb is None:
        return False
    place = parse.span(f.verb, f.verb)
    return any(
        any(s.covers(place) for s in g.content)
        and _shared(f.content, g.content) >= _length(f.content)
        for g in near
    )


def _mostly(f: Finding, near: Sequence[Finding]) -> bool:
    """Whether the model has the finding's cue, or most of its content."""
    return any(
        (f.verb is not None and f.verb in g.cue)
        or _shared(f.content, g.content) >= _MOSTLY * _length(f.content)
        for g in near
    )


def _touches(f: Finding, near: Sequence[Finding]) -> bool:
    return any(_shared(f.content, g.content) for g in near)


def _shared(a: Sequence[Span], b: Sequence[Span]) -> int:
    return sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a for y in b)


def _length(spans: Sequence[Span]) -> int:
    return sum(len(s) for s in spans)
