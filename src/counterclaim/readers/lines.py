"""Text -> paragraphs: where each begins and ends, without the white space around it.

A paragraph is a non-empty line, or, where lines were broken at a fixed width (agency tickers,
e-mail, transcripts), the lines that belong together.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

_CONTENT = re.compile(r"\S(?:[^\r\n\f\v\x85\u2028\u2029]*\S)?")
_ENDED = (".", "!", "?", "”", '"', "…", ":")
_SENTENCE_END = re.compile(r"[.!?…][”\"’')\]]*\s+")

_SOLID = re.compile(r"\S")

WIDEST = 132
"""Columns: no wider text is taken for text broken at a fixed width."""

SHORT = 40
"""Columns: shorter lines are headings, names, items of a list; they do not run on."""

FULL = 0.72
"""A line is full when the next line's first word would bring it beyond this share of the width.
Below 1, since double blanks and hyphenation make real tickers ragged."""


class Paragraph(NamedTuple):
    """`[start, end)` in code points, and whether a blank line stands in front of it."""

    start: int
    end: int
    after_blank: bool


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of `text`, in order."""
    lines: list[Paragraph] = []
    indents: list[int] = []
    end = 0
    for match in _CONTENT.finditer(text):
        gap = text[end : match.start()]
        blank = max(gap.count("\n"), gap.count("\r")) > 1 and bool(lines)
        lines.append(Paragraph(match.start(), match.end(), blank))
        indents.append(len(gap) - 1 - max(gap.rfind("\n"), gap.rfind("\r")))
        end = match.end()
    if not lines:
        return []
    pairs = [
        _Pair(text, a, b, indents[n + 1] - indents[n]) for n, (a, b) in enumerate(pairwise(lines))
    ]
    goes_on = _wrapped_blocks(pairs) or _wrapped_lines(pairs)
    out = [lines[0]]
    for pair, line in zip(pairs, lines[1:], strict=True):
        if not line.after_blank and (goes_on(pair) or pair.is_open):
            out[-1] = out[-1]._replace(end=line.end)
        else:
            out.append(line)
    return out


class _Pair:
    """A line and the one after it."""

    __slots__ = ("amid", "blank", "deeper", "length", "low", "reach")

    def __init__(self, text: str, line: Paragraph, following: Paragraph, deeper: int) -> None:
        self.blank = following.after_blank
        self.deeper = deeper
        self.length = line.end - line.start
        self.amid = not text.endswith(_ENDED, line.start, line.end)
        self.low = text[following.start].islower()
        word = text[following.start : min(following.end, following.start + WIDEST)]
        self.reach = self.length + 1 + len(word.split(None, 1)[0])

    @property
    def is_open(self) -> bool:
        """Whether a long line without a stop goes on in small letters."""
        return self.amid and self.low and self.length >= SHORT


_GoesOn = Callable[[_Pair], bool]


def _wrapped_blocks(pairs: Sequence[_Pair]) -> _GoesOn | None:
    """The rule of text in which blanks part paragraphs of wrapped lines, if it is that: most
    lines with a line below them are full, and most end amid a sentence. In it, a paragraph also
    ends at an indent, and at a line that stops short at the end of a sentence."""
    inner = [pair for pair in pairs if not pair.blank]
    width = max((pair.length for pair in pairs), default=0)
    # One indent is that of everything below a first line that lost its own.
    parted = any(pair.blank for pair in pairs) or sum(pair.deeper > 1 for pair in pairs) > 1
    if width > WIDEST or not inner or not parted:
        return None

    def is_full(pair: _Pair) -> bool:
        return pair.reach > FULL * width

    # Few lines prove little by their lengths: a headline over a short paragraph looks alike, so
    # there a line must go on in small letters.
    enough = len(inner) >= 4 or 2 * sum(pair.low for pair in inner) >= len(inner)
    full, amid = sum(map(is_full, inner)), sum(pair.amid for pair in inner)
    if not enough or 10 * full < 6 * len(inner) or 2 * amid < len(inner):
        return None
    return lambda pair: pair.deeper < 2 and (pair.amid or is_full(pair))


def _wrapped_lines(pairs: Sequence[_Pair]) -> _GoesOn:
    """The rule of text without blank lines: where the lines that end amid a sentence are nearly all
    as long as one another and often go on in small letters, they were broken at a width. Lines that
    end with a stop end their paragraph."""
    broken = [pair for pair in pairs if pair.amid and not pair.blank]
    lengths = sorted(pair.length for pair in broken)
    # The longest but one: a headline or an unbroken line may be longer than the width.
    width = lengths[-2] if len(lengths) >= 3 else 0
    full = [pair for pair in broken if pair.reach > FULL * width]
    if (
        not SHORT <= width <= WIDEST
        or 10 * len(full) < 7 * len(broken)
        or 3 * sum(pair.low for pair in full) < len(full)
    ):
        return lambda _: False
    return lambda pair: pair.amid and pair.reach > FULL * width


def pieces(text: str, start: int, end: int, longest: int) -> list[tuple[int, int]]:
    """`[start, end)` in pieces of at most `longest` code points, cut at ends of sentences, else at
    blanks, else anywhere: no parser takes a paragraph of any length."""
    out: list[tuple[int, int]] = []
    while end - start > longest:
        window = text[start : start + longest]
        cut = max((m.end() for m in _SENTENCE_END.finditer(window)), default=0)
        cut = cut or window.rfind(" ") + 1 or longest
        piece = window[:cut].rstrip()
        if piece:
            out.append((start, start + len(piece)))
        following = _SOLID.search(text, start + cut, end)
        start = following.start() if following else end
    if start < end:
        out.append((start, end))
    return out
