import pytest

from tests.attribute.speech import read_claims, said

ITEMS = ["a truce of ten days", "the release of all prisoners", "an end to the siege of the port"]


@pytest.mark.parametrize("bullet", ["- ", "• ", "– ", "* "])
@pytest.mark.parametrize("joint", ["\n", "\n\n"])
def test_each_item_of_a_list_of_demands_is_a_demand(bullet: str, joint: str) -> None:
    lines = ["The rebels demanded:", *(f"{bullet}{item};" for item in ITEMS)]
    found = said(joint.join(lines))
    assert [(s.source, s.content, s.stance) for s in found] == [
        ("rebels", item, "demands") for item in ITEMS
    ]


def test_items_may_be_numbered_and_the_demand_a_noun() -> None:
    found = said(
        "The envoy issued two demands:\n\n1. The siege must end.\n\n2. The port must open."
    )
    assert [(s.source, s.content, s.stance) for s in found] == [
        ("envoy", "The siege must end", "demands"),
        ("envoy", "The port must open", "demands"),
    ]


def test_a_list_according_to_somebody_is_his() -> None:
    found = said("According to the ministry:\n\n• two drones fell\n\n• nobody was hurt")
    assert [(s.source, s.content) for s in found] == [
        ("ministry", "two drones fell"),
        ("ministry", "nobody was hurt"),
    ]


def test_every_item_has_an_id_of_its_own_and_the_cue_of_the_lead_in() -> None:
    report, claims = read_claims("The rebels demanded:\n\n- a truce;\n\n- bread.")
    assert len({c.id for c in claims}) == 2
    assert {c.cue[0].words(report.text) for c in claims} == {"demanded"}


def test_a_list_below_a_line_that_names_nobody_is_narration() -> None:
    assert said("What to pack:\n\n- water\n\n- bread") == []
