"""Words in the sentence that they stand in."""

import re

from counterclaim.model.spans import Span
from counterclaim.show.explain.explanation import Quoted

_BREAK = re.compile(r"(?<=[.!?])[”\"’')\]]*\s+(?=[“\"‘(]?[A-Z])")
_SHORT = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Sgt|St|Prof|Rev|Sen|Gov)\.\s*$")
_AROUND = 160
"""Characters shown at most before and after the words."""


def sentence(text: str, span: Span) -> Span:
    """The sentence or sentences that hold `span`, inside its paragraph."""
    low = text.rfind("\n", 0, span.start) + 1
    high = text.find("\n", span.end)
    high = len(text) if high < 0 else high
    for found in _BREAK.finditer(text, low, high):
        if _SHORT.search(text, max(low, found.start() - 8), found.end()):
            continue
        if found.end() <= span.start:
            low = found.end()
        elif found.start() >= span.end:
            high = found.start()
            break
    return Span(low, high)


def quote(text: str, role: str, span: Span) -> Quoted:
    """The words of `span` with their sentence around them, cut at a word where it is long."""
    around = sentence(text, span)
    before = text[max(around.start, span.start - _AROUND) : span.start]
    if span.start - around.start > _AROUND:
        before = "…" + before.partition(" ")[2]
    after = text[span.end : min(around.end, span.end + _AROUND)]
    if around.end - span.end > _AROUND:
        after = after.rpartition(" ")[0] + "…"
    return Quoted(role, span, around, span.words(text), before, after)
