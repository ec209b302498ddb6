"""From scores to attributions."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.attribute.learnt.decoding import (
    Floats,
    Scored,
    around,
    best_run,
    decode,
    log_odds,
)

NONE, SOURCE, CUE, CONTENT = range(4)


def _links(*rows: str) -> Floats:
    """Logits from a letter a word: s, c, C (content) and . for none of them."""
    table = np.zeros((len(rows), len(rows[0]), 4), dtype=np.float32)
    for n, row in enumerate(rows):
        for t, letter in enumerate(row):
            table[n, t, {".": NONE, "s": SOURCE, "c": CUE, "C": CONTENT}[letter]] = 6
    return table


def _cues(length: int, *anchors: int) -> Floats:
    scores = np.full(length, -6, dtype=np.float32)
    scores[list(anchors)] = 6
    return scores


def _decoded(rows: list[str], anchors: list[int], sentences: list[tuple[int, int]]) -> list[Scored]:
    length = len(rows[0])
    tagged = np.zeros((length, 4), dtype=np.float32)
    return decode(anchors, _cues(length, *anchors), tagged, _links(*rows), sentences, tagger=0)


def test_source_cue_and_content_are_runs_of_words() -> None:
    (found,) = _decoded(["sscCCC."], [2], [(0, 6)])
    assert (found.source, found.cue, found.content) == ((0, 1), (2, 2), ((3, 5),))


def test_a_content_on_both_sides_of_its_cue_is_one_content_of_two_runs() -> None:
    (found,) = _decoded(["CC.sc.CC"], [4], [(0, 7)])
    assert found.content == ((0, 1), (6, 7))


def test_a_hole_in_a_content_is_closed() -> None:
    (found,) = _decoded(["scCC.CCC"], [1], [(0, 7)])
    assert found.content == ((2, 7),)


def test_a_source_does_not_run_over_a_full_stop() -> None:
    (found,) = _decoded(["ssscCC"], [3], [(0, 0), (1, 5)])
    assert found.source == (1, 2)


def test_a_cue_without_content_is_no_attribution() -> None:
    assert _decoded(["sc..."], [1], [(0, 4)]) == []


def test_a_content_without_source_is_one() -> None:
    (found,) = _decoded([".cCC"], [1], [(0, 3)])
    assert found.source is None


def test_two_anchors_of_one_cue_are_one_attribution() -> None:
    assert len(_decoded(["sccCC", "sccCC"], [1, 2], [(0, 4)])) == 1


def test_two_cues_share_a_source_but_no_content() -> None:
    first, second = _decoded(["scCC....", "s...cCCC"], [1, 4], [(0, 7)])
    assert first.source == second.source == (0, 0)
    assert (first.content, second.content) == (((2, 3),), ((5, 7),))


def test_nothing_is_decoded_without_anchors() -> None:
    links = _links("...")
    assert decode([], _cues(3), links[0], links[:0], [(0, 2)], tagger=1) == []


def test_the_tagger_decides_where_the_linker_is_in_two_minds() -> None:
    links, tagged = _links("scCC."), _links("scCCC")[0]
    links[0, 4] = 0
    (found,) = decode([1], _cues(5, 1), tagged, links, [(0, 4)], tagger=1)
    assert found.content == ((2, 4),)


def test_log_odds_of_an_even_choice_are_below_even_for_each_role() -> None:
    odds = log_odds(np.zeros((1, 4), dtype=np.float32))
    assert np.allclose(odds, np.log(1 / 3), atol=1e-4)


def test_the_run_around_a_word_takes_its_neighbours_while_they_pay() -> None:
    assert around([-1, 2, 5, 1, -3], 2) == (1, 3)


@given(st.lists(st.floats(-5, 5), min_size=1, max_size=30))
def test_no_run_has_a_greater_sum_than_the_best(scores: list[float]) -> None:
    best = best_run(scores, 0, len(scores) - 1)
    sums = [sum(scores[a : b + 1]) for a in range(len(scores)) for b in range(a, len(scores))]
    if best is None:
        assert max(sums) <= 0
    else:
        assert abs(best[0] - max(sums)) < 1e-6
        assert abs(sum(scores[best[1] : best[2] + 1]) - best[0]) < 1e-6
