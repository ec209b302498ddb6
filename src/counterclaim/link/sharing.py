"""Which reports to compare with which, by their fingerprints."""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from counterclaim.link.fingerprints import Fingerprint

COMMON = 64
"""Reports that hold a run of words up to which each of them is compared with each. Where more do,
each is compared with the fullest of them only: a wire story hangs together by that, and the work
stays small."""

STOCK = 4096
"""A run that stands in more reports than this is a stock phrase and no ground to compare any."""

FULLEST = 2

ENOUGH = 2
"""Fingerprints that two reports share before they are compared; twelve words in a row give as many."""

PART = 0.04
"""Part of the smaller fingerprint that must be shared where no quotation is: well below the part of
a text from which on a passage counts as shared."""

SLICES = 64
"""Slices of the range of hashes that are looked at one after the other, to hold one of them at a
time."""


def pairs_to_compare(fingerprints: Iterable[Fingerprint]) -> Iterator[tuple[str, str]]:
    """Pairs of reports, smaller id first, that may share text: their number grows with the reports
    and not with the square of them. The order of the input changes nothing.

    Texts of the very same words (one wire story in many outlets) stand together as one.
    """
    by_id = {f.report: f for f in fingerprints if f.text}
    same: dict[bytes, list[str]] = {}
    for key in sorted(by_id):
        same.setdefault(by_id[key].text, []).append(key)
    groups = sorted(same.values())
    kept = [by_id[members[0]] for members in groups]
    numbers = [f.numbers() for f in kept]
    for members in groups:
        yield from _inside(members)
    for (i, j), shared in _shared(kept, numbers).items():
        fewer = min(len(numbers[i]), len(numbers[j]))
        if shared < min(ENOUGH, fewer):
            continue
        if shared >= PART * fewer or _share_quotation(kept[i], kept[j], numbers[i], numbers[j]):
            yield from ((min(x, y), max(x, y)) for x, y in _between(groups[i], groups[j]))


def _inside(members: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs among reports of the very same words."""
    if len(members) <= COMMON:
        yield from combinations(members, 2)
    else:
        yield from ((members[0], other) for other in members[1:])


def _between(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of a report of `one` text with a report of the `other`."""
    if len(one) * len(other) <= COMMON * COMMON:
        yield from ((x, y) for x in one for y in other)
    else:
        yield from ((one[0], y) for y in other)
        yield from ((x, other[0]) for x in one[1:])


def _shared(
    kept: Sequence[Fingerprint], numbers: Sequence["array[int]"]
) -> Counter[tuple[int, int]]:
    """How many fingerprints two texts share, by their places in `kept`, for those that share any."""
    shared: Counter[tuple[int, int]] = Counter()
    step = 2**32 // SLICES
    at = [0] * len(numbers)
    slices = SLICES if len(numbers) > COMMON else 1
    for n in range(slices):
        top = (n + 1) * step if n + 1 < slices else 2**32
        holders: dict[int, int | list[int]] = {}
        for i, own in enumerate(numbers):
            end = bisect_left(own, top, at[i])
            for number in own[at[i] : end]:
                before = holders.get(number)
                if before is None:
                    holders[number] = i
                elif isinstance(before, int):
                    holders[number] = [before, i]
                else:
                    before.append(i)
            at[i] = end
        for held in holders.values():
            if not isinstance(held, int):
                shared.update(_meeting(held, kept))
    return shared


def _meeting(held: Sequence[int], kept: Sequence[Fingerprint]) -> Iterator[tuple[int, int]]:
    if len(held) <= COMMON:
        yield from combinations(held, 2)
    elif len(held) <= STOCK:
        fullest = sorted(held, key=lambda i: (-kept[i].words, kept[i].report))[:FULLEST]
        for i in held:
            for full in fullest:
                if i != full and (i not in fullest or i < full):
                    yield min(i, full), max(i, full)


def _share_quotation(
    a: Fingerprint, b: Fingerprint, of_a: "array[int]", of_b: "array[int]"
) -> bool:
    """Whether words that stand in quotation marks in one of the texts stand in the other, too."""
    if not a.quoted and not b.quoted:
        return False
    return not set(a.quoted_numbers()).isdisjoint(of_b) or not set(b.quoted_numbers()).isdisjoint(
        of_a
    )
