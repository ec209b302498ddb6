"""Reports made by seed: one agency's text as forty outlets print it, and what two others say.

An outlet prints the text whole, cut from the end or in the middle, under another heading, worded
lightly otherwise, with a paragraph of its own or with another origin's statement spliced in, with the
agency named in one of the ways that outlets have, or not at all. All words are our own.
"""

import hashlib
import random
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from counterclaim.model.report import Report
from counterclaim.readers import read_text

OUTLETS = 40
WORDED = 0.35
"""Share of the sentences that an outlet which words lightly otherwise words otherwise."""
SPLICED = 0.1
"""Share of the outlets that add what another origin says."""
NEXT_DAY = 0.2


class Corpus(NamedTuple):
    """The reports of one seed and the number of utterances that their claims go back to."""

    reports: tuple[Report, ...]
    origins: int


@cache
def _file() -> dict[str, Any]:
    path = Path(__file__).with_name("agency_texts.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def text_names() -> tuple[str, ...]:
    """The agency texts by name; the last was not looked at while rules were fitted."""
    return tuple(text["id"] for text in _file()["text"])


def corpus(name: str, seed: int, outlets: int = OUTLETS) -> Corpus:
    """Forty prints of the agency text `name` and the reports of two other origins, in any order."""
    text = next(t for t in _file()["text"] if t["id"] == name)
    chance = random.Random(f"{name}/{seed}")
    names = chance.sample(_file()["outlets"]["names"], outlets)
    reports = [_print(text, outlet, chance) for outlet in names]
    for other in text["others"]:
        head, _, body = chance.choice(other["texts"]).partition("\n\n")
        reports.append(_report(other["outlet"], head, body, text["published"]))
    chance.shuffle(reports)
    return Corpus(tuple(reports), 1 + len(text["others"]))


def _print(text: dict[str, Any], outlet: str, chance: random.Random) -> Report:
    """The agency text as one outlet prints it."""
    manner = {w for w in ("cut", "head", "words", "local") if chance.random() < 0.45}
    paragraphs = [_sentences(p["sentences"], "words" in manner, chance) for p in text["paragraphs"]]
    if "cut" in manner:
        paragraphs = _cut(paragraphs, chance)
    if "local" in manner:
        place = chance.randrange(1, len(paragraphs) + 1)
        paragraphs.insert(place, chance.choice(_file()["local"]["paragraphs"]))
    if chance.random() < SPLICED:
        other = chance.choice(text["others"])
        paragraphs.append(chance.choice(other["texts"]).partition("\n\n")[2])
    title = chance.choice(text["titles"]) if "head" in manner else text["titles"][0]
    body = "\n\n".join(_credited(paragraphs, text, chance))
    day = text["published"]
    if chance.random() < NEXT_DAY:
        day = (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    return _report(outlet, title, body, day)


def _sentences(sentences: list[list[str]], worded: bool, chance: random.Random) -> str:
    return " ".join(
        chance.choice(forms[1:]) if worded and forms[1:] and chance.random() < WORDED else forms[0]
        for forms in sentences
    )


def _cut(paragraphs: list[str], chance: random.Random) -> list[str]:
    """Two paragraphs and more are kept, the first among them."""
    keep = chance.randrange(2, len(paragraphs) + 1)
    if chance.random() < 0.6:
        return paragraphs[:keep]
    return [p for n, p in enumerate(paragraphs) if n < 1 or chance.random() < 0.6] or paragraphs[:1]


def _credited(paragraphs: list[str], text: dict[str, Any], chance: random.Random) -> Iterator[str]:
    """The paragraphs with the agency named before, above or below them, or nowhere."""
    names = {k: text[k] for k in ("agency", "place", "date")}
    form = {k: chance.choice(forms).format(**names) for k, forms in _file()["credits"].items()}
    if form["above"]:
        yield form["above"]
    yield form["opening"] + paragraphs[0]
    yield from paragraphs[1:]
    if form["below"]:
        yield form["below"]


def _report(outlet: str, title: str, body: str, published: str) -> Report:
    text = f"{title}\n\n{body}"
    key = hashlib.sha256(f"{outlet}\n{text}".encode()).hexdigest()[:12]
    return read_text(
        text, published=published, outlet=outlet, title=title, url=f"https://example.org/{key}"
    )


# Two interviews of one official


INTERVIEW = (
    (
        "“The road will be open by Sunday, whatever the river does,” {person}, the head of the "
        "roads office, told {outlet} in an interview on {day}.\n\n{person} said that {n} crews were "
        "at work on the dam and that nobody would be asked to leave their home."
    ),
    (
        "The head of the roads office, {person}, said in an interview with {outlet} on {day} that "
        "the road would be open by Sunday. “The river has given us all it has,” {person} said, "
        "and added that {n} crews were at work on the dam."
    ),
    (
        "In an interview with {outlet} on {day}, {person}, the head of the roads office, promised "
        "that the road would be open by Sunday and said that {n} crews were at work on the dam. "
        "“We have sand for another week,” {person} said."
    ),
)
PEOPLE = ("Jana Horak", "Petr Novak", "Lidia Marsh", "Emil Sorensen", "Ines Calder")
DAYS = (("2024-04-15", "Monday"), ("2024-04-16", "Tuesday"), ("2024-04-18", "Thursday"))


def interviews(seed: int) -> tuple[Report, ...]:
    """Two outlets that each interviewed one official, on two days."""
    chance = random.Random(f"interviews/{seed}")
    person = chance.choice(PEOPLE)
    crews = chance.randrange(4, 30)
    out = []
    for outlet, (day, name), form in zip(
        chance.sample(_file()["outlets"]["names"], 2),
        chance.sample(DAYS, 2),
        chance.sample(INTERVIEW, 2),
        strict=True,
    ):
        the = outlet if outlet.startswith("The ") else f"the {outlet}"
        body = form.format(person=person, outlet=the, day=name, n=crews)
        out.append(_report(outlet, f"Official speaks of the road to {outlet}", body, day))
    return tuple(out)
