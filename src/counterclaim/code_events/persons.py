"""Persons told of one by one in a report: how many different ones there are at least.

Two mentions are of one person unless something tells them apart: age, sex, surname, that one is the
doer, that both stand side by side ("a man and a woman"), or a word such as "another".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from counterclaim.code_events.forms import noun_forms
from counterclaim.code_events.lexicon import table
from counterclaim.code_events.quantities import FoundQuantity
from counterclaim.code_events.quantities.harm import REFLEXIVE, raw_harm
from counterclaim.language.parse import Parse

_AGE = re.compile(r"\b(\d{1,2}|\w+)[- ]year[- ]olds?\b", re.IGNORECASE)
_BEHIND = re.compile(r"\s*,\s*(\d{1,2})\b(?!\s*(?:st|nd|rd|th|people|men|women|others))")
_OTHER = frozenset({"another", "other", "second", "third", "fourth"})
_NEAR = 8
_LISTED = frozenset({"NN", "NNP", "NNS", ",", "CC", "DT", "PRP$", "JJ", "CD", "HYPH", "RB"})
"""What stands between those who are listed: "his wife, son and daughter"."""


@dataclass(slots=True)
class Person:
    """A person of whom harm is told, with the mentions that may all be of that one."""

    items: list[FoundQuantity] = field(default_factory=list)
    age: str | None = None
    sex: str | None = None
    name: str | None = None
    doer: bool | None = False
    kin: str | None = None
    grown: str | None = None

    @property
    def killed(self) -> bool:
        """Whether the death of this person is told anywhere."""
        return any(item.quantity.what == "killed" for item in self.items)

    @property
    def first(self) -> FoundQuantity:
        """The mention that is shown: the first that tells the worst."""
        worst = "killed" if self.killed else "injured"
        return next(i for i in self.items if i.quantity.what == worst)


@lru_cache(maxsize=1)
def sexes() -> dict[str, str]:
    """Sex by word of `[gender]`, forms included, read once a process."""
    rows = table("quantities")["gender"]
    return {f: sex for sex, some in rows.items() for w in some for f in noun_forms(w)}


@lru_cache(maxsize=1)
def grown_up() -> dict[str, str]:
    """Whether a word of `[grown]` is for a child or an adult, read once a process."""
    rows = table("quantities")["grown"]
    return {f: name for name, some in rows.items() for w in some for f in noun_forms(w)}


@lru_cache(maxsize=1)
def kin() -> frozenset[str]:
    """The words of `[kin]`, read once a process."""
    return frozenset(table("quantities")["kin"]["words"])


@lru_cache(maxsize=1)
def doers() -> frozenset[str]:
    """The words of `[doers]`, read once a process."""
    return frozenset(f for w in table("quantities")["doers"]["words"] for f in noun_forms(w))


def persons(parse: Parse, singles: Sequence[FoundQuantity]) -> list[Person]:
    """The different persons among the mentions, each in order of its first mention."""
    found: list[Person] = []
    for item in sorted(singles, key=lambda i: i.first):
        new = _described(parse, item)
        apart = any(parse.lower[k] in _OTHER for k in range(item.first, item.noun))
        fits = [p for p in found if not _differ(parse, p, new)]
        if apart:
            fits = []
        exact = [p for p in fits if p.name is not None and p.name == new.name]
        if fits:
            _join(exact[0] if exact else fits[-1], new)
        else:
            found.append(new)
    return found


def _described(parse: Parse, item: FoundQuantity) -> Person:
    text = item.quantity.span.words(parse.text)
    age = _AGE.search(text) or _BEHIND.match(parse.text, item.quantity.span.end)
    lower = parse.lower[item.first : item.last + 1]
    sex = next((sexes()[w] for w in reversed(lower) if w in sexes()), None)
    if lower and lower[0] in ("his", "her"):
        sex = sexes().get(parse.lower[item.noun])
    entity = parse.entity_at.get(item.noun)
    name = parse.lower[entity.last] if entity is not None and entity.label == "PERSON" else None
    if name == "'s" and entity is not None and entity.last > entity.first:
        name = parse.lower[entity.last - 1]
    doer: bool | None = any(w in doers() for w in lower)
    if parse.lower[item.noun] in REFLEXIVE:
        doer = True if _harms_others(parse, item.noun) else None
    whose = next((parse.lower[c] for c in parse.child_list(item.noun, "poss")), "")
    own = f"{whose} {parse.lower[item.noun]}" if parse.lower[item.noun] in kin() else None
    grown = next((grown_up()[w] for w in reversed(lower) if w in grown_up()), None)
    return Person([item], age.group(1).lower() if age else None, sex, name, doer, own, grown)


def _harms_others(parse: Parse, reflexive: int) -> bool:
    """ "killed his wife before killing himself": whether somebody else is harmed in the sentence."""
    sentence = parse.sentences[parse.sentence_of[reflexive]]
    return any(
        parse.dep[i] == "dobj" and i != reflexive and raw_harm(parse, i) is not None
        for i in range(sentence.first, sentence.last + 1)
    )


def _differ(parse: Parse, a: Person, b: Person) -> bool:
    if a.name is not None and a.name == b.name:
        return False
    if a.doer is not None and b.doer is not None and a.doer != b.doer:
        return True
    told = ((a.age, b.age), (a.sex, b.sex), (a.name, b.name), (a.grown, b.grown))
    for x, y in told:
        if x is not None and y is not None and x != y:
            return True
    if a.kin is not None and b.kin is not None and a.kin != b.kin:
        whose, other = a.kin.split(" ")[0], b.kin.split(" ")[0]
        if whose == other:
            return True  # "his wife", "his daughter"
    return any(_beside(parse, x.noun, y.noun) for x in a.items for y in b.items)


def _beside(parse: Parse, x: int, y: int) -> bool:
    """ "a woman and her son": coordinated."""
    if parse.sentence_of[x] != parse.sentence_of[y]:
        return False
    if group_root(parse, x) == group_root(parse, y) and parse.dep[max(x, y)] == "conj":
        return True
    between = range(min(x, y) + 1, max(x, y))
    return (
        len(between) <= _NEAR
        and any(parse.lower[k] == "and" for k in between)
        and all(parse.tag[k] in _LISTED for k in between)
    )


def group_root(parse: Parse, noun: int) -> int:
    """The first noun of the coordination that a noun stands in."""
    while parse.head[noun] != noun and (parse.dep[noun] == "conj" or _is_second(parse, noun)):
        noun = parse.head[noun]
    return noun


def _is_second(parse: Parse, noun: int) -> bool:
    """Whether the parser took the second of several for another name of the first: "an officer, two
    nurses and a child". Several are no other name of one."""
    if parse.dep[noun] != "appos" or parse.child(noun, "conj") is None:
        return False
    first = parse.head[noun]
    return (
        parse.child(noun, "nummod") is not None
        and parse.tag[first] == "NN"
        and parse.tag[noun] == "NNS"
        and parse.child(first, "nummod") is None
    )


def _join(person: Person, new: Person) -> None:
    person.items += new.items
    person.age, person.sex = person.age or new.age, person.sex or new.sex
    person.name, person.kin = person.name or new.name, person.kin or new.kin
    person.grown = person.grown or new.grown
    person.doer = new.doer if person.doer is None else person.doer
