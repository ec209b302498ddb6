"""Text -> segments: title, byline, dateline, paragraphs, captions, credits, furniture.

Only titles and paragraphs are read for claims, so a wrong paragraph costs a little time and a wrong
caption costs claims: where nothing speaks clearly, a line is a paragraph.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from counterclaim.model.report import Segment, SegmentKind
from counterclaim.model.spans import Span
from counterclaim.readers import lines, patterns
from counterclaim.readers.lines import Paragraph

LONGEST_TITLE = 160
LONGEST_PARAGRAPH = 20_000
"""Longer paragraphs are several segments: a parser needs about 1 GB for 100,000 characters."""

FIRST = 3
"""Prose paragraphs at the top that may begin with a place alone as their dateline."""

_STOPPED = re.compile(r"[.!?:;,…][”\"’')\]]*$")
_LOOSE = re.compile(r"[\W_]+")
_CLOSES = frozenset('”"’')
_DASHES = frozenset("-–—")


class Layout(NamedTuple):
    """The segments of a text, in order, without overlap; the title and the byline's names in it."""

    segments: tuple[Segment, ...]
    title: str | None
    byline: str | None


def layout(text: str, title: str | None = None) -> Layout:
    """What the stretches of `text` are; `title` is the one that the record or page gives."""
    found = lines.paragraphs(text)
    kinds: list[SegmentKind] = ["paragraph"] * len(found)
    byline: str | None = None
    heads: set[int] = set()

    def take(n: int, where: patterns.Where) -> bool:
        nonlocal byline
        hit = patterns.line(text[found[n].start : found[n].end], where)
        if hit is None:
            return False
        kinds[n] = hit[0].kind
        if hit[0].heads:
            heads.add(n)
        byline = byline or hit[1]
        return True

    head = _title(text, found, title)
    if head is not None:
        kinds[head] = "title"
    for n in range(len(found)):
        if n != head:
            take(n, "any")

    def speaks(n: int) -> bool:
        """Whether a line such as "– Jane Doe" names the speaker of the quotation above it."""
        above = text[max(0, found[n - 1].end - 1) : found[n - 1].end] if n else ""
        return above in _CLOSES and text[found[n].start] in _DASHES

    _links(text, found, kinds, heads)
    _at_edges(kinds, head, take, speaks)
    segments, cut_byline = _cut(text, found, kinds)
    title_words = text[found[head].start : found[head].end] if head is not None else None
    return Layout(tuple(segments), title_words, byline or cut_byline)


def _title(text: str, found: Sequence[Paragraph], title: str | None) -> int | None:
    """The number of the paragraph that is the title: the one that the record names, or, where none
    is named, a first line that is short and has no stop and stands over something else."""
    if title:
        wanted = _LOOSE.sub("", title).casefold()
        for n, p in enumerate(found[:4]):
            if p.end - p.start <= 2 * len(title) + 8:
                words = _LOOSE.sub("", text[p.start : p.end]).casefold()
                if wanted and words == wanted:
                    return n
        return None
    for n, p in enumerate(found[:2]):
        words = text[p.start : p.end]
        if patterns.line(words, "any") or patterns.line(words, "head"):
            continue
        short = len(words) <= LONGEST_TITLE and "\n" not in words and not _STOPPED.search(words)
        # The name of the author may stand between a title and its text.
        follows = any(q.end - q.start > len(words) for q in found[n + 1 : n + 3])
        alone = n + 1 < len(found) and found[n + 1].after_blank
        is_title = short and (alone or follows) and len(words.split()) >= 3
        return n if is_title and not patterns.opening(text, p.start, p.end, True) else None
    return None


def _links(
    text: str, found: Sequence[Paragraph], kinds: list[SegmentKind], heads: set[int]
) -> None:
    """Headlines below "Related:" and the like, at the report's end, are links to other reports."""
    end = n = len(found)
    while heads and n > 0:
        n -= 1
        if n in heads:
            kinds[n:end] = ["furniture" if k == "paragraph" else k for k in kinds[n:end]]
        elif kinds[n] == "paragraph":
            start, stop, _ = found[n]
            if stop - start > LONGEST_TITLE or _STOPPED.search(text, max(start, stop - 8), stop):
                return


def _at_edges(
    kinds: list[SegmentKind],
    head: int | None,
    take: Callable[[int, patterns.Where], bool],
    speaks: Callable[[int], bool],
) -> None:
    """Looser rules for the lines at the top (names) and at the bottom (links, names): there they
    hold for as long as lines of that kind go on."""
    prose = 0
    for n in range(len(kinds)):
        if kinds[n] == "paragraph" and not take(n, "head"):
            prose += 1
            if prose == 2:
                break
    for n in range(len(kinds) - 1, -1 if head is None else head, -1):
        if kinds[n] == "paragraph" and (speaks(n) or not take(n, "tail")):
            break


def _cut(
    text: str, found: Sequence[Paragraph], kinds: Sequence[SegmentKind]
) -> tuple[list[Segment], str | None]:
    """Segments, with datelines and trailing names cut off their paragraphs."""
    prose = [n for n, kind in enumerate(kinds) if kind == "paragraph"]
    first, last = set(prose[:FIRST]), prose[-1] if prose else -1
    out: list[Segment] = []
    byline: str | None = None
    for n, ((start, end, _), kind) in enumerate(zip(found, kinds, strict=True)):
        after: Segment | None = None
        if kind == "paragraph":
            cut = patterns.opening(text, start, end, n in first)
            if cut and cut.outer[1] < end:
                out.append(Segment(cut.rule.kind, Span(cut.start, cut.end)))
                start = cut.outer[1]
            closing = patterns.closing(text, start, end) if n == last else None
            if closing and closing.outer[0] > start:
                after = Segment(closing.rule.kind, Span(closing.start, closing.end))
                end = closing.outer[0]
                byline = closing.who
        for a, b in lines.pieces(text, start, end, LONGEST_PARAGRAPH):
            out.append(Segment(kind, Span(a, b)))
        if after:
            out.append(after)
    return out, byline
