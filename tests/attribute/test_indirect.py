import pytest

from tests.attribute.speech import Said, claim, only, said

ONE_CLAIM = [
    ("The ministry said on Monday that two bridges had been hit.", "ministry", "that two bridges had been hit", "asserts"),
    ("Two bridges were hit, the ministry said.", "ministry", "Two bridges were hit", "asserts"),
    ("Two bridges, the ministry said, were hit in the night.", "ministry", "Two bridges … were hit in the night", "asserts"),
    ("The army denied that its planes had bombed the market.", "army", "that its planes had bombed the market", "denies"),
    ("The army denied bombing the market.", "army", "bombing the market", "denies"),
    ("Witnesses reported hearing shots near the bridge.", "Witnesses", "hearing shots near the bridge", "asserts"),
    ("Russia was criticised by Amnesty International.", "Amnesty International", "Russia", "criticises"),
    ("A source close to the negotiators denied that a deal had been reached.", "source close to the negotiators", "that a deal had been reached", "denies"),
    ("It was reported that the town had fallen.", "not named", "that the town had fallen", "asserts"),
    ("The commander is believed to have fled to the coast.", "not named", "The commander … to have fled to the coast", "asserts"),
    ("The convoy was carrying what the army says were weapons.", "army", "weapons", "asserts"),
    ("The group urged both sides to let aid convoys through.", "group", "to let aid convoys through", "demands"),
    ("The prime minister asked whether the convoy had been attacked.", "prime minister", "whether the convoy had been attacked", "asks"),
    ("The general refused to comment on the reports.", "general", "to comment on the reports", "asserts"),
    ("The president vowed that the army would retake the city.", "president", "that the army would retake the city", "promises"),
    ("The ministry said its forces had hit three sites: a depot, a bridge and an airfield.", "ministry", "its forces had hit three sites: a depot, a bridge and an airfield", "asserts"),
    ("Reuters reported, citing two diplomats, that the talks had resumed in Geneva.", "Reuters", "that the talks had resumed in Geneva", "asserts"),
    ("The envoy also repeated remarks that the truce was fragile.", "envoy", "that the truce was fragile", "asserts"),
    ("Planes struck what the ministry says were training camps.", "ministry", "training camps", "asserts"),
    ("The ceasefire that the rebels announced lasted a day.", "rebels", "The ceasefire", "asserts"),
    ("Kyiv accused Moscow of shelling the station.", "Ukrainian government", "Moscow of shelling the station", "accuses"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "content", "stance"), ONE_CLAIM)
def test_one_reporting_verb_gives_one_claim(
    text: str, source: str, content: str, stance: str
) -> None:
    assert only(text) == Said(source, content, stance, "indirect")


def test_quotation_marks_inside_an_indirect_clause_make_it_mixed() -> None:
    assert only("Residents said they heard “three loud blasts” before dawn.").quote == "mixed"


def test_a_parenthesis_behind_a_semicolon_ascribes_only_its_own_clause() -> None:
    found = said(
        "A source close to the envoy denied that he had made an offer; the envoy, the source said, "
        "had merely spoken of talks."
    )
    assert ("the envoy … had merely spoken of talks") in [s.content for s in found]


def test_two_verbs_of_one_subject_give_two_claims() -> None:
    found = said(
        "The rebels, who say that the army broke the truce and claim heavy losses, withdrew on Friday."
    )
    assert [(s.source, s.content) for s in found] == [
        ("rebels", "that the army broke the truce"),
        ("rebels", "heavy losses"),
    ]


def test_a_second_verb_that_agrees_with_the_cue_is_its_own_claim() -> None:
    found = said("The general claimed that the town had fallen and promised to advance further.")
    assert [(s.content, s.stance) for s in found] == [
        ("that the town had fallen", "asserts"),
        ("to advance further", "promises"),
    ]


def test_figures_put_and_spoken_of_are_contents() -> None:
    found = said("The Observatory put the toll at 40, while the army spoke of 12 dead fighters.")
    assert [s.content for s in found] == ["the toll at 40", "12 dead fighters"]


def test_only_nouns_of_counting_can_be_put() -> None:
    assert said("The general put the map on the table.") == []


def test_distance_of_the_cue_is_kept() -> None:
    assert claim("The army claims that the town fell.").distance == "distancing"
    assert claim("The army admitted that the town fell.").distance == "endorsing"
    assert claim("The army said that the town fell.").distance == "neutral"


@pytest.mark.parametrize(
    "text",
    [
        "The army attacked the town at dawn and took two villages.",
        "The convoy left the port on Friday with forty lorries.",
        "We think that the town will fall.",
        "The road to the airport was closed.",
    ],
)
def test_narration_gives_no_claim(text: str) -> None:
    assert said(text) == []


def test_an_afterthought_behind_a_semicolon_belongs_to_the_clause() -> None:
    text = "Local officials said that the army had crossed the river; the first such move in years."
    assert only(text).content.endswith("the first such move in years")
