"""The scored sets under $COUNTERCLAIM_SHARED/data: read them, parse them, call their scorers."""

import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from counterclaim.language import english
from counterclaim.language.parse import Parse
from counterclaim.model.event import Participant
from counterclaim.model.report import Report, Segment, make_report
from counterclaim.model.spans import Span

REPOSITORY = Path(__file__).resolve().parents[2]
PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


def shared() -> Path:
    """The folder of the sets; exits with a sentence when it is not there."""
    path = Path(os.environ.get("COUNTERCLAIM_SHARED", "../shared"))
    path = path if path.is_absolute() else REPOSITORY / path
    if not (path / "data").is_dir():
        sys.exit(
            f"{path}: no scored sets here. Set COUNTERCLAIM_SHARED to the folder that has data/"
        )
    return path


def load(kind: str, file: str, limit: int | None = None) -> list[dict[str, Any]]:
    """The gold records of `data/KIND/FILE`."""
    with open(shared() / "data" / kind / file, encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines if line.strip()]
    return records[:limit]


def make_reports(records: list[dict[str, Any]]) -> list[Report]:
    """One report a record, each line of its text a paragraph."""
    return [
        make_report(
            record["text"],
            hashlib.sha256(record["text"].encode()).hexdigest(),
            own_id=record["id"],
            published=record.get("published"),
            segments=tuple(
                Segment("paragraph", Span(m.start(), m.end()))
                for m in PARAGRAPH.finditer(record["text"])
            ),
        )
        for record in records
    ]


def names(some: tuple[Participant, ...]) -> list[str]:
    """The words of those who fill a role, one by one, as the scorers of events take them."""
    return [p.name for p in some]


def parse_texts(records: list[dict[str, Any]]) -> list[Parse]:
    """One parse a record, each line of its text a paragraph."""
    return list(english.parse(make_reports(records)))


def run_scorer(
    kind: str, gold: list[dict[str, Any]], rows: list[dict[str, Any]], *flags: str
) -> dict[str, Any]:
    """What `data/KIND/score.py` says of `rows`."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, "gold.jsonl"), Path(folder, "predicted.jsonl")]
        for path, records in zip(paths, (gold, rows), strict=True):
            path.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
        script = shared() / "data" / kind / "score.py"
        done = subprocess.run(
            [sys.executable, str(script), *map(str, paths), *flags],
            capture_output=True,
            text=True,
            check=True,
        )
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures
