"""Silence that a report tells of: "did not respond to requests for comment", "had no comment".

It is kept as a claim, since who would not speak is part of who said what; that nothing was said is
told by the claim's modality, as it is of "declined to comment" (docs/reference/annotation-cues.md).
"""

from functools import lru_cache
from typing import Literal

import msgspec

from counterclaim.attribute.finding import Finding, ascribed
from counterclaim.attribute.phrases import clause_span, cue_tokens, noun_phrase
from counterclaim.attribute.subjects import subject
from counterclaim.language.cues import VerbCue
from counterclaim.language.parse import Parse
from counterclaim.language.tables import read_table
from counterclaim.model.claim import Stance


class Silence(msgspec.Struct, frozen=True, kw_only=True):
    """One row of `rules/silences.toml`: verbs, what they are silent to, and how that is linked.

    `denied` is where the negation stands: on the verb ("did not answer"), on its object ("gave no
    answer") or nowhere ("declined comment"). `preposition` is what leads to the object, None for a
    plain one; without `objects` any will do.
    """

    id: str
    verbs: frozenset[str]
    denied: Literal["verb", "object", "nowhere"]
    stance: Stance
    objects: frozenset[str] = frozenset()
    preposition: str | None = None


class _File(msgspec.Struct):
    silence: list[Silence]


@lru_cache(maxsize=1)
def load_silences() -> dict[str, list[tuple[Silence, VerbCue]]]:
    """The rows by each form of their verbs, with the cue that a finding of theirs has."""
    out: dict[str, list[tuple[Silence, VerbCue]]] = {}
    for row in read_table("counterclaim.attribute", "rules/silences.toml", _File).silence:
        cue = VerbCue(
            id=row.id, forms=tuple(sorted(row.verbs)), stance=row.stance, takes=frozenset()
        )
        for form in row.verbs:
            out.setdefault(form, []).append((row, cue))
    return out


def find_silences(parse: Parse, taken: set[int]) -> list[Finding]:
    """A finding for each verb of silence with a subject; its content is what went unanswered."""
    table = load_silences()
    out = []
    for t, word in enumerate(parse.lower):
        if word in table and t not in taken and parse.tag[t][:2] == "VB":
            for row, entry in table[word]:
                found = _read(parse, t, row, entry)
                if found is not None:
                    out.append(found)
                    break
    return out


def _read(parse: Parse, verb: int, row: Silence, entry: VerbCue) -> Finding | None:
    if (row.denied == "verb") != (parse.child(verb, "neg") is not None):
        return None
    first = thing = None
    if row.preposition is None:
        thing = parse.child(verb, "dobj")
        first = parse.left[thing] if thing is not None else None
    else:
        for c in parse.child_list(verb, "prep"):
            if parse.lower[c] == row.preposition:
                first, thing = c, parse.child(c, "pobj")
    if thing is None or first is None or first < verb:
        return None
    if row.objects and parse.lower[thing] not in row.objects:
        return None
    no = [c for c in parse.children[thing] if parse.lower[c] == "no"]
    if row.denied == "object" and not no:
        return None
    if row.denied == "object":
        # "had no" is the cue: its negation is what tells that nothing was said.
        first = no[0] + 1
    speaker = subject(parse, verb)
    if speaker is None or speaker > verb:
        return None
    source = noun_phrase(parse, speaker, before=verb)
    span = clause_span(parse, first, parse.right[thing])
    if span is None or source[1] >= verb:
        return None
    cue = cue_tokens(parse, verb, no if row.denied == "object" else [])
    return ascribed(parse, f"silence.{row.denied}", entry, verb, cue, source, speaker, [span])
