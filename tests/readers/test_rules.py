"""Every rule takes the lines it is for and leaves the lines that only look alike."""

import pytest

from counterclaim.readers import html, patterns
from counterclaim.readers.patterns import Rule

FILE = patterns.load()


def examples(rules: tuple[Rule, ...], field: str) -> list[object]:
    return [
        pytest.param(rule, words, id=f"{rule.id}: {words[:40]}")
        for rule in rules
        for words in getattr(rule, field)
    ]


def test_rule_ids_are_unique_and_every_rule_has_examples_of_both_sorts() -> None:
    rules = (*FILE.rule, *FILE.opening, *FILE.closing)
    assert len({rule.id for rule in rules}) == len(rules)
    assert [rule.id for rule in rules if not rule.takes or not rule.leaves] == []


@pytest.mark.parametrize(("rule", "words"), examples(FILE.rule, "takes"))
def test_line_is_taken(rule: Rule, words: str) -> None:
    assert len(words) <= rule.longest
    assert patterns.compiled(rule).search(words)


@pytest.mark.parametrize(("rule", "words"), examples(FILE.rule, "leaves"))
def test_line_is_left_by_every_rule_for_any_place(rule: Rule, words: str) -> None:
    assert not patterns.compiled(rule).search(words) or len(words) > rule.longest
    assert patterns.line(words, "any") is None


@pytest.mark.parametrize(("rule", "words"), examples(FILE.opening, "takes"))
def test_opening_is_cut(rule: Rule, words: str) -> None:
    paragraph = words + " school was closed on Friday."
    found = patterns.opening(paragraph, 0, len(paragraph), first=True)
    assert found is not None
    assert found.rule.id == rule.id
    assert paragraph[found.end : found.outer[1]].strip(" -–—•:") == ""


@pytest.mark.parametrize(("rule", "words"), examples(FILE.opening, "leaves"))
def test_opening_is_left_by_every_rule(rule: Rule, words: str) -> None:
    tail = " THE TEXT." if words.isupper() else " school was closed on Friday."
    assert not patterns.compiled(rule).match(words + tail)
    assert patterns.opening(words + tail, 0, len(words + tail), first=True) is None


@pytest.mark.parametrize(("rule", "words"), examples(FILE.closing, "takes"))
def test_closing_is_cut(rule: Rule, words: str) -> None:
    found = patterns.closing(words, 0, len(words))
    assert found is not None
    assert found.rule.id == rule.id
    assert words[: found.outer[0]].endswith("on.")


@pytest.mark.parametrize(("rule", "words"), examples(FILE.closing, "leaves"))
def test_closing_is_left(rule: Rule, words: str) -> None:
    found = patterns.closing(words, 0, len(words))
    assert found is None or found.rule.id != rule.id


def test_page_rules_are_valid_xpath() -> None:
    etree = pytest.importorskip("lxml.etree")
    for path in html.rules().captions:
        etree.XPath(path)
