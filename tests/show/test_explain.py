"""`counterclaim explain` on a ledger that the program itself made of the sample reports."""

import json
from pathlib import Path
from typing import Any, get_args

import pytest
from click.shell_completion import BashComplete

from counterclaim.ledger import add
from counterclaim.model.event import PlaceDoubt, PlaceGround, TimeGround
from counterclaim.model.reading import Reading
from counterclaim.show.cli.commands.demo import _samples
from counterclaim.show.cli.main import cli
from counterclaim.show.explain import explain, find
from counterclaim.show.explain.facts import address
from counterclaim.show.explain.grounds import ground_words
from counterclaim.show.explain.rules import describe, is_described, rules
from counterclaim.situate.toponyms.words import toponym_words
from counterclaim.store import open_ledger
from tests.show.conftest import Command


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("explain") / "samples.db"
    add(path, _samples(), attributor="rules")
    return path


@pytest.fixture(scope="module")
def readings(samples: Path) -> tuple[Reading, ...]:
    with open_ledger(samples, create=False) as ledger:
        return tuple(ledger.view().readings())


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def of(counterclaim: Command, ledger: Path, name: str) -> dict[str, Any]:
    result = counterclaim("explain", ledger, name, "--json")
    assert result.exit_code == 0, result.stderr
    return lines(result.stdout)[0]


# Rules -------------------------------------------------------------------------------------------


def test_every_rule_that_the_samples_name_has_words(samples: Path) -> None:
    with open_ledger(samples, create=False) as ledger:
        view = ledger.view()
        records: list[Any] = [*view.claims(), *view.events(), *view.incidents(), *view.origins()]
        for reading in view.readings():
            records += [*reading.toponyms, *reading.times, *reading.comparisons, *reading.checks]
        for incident in view.incidents():
            records += view.comparisons(incident.id)
    without = {r.why.rule for r in records if not is_described(r.why.rule)}
    assert len({r.why.rule for r in records}) > 50
    assert without == set()


def test_every_rule_for_a_place_name_has_words() -> None:
    ids = toponym_words().rules.values()
    assert ids
    assert [rule for rule in ids if not is_described(rule)] == []


def test_every_rule_of_a_table_has_words_and_its_own_entry() -> None:
    tabled = [rule for rule in rules().values() if rule.file is not None]
    assert len(tabled) > 500
    assert all((rule.says and rule.entry) or rule.id.partition(".")[2] for rule in tabled)


def test_a_rule_of_several_parts_is_described_part_by_part() -> None:
    told = describe("indirect.clause.unnamed-it sha256:0123abc verb.say modality.not")
    assert [r.id for r in told] == [
        "indirect.clause",
        ".unnamed-it",
        "sha256:0123abc",
        "verb.say",
        "modality.not",
    ]
    assert dict(told[3].entry)["stance"] == "asserts"
    assert [r.id for r in describe("n-meeting+will-not")] == ["n-meeting", "+will-not"]


def test_an_unknown_rule_is_said_to_be_unknown() -> None:
    (told,) = describe("verb.no-such-verb")
    assert told.says == "this version has no description of the rule"
    assert not is_described("verb.say verb.no-such-verb")


# Every record ------------------------------------------------------------------------------------


def test_every_record_of_every_sample_can_be_explained(
    samples: Path, readings: tuple[Reading, ...]
) -> None:
    kinds = set()
    with open_ledger(samples, create=False) as ledger:
        view = ledger.view()
        ids = [o.id for o in view.origins()[:3]]
        ids += [x.id for i in view.incidents() for x in (i, *view.comparisons(i.id)[:2])]
        for reading in readings[::3]:
            report = reading.report.id
            ids += [c.id for c in (*reading.claims, *reading.events)][::5]
            ids += [c.id for c in (*reading.comparisons, *reading.checks)][:3]
            ids += [address(report, t.span) for t in (*reading.toponyms, *reading.times)][::4]
        for name in ids:
            found = explain(view, find(view, name, "samples"), lambda _: None)
            assert found[0].id == name
            for one in found:
                kinds.add(one.kind)
                assert one.summary
                assert one.rules
                for quoted in one.quoted:
                    around = quoted.before.lstrip("…") + quoted.words + quoted.after.rstrip("…")
                    assert any(around in r.text for r in readings)
    asked = {"claim", "event", "place", "time", "check", "incident", "comparison", "origin"}
    assert asked - kinds == set()


def test_quoted_words_are_those_of_their_span(
    samples: Path, readings: tuple[Reading, ...], counterclaim: Command
) -> None:
    reading = readings[0]
    for record in (reading.claims[0], reading.events[0]):
        told = of(counterclaim, samples, record.id)
        assert told["quoted"]
        for quoted in told["quoted"]:
            assert quoted["words"] == reading.text[slice(*quoted["span"])]


# Kinds -------------------------------------------------------------------------------------------


