"""Own sentences to a `Parse`, for the tests of this stage."""

import re

from counterclaim.language import english
from counterclaim.language.parse import Parse
from counterclaim.model.event import TimeExpression
from counterclaim.model.report import Segment, make_report
from counterclaim.model.spans import Span
from counterclaim.situate import find_times


def parse(text: str) -> Parse:
    """Each line of `text` is a paragraph."""
    segments = tuple(
        Segment("paragraph", Span(m.start(), m.end())) for m in re.finditer(r"[^\n]*\S[^\n]*", text)
    )
    return english.parse_one(make_report(text, "0" * 64, segments=segments))


def times(text: str, published: str | None = "2015-10-08") -> dict[str, TimeExpression]:
    """The time expressions of `text` by their words; 8 October 2015 was a Thursday."""
    return {text[t.start : t.end]: t for t in find_times(parse(text), published)}
