import pytest

from tests.attribute.speech import said

BODY = "\n\nThe road was closed on Monday and nobody was hurt, as far as the town could tell.\n"


@pytest.mark.parametrize(
    ("title", "source", "content"),
    [
        (
            "U.S. officials: Some missiles fell short of the coast",
            "U.S. officials",
            "Some missiles fell short of the coast",
        ),
        (
            "Toll of the blast passes forty: health ministry",
            "health ministry",
            "Toll of the blast passes forty",
        ),
        ("NATO: Jets crossed the border twice", "NATO", "Jets crossed the border twice"),
        ("Rebels have left the port - officials", "officials", "Rebels have left the port"),
        ("Two dead, says mayor of Marrow", "mayor of Marrow", "Two dead"),
        ("Two dead in Marrow, mayor says", "mayor", "Two dead in Marrow"),
        (
            "TWO DRONES DOWNED OVER MARROW, GOVERNOR SAYS",
            "GOVERNOR",
            "TWO DRONES DOWNED OVER MARROW",
        ),
        ("'We will not leave': residents defy the order", "residents", "We will not leave"),
        ("Army denies shelling Marrow market", "Army", "shelling Marrow market"),
    ],
)
def test_a_headline_can_ascribe_without_a_clause(title: str, source: str, content: str) -> None:
    found = said(title + BODY)
    assert [(s.source, s.content) for s in found] == [(source, content)]


@pytest.mark.parametrize(
    "title", ["Kunduz: what is known of the strike", "The long war: a timeline"]
)
def test_a_topic_before_a_colon_is_no_source(title: str) -> None:
    assert said(title + BODY) == []
