import random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.link import (
    find_copies,
    find_copies_among,
    fingerprint_form,
    fingerprint_of,
    sharing,
)
from counterclaim.link.grouping import Groups
from counterclaim.link.passages import passages, spans_a, spans_b
from counterclaim.link.words import words_of
from counterclaim.model.report import Report, Segment
from counterclaim.model.spans import Span

from .made import report

STORY = (
    "Two rockets fell on the harbour of Port Vell before dawn on Friday, the coast guard said. "
    "A warehouse that held grain burnt for three hours before firemen from the next town came. "
    "No ship was hit, and the ferry to the islands left twenty minutes later than it should have. "
    "The governor, who had been asleep in the old customs house, was led out by a side door."
)
QUOTE = "We heard a whistle and then the whole roof of the warehouse was lying in the street"


def own(seed: int, count: int = 150) -> str:
    """Text that shares no run of words with another seed's."""
    chooser = random.Random(seed)
    return " ".join(f"w{seed}x{chooser.randrange(900)}" for _ in range(count))


def relation(*texts: str) -> str | None:
    found = find_copies([report(f"r{n}", text) for n, text in enumerate(texts)])
    return found[0].relation if found else None


def test_a_cut_copy_under_a_new_lead_is_a_copy() -> None:
    assert relation(STORY, own(1, 30) + ". " + STORY[: len(STORY) * 2 // 3]) == "copy"


def test_a_paragraph_in_common_is_shared() -> None:
    assert relation(STORY, own(1) + ". " + STORY[:180]) == "shares"


def test_a_long_quotation_in_common_is_shared_however_long_the_texts() -> None:
    one = f"{own(1, 700)} “{QUOTE},” said a porter. {own(2, 300)}"
    other = f"“{QUOTE},” a worker told the paper. {own(3, 900)}"
    assert relation(one, other) == "shares"
    assert relation(one.replace("“", "").replace("”", ""), other) is None


def test_a_stock_phrase_is_no_ground() -> None:
    phrase = "was taken to the hospital with injuries not thought to be life threatening"
    assert relation(f"{own(1)} He {phrase}.", f"{own(2)} She {phrase}.") is None


def test_page_furniture_is_no_ground() -> None:
    notice = (
        "Copyright 2024 The Harbour News. All rights reserved. This material may not be published, "
        "broadcast, rewritten or redistributed without leave of the publisher."
    )
    assert relation(f"{own(1, 60)}\n{notice}", f"{own(2, 60)}\n{notice}") is None


def test_a_caption_and_a_byline_are_no_ground() -> None:
    def with_caption(seed: int) -> Report:
        text = f"{own(seed, 60)}\n{STORY}"
        cut = text.index("\n")
        return Report(
            id=f"r{seed}",
            version="v",
            sha256="0",
            text=text,
            segments=(
                Segment("paragraph", Span(0, cut)),
                Segment("caption", Span(cut + 1, len(text))),
            ),
        )

    assert find_copies([with_caption(1), with_caption(2)]) == ()


def test_texts_without_five_words_are_compared_with_nothing() -> None:
    assert relation("Rockets fell.", "Rockets fell.") is None


def test_the_same_report_twice_is_no_pair() -> None:
    assert find_copies([report("a", STORY), report("a", STORY)]) == ()


def test_spans_are_the_shared_words_in_both_texts() -> None:
    a = report("a", f"{own(1, 40)}. {STORY[:160]} {own(2, 40)}")
    b = report("b", f"{STORY[:160].upper()} {own(3, 60)}")
    (pair,) = find_copies([b, a])
    assert (pair.a, pair.b) == ("a", "b")
    for one, other in zip(pair.spans_a, pair.spans_b, strict=True):
        assert one.words(a.text).upper() == other.words(b.text)
    assert pair.spans_a[0].words(a.text).startswith("Two rockets fell on the harbour")


def test_one_wire_story_in_more_outlets_than_are_compared_each_with_each_hangs_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sharing, "COMMON", 3)
    same = [report(f"s{n}", STORY) for n in range(6)]
    headed = [report(f"h{n}", f"{own(n, 12)}. {STORY}") for n in range(6)]
    found = find_copies([*same, *headed, report("t", STORY[:250])])
    assert {p.relation for p in found} == {"copy"}
    groups = Groups(["t", *(r.id for r in same + headed)])
    for pair in found:
        groups.join(pair.a, pair.b)
    assert {groups.root(r.id) for r in same + headed} == {groups.root("t")}
    # Fewer than each with each.
    assert len(found) < 13 * 12 / 2


def test_a_run_in_most_reports_is_a_stock_phrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "COMMON", 3)
    monkeypatch.setattr(sharing, "STOCK", 5)
    assert find_copies([report(f"r{n}", f"{own(n, 9)}. {STORY}") for n in range(7)]) == ()


