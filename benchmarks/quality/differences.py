"""What a change gained and lost, sentence by sentence, on annotated articles."""

import importlib.util
from collections.abc import Iterator, Sequence
from functools import cache
from types import ModuleType
from typing import Any

from scored_sets import shared

_AROUND = 40
"""Characters shown on each side."""
_SIGNS = {"source": ("⟨", "⟩"), "cue": ("_", "_"), "content": ("[", "]")}

Row = dict[str, Any]


@cache
def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "polnear_score", shared() / "data" / "polnear" / "score.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def differences(gold: Sequence[Row], before: Sequence[Row], after: Sequence[Row]) -> Iterator[str]:
    """One line for each gold attribution found by one run only, and each prediction that one run only
    made in vain; then the four counts."""
    earlier = {row["id"]: row["attributions"] for row in before}
    later = {row["id"]: row["attributions"] for row in after}
    counts = dict.fromkeys(("gained", "lost", "new in vain", "no longer in vain"), 0)
    for record in gold:
        text = record["text"]
        old = matched(text, record["attributions"], earlier.get(record["id"], []))
        new = matched(text, record["attributions"], later.get(record["id"], []))
        for kind, found in (("gained", new[0] - old[0]), ("lost", old[0] - new[0])):
            for n in sorted(found):
                counts[kind] += 1
                yield f"{kind}\t{record['id']}\t{_shown(text, record['attributions'][n])}"
        for kind, mine, other in (
            ("new in vain", new[1], old[1]),
            ("no longer in vain", old[1], new[1]),
        ):
            for key in sorted(mine.keys() - other.keys()):
                counts[kind] += 1
                yield f"{kind}\t{record['id']}\t{_shown(text, mine[key])}"
    yield ", ".join(f"{name} {count}" for name, count in counts.items())


def matched(text: str, gold: list[Row], predicted: list[Row]) -> tuple[set[int], dict[str, Row]]:
    """Numbers of the gold attributions found, and the predictions that found none, by their spans."""
    score = _scorer()
    kept = [a for a in gold if score.read(text, [a])]
    wanted, offered = score.read(text, kept), score.read(text, predicted)
    pairs = score.largest_matching(
        [[j for j, p in enumerate(offered) if score.agree("who+what", g, p)] for g in wanted]
    )
    used = set(pairs.values())
    number = {id(a): n for n, a in enumerate(gold)}
    vain = {str([a[role] for role in _SIGNS]): a for j, a in enumerate(predicted) if j not in used}
    return {number[id(kept[i])] for i in pairs}, vain


def _shown(text: str, attribution: Row) -> str:
    """The words with their source ⟨⟩, cue __ and content [] marked."""
    spans = sorted((s, e, role) for role in _SIGNS for s, e in attribution[role])
    position = max(0, spans[0][0] - _AROUND)
    out = []
    for start, end, role in spans:
        opening, closing = _SIGNS[role]
        out += [text[position:start], opening, text[max(start, position) : end], closing]
        position = max(position, end)
    out.append(text[position : position + _AROUND])
    return "".join(out).replace("\n", " ")
