"""Numbers that count nothing: names, prices, ages, units of time and money."""

import re

from counterclaim.code_events.quantities.counted import is_human
from counterclaim.code_events.quantities.counting import Counting
from counterclaim.code_events.quantities.numbers import Number, digits
from counterclaim.language.parse import Parse

_BEFORE_YEARS = frozenset({"in", "since", "until", "during", "by"})
_YEAR = re.compile(r"(?:19|20)\d\d")


def is_marked(parse: Parse, first: int, begin: int, words: Counting) -> bool:
    """Whether what stands before the number makes it a name, a price, an age or less than nothing."""
    if first == begin:
        return False
    word, before = parse.word[first - 1], parse.lower[first - 1]
    return (
        (before in _BEFORE_YEARS and _YEAR.fullmatch(parse.word[first]) is not None)
        or before in words.marks
        or word in ("$", "€", "£", "#")
        or (word in ("-", "/", "−") and parse.end[first - 1] == parse.start[first])
        or (before in words.uncounted and digits(parse.lower[first]) is not None)
        or before in ("aged", "age")
    )


def is_uncounted(parse: Parse, number: Number, noun: int, stop: int, words: Counting) -> bool:
    """Units of time and money, and names: "the 2600 block", "Resolution 242"."""
    lower, last, head = parse.lower, number.last, parse.lower[noun]
    if head in words.uncounted and lower[noun - 1] != "death":
        return True
    if any(lower[k] in words.uncounted for k in range(last + 1, noun + 1)):
        return True
    if noun + 1 < stop and lower[noun + 1] == "old":
        return True
    if noun > last and _is_name(parse, number, noun):
        return True
    named = parse.tag[noun] in ("NNP", "NNPS") and parse.entity[noun] not in ("NORP", "")
    if noun > last and named and parse.tag[last] != "CD":
        return True
    several = number.value is not None and number.value > 1
    if several and noun > last and parse.tag[noun] in ("NN", "NNP"):
        return head not in words.invariant and head not in words.units
    return number.vague and number.value is None and not is_human(parse, noun)


def _is_name(parse: Parse, number: Number, noun: int) -> bool:
    """ "4268 Orchard", "March 3, 2014 Homicide": a capital behind a bare figure, where not all is
    written in capitals, is a name or a headline."""
    word = parse.word[noun]
    return (
        parse.word[number.last].isdigit()
        and number.value is not None
        and number.value >= 100
        and word[0].isupper()
        and (not word.isupper() or parse.entity[number.first] == "DATE")
        and parse.entity[noun] != "NORP"
    )


def is_pronoun(parse: Parse, i: int, stop: int) -> bool:
    """Whether "one" or "a" stands for somebody and counts nobody: "one of them"."""
    if i + 1 >= stop or parse.lower[i + 1] == "of":
        return True
    return parse.tag[i] != "CD" and parse.tag[i + 1][:2] not in ("NN", "JJ")


def is_age(parse: Parse, number: Number) -> bool:
    """ "Ida Moss, 31, of Orchard", "two men, ages 20 and 21": how old, and not how many."""
    first = number.first
    if not parse.word[first].isdigit() or number.value is None or number.value > 110 or first < 2:
        return False
    if not {"age", "ages", "aged"}.isdisjoint(parse.lower[max(0, first - 4) : first]):
        return True
    if parse.lower[first - 1] not in (",", "("):
        return False
    behind = parse.lower[number.last + 1] if number.last + 1 < len(parse) else "."
    named = parse.entity[first - 2] == "PERSON" or parse.tag[first - 2] in ("NN", "NNP")
    return named and behind in (",", ".", ")", "of", "and", "who", "-", "--", ";")
