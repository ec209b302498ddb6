"""The weights of likeness between reports, estimated on halves of the incident sets.

    python benchmarks/quality/incident_weights.py READINGS.jsonl... [--rarity]

Each file holds readings of `counterclaim read --json` for reports of `data/incidents/gva_dev.jsonl` or
`ecbplus_dev.jsonl` (in $COUNTERCLAIM_SHARED, default ../shared), under the sets' own ids. Writes
`link/data/likeness.toml`: the share of each level among pairs of one incident and of two, and weights
fitted together by logistic regression. Only pairs of which both reports lie in the first half of the
incidents (of ECB+: in the topics of even number) are looked at; figures are for the others. Pairs are
those that linking compares, and twenty others a report, drawn by a seed. The weights of `undated` are
fitted on ECB+ and on the dated pairs with their days of publication taken away.

`--rarity` makes the words of `link/data/rarity.toml` instead; readings are not needed for it.
"""

import argparse
import hashlib
import json
import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray
from scored_sets import load

from counterclaim.language import english
from counterclaim.language.capitals import load_vocabulary
from counterclaim.link import Shelved, trace_of
from counterclaim.link.bonds import Met, by_words
from counterclaim.link.levels import GROUNDS
from counterclaim.link.likeness import grounds
from counterclaim.link.meeting import partners
from counterclaim.link.sketch import words_of_report
from counterclaim.model.reading import Reading
from counterclaim.model.report import make_report

Levels = tuple[tuple[str, str], ...]
Key = tuple[str, str]

DATA = Path(str(files("counterclaim.link"))) / "data"
OTHERS = 20
"""Pairs a report that linking would not compare."""
JOIN = {"dated": -0.5, "undated": -1.5}
"""Average log-odds (nats) from which on groups join: chosen on the first halves."""
SHARE, LEAST, SMALL = 0.002, 3, 0.3
"""Of the rarity table: the least part of the articles, the least articles, and the part of the articles
with a word that write it small."""


def first_half(row: Mapping[str, Any]) -> bool:
    """Whether weights may be estimated on the article."""
    if "topic" in row:
        return int(row["topic"]) % 2 == 0
    return int(hashlib.sha256(("h" + str(row["incident"])).encode()).hexdigest(), 16) % 2 == 0


def rows_by_id() -> dict[str, dict[str, Any]]:
    """The articles of both sets."""
    found = load("incidents", "gva_dev.jsonl") + load("incidents", "ecbplus_dev.jsonl")
    return {str(row["id"]): row for row in found}


def compared(readings: Sequence[Reading], gold: Mapping[str, str]) -> Iterator[tuple[Levels, bool]]:
    """The levels of pairs of reports, and whether people filed both under one incident."""
    shelf = Shelved(map(trace_of, readings))
    traces = shelf.traces
    pairs: set[tuple[str, str]] = set()
    for key, trace in traces.items():
        met = [
            Met(traces[other], by)
            for other, by in partners(key, shelf.blocks(shelf.keys(key))).items()
            if key < other
        ]
        asked = zip(met, by_words(trace, met), strict=True)
        pairs |= {(key, m.other.report) for m, by_word in asked if by_word}
    ids, draw = sorted(traces), random.Random(1)
    for _ in range(OTHERS * len(ids)):
        a, b = sorted(draw.sample(ids, 2))
        pairs.add((a, b))
    for a, b in sorted(pairs):
        told = grounds(traces[a], [traces[b]])[0]
        levels = tuple((g.name, g.found) for g in told if g.name in GROUNDS)
        yield levels, gold[a] == gold[b]


def fit(found: Sequence[tuple[Levels, bool]]) -> tuple[dict[Key, float], float]:
    """Weights (nats) by logistic regression with a ridge of one, by Newton's steps; and the bias."""
    keys = sorted({key for told, _ in found for key in told})
    at = {key: n for n, key in enumerate(keys)}
    x: NDArray[np.float64] = np.zeros((len(found), len(keys) + 1))
    x[:, -1] = 1.0
    for n, (told, _) in enumerate(found):
        x[n, [at[key] for key in told]] = 1.0
    y = np.array([same for _, same in found], dtype=np.float64)
    weights: NDArray[np.float64] = np.zeros(len(keys) + 1)
    for _ in range(30):
        p = 1 / (1 + np.exp(-(x @ weights)))
        slope = x.T @ (p - y) + weights
        curve = (x * (p * (1 - p) + 1e-9)[:, None]).T @ x + np.eye(len(weights))
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return dict(zip(keys, weights[:-1].tolist(), strict=True)), float(weights[-1])


