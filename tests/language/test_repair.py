import pytest

from counterclaim.language import english
from counterclaim.language.parse import Parse
from counterclaim.readers import read_text


def head_of(parse: Parse, word: str) -> str:
    return parse.word[parse.head[parse.lower.index(word)]]


@pytest.mark.parametrize(
    ("text", "verb", "head"),
    [
        ("Activists say that the campaign has failed and claim heavy losses.", "claim", "say"),
        (
            "The general claimed that the town had fallen and promised to go on.",
            "promised",
            "claimed",
        ),
    ],
)
def test_a_second_reporting_verb_hangs_where_its_form_agrees(
    text: str, verb: str, head: str
) -> None:
    assert head_of(english.parse_one(read_text(text)), verb) == head


def test_of_two_subjects_the_first_belongs_to_the_clause_around_the_parenthesis() -> None:
    text = "The plan was dropped; the president, the source said, had merely spoken of talks."
    parse = english.parse_one(read_text(text))
    assert head_of(parse, "president") == "spoken"
    assert head_of(parse, "source") == "said"


def test_a_verb_that_agrees_with_the_nearer_one_stays() -> None:
    text = "The army said that the mayor denied the report and claimed asylum."
    assert head_of(english.parse_one(read_text(text)), "claimed") == "denied"
