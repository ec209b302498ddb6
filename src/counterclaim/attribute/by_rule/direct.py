"""Direct quotations: the cue before, inside or behind the marks, and quotations that go on without one.

A quotation is read together with the words around it in its own paragraph: the gap behind it up to
the end of the sentence or the next quotation, and the gap before it.
"""

from dataclasses import dataclass, field

from counterclaim.attribute.by_rule.gaps import gap_before, gap_behind, goes_on_behind
from counterclaim.attribute.by_rule.quoting_cues import QuotingCue, cue_before, cue_behind
from counterclaim.attribute.finding import Finding, carried
from counterclaim.attribute.phrases import cue_tokens, is_nominal
from counterclaim.attribute.quotations import Quotation
from counterclaim.language.cues import Cues
from counterclaim.language.parse import Parse

_SPEECH_LEAST = 4
"""Words: fewer between marks are speech only where comma and capital say so."""
_PAUSES = (",", "—", "–", "--", "-", ":")
_NARRATED_MOST = 30
"""Words of narration behind a quotation after which the next paragraph's is nobody's by default."""


@dataclass
class _Heard:
    """What was found so far: findings, verbs in use, the last quotation and its finding."""

    findings: list[Finding] = field(default_factory=list)
    verbs: set[int] = field(default_factory=set)
    last: Finding | None = None
    quotation: Quotation | None = None


def find_direct(parse: Parse, quotations: list[Quotation], cues: Cues) -> list[Finding]:
    """A finding for each quotation that is speech; fragments inside a clause are left to the clause."""
    heard = _Heard()
    for number, q in enumerate(quotations):
        if parse.tokens_in(q.inner.start, q.inner.end):
            _hear(parse, quotations, number, cues, heard)
    return heard.findings


def _hear(
    parse: Parse, quotations: list[Quotation], number: int, cues: Cues, heard: _Heard
) -> None:
    q = quotations[number]
    before = _neighbour(quotations, number - 1, q)
    behind = gap_behind(parse, q, _neighbour(quotations, number + 1, q))
    ahead = gap_before(parse, q, before)
    speech = _is_speech(parse, q, ahead)
    cue, rule = None, "direct.cue-behind"
    if goes_on_behind(parse, q, behind):
        cue = cue_behind(parse, behind, cues)
    if cue is None and ahead:
        cue, rule = cue_before(parse, ahead, cues, speech), "direct.cue-before"
        if cue is not None and heard.last is not None and heard.last.verb == cue.verb:
            if _goes_on(parse, ahead):
                # "…," he said, "…": the cue between two parts of one quotation.
                heard.last.content.append(q.inner)
                heard.last.rule = "direct.cue-inside"
                heard.quotation = q
                return
            cue = None
    finding = None
    if cue is not None and (speech or (cue.verb not in heard.verbs and _set_off(parse, q, ahead))):
        finding = _cued(parse, q, cue, rule)
        heard.verbs.add(cue.verb)
    elif speech and _carries(parse, ahead, q, heard, before is not None):
        finding = carried("direct.carried-over", q.inner, "direct", q.segment, heard.last)
    if finding is not None:
        heard.findings.append(finding)
        heard.findings += _carried_back(quotations, number, finding, heard.findings, ahead)
        heard.last, heard.quotation = finding, q
    elif speech:
        heard.last = None


def _neighbour(quotations: list[Quotation], number: int, q: Quotation) -> Quotation | None:
    """The quotation next to `q` in its own paragraph."""
    if 0 <= number < len(quotations) and quotations[number].segment == q.segment:
        return quotations[number]
    return None


def _cued(parse: Parse, q: Quotation, cue: QuotingCue, rule: str) -> Finding:
    return Finding(
        rule=rule,
        entry=cue.entry,
        verb=cue.verb,
        cue=cue_tokens(parse, cue.verb, []),
        source=cue.source,
        speaker=cue.speaker,
        content=[q.inner],
        quote="direct",
        segment=q.segment,
    )


def _carried_back(
    quotations: list[Quotation],
    number: int,
    finding: Finding,
    findings: list[Finding],
    ahead: list[int],
) -> list[Finding]:
    """The paragraphs before that opened a quotation, named nobody and never closed it: the cue at
    the end of the last paragraph is theirs too."""
    out: list[Finding] = []
    following = quotations[number]
    if ahead or number == 0 or quotations[number - 1].closed:
        return out
    done = {s for f in findings for s in f.content}
    for n in range(number - 1, -1, -1):
        before = quotations[n]
        if before.closed or before.segment != following.segment - 1 or before.inner in done:
            break
        out.append(carried("direct.carried-back", before.inner, "direct", before.segment, finding))
        following = before
    return out


def _is_speech(parse: Parse, q: Quotation, ahead: list[int]) -> bool:
    """Whether the words between the marks read as an utterance, not as a borrowed phrase."""
    tokens = parse.tokens_in(q.inner.start, q.inner.end)
    words = [t for t in tokens if parse.word[t][0].isalnum()]
    if not words:
        return False
    if not q.closed:
        return len(words) >= _SPEECH_LEAST
    stops = parse.word[tokens[-1]][-1] in ",.?!…—–-"
    starts = parse.word[words[0]][0].isupper() or parse.word[words[0]][0].isdigit()
    if len(words) < _SPEECH_LEAST:
        led_in = not ahead or parse.word[ahead[-1]] in (",", ":")
        return stops and starts and led_in
    return starts or stops


def _set_off(parse: Parse, q: Quotation, ahead: list[int]) -> bool:
    """Whether a short fragment is set off as speech by comma or colon on both of its sides."""
    led_in = not ahead or parse.word[ahead[-1]] in (",", ":")
    return led_in and (parse.text[q.inner.end - 1] in ",.?!" or bool(ahead))


def _goes_on(parse: Parse, ahead: list[int]) -> bool:
    """Whether the gap between two parts of a quotation ends in no full stop."""
    last = ahead[-1]
    return parse.word[last] in _PAUSES or parse.tag[last][:2] == "VB" or is_nominal(parse, last)


def _carries(
    parse: Parse, ahead: list[int], q: Quotation, heard: _Heard, same_paragraph: bool
) -> bool:
    """Whether a quotation without a cue goes on with the speaker of the one before it.

    In the same paragraph: nothing but the cue stands between. In a new paragraph: it opens the
    paragraph, and the paragraph before ended with the quotation or its cue.
    """
    if heard.last is None or heard.quotation is None:
        return False
    between = parse.tokens_in(heard.quotation.outer.end, q.outer.start)
    known = {*heard.last.cue, *(heard.last.continues or heard.last).cue}
    words = [t for t in between if parse.word[t][0].isalnum()]
    verbs = [t for t in words if parse.tag[t] in ("VBD", "VBZ", "VBP") and t not in known]
    if same_paragraph:
        return not ahead or (not verbs and all(parse.word[t] != ":" for t in ahead))
    if ahead or q.segment != heard.quotation.segment + 1:
        return False
    return len(verbs) <= 1 and len(words) <= _NARRATED_MOST
