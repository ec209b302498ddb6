"""Who says what against PolNeAR: runs an attributor and the set's own scorer.

    python benchmarks/quality/attribution.py [dev] [--attributor NAME] [--limit N] [--bootstrap N]
                                             [--save FILE] [--against FILE_OR_NAME]

The set lies in $COUNTERCLAIM_SHARED/data/polnear (default ../shared beside the repository). Its gold
has no nested attributions, so nested claims are left out; and it keeps a quotation that goes on behind
its cue in one attribution, so carried-over claims are joined to the one they continue. `unjoined` holds
the same figures without that joining. Prints one JSON object a set: the scorer's figures, those of
`unjoined`, and the stage's microseconds a token (parse not counted).

`--save` keeps what was predicted (offsets only). `--against` shows, sentence by sentence, what was
gained and lost against a saved run or against another attributor (`--against rules`): gold
attributions that one found (by who+what) and the other did not, then predictions that only one made
and that are no gold attribution's.
"""

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from differences import differences
from scored_sets import load, make_reports, run_scorer

from counterclaim.attribute import DEFAULT, open_attributor
from counterclaim.language import english
from counterclaim.model.claim import Claim

Spans = list[list[int]]
Attributions = list[dict[str, Spans]]


def attributions(claims: Sequence[Claim], *, joined: bool = True) -> Attributions:
    """Claims in the form of the set: flat, with carried-over quotations joined if `joined`."""
    found: dict[str, dict[str, Spans]] = {}
    for claim in claims:
        if claim.via is not None:
            continue
        content = [[s.start, s.end] for s in claim.content]
        goes_on = claim.why.records[0] if claim.why.records else None
        if joined and goes_on in found:
            found[goes_on]["content"] += content
            continue
        found[claim.id] = {
            "source": [[s.start, s.end] for s in claim.source_span],
            "cue": [[s.start, s.end] for s in claim.cue],
            "content": content,
        }
    return list(found.values())


def read_claims(
    gold: Sequence[dict[str, Any]], attributor: str
) -> tuple[list[tuple[Claim, ...]], float]:
    """The claims of each article, and the microseconds that a token took."""
    reports = make_reports(list(gold))
    parses = list(english.parse(reports))
    chosen = open_attributor(attributor)
    begin = time.process_time()
    claims = [chosen.attribute(r, p) for r, p in zip(reports, parses, strict=True)]
    return claims, 1e6 * (time.process_time() - begin) / sum(map(len, parses))


def rows(
    gold: Sequence[dict[str, Any]], claims: Sequence[Sequence[Claim]], *, joined: bool = True
) -> list[dict[str, Any]]:
    """The predictions in the form that the scorer reads."""
    return [
        {"id": record["id"], "attributions": attributions(found, joined=joined)}
        for record, found in zip(gold, claims, strict=True)
    ]


def measure(
    name: str, limit: int | None, attributor: str, bootstrap: int
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], dict[str, Any]]:
    """Gold, predictions, and the figures for one part of the set."""
    gold = load("polnear", f"{name}.jsonl", limit)
    claims, spent = read_claims(gold, attributor)
    predicted = rows(gold, claims)
    flags = ["--json", *(["--bootstrap", str(bootstrap)] if bootstrap else [])]
    figures = run_scorer("polnear", gold, predicted, *flags)
    apart = run_scorer("polnear", gold, rows(gold, claims, joined=False), "--json")
    told = {
        "set": name,
        "attributor": attributor,
        "us_per_token": spent,
        **figures,
        "unjoined": apart,
    }
    return gold, predicted, told


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the figures of the parts asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=["dev"])
    parser.add_argument("--attributor", default=DEFAULT)
    parser.add_argument("--limit", type=int, default=None, help="only the first N articles")
    parser.add_argument("--bootstrap", type=int, default=0, help="resamples for 95%% intervals")
    parser.add_argument("--save", type=Path, default=None)
    parser.add_argument("--against", default=None)
    options = parser.parse_args(arguments)
    for name in options.sets:
        gold, predicted, told = measure(name, options.limit, options.attributor, options.bootstrap)
        if options.save is not None:
            options.save.write_text(json.dumps(predicted), encoding="utf-8")
        if options.against is None:
            print(json.dumps(told, indent=1))
            continue
        if Path(options.against).is_file():
            before = json.loads(Path(options.against).read_text(encoding="utf-8"))
        else:
            before = rows(gold, read_claims(gold, options.against)[0])
        for line in differences(gold, before, predicted):
            print(line)


if __name__ == "__main__":
    main()
