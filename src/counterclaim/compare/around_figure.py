"""What the words around a figure make of it: of a part, of another happening, unconfirmed, with those
who did it counted in. Events do not hold these; the lists are in `data/words.toml`."""

import re
from functools import lru_cache

from counterclaim.compare.aims import singular
from counterclaim.compare.numerals import numerals
from counterclaim.compare.statement import Statement
from counterclaim.compare.words import classes
from counterclaim.model.spans import Span

_END = re.compile(r"[.;:!?…]\s|[.;:!?…]$|\n")
_BREAK = re.compile(r"[,;:.!?…]|\band\b|\bwhile\b|\bbut\b")
_ITEM = re.compile(r"[\d,.]*\d|[^\W\d_]+(?:-[^\W\d_]+)*")
_BEFORE_CUE = 24
"""Characters before a cue without a source that may say when it was: "at first reported"."""
_PLURALS = {"women": "woman", "men": "man", "children": "child", "policemen": "policeman"}


def _any_of(*names: str) -> str:
    words = {w for name in names for w in classes()[name]}
    return "(?:" + "|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w)))) + ")"


@lru_cache(maxsize=1)
def _doers() -> re.Pattern[str]:
    doer = f"(?P<doer>{_any_of('doer')})(?P<several>s|men)?"
    told = r"(?:the|an?|one|of|its|both|suspected|alleged|presumed|\s)*"
    return re.compile(
        rf"\b{_any_of('counted_in')}\s+{told}{doer}\b"
        rf"|\b(?:the|an?)\s+{told}{doer.replace('?P<', '?P<x_')}"
        r"\s+(?:among|one of)\s+(?:them|the dead)\b"
        rf"|\bone of them\s+(?:is|was|being)?\s*{told}{doer.replace('?P<', '?P<y_')}\b"
    )


@lru_cache(maxsize=1)
def _where_they_died() -> re.Pattern[str]:
    return re.compile(rf"\b{_any_of('died_where')}\b")


@lru_cache(maxsize=1)
def _elsewhere() -> re.Pattern[str]:
    other = _any_of("other_happening")
    return re.compile(rf"\b{other}\s+(?:[^\W\d_]+\s+){{0,2}}?{_any_of('strike_noun', 'crime')}\b")


def lead_of(statement: Statement, span: Span) -> str:
    """The words from the source's mention to the claim's own, where they stand before the figure:
    "police, who had earlier spoken of", lower case."""
    claim, around = statement.claim, statement.enclosing
    opening = min((s.start for s in (*claim.source_span, *claim.cue)), default=None)
    if opening is not None and not claim.source_span:
        opening = max(around.start, opening - _BEFORE_CUE) if around is not None else opening
    own = min((s.start for s in claim.content), default=span.start)
    if around is None or opening is None or not around.start <= opening < own <= span.start:
        return ""
    return around.text[opening - around.start : own - around.start].casefold()


def sides_of(statement: Statement, span: Span) -> tuple[str, str]:
    """The claim's own words before and after the figure in its sentence, lower case."""
    for fragment in statement.fragments:
        if fragment.span.covers(span):
            text = fragment.text.casefold()
            if len(text) != len(fragment.text):
                text = fragment.text.lower()
            before = text[: span.start - fragment.start]
            after = text[span.end - fragment.start :]
            stops = [m.end() for m in _END.finditer(before)]
            end = _END.search(after)
            return before[stops[-1] if stops else 0 :], after[: end.start()] if end else after
    return "", ""


def tail_of(statement: Statement) -> str:
    """What follows the claim behind a comma in its sentence, lower case: ", including one attacker"."""
    around = statement.enclosing
    end = max((f.span.end for f in statement.fragments), default=0)
    if around is None or not around.start <= end <= around.start + len(around.text):
        return ""
    tail = around.text[end - around.start :].casefold()
    return tail if tail.startswith(",") else ""


def counted_in(after: str) -> int | None:
    """How many of those who did it are counted with the rest; None where it is not told how many."""
    found = _doers().search(after)
    if found is None:
        return 0
    return None if any(found[f"{x}several"] for x in ("", "x_", "y_")) else 1


