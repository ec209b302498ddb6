"""Amounts without a number: none of them, "high casualties", and one person told of as one."""

from counterclaim.code_events.quantities.counted import is_person, status_of, what_is_counted
from counterclaim.code_events.quantities.counting import Counting, harm_words
from counterclaim.code_events.quantities.found import FoundQuantity, noun_after
from counterclaim.code_events.quantities.harm import harm_of, raw_harm
from counterclaim.code_events.quantities.harm_words import HIT, noun_harm
from counterclaim.code_events.quantities.numbers import Number
from counterclaim.language.parse import Parse
from counterclaim.model.event import Quantity

_NOBODY = frozenset({"nobody", "none"})
_HARMED = frozenset({"killed", "injured"})


def without_number(parse: Parse, i: int, stop: int, words: Counting) -> FoundQuantity | None:
    """ "high civilian casualties", "no civilians were hurt", "no arrests", "none of the injuries": the
    size of something with no number."""
    lower = parse.lower
    nothing = lower[i] in words.none
    last = i
    if lower[i] in _NOBODY:
        noun: int | None = i
        if i + 1 < stop and lower[i + 1] == "of":
            return _none_of(parse, i, stop, words)
    elif lower[i] == "no" and i + 1 < stop and lower[i + 1] == "one":
        noun, last = i + 1, i + 1
        if i + 2 < stop and lower[i + 2] == "else":
            last = i + 2
    else:
        noun = noun_after(parse, i + 1, stop)
    if noun is None or noun - i > 4:
        return None
    head = lower[noun]
    own = noun_harm(parse, noun, harm_words()) if head not in ("life", "lives") else None
    if head in ("shooting", "shootings", "stabbing", "stabbings"):
        own = None
    someone = noun == i or last > i
    harm = own or harm_of(parse, noun)
    if not nothing and own is None:
        return None
    what, unit, status = what_is_counted(parse, noun, Number(i, i, None), words)
    if nothing and harm is None:
        if head in harm_words().both:
            what, unit = "casualties", "people"
        elif someone:
            if not _is_undergoing(parse, noun):
                return None
            what, unit = "people", "people"
        elif not _is_missed(parse, noun, words):
            return None
    elif nothing and someone:
        what, unit = harm or what, "people"
    value = 0.0 if nothing else None
    quantity = Quantity(
        what=what,
        low=value,
        best=value,
        high=value,
        unit=unit,
        span=parse.span(i, max(noun, last)),
        form="none" if nothing else "vague",
        status=status,  # type: ignore[arg-type]
    )
    return FoundQuantity(quantity, noun, i, max(noun, last))


def _is_undergoing(parse: Parse, noun: int) -> bool:
    """ "no one was arrested": somebody to whom something was done, and not "no one knows"."""
    return parse.dep[noun] == "nsubjpass"


def _is_missed(parse: Parse, noun: int, words: Counting) -> bool:
    """Whether it is told that there are none: of people and of events in the plural."""
    if parse.tag[noun] != "NNS":
        return False
    return parse.lower[noun] in words.none_of or is_person(parse, noun, words)


def _none_of(parse: Parse, i: int, stop: int, words: Counting) -> FoundQuantity | None:
    """ "none of the passengers was hurt", "none of the injuries is grave": nought of a group."""
    noun = noun_after(parse, i + 1, stop)
    if noun is None or noun - i > 6:
        return None
    harm = harm_of(parse, i)
    status = status_of(parse, noun, i, words)
    person = is_person(parse, noun, words) or parse.tag[noun] == "PRP"
    what = harm if harm is not None and person else parse.lower[noun]
    quantity = Quantity(
        what=what,
        low=0.0,
        best=0.0,
        high=0.0,
        unit="people" if person else parse.lower[noun],
        span=parse.span(i, noun),
        form="none",
        status=status,  # type: ignore[arg-type]
    )
    return FoundQuantity(quantity, noun, i, noun)


def single(parse: Parse, noun: int, words: Counting) -> FoundQuantity | None:
    """One person who is told to be killed or injured, in a phrase of the singular: "a man was
    killed", "19-year-old Ida Moss was shot", "her son died"."""
    if parse.tag[noun] not in ("NN", "NNP") and not _is_age(parse, noun):
        return None
    if any(parse.tag[c] == "CD" and parse.dep[c] == "nummod" for c in parse.children[noun]):
        return None
    if parse.dep[noun] in ("compound", "nmod", "amod", "poss"):
        return None
    lower = parse.lower
    first = parse.left[noun]
    if any(lower[k] in ("no", "any", "every", "each", "another's") for k in parse.children[noun]):
        return None
    if any(lower[k] in words.speakers for k in range(max(first, noun - 6), noun + 1)):
        return None
    raw = _of_noun(parse, noun) if parse.dep[noun] == "pobj" else raw_harm(parse, noun)
    harm = "injured" if raw == HIT else raw
    if harm not in _HARMED:
        return None
    while first < noun and not parse.word[first][:1].isalnum():
        first += 1
    if noun - first > 8:
        first = noun
    n = 2.0 if lower[noun] in words.pairs else 1.0
    quantity = Quantity(
        what=harm,
        low=n,
        best=n,
        high=n,
        unit="people",
        span=parse.span(first, noun),
        form="single" if n == 1 else "exact",
        status=status_of(parse, noun, first, words),  # type: ignore[arg-type]
    )
    return FoundQuantity(quantity, noun, first, noun, hit=raw == HIT)


def reflexive(parse: Parse, i: int) -> FoundQuantity | None:
    """ "shot his wife before killing himself", "turned the gun on herself": the doer, harmed too."""
    verb = parse.head[i]
    if parse.dep[i] == "pobj" and parse.lower[verb] == "on":
        verb = parse.head[verb]
        turned = parse.lower[verb] in ("turned", "turn", "turning")
        gun = parse.child(verb, "dobj")
        if (
            not turned
            or gun is None
            or parse.lower[gun] not in ("gun", "weapon", "rifle", "pistol")
        ):
            return None
        harm: str | None = HIT
    elif parse.dep[i] in ("dobj", "conj"):
        harm = raw_harm(parse, i)
    else:
        return None
    if harm not in ("killed", "injured", HIT):
        return None
    quantity = Quantity(
        what="injured" if harm == HIT else harm,
        low=1.0,
        best=1.0,
        high=1.0,
        unit="people",
        span=parse.span(i, i),
        form="single",
    )
    return FoundQuantity(quantity, i, i, i, hit=harm == HIT)


def _of_noun(parse: Parse, noun: int) -> str | None:
    """ "the murder of her husband", "the shooting of a clerk"."""
    prep = parse.head[noun]
    if parse.lower[prep] != "of" or parse.lower[parse.head[prep]] in ("life", "lives"):
        return None
    return noun_harm(parse, parse.head[prep], harm_words())


def _is_age(parse: Parse, noun: int) -> bool:
    """ "a 19-year-old was shot"."""
    return parse.lower[noun] in ("old", "year-old") or parse.lower[noun].endswith("-year-old")


def may_be_single(parse: Parse, i: int, words: Counting) -> bool:
    """A quick test before `single`."""
    word = parse.lower[i]
    if word in words.pairs or word in ("old", "year-old") or words.is_person(word):
        return True
    return parse.entity[i] == "PERSON" and parse.tag[i] == "NNP"
