"""A quantity with the tokens it was read from, and the noun group behind a number."""

from dataclasses import dataclass

from counterclaim.code_events.quantities.states import state_of
from counterclaim.language.parse import Parse
from counterclaim.model.event import Quantity

_INSIDE = frozenset(
    {"JJ", "JJR", "JJS", "VBN", "VBG", "NN", "NNP", "NNPS", "NNS", "HYPH", "-", "CC"}
)
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PEOPLE = frozenset(
    {"civilian", "civilians", "militant", "teen", "juvenile", "adult", "male", "female"}
)
_THESE = frozenset({"them", "whom", "these", "those", "us"})


@dataclass(frozen=True, slots=True)
class FoundQuantity:
    """A quantity and the tokens it was read from: the counted noun (the number itself where the
    noun is left out, as in "killing 12") and the first and last token of its span. `whole` is the
    counted noun of the quantity that this one is a part of. `hit`: of these injured no more is told
    than that they were shot or stabbed."""

    quantity: Quantity
    noun: int
    first: int
    last: int
    whole: int | None = None
    hit: bool = False


def noun_after(parse: Parse, at: int, stop: int) -> int | None:
    """The head of the noun group that begins at `at`, reading over adjectives and an "of"."""
    if at < stop and parse.lower[at] == "of":
        at += 1
        if at < stop and parse.lower[at] in _THESE:
            ends = at + 1 >= stop or parse.tag[at + 1] not in ("NN", "NNS", "JJ")
            if ends:
                return at
            at += 1  # "five of them children"
        while at < stop and parse.tag[at] in ("DT", "PRP$", "PDT", "CD"):
            at += 1
    ends = at + 1 >= stop or parse.tag[at + 1][:2] not in ("NN", "JJ")
    if at < stop and ends and parse.tag[at] in ("JJ", "VBN", "NN") and state_of(parse.lower[at]):
        return at  # "471 dead and 342 injured"
    noun = nation = None
    begin = at
    while at < stop:
        tag = parse.tag[at]
        if tag in _NOUNS:
            if (
                noun is not None
                and parse.dep[noun] not in ("compound", "nmod", "amod")
                and (
                    parse.dep[at] in ("npadvmod", "nsubj", "nsubjpass", "ROOT")
                    or parse.entity[at] in ("DATE", "TIME")
                )
            ):
                break  # "two officers Sunday"
            noun = at
        elif tag == "JJ" and parse.entity[at] == "NORP" and noun is None:
            nation = at
        elif tag == "RB" and noun is None and at + 1 < stop and parse.tag[at + 1] in ("VBN", "JJ"):
            pass  # "two seriously wounded men"
        elif (
            tag not in _INSIDE
            or (tag == "CC" and noun is not None)
            or (noun is not None and tag not in ("HYPH", "-"))
        ):
            break
        at += 1
    if noun is None and nation is None:
        # "one civilian": an adjective to the tagger
        return next(
            (k for k in range(begin, at) if parse.lower[k] in _PEOPLE and parse.tag[k] == "JJ"),
            None,
        )
    if noun is not None and parse.dep[noun] in ("compound", "nmod", "amod"):
        above = parse.head[noun]
        if noun < above <= noun + 3 and above < stop and parse.tag[above] in _NOUNS:
            return above  # "15 opposition political parties"
    return nation if noun is None else noun
