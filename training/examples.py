"""From annotated articles to what the network is trained on."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from counterclaim.attribute.by_rule.find import find_attributions
from counterclaim.attribute.learnt import encoding
from counterclaim.attribute.learnt.encoding import Known, Pieces, Stretch
from counterclaim.attribute.quotations import find_quotations
from counterclaim.language import english
from counterclaim.language.cues import load_cues
from counterclaim.language.descriptors import load_descriptors
from counterclaim.language.parse import Parse
from counterclaim.language.parties import load_parties
from counterclaim.model.report import Report, Segment, make_report
from counterclaim.model.spans import Span

Ints = NDArray[np.int64]

SOURCE, CUE, CONTENT = 1, 2, 3
_PARAGRAPH = re.compile(r"\S[^\n]*")
_DECOYS = 2
"""Words of a stretch that look like cues and are none, which the linker learns to leave alone."""


@dataclass(slots=True)
class Asked:
    """One cue of a stretch (its word, counted from the first) and each word's role with it."""

    cue: int
    roles: Ints
    distance: Ints
    path: Ints
    link: Ints


@dataclass(slots=True)
class Example:
    """A stretch with the answers: `is_cue` (W,), `role` (W,) over all attributions, and the cues."""

    stretch: Stretch
    words: list[str]
    tags: list[str]
    is_cue: Ints
    role: Ints
    asked: list[Asked] = field(default_factory=list)


def reports_of(path: Path, limit: int | None = None) -> tuple[list[Report], list[dict]]:
    """The articles of a PolNeAR file as reports, with their annotation."""
    gold = [json.loads(line) for line in path.open(encoding="utf-8")][:limit]
    reports = [
        make_report(
            record["text"],
            "x",
            own_id=record["id"],
            segments=tuple(
                Segment("paragraph", Span(m.start(), m.end()))
                for m in _PARAGRAPH.finditer(record["text"])
            ),
        )
        for record in gold
    ]
    return reports, gold


def prepare(
    reports: Sequence[Report], gold: Sequence[dict], pieces: Pieces, frame: tuple[int, int]
) -> Iterator[list[Example]]:
    """The examples of each article."""
    cues, parties, descriptors = load_cues(), load_parties(), load_descriptors()
    for report, record, parse in zip(reports, gold, english.parse(reports), strict=True):
        known = encoding.what_rules_say(
            parse, find_attributions(report, parse, cues, parties, descriptors)
        )
        features = encoding.word_features(parse, cues, find_quotations(report), known)
        marked = list(_marked(parse, record["attributions"]))
        yield [
            _example(parse, known, stretch, marked, cues.verbs)
            for stretch in encoding.stretches(
                parse, [encoding.spelling(w) for w in parse.word], features, pieces, frame
            )
        ]


def anchor(parse: Parse, cue: set[int]) -> int:
    """The word of a cue that the others hang on: the first one nearest to the root."""
    return min(cue, key=lambda t: (len(parse.ancestors(t)), t))


def _marked(parse: Parse, attributions: Sequence[dict]) -> Iterator[tuple[int, dict[int, int]]]:
    """Anchor and roles by word, for every attribution that has a cue."""
    for a in attributions:
        roles: dict[int, int] = {}
        for role, name in ((CONTENT, "content"), (SOURCE, "source"), (CUE, "cue")):
            for start, end in a[name]:
                roles.update(dict.fromkeys(parse.tokens_in(start, end), role))
        cue = {t for t, role in roles.items() if role == CUE}
        if cue:
            yield anchor(parse, cue), roles


def _example(
    parse: Parse,
    known: Known,
    stretch: Stretch,
    marked: Sequence[tuple[int, dict[int, int]]],
    verbs: dict,
) -> Example:
    first, last = stretch.first, stretch.last
    here = range(first, last + 1)
    example = Example(
        stretch=stretch,
        words=[encoding.spelling(w) for w in parse.word[first : last + 1]],
        tags=parse.tag[first : last + 1],
        is_cue=np.zeros(len(stretch), dtype=np.int64),
        role=np.zeros(len(stretch), dtype=np.int64),
    )

    def ask(cue: int, roles: dict[int, int]) -> None:
        example.asked.append(
            Asked(
                cue - first,
                np.array([roles.get(t, 0) for t in here]),
                np.array(encoding.distances(cue, first, last)),
                np.array(encoding.paths(parse, cue, first, last)),
                np.array(encoding.links(parse, known, cue, first, last)),
            )
        )

    taken = set()
    for cue, roles in marked:
        if cue in here and cue not in taken:
            taken.add(cue)
            example.is_cue[cue - first] = 1
            ask(cue, roles)
        for t, role in roles.items():
            if t in here:
                example.role[t - first] = role
    near = [t for t in here if t not in taken and t in known.by_cue]
    near += [t for t in here if t not in taken and t not in near and parse.lower[t] in verbs]
    for t in near[:_DECOYS]:
        ask(t, {})
    return example
