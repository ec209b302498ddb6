"""What a cue tells, against the annotated cues: stance, distance, modality.

    python benchmarks/quality/cues.py [--show N]

The labels lie in `annotations/cues_polnear_train.jsonl`, the guideline in
docs/reference/annotation-cues.md, the texts in $COUNTERCLAIM_SHARED/data/polnear. The cue is given, so
finding it is not measured: each finding is made from the gold attribution and read as the stage reads
its own. Prints one JSON object: for `tune` and `test` the accuracy of each label and of all three
together, macro F1 of stance over the labels that occur, and of the labels of modality other than
"happened" the share that is read right and the share of those read that are right. The stance of the
claim, which goes by the words of its content too ("said it would retaliate" promises), is compared as
well, although the guideline asks for the cue's own. `--show N` lists errors of `tune` only.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from scored_sets import load, make_reports

from counterclaim.attribute.cue.lookup import entry_of, turning_token
from counterclaim.attribute.cue.reading import read_cue
from counterclaim.attribute.cue.stance import read_stance
from counterclaim.attribute.finding import Finding
from counterclaim.language import english
from counterclaim.language.cues import load_cues
from counterclaim.language.parse import Parse
from counterclaim.model.claim import CueModality, Distance, Stance
from counterclaim.model.spans import Span

LABELS = Path(__file__).parent / "annotations" / "cues_polnear_train.jsonl"
QUOTES = frozenset("“”\"'‘’") | {"''", "``"}


class Label(msgspec.Struct, frozen=True):
    """One annotated cue: the article, the cue's first fragment, and what it tells."""

    article: str
    start: int
    end: int
    part: str
    stance: Stance
    distance: Distance
    modality: CueModality


class Told(NamedTuple):
    """What a cue is read to tell, or is labelled with."""

    stance: Stance
    distance: Distance
    modality: CueModality


class Read(NamedTuple):
    """A label, what was read instead or alike, and the words for a person to look at.

    `claim_stance` is the stance of the whole claim, which looks at the words of the content too."""

    label: Label
    gold: Told
    got: Told
    claim_stance: Stance
    rules: str
    words: str


def finding(parse: Parse, gold: dict[str, Any]) -> Finding | None:
    """The gold attribution as the stage's own finding; None where the cue has no parsed word."""
    cues = load_cues()
    cue = [t for start, end in gold["cue"] for t in parse.tokens_in(start, end)]
    verb = turning_token(parse, cue, cues)
    if verb is None:
        return None
    source = [t for start, end in gold["source"] for t in parse.tokens_in(start, end)]
    content = [Span(start, end) for start, end in gold["content"]]
    inside = [t for span in content for t in parse.tokens_in(span.start, span.end)]
    direct = bool(inside) and parse.text[content[0].start] in QUOTES
    heads = [t for t in source if not source[0] <= parse.head[t] <= source[-1]]
    return Finding(
        rule="direct.given" if direct else "given",
        entry=entry_of(parse, cue, cues),
        verb=verb,
        cue=sorted(cue),
        source=(source[0], source[-1]) if source else None,
        speaker=(heads or source)[0] if source else None,
        content=content,
        quote="direct" if direct else "indirect",
        segment=parse.sentences[parse.sentence_of[verb]].segment,
    )


