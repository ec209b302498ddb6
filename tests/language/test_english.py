from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.language import english
from counterclaim.language.canonical import canonical
from counterclaim.language.parse import Parse
from counterclaim.model.report import Report
from counterclaim.readers import read_text


def check(report: Report, parse: Parse) -> None:
    """What must hold of every parse."""
    n = len(parse)
    lists = (parse.lower, parse.start, parse.end, parse.tag, parse.dep, parse.head, parse.entity)
    assert all(len(column) == n for column in lists)
    for i in range(n):
        assert parse.end[i] - parse.start[i] == len(parse.word[i]) > 0
        assert 0 <= parse.head[i] < n
        assert parse.left[i] <= i <= parse.right[i]
        assert parse.sentence_of[parse.head[i]] == parse.sentence_of[i]
    assert sorted(parse.start) == parse.start
    for sentence in parse.sentences:
        segment = report.segments[sentence.segment]
        assert segment.span.covers(parse.span(sentence.first, sentence.last))
        assert segment.kind in english.PARSED
        plain, base = canonical(segment.span.words(report.text)), segment.span.start
        for i in range(sentence.first, sentence.last + 1):
            assert plain[parse.start[i] - base : parse.end[i] - base] == parse.word[i]


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet="Abc de.\n,“”\t 1", min_size=1, max_size=120))
def test_tokens_slice_the_text_and_trees_stay_in_their_sentence(body: str) -> None:
    report = read_text("A start. " + body)
    check(report, english.parse_one(report))


def test_many_reports_at_once_give_what_each_gives_alone() -> None:
    texts = [
        "One man left. He ran.",
        "  \nThe army said it won.\n\nWe saw it.",
        "No.",
        "Ships left.",
    ]
    reports = [read_text(t) for t in texts]
    together = list(english.parse(reports, batch=2))
    assert [p.word for p in together] == [english.parse_one(r).word for r in reports]
    assert [p.text for p in together] == [r.text for r in reports]


def test_captions_and_bylines_are_not_parsed() -> None:
    report = read_text("The road was closed on Monday.\n\nPhoto: A soldier at the bridge")
    assert "soldier" not in english.parse_one(report).lower


def test_a_hard_wrapped_line_is_one_sentence() -> None:
    text = (
        "The army said on Monday that the long bridge over the river had been\n"
        "closed after a shell hit one of its pillars in the early morning and\n"
        "that nobody was hurt by the blast.\n\nThe mayor left."
    )
    report = read_text(text)
    parse = english.parse_one(report)
    assert len(parse.sentences) == 2
    check(report, parse)


def test_entities_are_ranges_of_tokens() -> None:
    parse = english.parse_one(read_text("Ivan Petrenko met Maria Silva in Lisbon on Monday."))
    found = {parse.words(e.first, e.last): e.label for e in parse.entities}
    assert found["Ivan Petrenko"] == "PERSON"
    assert found["Lisbon"] == "GPE"
    assert parse.entity_at[0] == parse.entities[0]


def test_the_model_says_what_it_is() -> None:
    assert english.model_name().startswith("en_core_web_sm")


def test_a_headline_in_capitals_is_parsed_in_small_letters_but_for_the_names_below_it() -> None:
    text = "GOVERNOR LEAVES MARROW\n\nThe governor left Marrow on Monday, and the town was quiet."
    parse = english.parse_one(read_text(text))
    assert parse.word[:3] == ["Governor", "leaves", "Marrow"]
    assert parse.words(0, 2) == "GOVERNOR LEAVES MARROW"
    assert parse.tag[1] == "VBZ"


def test_the_depth_of_a_tree_does_not_change_its_edges() -> None:
    n = 3000
    chain = Parse(
        text="a" * n,
        word=["a"] * n,
        lower=["a"] * n,
        start=list(range(n)),
        end=list(range(1, n + 1)),
        tag=["NN"] * n,
        dep=["dep"] * n,
        head=[max(i - 1, 0) for i in range(n)],
        entity=[""] * n,
        sentence_of=[0] * n,
        sentences=[],
        entities=[],
    )
    assert chain.left == list(range(n))
    assert set(chain.right) == {n - 1}
