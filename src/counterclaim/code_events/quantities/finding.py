"""Counted things: how many of what, in which words, and where."""

from counterclaim.code_events.quantities.counted import what_is_counted
from counterclaim.code_events.quantities.counting import Counting, counting
from counterclaim.code_events.quantities.found import FoundQuantity, noun_after
from counterclaim.code_events.quantities.harm import REFLEXIVE, harm_of, raw_harm
from counterclaim.code_events.quantities.harm_words import HIT, tolled
from counterclaim.code_events.quantities.numbers import Number, may_start, read_number
from counterclaim.code_events.quantities.parting import with_parts
from counterclaim.code_events.quantities.scope import scope_of
from counterclaim.code_events.quantities.series import ordinal, share
from counterclaim.code_events.quantities.uncounted import (
    is_age,
    is_marked,
    is_pronoun,
    is_uncounted,
)
from counterclaim.code_events.quantities.unnumbered import (
    may_be_single,
    reflexive,
    single,
    without_number,
)
from counterclaim.language.parse import Parse
from counterclaim.model.event import Quantity, QuantityForm
from counterclaim.model.spans import Span

_SKIP_LABELS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "ORDINAL"})
_PLACE_WORDS = frozenset({"over", "above", "under", "below"})
_RATIO_WORDS = frozenset({"half", "third", "quarter", "fifth"})


_NO_FEWER = frozenset({"fewer than", "less than", "more than"})
"""What makes a hedge of "no": "no fewer than 20 people"."""


def find_quantities(parse: Parse) -> tuple[FoundQuantity, ...]:
    """Every counted thing of the report, in order. Dates, ages, clock times, money, changes in per
    cent, and numbers within names are not counted things."""
    found: list[FoundQuantity] = []
    words = counting()
    for sentence in parse.sentences:
        i, stop = sentence.first, sentence.last + 1
        while i < stop:
            made, after = _at(parse, i, sentence.first, stop, words)
            if made is not None:
                found.append(made)
            i = after
    found = with_parts(parse, found)
    return (
        tuple(found + _singles(parse, found, words))
        if found
        else tuple(_singles(parse, found, words))
    )


def _at(
    parse: Parse, i: int, begin: int, stop: int, words: Counting
) -> tuple[FoundQuantity | None, int]:
    """What begins at the token, and the token to go on with."""
    word = parse.lower[i]
    fewer = word == "no" and " ".join(parse.lower[i + 1 : i + 3]) in _NO_FEWER
    if not fewer and (word in words.degree or word in words.none):
        made = without_number(parse, i, stop, words)
        if made is not None:
            return made, made.last + 1
    starts = word in words.starts or may_start(word)
    if starts or word in _RATIO_WORDS:
        made = share(parse, i, stop, words)
        if made is not None:
            return made, made.last + 1
    if word in words.ordinals or word[:1].isdigit():
        made = ordinal(parse, i, stop, words)
        if made is not None:
            return made, made.last + 1
    if starts:
        number = read_number(parse.lower, i, stop)
        if number is not None:
            made = _counted(parse, number, begin, stop, words)
            return made, (number.last if made is None else max(made.last, number.last)) + 1
    return None, i + 1


def _singles(parse: Parse, found: list[FoundQuantity], words: Counting) -> list[FoundQuantity]:
    """The persons told of as one, none of whom is counted already."""
    taken = {i for item in found for i in (*range(item.first, item.last + 1), item.noun)}
    out = []
    for i, word in enumerate(parse.lower):
        if word in REFLEXIVE and word != "themselves":
            if (made := reflexive(parse, i)) is not None:
                out.append(made)
        elif may_be_single(parse, i, words) and i not in taken:
            made = single(parse, i, words)
            if made is not None:
                out.append(made)
    return out


def _counted(
    parse: Parse, number: Number, begin: int, stop: int, words: Counting
) -> FoundQuantity | None:
    first, last = number.first, number.last
    lower = parse.lower
    after = lower[last + 1] if last + 1 < stop else ""
    if after == "-" and last + 2 < stop and lower[last + 2] in words.units:
        # "an 83-kilometre-long reservoir"
        return _made(parse, number, last + 2, begin, words)
    if parse.entity[first] in _SKIP_LABELS and not number.vague:
        noun = noun_after(parse, last + 1, stop)
        # The model calls some plain counts dates ("26 missiles"): only what a unit of time or
        # money follows, or a month stands before, is left out below.
        if noun is None and _left_out(parse, number) is None:
            return None
        dated = noun is not None and parse.entity[noun] in _SKIP_LABELS
        if noun is not None and dated and lower[noun] not in words.units:
            return None
    if after in ("%", ":", "th", "st", "-") or is_marked(parse, first, begin, words):
        return None
    if lower[first] in ("one", "a", "an") and first == last and is_pronoun(parse, first, stop):
        return None
    noun = noun_after(parse, last + 1, stop)
    if noun is None:
        noun = _left_out(parse, number)
        if noun is None:
            return None
    if is_uncounted(parse, number, noun, stop, words):
        return None
    return _made(parse, number, noun, begin, words)


