"""Events against MUC-4: attacks, bombings and kidnappings in reports that are written in capitals.

    python benchmarks/quality/muc4.py [--limit N | --all] [--half even|odd] [--attributor NAME]
                                      [--errors | --select]

Reads the first N reports of the set in the order of a hash of their ids (200 unless told), as
`counterclaim read` would read them, and prints the set's own scorer's figures: whether a report tells
of such an event at all, who did it to whom and with what (heads of the names), and the days. `--half`
keeps every second report of that order, so that one half can be read while the other is only scored.
The attributor is the one of rules unless told: who says so is not scored here, and it is the faster.
The set lies in $COUNTERCLAIM_SHARED/data/events (default ../shared beside the repository). `--errors`
prints what was found beside what was wanted.

The set's own guidelines leave out ordinary combat and what is told in general, which the program reads
like any other event. `--select` learns which reports and events the annotators took, by five-fold
cross-validation over what the records say (`selection.py`), and scores those: it tells what the
readings hold for somebody who codes by other guidelines. Nothing of it is stored or used elsewhere.
"""

import argparse
import hashlib
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
from scored_sets import load, names, shared
from selection import select

from counterclaim.model.event import Event
from counterclaim.model.reading import Reading
from counterclaim.pipeline import Reader
from counterclaim.readers import read_text

SLOTS = ("relevant", "who", "whom", "weapon")


def chosen(records: list[dict[str, Any]], limit: int | None) -> list[dict[str, Any]]:
    """The first `limit` records by the hash of their ids."""
    return sorted(records, key=lambda r: hashlib.sha256(r["id"].encode()).hexdigest())[:limit]


def read_all(gold: list[dict[str, Any]], attributor: str) -> list[Reading]:
    """A reading a record, under the record's own id."""
    reports = [
        msgspec.structs.replace(read_text(g["text"], published=g["published"]), id=g["id"])
        for g in gold
    ]
    return list(Reader(attributor=attributor).read(reports))


def row(record: dict[str, Any], events: Sequence[Event]) -> dict[str, Any]:
    """A report's events for the scorer, which takes a list where several fill a role."""
    return {
        "report": {"id": record["id"]},
        "events": [
            {
                "type": e.type,
                "actor": names(e.actor),
                "target": names(e.target),
                "instrument": e.instrument,
                "time": e.time and {"start": e.time.start, "end": e.time.end},
            }
            for e in events
        ],
    }


def score(gold: list[dict[str, Any]], found: list[Sequence[Event]]) -> dict[str, Any]:
    """What the set's scorer says, as numbers."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, "gold.jsonl"), Path(folder, "readings.jsonl")]
        rows = [row(g, events) for g, events in zip(gold, found, strict=True)]
        for path, some in zip(paths, (gold, rows), strict=True):
            path.write_text("".join(json.dumps(r) + "\n" for r in some), encoding="utf-8")
        script = shared() / "data" / "events" / "score.py"
        command = [sys.executable, str(script), "muc4", *map(str, paths)]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    figures: dict[str, Any] = {}
    for slot in SLOTS:
        found = re.search(rf"^{slot} +P ([\d.]+) R ([\d.]+) F1 ([\d.]+)", told, re.MULTILINE)
        if found is None:
            sys.exit(f"the scorer prints another form than this script knows: {told}")
        figures[slot] = dict(zip(("p", "r", "f1"), map(float, found.groups()), strict=True))
    date = re.search(r"^date +([\d.]+)", told, re.MULTILINE)
    figures["date"] = float(date[1]) if date else 0.0
    return figures


def _wanted(event: dict[str, Any]) -> str:
    def names(*keys: str) -> list[str]:
        return [" / ".join(x["names"]) for k in keys for x in event[k]]

    day = (event["date"] or {}).get("raw")
    return (
        f"{event['type']} {event['stage']} {'optional ' if event['optional'] else ''}{day} "
        f"{names('perpetrators')} -> {names('human_targets', 'physical_targets')} "
        f"with {names('instruments')}"
    )


def print_errors(gold: list[dict[str, Any]], readings: list[Reading]) -> None:
    """Prints each report's events as wanted and as found."""
    for record, reading in zip(gold, readings, strict=True):
        print(f"\n=== {record['id']} {record['published']}")
        for event in record["events"]:
            print(f"  wanted {_wanted(event)}")
        for e in reading.events:
            day = f"{e.time.start} {e.time.end}" if e.time else None
            words = e.span.words(reading.report.text).replace("\n", " ")
            print(f"   found {e.type} {e.why.rule} {e.modality} {e.polarity} {day}: ", end="")
            who, whom = names(e.actor), names(e.target)
            print(f"{who} -> {whom} with {e.instrument} | {words[:90]}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit", type=int, default=200, help="how many reports")
    parser.add_argument("--all", action="store_true", help="all reports of the set")
    parser.add_argument("--half", choices=["even", "odd"], help="every second report only")
    parser.add_argument("--attributor", default="rules", help="who finds the claims")
    parser.add_argument("--errors", action="store_true", help="print what was found and wanted")
    parser.add_argument("--select", action="store_true", help="learn what the set's coders took")
    options = parser.parse_args(arguments)
    gold = chosen(load("events", "muc4_dev.jsonl"), None if options.all else options.limit)
    if options.half:
        gold = gold[options.half == "odd" :: 2]
    begin = time.process_time()
    readings = read_all(gold, options.attributor)
    spent = time.process_time() - begin
    if options.errors:
        print_errors(gold, readings)
    figures = score(gold, [r.events for r in readings])
    if options.select:
        figures["selected"] = score(gold, select(gold, readings))
    figures["reports"] = len(gold)
    figures["ms_per_report"] = 1000 * spent / len(gold)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