def is_part(after: str) -> bool:
    """Whether only those are counted who died in one place or at one time: "died at the scene"."""
    clause = _BREAK.split(after, maxsplit=1)[0]
    return _where_they_died().search(clause) is not None


def is_unconfirmed(before: str) -> bool:
    """Whether the words before the figure keep it from being said: "could not confirm that 38 …"."""
    return _one_of("unconfirmed").search(before) is not None


def is_given_up(before: str) -> bool:
    """Whether the figure is one that its source has given up: "had earlier spoken of 19 dead"."""
    return _one_of("given_up").search(before) is not None


@lru_cache(maxsize=8)
def _one_of(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{_any_of(name)}\b")


def is_lowered(before: str) -> bool:
    """Whether the words say that the figure before was higher."""
    return _one_of("lowering").search(before) is not None


@lru_cache(maxsize=1)
def _going_on() -> re.Pattern[str]:
    cause = _any_of("long_cause")
    return re.compile(
        rf"\b{cause}\s+(?:has|have|had)\b|\b(?:in|during|since) (?:the|this|its)"
        rf" {_any_of('lasting')}\b"
        rf"|\b{_any_of('campaign')}\b"
    )


_STRETCH = re.compile(
    r"\b(?:in|over|during|within|throughout|for) the (?:past|last|previous)(?: [^\W\d_]+| \d+){0,2}?"
    r" (?:days|weeks|months?|years?|decades?|fortnight)\b|\bso far this (?:week|month|year)\b"
    r"|\b(?:in|over|within) (?:recent|several|a few|\d+|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve) (?:weeks|months|years)\b"
)


def goes_on(before: str, after: str) -> bool:
    """Whether what did it lasts for long: "the war has killed 300", "in the past six months"."""
    stretch = _STRETCH.search(f"{before} {after}")
    return stretch is not None or _going_on().search(before) is not None


def is_raised(before: str) -> bool:
    """Whether they say that it was lower: "the toll rose to"."""
    return _one_of("rising").search(before) is not None


_LONG_AGO = re.compile(
    r"\b(?:[^\W_]+ (?:years?|decades?|months|weeks)|a (?:month|week)) (?:ago|earlier|before)\b"
    r"|\b(?:last|the previous) (?:year|month)\b"
)
_SUPERLATIVE = re.compile(
    r"\b(?:worst|deadliest|bloodiest|biggest|largest|heaviest)\b[^.;]*\bsince\b[^.;]*\bwhen\b"
)


@lru_cache(maxsize=1)
def _of_a_year() -> re.Pattern[str]:
    deed = _any_of("strike_noun", "crime")
    return re.compile(
        rf"\b{deed} (?:of|in) (?P<after>(?:19|20)\d\d)\b|\b(?P<year>(?:19|20)\d\d) {deed}\b"
    )


def is_elsewhere(before: str, after: str, published: str | None) -> bool:
    """Whether it is of another happening: "in a similar attack", "the bombing of 2009"."""
    words = f"{before} {after}"
    if _LONG_AGO.search(words) is not None:
        return True
    if _SUPERLATIVE.search(before) is not None:
        return True
    if _elsewhere().search(words) is not None:
        return True
    now = (published or "")[:4]
    return bool(now) and any((m["after"] or m["year"]) < now for m in _of_a_year().finditer(words))


@lru_cache(maxsize=1)
def _everybody() -> frozenset[str]:
    return frozenset(singular(w) for w in classes()["everybody"])


_BOUND = re.compile(r"^(?:an? |the )?(?:minimum|maximum|total|estimate|excess) of ")


def who_is_counted(words: str) -> str:
    """The noun that a figure's words count where it is not everybody: "two women" counts women."""
    plain = _BOUND.sub("", words.casefold())
    items = _ITEM.findall(plain.split(" of ")[0].removesuffix(" of"))
    last = items[-1] if items else ""
    if not last.isalpha() or any(n.last == len(items) for n in numerals(items)):
        return ""
    noun = _PLURALS.get(last, singular(last))
    return "" if noun in _everybody() else noun
