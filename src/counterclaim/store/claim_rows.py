"""Claims of one version, and their sources, as rows."""

from collections.abc import Iterable

from counterclaim.model.claim import Claim, Source
from counterclaim.model.ids import make_id
from counterclaim.model.spans import quoted
from counterclaim.store import tables as t
from counterclaim.store.encode import Row, TableRows, json


def source_id(source: Source) -> str:
    """The key of a source as it was said."""
    return make_id("s", source)


def source_rows(claims: Iterable[Claim]) -> list[Row]:
    """One row for each different source of `claims`."""
    found = {source_id(c.source): c.source for c in claims}
    return [
        {
            "id": key,
            "name": s.name,
            "folded": s.name.casefold(),
            "kind": s.kind,
            "anonymous": s.anonymous,
            "party": s.party,
            "side": s.side,
            "close_to": s.close_to,
            "candidates": json(s.candidates),
        }
        for key, s in found.items()
    ]


def claim_rows(claims: Iterable[Claim], version: str, text: str) -> TableRows:
    """The claims of a version and their spans; the quoted words stand beside the offsets."""
    rows: list[Row] = []
    spans: list[Row] = []
    for position, c in enumerate(claims):
        occasion = c.occasion
        phrases = {
            "addressee": c.addressee,
            "setting": occasion and occasion.setting,
            "place": occasion and occasion.place,
            "time": occasion and occasion.time,
            "basis": c.basis,
        }
        rows.append(
            {
                "version": version,
                "id": c.id,
                "position": position,
                "report": c.report,
                "source": source_id(c.source),
                "source_words": quoted(text, c.source_span),
                "cue": quoted(text, c.cue),
                "content": quoted(text, c.content),
                "quote": c.quote,
                "stance": c.stance,
                "distance": c.distance,
                "modality": c.modality,
                "via": c.via,
                "rule": c.why.rule,
                "record": json(c),
            }
            | {name: phrase.words if phrase else None for name, phrase in phrases.items()}
        )
        for role, found in (("source", c.source_span), ("cue", c.cue), ("content", c.content)):
            spans += [
                {
                    "version": version,
                    "claim": c.id,
                    "role": role,
                    "position": n,
                    "start": s.start,
                    "end": s.end,
                }
                for n, s in enumerate(found)
            ]
    return [(t.claims, rows), (t.claim_spans, spans)]
