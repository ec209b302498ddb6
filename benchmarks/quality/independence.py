"""How many origins are counted where one agency's text stands in forty outlets and two others speak.

    python benchmarks/quality/independence.py [--seeds 50] [--attributor NAME] [--json]

Every seed goes through the whole program: texts are read, `find_copies` pairs them, `find_origins`
counts. `right` is the share of seeds with exactly three origins, for the interviews with exactly
two: two outlets that each interviewed one official, on two days. Texts: `agency_texts.toml`, made
into reports by `wire_copies.py`.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from wire_copies import OUTLETS, corpus, interviews, text_names

from counterclaim.link import count, find_copies, find_origins
from counterclaim.model.link import Counted
from counterclaim.model.report import Report
from counterclaim.pipeline import Reader

SEEDS = 50


class Seed(NamedTuple):
    """What was counted at one seed, and how many origins there are."""

    name: str
    seed: int
    counted: Counted
    origins: int

    @property
    def right(self) -> bool:
        """Whether the origins are as many as there are."""
        return len(self.counted.origins) == self.origins


def counted(reader: Reader, reports: tuple[Report, ...]) -> Counted:
    """The reports through the program: read, paired, counted."""
    readings = list(reader.read(reports))
    return count(find_origins(readings, find_copies(reports)), readings)


def measure(reader: Reader, seeds: int, outlets: int = OUTLETS) -> Iterator[Seed]:
    """Each agency text and the interviews at each seed."""
    for name in text_names():
        for seed in range(seeds):
            made = corpus(name, seed, outlets)
            yield Seed(name, seed, counted(reader, made.reports), made.origins)
    for seed in range(seeds):
        yield Seed("interviews", seed, counted(reader, interviews(seed)), 2)


def main() -> None:
    """Print the share of seeds that are counted right, by text."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, default=SEEDS)
    parser.add_argument("--attributor", default="learnt")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    asked = parser.parse_args()
    found: dict[str, list[Seed]] = {}
    for one in measure(Reader(attributor=asked.attributor), asked.seeds):
        found.setdefault(one.name, []).append(one)
    rows = {
        name: {
            "seeds": len(rows),
            "right": sum(s.right for s in rows) / len(rows),
            "counted": dict(sorted(Counter(str(len(s.counted.origins)) for s in rows).items())),
        }
        for name, rows in found.items()
    }
    if asked.json:
        print(json.dumps(rows))
        return
    for name, row in rows.items():
        print(
            f"{name:12} {row['seeds']:3} seeds  right {row['right']:.3f}  origins {row['counted']}"
        )
    for name, seeds in found.items():
        wrong = [s.seed for s in seeds if not s.right]
        if wrong:
            print(f"{name}: wrong at", *wrong)


if __name__ == "__main__":
    main()
