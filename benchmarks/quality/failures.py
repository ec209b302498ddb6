"""Where the attributor fails on PolNeAR's dev, by kind of case.

    python benchmarks/quality/failures.py [--attributor NAME] [--limit N]

Prints one JSON object: for each kind, how many gold attributions are of it and the share found by
who+what. The kinds overlap. The lexicon's words count as known whatever their part of speech.
"""

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from attribution import read_claims, rows
from differences import matched
from scored_sets import load

from counterclaim.attribute import DEFAULT
from counterclaim.language.cues import load_cues

_QUOTES = set('"“”«»„')
_WORD = re.compile(r"\w+")
_LONG_CONTENT = 40
_LONG_CUE, _SHORT_CUE = 4, 1


def kinds(text: str, attribution: dict[str, Any], known: frozenset[str]) -> Iterator[str]:
    """The kinds that a gold attribution is of."""
    cue = _words(text, attribution["cue"])
    content = attribution["content"]
    quoted = any(_QUOTES & set(text[max(0, s - 1) : e + 1]) for s, e in content)
    yield "with quotation marks" if quoted else "without quotation marks"
    yield "with a source" if attribution["source"] else "without a source"
    yield "a cue of the lexicon" if known & set(cue) else "a cue that the lexicon lacks"
    if len(cue) >= _LONG_CUE:
        yield f"a cue of {_LONG_CUE} words and more"
    elif len(cue) == _SHORT_CUE:
        yield "a cue of one word"
    if len(content) > 1:
        yield "a content in several parts"
    if len(_words(text, content)) >= _LONG_CONTENT:
        yield f"a content of {_LONG_CONTENT} words and more"
    if attribution["cue"] and content and content[0][0] < attribution["cue"][0][0]:
        yield "content before its cue"
    if attribution["source"] and _words(text, attribution["source"])[:1] in (
        ["he"],
        ["she"],
        ["they"],
    ):
        yield "a pronoun as source"


def _words(text: str, spans: Sequence[Sequence[int]]) -> list[str]:
    return [w.lower() for s, e in spans for w in _WORD.findall(text[s:e])]


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the shares."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--attributor", default=DEFAULT)
    parser.add_argument("--limit", type=int, default=None)
    options = parser.parse_args(arguments)
    gold = load("polnear", "dev.jsonl", options.limit)
    predicted = rows(gold, read_claims(gold, options.attributor)[0])
    cues = load_cues()
    known = frozenset({*cues.verbs, *cues.nouns, *cues.adjectives})
    told: dict[str, list[int]] = {}
    for record, row in zip(gold, predicted, strict=True):
        text = record["text"]
        found, _ = matched(text, record["attributions"], row["attributions"])
        for n, attribution in enumerate(record["attributions"]):
            for kind in kinds(text, attribution, known):
                told.setdefault(kind, []).append(n in found)
    out = {
        kind: {"gold": len(hits), "found": sum(hits) / len(hits)}
        for kind, hits in sorted(told.items(), key=lambda item: sum(item[1]) / len(item[1]))
    }
    print(json.dumps(out, indent=1))


if __name__ == "__main__":
    main()
