"""Which comparison goes on where another stood."""

from counterclaim.ledger.succession import successors
from tests.ledger.made import comparison


def test_a_comparison_goes_on_when_a_claim_joins_one_of_its_sides() -> None:
    before = comparison("a", "b")
    after = comparison("ac", "b")
    assert successors([before], [comparison("d", "e"), after]) == {before.id: after}


def test_sides_that_changed_places_are_the_same_sides() -> None:
    before, after = comparison("b", "d"), comparison("ad", "b")
    assert successors([before], [after]) == {before.id: after}


def test_one_side_in_common_is_another_comparison() -> None:
    before = comparison("a", "b")
    assert successors([before], [comparison("a", "c")]) == {before.id: None}


def test_another_relation_or_another_slot_is_another_comparison() -> None:
    before = comparison("a", "b")
    others = [comparison("a", "b", relation="differs"), comparison("a", "b", slot="place")]
    assert successors([before], others) == {before.id: None}


def test_of_several_the_one_with_the_same_words_goes_on() -> None:
    before = comparison("a", "b", "19 and 22.")
    after = [comparison("ac", "b", "19 and 30."), comparison("ac", "b", "19 and 22.")]
    assert successors([before], after) == {before.id: after[1]}


def test_a_side_that_is_only_implied_stays_implied() -> None:
    before = comparison("a", "")
    assert successors([before], [comparison("a", "b")]) == {before.id: None}
    after = comparison("ac", "")
    assert successors([before], [after]) == {before.id: after}
