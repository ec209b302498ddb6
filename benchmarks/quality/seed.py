"""The seed report against its gold reading: runs the program itself and the seed's own two scorers.

    python benchmarks/quality/seed.py

The seed lies in $COUNTERCLAIM_SHARED/seed (default ../shared beside the repository). Prints one JSON
object: claims found, with the right source, stance and quote kind, nested ones, other predictions,
claims from byline or caption, broken offsets, and facts.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from scored_sets import shared

PROGRAM = str(Path(sys.executable).with_name("counterclaim"))
CLAIMS = re.compile(
    r"claims found (\d+)/\d+; with the right source (\d+)/\d+; and stance (\d+)/\d+; "
    r"and quote kind (\d+)/\d+; nested (\d+)/\d+; other predictions (\d+); "
    r"from the byline or caption (\d+); broken offsets (\d+)"
)
NAMES = ("found", "source", "stance", "quote", "nested", "other", "furniture", "broken")


def run(*command: str) -> str:
    """What a command prints; raises CalledProcessError when it fails."""
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def main() -> None:
    """Prints the figures of the seed."""
    seed = shared() / "seed"
    with tempfile.TemporaryDirectory() as folder:
        dated, undated = Path(folder, "dated.json"), Path(folder, "undated.json")
        article = str(seed / "article.txt")
        dated.write_text(run(PROGRAM, "read", article, "--published", "2015-10-08", "--json"))
        undated.write_text(run(PROGRAM, "read", article, "--json"))
        claims = run(sys.executable, str(seed / "score.py"), str(dated))
        facts = run(sys.executable, str(seed / "score_facts.py"), str(dated), str(undated))
    counted = CLAIMS.search(claims)
    told = re.search(r"facts (\d+)/(\d+)", facts)
    if counted is None or told is None:
        sys.exit("the seed's scorers print another form than this script knows")
    figures = dict(zip(NAMES, map(int, counted.groups()), strict=True))
    print(json.dumps(figures | {"facts": int(told[1]), "facts_of": int(told[2])}))


if __name__ == "__main__":
    main()
