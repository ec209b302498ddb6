"""Times against MEANTIME and WikiWars: runs `situate.find_times` and the set's own scorer.

    python benchmarks/quality/times.py [meantime] [wikiwars_dev] [--limit N]

The sets lie in $COUNTERCLAIM_SHARED/data/times (default ../shared beside the repository). Prints
one JSON object a set: the scorer's figures and the stage's microseconds a token, the parse not
counted.
"""

import argparse
import json
import re
import time
from collections.abc import Sequence

from scored_sets import load, parse_texts, run_scorer

from counterclaim.situate.times import find_times

ISO = re.compile(r"\d{4}-\d\d-\d\d")


def measure(name: str, limit: int | None) -> dict[str, object]:
    """The scorer's figures for one set, and what the stage cost."""
    gold = load("times", f"{name}.jsonl", limit)
    parses = parse_texts(gold)
    find_times(parses[0], None)
    # A few records of MEANTIME have no ISO date: for the stage they are undated.
    dates = [p if ISO.match(p := r.get("published") or "") else None for r in gold]
    begin = time.process_time()
    found = [find_times(parse, day) for parse, day in zip(parses, dates, strict=True)]
    spent = time.process_time() - begin
    rows = [
        {
            "id": record["id"],
            "times": [
                {"start": t.start, "end": t.end, "type": t.type, "value": t.value} for t in times
            ],
        }
        for record, times in zip(gold, found, strict=True)
    ]
    figures = run_scorer("times", gold, rows)
    return {"set": name, "us_per_token": 1e6 * spent / sum(map(len, parses)), **figures}


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the figures of the sets asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=["meantime", "wikiwars_dev"])
    parser.add_argument("--limit", type=int, default=None, help="only the first N documents")
    options = parser.parse_args(arguments)
    for name in options.sets:
        print(json.dumps(measure(name, options.limit), indent=1))


if __name__ == "__main__":
    main()
