"""What a run says of the incidents that it changed."""

import io

from counterclaim.ledger import IncidentChange
from counterclaim.ledger import changes as c
from counterclaim.ledger.tolls import Amount, TollChange
from counterclaim.show.terminal import console as consoles
from counterclaim.show.terminal.changes import incident_changes


def head(number: int = 1, title: str = "Shelling in Novi Brod, 3 May 2024") -> c.IncidentHead:
    return c.IncidentHead(
        id=f"i-{number:020}", title=title, start="2024-05-03", places=("Novi Brod", "Marland")
    )


def drawn(*changes: IncidentChange, width: int = 200) -> list[str]:
    console = consoles.make_console(color=False, width=width)
    console.file = io.StringIO()
    console.print(incident_changes(changes))
    return [line.strip() for line in console.file.getvalue().splitlines()]


def toll(before: float, after: float | None, source: str | None = "Ana Reval") -> c.ChangedToll:
    return c.ChangedToll(
        incident=head(),
        toll=TollChange(
            source=source,
            outlet="The Courier",
            what="killed",
            before=(Amount(None, before, None),),
            after=(Amount(22, None, None),) if after is None else (Amount(None, after, None),),
        ),
    )


def contradiction(
    number: int, ground: str = "19 and 22 exclude one another."
) -> c.NewContradiction:
    return c.NewContradiction(
        incident=head(), comparison=f"x-{number}", slot="quantity:killed", ground=ground
    )


def test_of_many_new_incidents_the_count_and_the_few_largest_are_told() -> None:
    found = [c.NewIncident(incident=head(n, f"Incident {n}"), reports=n) for n in range(1, 9)]
    lines = drawn(*found)
    assert lines[0].split() == ["new", "8", "incidents,", "of", "which:"]
    assert [line.split(" i-")[0] for line in lines[1:4]] == [f"Incident {n}" for n in (8, 7, 6)]
    assert lines[4:] == ["and 4 more that several reports tell of"]


def test_a_single_new_incident_is_named() -> None:
    lines = drawn(c.NewIncident(incident=head(), reports=1))
    assert lines == ["new     Shelling in Novi Brod, 3 May 2024 i-00000000"]


def test_tolls_are_told_as_they_were_and_are() -> None:
    assert drawn(toll(19, 22))[0].endswith("killed in Novi Brod, 2024-05-03: Ana Reval 19 → 22")
    assert drawn(toll(19, None))[0].endswith("Ana Reval 19 → at least 22")
    assert "The Courier (the outlet’s own voice) 19 → 22" in drawn(toll(19, 22, None))[0]


def test_merges_and_splits_name_both_ids() -> None:
    merged, split = drawn(
        c.MergedIncident(old="i-merged", incident=head(1)),
        c.SplitIncident(split_from="i-whole", incident=head(2), reports=2),
    )
    assert merged.split()[:3] == ["merged", "i-merged", "→"]
    assert merged.endswith("i-00000000")
    assert split.split()[:3] == ["split", "i-whole", "→"]
    assert split.endswith("2 reports")


def test_of_many_reports_that_joined_a_few_are_named() -> None:
    ids = tuple(f"r{n}" for n in range(5))
    (joined,) = drawn(c.JoinedIncident(incident=head(), reports=ids))
    assert joined.endswith("5 reports (r0, r1, r2 and 2 more)")


def test_what_is_no_more_is_told() -> None:
    left, ended = drawn(
        c.LeftIncident(incident=head(), reports=("r1",)), c.EndedIncident(incident=head())
    )
    assert left.endswith("1 report (r1)")
    assert "versions that do not tell of it" in ended


def test_contradictions_are_counted_and_the_first_few_told_in_their_words() -> None:
    lines = drawn(*(contradiction(n, f"Ground {n}.") for n in range(5)))
    assert lines[0].split() == ["≠", "5", "new", "contradictions,", "the", "first", "3:"]
    assert [line.split(" i-")[0] for line in lines[1:]] == ["Ground 0.", "Ground 1.", "Ground 2."]
    assert drawn(contradiction(1))[0].split() == ["≠", "1", "new", "contradiction:"]


def test_a_long_list_is_cut_and_says_how_much_more_there_is() -> None:
    lines = drawn(*(c.MergedIncident(old=f"i-{n}", incident=head()) for n in range(30)))
    assert len(lines) == 11
    assert lines[-1].split() == ["merged", "and", "20", "more"]


def test_words_of_reports_cannot_steer_the_terminal() -> None:
    evil = "Shelling\x1b[31m in\u202e [bold]Novi[/bold]\n\nBrod"
    named = c.IncidentHead(id="i-1", title=evil, start=None, places=(evil,))
    lines = drawn(
        c.NewIncident(incident=named, reports=1),
        c.JoinedIncident(incident=named, reports=(evil,)),
        c.ChangedToll(incident=named, toll=toll(1, 2, evil).toll),
        contradiction(1, evil),
    )
    text = "\n".join(lines)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "[bold]Novi[/bold]" in text
    assert len(lines) == 5


def test_no_line_is_wider_than_the_terminal() -> None:
    lines = drawn(contradiction(1, "word " * 90), toll(19, 22), width=60)
    assert max(map(len, lines)) <= 60
