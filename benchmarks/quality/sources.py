"""Whom "he", "Ms Orlova" and "the governor" are resolved to, against the annotated set.

    python benchmarks/quality/sources.py [--show N] [--half even|odd]

The set is `annotations/sources_polnear_dev.jsonl` (how it was made:
`docs/reference/annotation-sources.md`); its texts are PolNeAR's dev, in $COUNTERCLAIM_SHARED. Each
mention is resolved as if an attribution had been found there, in the order of the text and between
the findings that the program makes of the article, so that the figures do not hang on what was found.
Prints one JSON object with the figures of the whole set, of each kind, and of the two halves (articles
at even and at odd positions of dev):

    named                     mentions whose article names who is meant
    answered                  share of `named` that got a name: one source without candidates, called
                              something else than the mention's own words, or just what `refers` says
    right_of_answered         share of the answered whose name is one that `refers` points to: the
                              same last word, and the words of the shorter among those of the longer,
                              in order; or a name of the same party of the data files
    right                     share of `named` that was answered right
    unnamed                   mentions whose article does not name who is meant
    unnamed_left_unresolved   share of those for which no person and no party was chosen
    reached                   share of both that some claim of the report has as its source
    reached_answered, reached_right_of_answered
                              the same two figures on the claims themselves, where there is one

Mentions labelled `unclear` are left out. `--show N` prints N wrong or unanswered mentions with the
words around them; nothing of it is stored.
"""

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
from scored_sets import load, make_reports

from counterclaim.attribute.claims import open_speakers
from counterclaim.attribute.finding import Finding
from counterclaim.attribute.learnt import Learnt
from counterclaim.attribute.source.sources import NOT_NAMED
from counterclaim.language import english
from counterclaim.language.descriptors import Descriptors, load_descriptors
from counterclaim.language.parse import Parse
from counterclaim.language.parties import Parties, load_parties
from counterclaim.model.claim import Claim, Source
from counterclaim.model.report import Report
from counterclaim.model.spans import Span

ANNOTATIONS = Path(__file__).with_name("annotations") / "sources_polnear_dev.jsonl"
KINDS = ("pronoun", "short name", "description")
_WORDS = re.compile(r"\w+(?:[.’'-]\w+)*\.?")
_ENDINGS = frozenset({"jr", "sr", "ii", "iii", "iv"})


class Mention(msgspec.Struct, frozen=True):
    """One line of the set; offsets are code points of the article's text."""

    article: str
    kind: str
    start: int
    end: int
    label: str
    refers: tuple[Span, ...]


@dataclass(frozen=True)
class Outcome:
    """A mention, what it was resolved to, and what the claim that has it as its source says."""

    mention: Mention
    text: str
    half: str
    source: Source
    claimed: Source | None
    parties: Parties
    descriptors: Descriptors

    def names(self, name: str) -> tuple[str, ...]:
        """The words of a name that tell whom it names: without articles, titles and endings."""
        words = [
            w.casefold().rstrip(".").removesuffix("’s").removesuffix("'s")
            for w in _WORDS.findall(name)
            if self.descriptors.title((w,)) is None
        ]
        return tuple(w for w in words if w not in _ENDINGS and w not in ("the", "a", "s"))

    def answered(self, source: Source) -> bool:
        """Whether the source was given a name."""
        if source.candidates or source is NOT_NAMED:
            return False
        own = self.names(self.text[self.mention.start : self.mention.end])
        found = self.names(source.name)
        forms = {self.names(span.words(self.text)) for span in self.mention.refers}
        return found != own or found in forms or (source.party or "person:")[:7] != "person:"

    def right(self, source: Source) -> bool:
        """Whether the name is one of those that `refers` points to."""
        found = self.names(source.name)
        for span in self.mention.refers:
            words = span.words(self.text)
            known = {party.id for party in self.parties.find(words)}
            if _fits(found, self.names(words)) or (source.party in known):
                return True
        return False