def read_all() -> list[Read]:
    """Every annotated cue with what is read from it."""
    labels = msgspec.json.Decoder(Label)
    with LABELS.open("rb") as lines:
        annotated = [labels.decode(line) for line in lines]
    wanted = {label.article for label in annotated}
    articles = [a for a in load("polnear", "train.jsonl") if a["id"] in wanted]
    reports = make_reports([_paragraphs_with(a, annotated) for a in articles])
    parses = dict(zip([a["id"] for a in articles], english.parse(reports), strict=True))
    gold = {(a["id"], *min(x["cue"])): x for a in articles for x in a["attributions"] if x["cue"]}
    out = []
    for label in annotated:
        parse = parses[label.article]
        found = finding(parse, gold[label.article, label.start, label.end])
        told = Told("asserts", "neutral", "happened")
        rules = ""
        whole: Stance = "asserts"
        if found is not None:
            cue = read_cue(parse, found)
            told = Told(cue.stance, cue.distance, cue.modality)
            by = [r for r in (cue.stance_rule, cue.distance_rule, cue.modality_rule) if r]
            rules = " ".join([found.entry.id if found.entry else "-", *by])
            whole = read_stance(parse, found, cue)[0]
        right = Told(label.stance, label.distance, label.modality)
        out.append(Read(label, right, told, whole, rules, _words(parse.text, label)))
    return out


def _paragraphs_with(article: dict[str, Any], labels: Sequence[Label]) -> dict[str, Any]:
    """The article with every paragraph blanked that no annotated cue stands in: offsets hold, and
    the parser has less to do."""
    text = article["text"]
    starts = [label.start for label in labels if label.article == article["id"]]
    kept = []
    at = 0
    for line in text.split("\n"):
        end = at + len(line)
        kept.append(line if any(at <= s < end for s in starts) else " " * len(line))
        at = end + 1
    return {**article, "text": "\n".join(kept)}


def _words(text: str, label: Label) -> str:
    before = text[max(0, label.start - 90) : label.start].replace("\n", " / ")
    behind = text[label.end : label.end + 90].replace("\n", " / ")
    return f"{before}[[{text[label.start : label.end]}]]{behind}"


def figures(read: Sequence[Read]) -> dict[str, float]:
    """Shares of the labels read right, in the order in which they are printed."""
    pairs = [(r.gold, r.got) for r in read]
    out: dict[str, float] = {"cues": len(pairs)}
    for field in Told._fields:
        right = sum(getattr(a, field) == getattr(b, field) for a, b in pairs)
        out[field] = round(right / len(pairs), 4)
    out["all_three"] = round(sum(a == b for a, b in pairs) / len(pairs), 4)
    whole = sum(r.gold.stance == r.claim_stance for r in read)
    out["stance_of_the_claim"] = round(whole / len(read), 4)
    out["stance_macro_f1"] = round(_macro_f1([(a.stance, b.stance) for a, b in pairs]), 4)
    out["not_plain_stance"] = round(_recall(pairs, "stance", "asserts"), 4)
    out["not_happened_recall"] = round(_recall(pairs, "modality", "happened"), 4)
    turned = [(b, a) for a, b in pairs]
    out["not_happened_precision"] = round(_recall(turned, "modality", "happened"), 4)
    return out


def _recall(pairs: Sequence[tuple[Told, Told]], field: str, plain: str) -> float:
    """Of the labels other than the plain one, the share with the same label on the other side."""
    marked = [(getattr(a, field), getattr(b, field)) for a, b in pairs]
    marked = [(a, b) for a, b in marked if a != plain]
    return sum(a == b for a, b in marked) / len(marked) if marked else 1.0


def _macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    scores = []
    for name in {a for a, _ in pairs}:
        right = sum(a == b == name for a, b in pairs)
        asked = sum(a == name for a, _ in pairs)
        given = sum(b == name for _, b in pairs)
        scores.append(2 * right / (asked + given))
    return sum(scores) / len(scores)


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the figures of both parts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", type=int, default=0, help="list errors of the part tune")
    options = parser.parse_args(arguments)
    read = read_all()
    parts = {name: [r for r in read if r.label.part == name] for name in ("tune", "test")}
    print(json.dumps({name: figures(part) for name, part in parts.items()}, indent=1))
    wrong = [r for r in parts["tune"] if r.gold != r.got]
    for r in wrong[: options.show]:
        print(f"{'/'.join(r.gold)} read as {'/'.join(r.got)} ({r.rules})\n    {r.words}")


if __name__ == "__main__":
    main()
