"""Incidents against the gun violence articles and ECB+: which articles report the same one, and what is
said of each.

    python benchmarks/quality/incidents.py [--set gva | ecbplus] [--limit N | --all] [--lists]
        [--readings FOLDER]

Reads all articles of the first N incidents of the set (120 unless told; with `--all` those of all
2,089), in the order of a hash of their ids, so that the choice is fixed and takes single articles in as
they come; links them as a ledger would; and prints what the set's two scorers say: `score.py` (which
articles are put together) and `score_records.py` (day, place, killed and injured of each article's main
event). The set lies in $COUNTERCLAIM_SHARED/data/incidents (default ../shared beside the repository).
An article stands under the incident that it is mainly about, else under the first that has it, else
alone. One that is linked to an incident by its words and not by an event of it (a follow-up on an
arrest or a trial, one of which no event stands) counts under that incident, as the sets file it;
`linked` says how many there are, and the scores without them. `--lists` prints the incidents found.
`--set ecbplus` reads all of ECB+, where a seminal event is an incident and no day of publication is
known; many of its articles are a title and no more.

The weights of likeness were estimated on one half of the incidents (`incident_weights.py`):
`first_half` and `second_half` are the scores over the articles of each.

Readings are kept in the folder of `--readings` (the user's cache unless told), a line an article, under
a name that changes with the code and the data that read: a run that was cut off goes on where it was,
and linking is measured anew without reading anew.
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
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import platformdirs
from incident_weights import first_half
from scored_sets import load, shared

import counterclaim
from counterclaim.link import find_copies, find_origins, link_incidents
from counterclaim.model.json import decode_reading, encode_reading
from counterclaim.model.link import Incident
from counterclaim.model.reading import Reading
from counterclaim.pipeline import Reader
from counterclaim.readers import read_text

STAGES = ("readers", "attribute", "code_events", "situate", "language", "model")
"""Folders of the package that a reading depends on."""
AT_ONCE = 25
"""Articles that are read before their readings are kept."""
FIGURE = re.compile(r"(day|place|killed|injured|all) (\d?\.\d+)")
"""A figure of `score_records.py`."""


def chosen(articles: list[dict[str, Any]], limit: int) -> list[dict[str, Any]]:
    """All articles of the first `limit` incidents by the hash of their ids."""
    ids = {str(a["incident"]) for a in articles}
    first = set(sorted(ids, key=lambda i: hashlib.sha256(i.encode()).hexdigest())[:limit])
    return [a for a in articles if str(a["incident"]) in first]


def reading_code() -> str:
    """The hash of all that a reading depends on in the program."""
    digest = hashlib.sha256()
    package = Path(counterclaim.__file__).parent
    for name in (*STAGES, "pipeline.py"):
        for path in sorted((package / name).rglob("*")) or [package / name]:
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def read_kept(articles: Sequence[dict[str, Any]], folder: Path) -> list[Reading]:
    """A reading an article, in their order; what is not kept in the folder is read and kept."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"incidents-{reading_code()}.jsonl"
    kept = _kept(path)
    missing = [a for a in articles if str(a["id"]) not in kept]
    with path.open("ab") as file:
        for n in range(0, len(missing), AT_ONCE):
            print(f"\r{n} of {len(missing)} articles read", end="", file=sys.stderr, flush=True)
            for reading in read_all(missing[n : n + AT_ONCE]):
                file.write(encode_reading(reading) + b"\n")
                kept[reading.report.id] = reading
            file.flush()
    if missing:
        print(file=sys.stderr)
    return [kept[str(a["id"])] for a in articles]


def _kept(path: Path) -> dict[str, Reading]:
    """The readings of a file, to its last whole line; what a run that was cut off left is cut away."""
    if not path.is_file():
        return {}
    content = path.read_bytes()
    whole = content[: content.rfind(b"\n") + 1]
    if len(whole) < len(content):
        path.write_bytes(whole)
    return {r.report.id: r for r in map(decode_reading, whole.splitlines())}


