"""Which reports are compared by their words: those that share two telling ones, or one within days."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from counterclaim.link.likeness import Story
from counterclaim.link.sketch import Sketch

TELLING = 20
"""Words of a sketch that a report is looked up by: those that weigh most."""

CROWD = 30
"""Reports that can share a key and all be compared with one another. Of more, each meets the first few
only, by id: what is one happening still meets through them, and the work stays in proportion."""

FEW = 8

MANY = 6
"""Of the words that many reports have, those that fewest have are looked at: any two, and each together
with the days."""

DAYS = 10
"""Days of a stretch: one word in common is enough for reports of one or two neighbouring stretches."""


def telling(sketch: Sketch) -> tuple[str, ...]:
    """The words that a report is looked up by, in the order of the alphabet."""
    weighed = sorted(zip(sketch.weights, sketch.words, strict=True), key=lambda t: (-t[0], t[1]))
    return tuple(sorted(word for _, word in weighed[:TELLING]))


def story_pairs(
    stories: Iterable[Story], also: Iterable[tuple[str, str]] = ()
) -> list[tuple[str, str]]:
    """Pairs of reports to compare, by id, and the pairs `also`; each once, in order. Reports that are
    too short for a sketch are in none.

    A word that few reports have is a key by itself; its pairs are kept when a second word, or the
    days of publication, agree. A word that many have is a key together with another such word, and
    together with the days.
    """
    told = {s.report: s for s in sorted(stories, key=lambda s: s.report) if s.sketch}
    words = {key: telling(s.sketch) for key, s in told.items()}
    having: dict[str, list[str]] = {}
    for key, found in words.items():
        for word in found:
            having.setdefault(word, []).append(key)
    pairs = {(min(p), max(p)) for p in also if all(key in told for key in p)}
    shared: Counter[tuple[str, str]] = Counter()
    for reports in having.values():
        if len(reports) <= CROWD:
            shared.update(combinations(reports, 2))
    for (a, b), count in shared.items():
        if count > 1 or _near(told[a], told[b]) or len(set(words[a]) & set(words[b])) > 1:
            pairs.add((a, b))
    crowded: dict[str, list[str]] = {}
    for key, found in words.items():
        often = sorted((len(having[w]), w) for w in found if len(having[w]) > CROWD)
        for k in _crowded_keys(sorted(w for _, w in often[:MANY]), told[key]):
            crowded.setdefault(k, []).append(key)
    for reports in crowded.values():
        pairs.update(_of_block(reports))
    return sorted(pairs)


def _near(a: Story, b: Story) -> bool:
    one, other = a.context.published, b.context.published
    return one is not None and other is not None and abs((one - other).days) <= DAYS


def _crowded_keys(words: Sequence[str], story: Story) -> Iterator[str]:
    for a, b in combinations(words, 2):
        yield f"{a}+{b}"
    if story.context.published is not None:
        stretch = story.context.published.toordinal() // DAYS
        for word in words:
            yield f"{word}@{stretch}"
            yield f"{word}@{stretch + 1}"


def _of_block(block: Sequence[str]) -> Iterator[tuple[str, str]]:
    if len(block) <= CROWD:
        yield from combinations(block, 2)
        return
    for n, a in enumerate(block[:FEW]):
        for b in block[n + 1 :]:
            yield a, b
