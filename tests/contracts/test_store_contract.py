"""The contract of a ledger, whatever it is stored in."""

from itertools import count, permutations
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from sqlalchemy.exc import DBAPIError

from counterclaim.model.custody import Problem
from counterclaim.model.errors import DocumentError, LedgerError
from counterclaim.model.link import Redirect
from counterclaim.model.reading import Reading
from counterclaim.model.spans import quoted
from counterclaim.store import (
    Ledger,
    LinksMovedError,
    Relinked,
    StoredTrace,
    Turned,
    broken_links,
)

from .conftest import RUN
from .records import TEXT, copy_pair, incident, origin, readings, report, rich_reading
from .stores import STORES

LOGS = {"runs", "problems"}


def add(ledger: Ledger, *found: Reading) -> list[str]:
    writer = ledger.writer()
    return [writer.add_reading(r, RUN.id).status for r in found]


# Round trip


def test_a_reading_with_every_field_comes_back_as_it_was(ledger: Ledger) -> None:
    reading = rich_reading(title="Shelling", outlet="The Courier", published="2024-05-04")
    add(ledger, reading)
    assert ledger.view().reading("a1") == reading
    assert ledger.view().report("a1") == reading.report


@pytest.mark.parametrize("store", sorted(STORES))
def test_any_reading_comes_back_as_it_was(
    store: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with STORES[store](tmp_path_factory.mktemp("ledger")) as ledger:
        ledger.writer().start_run(RUN)

        numbers = count()

        @settings(max_examples=60, deadline=None)
        @given(readings())
        def round_trip(drawn: Reading) -> None:
            # Examples may have the same bytes and differ in the rest: each is a version of its own.
            version = f"v-{next(numbers)}"
            report = msgspec.structs.replace(drawn.report, version=version)
            reading = msgspec.structs.replace(drawn, report=report)
            ledger.writer().add_reading(reading, RUN.id)
            assert ledger.view().reading(report.id, version=version) == reading

        round_trip()


def test_runs_and_problems_come_back_as_they_were(ledger: Ledger) -> None:
    problem = Problem(what="the file is empty", where="a.txt", do="Give one with text.")
    ledger.writer().add_problem(problem, RUN.id)
    assert ledger.view().runs() == (RUN,)
    assert ledger.view().problems() == (problem,)
    assert ledger.view().problems(run="n-2") == ()


# Reading again


def test_reading_the_same_bytes_again_adds_no_row_in_any_table(ledger: Ledger) -> None:
    reading = rich_reading(location="a.txt")
    moved = rich_reading(location="elsewhere/a.txt")
    first = ledger.writer().add_reading(reading, RUN.id)
    before = ledger.view().counts()
    ledger.writer().start_run(RUN)
    assert add(ledger, reading, moved) == ["known", "known"]
    assert ledger.view().counts() == before
    assert (first.status, first.claims, first.events) == ("new", 2, 2)


def test_another_reading_of_the_same_bytes_is_kept_out_until_it_is_asked_for(
    ledger: Ledger,
) -> None:
    reading = rich_reading()
    add(ledger, reading)
    better = msgspec.structs.replace(reading, claims=reading.claims[:1], events=reading.events[:1])
    better = msgspec.structs.replace(better, comparisons=(), checks=())
    assert add(ledger, better) == ["differs"]
    assert ledger.view().reading("a1") == reading
    assert ledger.writer().add_reading(better, RUN.id, replace=True).status == "reread"
    assert ledger.view().reading("a1") == better
    assert ledger.view().counts()["comparison_claims"] == 0


def test_a_changed_text_with_the_same_id_supersedes_the_old_version(ledger: Ledger) -> None:
    old, new = rich_reading(), rich_reading(text=TEXT + "A correction was made.\n")
    add(ledger, old)
    added = ledger.writer().add_reading(new, RUN.id)
    view = ledger.view()
    assert (added.status, added.superseded) == ("new version", old.report.version)
    assert view.reading("a1") == new
    assert view.reading("a1", version=old.report.version) == old
    assert view.has_version(old.report.version)
    assert view.has_version(new.report.version)
    assert not view.has_version("v-0")
    assert [line.version for line in view.reports()] == [new.report.version]
    assert [v.number for v in view.versions("a1")] == [1, 2]
    assert view.claims() == new.claims
    assert view.events() == new.events
    (change,) = view.difference("a1")
    assert change.old is None
    assert change.new is not None
    assert change.new.words(new.text) == "A correction was made.\n"


def test_the_old_bytes_do_not_push_out_the_new_ones(ledger: Ledger) -> None:
    old, new = rich_reading(), rich_reading(text=TEXT + "More.\n")
    assert add(ledger, old, new, old) == ["new", "new version", "known"]
    assert ledger.view().reading("a1") == new


@pytest.mark.parametrize("field", ["url", "location"])
def test_a_changed_text_from_the_same_place_is_a_new_version(ledger: Ledger, field: str) -> None:
    place = {field: "https://news.example/1"}
    old = rich_reading(own_id=None, **place)
    new = rich_reading(own_id=None, text=TEXT + "More.\n", **place)
    assert add(ledger, old, new) == ["new", "new version"]
    assert [r.report.id for r in ledger.view().readings()] == [new.report.id]
    # Whoever kept the old id still finds the article.
    assert ledger.view().reading(old.report.id) == new


def test_another_text_under_the_same_file_name_is_another_article(ledger: Ledger) -> None:
    one = rich_reading(own_id=None, location="article.txt")
    text = "The harvest was good this year, the growers of the valley said on Monday."
    unlike = Reading(report=report(text, location="article.txt"))
    assert add(ledger, one, unlike) == ["new", "new"]
    assert len(ledger.view().reports()) == 2


def test_two_own_ids_at_one_url_are_two_articles(ledger: Ledger) -> None:
    one = rich_reading(own_id="a1", url="https://news.example/live")
    two = rich_reading(own_id="a2", url="https://news.example/live", text=TEXT + "More.\n")
    assert add(ledger, one, two) == ["new", "new"]
    assert len(ledger.view().reports()) == 2


# The columns say what the records say


def test_columns_and_child_tables_agree_with_the_records(ledger: Ledger) -> None:
    reading = rich_reading()
    add(ledger, reading)
    counts = ledger.view().counts()
    assert counts["segments"] == 2
    assert counts["claim_spans"] == sum(
        len(c.source_span) + len(c.cue) + len(c.content) for c in reading.claims
    )
    assert counts["event_claims"] == 2
    assert counts["event_places"] == sum(len(e.places) for e in reading.events)
    assert counts["quantities"] == 1
    assert counts["check_claims"] == 1
    assert counts["comparison_claims"] == 2


def test_spans_in_the_store_are_the_quotation(ledger: Ledger) -> None:
    add(ledger, rich_reading())
    back = ledger.view().reading("a1")
    assert quoted(back.text, back.claims[1].content) == "We did not fire"


# Lists


def test_claims_are_found_by_source_stance_and_report(ledger: Ledger) -> None:
    one, two = rich_reading("a1"), rich_reading("a2", text=TEXT + "More.\n")
    add(ledger, two, one)
    view = ledger.view()
    assert view.claims() == one.claims + two.claims
    assert view.claims(report="a2") == two.claims
    assert view.claims(stance="denies", report="a1") == one.claims[1:]
    assert view.claims(source="party:north") == (one.claims[1], two.claims[1])
    assert view.claims(source="NORTHERN") == (one.claims[1], two.claims[1])
    assert view.claims(source="100%") == ()
    assert view.claim(two.claims[0].id) == two.claims[0]


def test_events_are_found_by_type_day_place_and_report(ledger: Ledger) -> None:
    one, two = rich_reading("a1"), rich_reading("a2", text=TEXT + "More.\n")
    add(ledger, two, one)
    view = ledger.view()
    assert view.events() == one.events + two.events
    assert view.events(type="CASUALTIES", report="a1") == one.events[1:]
    assert view.events(day="2024-05-03") == (one.events[1], two.events[1])
    assert view.events(day="2024-05-04") == ()
    assert view.events(place="novi") == one.events + two.events
    assert view.events(place="geonames:1", report="a2") == two.events
    assert view.events(place="geonames:2") == ()


def test_a_list_of_reports_counts_what_was_read(ledger: Ledger) -> None:
    add(ledger, rich_reading(outlet="The Courier", published="2024-05-04"))
    (line,) = ledger.view().reports()
    assert (line.id, line.outlet, line.published) == ("a1", "The Courier", "2024-05-04")
    assert (line.claims, line.events, line.problems) == (2, 2, 1)


def test_a_source_is_listed_once_with_its_claims_and_reports(ledger: Ledger) -> None:
    one, two = rich_reading("a1"), rich_reading("a2", text=TEXT + "More.\n")
    add(ledger, one, two)
    lines = ledger.view().sources()
    assert [(x.name, x.claims, x.reports) for x in lines] == [
        ("Officials", 2, 2),
        ("the northern army", 2, 2),
    ]
    assert ledger.view().source(lines[0].id) == one.claims[0].source


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_lists_do_not_depend_on_the_order_of_arrival(
    ledger: Ledger, order: tuple[int, ...]
) -> None:
    found = [rich_reading(f"a{n}", text=TEXT + "More.\n" * n) for n in range(3)]
    add(ledger, *(found[n] for n in order))
    view = ledger.view()
    assert [line.id for line in view.reports()] == ["a0", "a1", "a2"]
    assert list(view.readings()) == found
    assert view.claims() == tuple(c for r in found for c in r.claims)


def test_more_readings_than_one_chunk_come_back_each_once(ledger: Ledger) -> None:
    writer = ledger.writer()
    for n in range(70):
        writer.add_reading(rich_reading(f"a{n:02}", text=TEXT + "x" * n), RUN.id)
    assert [r.report.id for r in ledger.view().readings()] == [f"a{n:02}" for n in range(70)]


def test_a_writer_may_write_while_readings_are_streamed(ledger: Ledger) -> None:
    add(ledger, rich_reading("a1"), rich_reading("a2", text=TEXT + "More.\n"))
    for reading in ledger.view().readings():
        problem = Problem(what="seen", where=reading.report.id, do="Nothing.")
        ledger.writer().add_problem(problem, RUN.id)
    assert [p.where for p in ledger.view().problems() if p.what == "seen"] == ["a1", "a2"]


# Links


def test_links_come_back_and_are_not_touched_when_they_are_as_before(ledger: Ledger) -> None:
    reading = rich_reading()
    add(ledger, reading)
    found, source, pair = incident(reading), origin(reading), copy_pair("a1", "a2")
    across = {found.id: reading.comparisons}
    changed = ledger.writer().set_links([found], [source], [pair], across)
    assert (changed.added, changed.removed) == (3, 0)
    view = ledger.view()
    before = view.counts()
    again = ledger.writer().set_links([found], [source], [pair], across)
    assert (again.added, again.removed) == (0, 0)
    assert view.counts() == before
    assert view.incidents() == (found,) == view.incidents(report="a1", day="2024-05-03")
    assert view.incidents(day="2024-05-05") == () == view.incidents(report="a2")
    assert view.incident(found.id) == found
    assert view.comparisons(found.id) == reading.comparisons
    assert view.checks(found.id) == reading.checks
    assert view.claims(incident=found.id) == reading.claims
    assert view.origins() == (source,) == view.origins(incident=found.id)
    assert view.origins(incident="i-0") == ()
    assert view.copies() == (pair,) == view.copies(report="a2")


def test_links_that_changed_take_the_place_of_the_old_ones(ledger: Ledger) -> None:
    reading = rich_reading()
    add(ledger, reading)
    found = incident(reading)
    ledger.writer().set_links([found], [origin(reading)], [], {found.id: reading.comparisons})
    renamed = incident(reading, contradictions=0)
    changed = ledger.writer().set_links([renamed], [origin(reading)], [copy_pair("a1", "a2")])
    assert (changed.added, changed.removed) == (2, 1)
    assert ledger.view().incidents() == (renamed,)
    assert ledger.view().comparisons(found.id) == ()
    assert ledger.view().reading("a1") == reading
    ledger.writer().set_links([])
    counts = ledger.view().counts()
    assert all(
        counts[name] == 0 for name in counts if name.startswith(("incident", "origin", "cop"))
    )


# Ids that were given up


def test_an_id_that_was_given_up_leads_to_the_incident_that_took_its_place(ledger: Ledger) -> None:
    reading = rich_reading()
    add(ledger, reading)
    one, two = incident(reading, id="i-1", contradictions=0), incident(reading, id="i-2")
    ledger.writer().set_links([one, two], [], [], {"i-1": reading.comparisons})
    merged = Relinked(redirects=(Redirect(id="i-1", kind="incident", leads_to="i-2"),))
    ledger.writer().set_links([two], [], [], {"i-2": reading.comparisons}, merged)
    view = ledger.view()
    assert view.incident("i-1") == two
    assert view.comparisons("i-1") == reading.comparisons
    assert view.checks("i-1") == view.checks("i-2")
    assert view.claims(incident="i-1") == view.claims(incident="i-2")
    assert view.redirects() == merged.redirects
    assert view.as_it_stood("i-1") == one


def test_redirects_lead_straight_to_what_stands_and_end_when_it_comes_back(ledger: Ledger) -> None:
    reading = rich_reading()
    add(ledger, reading)
    one, two, three = (incident(reading, id=f"i-{n}") for n in (1, 2, 3))
    writer, view = ledger.writer(), ledger.view()
    writer.set_links([one, two, three])

    def give_up(old: str, new: str | None) -> Relinked:
        return Relinked(redirects=(Redirect(id=old, kind="incident", leads_to=new),))

    writer.set_links([two, three], relinked=give_up("i-1", "i-2"))
    writer.set_links([three], relinked=give_up("i-2", "i-3"))
    assert {r.id: r.leads_to for r in view.redirects()} == {"i-1": "i-3", "i-2": "i-3"}
    writer.set_links([three, one])
    assert view.incident("i-1") == one
    assert {r.id for r in view.redirects()} == {"i-2"}
    writer.set_links([one], relinked=give_up("i-3", None))
    for name in ("i-2", "i-3"):
        with pytest.raises(LedgerError, match="stands no more") as caught:
            view.incident(name)
        assert caught.value.do


def test_judgements_stay_with_the_record_that_took_the_place_of_another(ledger: Ledger) -> None:
    reading = rich_reading()
    add(ledger, reading)
    old, new = (incident(reading, id=f"i-{n}") for n in (1, 2))
    writer, view = ledger.writer(), ledger.view()
    writer.set_links([old], comparisons={"i-1": reading.comparisons})
    about_it = writer.judge("i-1", "one incident", "Ana", "2024-05-05T08:00:00Z")
    about_claims = writer.judge(reading.comparisons[0].id, "wrong", "Ben", "2024-05-05T09:00:00Z")
    redirect = Redirect(id="i-1", kind="incident", leads_to="i-2")
    gone = Redirect(id=reading.comparisons[0].id, kind="comparison", leads_to=None)
    assert ledger.links().judged() == {"i-1", gone.id}
    writer.set_links([new], relinked=Relinked(redirects=(redirect, gone)))
    assert view.judgements(record="i-2") == (about_it,) == view.judgements(record="i-1")
    assert view.judgements(record=gone.id) == (about_claims,)
    assert view.as_it_stood(gone.id) == reading.comparisons[0]
    assert view.judgements() == (about_it, about_claims)
    assert ledger.links().judged() == {"i-1", "i-2", gone.id}


def test_incidents_are_numbered_in_the_order_in_which_they_were_first_stored(
    ledger: Ledger,
) -> None:
    reading = rich_reading()
    add(ledger, reading)
    writer = ledger.writer()
    writer.set_links([incident(reading, id="i-2")])
    writer.set_links([incident(reading, id="i-1"), incident(reading, id="i-2", contradictions=0)])
    found = [(s.number, s.incident.id) for s in ledger.links().standing()]
    assert found == [(1, "i-2"), (2, "i-1")]
    assert ledger.links().standing(["zz"]) == ()


def test_incidents_that_are_kept_are_not_touched(ledger: Ledger) -> None:
    reading = rich_reading()
    add(ledger, reading)
    writer, view = ledger.writer(), ledger.view()
    one, two = (incident(reading, id=f"i-{n}") for n in (1, 2))
    writer.set_links([one, two], comparisons={"i-1": reading.comparisons})
    changed = writer.set_links([], relinked=Relinked(kept={"i-1"}))
    assert (changed.added, changed.removed) == (0, 1)
    assert view.incidents() == (one,)
    assert view.comparisons("i-1") == reading.comparisons


# Traces


def test_a_trace_is_stored_with_its_reading_and_kept_as_it_is(ledger: Ledger) -> None:
    reading, trace = rich_reading(), StoredTrace("form 1", bytes(range(256)), b"print")
    version = reading.report.version
    ledger.writer().add_reading(reading, RUN.id, trace=trace)
    links = ledger.links()
    assert list(links.traces([version, "v-0"])) == [(version, trace)]
    (line,) = links.versions()
    assert (line.report, line.form, line.current, line.linked) == ("a1", "form 1", True, False)
    ledger.writer().add_traces([(version, StoredTrace("form 2", b""))])
    assert [x.form for x in links.versions()] == ["form 2"]


def test_links_from_versions_that_are_others_by_now_are_refused(ledger: Ledger) -> None:
    reading = rich_reading()
    ledger.writer().add_reading(reading, RUN.id, trace=StoredTrace("f", b"trace"))
    version = reading.report.version
    turned = Turned(since=frozenset(), came=(version,), went=())
    found = [incident(reading)]
    ledger.writer().set_links(found, relinked=Relinked(turned=turned))
    assert [x.linked for x in ledger.links().versions()] == [True]
    with pytest.raises(LinksMovedError):
        ledger.writer().set_links([], relinked=Relinked(turned=turned))
    assert list(ledger.view().incidents()) == found


def test_a_version_that_was_linked_and_superseded_is_known_until_links_are_made_anew(
    ledger: Ledger,
) -> None:
    old, new = rich_reading(), rich_reading(text=TEXT + "A correction was made.\n")
    writer, links = ledger.writer(), ledger.links()
    writer.add_reading(old, RUN.id, trace=StoredTrace("f", b"old"))
    versions = old.report.version, new.report.version
    since = Relinked(turned=Turned(since=frozenset(), came=versions[:1], went=()))
    writer.set_links([], relinked=since)
    writer.add_reading(new, RUN.id, trace=StoredTrace("f", b"new"))
    assert [(x.version, x.current, x.linked) for x in links.versions()] == [
        (versions[0], False, True),
        (versions[1], True, False),
    ]
    turned = Turned(since=frozenset(versions[:1]), came=versions[1:], went=versions[:1])
    writer.set_links([], relinked=Relinked(turned=turned))
    assert [x.version for x in links.versions()] == [versions[1]]
    assert list(links.traces(versions)) == [(versions[1], StoredTrace("f", b"new"))]


# Judgements


def test_judgements_are_chained_and_cannot_be_changed(ledger: Ledger) -> None:
    writer = ledger.writer()
    one = writer.judge("c-1", "right", "Ana", "2024-05-05T08:00:00Z")
    two = writer.judge("c-1", "wrong source", "Ben", "2024-05-05T09:00:00Z", note="see line 2")
    view = ledger.view()
    assert view.judgements() == (one, two)
    assert view.judgements(record="c-2") == ()
    assert broken_links(view.judgements()) == ()
    assert one.previous is None
    for statement in ("DELETE FROM judgements", "UPDATE judgements SET decision = 'right'"):
        with pytest.raises(DBAPIError), ledger._engine.begin() as connection:
            connection.exec_driver_sql(statement)
    assert view.judgements() == (one, two)


def test_the_same_decision_can_be_made_twice(ledger: Ledger) -> None:
    writer = ledger.writer()
    one = writer.judge("c-1", "right", "Ana", "2024-05-05T08:00:00Z")
    two = writer.judge("c-1", "right", "Ana", "2024-05-05T08:00:00Z")
    assert one.id != two.id


# Errors


def test_what_is_not_there_is_said_with_what_where_and_what_to_do(ledger: Ledger) -> None:
    view = ledger.view()
    for ask in (
        lambda: view.reading("zz"),
        lambda: view.report("zz"),
        lambda: view.reading("zz", version="v-0"),
        lambda: view.versions("zz"),
        lambda: view.claim("zz"),
        lambda: view.incident("zz"),
        lambda: view.source("zz"),
    ):
        with pytest.raises(LedgerError) as caught:
            ask()
        assert caught.value.where == ledger.name
        assert caught.value.do
    with pytest.raises(LedgerError, match="start_run"):
        ledger.writer().add_reading(rich_reading(), "n-unknown")


def test_records_that_do_not_fit_together_leave_nothing_behind(ledger: Ledger) -> None:
    good, bad = rich_reading("a1"), rich_reading("a2", text=TEXT + "More.\n")
    dangling = msgspec.structs.replace(bad, claims=bad.claims[1:])
    twice = msgspec.structs.replace(bad, claims=bad.claims + bad.claims[:1])
    add(ledger, good)
    before = ledger.view().counts()
    for reading in (dangling, twice):
        with pytest.raises(DocumentError) as caught:
            add(ledger, reading)
        assert caught.value.where == "a2"
    assert ledger.view().counts() == before
    assert add(ledger, bad) == ["new"]


def test_half_a_character_is_a_problem_of_the_document(ledger: Ledger) -> None:
    reading = rich_reading()
    broken = msgspec.structs.replace(
        reading, report=msgspec.structs.replace(reading.report, title="\ud800")
    )
    with pytest.raises(DocumentError, match="surrogate"):
        add(ledger, broken)
    assert ledger.view().reports() == ()


def test_every_table_is_empty_in_a_new_ledger(tmp_path: Path) -> None:
    for name, make in STORES.items():
        folder = tmp_path / name.replace(" ", "-")
        folder.mkdir()
        with make(folder) as ledger:
            assert not any(ledger.view().counts().values())
