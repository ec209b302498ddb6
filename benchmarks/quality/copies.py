"""Score `find_copies` on the copies set of the shared data, with that set's own scorer.

    python benchmarks/quality/copies.py

All articles go in at once, as a ledger's would: a pair that the index of runs does not bring
together counts as independent. Prints the scorer's JSON.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from counterclaim.link import find_copies
from counterclaim.model.report import make_report

DATA = Path(os.environ.get("COUNTERCLAIM_SHARED", "../shared")) / "data" / "copies"


def main() -> None:
    """Predict, score, print."""
    if not DATA.is_dir():
        sys.exit(f"{DATA}: not there. Set COUNTERCLAIM_SHARED to the folder that holds data/.")
    articles = map(json.loads, (DATA / "articles_dev.jsonl").open(encoding="utf-8"))
    reports = [make_report(a["text"], a["id"], own_id=a["id"]) for a in articles]
    relation = {(p.a, p.b): p.relation for p in find_copies(reports)}
    pairs = [json.loads(line) for line in (DATA / "pairs_dev.jsonl").open(encoding="utf-8")]
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        predicted.write_text(
            "".join(
                json.dumps(
                    {
                        "id": pair["id"],
                        "relation": relation.get(
                            (min(pair["a"], pair["b"]), max(pair["a"], pair["b"])), "independent"
                        ),
                    }
                )
                + "\n"
                for pair in pairs
            ),
            encoding="utf-8",
        )
        command = [sys.executable, DATA / "score.py", DATA / "pairs_dev.jsonl", predicted]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
