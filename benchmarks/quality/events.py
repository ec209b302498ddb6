"""Events against PLOVER's gold sentences: reads them whole and runs the set's own scorer.

    python benchmarks/quality/events.py [--limit N] [--half even|odd] [--errors type|role]

The set lies in $COUNTERCLAIM_SHARED/data/events (default ../shared beside the repository). Every
sentence is read as `counterclaim read` reads a report. `--half` keeps every second sentence, so that
one half can be read while the other is only scored. Prints the scorer's figures as one JSON object;
`--errors` lists the sentences whose type, or whose actor or recipient, was missed.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scored_sets import load, make_reports, names, shared

from counterclaim.model.event import Event
from counterclaim.pipeline import Reader


def score(gold: list[dict[str, Any]], found: list[tuple[Event, ...]]) -> str:
    """What the set's scorer prints."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, "gold.jsonl"), Path(folder, "readings.jsonl")]
        rows = [
            {
                "report": {"id": record["id"]},
                "events": [
                    {"type": e.type, "actor": names(e.actor), "target": names(e.target)}
                    for e in events
                ],
            }
            for record, events in zip(gold, found, strict=True)
        ]
        for path, records in zip(paths, (gold, rows), strict=True):
            path.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
        script = shared() / "data" / "events" / "score.py"
        done = subprocess.run(
            [sys.executable, str(script), "plover", *map(str, paths)],
            capture_output=True,
            text=True,
            check=True,
        )
    return done.stdout.rstrip()


def print_errors(kind: str, gold: list[dict[str, Any]], found: list[tuple[Event, ...]]) -> None:
    """Prints the sentences that were missed, with what was found in them."""
    for record, events in zip(gold, found, strict=True):
        right = [e for e in events if e.type == record["event"]]
        types = {e.type for e in events}
        words = " ".join(n for e in right for n in names((*e.actor, *e.target))).lower()
        wanted = [x["text"].lower().split()[-1] for x in record["actor"] + record["recipient"]]
        missed = types != {record["event"]}
        if kind == "role":
            missed = bool(right) and not all(name in words for name in wanted)
        if missed:
            who = [x["text"] for x in record["actor"]]
            whom = [x["text"] for x in record["recipient"]]
            print(f"\n{record['event']} {who} -> {whom}: {record['text']}")
            for e in events:
                trigger = e.trigger.words(record["text"])
                print(
                    f"   {e.type} {trigger!r} {e.why.rule}: {names(e.actor)} -> {names(e.target)}"
                )


def _figure(pattern: str, told: str) -> str:
    found = re.search(pattern, told)
    if found is None:
        sys.exit(f"the scorer prints another form than this script knows: {told}")
    return found[1]


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit", type=int, default=None, help="only the first N sentences")
    parser.add_argument("--half", choices=["even", "odd"], help="every second sentence only")
    parser.add_argument("--errors", choices=["type", "role"], help="list what was missed")
    options = parser.parse_args(arguments)
    gold = load("events", "plover_gsr.jsonl", options.limit)
    if options.half:
        gold = gold[options.half == "odd" :: 2]
    found = [reading.events for reading in Reader().read(make_reports(gold))]
    told = score(gold, found)
    figures = {
        "type_f1": float(_figure(r"type .*F1 ([\d.]+)", told)),
        "actor_recall": float(_figure(r"actor +R ([\d.]+)", told)),
        "recipient_recall": float(_figure(r"recipient +R ([\d.]+)", told)),
    }
    print(json.dumps(figures))
    if options.errors:
        print_errors(options.errors, gold, found)


if __name__ == "__main__":
    main()
