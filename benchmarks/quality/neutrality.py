"""The party swap: does a reading change in anything but names when the parties' names change places?

    python benchmarks/quality/neutrality.py [--differences] [--json] [--articles N]

Every sample report and every report of `neutral_reports.toml` is read twice, as it is and with the
names swapped (Russia and the United States, Ukraine and Russia, Israel and Hamas, the government and
the rebels, men and women). Claims are the same when their words, the first word of the source's
mention, quote kind, stance and distance are; sources when the mention, the kind, being unnamed, being
resolved, and the side are (between a state and an armed group, or two politicians, kind and side do
differ, and are left out); events when type, trigger, polarity, modality and their tellers are;
relations when relation, slot and the claims on both sides are. Figures are shares of identical
records, 2 · common / (one + other). `--differences` prints what differs. `--articles` reads the first N
articles of the development part of PolNeAR (under $COUNTERCLAIM_SHARED) instead of the samples and our
own reports, with the same swaps and Republicans and Democrats.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from scored_sets import load
from swapping import NAMED, OF_CAMPAIGNS, SWAPS, Pair, Table, by_table, own_pairs

from counterclaim.attribute import DEFAULT
from counterclaim.model.claim import Source
from counterclaim.model.reading import Reading
from counterclaim.model.report import Report
from counterclaim.model.spans import Span, Spans
from counterclaim.pipeline import default_reader
from counterclaim.readers import ReadOptions, read_paths, read_text
from counterclaim.samples import reports_folder, sample_reports

PUBLISHED = "2024-03-07"
"""When our own reports were published, so that their weekdays resolve."""

Place = Callable[[Span], tuple[int, int]]
Key = tuple[object, ...]


class Compared(NamedTuple):
    """The keys of one pair's records in both readings, by kind of record."""

    pair: Pair
    one: dict[str, Counter[Key]]
    other: dict[str, Counter[Key]]


def sample_pairs() -> Iterator[tuple[Pair, str | None]]:
    """Every swap of every sample report that names the parties, with the report's date."""
    with reports_folder() as folder:
        files = dict.fromkeys(folder / s.file for s in sample_reports())
        dates = {(s.file, s.id): s.published for s in sample_reports()}
        for file in files:
            found = [r for r in read_paths([file], ReadOptions()) if isinstance(r, Report)]
            for report in found:
                name = report.id if (file.name, report.id) in dates else file.stem
                for pair in pairs_of(name, report.text, SWAPS):
                    yield pair, dates[file.name, name]


def article_pairs(limit: int) -> Iterator[tuple[Pair, str | None]]:
    """The same of articles of PolNeAR."""
    for record in load("polnear", "dev.jsonl", limit):
        for pair in pairs_of(record["id"], record["text"], OF_CAMPAIGNS):
            yield pair, PUBLISHED


def pairs_of(name: str, text: str, swaps: Mapping[str, Table]) -> Iterator[Pair]:
    """The text with each swap that means something in it."""
    for swap, table in swaps.items():
        if NAMED[swap](text):
            pair = by_table(name, swap, text, table)
            if pair is not None:
                yield pair


def compare(pairs: Iterable[tuple[Pair, str | None]], attributor: str = DEFAULT) -> list[Compared]:
    """Both readings of every pair."""
    given = list(pairs)
    texts = [
        read_text(text, published=published, own_id=f"{n}{side}")
        for n, (pair, published) in enumerate(given)
        for side, text in (("a", pair.text), ("b", pair.swapped))
    ]
    readings = list(default_reader(attributor).read(texts))
    return [
        Compared(pair, *_both(pair, one, other))
        for (pair, _), one, other in zip(given, readings[::2], readings[1::2], strict=True)
    ]


class Mention(NamedTuple):
    """Where a source's mention begins; empty for a carried or omitted one."""

    start: tuple[int, ...]


SIDES: Mapping[str, Mapping[str, str] | None] = {
    "Russia ↔ United States": {"RU": "US", "US": "RU"},
    "RU ↔ US": {"RU": "US", "US": "RU"},
    "Ukraine ↔ Russia": {"RU": "UA", "UA": "RU"},
    "UA ↔ RU": {"RU": "UA", "UA": "RU"},
    "he ↔ she": {},
    "man ↔ woman": {},
}
"""What becomes of a side in a swap; swaps that are not named are between unlike parties."""


def _source(source: Source, mention: Key, sides: Mapping[str, str] | None) -> Key:
    resolved = source.party is not None, len(source.candidates)
    if sides is None:
        return mention, source.anonymous, *resolved
    side = sides.get(source.side, source.side) if source.side else None
    return mention, source.anonymous, *resolved, source.kind, side


def _both(pair: Pair, one: Reading, other: Reading) -> Iterator[dict[str, Counter[Key]]]:
    sides = SIDES.get(pair.swap)
    yield records(one, pair.whole, None if sides is None else {})
    yield records(other, pair.back, sides)


