"""Scores `compare_pair` on pairs of texts with a known relation.

    python benchmarks/quality/contradictions.py GOLD.jsonl [PREDICTED.jsonl]

GOLD has lines of {"id", "a", "b", "relation"}. Prints per relation precision, recall, F1 and support,
as one line of JSON; writes the predictions where a second path is given. Without an argument it reads
rte3_dev.jsonl of the shared data (COUNTERCLAIM_SHARED, by default ../shared).
"""

import json
import os
import sys
from collections import Counter
from pathlib import Path

from counterclaim.compare import compare_pair
from counterclaim.language.parties import load_parties

SHARED = Path(os.environ.get("COUNTERCLAIM_SHARED", "../shared"))


def score(gold: dict[str, str], said: dict[str, str | None]) -> dict[str, object]:
    """Figures in percent; an abstention is a miss for recall and nothing for precision."""
    right = Counter(g for i, g in gold.items() if said[i] == g)
    true, given = Counter(gold.values()), Counter(said.values())
    figures: dict[str, object] = {}
    for relation in sorted(true):
        p = right[relation] / given[relation] if given[relation] else 0.0
        r = right[relation] / true[relation]
        f1 = 2 * p * r / (p + r) if p + r else 0.0
        figures[relation] = {
            "p": round(100 * p, 1),
            "r": round(100 * r, 1),
            "f1": round(100 * f1, 1),
            "n": true[relation],
        }
    answered = sum(v is not None for v in said.values())
    return {"relations": figures, "answered": answered, "pairs": len(gold)}


def main(arguments: list[str]) -> None:
    """Reads, compares, prints."""
    path = Path(arguments[0]) if arguments else SHARED / "data/contradictions/rte3_dev.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    parties = load_parties()
    said = {row["id"]: compare_pair(row["a"], row["b"], parties) for row in rows}
    if len(arguments) > 1:
        with Path(arguments[1]).open("w", encoding="utf-8") as out:
            for i, c in said.items():
                line = {"id": i, "relation": c.relation, "slot": c.slot, "ground": c.ground}
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
    gold = {row["id"]: row["relation"] for row in rows}
    print(json.dumps(score(gold, {i: c.relation for i, c in said.items()})))


if __name__ == "__main__":
    main(sys.argv[1:])
