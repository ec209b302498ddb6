"""What linking costs a report when there are ten and a hundred times as many: time and memory.

    python benchmarks/speed/growth.py [--reports N …]

The reports are made by a seed out of the sample reports, which are read once: what varies are the
traces that linking keeps of them, not their texts. Each made incident has a day within three years, a
town of three thousand in a hundred countries (few of them in the news every day, most hardly ever),
tolls, parties and names of its own; names come from a pool, so that two incidents have some in common,
and more the more there are. Its reports are as many as a heavy tail says (half of the incidents have
one, the largest of a hundred thousand reports over a thousand), told after the sample reports of one
incident, each a little otherwise: days later, with another figure, without the town, in other words.
The world stays as it is when reports become more, so that days and places fill.

Each size is linked in a process of its own: stored traces in, incidents out. Prints one JSON object:
processor milliseconds and KiB a report at each size, how the incidents found agree with those made
(B-cubed), and how many times more a report costs at the last size than at the one before (`growth`).
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

import msgspec

from counterclaim.link import Trace, decode_trace, encode_trace, link_traces, trace_of
from counterclaim.link.days import Days
from counterclaim.link.happening import Told
from counterclaim.link.imprint import Imprint, imprint
from counterclaim.link.mention import Mention
from counterclaim.link.numbers import number_of, unpack
from counterclaim.link.spots import Spot, Spots
from counterclaim.link.toll import Toll
from counterclaim.model.link import Incident
from counterclaim.pipeline import Reader
from counterclaim.readers import read_text
from counterclaim.samples import sample_reports, sample_text

SIZES = (1_000, 10_000, 100_000)
SPAN = 3 * 365
"""Days on which incidents happen."""
TOWNS, COUNTRIES, NAMES, COMMON, PARTIES = 3000, 100, 30_000, 4_000, 80
LARGEST = 1_500
"""Reports of one incident at most."""
replace = msgspec.structs.replace


def templates() -> list[list[Trace]]:
    """The traces of the sample reports, incident by incident."""
    found: dict[str, list[Trace]] = {}
    samples = [(s, text) for s in sample_reports() if (text := sample_text(s))]
    reports = [
        replace(read_text(text, published=s.published, outlet=s.outlet), id=s.id)
        for s, text in samples
    ]
    for (sample, _), reading in zip(samples, Reader(attributor="rules").read(reports), strict=True):
        trace = trace_of(reading)
        if trace.main is not None and trace.main.told.days is not None:
            found.setdefault(sample.incident, []).append(trace)
    return [found[key] for key in sorted(found)]


def stored_samples(path: Path) -> list[list[Trace]]:
    """The same from where the parent process put them."""
    stored = msgspec.msgpack.decode(path.read_bytes(), type=list[list[bytes]])
    return [[t for data in part if (t := decode_trace(data)) is not None] for part in stored]


def drawn(rng: random.Random, count: int) -> int:
    """A number below `count`, the first ones far more often."""
    return int(count * rng.random() ** 2.5)


class Made:
    """One made incident: what stands for each day, place, party, figure and name of the sample."""

    def __init__(self, number: int, samples: Sequence[Trace], rng: random.Random) -> None:
        self.number = number
        self.samples = samples
        self.rng = rng
        base = samples[0].main
        assert base is not None
        assert base.told.days is not None
        day = date(2021, 1, 1) + timedelta(days=rng.randrange(SPAN))
        self.shift = day - base.told.days.first
        self.town = drawn(rng, TOWNS)
        self.known: dict[str, int] = {}

    def pick(self, kind: str, name: object, count: int) -> int:
        """What stands for `name` in all reports of the incident."""
        key = f"{kind}:{name}"
        if key not in self.known:
            self.known[key] = drawn(self.rng, count)
        return self.known[key]

    def report(self, number: int) -> Trace:
        """One more report of the incident."""
        rng = self.rng
        old = rng.choice(self.samples)
        ids = {m.id: f"e-{self.number}-{number}-{n}" for n, m in enumerate(_mentions(old))}
        published = old.context.published
        late = int(rng.paretovariate(1.0)) - 1 if rng.random() < 0.5 else 0
        vague = rng.random() < 0.15
        context = replace(
            old.context,
            report=f"r-{number_of(f'{self.number}/{number}'):016x}",
            published=published and published + self.shift + timedelta(days=min(late, 300)),
            places=tuple(map(self.spot, old.context.places)),
            days=tuple(map(self.days, old.context.days)),
            main_event=ids.get(old.context.main_event or ""),
        )
        return Trace(
            context=context,
            outlet=f"outlet {drawn(rng, 2000)}",
            told=tuple(self.told(t, ids, vague) for t in old.told),
            seeds=tuple(sorted(ids[key] for key in old.seeds)),
            imprint=self.imprint(old.imprint),
            toll=Toll(*(frozenset(map(self.figure, sorted(told))) for told in old.toll.counts)),
        )

    def told(self, old: Told, ids: Mapping[str, str], vague: bool) -> Told:
        """A happening of the sample as one of the incident; a vague report leaves out the town."""
        mentions = (
            replace(
                m,
                id=ids[m.id],
                day=m.day and self.days(m.day),
                said_by=tuple(f"{ids[m.id]}/{n}" for n in range(len(m.said_by))),
            )
            for m in old.mentions
        )
        where = [self.spot(s) for s in old.spots.where]
        figures = (f.partition("=") for f in sorted(old.figures))
        return replace(
            old,
            mentions=tuple(sorted(mentions, key=lambda m: m.id)),
            days=old.days and self.days(old.days),
            spots=Spots(() if vague else tuple(where), tuple(map(self.spot, old.spots.origin))),
            figures=frozenset(f"{what}={self.figure(float(n)):g}" for what, _, n in figures),
            actors=frozenset(self.party(p) for p in sorted(old.actors)),
            targets=frozenset(self.party(p) for p in sorted(old.targets)),
        )

    def days(self, old: Days) -> Days:
        """The days of the sample, moved."""
        return replace(old, first=old.first + self.shift, last=old.last + self.shift)

    def spot(self, old: Spot) -> Spot:
        """A place of the sample: the incident's own town, others near it, its country."""
        country = self.town % COUNTRIES
        if old.precision == "country":
            key, lat, lon = f"country {country}", country % 10 * 12.0 - 54, country // 10 * 30.0
        else:
            town = self.town + COUNTRIES * (self.pick("near", old.gazetteer_id, 8) * 3)
            key, place = f"town {town}", random.Random(town)
            lat = country % 10 * 12.0 - 54 + place.uniform(-4, 4)
            lon = country // 10 * 30.0 + place.uniform(-6, 6)
        return replace(old, name=key, gazetteer_id=key, lat=lat, lon=lon, country=f"{country}")

    def party(self, old: str) -> str:
        """A party of the sample."""
        return f"party {self.pick('party', old, PARTIES)}"

    def figure(self, old: float) -> float:
        """A figure of the sample; now and then a report has another one."""
        found = 1 + self.pick("figure", old, 60)
        return float(found + self.rng.randrange(5) if self.rng.random() < 0.2 else found)

    def imprint(self, old: Imprint) -> Imprint:
        """The words of a sample report in other words."""
        new: dict[int, tuple[int, bool]] = {}
        stands: dict[int, int] = {}
        for word, weight, rare in zip(unpack(old.words), old.all_weights, old.rare, strict=True):
            stands[word] = self.word(word, rare)
            new[stands[word]] = (weight, bool(rare))
        return imprint(
            ((word, weight, rare) for word, (weight, rare) in new.items()),
            (stands.get(w) or self.word(w, 1) for w in unpack(old.names)),
            (stands.get(w) or self.word(w, 1) for w in unpack(old.title)),
        )

    def word(self, old: int, rare: int) -> int:
        """What stands for a word: for a telling one mostly the incident's, else the report's own."""
        rng = self.rng
        if not rare:
            keeps = rng.random() < 0.6
            return old if keeps else number_of(f"common {drawn(rng, COMMON)}")
        own = rng.random() < 0.3
        return number_of(f"name {drawn(rng, NAMES) if own else self.pick('name', old, NAMES)}")


