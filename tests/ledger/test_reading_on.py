"""Reading on into a ledger: ids stay, what changed is told, nothing that people decided is undone."""

from itertools import pairwise
from random import Random
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from counterclaim.language.parties import Parties
from counterclaim.ledger import changes as c
from counterclaim.ledger import linking
from counterclaim.ledger.linking import link
from counterclaim.model.link import Incident
from counterclaim.model.reading import Reading
from counterclaim.store import Ledger, StoredTrace, View, Writer, open_ledger
from tests.ledger.conftest import Read, add, store

few = settings(
    max_examples=4,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],  # Shrinking would link the samples a hundred times.
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def ledger() -> Any:
    with open_ledger(":memory:") as opened:
        yield opened


def content(view: View) -> set[object]:
    """Incidents with their comparisons, named by their members and not by their ids."""
    by_id = {i.id: i for i in view.incidents()}

    def members(i: Incident) -> tuple[str, ...]:
        return i.events or i.reports

    return {
        (
            msgspec.structs.replace(i, id="", linked_to=None, split_from=None),
            members(by_id[i.linked_to]) if i.linked_to else None,
            view.comparisons(i.id),
        )
        for i in by_id.values()
    } | {(view.origins(), view.copies())}


def of(linked: linking.Linked, kind: type) -> list[Any]:
    return [x for x in linked.changes if isinstance(x, kind)]


@given(order=st.permutations(range(15)), cuts=st.sets(st.integers(1, 14), max_size=6))
@few
def test_order_and_batches_change_nothing_in_what_incidents_hold(
    samples: tuple[Reading, ...], parties: Parties, order: list[int], cuts: set[int]
) -> None:
    assert len(samples) == 15
    with open_ledger(":memory:") as whole, open_ledger(":memory:") as parted:
        add(whole, parties, *samples)
        edges = [0, *sorted(cuts), 15]
        for start, end in pairwise(edges):
            before = {i.id for i in parted.view().incidents()}
            add(parted, parties, *(samples[n] for n in order[start:end]))
            for key in before:
                parted.view().incident(key)  # Every id that was ever given leads somewhere.
        assert content(parted.view()) == content(whole.view())


TELLS = "Air strike kills {n} at Kunduz hospital\nMédecins Sans Frontières said {n} people were killed in an American air strike on its hospital in Kunduz on 3 October 2015.\n"


def test_a_report_that_joins_keeps_the_id_and_tells_whose_toll_is_another(
    ledger: Ledger, parties: Parties, read: Read
) -> None:
    first = read(TELLS.format(n=19), id="a", published="2015-10-04", outlet="The Courier")
    (new,) = add(ledger, parties, first).changes
    assert isinstance(new, c.NewIncident)
    later = read(TELLS.format(n=22), id="b", published="2015-10-05", outlet="Daily Herald")
    found = add(ledger, parties, later)
    (joined,) = of(found, c.JoinedIncident)
    assert (joined.incident.id, joined.reports) == (new.incident.id, ("b",))
    (toll,) = of(found, c.ChangedToll)
    assert toll.toll.source == "Médecins Sans Frontières"
    assert [a.best for a in toll.toll.before + toll.toll.after] == [19, 22]
    assert found.incidents == 1


