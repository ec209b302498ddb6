"""What the model reads says nothing of who speaks."""

import pytest

from counterclaim.attribute.learnt.names import without_names
from counterclaim.language import english
from counterclaim.readers import read_text


def _read(text: str) -> list[str]:
    parse = english.parse_one(read_text(text))
    return [without_names(parse, t).lower() for t in range(len(parse))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Moscow denied the report.", "Washington denied the report."),
        ("The Russian ministry denied it.", "The American ministry denied it."),
        ("She said that her aide had left.", "He said that his aide had left."),
        ("Mrs. Haddad said it was safe.", "Mr. Orlov said it was safe."),
    ],
)
def test_names_peoples_and_genders_are_read_alike(one: str, other: str) -> None:
    assert _read(one) == _read(other)


def test_all_other_words_are_left() -> None:
    words = _read("The governor denied on 3 May that two ships had sunk.")
    assert " ".join(words) == "the governor denied on 3 may that two ships had sunk ."
