"""A parse as the numbers that the model reads."""

import pytest

from counterclaim.attribute.by_rule.find import find_attributions
from counterclaim.attribute.learnt import encoding
from counterclaim.attribute.learnt.encoding import Known, Stretch
from counterclaim.attribute.learnt.pieces import WordPieces
from counterclaim.attribute.quotations import find_quotations
from counterclaim.language import english
from counterclaim.language.cues import load_cues
from counterclaim.language.descriptors import load_descriptors
from counterclaim.language.parse import Parse
from counterclaim.language.parties import load_parties
from counterclaim.readers import read_text

pytest.importorskip("spacy")

PIECES = WordPieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]"])
TEXT = "The mayor said that “two bridges” had been closed.\n\nNobody was hurt, she added."


def _read(text: str) -> tuple[Parse, Known, list[Stretch]]:
    report = read_text(text)
    parse = english.parse_one(report)
    cues = load_cues()
    found = find_attributions(report, parse, cues, load_parties(), load_descriptors())
    known = encoding.what_rules_say(parse, found)
    features = encoding.word_features(parse, cues, find_quotations(report), known)
    return parse, known, list(encoding.stretches(parse, parse.word, features, PIECES, PIECES.frame))


def test_a_stretch_is_a_paragraph() -> None:
    parse, _, stretches = _read(TEXT)
    assert [parse.words(s.first, s.last) for s in stretches] == TEXT.split("\n\n")


def test_every_word_has_its_place_and_every_piece_its_features() -> None:
    for s in _read(TEXT)[2]:
        assert len(s.starts) == len(s)
        assert s.features.shape == (len(s.ids), len(encoding.FEATURES))
        assert (s.ids[0], s.ids[-1]) == PIECES.frame


def test_features_stay_within_their_tables() -> None:
    for s in _read(TEXT)[2]:
        assert (s.features < list(encoding.FEATURES.values())).all()
        assert (s.features >= 0).all()


def test_long_paragraphs_are_cut_between_sentences() -> None:
    parse, _, stretches = _read("The mayor said that two bridges had been closed. " * 60)
    assert len(stretches) > 1
    ends = {s.last for s in parse.sentences}
    assert all(s.last in ends for s in stretches)
    assert all(len(s.ids) <= encoding.MOST_PIECES + 2 for s in stretches)
    assert [s.first for s in stretches[1:]] == [s.last + 1 for s in stretches[:-1]]


def test_a_sentence_without_end_is_cut_too() -> None:
    _, _, stretches = _read("and the bridge " * 400)
    assert all(len(s.ids) <= encoding.MOST_PIECES + 2 for s in stretches)


def test_what_the_rules_say_is_told_by_word() -> None:
    parse, known, _ = _read(TEXT)
    part = dict(zip(parse.word, known.part, strict=True))
    kinds = {name: n for n, name in enumerate(encoding.PARTS)}
    assert part["mayor"] == kinds["source"]
    assert part["said"] == kinds["cue"]
    assert part["bridges"] == kinds["other content"]


def test_the_way_from_a_cue_goes_through_the_parse() -> None:
    parse, _, (first, _) = _read(TEXT)
    cue = parse.word.index("said")
    ways = encoding.paths(parse, cue, first.first, first.last)
    by_word = dict(zip(parse.word[: len(ways)], ways, strict=True))
    assert by_word["The"] == by_word["mayor"]
    assert by_word["mayor"] != by_word["bridges"]
    assert by_word["said"] == 2
    assert all(0 <= w < encoding.PATHS for w in ways)


def test_links_name_the_parts_of_the_rules_own_finding() -> None:
    parse, known, (first, second) = _read(TEXT)
    links = encoding.links(parse, known, parse.word.index("said"), first.first, first.last)
    assert {"mayor": 2, "said": 3, "bridges": 4}.items() <= dict(
        zip(parse.word, links, strict=False)
    ).items()
    nobody = encoding.links(parse, known, second.first, second.first, second.last)
    assert set(nobody) == {0}


def test_distances_are_signed_and_bounded() -> None:
    far = encoding.distances(500, 0, 1000)
    assert min(far) >= 0
    assert max(far) < encoding.DISTANCES
    assert far[499] < far[500] < far[501]


def test_every_kind_of_mark_is_spelt_as_one() -> None:
    marks = ["“", "”", "„", "«", "»", '"', "''", "``"]
    assert {encoding.spelling(m) for m in marks} == {'"'}
    assert {encoding.spelling(m) for m in "’‘'"} == {"'"}
