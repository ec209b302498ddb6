"""Counted things: how many of what, in which words, and where."""

from dataclasses import dataclass

from msgspec.structs import replace

from counterclaim.code_events.counted import HARMS, harm_of, is_human, state_of, what_is_counted
from counterclaim.code_events.counting import Counting, counting
from counterclaim.code_events.lexicon import lexicon
from counterclaim.code_events.numbers import Number, digits, may_start, read_number
from counterclaim.language.parse import Parse
from counterclaim.model.event import Quantity
from counterclaim.model.spans import Span

Form = str


@dataclass(frozen=True, slots=True)
class FoundQuantity:
    """A quantity and the tokens it was read from: the counted noun (the number itself where the
    noun is left out, as in "killing 12") and the first and last token of its span. `whole` is the
    counted noun of the quantity that this one is a part of."""

    quantity: Quantity
    noun: int
    first: int
    last: int
    whole: int | None = None


_SKIP_LABELS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "ORDINAL"})
_INSIDE = frozenset(
    {"JJ", "JJR", "JJS", "VBN", "VBG", "NN", "NNP", "NNPS", "NNS", "HYPH", "-", "CC"}
)
_PLACE_WORDS = frozenset({"over", "above", "under", "below"})


def find_quantities(parse: Parse) -> tuple[FoundQuantity, ...]:
    """Every counted thing of the report, in order. Dates, ages, clock times, money, shares,
    ordinals and numbers within names are not counted things."""
    found: list[FoundQuantity] = []
    words = counting()
    for sentence in parse.sentences:
        i, stop = sentence.first, sentence.last + 1
        while i < stop:
            word = parse.lower[i]
            if word in words.degree or word in words.none:
                made = _without_number(parse, i, stop, words)
                if made is not None:
                    found.append(made)
                    i = made.last + 1
                    continue
            if word in words.starts or may_start(word):
                number = read_number(parse.lower, i, stop)
                if number is not None:
                    made = _counted(parse, number, sentence.first, stop, words)
                    if made is not None:
                        found.append(made)
                        i = max(made.last, number.last) + 1
                    else:
                        i = number.last + 1
                    continue
            i += 1
    return tuple(_parts(parse, found))


_DIVIDES = frozenset({":", "—", "–", "including", "among", "comprising", "them", "whom"})


def _parts(parse: Parse, found: list[FoundQuantity]) -> list[FoundQuantity]:
    """Parts of a whole suffer what the whole does: "19 people were killed: 12 staff and seven
    patients", "50 people died, five of them children"."""
    out: list[FoundQuantity] = []
    whole: FoundQuantity | None = None
    for item in found:
        q = item.quantity
        if whole is not None and parse.sentence_of[whole.noun] == parse.sentence_of[item.noun]:
            between = parse.lower[whole.last + 1 : item.last + 1]
            plain = q.unit == "people" and q.what not in HARMS
            if plain and not _DIVIDES.isdisjoint(between):
                part = replace(q, what=whole.quantity.what)
                out.append(FoundQuantity(part, item.noun, item.first, item.last, whole.noun))
                continue
        if q.what in HARMS:
            whole = item
        out.append(item)
    return out


def _noun_after(parse: Parse, at: int, stop: int) -> int | None:
    """The head of the noun group that begins at `at`, reading over adjectives and an "of"."""
    if at < stop and parse.lower[at] == "of":
        at += 1
        if at < stop and parse.lower[at] in ("them", "whom", "these"):
            at += 1  # "five of them children"
        while at < stop and parse.tag[at] in ("DT", "PRP$"):
            at += 1
    ends = at + 1 >= stop or parse.tag[at + 1][:2] not in ("NN", "JJ")
    if at < stop and ends and parse.tag[at] in ("JJ", "VBN", "NN") and state_of(parse.lower[at]):
        return at  # "471 dead and 342 injured"
    noun = nation = None
    while at < stop:
        tag = parse.tag[at]
        if tag in ("NN", "NNS", "NNP", "NNPS"):
            noun = at
        elif tag == "JJ" and parse.entity[at] == "NORP" and noun is None:
            nation = at
        elif (
            tag not in _INSIDE
            or (tag == "CC" and noun is not None)
            or (noun is not None and tag not in ("HYPH", "-"))
        ):
            break
        at += 1
    return nation if noun is None else noun


