"""Who says what against PolNeAR: runs `attribute` and the set's own scorer.

    python benchmarks/quality/attribution.py [dev] [--limit N]

The set lies in $COUNTERCLAIM_SHARED/data/polnear (default ../shared beside the repository). Its gold
has no nested attributions, so nested claims are left out; and it keeps a quotation that goes on behind
its cue in one attribution, so carried-over claims are joined to the one they continue. Prints one JSON
object a set: the scorer's figures and the stage's microseconds a token (parse not counted).
"""

import argparse
import json
import time
from collections.abc import Sequence
from typing import Any

from scored_sets import load, make_reports, run_scorer

from counterclaim.attribute import attribute
from counterclaim.language import english
from counterclaim.language.cues import load_cues
from counterclaim.language.descriptors import load_descriptors
from counterclaim.language.parties import load_parties
from counterclaim.model.claim import Claim

Spans = list[list[int]]


def attributions(claims: Sequence[Claim]) -> list[dict[str, Spans]]:
    """Claims in the form of the set: flat, with carried-over quotations joined."""
    found: dict[str, dict[str, Spans]] = {}
    for claim in claims:
        if claim.via is not None:
            continue
        content = [[s.start, s.end] for s in claim.content]
        goes_on = claim.why.records[0] if claim.why.records else None
        if goes_on in found:
            found[goes_on]["content"] += content
            continue
        found[claim.id] = {
            "source": [[s.start, s.end] for s in claim.source_span],
            "cue": [[s.start, s.end] for s in claim.cue],
            "content": content,
        }
    return list(found.values())


def measure(name: str, limit: int | None) -> dict[str, Any]:
    """The scorer's figures for one part of the set, and what the stage cost."""
    gold = load("polnear", f"{name}.jsonl", limit)
    reports = make_reports(gold)
    parses = list(english.parse(reports))
    cues, parties, descriptors = load_cues(), load_parties(), load_descriptors()
    begin = time.process_time()
    claims = [
        attribute(report, parse, cues, parties, descriptors)
        for report, parse in zip(reports, parses, strict=True)
    ]
    spent = time.process_time() - begin
    rows = [
        {"id": r["id"], "attributions": attributions(c)} for r, c in zip(gold, claims, strict=True)
    ]
    figures = run_scorer("polnear", gold, rows, "--json")
    return {"set": name, "us_per_token": 1e6 * spent / sum(map(len, parses)), **figures}


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the figures of the parts asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=["dev"])
    parser.add_argument("--limit", type=int, default=None, help="only the first N articles")
    options = parser.parse_args(arguments)
    for name in options.sets:
        print(json.dumps(measure(name, options.limit), indent=1))


if __name__ == "__main__":
    main()
