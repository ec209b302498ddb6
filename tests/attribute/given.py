"""A finding made from a text in which source, cue and content are marked: {source} [cue] <content>."""

import re

from counterclaim.attribute.cue.lookup import entry_of, turning_token
from counterclaim.attribute.cue.reading import CueReading, read_cue
from counterclaim.attribute.finding import Finding
from counterclaim.language import english
from counterclaim.language.cues import load_cues
from counterclaim.language.parse import Parse
from counterclaim.model.spans import Span
from counterclaim.readers import read_text

_MARKS = re.compile(r"[{}\[\]<>]")


def given(marked: str) -> tuple[Parse, Finding]:
    """The parse of the text without its marks, and the finding that they mark."""
    spans: dict[str, list[Span]] = {"{": [], "[": [], "<": []}
    for found in re.finditer(r"([{\[<])([^{}\[\]<>]*)[}\]>]", marked):
        start = len(_MARKS.sub("", marked[: found.start()]))
        spans[found[1]].append(Span(start, start + len(found[2])))
    parse = english.parse_one(read_text(_MARKS.sub("", marked)))
    cue = [t for s in spans["["] for t in parse.tokens_in(s.start, s.end)]
    source = [t for s in spans["{"] for t in parse.tokens_in(s.start, s.end)]
    cues = load_cues()
    return parse, Finding(
        rule="given",
        entry=entry_of(parse, cue, cues),
        verb=turning_token(parse, cue, cues),
        cue=cue,
        source=(source[0], source[-1]) if source else None,
        speaker=source[-1] if source else None,
        content=spans["<"],
        quote="indirect",
        segment=0,
    )


def entry_id(marked: str) -> str | None:
    """The id of the entry that the marked cue turns on."""
    _, finding = given(marked)
    return finding.entry.id if finding.entry is not None else None


def reading(marked: str) -> CueReading:
    """What the marked cue is read to tell."""
    return read_cue(*given(marked))
