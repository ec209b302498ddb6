"""Every benchmark in one run, its figures beside their floors and what peers reach.

    python -m benchmarks [NAME …] [--json]

The figures, the commands that make them and their floors stand in `quality/floors.json`. A floor only
goes up; lowering one is a commit of its own that says why. Exit status: 0 all hold, 1 a figure fell
below its floor (or above its ceiling), 2 the scored sets are not here or are not the ones pinned.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
from rich.console import Console
from rich.table import Table

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent


class Figure(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One pinned figure: `path` leads to it in what the command prints; `scale` multiplies it."""

    name: str
    path: list[str | int]
    floor: float | None = None
    ceiling: float | None = None
    scale: float = 1.0
    peers: dict[str, float] = {}


class Benchmark(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One command, the file it scores against (with its hash), and its figures."""

    name: str
    command: list[str]
    data: str | None = None
    sha256: str | None = None
    figures: list[Figure]


class Pinned(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file of floors."""

    benchmarks: list[Benchmark]


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """A figure as measured."""

    name: str
    value: float
    holds: bool
    figure: Figure


def load_pinned() -> list[Benchmark]:
    """The benchmarks of `quality/floors.json`."""
    return msgspec.json.decode(
        (HERE / "quality" / "floors.json").read_bytes(), type=Pinned
    ).benchmarks


def shared() -> Path:
    """The folder of the scored sets."""
    path = Path(os.environ.get("COUNTERCLAIM_SHARED", "../shared"))
    return path if path.is_absolute() else REPOSITORY / path


def absent(benchmark: Benchmark) -> str | None:
    """Why a benchmark cannot run here; None where it can."""
    if benchmark.data is None:
        return None
    path = shared() / benchmark.data
    if not path.is_file():
        return f"{path} is not here; set COUNTERCLAIM_SHARED to the folder of the scored sets"
    if hashlib.sha256(path.read_bytes()).hexdigest() != benchmark.sha256:
        return f"{path} is not the file that the floors were pinned on"
    return None


def measure(benchmark: Benchmark) -> list[Result]:
    """Run the command and read its figures."""
    done = subprocess.run(
        [sys.executable, str(HERE / benchmark.command[0]), *benchmark.command[1:]],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        cwd=REPOSITORY,
    )
    told = json.loads(done.stdout)
    return [_read(benchmark, figure, told) for figure in benchmark.figures]


def _read(benchmark: Benchmark, figure: Figure, told: Any) -> Result:
    for key in figure.path:
        told = told[key]
    value = float(told) * figure.scale
    above = figure.floor is None or value >= figure.floor
    below = figure.ceiling is None or value <= figure.ceiling
    return Result(
        name=f"{benchmark.name}: {figure.name}", value=value, holds=above and below, figure=figure
    )


def show(results: list[Result]) -> None:
    """The table for people."""
    table = Table(title="Benchmarks", title_justify="left")
    for heading, side in (
        ("figure", "left"),
        ("here", "right"),
        ("at least", "right"),
        ("at most", "right"),
        ("peers", "left"),
        ("", "left"),
    ):
        table.add_column(heading, justify=side)  # type: ignore[arg-type]
    for r in results:
        f = r.figure
        peers = ", ".join(f"{name} {value:g}" for name, value in f.peers.items())
        limits = ["" if v is None else f"{v:g}" for v in (f.floor, f.ceiling)]
        table.add_row(
            r.name,
            f"{r.value:.3f}".rstrip("0").rstrip("."),
            *limits,
            peers,
            "ok" if r.holds else "FELL",
        )
    Console(width=None if sys.stdout.isatty() else 140).print(table)


def main() -> int:
    """Run the benchmarks that were named, or all."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", help="only these benchmarks")
    parser.add_argument(
        "--json", action="store_true", help="one object a figure instead of a table"
    )
    options = parser.parse_args()
    pinned = load_pinned()
    unknown = set(options.names) - {b.name for b in pinned}
    if unknown:
        parser.error(
            f"no benchmark {', '.join(sorted(unknown))}; there are {', '.join(b.name for b in pinned)}"
        )
    results: list[Result] = []
    missing = 0
    for benchmark in pinned:
        if options.names and benchmark.name not in options.names:
            continue
        reason = absent(benchmark)
        if reason is not None:
            print(f"{benchmark.name}: not measured: {reason}", file=sys.stderr)
            missing += 1
            continue
        print(f"{benchmark.name} …", file=sys.stderr, flush=True)
        results += measure(benchmark)
    if options.json:
        for r in results:
            print(json.dumps({"name": r.name, "value": r.value, "holds": r.holds}))
    else:
        show(results)
    if not all(r.holds for r in results):
        return 1
    return 2 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
