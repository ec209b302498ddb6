"""Speech that a dash opens ("— We saw it, the driver said. It was a drone."), as many languages write
it, and quotations whose closing mark was forgotten."""

from counterclaim.attribute.finding import Finding, carried
from counterclaim.attribute.phrases import clause_span
from counterclaim.language.parse import Parse, Sentence
from counterclaim.model.report import Report

_IN_SPEECH = frozenset({"indirect.fronted", "indirect.parenthesis"})


def read_dashes(report: Report, parse: Parse, found: list[Finding]) -> list[Finding]:
    """Makes the findings of paragraphs that a dash opens direct ones; gives further findings for the
    sentences there that nobody is named for, which go on with the speaker before them."""
    heard: dict[int, list[Finding]] = {}
    for f in found:
        heard.setdefault(f.segment, []).append(f)
    sentences: dict[int, list[Sentence]] = {}
    for s in parse.sentences:
        if s.segment in heard:
            sentences.setdefault(s.segment, []).append(s)
    out: list[Finding] = []
    for segment, here in heard.items():
        lines = sentences.get(segment, [])
        if not lines or parse.word[lines[0].first] != "—":
            continue
        if report.segments[segment].kind != "paragraph":
            continue
        by_sentence = {parse.sentence_of[f.verb]: f for f in here if f.verb is not None}
        speaking: Finding | None = None
        for s in lines:
            cued = by_sentence.get(parse.sentence_of[s.first])
            if cued is not None:
                speaking = cued if cued.rule in _IN_SPEECH else None
                if speaking is not None:
                    speaking.rule, speaking.quote = "direct.dash", "direct"
            elif speaking is not None:
                span = clause_span(parse, s.first, s.last)
                if span is not None:
                    out.append(
                        carried("direct.dash-carried-over", span, "direct", segment, speaking)
                    )
    return out