def _counted(
    parse: Parse, number: Number, begin: int, stop: int, words: Counting
) -> FoundQuantity | None:
    first, last = number.first, number.last
    lower = parse.lower
    if parse.entity[first] in _SKIP_LABELS and not number.vague:
        noun = _noun_after(parse, last + 1, stop)
        # The model calls some plain counts dates ("26 missiles"): only what a unit of time or
        # money follows, or a month stands before, is left out below.
        if noun is None or parse.entity[noun] in _SKIP_LABELS:
            return None
    if last + 1 < stop and (lower[last + 1] in ("%", ":", "th", "st") or lower[last + 1] == "-"):
        return None
    if first > begin and (
        lower[first - 1] in words.marks
        or parse.word[first - 1] in ("$", "€", "£", "#")
        or (parse.word[first - 1] in ("-", "/") and parse.end[first - 1] == parse.start[first])
        or (lower[first - 1] in words.uncounted and digits(lower[first]) is not None)
        or lower[first - 1] in ("aged", "age")
    ):
        return None
    if lower[first] in ("one", "a", "an") and first == last and _is_pronoun(parse, first, stop):
        return None
    noun = _noun_after(parse, last + 1, stop)
    if noun is None:
        noun = _left_out(parse, number)
        if noun is None:
            return None
    head = lower[noun]
    if head in words.uncounted or any(
        lower[k] in words.uncounted for k in range(last + 1, noun + 1)
    ):
        return None
    if noun + 1 < stop and lower[noun + 1] == "old":
        return None
    named = parse.tag[noun] in ("NNP", "NNPS") and parse.entity[noun] not in ("NORP", "")
    if noun > last and named and parse.tag[last] != "CD":
        return None
    several = number.value is not None and number.value > 1
    if several and noun > last and parse.tag[noun] in ("NN", "NNP") and head not in words.invariant:
        # "the 2600 block", "Resolution 242", "1995 election": a name and no number of things
        return None
    if number.vague and number.value is None and not is_human(parse, noun):
        return None
    hedge, form = _hedge(parse, first, begin, words)
    return FoundQuantity(
        _quantity(parse, number, noun, hedge, max(noun, last), form, words),
        noun,
        hedge,
        max(noun, last),
    )


def _is_pronoun(parse: Parse, i: int, stop: int) -> bool:
    return parse.tag[i] != "CD" or i + 1 >= stop or parse.lower[i + 1] == "of"


_COUNTS_PEOPLE = frozenset(
    {"nummod", "dobj", "nsubjpass", "nsubj", "pobj", "conj", "attr", "npadvmod"}
)


def _left_out(parse: Parse, number: Number) -> int | None:
    """ "killing 12 and wounding dozens", "12 were hurt": the people are not named; the number
    stands where they would."""
    at = number.last
    while parse.dep[at] in ("quantmod", "compound", "nummod") and parse.head[at] in range(
        number.first, number.last + 1
    ):
        at = parse.head[at]
    if parse.dep[at] not in _COUNTS_PEOPLE:
        return None
    return at if harm_of(parse, at) is not None else None


def _hedge(parse: Parse, first: int, begin: int, words: Counting) -> tuple[int, Form]:
    """Where the words that qualify the number begin, and what they make of it."""
    lower = parse.lower
    for hedge, form in words.hedges:
        start = first - len(hedge)
        if start >= begin and tuple(lower[start:first]) == hedge:
            if len(hedge) == 1 and hedge[0] in _PLACE_WORDS and parse.dep[start] == "prep":
                continue
            if form == "about" and hedge == ("around",) and start > begin:
                more = lower[start - 1]
                if more == "some":
                    start -= 1
            return start, form
    if first > begin and lower[first - 1] == "between":
        return first - 1, "range"
    return first, "exact"


def _quantity(
    parse: Parse,
    number: Number,
    noun: int,
    first: int,
    last: int,
    form: Form,
    words: Counting,
) -> Quantity:
    value, high = number.value, number.high
    low: float | None = None
    best: float | None = None
    if number.vague:
        form = "vague"
        low = value
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
    return Quantity(
        what=what,
        low=low,
        best=best,
        high=high,
        unit=unit,
        span=Span(parse.start[first], parse.end[last]),
        form=form,  # type: ignore[arg-type]
        status=status,  # type: ignore[arg-type]
    )


def _without_number(parse: Parse, i: int, stop: int, words: Counting) -> FoundQuantity | None:
    """ "high civilian casualties", "no civilians were hurt": sizes of harm with no number."""
    noun = i if parse.lower[i] in ("nobody", "none") else _noun_after(parse, i + 1, stop)
    if noun is None or noun - i > 4:
        return None
    head = parse.lower[noun]
    lex = lexicon()
    own = next((r.harm for r in lex.nouns.get(head, ()) if r.harm), None)
    harm = own or harm_of(parse, noun)
    if harm is None:
        return None
    nothing = parse.lower[i] in words.none
    what, unit, status = what_is_counted(parse, noun, Number(i, i, None), words)
    if not nothing and own is None:
        return None
    if nothing and noun == i:
        what, unit = harm, "people"
    value = 0.0 if nothing else None
    quantity = Quantity(
        what=what,
        low=value,
        best=value,
        high=value,
        unit=unit,
        span=parse.span(i, noun),
        form="none" if nothing else "vague",
        status=status,  # type: ignore[arg-type]
    )
    return FoundQuantity(quantity, noun, i, noun)
