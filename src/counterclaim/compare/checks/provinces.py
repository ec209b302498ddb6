"""Whether a place lies in the province or country that is stated of it: "X in Y province", "X, Y".

It works from what the records of the place names say. The gazetteer holds no hamlets, so that it has
another X elsewhere says little; only where X is the seat of a province of its own name, and so
large that another is hardly meant, does the check call the two inconsistent.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from counterclaim.compare.checks.making import make_check, own_spans
from counterclaim.model.claim import Claim
from counterclaim.model.comparison import Check, CheckResult
from counterclaim.model.event import Toponym
from counterclaim.model.spans import Span

_IN = re.compile(r",? in (?:the )?(?:\w+(?:ern)? )?|, ?", re.IGNORECASE)
_COMPASS = re.compile(r"(?:north|south|east|west|central|upper|lower|rural)[\w-]*", re.IGNORECASE)
_PROVINCE = "iso3166-2:"


def _stated(text: str, inner: Toponym, outer: Toponym) -> bool:
    """Whether the words between say that `inner` lies in `outer`."""
    between = text[inner.end : outer.start]
    found = _IN.fullmatch(between)
    if found is None or inner.adjective or outer.adjective:
        return False
    extra = between.lower().split()[-1:] if " in " in between.lower() else []
    if extra and extra[0] not in ("in", "the") and not _COMPASS.fullmatch(extra[0]):
        return False
    if outer.precision == "province":
        return True
    # "Berlin, Germany" tells where it lies; "talks in Moscow in Russia" is not said.
    return outer.precision == "country" and between.strip() == ","


def _listed(text: str, at: int, toponyms: Sequence[Toponym]) -> bool:
    """Whether the two names stand in a list of places: "Homs, Hama and Aleppo"."""
    inner, outer = toponyms[at], toponyms[at + 1]
    before = text[max(0, inner.start - 5) : inner.start]
    after = text[outer.end : outer.end + 5]
    return bool(
        re.search(r"(?:,|\band|\bor) $", before)
        or re.match(r",? (?:and|or)\b|, (?=[A-Z])|’s|'s", after)
        or re.match(r"[-–/]", after)
    )


def _lies(inner: Toponym, outer: Toponym) -> bool | None:
    """Whether the record of `inner` has it in `outer`; None where one of the two does not say."""
    if inner.gazetteer_id is None or outer.gazetteer_id is None or inner.country is None:
        return None
    if outer.precision == "country":
        return None if outer.country is None else inner.country == outer.country
    if inner.country != outer.country:
        return False
    if inner.province is None or not outer.gazetteer_id.startswith(_PROVINCE):
        return None
    return inner.province == outer.gazetteer_id.removeprefix(_PROVINCE)


def _is_seat(inner: Toponym) -> bool:
    """Whether a province bears the town's name and holds it."""
    return inner.province is not None and _PROVINCE + inner.province in inner.candidates


def _check(claim: Claim, text: str, inner: Toponym, outer: Toponym) -> Check | None:
    lies = _lies(inner, outer)
    if lies is None or inner.precision not in ("town", "site", "district"):
        return None
    # "Homs, Syria" is the name in full; that the gazetteer lacks it there says nothing of the claim.
    if text[inner.end : outer.start].strip() == "," and (lies or not _is_seat(inner)):
        return None
    result: CheckResult
    has = inner.province or inner.country
    if lies:
        result, tail = "consistent", f"has {inner.name} there"
    elif _is_seat(inner):
        result, tail = "inconsistent", f"has {inner.name} in {has}, whose seat it is"
    else:
        result, tail = (
            "cannot_tell",
            f"has a {inner.name} in {has}, and may lack a smaller one here",
        )
    return make_check(
        "place",
        claim,
        result,
        [
            ("place", inner.name),
            ("stated in", outer.name),
            ("gazetteer", f"{inner.gazetteer_id} in {has}"),
        ],
        f"“{inner.name}” is stated to lie in “{outer.name}”; the gazetteer {tail}.",
        "place.inside",
        [inner.span, outer.span],
    )


def check_places(
    text: str, claims: Sequence[Claim], toponyms: Sequence[Toponym]
) -> Iterator[Check]:
    """A check for each place with the province or country that it is stated to lie in."""
    ordered = sorted(toponyms, key=lambda t: t.start)
    pairs = [
        (a, b)
        for n, (a, b) in enumerate(pairwise(ordered))
        if _stated(text, a, b) and not _listed(text, n, ordered)
    ]
    for claim in claims if pairs else ():
        spans = own_spans(claim, claims)
        for inner, outer in pairs:
            if any(s.covers(Span(inner.start, outer.end)) for s in spans):
                check = _check(claim, text, inner, outer)
                if check is not None:
                    yield check
