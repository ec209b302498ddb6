import pytest

from counterclaim.language.foreign import is_foreign


@pytest.mark.parametrize(
    "text",
    [
        "Российские военные заявили, что удар был нанесён по базе боевиков.",
        "قال الجيش إن الغارة أصابت قاعدة في المدينة.",
        "Die Behörden teilten am Freitag mit, zwölf Menschen seien bei dem Brand einer Mühle verletzt "
        "worden, die Ursache werde noch ermittelt.",
        "Le ministre a déclaré vendredi que douze personnes avaient été blessées dans l’incendie du "
        "moulin, dont la cause reste inconnue.",
    ],
)
def test_another_language_is_noticed(text: str) -> None:
    assert is_foreign(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12 - 14",
        "Mill burns, twelve hurt",
        "The ministry said on Friday that twelve people were hurt when a mill burnt in Hama.",
        "THE MINISTRY SAID ON FRIDAY THAT TWELVE PEOPLE WERE HURT WHEN A MILL BURNT IN HAMA.",
        "Dûmā and Ḩamāh, Ar Raqqah and Jarābulus were shelled, the ministry said, and no one was hurt.",
    ],
)
def test_english_and_what_is_too_short_to_tell_are_left_alone(text: str) -> None:
    assert not is_foreign(text)
