"""Whether a probability of .8 is right eight times in ten: the places of TR-News and LGL.

    python benchmarks/quality/calibration.py [trnews] [lgl] [--limit N] [--draw]

Prints one JSON object a set: the expected calibration error (the mean difference between what was told
and what came true, over ten bins of equal width) of the places that were taken, the same by half of
the documents, and of every candidate that was weighed. The map from scores to probabilities has two
round constants that were chosen with an eye on the documents of even number; those of odd number were
not looked at. With --draw the reliability plot of both sets is written to docs/images/.
"""

import argparse
import json
from collections.abc import Sequence

from answered import read_places
from drawing import Chart, Line, draw
from scored_sets import REPOSITORY

BINS = 10
SETS = {"trnews": "TR-News", "lgl": "LGL"}
PICTURE = REPOSITORY / "docs" / "images" / "places-reliability.svg"

Told = Sequence[tuple[float, bool]]


def bins(told: Told) -> list[tuple[float, float, int]]:
    """For each bin that holds any: mean probability, share right, how many."""
    filled: dict[int, list[tuple[float, bool]]] = {}
    for chance, right in told:
        filled.setdefault(min(int(chance * BINS), BINS - 1), []).append((chance, right))
    return [
        (sum(p for p, _ in one) / len(one), sum(r for _, r in one) / len(one), len(one))
        for _, one in sorted(filled.items())
    ]


def expected_error(told: Told) -> float:
    """The expected calibration error; 0 where nothing was told."""
    return sum(abs(p - right) * n for p, right, n in bins(told)) / max(len(told), 1)


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the errors, and draws them where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=list(SETS))
    parser.add_argument("--limit", type=int, default=None, help="only the first N documents")
    parser.add_argument("--draw", action="store_true", help="write the plot to docs/images")
    options = parser.parse_args(arguments)
    lines = []
    for name in options.sets:
        answers = read_places(name, options.limit)
        told = answers.told()
        found = bins(told)
        figures = {
            "set": name,
            "places": len(told),
            "error": expected_error(told),
            "error_even": expected_error(answers.half(False).told()),
            "error_odd": expected_error(answers.half(True).told()),
            "error_candidates": expected_error(answers.weighed()),
            "bins": [{"told": p, "right": right, "places": n} for p, right, n in found],
        }
        print(json.dumps(figures, indent=1))
        points = tuple((p, right) for p, right, _ in found)
        title = f"{SETS.get(name, name)}: error {figures['error']:.3f}"
        lines.append(Line(title, points, tuple(n for *_, n in found)))
    if options.draw:
        title = "Places: probability told, and share that is right"
        x, y = "probability told", "share right within 161 km"
        draw(Chart(title, x, y, (0, 1), (0, 1), tuple(lines), diagonal=True), PICTURE)


if __name__ == "__main__":
    main()
