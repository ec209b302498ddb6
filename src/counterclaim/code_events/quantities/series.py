"""Ordinals that count ("the third strike") and shares of a group ("one in five", "70 percent of")."""

from collections.abc import Sequence

from counterclaim.code_events.quantities.counting import Counting
from counterclaim.code_events.quantities.found import FoundQuantity, noun_after
from counterclaim.code_events.quantities.numbers import may_start, read_number
from counterclaim.language.parse import Parse
from counterclaim.model.event import Quantity

_BEFORE = frozenset({"the", "a", "an", "this", "its", "his", "her", "their", "yet", "another"})
_PERCENT = frozenset({"%", "percent", "pc"})
_HALVES = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2}
_PLURAL = frozenset({"NNS", "NNPS"})
_GROUPS = frozenset({"population", "staff", "crew", "workforce", "people", "personnel", "police"})
_HEDGES = {"about": "about", "nearly": "about", "almost": "about", "around": "about",
           "roughly": "about", "some": "about", "approximately": "about"}  # fmt: skip


def ordinal(parse: Parse, i: int, stop: int, words: Counting) -> FoundQuantity | None:
    """ "the third strike": there were at least three by then."""
    value = words.ordinals.get(parse.lower[i]) or _written(parse.lower[i])
    if value is None or value < 2 or i == 0 or parse.lower[i - 1] not in _BEFORE:
        return None
    if parse.entity[i] not in ("", "ORDINAL") or parse.dep[i] not in ("amod", "nummod"):
        return None
    noun = noun_after(parse, i + 1, min(stop, i + 5))
    if noun is None or parse.tag[noun] != "NN" or parse.entity[noun] not in ("", "ORDINAL"):
        return None
    between = range(i + 1, noun + 1)
    if any(parse.lower[k] in words.not_ordinal or parse.entity[k] == "ORG" for k in between):
        return None
    quantity = Quantity(
        what=parse.lower[noun],
        low=float(value),
        best=None,
        high=None,
        unit=parse.lower[noun],
        span=parse.span(i, noun),
        form="ordinal",
        scope="cumulative",
    )
    return FoundQuantity(quantity, noun, i, noun)


def _written(word: str) -> int | None:
    if word[:1].isdigit() and word[-2:] in ("st", "nd", "rd", "th") and word[:-2].isdigit():
        return int(word[:-2]) if len(word) < 6 else None
    return None


def share(parse: Parse, i: int, stop: int, words: Counting) -> FoundQuantity | None:
    """ "70 percent of the houses", "one in five soldiers", "three out of four", "half of the crew"."""
    lower = parse.lower
    if lower[i] in _HALVES and i + 1 < stop:
        return _of_group(parse, i, i, _HALVES[lower[i]], stop)
    if not may_start(lower[i]):
        return None
    part = read_number(lower, i, stop)
    if part is None or part.value is None or part.vague or part.high is not None:
        return None
    at = part.last + 1
    if at >= stop:
        return None
    if lower[at] in _PERCENT or (lower[at] == "per" and at + 1 < stop and lower[at + 1] == "cent"):
        end = at + 1 if lower[at] == "per" else at
        return _of_group(parse, i, end, part.value / 100, stop)
    if lower[at] == "in":
        whole_at = at + 1
    elif lower[at : at + 2] == ["out", "of"]:
        whole_at = at + 2
    else:
        return None
    if whole_at < stop and lower[whole_at] in ("every", "the"):
        if lower[at] == "in" and lower[whole_at] == "the":
            return None
        whole_at += 1
    if whole_at >= stop or not may_start(lower[whole_at]):
        return None
    whole = read_number(lower, whole_at, stop)
    if whole is None or whole.value is None or whole.vague or whole.high is not None:
        return None
    if not 0 < part.value < whole.value or (lower[at] == "in" and 1900 <= whole.value <= 2100):
        return None
    noun = noun_after(parse, whole.last + 1, stop)
    if noun is None or parse.tag[noun] not in _PLURAL or parse.entity[noun] in ("DATE", "TIME"):
        noun = _told_before(parse, i)
        if noun is None:
            return None
        return _made(parse, i, whole.last, noun, part.value / whole.value)
    if lower[noun] in words.uncounted or lower[noun] in words.units:
        return None
    return _made(parse, i, noun, noun, part.value / whole.value)


def _told_before(parse: Parse, i: int) -> int | None:
    """ "1 in 4 residents in 2010, up from 1 in 10": the noun of the share before it."""
    begin = parse.sentences[parse.sentence_of[i]].first
    for k in range(i - 1, max(begin, i - 20), -1):
        behind = parse.lower[k - 2 : k] if k >= begin + 2 else []
        if parse.tag[k] in _PLURAL and len(behind) == 2 and behind[0] in ("in", "of"):
            return k
    return None


def _of_group(parse: Parse, first: int, last: int, value: float, stop: int) -> FoundQuantity | None:
    """The share of the group that an "of" names; "of the money" is of no group."""
    if last + 1 >= stop or parse.lower[last + 1] != "of" or not 0 < value < 1:
        return None
    noun = noun_after(parse, last + 1, stop)
    if noun is None or (parse.tag[noun] not in _PLURAL and parse.lower[noun] not in _GROUPS):
        return None
    if parse.entity[noun] in ("DATE", "TIME", "MONEY"):
        return None
    return _made(parse, first, noun, noun, value)


def _made(parse: Parse, first: int, last: int, noun: int, value: float) -> FoundQuantity | None:
    begin = parse.sentences[parse.sentence_of[first]].first
    if first > begin and parse.lower[first - 1] in ("top", "bottom", "a", "one"):
        first -= 1
    hedge = parse.lower[first - 1] if first > begin else ""
    about, least = hedge in _HEDGES, parse.lower[max(begin, first - 2) : first] in _AT_LEAST
    if about:
        first -= 1
    elif least:
        first -= 2
    quantity = Quantity(
        what=f"share of {parse.lower[noun]}",
        low=None if about else value,
        best=None if least else value,
        high=None if about or least else value,
        unit="share",
        span=parse.span(first, last),
        form="ratio",
    )
    return FoundQuantity(quantity, noun, first, last)


_AT_LEAST: Sequence[list[str]] = (["more", "than"], ["at", "least"])