def test_a_claim_tells_its_words_its_rule_and_what_rests_on_it(
    samples: Path, readings: tuple[Reading, ...], counterclaim: Command
) -> None:
    claim, reading = next(
        (c, r)
        for r in readings
        for c in r.claims
        if c.cue and any(c.id in e.said_by for e in r.events)
    )
    told = of(counterclaim, samples, claim.id)
    assert {q["role"] for q in told["quoted"]} >= {"cue", "content"}
    assert [r["id"] for r in told["rules"]] == [r.id for r in describe(claim.why.rule)]
    said = [e.id for e in reading.events if claim.id in e.said_by]
    assert set(said) <= {x["id"] for x in told["rests_on_it"]}


def test_an_event_and_its_claim_name_one_another(
    samples: Path, readings: tuple[Reading, ...], counterclaim: Command
) -> None:
    event = next(e for r in readings for e in r.events if e.said_by != "narration")
    told = of(counterclaim, samples, event.id)
    claims = [x["id"] for x in told["rests_on"] if x["how"] == "said by"]
    assert claims == list(event.said_by)
    back = of(counterclaim, samples, claims[0])
    assert event.id in {x["id"] for x in back["rests_on_it"]}
    assert any("not recorded" in words for words in told["unknown"])


def test_a_place_shows_what_else_it_could_have_been(
    samples: Path, readings: tuple[Reading, ...], counterclaim: Command
) -> None:
    toponym, report = next(
        (t, r.report.id) for r in readings for t in r.toponyms if t.gazetteer_id and t.candidates
    )
    told = of(counterclaim, samples, address(report, toponym.span))
    found = told["candidates"]
    assert found[0]["id"] == toponym.gazetteer_id
    assert {c["id"] for c in found} == {toponym.gazetteer_id, *toponym.candidates}
    assert [c["taken"] for c in found] == [True] + [False] * (len(found) - 1)
    chances = {c.id: c.probability for c in toponym.weighed}
    assert {c["id"]: c["probability"] for c in found if c["id"] in chances} == chances
    assert found[0]["why"].startswith("taken: ")
    assert all(c["why"] for c in found)


def test_every_ground_has_words() -> None:
    words = ground_words()
    assert set(get_args(PlaceGround)) == set(words.place) | set(words.against)
    assert set(get_args(PlaceDoubt)) == set(words.doubt)
    assert set(get_args(TimeGround)) == set(words.time)


def test_a_place_that_is_as_likely_as_another_says_why_none_was_taken(
    tmp_path: Path, counterclaim: Command
) -> None:
    text = tmp_path / "bus.txt"
    text.write_text("A bus from Springfield burnt out, the company said on Friday.\n")
    ledger = tmp_path / "bus.db"
    counterclaim("read", text, "-o", ledger, "--published", "2015-10-08", "--attributor", "rules")
    with open_ledger(ledger, create=False) as opened:
        (reading,) = opened.view().readings()
    (place,) = of_kind("place", counterclaim, ledger, reading)
    fields = {f["name"]: f["value"] for f in place["fields"]}
    assert "none was taken" in fields["stays open"]
    assert len(place["candidates"]) > 1
    assert not any(c["taken"] for c in place["candidates"])
    (friday,) = of_kind("time", counterclaim, ledger, reading)
    assert [c["id"] for c in friday["candidates"]] == ["2015-10-02", "2015-10-09"]
    assert [c["taken"] for c in friday["candidates"]] == [True, False]
    assert "publication" in friday["candidates"][0]["why"]


def of_kind(kind: str, counterclaim: Command, ledger: Path, reading: Reading) -> list[Any]:
    spans = [t.span for t in (reading.toponyms if kind == "place" else reading.times)]
    names = [address(reading.report.id, span) for span in spans]
    return [of(counterclaim, ledger, name) for name in names]


def test_a_place_that_stays_open_takes_none_of_its_candidates(
    samples: Path, readings: tuple[Reading, ...], counterclaim: Command
) -> None:
    found = [
        (t, r.report.id)
        for r in readings
        for t in r.toponyms
        if t.gazetteer_id is None and t.candidates
    ]
    if not found:
        pytest.skip("every place name of the samples was resolved")
    told = of(counterclaim, samples, address(found[0][1], found[0][0].span))
    assert not any(c["taken"] for c in told["candidates"])
    assert "stays unresolved" in told["summary"]


def test_a_time_says_what_it_was_counted_from(
    samples: Path, readings: tuple[Reading, ...], counterclaim: Command
) -> None:
    time, report = next((t, r.report) for r in readings for t in r.times if t.anchor is not None)
    told = of(counterclaim, samples, address(report.id, time.span))
    fields = {f["name"]: f["value"] for f in told["fields"]}
    assert fields["counted from"] == time.anchor
    assert fields["published"] == report.published


def test_a_number_rests_on_its_event(
    samples: Path, readings: tuple[Reading, ...], counterclaim: Command
) -> None:
    event = next(e for r in readings for e in r.events if e.quantities)
    spot = address(event.report, event.quantities[0].span)
    found = lines(counterclaim("explain", samples, spot, "--json").stdout)
    told = next(x for x in found if x["kind"] == "quantity")
    assert event.id in {x["id"] for one in found for x in one["rests_on"]}
    assert told["fields"][0]["value"] == event.quantities[0].what.replace("_", " ")


