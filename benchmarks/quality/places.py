"""Places against TR-News and LGL: runs `situate.find_toponyms` and the set's own scorer.

    python benchmarks/quality/places.py [trnews] [lgl] [--limit N]

The sets lie in $COUNTERCLAIM_SHARED/data/places (default ../shared beside the repository). Prints
one JSON object a set: the scorer's figures and the stage's microseconds a token, the parse not
counted.
"""

import argparse
import json
import time
from collections.abc import Sequence

from scored_sets import load, parse_texts, run_scorer

from counterclaim.situate.gazetteer import open_gazetteer
from counterclaim.situate.toponyms import find_toponyms


def measure(name: str, limit: int | None) -> dict[str, object]:
    """The scorer's figures for one set, and what the stage cost."""
    gold = load("places", f"{name}.jsonl", limit)
    parses = parse_texts(gold)
    gazetteer = open_gazetteer()
    for parse in parses:
        find_toponyms(parse, gazetteer)
    begin = time.process_time()
    found = [find_toponyms(parse, gazetteer) for parse in parses]
    spent = time.process_time() - begin
    rows = [
        {
            "id": record["id"],
            "toponyms": [
                {"start": t.start, "end": t.end, "lat": t.lat, "lon": t.lon, "name": t.name}
                for t in toponyms
            ],
        }
        for record, toponyms in zip(gold, found, strict=True)
    ]
    figures = run_scorer("places", gold, rows)
    return {"set": name, "us_per_token": 1e6 * spent / sum(map(len, parses)), **figures}


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the figures of the sets asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=["trnews", "lgl"])
    parser.add_argument("--limit", type=int, default=None, help="only the first N documents")
    options = parser.parse_args(arguments)
    for name in options.sets:
        print(json.dumps(measure(name, options.limit), indent=1))


if __name__ == "__main__":
    main()