def _fits(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names can be one: the last words agree and the shorter stands in the longer."""
    short, long = sorted((a, b), key=len)
    if not short or short[-1] != long[-1]:
        return False
    rest = iter(long)
    return all(any(w == r or (len(w) == 1 and r.startswith(w)) for r in rest) for w in short)


def read_set() -> dict[str, list[Mention]]:
    """The mentions by article."""
    out: dict[str, list[Mention]] = {}
    for line in ANNOTATIONS.read_bytes().splitlines():
        mention = msgspec.json.decode(line, type=Mention)
        out.setdefault(mention.article, []).append(mention)
    return out


def as_finding(parse: Parse, mention: Mention) -> Finding:
    """The mention as the source of an attribution without cue and content."""
    tokens = parse.tokens_in(mention.start, mention.end)
    first, last = tokens[0], tokens[-1]
    heads = [t for t in tokens if not first <= parse.head[t] <= last or parse.head[t] == t]
    heads = [t for t in heads if parse.tag[t] != "POS"] or [first]
    segment = parse.sentences[parse.sentence_of[first]].segment
    return Finding("benchmark", None, None, [], (first, last), heads[-1], [], "indirect", segment)


def resolve(
    report: Report,
    parse: Parse,
    mentions: Sequence[Mention],
    parties: Parties,
    descriptors: Descriptors,
    attributor: Learnt,
) -> list[Source]:
    """The sources of the mentions of one article, between those of its findings."""
    findings = attributor.find(report, parse)
    speakers = open_speakers(parse, findings, parties, descriptors)
    asked = [as_finding(parse, m) for m in mentions]
    heads = {f.speaker for f in asked}
    rest = [f for f in findings if f.continues is None and f.speaker not in heads]
    order = sorted([*rest, *asked], key=lambda f: -1 if f.speaker is None else f.speaker)
    found = {id(f): speakers.resolve(f) for f in order}
    return [found[id(f)] for f in asked]


def claimed(claims: Sequence[Claim], mention: Mention) -> Source | None:
    """The source of the first claim whose source span shares a character with the mention."""
    place = Span(mention.start, mention.end)
    return next((c.source for c in claims if any(s.overlaps(place) for s in c.source_span)), None)


def outcomes(reports: Sequence[Report], parses: Sequence[Parse]) -> Iterator[Outcome]:
    """Every mention but the unclear ones, in the order of dev."""
    parties, descriptors, attributor = load_parties(), load_descriptors(), Learnt()
    asked = read_set()
    for number, (report, parse) in enumerate(zip(reports, parses, strict=True)):
        mentions = [m for m in asked.get(report.id, ()) if m.label != "unclear"]
        if not mentions:
            continue
        claims = attributor.attribute(report, parse)
        found = resolve(report, parse, mentions, parties, descriptors, attributor)
        half = "odd" if number % 2 else "even"
        for mention, source in zip(mentions, found, strict=True):
            said = claimed(claims, mention)
            yield Outcome(mention, report.text, half, source, said, parties, descriptors)


def figures(found: Sequence[Outcome]) -> dict[str, float | int | None]:
    """The figures of some mentions; None where there is nothing to take a share of."""
    named = [o for o in found if o.mention.label == "named"]
    unnamed = [o for o in found if o.mention.label == "unnamed"]
    answered = [o for o in named if o.answered(o.source)]
    right = sum(o.right(o.source) for o in answered)
    reached = [(o, o.claimed) for o in named if o.claimed is not None]
    spoke = [(o, source) for o, source in reached if o.answered(source)]
    return {
        "named": len(named),
        "answered": _share(len(answered), len(named)),
        "right_of_answered": _share(right, len(answered)),
        "right": _share(right, len(named)),
        "unnamed": len(unnamed),
        "unnamed_left_unresolved": _share(
            sum(o.source.party is None for o in unnamed), len(unnamed)
        ),
        "reached": _share(sum(o.claimed is not None for o in found), len(found)),
        "reached_answered": _share(len(spoke), len(reached)),
        "reached_right_of_answered": _share(sum(o.right(s) for o, s in spoke), len(spoke)),
    }


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def measure(found: Sequence[Outcome]) -> dict[str, Any]:
    """The figures of the whole set, of its halves and of its kinds."""
    return {
        "set": "sources_polnear_dev",
        "all": figures(found),
        "halves": {h: figures([o for o in found if o.half == h]) for h in ("even", "odd")},
        "kinds": {k: figures([o for o in found if o.mention.kind == k]) for k in KINDS},
    }


def shown(o: Outcome) -> str | None:
    """A line on a mention that was not resolved as labelled; None for the others."""
    m, source = o.mention, o.source
    if m.label == "unnamed":
        verdict = "" if source.party is None else "CHOSEN"
    else:
        verdict = "" if o.answered(source) and o.right(source) else "wrong"
        verdict = verdict if o.answered(source) else "open"
    if not verdict:
        return None
    around = f"{o.text[max(0, m.start - 200) : m.start]}[[{o.text[m.start : m.end]}]]"
    around += o.text[m.end : m.end + 60]
    names = " | ".join(span.words(o.text) for span in m.refers)
    got = f"{source.name} {source.party or ''} {list(source.candidates) or ''}"
    return f"{verdict} {m.kind} {m.article[:40]}: {names} <- {got}\n    {' '.join(around.split())}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", type=int, default=0, help="print N mentions that went wrong")
    parser.add_argument("--half", choices=("even", "odd"), help="show only those of this half")
    options = parser.parse_args(arguments)
    reports = make_reports(load("polnear", "dev.jsonl"))
    found = list(outcomes(reports, list(english.parse(reports))))
    lines = [shown(o) for o in found if options.half in (None, o.half)]
    for line in [line for line in lines if line][: options.show]:
        print(line)
    print(json.dumps(measure(found), indent=1))


if __name__ == "__main__":
    main()
