"""The model's findings and the rules', as one reading."""

from dataclasses import replace

from counterclaim.attribute.by_rule.find import find_attributions
from counterclaim.attribute.finding import Finding
from counterclaim.attribute.learnt.merging import merged
from counterclaim.language import english
from counterclaim.language.cues import load_cues
from counterclaim.language.descriptors import load_descriptors
from counterclaim.language.parse import Parse
from counterclaim.language.parties import load_parties
from counterclaim.model.spans import Span
from counterclaim.readers import read_text


def _rules(text: str) -> tuple[Parse, list[Finding]]:
    report = read_text(text)
    parse = english.parse_one(report)
    found = find_attributions(report, parse, load_cues(), load_parties(), load_descriptors())
    return parse, found


def _said(parse: Parse, found: list[Finding]) -> list[list[str]]:
    return sorted([[s.words(parse.text) for s in f.content] for f in found])


def _as_learnt(f: Finding, **changed: object) -> Finding:
    return replace(f, rule="learnt", parents=[], **changed)  # type: ignore[arg-type]


def test_the_model_decides_where_both_find_a_cue() -> None:
    parse, (rule,) = _rules("The mayor said that two bridges had been closed.")
    shorter = _as_learnt(rule, content=[Span(rule.content[0].start, rule.content[0].start + 20)])
    assert merged(parse, [shorter], [rule]) == [shorter]


def test_what_only_the_rules_find_in_the_outlets_own_words_is_left_out() -> None:
    parse, (rule,) = _rules("The mayor said that two bridges had been closed.")
    assert merged(parse, [], [rule]) == []


def test_nested_speech_is_the_rules() -> None:
    parse, found = _rules("The mayor said that the baker had denied that the bridge was closed.")
    outer = next(f for f in found if not f.parents)
    (inner,) = [f for f in found if f.parents]
    assert merged(parse, [_as_learnt(outer)], found)[1:] == [inner]


def test_a_headline_is_kept_unless_the_model_has_it() -> None:
    parse, found = _rules("Two dead, says mayor of Marrow\n\nThe road was closed on Monday.")
    (headline,) = [f for f in found if f.rule.startswith("headline.")]
    assert merged(parse, [], found) == [headline]
    learnt = _as_learnt(headline)
    assert merged(parse, [learnt], found) == [learnt]


def test_a_quotation_that_goes_on_goes_on_with_the_models_finding() -> None:
    text = "“The road is closed,” the mayor said.\n\n“Nobody will pass before Friday.”"
    parse, found = _rules(text)
    learnt = _as_learnt(found[0])
    (_, later) = merged(parse, [learnt], found)
    assert later.continues is learnt


def test_coordinated_cues_are_two_claims_although_the_model_sees_one() -> None:
    text = "Residents say that the port has been hit and claim that it was empty."
    parse, found = _rules(text)
    first = next(f for f in found if f.verb is not None and parse.word[f.verb] == "say")
    whole = Span(first.content[0].start, len(text) - 1)
    both = merged(parse, [_as_learnt(first, content=[whole])], found)
    assert _said(parse, both) == [["that it was empty"], ["that the port has been hit"]]


def test_a_second_agent_is_a_claim_of_its_own() -> None:
    text = "The raid was condemned by the governor and by the bishops."
    parse, found = _rules(text)
    first = next(f for f in found if not f.rule.startswith("joined."))
    assert first.source is not None
    last = parse.word.index("bishops")
    one, two = merged(parse, [_as_learnt(first, source=(first.source[0], last))], found)
    assert one.source is not None
    assert two.source is not None
    assert parse.words(*one.source) == "the governor"
    assert parse.words(*two.source) == "the bishops"


def test_a_verbless_tail_behind_a_semicolon_belongs_to_the_content() -> None:
    text = "The mayor said that the bridge had been hit; the second one since May."
    parse, found = _rules(text)
    (rule,) = found
    short = _as_learnt(rule, content=[Span(rule.content[0].start, text.index(";"))])
    (kept,) = merged(parse, [short], found)
    assert kept.content == rule.content