def records(
    reading: Reading, place: Place, sides: Mapping[str, str] | None
) -> dict[str, Counter[Key]]:
    """The records of a reading without their names; `place` gives where a span lies in the text
    before the swap, `sides` which side stands for which (None: do not compare them)."""

    def places(spans: Spans) -> tuple[tuple[int, int], ...]:
        return tuple(place(s) for s in spans)

    def first(spans: Spans) -> tuple[int, ...]:
        return tuple(place(s)[0] for s in spans[:1])

    claims = {
        c.id: (places(c.content), Mention(first(c.source_span)), c.quote, c.stance, c.distance)
        for c in reading.claims
    }
    events = {
        e.id: (
            e.type,
            place(e.trigger),
            e.polarity,
            e.modality,
            e.said_by
            if isinstance(e.said_by, str)
            else tuple(sorted(claims[i][0] for i in e.said_by)),
        )
        for e in reading.events
    }

    def side(ids: tuple[str, ...]) -> tuple[object, ...]:
        return tuple(sorted(claims[i][0] if i in claims else (events[i][1],) for i in ids))

    return {
        "claims": Counter(claims.values()),
        "sources": Counter(_source(c.source, places(c.source_span), sides) for c in reading.claims),
        "events": Counter(events.values()),
        "relations": Counter(
            (c.relation, c.slot, *sorted([side(c.a), side(c.b)])) for c in reading.comparisons
        ),
    }


KINDS = ("claims", "sources", "events", "relations")


class Figures(NamedTuple):
    """Of how many pairs, and the share of identical records by kind."""

    pairs: int
    claims: float
    sources: float
    events: float
    relations: float


def figures(compared: Iterable[Compared]) -> Figures:
    """The shares over all of `compared`; 1 where there are no records."""
    found = list(compared)

    def share(kind: str) -> float:
        same = sum((c.one[kind] & c.other[kind]).total() for c in found)
        size = sum(c.one[kind].total() + c.other[kind].total() for c in found)
        return 2 * same / size if size else 1.0

    return Figures(len(found), *(share(kind) for kind in KINDS))


def by_swap(compared: Iterable[Compared]) -> dict[str, list[Compared]]:
    """Pairs by what was swapped in them."""
    found: dict[str, list[Compared]] = {}
    for one in compared:
        found.setdefault(one.pair.swap, []).append(one)
    return found


def differences(compared: Compared, kind: str) -> Iterator[str]:
    """What only one of the two readings has, as lines with its words."""
    only_one = sorted((compared.one[kind] - compared.other[kind]).elements(), key=repr)
    only_other = sorted((compared.other[kind] - compared.one[kind]).elements(), key=repr)
    for key, there in zip_longest(only_one, only_other):
        if key is not None:
            yield f"  < {_words(compared.pair, key)}"
        if there is not None:
            yield f"  > {_words(compared.pair, there)}"


def _words(pair: Pair, part: object) -> str:
    if isinstance(part, Mention):
        return f"[{pair.text[part.start[0] :].split()[0]}]" if part.start else "[-]"
    if isinstance(part, tuple) and len(part) == 2 and all(type(p) is int for p in part):
        return f"“{pair.text[part[0] : part[1]]}”"
    if isinstance(part, tuple):
        return " ".join(_words(pair, p) for p in part)
    return str(part)


def measure(articles: int | None = None) -> dict[str, list[Compared]]:
    """All pairs: `samples` and `own`, or those of so many `articles`."""
    if articles is not None:
        return {"articles": compare(article_pairs(articles))}
    return {
        "samples": compare(sample_pairs()),
        "own": compare((pair, PUBLISHED) for pair in own_pairs()),
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--differences", action="store_true", help="print what differs")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--articles", type=int, metavar="N", help="N articles of PolNeAR instead")
    asked = parser.parse_args()
    measured = measure(asked.articles)
    rows = {
        f"{name}, {swap}": figures(found)
        for name, compared in measured.items()
        for swap, found in by_swap(compared).items()
    }
    rows |= {name: figures(compared) for name, compared in measured.items()}
    rows["all"] = figures(c for compared in measured.values() for c in compared)
    if asked.json:
        print(json.dumps({name: row._asdict() for name, row in rows.items()}, ensure_ascii=False))
    else:
        print(f"{'share of identical records':38} {'pairs':>5}", *(f"{kind:>9}" for kind in KINDS))
        for name, (pairs, *shares) in rows.items():
            print(f"{name:38} {pairs:5}", *(f"{share:9.3f}" for share in shares))
        sizes = Counter[str]()
        for compared in measured.values():
            for one in compared:
                sizes.update({kind: found.total() for kind, found in one.one.items()})
        print(f"{'records compared':44}", *(f"{sizes[kind]:9}" for kind in KINDS))
    if asked.differences:
        for compared in measured.values():
            for one in compared:
                for kind in one.one:
                    lines = list(differences(one, kind))
                    if lines:
                        print(f"\n{one.pair.name}, {one.pair.swap}, {kind}:", *lines, sep="\n")


if __name__ == "__main__":
    main()
