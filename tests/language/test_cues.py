from collections import Counter

from counterclaim.language.cues import VerbCue, load_cues


def test_the_lexicon_is_large_and_its_ids_are_its_own() -> None:
    entries = load_cues().entries()
    assert len(entries) >= 250
    assert max(Counter(e.id for e in entries).values()) == 1


def test_every_verb_can_take_something() -> None:
    for entry in (e for group in load_cues().verbs.values() for e in group):
        assert entry.takes or entry.prepositions or entry.addressee, entry.id
        assert len(set(entry.forms)) == len(entry.forms), entry.id


def test_words_that_are_not_looked_for_take_nothing_and_are_no_entries_of_the_rest() -> None:
    cues = load_cues()
    searched = {e.id for group in cues.verbs.values() for e in group}
    searched |= {e.id for e in (*cues.nouns.values(), *cues.adjectives.values())}
    for entry in cues.others.entries():
        assert not isinstance(entry, VerbCue) or not (entry.takes or entry.prepositions), entry.id
        assert entry.id not in searched


def test_common_cues_have_their_stance_and_distance() -> None:
    by_id = {e.id: e for e in load_cues().entries()}
    assert by_id["verb.say"].distance == "neutral"
    assert by_id["verb.claim"].distance == "distancing"
    assert by_id["verb.reveal"].distance == "endorsing"
    assert by_id["verb.deny"].stance == "denies"
    assert by_id["verb.rebuff"].stance == "rejects"
    assert by_id["verb.accuse"].stance == "accuses"
    assert by_id["phrase.according-to"].stance == "asserts"


def test_words_for_both_sides_are_there() -> None:
    stances = {e.stance for e in load_cues().entries()}
    assert stances == {
        "asserts", "denies", "doubts", "rejects", "accuses", "criticises", "proposes", "demands",
        "promises", "predicts", "wants", "asks",
    }  # fmt: skip
