"""Whose figures changed."""

from counterclaim.ledger.tolls import Amount, toll_changes
from tests.ledger.made import figure


def test_a_later_figure_of_the_same_source_is_a_change() -> None:
    later = figure(22, report="r2", published="2024-05-05")
    (change,) = toll_changes([figure(19)], [figure(19), later])
    assert (change.source, change.what) == ("Novi Brod Hospital", "killed")
    assert (change.before, change.after) == ((Amount(19, 19, 19),), (Amount(22, 22, 22),))


def test_an_older_report_that_comes_late_changes_nothing() -> None:
    older = figure(7, report="r0", published="2024-05-01")
    assert toll_changes([figure(19)], [figure(19), older]) == ()


def test_another_source_or_a_first_figure_is_no_change() -> None:
    assert toll_changes([figure(19)], [figure(19), figure(3, source="Ana Reval")]) == ()
    assert toll_changes([figure(19)], [figure(19), figure(3, what="injured")]) == ()


def test_a_corrected_report_is_a_change() -> None:
    (change,) = toll_changes([figure(19)], [figure(22)])
    assert change.after == (Amount(22, 22, 22),)


def test_figures_of_one_day_stand_side_by_side_and_none_is_chosen() -> None:
    (change,) = toll_changes([figure(19)], [figure(22), figure(20, report="r2")])
    assert change.after == (Amount(20, 20, 20), Amount(22, 22, 22))


def test_a_party_is_one_source_under_all_its_names() -> None:
    one = figure(19, source="MSF", party="party:msf")
    two = figure(22, source="the charity", party="party:msf", published="2024-05-06")
    assert len(toll_changes([one], [one, two])) == 1


def test_those_who_are_not_known_by_name_are_not_taken_for_one() -> None:
    for source, anonymous in (("officials", False), ("Officials", True)):
        told = [figure(n, source=source, anonymous=anonymous) for n in (19, 22)]
        assert toll_changes(told[:1], told[1:]) == ()


def test_an_outlets_own_voice_is_that_outlets() -> None:
    told = [figure(n, source=None) for n in (19, 22)]
    (change,) = toll_changes(told[:1], told[1:])
    assert (change.source, change.outlet) == (None, "The Courier")
    assert toll_changes([figure(19, source=None)], [figure(22, source=None, outlet="Herald")]) == ()


def test_words_without_a_number_are_no_figure() -> None:
    assert toll_changes([figure(19)], [figure(None)]) == ()