def test_pairs_found_before_are_not_compared_again() -> None:
    reports = {k: report(k, f"{own(n, 9)}. {STORY}") for n, k in enumerate("abc")}
    prints = {k: fingerprint_of(r) for k, r in reports.items()}
    before = find_copies_among([prints["a"], prints["b"]], reports.__getitem__)
    asked: list[str] = []

    def report_of(key: str) -> Report:
        asked.append(key)
        return reports[key]

    found = find_copies_among(prints.values(), report_of, known=before)
    assert found == find_copies(reports.values())
    # The pair of a and b is known; both are read for their pair with c alone.
    assert sorted(asked) == ["a", "b", "c"]
    asked.clear()
    assert find_copies_among(prints.values(), report_of, known=found) == found
    assert asked == []


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 40), st.integers(0, 40), st.integers(12, 30))
def test_two_texts_with_twelve_words_in_a_row_share_two_fingerprints(
    before: int, after: int, length: int
) -> None:
    told = " ".join(STORY.split()[:length])
    a = fingerprint_of(report("a", f"{own(1, before)} {told} {own(2, after)}"))
    b = fingerprint_of(report("b", f"{own(3, after)} {told} {own(4, before)}"))
    assert len(set(a.numbers()) & set(b.numbers())) >= 2


def test_a_fingerprint_is_smaller_than_its_text_and_survives_storing() -> None:
    made = fingerprint_of(report("a", f"{STORY} “{QUOTE},” he said."))
    assert set(made.quoted_numbers()) < set(made.numbers())
    stored = msgspec.msgpack.encode(made)
    assert msgspec.msgpack.decode(stored, type=type(made)) == made
    assert len(stored) < len(STORY + QUOTE) / 2
    assert made.form == fingerprint_form()


words = st.lists(
    st.sampled_from(["alpha", "beta", "gamma", "delta", "epsilon", "zeta"]), max_size=25
)


@settings(deadline=None)
@given(words, words)
def test_passages_run_alike_in_both_texts(one: list[str], other: list[str]) -> None:
    a, b = words_of(report("a", " ".join(one))), words_of(report("b", " ".join(other)))
    found = passages(a, b)
    end = 0
    for p in found:
        assert p.a >= end
        end = p.a + p.length_a
        assert a.word[p.a : p.a + 5] == b.word[p.b : p.b + 5]
    assert bool(found) == bool(set(a.runs) & set(b.runs))
    assert len(spans_a(found, a)) == len(spans_b(found, b)) == len(found)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.lists(st.sampled_from([*STORY.split(". "), own(1, 30), own(2, 30)]), max_size=4)),
    st.randoms(),
)
def test_any_order_of_reports_gives_the_same_pairs(
    texts: list[list[str]], shuffler: random.Random
) -> None:
    reports = [report(f"r{n}", ". ".join(parts) or "-") for n, parts in enumerate(texts)]
    expected = find_copies(reports)
    shuffler.shuffle(reports)
    assert find_copies(reports) == expected
    assert all(p.a < p.b and 0 < p.share <= 1 for p in expected)
