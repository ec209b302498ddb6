"""The arithmetic of the benchmarks on places."""

import xml.etree.ElementTree as ElementTree

import pytest

from tests.samples.benchmark_modules import quality

calibration, abstention = quality("calibration"), quality("abstention")
drawing, answered = quality("drawing"), quality("answered")


def test_what_comes_true_as_often_as_told_has_no_error() -> None:
    told = [(0.75, True)] * 3 + [(0.75, False)]
    assert calibration.expected_error(told) == pytest.approx(0)
    assert calibration.expected_error([(0.9, False)] * 4) == pytest.approx(0.9)
    assert calibration.expected_error([]) == 0


def test_bins_are_weighed_by_what_they_hold() -> None:
    told = [(0.95, True)] * 9 + [(0.15, True)]
    assert calibration.expected_error(told) == pytest.approx(0.9 * 0.05 + 0.1 * 0.85)


def test_the_surest_are_answered_first() -> None:
    found = tuple(
        answered.Answered(n, chance, right, ())
        for n, (chance, right) in enumerate([(0.5, False), (0.9, True), (0.7, True)])
    )
    answers = answered.PlaceAnswers((*found, answered.Answered(3, None, None, ())), 5)
    assert abstention.right_of(answers, 0.5, 4) == {"answered": 0.5, "right": 1.0, "least": 0.7}
    assert abstention.right_of(answers, 0.6, 5)["right"] == pytest.approx(2 / 3)
    assert abstention.right_of(answers, 0.9, 5) is None
    assert abstention.curve(answers)[-1] == (0.75, pytest.approx(2 / 3))


def test_a_hundred_miles_are_near_and_more_are_not() -> None:
    assert answered.near(50.0, 10.0, (51.4, 10.0))
    assert not answered.near(50.0, 10.0, (51.5, 10.0))


def test_a_chart_is_well_formed_and_says_what_it_shows() -> None:
    line = drawing.Line("a < b", ((0.0, 0.2), (1.0, 0.9)), (3, 400))
    chart = drawing.Chart("Told & true", "x", "y", (0, 1), (0, 1), (line,), diagonal=True)
    root = ElementTree.fromstring(drawing.svg(chart))
    texts = [element.text for element in root.iter() if element.tag.endswith("text")]
    assert {"Told & true", "a < b", "x", "y"} <= set(texts)
    assert root.get("aria-label") == "Told & true"


def test_the_pictures_of_the_docs_are_well_formed() -> None:
    for path in (calibration.PICTURE, abstention.PICTURE):
        assert ElementTree.fromstring(path.read_text(encoding="utf-8")).tag.endswith("svg")
