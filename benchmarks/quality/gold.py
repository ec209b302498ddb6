"""Make the gold readings of the sample reports from their hand-marked passages.

usage: python benchmarks/quality/gold.py          (writes src/counterclaim/samples/gold/*.json)

`annotations/REPORT.toml` marks each claim in a passage of the report: <s>source</s>, <q>cue</q>,
<c>content</c>; quantities are marked <n>…</n>. A passage without its tags must stand in the report
exactly once, so the offsets are right by construction: an annotation that no longer fits its report
stops the run with the passage in the message.
"""

import re
import tomllib
from pathlib import Path
from typing import Any, get_args

import msgspec
from sample_texts import reference_text, sentences

from counterclaim.model.comparison import Relation
from counterclaim.model.spans import Span, Spans, quoted
from counterclaim.samples import SampleReport, sample_reports, sample_text
from counterclaim.samples.gold import Across, Gold, GoldSource

ANNOTATIONS = Path(__file__).parent / "annotations"
GOLD = Path(__file__).parents[2] / "src" / "counterclaim" / "samples" / "gold"
TAG = re.compile(r"</?([sqcn])>")


class AnnotationError(ValueError):
    """An annotation does not fit its report."""


def find(text: str, words: str) -> int:
    """Where `words` stand in `text`; raises AnnotationError unless they stand there once."""
    count = text.count(words)
    if count != 1:
        raise AnnotationError(f"stands {count} times in the report, not once: {words!r}")
    return text.index(words)


def place_marks(text: str, mark: str) -> dict[str, Spans]:
    """The spans of a marked passage by tag letter."""
    passage, opened, at, spans = "", 0, 0, {letter: [] for letter in "sqcn"}
    for tag in TAG.finditer(mark):
        passage += mark[at : tag.start()]
        at = tag.end()
        if tag.group().startswith("</"):
            spans[tag.group(1)].append((opened, len(passage)))
        else:
            opened = len(passage)
    passage += mark[at:]
    base = find(text, passage)
    return {
        letter: tuple(Span(base + start, base + end) for start, end in found)
        for letter, found in spans.items()
    }


def _claim(text: str, label: str, written: dict[str, Any], people: dict[str, GoldSource]) -> Any:
    marks = place_marks(text, written.pop("mark"))
    source = people[written.pop("source")]
    if not marks["c"]:
        raise AnnotationError(f"claim {label!r} has no content")
    return {
        "id": label,
        "source": source.name,
        "source_kind": source.kind,
        "source_span": marks["s"],
        "cue": marks["q"],
        "content": marks["c"],
        "quote": written.pop("quote", "indirect"),
        "stance": written.pop("stance", "asserts"),
        "text": quoted(text, marks["c"]),
        **written,
    }


def _words(text: str, words: str) -> Any:
    start = find(text, words)
    return {"text": words, "span": (start, start + len(words))}


def _quantity(text: str, written: dict[str, Any]) -> Any:
    (span,) = place_marks(text, written.pop("mark"))["n"]
    return {**written, "span": span, "text": span.words(text)}


def _event(text: str, number: int, written: dict[str, Any]) -> Any:
    place = written.pop("place", [])
    quantities = [_quantity(text, q) for q in written.pop("quantities", [])]
    return {
        **written,
        "id": f"e{number}",
        "place": [place] if isinstance(place, str) else place,
        "quantities": quantities,
    }


def load_sources() -> dict[str, GoldSource]:
    """Everyone who claims something in the sample reports, by the key the annotations use."""
    written = tomllib.loads((ANNOTATIONS / "sources.toml").read_text(encoding="utf-8"))
    return msgspec.convert(written, dict[str, GoldSource])


def build_gold(sample: SampleReport) -> Gold:
    """The gold reading of one sample; raises AnnotationError where an annotation does not fit."""
    text, people = reference_text(sample), load_sources()
    written = tomllib.loads((ANNOTATIONS / f"{sample.id}.toml").read_text(encoding="utf-8"))
    used = sorted({claim["source"] for claim in written["claims"].values()})
    claims = [_claim(text, label, claim, people) for label, claim in written["claims"].items()]
    claims.sort(key=lambda claim: (claim["content"][0].start, -claim["content"][-1].end))
    title = text.split("\n", 1)[0]
    head: dict[str, Any] = msgspec.to_builtins(sample) | {"title_span": (0, len(title))}
    head.pop("copied_from")
    if sample_text(sample) is None:
        head["text"] = text
    gold = msgspec.convert(
        {
            "report": head,
            "sources": [msgspec.to_builtins(people[key]) for key in used],
            "claims": msgspec.to_builtins(claims),
            "outlet_voice": [_words(text, v["text"]) for v in written.get("outlet_voice", [])],
            "events": msgspec.to_builtins(
                [_event(text, n, e) for n, e in enumerate(written["events"], 1)]
            ),
            "checks": written.get("checks", []),
            "not_claims": [
                {"what": n["what"]} | _words(text, n["text"]) for n in written.get("not_claims", [])
            ],
        },
        Gold,
    )
    _check_references(gold)
    return gold


def _check_references(gold: Gold) -> None:
    known = {claim.id for claim in gold.claims}
    named = [c.via for c in gold.claims if c.via]
    named += [label for event in gold.events for label in event.claims]
    named += [check.claim for check in gold.checks]
    for label in named:
        if label not in known:
            raise AnnotationError(f"{gold.report.id}: no claim is called {label!r}")


def _copies(texts: dict[str, str]) -> list[Any]:
    """For each marked pair, the sentences that stand in both; a dateline may stand before one."""
    found = []
    for sample in sample_reports():
        if sample.copied_from:
            taken = [s for s in sentences(texts[sample.id]) if s in texts[sample.copied_from]]
            found.append({"a": sample.copied_from, "b": sample.id, "sentences": taken})
    return found


def build_across(golds: list[Gold]) -> Across:
    """Comparisons, origins and copies; raises AnnotationError for a claim that is not there."""
    written = tomllib.loads((ANNOTATIONS / "across.toml").read_text(encoding="utf-8"))
    texts = {s.id: reference_text(s) for s in sample_reports()}
    across = msgspec.convert(written | {"copies": _copies(texts)}, Across)
    known = {f"{gold.report.id}/{claim.id}" for gold in golds for claim in gold.claims}
    named = [label for c in across.comparisons for label in (*c.a, *c.b)]
    named += [label for origin in across.origins for label in origin.claims]
    for label in named:
        if label not in known:
            raise AnnotationError(f"no claim is called {label!r}")
    if not {c.relation for c in across.comparisons} <= set(get_args(Relation)):
        raise AnnotationError("a comparison has a relation that the model does not know")
    return across


def encode(record: Gold | Across) -> bytes:
    """The file's bytes: indented JSON with a final line break."""
    return msgspec.json.format(msgspec.json.encode(record), indent=1) + b"\n"


def main() -> None:
    """Write every gold file."""
    golds = [build_gold(sample) for sample in sample_reports()]
    for gold in golds:
        (GOLD / f"{gold.report.id}.json").write_bytes(encode(gold))
    (GOLD / "across.json").write_bytes(encode(build_across(golds)))
    print(f"{len(golds)} readings, {sum(len(gold.claims) for gold in golds)} claims")


if __name__ == "__main__":
    main()
