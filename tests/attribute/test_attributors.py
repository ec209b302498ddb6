"""The ways of finding claims, by name."""

from importlib.metadata import EntryPoint, EntryPoints

import pytest

from counterclaim.attribute import DEFAULT, Rules, attributor_names, attributors, open_attributor
from counterclaim.attribute.learnt import Learnt
from counterclaim.language import english
from counterclaim.model.errors import SettingError
from counterclaim.pipeline import Reader
from counterclaim.readers import read_text

TEXT = "The mayor said that two bridges had been closed."


def test_rules_and_learnt_are_there_and_learnt_is_the_default() -> None:
    assert attributor_names() == ["learnt", "rules"]
    assert DEFAULT == "learnt"
    assert isinstance(open_attributor(), Learnt)
    assert isinstance(open_attributor("rules"), Rules)


def test_a_name_that_nobody_brings_is_said_with_those_that_are_there() -> None:
    with pytest.raises(SettingError, match="Choose one of: learnt, rules"):
        open_attributor("crystal ball")


@pytest.mark.parametrize("name", ["learnt", "rules"])
def test_each_finds_claims_whose_spans_slice(name: str) -> None:
    report = read_text(TEXT)
    (claim,) = open_attributor(name).attribute(report, english.parse_one(report))
    assert claim.source.name == "mayor"
    assert claim.content[0].words(TEXT) == "that two bridges had been closed"


def test_a_claim_of_the_model_names_the_model() -> None:
    report = read_text(TEXT)
    (claim,) = Learnt().attribute(report, english.parse_one(report))
    rule, model, entry = claim.why.rule.split()[:3]
    assert (rule, entry) == ("learnt", "verb.say")
    assert model in Learnt().name


def test_another_package_can_bring_one(monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint("mine", f"{__name__}:Silent", attributors.GROUP)
    monkeypatch.setattr(attributors, "entry_points", lambda **_: EntryPoints([point]))
    reader = Reader(attributor="mine")
    assert reader.read_one(read_text(TEXT)).claims == ()
    assert reader.models()["attributor"] == "silent 1.0"


class Silent(Rules):
    """An attributor of another package: it finds nothing."""

    name = "silent 1.0"

    def attribute(self, *_: object) -> tuple[()]:
        return ()