def test_nothing_new_changes_nothing_and_reads_no_report(
    ledger: Ledger, parties: Parties, samples: tuple[Reading, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    add(ledger, parties, *samples)
    before = ledger.view().counts()
    monkeypatch.setattr(View, "reading", None)
    monkeypatch.setattr(View, "readings", None)
    again = link(ledger, parties)
    assert (again.changes, again.incidents) == ((), len(ledger.view().incidents()))
    assert ledger.view().counts() == before


def test_only_incidents_whose_members_changed_are_compared_again(
    ledger: Ledger, parties: Parties, samples: tuple[Reading, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    late = [r for r in samples if r.report.id == "kunduz-lantern"]
    add(ledger, parties, *(r for r in samples if r not in late))
    loaded: list[str] = []
    real = View.reading

    def watched(view: View, report: str, *, version: str | None = None) -> Reading:
        loaded.append(report)
        return real(view, report, version=version)

    monkeypatch.setattr(View, "reading", watched)
    add(ledger, parties, *late)
    assert "kunduz-lantern" in loaded
    assert {report.partition("-")[0] for report in loaded} == {"kunduz"}
    assert len(loaded) == len(set(loaded))


def test_a_corrected_report_keeps_its_incident_and_the_judgement_of_it(
    ledger: Ledger, parties: Parties, read: Read
) -> None:
    url = "https://news.example/kunduz"
    first = read(TELLS.format(n=19), url=url, published="2015-10-04", outlet="The Courier")
    (new,) = add(ledger, parties, first).changes
    judgement = ledger.writer().judge(new.incident.id, "one", "Ana", "2015-10-05T08:00:00Z")
    other = read(TELLS.format(n=22), url=url, published="2015-10-04", outlet="The Courier")
    found = add(ledger, parties, other)
    (incident,) = ledger.view().incidents()
    assert incident.id == new.incident.id
    assert set(incident.events) <= {e.id for e in other.events}
    assert ledger.view().judgements(record=incident.id) == (judgement,)
    # The charity's figure, and that of the outlet's own headline.
    tolls = {x.toll.source: x.toll for x in of(found, c.ChangedToll)}
    assert tolls.keys() == {"Médecins Sans Frontières", None}
    for toll in tolls.values():
        assert [a.best for a in toll.before + toll.after] == [19, 22]
    assert [v.number for v in ledger.view().versions(other.report.id)] == [1, 2]


def test_judgements_of_comparisons_stay_attached_whatever_comes(
    ledger: Ledger, parties: Parties, samples: tuple[Reading, ...]
) -> None:
    shuffled = list(samples)
    Random(4).shuffle(shuffled)
    decisions = {}
    for reading in shuffled:
        add(ledger, parties, reading)
        for incident in ledger.view().incidents():
            for x in ledger.view().comparisons(incident.id):
                if x.id not in decisions and x.relation == "contradicts":
                    at = "2024-05-05T08:00:00Z"
                    decisions[x.id] = ledger.writer().judge(x.id, "right", "Ana", at), x
    view = ledger.view()
    standing = {x.id: x for i in view.incidents() for x in view.comparisons(i.id)}
    led = {r.id: r.leads_to for r in view.redirects() if r.kind == "comparison"}
    assert led
    for key, (judgement, stood) in decisions.items():
        now = key if key in standing else led[key]
        if now is None:
            assert view.as_it_stood(key) == stood
            assert view.judgements(record=key) == (judgement,)
            continue
        assert judgement in view.judgements(record=now)
        assert (standing[now].slot, standing[now].relation) == (stood.slot, stood.relation)
        assert set(standing[now].a + standing[now].b) & set(stood.a)
        assert set(standing[now].a + standing[now].b) & set(stood.b) or not stood.b


def test_a_run_that_was_cut_off_before_linking_is_made_good_by_the_next(
    ledger: Ledger, parties: Parties, samples: tuple[Reading, ...]
) -> None:
    add(ledger, parties, *samples[:8])
    store(ledger, samples[8:])
    before = len(ledger.view().incidents())
    found = link(ledger, parties)
    assert found.changes
    assert found.incidents > before
    with open_ledger(":memory:") as whole:
        add(whole, parties, *samples)
        assert content(ledger.view()) == content(whole.view())


def test_a_ledger_without_traces_or_with_older_ones_gets_them_and_keeps_its_ids(
    ledger: Ledger, parties: Parties, samples: tuple[Reading, ...]
) -> None:
    add(ledger, parties, *samples)
    before, ids = content(ledger.view()), {i.id for i in ledger.view().incidents()}
    versions = [line.version for line in ledger.links().versions()]
    traces = dict(ledger.links().traces(versions))
    older = [(v, StoredTrace("older", b"cannot be read any more")) for v in versions[::2]]
    ledger.writer().add_traces(older)
    assert link(ledger, parties).changes == ()
    assert content(ledger.view()) == before
    assert {i.id for i in ledger.view().incidents()} == ids
    assert dict(ledger.links().traces(versions)) == traces


def test_another_program_that_links_at_the_same_time_does_no_harm(
    ledger: Ledger,
    parties: Parties,
    samples: tuple[Reading, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = Writer.set_links
    others = [samples[:8]]

    def set_links(writer: Writer, *arguments: Any, **more: Any) -> Any:
        while others:
            add(ledger, parties, *others.pop())
        return real(writer, *arguments, **more)

    monkeypatch.setattr(Writer, "set_links", set_links)
    add(ledger, parties, *samples[8:])
    monkeypatch.undo()
    with open_ledger(":memory:") as whole:
        add(whole, parties, *samples)
        assert content(ledger.view()) == content(whole.view())


LOOP = "Novi Brod, 4 May 2024\n{other} reported that 19 people were killed in shelling in Novi Brod on 3 May 2024.\n"


def test_outlets_that_quote_each_other_in_a_loop_are_linked_once_and_for_all(
    ledger: Ledger, parties: Parties, read: Read
) -> None:
    outlets = ["Daily Herald", "Kestrel Wire", "The Courier"]
    for n, outlet in enumerate(outlets):
        text = LOOP.format(other=outlets[(n + 1) % 3])
        add(ledger, parties, read(text, id=f"r{n}", published="2024-05-04", outlet=outlet))
    view = ledger.view()
    claims = [claim.id for claim in view.claims()]
    assert sorted(claim for o in view.origins() for claim in o.claims) == sorted(claims)
    for origin in view.origins():
        assert len(origin.chain) == len(set(origin.chain))
    assert max(len(i.reports) for i in view.incidents()) == 3
    assert link(ledger, parties).changes == ()
