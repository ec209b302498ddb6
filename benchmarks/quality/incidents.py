"""Incidents against the gun violence articles: which articles report the same one, and what is said
of each.

    python benchmarks/quality/incidents.py [--limit N] [--lists]

Reads all articles of the first N incidents of the set (120 unless told), in the order of a hash of
their ids, so that the choice is fixed and takes single articles in as they come; links them as a
ledger would; and prints what the set's two scorers say: `score.py` (which articles are put
together) and `score_records.py` (day, place, killed and injured of each article's main event). The
set lies in $COUNTERCLAIM_SHARED/data/incidents (default ../shared beside the repository). An article
stands under the incident that it is mainly about, else under the first that has it, else alone.
`--lists` prints the incidents found.
"""

import argparse
import hashlib
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec
from scored_sets import load, shared

from counterclaim.link import find_copies, find_origins, link_incidents
from counterclaim.model.json import encode_reading
from counterclaim.model.link import Incident
from counterclaim.model.reading import Reading
from counterclaim.pipeline import Reader
from counterclaim.readers import read_text

FIGURE = re.compile(r"(day|place|killed|injured|all) (\d?\.\d+)")
"""A figure of `score_records.py`."""


def chosen(articles: list[dict[str, Any]], limit: int) -> list[dict[str, Any]]:
    """All articles of the first `limit` incidents by the hash of their ids."""
    ids = {str(a["incident"]) for a in articles}
    first = set(sorted(ids, key=lambda i: hashlib.sha256(i.encode()).hexdigest())[:limit])
    return [a for a in articles if str(a["incident"]) in first]


def read_all(articles: Iterable[dict[str, Any]]) -> list[Reading]:
    """A reading an article, under the article's own id."""
    reports = [
        msgspec.structs.replace(
            read_text(a["text"], title=a["title"], published=a["published"], outlet=a["source"]),
            id=str(a["id"]),
        )
        for a in articles
    ]
    return list(Reader().read(reports))


def put_together(readings: list[Reading]) -> tuple[Incident, ...]:
    """The incidents of the readings, with copies and origins, as the ledger links them."""
    copies = find_copies([r.report for r in readings])
    return link_incidents(readings, find_origins(readings, copies), copies)


def incident_of(readings: list[Reading], incidents: Sequence[Incident]) -> dict[str, str]:
    """The one incident of each article."""
    found: dict[str, str] = {}
    for incident in incidents:
        found |= dict.fromkeys(incident.main_of, incident.id)
    for incident in incidents:
        for report in incident.reports:
            found.setdefault(report, incident.id)
    return {r.report.id: found.get(r.report.id, f"alone:{r.report.id}") for r in readings}


def score(script: str, *files: Path) -> str:
    """What a scorer of the set prints."""
    command = [sys.executable, str(shared() / "data" / "incidents" / script), *map(str, files)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.rstrip()


def write(path: Path, lines: Iterable[str]) -> Path:
    """Lines to a file."""
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return path


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit", type=int, default=120, help="how many incidents")
    parser.add_argument("--lists", action="store_true", help="print the incidents found")
    options = parser.parse_args(arguments)
    articles = chosen(load("incidents", "gva_dev.jsonl"), options.limit)
    readings = read_all(articles)
    begin = time.process_time()
    incidents = put_together(readings)
    spent = time.process_time() - begin
    if options.lists:
        for i in incidents:
            print(f"{i.title} | {len(i.reports)} reports, main of {len(i.main_of)}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        gold = write(folder / "gold.jsonl", map(json.dumps, articles))
        of = incident_of(readings, incidents)
        rows = (json.dumps({"id": k, "incident": v}) for k, v in of.items())
        linked = json.loads(score("score.py", gold, write(folder / "incidents.jsonl", rows)))
        told = write(folder / "readings.jsonl", (encode_reading(r).decode() for r in readings))
        records = shared() / "data" / "incidents" / "gva_records_dev.jsonl"
        main_events = score("score_records.py", gold, records, told)
    print(
        json.dumps(
            {
                "incidents": linked,
                "main_events": {k: float(v) for k, v in FIGURE.findall(main_events)},
                "articles": len(articles),
                "events": sum(len(r.events) for r in readings),
                "linking_ms_per_article": 1000 * spent / len(articles),
            }
        )
    )


if __name__ == "__main__":
    main()
