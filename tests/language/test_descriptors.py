"""Descriptions of sources: nouns, titles, and phrases that say that a source is unnamed."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.language.descriptors import load_descriptors
from counterclaim.model.claim import SourceKind

WORDS = load_descriptors()


@pytest.mark.parametrize(
    ("words", "kind", "anonymous"),
    [
        ("activists", "civil society", True),
        ("two local residents", "witness", True),
        ("a senior hospital director", "medical", True),
        ("human rights groups", "ngo", False),
        ("several eyewitnesses", "witness", True),
        ("Western officials", "official", True),
        ("the police", "official", False),
        ("the foreign ministry", "government", False),
        ("rebel commanders", "armed group", True),
        ("a military spokesman", "military", True),
        ("the army", "military", False),
        ("security sources", "anonymous", True),
        ("a source", "anonymous", True),
        ("military analysts", "expert", True),
        ("ceasefire monitors", "monitor", True),
        ("the newspaper", "media", False),
        ("state television", "media", False),
        ("the airline", "company", False),
    ],
)
def test_head_noun_tells_kind_and_whether_anyone_is_named(
    words: str, kind: str, anonymous: bool
) -> None:
    found = WORDS.ending(words.split())
    assert found is not None
    assert (found.kind, found.anonymous) == (kind, anonymous)


def test_longest_noun_wins_over_its_last_word() -> None:
    found = WORDS.ending(["the", "hospital", "sources"])
    assert found is not None
    assert found.id == "noun:hospital source"


def test_noun_is_looked_up_in_both_numbers_and_any_case() -> None:
    assert WORDS.noun("Spokesmen") is WORDS.noun("spokesman") is not None
    assert WORDS.noun("bakeries") is None
    assert WORDS.ending(["blue", "bakery"]) is None


@pytest.mark.parametrize(
    ("text", "words", "gender"),
    [
        ("Mr Akande said", "Mr", "male"),
        ("Mrs. Akande said", "Mrs.", "female"),
        ("Ms Akande said", "Ms", "female"),
        ("Lt. Gen. Akande said", "Lt. Gen.", None),
        ("Lt Gen Akande said", "Lt Gen", None),
        ("Lt - Gen Akande said", "Lt - Gen", None),
        ("Col Akande said", "Col", None),
        ("defence minister Akande said", "defence minister", None),
        ("Defense Minister Akande said", "Defense Minister", None),
        ("Secretary of State Akande said", "Secretary of State", None),
        ("Deputy Prime Minister Akande said", "Deputy Prime Minister", None),
        ("Foreign Ministry spokeswoman Akande said", "Foreign Ministry spokeswoman", "female"),
        ("Foreign Ministry spokesman Akande said", "Foreign Ministry spokesman", "male"),
        ("rebel commander Akande said", "rebel commander", None),
        ("Sen. Akande said", "Sen.", None),
    ],
)
def test_title_is_the_longest_and_only_its_own_words_tell_gender(
    text: str, words: str, gender: str | None
) -> None:
    tokens = text.split()
    found = WORDS.title(tokens)
    assert found is not None
    last, title = found
    assert (" ".join(tokens[: last + 1]), title.gender) == (words, gender)


@pytest.mark.parametrize("text", ["gen Akande", "mr Akande", "col x", "Akande said", ""])
def test_words_that_are_no_title(text: str) -> None:
    assert WORDS.title(text.split()) is None


def test_title_of_a_doctor_does_not_tell_a_kind() -> None:
    found = WORDS.title(["Dr", "Akande"])
    assert found is not None
    assert found[1].kind is None


def test_phrases_say_how_a_source_is_unnamed() -> None:
    text = "an aide , speaking on condition of anonymity as he was not authorised to speak , said"
    tokens = text.split()
    found = [(p.id, " ".join(tokens[p.first : p.last + 1])) for p in WORDS.unnamed(tokens)]
    assert found == [
        ("anonymity:condition", "on condition of anonymity"),
        ("anonymity:authorised", "not authorised to speak"),
    ]
    assert WORDS.unnamed(["the", "close", "of", "trade"]) == []


def test_longer_phrase_takes_the_place_of_the_shorter() -> None:
    tokens = ["a", "person", "with", "direct", "knowledge", "of", "the", "talks"]
    assert [(p.first, p.last) for p in WORDS.unnamed(tokens)] == [(2, 5)]


def test_every_kind_but_unknown_has_nouns_and_ids_are_unique() -> None:
    assert {noun.kind for noun in WORDS.nouns.values()} == {*get_args(SourceKind)} - {"unknown"}
    assert len(WORDS.nouns) >= 200
    assert all(noun.id == key for key, noun in WORDS.nouns.items())


def test_men_and_women_have_the_same_nouns() -> None:
    """Neutrality: who speaks as a man has a word that speaks as a woman, of the same kind."""
    pairs = [
        (noun, WORDS.nouns.get(key.replace("man", "woman")))
        for key, noun in WORDS.nouns.items()
        if key in {"noun:spokesman", "noun:policeman", "noun:congressman", "noun:chairman"}
    ]
    assert len(pairs) == 4
    assert [man.id for man, woman in pairs if woman is None or woman.kind != man.kind] == []


@given(
    st.lists(
        st.sampled_from(
            [*["on", "condition", "of", "anonymity", "Lt", ".", "Gen", "close", "to", "the"], "’"]
        )
    )
)
def test_spans_lie_in_the_tokens_in_order(tokens: list[str]) -> None:
    last_end = -1
    for phrase in WORDS.unnamed(tokens):
        assert last_end < phrase.first <= phrase.last < len(tokens)
        last_end = phrase.last
    for first in range(len(tokens)):
        found = WORDS.title(tokens, first)
        assert found is None or first <= found[0] < len(tokens)
