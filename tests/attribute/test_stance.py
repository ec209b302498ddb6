import pytest

from tests.attribute.speech import said


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("“We did not bomb the hospital,” the spokesman said.", "denies"),
        ("“We are not prepared to talk to them,” the envoy said.", "rejects"),
        ("“They will attack again within days,” the officer said.", "predicts"),
        ("“We will retake the city soon,” the general said.", "promises"),
        ("“The other side must leave the town,” the envoy said.", "demands"),
        ("“The report is false and they know it,” the envoy said.", "denies"),
        ("“If they left, that would help the talks,” the envoy said.", "asserts"),
        ("The general said that the war would last for years.", "predicts"),
        ("The group said it would free the hostages.", "promises"),
        ("The minister could not confirm that the pilot was alive.", "asserts"),
        ("The army did not say that the town had fallen.", "asserts"),
        ("The army did not deny that the town had fallen.", "denies"),
        ("The monitors questioned whether the toll was complete.", "doubts"),
        ("The envoy warned of a long war.", "predicts"),
        ("The governor dismissed the reports.", "rejects"),
        ("The charity called for an inquiry.", "demands"),
        ("The envoy voiced an idea that surprised everybody.", "proposes"),
        ("The monitors expressed doubts about the toll.", "doubts"),
        ("“We demand a full inquiry,” the envoy said.", "demands"),
    ],
)
def test_cue_and_words_give_the_stance(text: str, stance: str) -> None:
    assert [s.stance for s in said(text)] == [stance]


def test_a_denial_goes_on_in_the_next_negative_sentence_of_its_source() -> None:
    text = (
        "A source close to the envoy denied that he had made the offer. “The envoy spoke of talks,” "
        "the source said. “The rest is not his idea.”"
    )
    assert [s.stance for s in said(text) if s.source.startswith("source")][-1] == "denies"