def tables(name: str, found: Sequence[tuple[Levels, bool]]) -> Iterator[str]:
    """The lines of one set of weights."""
    weights, bias = fit(found)
    count = {
        same: Counter(k for told, s in found if s is same for k in told) for same in (True, False)
    }
    total = {same: sum(s is same for _, s in found) for same in (True, False)}
    yield f"[{name}]\nbias = {round(1000 * (bias - JOIN[name]))}\n"
    for ground in dict.fromkeys(key[0] for told, _ in found for key in told):
        yield f'[{name}.grounds."{ground}"]'
        for key in sorted((k for k in weights if k[0] == ground), key=_order):
            same, other = (count[s][key] / total[s] for s in (True, False))
            weight = round(1000 * weights[key])
            yield f'"{key[1]}" = {{ weight = {weight}, same = {same:.4f}, other = {other:.4f} }}'
        yield ""


def _order(key: Key) -> tuple[bool, int, str]:
    return (not key[1].isdigit(), int(key[1]) if key[1].isdigit() else 0, key[1])


def undated(told: Levels) -> Levels:
    """The same as if no day of publication were known."""
    return tuple((name, "untold" if name == "published" else level) for name, level in told)


def write_weights(readings: Iterable[Reading]) -> None:
    """Writes `likeness.toml`, keeping its comments and cuts."""
    rows = rows_by_id()
    gold = {key: str(row["incident"]) for key, row in rows.items()}
    sets: dict[bool, list[Reading]] = {True: [], False: []}
    for reading in readings:
        row = rows[reading.report.id]
        if first_half(row):
            sets["topic" in row].append(reading)
    dated = list(compared(sets[False], gold))
    plain = [(undated(told), same) for told, same in dated] + list(compared(sets[True], gold))
    path = DATA / "likeness.toml"
    head = path.read_text(encoding="utf-8").split("[dated]")[0]
    lines = [*tables("dated", dated), *tables("undated", plain)]
    path.write_text(head + "\n".join(lines), encoding="utf-8")


def shares_in_news() -> dict[str, float]:
    """For the words that the training part of PolNeAR mostly writes small, the part of its articles
    that have them."""
    reports = [make_report(r["text"], "") for r in load("polnear", "train.jsonl")]
    having: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for report in reports:
        told = list(words_of_report(report))
        having.update({word for word, _, _ in told})
        small.update({word for word, form, _ in told if form == "small"})
    return {
        word: having[word] / len(reports)
        for word, count in small.items()
        if count >= LEAST and count / having[word] >= SMALL and re.fullmatch(r"[a-z']+", word)
    }


def ranks() -> dict[str, int]:
    """The common words of the encoder's vocabulary, whose order is that of how frequent they are."""
    pieces = files("counterclaim.attribute.learnt") / "weights" / "vocabulary.txt"
    words = [
        w for w in pieces.read_text(encoding="utf-8").split("\n") if w.isalpha() and len(w) > 1
    ]
    known = load_vocabulary(english.load().path)
    return {w: n for n, w in enumerate(words, 1) if w in known.common and known.is_common(w)}


def write_rarity() -> None:
    """Writes the words of `rarity.toml`, keeping the rest."""
    share, rank = shares_in_news(), ranks()
    both = [w for w in share if w in rank]
    # Zipf's law joins the two: the logarithm of a share falls with that of the rank.
    slope, level = np.polyfit(
        [math.log(rank[w]) for w in both], [math.log(share[w]) for w in both], 1
    )
    for word, n in rank.items():
        guess = min(1.0, math.exp(level + slope * math.log(n)))
        share[word] = max(share.get(word, 0.0), guess)
    grouped: dict[int, list[str]] = defaultdict(list)
    for word, part in share.items():
        if part >= SHARE:
            grouped[round(-10 * math.log(part))].append(word)
    path = DATA / "rarity.toml"
    head = path.read_text(encoding="utf-8").split("[words]")[0]
    lines = [f'{tenths} = "{" ".join(sorted(grouped[tenths]))}"' for tenths in sorted(grouped)]
    path.write_text(head + "[words]\n" + "\n".join(lines) + "\n", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Writes a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="readings, a JSON object a line")
    parser.add_argument("--rarity", action="store_true", help="make the table of words instead")
    options = parser.parse_args(arguments)
    if options.rarity:
        write_rarity()
        return
    decoder = msgspec.json.Decoder(Reading)
    write_weights(
        decoder.decode(line)
        for path in options.files
        for line in path.read_bytes().splitlines()
        if line.strip()
    )
    print(json.dumps({"written": str(DATA / "likeness.toml")}))


if __name__ == "__main__":
    main()
