from itertools import pairwise

import pytest

from counterclaim.model.report import Report
from counterclaim.readers import ReadOptions, read_paths
from counterclaim.samples import SampleReport, reports_folder, sample_bytes, sample_reports
from counterclaim.samples.gold import Gold, across, sample_gold
from tests.samples.benchmark_modules import quality

texts = quality("sample_texts")
builder = quality("gold")
scorer = quality("sample_score")
EACH = pytest.mark.parametrize("sample", sample_reports(), ids=lambda s: s.id)


def fragments(gold: Gold) -> list[tuple[str, list[tuple[int, int]]]]:
    """All words that the gold reading quotes, with the offsets it gives for them."""
    found = [(c.text, [(s.start, s.end) for s in c.content]) for c in gold.claims]
    rest = [*gold.not_claims, *gold.outlet_voice]
    rest += [q for event in gold.events for q in event.quantities]
    return found + [(w.text, [(w.span.start, w.span.end)]) for w in rest]


@EACH
def test_every_gold_offset_slices_to_its_words(sample: SampleReport) -> None:
    text, gold = texts.reference_text(sample), sample_gold(sample)
    for words, spans in fragments(gold):
        assert " … ".join(text[start:end] for start, end in spans) == words


@EACH
def test_spans_start_and_end_at_words_and_never_overlap(sample: SampleReport) -> None:
    text = texts.reference_text(sample)
    for claim in sample_gold(sample).claims:
        for spans in (claim.source_span, claim.cue, claim.content):
            assert all(a.end <= b.start for a, b in pairwise(spans))
            for span in spans:
                words = span.words(text)
                assert words == words.strip()
                assert not (text[span.start - 1].isalnum() and words[0].isalnum() and span.start)
                assert not (text[span.end : span.end + 1].isalnum() and words[-1].isalnum())


@EACH
def test_direct_quotations_stand_between_quotation_marks(sample: SampleReport) -> None:
    text = texts.reference_text(sample)
    for claim in sample_gold(sample).claims:
        if claim.quote == "direct":
            (span,) = claim.content
            assert text[span.start - 1] in '"“‘'
            assert text[span.end] in '"”’'
        if claim.quote == "mixed":
            assert any(mark in claim.text for mark in '"“‘')
        if claim.quote == "indirect":
            assert not any(mark in claim.text for mark in '"“”')


@EACH
def test_a_nested_claim_stands_inside_the_claim_it_is_reported_by(sample: SampleReport) -> None:
    claims = {c.id: c for c in sample_gold(sample).claims}
    for claim in claims.values():
        if claim.via:
            outer = claims[claim.via].content
            whole = (outer[0].start, outer[-1].end)
            assert all(whole[0] <= s.start and s.end <= whole[1] for s in claim.content)


@EACH
def test_carried_over_quotations_have_neither_source_nor_cue(sample: SampleReport) -> None:
    for claim in sample_gold(sample).claims:
        if not claim.source_span:
            assert not claim.cue or claim.source == "not stated"


@EACH
def test_no_claim_stands_in_what_is_not_a_claim(sample: SampleReport) -> None:
    gold = sample_gold(sample)
    for claim in gold.claims:
        for span in claim.content:
            assert not any(span.overlaps(n.span) for n in gold.not_claims)


@EACH
def test_each_report_has_one_main_event_and_sources_with_keys(sample: SampleReport) -> None:
    gold = sample_gold(sample)
    assert sum(event.main for event in gold.events) == 1
    assert {c.source for c in gold.claims} == {s.name for s in gold.sources}


def test_gold_files_are_what_the_annotations_say() -> None:
    golds = [builder.build_gold(sample) for sample in sample_reports()]
    assert golds == [sample_gold(sample) for sample in sample_reports()]
    assert builder.build_across(golds) == across()


def test_each_copy_takes_over_at_least_four_sentences() -> None:
    pairs = {(c.a, c.b): c.sentences for c in across().copies}
    assert set(pairs) == {(s.copied_from, s.id) for s in sample_reports() if s.copied_from}
    assert min(len(taken) for taken in pairs.values()) >= 4


def test_comparisons_cover_the_relations_and_every_incident() -> None:
    found = across().comparisons
    assert {c.relation for c in found} >= {"contradicts", "updates", "repeats", "corroborates"}
    for incident in {s.incident for s in sample_reports()}:
        ids = {s.id for s in sample_reports() if s.incident == incident}
        sides = [{label.split("/")[0] for label in (*c.a, *c.b)} for c in found]
        assert any(side <= ids and len(side) > 1 for side in sides)
        assert any(
            c.relation == "contradicts" for c, s in zip(found, sides, strict=True) if s <= ids
        )


def test_contradictions_are_between_sources_and_updates_within_one() -> None:
    source = {f"{s.id}/{c.id}": c.source for s in sample_reports() for c in sample_gold(s).claims}
    for found in across().comparisons:
        a, b = {source[x] for x in found.a}, {source[x] for x in found.b}
        if found.relation in ("contradicts", "corroborates"):
            assert not a & b
        if found.relation == "updates":
            assert a == b


def test_an_annotation_that_does_not_fit_is_refused() -> None:
    with pytest.raises(builder.AnnotationError, match="0 times"):
        builder.place_marks("The mayor said so.", "<s>The mayor</s> <q>denied</q> it")
    with pytest.raises(builder.AnnotationError, match="2 times"):
        builder.place_marks("so and so", "<c>so</c>")


def test_marks_may_be_in_pieces() -> None:
    marks = builder.place_marks("X. A, he said, B.", "<c>A</c>, <s>he</s> <q>said</q>, <c>B</c>")
    assert [(s.start, s.end) for s in marks["c"]] == [(3, 4), (15, 16)]


def test_the_page_gives_its_article_without_its_navigation() -> None:
    (page,) = [s for s in sample_reports() if s.file.endswith(".html")]
    words, source = texts.reference_text(page), sample_bytes(page).decode()
    assert "Subscribe" in source
    assert "Subscribe" not in words
    assert words.startswith("One launch, many accounts")


def test_the_reader_keeps_every_word_that_the_gold_of_the_page_marks() -> None:
    pytest.importorskip("trafilatura", reason="needs counterclaim[html]")
    (page,) = [s for s in sample_reports() if s.file.endswith(".html")]
    with reports_folder() as folder:
        (report,) = read_paths([folder / page.file], ReadOptions())
    assert isinstance(report, Report)
    assert (report.outlet, report.published) == (page.outlet, page.published)
    golden = scorer.WordMap(texts.reference_text(page))
    read = scorer.WordMap(report.text)
    read.follow(golden)
    kept = set(read.numbers)
    for claim in sample_gold(page).claims:
        assert golden.covered(claim.content) <= kept
