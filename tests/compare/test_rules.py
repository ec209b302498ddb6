"""The rules' language, the word classes, and the view that both are read over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.compare.numerals import numerals
from counterclaim.compare.patterns import compile_pattern, matches, rules
from counterclaim.compare.view import Fragment, view
from counterclaim.compare.words import classes, groups, table
from tests.compare.builder import PARTIES

NAMES = ("target", "civilian_harm", "actor", "said_so", "responsibility", "implied")


def test_every_rule_compiles_and_ids_are_unique():
    ids = [rule.id for name in NAMES for rule, _, _ in rules(name)]
    ids += [row["id"] for row in table("rules", "relations.toml")["rule"]]
    assert len(ids) == len(set(ids))


def test_every_word_is_as_the_view_gives_it():
    for name, words in classes().items():
        for word in words:
            assert word == word.lower(), (name, word)
            seen = view([Fragment(word, 0)], PARTIES)
            assert "§" in seen.line or seen.line == f" {word} ", (name, word)


def test_wider_groups_are_groups():
    for group in groups().values():
        assert group.wider <= groups().keys()


@pytest.mark.parametrize(
    ("pattern", "line", "found"),
    [
        ("a <be>? b", " a was b ", True),
        ("a <be>? b", " a b ", True),
        ("a ..2 b", " a x y b ", True),
        ("a ..2 b", " a x y z b ", False),
        ("a ..2 b", " a . b ", False),
        ("a|c b", " c b ", True),
        ("a b", " xa b ", False),
        ("a b", " a bx ", False),
    ],
)
def test_elements(pattern, line, found):
    assert bool(compile_pattern(pattern).search(line)) is found


def test_an_unknown_class_is_an_error():
    with pytest.raises(KeyError):
        compile_pattern("<no_such_class> a")


@given(st.text(max_size=80), st.integers(0, 50))
def test_every_item_knows_its_characters(text, start):
    seen = view([Fragment(text, start)], PARTIES)
    for item, first, last in zip(seen.items, seen.first, seen.last, strict=True):
        assert start <= first < last <= start + len(text)
        if not item.startswith("§") and item.isascii():
            assert text[first - start : last - start].replace("’", "'").lower() == item


def test_a_match_gives_the_words_of_the_report():
    text = "said that Islamic State (IS) targets were hit"
    seen = view([Fragment(text, 100)], PARTIES)
    found = next(iter(matches(seen, "target")))
    span = seen.span(found.first, found.last)
    assert text[span.start - 100 : span.end - 100].startswith("Islamic State (IS) targets")


@pytest.mark.parametrize(
    ("words", "value", "low", "high"),
    [
        ("twelve", 12, 12, 12),
        ("1,500", 1500, 1500, 1500),
        ("two hundred and", 200, 200, 200),
        ("twenty-six", 26, 26, 26),
        ("three hundred fifty", 350, 350, 350),
        ("two thousand five hundred", 2500, 2500, 2500),
        ("a dozen", 12, 12, 12),
        ("3 million", 3e6, 3e6, 3e6),
        ("at least 19", 19, 19, float("inf")),
        ("up to 8", 8, 0, 8),
        ("about 50", 50, 45, 55.00000000000001),
    ],
)
def test_numbers_in_words_and_digits(words, value, low, high):
    (found,) = list(numerals(words.split()))
    assert (found.value, found.low, found.high) == (value, low, high)


def test_an_article_is_no_number():
    assert list(numerals(["a", "house"])) == []
