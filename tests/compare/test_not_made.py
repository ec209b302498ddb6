"""Claims that are not told to have been made are laid against none."""

import msgspec
import pytest

from counterclaim.compare import compare_statements
from counterclaim.model.claim import CueModality
from tests.compare.builder import PARTIES, Draft

NONE = "no civilians were hurt in the strike"
SOME = "civilians were killed in the strike"


def relations(draft: Draft) -> list[str]:
    return [c.relation for c in compare_statements(draft.statements(), PARTIES)]


def turn(draft: Draft, number: int, modality: CueModality) -> None:
    draft.claims[number] = msgspec.structs.replace(draft.claims[number], modality=modality)


@pytest.mark.parametrize("words", [NONE, SOME])
@pytest.mark.parametrize("modality", ["negated", "planned", "hypothetical"])
def test_a_claim_that_was_not_made_neither_agrees_nor_clashes(
    modality: CueModality, words: str
) -> None:
    draft = Draft()
    draft.claim("A nurse", SOME)
    draft.claim("A shopkeeper", words)
    assert len(relations(draft)) == 1
    turn(draft, 1, modality)
    assert relations(draft) == []


def test_a_claim_inside_one_that_was_not_made_is_left_out_too() -> None:
    draft = Draft()
    draft.claim("A nurse", SOME)
    outer = draft.claim("A driver", f"the baker said {NONE}")
    draft.inner(outer, "The baker", NONE)
    turn(draft, 2, "happened")
    draft.claims[2] = msgspec.structs.replace(draft.claims[2], stance="asserts")
    assert "contradicts" in relations(draft)
    turn(draft, 1, "hypothetical")
    assert relations(draft) == []
