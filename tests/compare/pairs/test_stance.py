"""Which stance words take, and what two texts that differ in it are to one another."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.compare import compare_pair
from counterclaim.compare.pairs.sentence import told
from counterclaim.compare.pairs.stance import stance
from counterclaim.compare.pairs.text import read_side
from counterclaim.compare.pairs.thresholds import thresholds
from tests.compare.builder import PARTIES

LEAD = "The ferry {} the old bridge at Saltby on Monday."
REST = " ".join(
    f"The {part} of the harbour was {state} by noon."
    for part, state in (
        ("northern quay", "busy"),
        ("market", "crowded"),
        ("lighthouse", "repainted"),
        ("fish hall", "swept"),
        ("old crane", "oiled"),
        ("slipway", "cleared"),
        ("boathouse", "aired"),
    )
)
HEADLINE = "Ferry hits old bridge at Saltby"
TELLS = f"{LEAD.format('hit')} {REST}"
REFUTES = (
    f"{LEAD.format('is said to have hit')} The story is a hoax, the harbour master said. {REST}"
)
OPEN = f"{LEAD.format('reportedly hit')} {REST}"


def _stance(text: str, matter: str, *, of_article: bool = True) -> str:
    stems = frozenset[str]().union(*read_side(matter).contents)
    return stance(text, stems, thresholds(), of_article=of_article).kind


@pytest.mark.parametrize(
    "text",
    [
        "The picture of the bridge is a hoax.",
        "The mayor made it all up.",
        "The harbour master denied reports that a ferry hit the bridge.",
        "The report of a ferry at the bridge is untrue.",
        "A false report of a ferry at the bridge was sent on Monday.",
        "There is no evidence that a ferry hit the bridge.",
        "It is unlikely that the ferry hit the bridge.",
        "The town has no plans to sell the ferry or the bridge.",
        "No ferry at the bridge on Monday",
        "The ferry didn't hit the bridge.",
    ],
)
def test_refuting_words_about_the_matter(text):
    assert _stance(text, "The ferry hit the bridge.") == "refutes"


@pytest.mark.parametrize(
    "text",
    [
        "The ferry hit the bridge.",
        "A man in a fake moustache watched as the ferry hit the bridge.",
        "The picture of the ferry at the bridge is no hoax.",
        "The captain denied that he was tired after the ferry hit the bridge.",
        "The council rejected the bid for the harbour as the ferry hit the bridge.",
        "The crew was made up of six people when the ferry hit the bridge.",
        "On 3 May the ferry hit the bridge, and in May it was sold.",
        "“Don't stop here,” the master called as the ferry hit the bridge.",
    ],
)
def test_what_looks_like_refuting_and_is_not(text):
    assert _stance(text, "The ferry hit the bridge.") == "tells"


@pytest.mark.parametrize(
    "text",
    [
        "The ferry reportedly hit the bridge.",
        "Did the ferry hit the bridge?",
        "The ferry may have hit the bridge.",
        "Some say that the ferry at the bridge is a hoax.",
        "The picture of the ferry might be a fake.",
        "Ferry at the bridge: hoax rumours swirl",
        "Witnesses claim that the ferry hit the bridge.",
    ],
)
def test_what_is_left_open_or_kept_at_a_distance(text):
    assert _stance(text, "The ferry hit the bridge.") == "open"


def test_a_plain_negation_refutes_beside_an_article_only():
    text = "No ferry at the bridge on Monday."
    assert _stance(text, "The ferry hit the bridge.", of_article=False) == "tells"


@pytest.mark.parametrize(
    ("headline", "article", "relation"),
    [
        (HEADLINE, TELLS, "supports"),
        (HEADLINE, REFUTES, "contradicts"),
        (HEADLINE, OPEN, "discusses"),
        ("Ferry story from Saltby bridge is a hoax", TELLS, "contradicts"),
        ("Ferry story from Saltby bridge is a hoax", REFUTES, "supports"),
        ("Ferry story from Saltby bridge is no hoax", TELLS, "supports"),
        ("Ferry did not hit old bridge at Saltby", TELLS, "contradicts"),
        ("Report: Ferry hit old bridge at Saltby", TELLS, "discusses"),
        ("Did a ferry hit the old bridge at Saltby?", REFUTES, "discusses"),
        ("Bakers quarrel over rye loaves", TELLS, "unrelated"),
        ("Bakers quarrel: a hoax", REFUTES, "unrelated"),
    ],
)
def test_a_headline_and_an_article_in_either_order(headline, article, relation):
    for a, b in ((headline, article), (article, headline)):
        found = compare_pair(a, b, PARTIES)
        assert found.relation == relation, found


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        (
            "The story of the two-headed calf is a hoax.",
            "A two-headed calf was born.",
            "contradicts",
        ),
        ("The ferry allegedly hit the bridge.", "The ferry hit the bridge.", "discusses"),
        ("The ferry may leave the harbour.", "The ferry may leave the harbour today.", "supports"),
        ("A fake tree stood in the square.", "The square has a tree.", "supports"),
    ],
)
def test_two_short_texts(a, b, relation):
    assert compare_pair(a, b, PARTIES).relation == relation


def test_the_ground_quotes_the_word():
    assert "“hoax”" in compare_pair(HEADLINE, REFUTES, PARTIES).ground
    assert "“reportedly”" in compare_pair(HEADLINE, OPEN, PARTIES).ground


def test_an_article_supports_itself():
    for text in (TELLS, REFUTES, OPEN):
        assert compare_pair(text, text, PARTIES).relation == "supports"


def test_who_speaks_changes_nothing():
    for template in (
        "{} denied reports of shelling in Saltby.",
        "{} claimed that Saltby was shelled.",
        "The reports of {} on Saltby are a hoax.",
    ):
        kinds = {
            _stance(template.format(who), "Saltby was shelled.")
            for who in ("Russia", "Ukraine", "Israel", "Hamas", "The army")
        }
        assert len(kinds) == 1


@given(st.text(max_size=80), st.text(max_size=80))
@settings(max_examples=100, deadline=None)
def test_every_word_of_a_stance_stands_in_the_text(text, matter):
    stems = frozenset[str]().union(*read_side(matter).contents)
    found = stance(text, stems, thresholds(), of_article=True)
    assert len(told(text)) == len(read_side(text).sentences)
    if found.word not in (None, "?"):
        words = " ".join(read_side(text).items)
        assert found.word.lower() in words or found.word.lower() in text.lower()
