"""The words around a quotation: the gap behind it and the gap before it, in its own paragraph."""

from counterclaim.attribute.quotations import Quotation
from counterclaim.language.parse import Parse

_ENDS = frozenset(".?!") | {"...", "…"}
_BEHIND = 30
_BEFORE = 40


def gap_behind(parse: Parse, q: Quotation, after: Quotation | None) -> list[int]:
    """Tokens behind the quotation up to the end of its sentence or the next quotation."""
    out: list[int] = []
    i = _first_from(parse, q.outer.end)
    while i < len(parse) and len(out) < _BEHIND:
        if parse.sentences[parse.sentence_of[i]].segment != q.segment:
            break
        if after is not None and parse.start[i] >= after.outer.start:
            break
        if parse.word[i] in _ENDS:
            break
        out.append(i)
        i += 1
    return out


def gap_before(parse: Parse, q: Quotation, before: Quotation | None) -> list[int]:
    """Tokens before the quotation back to the start of its sentence or the quotation before it."""
    out: list[int] = []
    i = _first_from(parse, q.outer.start) - 1
    while i >= 0 and len(out) < _BEFORE:
        if parse.sentences[parse.sentence_of[i]].segment != q.segment:
            break
        if before is not None and parse.end[i] <= before.outer.end:
            break
        if parse.word[i] in _ENDS:
            break
        out.append(i)
        i -= 1
    out.reverse()
    return out


def _first_from(parse: Parse, position: int) -> int:
    """The first token that starts at or behind a character."""
    tokens = parse.tokens_in(position, len(parse.text) + 1)
    first = tokens.start
    while first < len(parse) and parse.start[first] < position:
        first += 1
    return first


def goes_on_behind(parse: Parse, q: Quotation, gap: list[int]) -> bool:
    """Whether the sentence goes on behind the quotation: it ends in no full stop, or what follows
    does not begin a new sentence."""
    if not gap:
        return False
    end = q.inner.end - 1
    last = parse.text[end]
    if last != ".":
        return True
    first = parse.word[gap[0]]
    return not first[:1].isupper()