@cache
def _reader() -> Reader:
    return Reader()


def read_all(articles: Iterable[dict[str, Any]]) -> list[Reading]:
    """A reading an article, under the article's own id."""
    reports = [
        msgspec.structs.replace(
            read_text(
                a["text"] or a["title"],
                title=a["title"],
                published=a["published"],
                outlet=a["source"],
            ),
            id=str(a["id"]),
        )
        for a in articles
    ]
    return list(_reader().read(reports))


def put_together(readings: list[Reading]) -> tuple[Incident, ...]:
    """The incidents of the readings, with copies and origins, as the ledger links them."""
    copies = find_copies([r.report for r in readings])
    return link_incidents(readings, find_origins(readings, copies), copies)


def incident_of(
    readings: list[Reading], incidents: Sequence[Incident], *, linked: bool = True
) -> dict[str, str]:
    """The one incident of each article; linked ones stand alone unless they count."""
    found: dict[str, str] = {}
    for incident in incidents:
        main = incident.main_of if linked else set(incident.main_of) - set(incident.linked)
        found |= dict.fromkeys(main, incident.id)
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


def linked_scores(
    articles: Sequence[dict[str, Any]], of: dict[str, str], folder: Path
) -> dict[str, Any]:
    """What `score.py` says of the articles."""
    gold = write(folder / "gold.jsonl", map(json.dumps, articles))
    rows = (json.dumps({"id": str(a["id"]), "incident": of[str(a["id"])]}) for a in articles)
    figures: dict[str, Any] = json.loads(
        score("score.py", gold, write(folder / "incidents.jsonl", rows))
    )
    return figures


def main_event_scores(
    articles: Iterable[dict[str, Any]], readings: Iterable[Reading], folder: Path
) -> dict[str, float]:
    """What `score_records.py` says of the articles' main events."""
    gold = write(folder / "gold.jsonl", map(json.dumps, articles))
    told = write(folder / "readings.jsonl", (encode_reading(r).decode() for r in readings))
    records = shared() / "data" / "incidents" / "gva_records_dev.jsonl"
    return {k: float(v) for k, v in FIGURE.findall(score("score_records.py", gold, records, told))}


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", choices=("gva", "ecbplus"), default="gva", help="which articles")
    parser.add_argument("--limit", type=int, default=120, help="how many incidents of gva")
    parser.add_argument("--all", action="store_true", help="all incidents of gva")
    parser.add_argument("--lists", action="store_true", help="print the incidents found")
    parser.add_argument(
        "--readings",
        type=Path,
        default=platformdirs.user_cache_path("counterclaim") / "benchmarks",
        help="folder that readings are kept in",
    )
    options = parser.parse_args(arguments)
    articles = load("incidents", f"{options.set}_dev.jsonl")
    if options.set == "gva" and not options.all:
        articles = chosen(articles, options.limit)
    readings = read_kept(articles, options.readings)
    begin = time.process_time()
    incidents = put_together(readings)
    spent = time.process_time() - begin
    if options.lists:
        for i in incidents:
            print(f"{i.title} | {len(i.reports)} reports, main of {len(i.main_of)}")
    of = incident_of(readings, incidents)
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        figures["incidents"] = linked_scores(articles, of, folder)
        for half, wanted in (("first_half", True), ("second_half", False)):
            some = [a for a in articles if first_half(a) is wanted]
            figures[half] = linked_scores(some, of, folder)
        alone = incident_of(readings, incidents, linked=False)
        figures["linked"] = {
            "reports": sum(len(i.linked) for i in incidents),
            "scores_without": linked_scores(articles, alone, folder),
        }
        if options.set == "gva":
            figures["main_events"] = main_event_scores(articles, readings, folder)
    figures["articles"] = len(articles)
    figures["events"] = sum(len(r.events) for r in readings)
    figures["linking_ms_per_article"] = 1000 * spent / len(articles)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
