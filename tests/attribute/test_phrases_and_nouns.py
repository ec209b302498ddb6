import pytest

from tests.attribute.speech import Said, only, said


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("According to the ministry, two bridges were hit.", "ministry", "two bridges were hit"),
        ("Two bridges were hit, according to two officials.", "two officials", "Two bridges were hit"),
        (
            "Two people were hurt, according to Oleh Bondar, the head of the region, and one later died.",
            "Oleh Bondar",
            "Two people were hurt … and one later died",
        ),
        ("In the general’s view, the war was over.", "general", "the war was over"),
        ("In the words of the envoy, the truce was dead.", "envoy", "the truce was dead"),
    ],
)  # fmt: skip
def test_a_fixed_phrase_ascribes_the_clause_around_it(text: str, source: str, content: str) -> None:
    assert only(text) == Said(source, content, "asserts", "indirect")


def test_reportedly_ascribes_to_nobody_and_keeps_its_distance() -> None:
    found = only("The rebels reportedly captured the airbase on Sunday.")
    assert found.source == "not named"
    assert found.content == "The rebels … captured the airbase on Sunday"


def test_a_noun_with_an_owner_ascribes_its_clause() -> None:
    found = said("The ministry’s claim that the depot was empty was disputed by the monitors.")
    assert ("ministry", "that the depot was empty") in [(s.source, s.content) for s in found]
    assert ("monitors", "denies") in [(s.source, s.stance) for s in found]


def test_allegations_need_no_owner() -> None:
    found = only("Allegations that prisoners were beaten surfaced in May.")
    assert (found.source, found.stance) == ("not named", "accuses")


def test_a_noun_without_clause_or_owner_ascribes_nothing() -> None:
    assert said("The statement was long.") == []


@pytest.mark.parametrize("verb", ["is", "was", "remains"])
def test_an_adjective_of_belief_ascribes_its_clause(verb: str) -> None:
    found = only(f"The mayor {verb} convinced that the road is open.")
    assert (found.source, found.content) == ("mayor", "that the road is open")


def test_whom_a_source_cites_is_no_speaker() -> None:
    assert [
        s.source for s in said("The group, which cited local doctors, said that six died.")
    ] == ["group"]
