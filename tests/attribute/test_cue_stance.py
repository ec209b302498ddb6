import pytest

from counterclaim.attribute.cue.cue_stance import load_rules
from counterclaim.language.cues import load_cues
from tests.attribute.given import reading


@pytest.mark.parametrize(
    ("marked", "stance"),
    [
        ("{The mayor} [told] reporters <that the fair was over>.", "asserts"),
        ("{The mayor} [told] reporters <to leave the fair>.", "demands"),
        ("{The mayor} [insisted] <that the fair was over>.", "asserts"),
        ("{The mayor} [insisted] <that the baker leave the fair>.", "demands"),
        ("{The mayor} [warned] <that the roof was broken>.", "asserts"),
        ("{The mayor} [warned] <that the roof would break>.", "predicts"),
        ("{The mayor} [agreed] <that the fair was over>.", "asserts"),
        ("{The mayor} [agreed] <to pay for the fair>.", "promises"),
        ("{The mayor} [called] <the fair a disgrace>.", "criticises"),
        ("{The mayor} [called] <the fair a success>.", "asserts"),
        ("{The mayor} [knew] <that the fair was over>.", "asserts"),
        ("{The mayor} [did not know] <whether the fair was over>.", "doubts"),
        ("{The mayor} [was not sure] <that the fair was over>.", "doubts"),
        ("{The mayor} [prefers] <the old fair>.", "asserts"),
        ("{The mayor} [prefers] <to stay at home>.", "wants"),
        ("{The mayor} [would like] <to stay at home>.", "wants"),
        ("{The mayor} [offered] <no details of the fair>.", "asserts"),
        ("{The mayor} [offered] <to pay for the fair>.", "proposes"),
    ],
)
def test_what_a_cue_takes_gives_its_stance(marked: str, stance: str) -> None:
    assert reading(marked).stance == stance


@pytest.mark.parametrize(
    ("marked", "distance"),
    [
        ("{The mayor} [claimed] <that the fair was over>.", "distancing"),
        ("{The mayor} [falsely said] <that the fair was over>.", "distancing"),
        ("{The mayor} [rightly said] <that the fair was over>.", "endorsing"),
        ("{The mayor} [insisted] <that the fair was over>.", "neutral"),
        ("{The mayor} [noted] <that the fair was over>.", "endorsing"),
        ("{The mayor} [indicated] <that the fair was over>.", "neutral"),
        ("{Court records} [indicated] <that the fair was over>.", "endorsing"),
        ("{The mayor} [knew] <that the fair was over>.", "endorsing"),
        ("{The fair} [is known as] <the old fair>.", "neutral"),
        ("{The mayor} [found] <that the fair had cost too much>.", "endorsing"),
    ],
)
def test_what_stands_beside_a_cue_gives_its_distance(marked: str, distance: str) -> None:
    assert reading(marked).distance == distance


def test_rules_name_entries_and_words_that_there_are() -> None:
    known = {entry.id for entry in load_cues().entries()}
    rules = load_rules()
    ids = [rule.id for rule in (*rules.stance, *rules.distance)]
    assert len(set(ids)) == len(ids)
    for rule in (*rules.stance, *rules.distance):
        assert rule.entries <= known, rule.id
        assert rule.below is None or rule.below in rules.words, rule.id
