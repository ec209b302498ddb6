"""How right places are when only the surest are answered: TR-News and LGL.

    python benchmarks/quality/abstention.py [trnews] [lgl] [--limit N] [--draw]

Prints one JSON object a set: the share of the names with a point in the gold that the program answers
as it is, how many of those are right within 161 km, and the same when the least probable are left
open, down to 90 % of the names in the gold and to further shares of those that were found. `least` is
the probability that the last one answered has: a user who keeps the toponyms of at least that
probability gets these figures. With --draw the curve of both sets is written to docs/images/.
"""

import argparse
import json
from collections.abc import Sequence

from answered import PlaceAnswers, read_places
from drawing import Chart, Line, draw
from scored_sets import REPOSITORY

SETS = {"trnews": "TR-News", "lgl": "LGL"}
SHARES = (0.98, 0.95, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5)
PICTURE = REPOSITORY / "docs" / "images" / "places-abstention.svg"


def right_of(answers: PlaceAnswers, share: float, of: int) -> dict[str, float] | None:
    """The figures when `share` of `of` names are answered, the surest first; None when that is more
    than are answered at all."""
    told = sorted(answers.told(), key=lambda one: -one[0])
    count = round(share * of)
    if not 0 < count <= len(told):
        return None
    right = sum(right for _, right in told[:count])
    return {"answered": count / of, "right": right / count, "least": told[count - 1][0]}


def curve(answers: PlaceAnswers) -> tuple[tuple[float, float], ...]:
    """Share of the found names answered, and share right of those, at every fiftieth."""
    found = [right_of(answers, n / 50, len(answers.found)) for n in range(20, 51)]
    whole = len(answers.told())
    points = [(one["answered"], one["right"]) for one in found if one is not None]
    last = right_of(answers, whole / len(answers.found), len(answers.found)) if whole else None
    return (*points, (last["answered"], last["right"])) if last else tuple(points)


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the shares, and draws them where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=list(SETS))
    parser.add_argument("--limit", type=int, default=None, help="only the first N documents")
    parser.add_argument("--draw", action="store_true", help="write the curve to docs/images")
    options = parser.parse_args(arguments)
    lines = []
    for name in options.sets:
        answers = read_places(name, options.limit)
        told = answers.told()
        print(
            json.dumps(
                {
                    "set": name,
                    "gold": answers.gold,
                    "found": len(answers.found),
                    "answered": len(told),
                    "as_it_is": sum(right for _, right in told) / max(len(told), 1),
                    "at_90_of_gold": right_of(answers, 0.9, answers.gold),
                    "at_90_of_found": right_of(answers, 0.9, len(answers.found)),
                    "of_found": [right_of(answers, s, len(answers.found)) for s in SHARES],
                },
                indent=1,
            )
        )
        lines.append(Line(SETS.get(name, name), curve(answers)))
    if options.draw:
        title = "Places: how right the surest are"
        x, y = "share of the names found that is answered", "share right within 161 km"
        draw(Chart(title, x, y, (0.4, 1), (0.8, 1), tuple(lines)), PICTURE)


if __name__ == "__main__":
    main()
