"""Who is in a sentence does not change how it is parsed."""

import pytest

from counterclaim.language import english
from counterclaim.language.parse import Parse
from counterclaim.language.stand_ins import stand_ins
from counterclaim.readers import read_text

FRAME = "{a} said on Friday that {b} planes had shelled the port, and {he} accused {a} of lying."
PAIRS = [
    {"a": "Russia", "b": "Russian", "he": "he"},
    {"a": "Kenya", "b": "Kenyan", "he": "she"},
    {"a": "Portugal", "b": "Portuguese", "he": "She".lower()},
]


def parse(text: str) -> Parse:
    return english.parse_one(read_text(text))


def test_countries_and_genders_are_parsed_alike() -> None:
    parses = [parse(FRAME.format(**pair)) for pair in PAIRS]
    assert len({(*p.tag, *p.dep, *p.head, *p.entity) for p in parses}) == 1


@pytest.mark.parametrize("pair", PAIRS)
def test_words_and_places_stay_those_of_the_text(pair: dict[str, str]) -> None:
    text = FRAME.format(**pair)
    found = parse(text)
    assert [text[a:b] for a, b in zip(found.start, found.end, strict=True)] == found.word
    assert found.word[0] == pair["a"]


@pytest.mark.parametrize(
    ("words", "parsed"),
    [
        ("Peru told Chile", "Germany told Germany"),
        ("Jordan closed the border", "Germany closed the border"),
        ("Jordan Hale closed the border", None),
        ("the Washington Ledger", None),
        ("In Washington , he", "In Berlin , she"),
        ("They left", None),
        ("turkey and china", None),
        ("Democrats and Republicans", "Republicans and Republicans"),
    ],
)
def test_only_names_stand_in(words: str, parsed: str | None) -> None:
    assert stand_ins(words.split()) == (parsed.split() if parsed else None)
