from tests.attribute.speech import read_claims, said


def test_a_dash_opens_speech_that_goes_on_behind_its_cue() -> None:
    text = "— We saw it from the roof, the driver said. It was a drone."
    found = said(text)
    assert [(s.source, s.content, s.quote) for s in found] == [
        ("driver", "We saw it from the roof", "direct"),
        ("driver", "It was a drone", "direct"),
    ]


def test_any_dash_will_do() -> None:
    for dash in "—–-":
        (found,) = said(f"{dash} Nobody slept, said the driver.")
        assert (found.content, found.quote) == ("Nobody slept", "direct")


def test_a_dash_within_a_paragraph_opens_nothing() -> None:
    found = said("The port — the old one — was safe, the driver said. It was dark.")
    assert [s.quote for s in found] == ["indirect"]


def test_a_quotation_that_was_never_closed_ends_at_its_cue() -> None:
    _, claims = read_claims('"We hold the port, the governor said.')
    assert [(c.quote, c.why.rule.split()[0]) for c in claims] == [("direct", "direct.unclosed")]