_COUNTS_PEOPLE = frozenset(
    {"nummod", "dobj", "nsubjpass", "nsubj", "pobj", "conj", "attr", "npadvmod", "ROOT", "dep",
     "appos", "oprd", "ccomp"}
)  # fmt: skip


def _left_out(parse: Parse, number: Number) -> int | None:
    """ "killing 12 and wounding dozens", "12 were hurt": the people are not named; the number
    stands where they would."""
    if is_age(parse, number):
        return None
    at = number.last
    while parse.dep[at] in ("quantmod", "compound", "nummod") and parse.head[at] in range(
        number.first, number.last + 1
    ):
        at = parse.head[at]
    if parse.dep[at] not in _COUNTS_PEOPLE:
        return None
    if harm_of(parse, at) is not None:
        return at
    follow = parse.lower[number.last + 1] if number.last + 1 < len(parse) else ""
    fatal = follow in ("fatally", "critically", "seriously") and parse.dep[at] != "pobj"
    have = number.vague and at + 1 < len(parse) and parse.lower[at + 1] in ("have", "are", "were")
    done = any(c == at + 1 and parse.tag[c] == "VBN" for c in parse.child_list(at, "acl"))
    return at if fatal or have or done else None


def _hedge(parse: Parse, first: int, begin: int, words: Counting) -> tuple[int, QuantityForm]:
    """Where the words that qualify the number begin, and what they make of it."""
    lower = parse.lower
    n = parse.sentence_of[first]
    here, before = parse.sentences[n], parse.sentences[max(n - 1, 0)]
    if first - begin < 3 and begin == here.first and before.segment == here.segment:
        # The sentence splitter parts "more than" from "70,000" now and then.
        begin = max(before.first, begin - 3)
    for hedge, form in words.hedges:
        start = first - len(hedge)
        if start >= begin and tuple(lower[start:first]) == hedge:
            if len(hedge) == 1 and hedge[0] in _PLACE_WORDS and _is_of_place(parse, start):
                continue
            if form == "about" and hedge == ("around",) and start > begin:
                more = lower[start - 1]
                if more == "some":
                    start -= 1
            return start, form  # type: ignore[return-value]
    if first > begin and lower[first - 1] == "between":
        return first - 1, "range"
    return first, "exact"


def _is_of_place(parse: Parse, prep: int) -> bool:
    """Whether "over", "under" and the like lead to where something is; behind a toll they lead to how
    high it is: "the death toll was under 14"."""
    return parse.dep[prep] == "prep" and tolled(parse, parse.head[prep]) is None


def _made(parse: Parse, number: Number, noun: int, begin: int, words: Counting) -> FoundQuantity:
    first, form = _hedge(parse, number.first, begin, words)
    last = max(noun, number.last)
    value, high = number.value, number.high
    low: float | None = None
    best: float | None = None
    if number.vague:
        form = "vague"
        low = value
    elif high is not None and form == "at_least":
        low, high = value, None
    elif high is not None:
        form, low = "range", value
    elif form == "at_least":
        low = value
    elif form == "at_most":
        high = value
    else:
        best = value
        if form == "range":
            form = "exact"
        if form == "exact":
            low = high = value
    what, unit, status = what_is_counted(parse, noun, number, words)
    if what == "distance" and noun > begin and parse.lower[noun - 1] in ("square", "sq"):
        what, unit = "area", words.squares.get(unit, unit)
    if unit == "mi" and parse.lower[noun - 1] == "nautical":
        unit = "nmi"
    if what in ("people", "injured") and unit == "people" and _fatal_after(parse, last):
        what = "killed"
    quantity = Quantity(
        what=what,
        low=low,
        best=best,
        high=high,
        unit=unit,
        span=Span(parse.start[first], parse.end[last]),
        form=form,
        status=status,  # type: ignore[arg-type]
        scope=scope_of(parse, noun, number.first, last),
    )
    hit = what == "injured" and raw_harm(parse, noun) == HIT
    return FoundQuantity(quantity, noun, first, last, hit=hit)


def _fatal_after(parse: Parse, last: int) -> bool:
    """ "five shot, three fatally"."""
    return last + 1 < len(parse) and parse.lower[last + 1] == "fatally"