def _mentions(trace: Trace) -> Iterator[Mention]:
    return (m for told in trace.told for m in told.mentions)


def made(
    count: int, samples: Sequence[Sequence[Trace]], seed: int = 5
) -> Iterator[tuple[int, Trace]]:
    """`count` reports, each with the number of its incident."""
    rng = random.Random(seed)
    done = number = 0
    while done < count:
        incident = Made(number, rng.choice(samples), rng)
        size = min(int(rng.paretovariate(1.1)), LARGEST, count - done)
        yield from ((number, incident.report(n)) for n in range(size))
        done, number = done + size, number + 1


def b_cubed(gold: Mapping[str, int], incidents: Sequence[Incident]) -> tuple[float, float]:
    """Precision and recall over reports, by the incident that each is mainly about."""
    of = {r: i.id for i in incidents for r in i.main_of}
    both = Counter((of.get(r, r), g) for r, g in gold.items())
    found, wanted = Counter(of.get(r, r) for r in gold), Counter(gold.values())
    pairs = [(both[of.get(r, r), g], found[of.get(r, r)], wanted[g]) for r, g in gold.items()]
    return sum(c / f for c, f, _ in pairs) / len(pairs), sum(c / w for c, _, w in pairs) / len(
        pairs
    )


def peak() -> float:
    """KiB in memory at most since this program began. `ru_maxrss` tells that of the parent, too, as it
    was when this process was started."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return float(lines["VmHWM"].split()[0])
    return float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def link(count: int, samples: Sequence[Sequence[Trace]]) -> dict[str, object]:
    """Makes and links so many reports in this process, which has read no text."""
    gold: dict[str, int] = {}
    stored = []
    for number, report in made(count, samples):
        gold[report.report] = number
        stored.append(encode_trace(report))
    before = peak()
    begin = time.process_time()
    traces = (trace for data in stored if (trace := decode_trace(data)) is not None)
    incidents = link_traces(traces)
    spent = time.process_time() - begin
    precision, recall = b_cubed(gold, incidents)
    return {
        "reports": count,
        "made_incidents": len(set(gold.values())),
        "largest_made": max(Counter(gold.values()).values()),
        "incidents": len(incidents),
        "largest": max(len(i.main_of) for i in incidents),
        "b_cubed": [round(precision, 3), round(recall, 3)],
        "stored_bytes_per_report": sum(map(len, stored)) / count,
        "cpu_s": spent,
        "ms_per_report": 1000 * spent / count,
        "kib_per_report": (peak() - before) / count,
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints all sizes and the growth from the last but one to the last."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, nargs="+", default=SIZES, help="sizes, small first")
    parser.add_argument("--one", type=int, help="link so many reports in this process")
    parser.add_argument("--samples", type=Path, help="the stored traces of the samples, for --one")
    options = parser.parse_args(arguments)
    if options.one:
        print(json.dumps(link(options.one, stored_samples(options.samples))))
        return
    runs = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "samples"
        path.write_bytes(msgspec.msgpack.encode([[*map(encode_trace, t)] for t in templates()]))
        for count in options.reports:
            print(f"linking {count} reports …", file=sys.stderr, flush=True)
            here = [
                sys.executable,
                str(Path(__file__)),
                "--one",
                str(count),
                "--samples",
                str(path),
            ]
            done = subprocess.run(here, stdout=subprocess.PIPE, text=True, check=True)
            runs.append(json.loads(done.stdout))
    growth = {}
    if len(runs) > 1:
        growth = {
            what: runs[-1][f"{what}_per_report"] / runs[-2][f"{what}_per_report"]
            for what in ("ms", "kib")
        }
    print(json.dumps({"runs": runs, "growth": growth}))


if __name__ == "__main__":
    main()