def test_a_comparison_shows_both_sides_alike(samples: Path, counterclaim: Command) -> None:
    with open_ledger(samples, create=False) as ledger:
        view = ledger.view()
        comparison = next(c for i in view.incidents() for c in view.comparisons(i.id))
    told = of(counterclaim, samples, comparison.id)
    sides = {
        how: [x["id"] for x in told["rests_on"] if x["how"] == how]
        for how in ("one side", "other side")
    }
    assert sides == {"one side": list(comparison.a), "other side": list(comparison.b)}
    assert told["summary"] == comparison.ground


def test_a_spot_gives_all_that_was_read_there(
    samples: Path, readings: tuple[Reading, ...], counterclaim: Command
) -> None:
    reading = next(r for r in readings if r.toponyms and r.events)
    spot = f"{reading.report.id}@{reading.events[0].trigger.start}"
    kinds = [x["kind"] for x in lines(counterclaim("explain", samples, spot, "--json").stdout)]
    assert "event" in kinds


def test_a_report_lists_what_there_is_to_explain(
    samples: Path, readings: tuple[Reading, ...], counterclaim: Command
) -> None:
    reading = readings[0]
    listed = lines(counterclaim("explain", samples, reading.report.id, "--json").stdout)
    by_kind = {kind: [x["id"] for x in listed if x["kind"] == kind] for kind in ("claim", "place")}
    assert by_kind["claim"] == [c.id for c in reading.claims]
    assert by_kind["place"] == [address(reading.report.id, t.span) for t in reading.toponyms]
    assert f"{len(listed)} records" in counterclaim("explain", samples, reading.report.id).stdout


# The command -------------------------------------------------------------------------------------


def test_the_beginning_of_an_id_is_enough(
    samples: Path, readings: tuple[Reading, ...], counterclaim: Command
) -> None:
    event = readings[0].events[0].id
    whole = counterclaim("explain", samples, event).stdout
    assert counterclaim("explain", samples, event[:12]).stdout == whole
    assert "Why: " in whole


def test_words_are_marked_without_colour(
    samples: Path, readings: tuple[Reading, ...], counterclaim: Command
) -> None:
    event = readings[0].events[0]
    shown = counterclaim("explain", samples, event.id).stdout
    assert f"[{event.trigger.words(readings[0].text)}]" in shown


def test_an_unknown_id_names_the_nearest(
    samples: Path, readings: tuple[Reading, ...], counterclaim: Command
) -> None:
    event = readings[0].events[0].id
    result = counterclaim("explain", samples, event[:10] + "zzzz")
    assert result.exit_code == 2
    assert f"there is no record {event[:10]}zzzz" in result.stderr
    assert event in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("name", ["c-", "e-"])
def test_a_beginning_that_fits_several_is_refused(
    name: str, samples: Path, counterclaim: Command
) -> None:
    result = counterclaim("explain", samples, name)
    assert result.exit_code == 2
    assert f"several records begin with {name}" in result.stderr


def test_a_spot_outside_the_text_is_refused(
    samples: Path, readings: tuple[Reading, ...], counterclaim: Command
) -> None:
    report = readings[0].report.id
    for spot in ("@99999999", "@7-7", "@9-3"):
        result = counterclaim("explain", samples, report + spot)
        assert result.exit_code == 2
        assert "has no characters" in result.stderr


def test_a_spot_where_nothing_was_read_says_so(
    samples: Path, readings: tuple[Reading, ...], counterclaim: Command
) -> None:
    reading = readings[0]
    taken = [t.span for t in (*reading.toponyms, *reading.times)]
    for record in (*reading.claims, *reading.events):
        taken += record.why.spans
    taken += [s for c in reading.claims for s in (*c.source_span, *c.cue)]
    taken += [q.span for e in reading.events for q in e.quantities]
    free = next(n for n in range(len(reading.text)) if not any(s.start <= n < s.end for s in taken))
    result = counterclaim("explain", samples, f"{reading.report.id}@{free}")
    assert result.exit_code == 0
    assert "Nothing was read at" in result.stdout


def test_a_ledger_without_a_record_asks_for_one(samples: Path, counterclaim: Command) -> None:
    result = counterclaim("explain", samples)
    assert result.exit_code == 2
    assert "name a record to explain" in result.stderr


def test_ids_are_offered_to_the_shell(samples: Path, readings: tuple[Reading, ...]) -> None:
    event = readings[0].events[0].id
    shell = BashComplete(cli, {}, "counterclaim", "_COUNTERCLAIM_COMPLETE")
    offered = shell.get_completions(["explain", str(samples)], event[:6])
    assert event in {item.value for item in offered}
    nowhere = shell.get_completions(["explain", str(samples.with_name("none.db"))], "e-")
    assert nowhere == []
