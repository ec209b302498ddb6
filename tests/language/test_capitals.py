from pathlib import Path

import pytest

from counterclaim.language import english
from counterclaim.language.canonical import canonical
from counterclaim.language.capitals import load_vocabulary, names_in_capitals
from counterclaim.readers import read_text


def restored(text: str) -> str:
    names = names_in_capitals([text], load_vocabulary(english.load().path))
    return canonical(text, names)


@pytest.mark.parametrize(
    ("loud", "plain"),
    [
        ("REBELS LEFT QUEZALTEPEQUE ON FRIDAY.", "Rebels left Quezaltepeque on Friday."),
        ("A COLOMBIAN JUDGE FLEW TO BOGOTA.", "A Colombian judge flew to Bogota."),
        ("THE RED DAWN FRONT [RDF] FIGHTERS FLED.", "The red dawn front       fighters fled."),
        ("U.S. SOLDIERS HELD M-16 RIFLES.", "U.S. soldiers held M-16 rifles."),
        ("THE ROAD TO LA UNION AND SAN PEDRO.", "The road to La Union and San Pedro."),
        ("THE ANTIAIRCRAFT GUNSHIP CRASHED.", "The antiaircraft gunship crashed."),
        ("[PRESIDENT ANDRES] RIVAS LEFT ON 3 MAY.", "[President Andres] Rivas left on 3 May."),
    ],
)
def test_names_keep_their_capitals_in_a_text_of_capitals(loud: str, plain: str) -> None:
    assert restored(loud) == plain


def test_a_text_with_small_letters_is_left_to_itself() -> None:
    text = "REBELS LEAVE MARROW\n\nRebels have left the town of Marrow, officials said on Friday."
    title, *rest = [t for _, _, t in english._pieces(read_text(text))]
    assert title == "Rebels leave Marrow"
    assert rest == ["Rebels have left the town of Marrow, officials said on Friday."]


def test_without_a_dictionary_only_what_is_listed_is_a_name(tmp_path: Path) -> None:
    names = names_in_capitals(["THE QUEZALTEPEQUE ROAD TO BOGOTA"], load_vocabulary(tmp_path))
    assert names == {"bogota"}
