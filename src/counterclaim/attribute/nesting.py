"""Which finding stands inside which: the chain of voices in "A said B had told C that D denied it"."""

from collections.abc import Iterable

from counterclaim.attribute.finding import Finding
from counterclaim.language.parse import Parse

_DEEPEST = 32
"""Contents inside one another that are looked at: a text of a thousand "he said that" stays linear."""


def nest(parse: Parse, found: Iterable[Finding]) -> list[Finding]:
    """The findings in the order of their first content character, each with those it stands in."""
    ordered = sorted(found, key=lambda f: (f.content[0].start, f.cue[:1]))
    by_segment: dict[int, list[Finding]] = {}
    for f in ordered:
        # No finding reaches beyond its own paragraph, so only these can meet.
        by_segment.setdefault(f.segment, []).append(f)
    for together in by_segment.values():
        _in_paragraph(parse, together)
    return ordered


def _in_paragraph(parse: Parse, found: list[Finding]) -> None:
    """Name for each finding those inside whose content its cue and content stand, innermost first.

    One sweep over the paragraph: only the contents that are open where a finding stands can hold it.
    """
    places = [parse.span(f.verb, f.verb) if f.verb is not None else f.content[0] for f in found]
    spans = sorted((s.start, s.end, n) for n, f in enumerate(found) for s in f.content)
    opened: list[tuple[int, int, int]] = []
    at = 0
    for n in sorted(range(len(found)), key=lambda n: places[n].start):
        f, place = found[n], places[n]
        while at < len(spans) and spans[at][0] <= place.start:
            opened.append(spans[at])
            at += 1
        opened = [s for s in opened if s[1] > place.start][-_DEEPEST:]
        holders = [found[m] for _, end, m in opened if end >= place.end and m != n]
        f.parents = [g for g in holders if _holds(g, f)]
        f.parents.sort(key=lambda g: sum(len(s) for s in g.content))


def _holds(g: Finding, f: Finding) -> bool:
    """Whether `f` may stand inside `g`: their contents meet, and `g` does not stand inside `f`."""
    meet = any(s.overlaps(c) for s in g.content for c in f.content)
    return meet and not any(c.covers(s) for c in f.content for s in g.content)
