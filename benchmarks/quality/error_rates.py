"""How often which kind of case goes wrong: makes docs/explanation/error-rates.md.

    python benchmarks/quality/error_rates.py [--part PART] [--limit N]
    python benchmarks/quality/error_rates.py --write       measures all parts and writes the page
    python benchmarks/quality/error_rates.py --examples    runs only the page's sentences anew

Without --write it prints one JSON object a part. The figures come from the scored sets (see
`error_kinds`); the sentences are our own (`error_examples.toml`), and what the page says of them is
what the program makes of them: tests/situate/test_error_rates.py compares.
"""

import argparse
import json
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
from error_kinds import PARTS, Case

from counterclaim.model.event import Event, Quantity
from counterclaim.model.reading import Reading
from counterclaim.model.spans import quoted
from counterclaim.pipeline import read

HERE = Path(__file__).resolve().parent
PAGE = HERE.parents[1] / "docs" / "explanation" / "error-rates.md"
PUBLISHED = "2015-10-08"
_EXAMPLES = re.compile(r"(<!-- examples: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
_FIGURES = re.compile(r"(<!-- figures: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


class Example(msgspec.Struct, frozen=True):
    """A sentence; `reader` is what a person makes of it, `words` which of its places to look at."""

    text: str
    reader: str
    words: tuple[str, ...] = ()


class Kind(msgspec.Struct, frozen=True):
    """A kind of case, and what a user can do about its errors."""

    part: str
    id: str
    title: str
    advice: str
    example: tuple[Example, ...]


def kinds(part: str) -> list[Kind]:
    """The kinds of a part, in the order of the file."""
    table = tomllib.loads((HERE / "error_examples.toml").read_text(encoding="utf-8"))
    found = msgspec.convert(table["kind"], tuple[Kind, ...])
    return [kind for kind in found if kind.part == part]


def shown(part: str, example: Example) -> str:
    """What the program makes of a sentence, in the words of the page."""
    reading = read(example.text, published=PUBLISHED)
    said = "; ".join(_SHOWN[part](reading, example.words))
    return said or "nothing"


def _claims(reading: Reading, _words: Sequence[str]) -> list[str]:
    out = []
    for c in reading.claims:
        contents = " ".join(f"“{s.words(reading.text)}”" for s in c.content)
        source = quoted(reading.text, c.source_span) if c.source_span else c.source.name
        out.append(f"{source.removeprefix('The ').removeprefix('the ')} {c.stance} {contents}")
    return out


def _places(reading: Reading, words: Sequence[str]) -> list[str]:
    found = {t.name: t for t in reading.toponyms}
    out = []
    for word in words:
        told = found.get(word)
        if told is None:
            out.append(f"{word}: no place")
        elif told.gazetteer_id is None:
            out.append(f"{word}: open")
        else:
            out.append(f"{word}: {told.canonical}, {told.country or 'no country'}")
    return out


def _times(reading: Reading, _words: Sequence[str]) -> list[str]:
    return [f"{t.span.words(reading.text)}: {t.value}" for t in reading.times]


def _amount(q: Quantity) -> str:
    low, best, high = (None if n is None else f"{n:g}" for n in (q.low, q.best, q.high))
    if q.form == "about" and best:
        return f"about {best}"
    if low and high and low != high:
        return f"{low} to {high}"
    return best or (f"at least {low}" if low else f"at most {high}" if high else "no number")


def _quantities(reading: Reading, _words: Sequence[str]) -> list[str]:
    return [f"{q.what} {_amount(q)}" for e in reading.events for q in e.quantities]


def _events(reading: Reading, _words: Sequence[str]) -> list[str]:
    return [f"{e.type}: {_names(e, 'actor')} → {_names(e, 'target')}" for e in reading.events]


def _names(event: Event, role: str) -> str:
    return " and ".join(p.name for p in getattr(event, role))


_SHOWN = {
    "attribution": _claims,
    "places": _places,
    "times": _times,
    "quantities": _quantities,
    "events": _events,
}


def examples(part: str) -> str:
    """The examples of a part as Markdown."""
    lines = []
    for kind in kinds(part):
        lines.append(f"**{kind.title[0].upper()}{kind.title[1:]}.** {kind.advice}\n")
        for one in kind.example:
            told = shown(part, one)
            lines.append(f"- {one.text}  ")
            if told == one.reader:
                lines.append(f"  ✓ read as: {told}")
            else:
                lines.append(f"  ✗ read as: {told}  ")
                lines.append(f"  a reader says: {one.reader}")
        lines.append("")
    return "\n".join(lines)


def figures(part: str, cases: Iterable[Case]) -> list[dict[str, object]]:
    """For each kind of a part: cases, missed, wrong, and its share of the part's errors."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for case in cases:
        told[case.kind][case.outcome] += 1
    errors = sum(t["missed"] + t["wrong"] for t in told.values()) or 1
    known = {kind.id for kind in kinds(part)}
    assert set(told) <= known, f"{part}: kinds without words: {set(told) - known}"
    return [
        {
            "kind": kind.id,
            "title": kind.title,
            "cases": sum(told[kind.id].values()),
            "missed": told[kind.id]["missed"],
            "wrong": told[kind.id]["wrong"],
            "share_of_errors": (told[kind.id]["missed"] + told[kind.id]["wrong"]) / errors,
        }
        for kind in kinds(part)
        if kind.id in told
    ]


def table(rows: Sequence[dict[str, object]]) -> str:
    """The figures as a Markdown table, the commonest errors first."""
    lines = [
        "| kind of case | cases | missed | wrong | of all errors of this part |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for row in sorted(rows, key=lambda r: -float(str(r["share_of_errors"]))):
        cases = int(str(row["cases"]))
        missed, wrong = (f"{100 * int(str(row[k])) / cases:.0f} %" for k in ("missed", "wrong"))
        share = f"{100 * float(str(row['share_of_errors'])):.0f} %"
        lines.append(f"| {row['title']} | {cases:,} | {missed} | {wrong} | {share} |")
    return "\n".join([*lines, ""])


def with_examples(page: str) -> str:
    """The page with its sentences run anew."""
    return _EXAMPLES.sub(lambda m: f"{m[1]}\n{examples(m[2])}\n{m[3]}", page)


def with_figures(page: str, measured: dict[str, list[dict[str, object]]]) -> str:
    """The page with the tables of the parts that were measured."""
    return _FIGURES.sub(
        lambda m: f"{m[1]}\n{table(measured[m[2]])}\n{m[3]}" if m[2] in measured else m[0], page
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the figures or writes the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=list(PARTS), help="one part only")
    parser.add_argument("--limit", type=int, default=None, help="only the first N documents")
    parser.add_argument("--write", action="store_true", help="write the page")
    parser.add_argument("--examples", action="store_true", help="only the page's sentences")
    options = parser.parse_args(arguments)
    chosen = [] if options.examples else [options.part] if options.part else list(PARTS)
    measured = {}
    for part in chosen:
        measured[part] = figures(part, PARTS[part](options.limit))
        print(json.dumps({"part": part, "kinds": measured[part]}, indent=1), flush=True)
    if options.write or options.examples:
        page = with_examples(PAGE.read_text(encoding="utf-8"))
        PAGE.write_text(with_figures(page, measured), encoding="utf-8")


if __name__ == "__main__":
    main()
