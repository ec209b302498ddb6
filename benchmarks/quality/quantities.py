"""How many of the annotated quantity expressions are read right, for each half and each form.

    python benchmarks/quality/quantities.py [--part dev|test] [--errors]

The set is `annotations/quantities.jsonl`, its guideline `docs/reference/annotation-quantities.md`.
The texts lie under $COUNTERCLAIM_SHARED/data. An expression is read right when a quantity whose
words cover it has its low, best and high number, what is counted, and the scope:

- `right`: the share of the labelled quantities with all five right; `found` those with any quantity
  there; `numbers`, `what` and `scope` those with these right;
- `not_taken`: of the drawn expressions that are no quantities (dates, ages, names…), the share that is
  rightly left alone.

Prints one JSON object. `--errors` prints first what went wrong in the dev half; nobody is to look at
those of the test half.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scored_sets import load

from counterclaim.code_events import find_quantities
from counterclaim.code_events.forms import singular
from counterclaim.language import english
from counterclaim.language.parse import Parse
from counterclaim.model.event import Quantity
from counterclaim.readers import read_text

LABELS = Path(__file__).parent / "annotations" / "quantities.jsonl"
FILES = {
    "gva": ("incidents", "gva_dev.jsonl"),
    "muc4": ("events", "muc4_dev.jsonl"),
    "polnear": ("polnear", "dev.jsonl"),
    "trnews": ("places", "trnews.jsonl"),
}
ROUNDING = 0.01
"""Shares may differ by this part of themselves ("1 in 6,500")."""

Label = dict[str, Any]


def labels(part: str | None) -> list[Label]:
    """The labelled expressions, of one half or of both."""
    rows = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if part in (None, row["part"])]


def parses(rows: Sequence[Label]) -> dict[tuple[str, str], Parse]:
    """The parse of each document that has a label, by set and id."""
    found: dict[tuple[str, str], Parse] = {}
    for name, (kind, file) in FILES.items():
        wanted = {row["document"] for row in rows if row["set"] == name}
        texts = {str(r["id"]): r["text"] for r in load(kind, file) if str(r["id"]) in wanted}
        reports = [read_text(text) for text in texts.values()]
        for document, parse in zip(texts, english.parse(reports), strict=True):
            assert parse.text == texts[document], f"{document}: offsets moved"
            found[name, document] = parse
    return found


def _close(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= ROUNDING * abs(b)


def judge(quantity: Quantity, row: Label, text: str) -> dict[str, bool]:
    """Which parts of the quantity are as labelled."""
    numbers = all(_close(getattr(quantity, k), row[k]) for k in ("low", "best", "high"))
    what = quantity.what.removeprefix("share of ").rpartition("-")[2]
    if row["what"] == "thing":
        noun = text[slice(*row["noun"])].lower().rpartition("-")[2]
        same = singular(what) == singular(noun) or what == noun
    else:
        same = what == row["what"]
    judged = {"numbers": numbers, "what": same, "scope": quantity.scope == row["scope"]}
    return {**judged, "right": all(judged.values())}


def read(row: Label, quantities: Sequence[Quantity], text: str) -> dict[str, bool]:
    """The judgement of the quantity that covers the expression: the one with most parts right."""
    here = [q for q in quantities if q.span.start < row["end"] and row["start"] < q.span.end]
    if row["label"] == "none":
        return {"not_taken": not here}
    if not here:
        return dict.fromkeys(("found", "numbers", "what", "scope", "right"), False)
    best = max((judge(q, row, text) for q in here), key=lambda j: sum(j.values()))
    return {"found": True, **best}


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("dev", "test"), help="one half only")
    parser.add_argument("--errors", action="store_true", help="print the errors of the dev half")
    options = parser.parse_args(arguments)
    rows = labels(options.part)
    texts = parses(rows)
    quantities = {k: [f.quantity for f in find_quantities(p)] for k, p in texts.items()}
    tallies: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        key = row["set"], row["document"]
        judged = read(row, quantities[key], texts[key].text)
        for group in ("all", row["part"], row.get("form", "")):
            for name, value in judged.items():
                if group:
                    tallies[group][name].append(value)
        if options.errors and row["part"] == "dev" and not judged.get("right", True):
            text, wrong = texts[key].text, [k for k, v in judged.items() if not v]
            around = text[max(0, row["start"] - 60) : row["end"] + 60].replace("\n", " ")
            print(wrong, {k: row.get(k) for k in ("low", "best", "high", "what", "scope")}, around)
            for q in quantities[key]:
                if q.span.start < row["end"] and row["start"] < q.span.end:
                    print("    ", q.low, q.best, q.high, q.what, q.scope, q.span.words(text))
    figures = {
        group: {
            "quantities": len(tally.get("right", ())),
            **{name: round(sum(some) / len(some), 3) for name, some in tally.items()},
        }
        for group, tally in tallies.items()
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
