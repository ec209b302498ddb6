"""How long the program takes to say what it can do, against a bare import of its command-line library.

    python benchmarks/speed/start.py [--rounds N]

Both are run in turn in one go, on the same machine at the same time; the figure is the median of the
pairs' ratios. Prints one JSON object.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

PROGRAM = [str(Path(sys.executable).with_name("counterclaim")), "--help"]
FLOOR = [sys.executable, "-c", "import click"]


def seconds(command: Sequence[str]) -> float:
    """Wall-clock seconds of one run."""
    begin = time.perf_counter()
    subprocess.run(command, capture_output=True, check=True)
    return time.perf_counter() - begin


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the two medians and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=31)
    options = parser.parse_args(arguments)
    pairs = [(seconds(PROGRAM), seconds(FLOOR)) for _ in range(options.rounds)]
    program, floor = (median(times) for times in zip(*pairs, strict=True))
    ratio = median(a / b for a, b in pairs)
    print(json.dumps({"help_s": program, "import_click_s": floor, "ratio": ratio}))


if __name__ == "__main__":
    main()
