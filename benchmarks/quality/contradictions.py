"""Scores `compare_pair` on pairs of texts with a known relation.

    python benchmarks/quality/contradictions.py [--set rte3 | fnc1] [--folds N] [--out FILE]
    python benchmarks/quality/contradictions.py GOLD.jsonl      lines of {"id", "a", "b", "relation"}

Prints the figures of the set's own scorer (`score.py` beside it) as one line of JSON: per relation
precision, recall, F1 and support, accuracy, the mean F1 over relations, and for fnc1 the weighted
score of that challenge. Where the set has no `discusses` (rte3) an answer `discusses` counts as
`neither`, and the other way round in fnc1: in both, the passage speaks of the matter and takes no side.

`--set fnc1` pairs headlines with whole articles. A few stories hold most pairs, so the figures of
each large story are printed too. With `--folds N` the stories are dealt into N folds, and each pair
is answered with the thresholds that did best on the pairs of which neither story lies in a fold of
this pair's stories: no story is on both sides. `chosen` lists what was chosen how often; `apart` has
the figures of each fold. The texts of fnc1 are for measuring only: nothing of them is in the program.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from itertools import combinations_with_replacement, product
from pathlib import Path
from typing import Any

import msgspec
from scored_sets import load, shared

from counterclaim.compare import PairComparison, compare_pair
from counterclaim.compare.pairs import Thresholds, thresholds
from counterclaim.language.parties import load_parties

TRIED = {"lead": (4, 6, 8, 10), "first": (1, 2, 3), "met": (0.2, 0.3), "met_at_once": (0.15, 0.2)}
"""Values that the folds choose among; the other thresholds stay as they are set."""
LARGE = 75
"""Pairs from which a story's own figures are printed."""

Pair = dict[str, Any]
Said = dict[str, str | None]


def read_set(name: str) -> list[Pair]:
    """The pairs of a set, with whole bodies for fnc1 and a `stories` in each."""
    pairs = load("contradictions", f"{name}_dev.jsonl")
    if name == "fnc1":
        bodies = {row["id"]: row["text"] for row in load("contradictions", "fnc1_bodies_dev.jsonl")}
        for pair in pairs:
            pair["b"] = bodies[pair["b_doc"]]
    return pairs


def stories_of(pair: Pair) -> tuple[str, str]:
    """The stories of its two texts; a pair of a set without stories is its own."""
    return pair.get("story_a", pair["id"]), pair.get("story_b", pair["id"])


def answer(pairs: list[Pair], set_to: Thresholds) -> dict[str, PairComparison]:
    """What the program says of each pair."""
    parties = load_parties()
    return {pair["id"]: compare_pair(pair["a"], pair["b"], parties, set_to) for pair in pairs}


def as_of(gold: set[str], found: dict[str, PairComparison]) -> Said:
    """The answers in the relations that the gold knows."""
    taken = {"discusses": "neither"} if "neither" in gold else {"neither": "discusses"}
    return {
        i: c.relation if c.relation in gold else taken.get(str(c.relation), c.relation)
        for i, c in found.items()
    }


def score(pairs: list[Pair], said: Said) -> dict[str, Any]:
    """What the set's scorer prints."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("gold.jsonl", "said.jsonl")]
        for path, relations in zip(
            paths, ({p["id"]: p["relation"] for p in pairs}, said), strict=True
        ):
            lines = (json.dumps({"id": i, "relation": r}) for i, r in relations.items())
            path.write_text("\n".join(lines), encoding="utf-8")
        scorer = shared() / "data" / "contradictions" / "score.py"
        command = [sys.executable, str(scorer), *map(str, paths)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def f1(pairs: list[Pair], said: Said, relation: str) -> float:
    """F1 of one relation, in [0, 1]."""
    right = sum(said[p["id"]] == p["relation"] == relation for p in pairs)
    both = sum((said[p["id"]] == relation) + (p["relation"] == relation) for p in pairs)
    return 2 * right / both if both else 0.0


def deal(pairs: list[Pair], folds: int) -> dict[str, int]:
    """Story to fold: the largest stories first, each into the fold that has the fewest pairs."""
    sizes = Counter(story for pair in pairs for story in set(stories_of(pair)))
    load_of = [0] * folds
    fold: dict[str, int] = {}
    for story, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
        fold[story] = load_of.index(min(load_of))
        load_of[fold[story]] += size
    return fold


def cross_validated(pairs: list[Pair], folds: int) -> dict[str, Any]:
    """The figures where every pair is answered with thresholds chosen on other stories.

    Chosen is what gives the best mean of the F1 of `contradicts` and the mean F1 over relations.
    """
    gold = {pair["relation"] for pair in pairs}
    ways = [
        msgspec.structs.replace(thresholds(), **dict(zip(TRIED, values, strict=True)))
        for values in product(*TRIED.values())
    ]
    said_by = [as_of(gold, answer(pairs, way)) for way in ways]
    fold = deal(pairs, folds)
    said: Said = {}
    chosen: Counter[str] = Counter()
    for held in combinations_with_replacement(range(folds), 2):
        tested = [p for p in pairs if {fold[s] for s in stories_of(p)} == set(held)]
        others = [p for p in pairs if not {fold[s] for s in stories_of(p)} & set(held)]

        def worth(n: int, others: list[Pair] = others) -> float:
            each = {relation: f1(others, said_by[n], relation) for relation in gold}
            return each["contradicts"] + sum(each.values()) / len(each)

        best = max(range(len(ways)), key=worth)
        chosen[", ".join(f"{name} {getattr(ways[best], name)}" for name in TRIED)] += 1
        said |= {p["id"]: said_by[best][p["id"]] for p in tested}
    apart = []
    for n in range(folds):
        own = [p for p in pairs if fold[stories_of(p)[0]] == n]
        apart.append({"stories": sum(f == n for f in fold.values()), **score(own, said)})
    return {**score(pairs, said), "chosen": dict(chosen.most_common()), "apart": apart}


def by_story(pairs: list[Pair], said: Said) -> dict[str, dict[str, Any]]:
    """The figures of each large story (by its headlines), and of all but the largest one."""
    sizes = Counter(stories_of(pair)[0] for pair in pairs)
    large = [story for story, size in sizes.most_common() if size >= LARGE]
    figures = {s: score([p for p in pairs if stories_of(p)[0] == s], said) for s in large}
    rest = [p for p in pairs if stories_of(p)[0] != large[0]] if large else pairs
    return {"all but the largest": score(rest, said), **figures}


def main() -> None:
    """Reads, compares, prints."""
    parser = argparse.ArgumentParser()
    parser.add_argument("gold", nargs="?", type=Path, help="pairs of your own")
    parser.add_argument("--set", choices=("rte3", "fnc1"), default="rte3")
    parser.add_argument("--folds", type=int, help="choose thresholds on other stories")
    parser.add_argument("--out", type=Path, help="write the answers as lines of JSON")
    options = parser.parse_args()
    if options.gold:
        lines = options.gold.read_text(encoding="utf-8").splitlines()
        pairs = [json.loads(line) for line in lines]
    else:
        pairs = read_set(options.set)
    found = answer(pairs, thresholds())
    if options.out:
        with options.out.open("wb") as out:
            for i, comparison in found.items():
                line = {"id": i, **msgspec.to_builtins(comparison)}
                out.write(msgspec.json.encode(line) + b"\n")
    said = as_of({pair["relation"] for pair in pairs}, found)
    figures = score(pairs, said)
    if any("story_a" in pair for pair in pairs):
        figures["stories"] = by_story(pairs, said)
    if options.folds:
        figures["folds"] = cross_validated(pairs, options.folds)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
