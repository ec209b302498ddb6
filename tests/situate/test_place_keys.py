from hypothesis import given
from hypothesis import strategies as st

from counterclaim.situate.gazetteer.names import is_latin, key_of
from counterclaim.situate.gazetteer.spelling import is_name, spellings

letters = st.text(st.characters(max_codepoint=0x17F, categories=["Lu", "Ll"]), min_size=1)


@given(letters)
def test_case_does_not_count(name: str) -> None:
    assert key_of(name.upper()) == key_of(name)


@given(letters, letters)
def test_hyphens_and_blanks_are_alike(one: str, other: str) -> None:
    assert key_of(f"{one}-{other}") == key_of(f"{one}   {other}")


def test_accents_apostrophes_and_dots_do_not_count() -> None:
    assert key_of("Ḩamāh") == "hamah"
    assert key_of("Dar'a") == key_of("Darʿā") == key_of("Dar’a") == "dara"
    assert key_of("U.S.") == key_of("US") == "us"
    assert key_of("Łódź") == "lodz"


def test_saints_and_mounts_have_one_spelling() -> None:
    assert key_of("Saint Louis") == key_of("St. Louis")
    assert key_of("Mount Hermon") == key_of("Mt. Hermon")


def test_the_article_before_a_name_goes() -> None:
    assert key_of("The Gambia") == "gambia"


def test_other_scripts_are_no_keys() -> None:
    assert is_latin(key_of("Homs"))
    assert not is_latin(key_of("Хомс"))
    assert not is_latin(key_of("حمص"))


def test_codes_and_machine_transliterations_are_no_names() -> None:
    assert not is_name("ALP")
    assert not is_name("hlb")
    assert is_name("al-Hasakah")
    assert is_name("Aleppo")


def test_an_arabic_name_is_also_found_without_its_article() -> None:
    found = spellings("Al Hasakah", (), (), "SY")
    assert found == {"al hasakah": 0, "hasakah": 0}
    assert "hambra" not in spellings("Al Hambra", (), (), "ES")


def test_the_main_use_of_a_key_stands() -> None:
    assert spellings("Scots", ("scots",), ("Scots",), None) == {"scots": 0}
