from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.model.spans import Span
from tests.attribute.speech import read_claims

WHO = ["The ministry", "Residents", "A source close to the envoy", "Mr Haddad", "Moscow"]
CUE = ["said", "claimed", "denied", "told reporters", "warned"]
WHAT = ["that two bridges had been hit", "that the army left the town", "the road was closed"]


def test_nested_speech_names_the_claim_around_it() -> None:
    _, claims = read_claims(
        "The general told reporters that the minister had said that the war was over."
    )
    outer, inner = claims
    assert inner.via == outer.id
    assert inner.source.name == "minister"


def test_an_agency_that_quotes_somebody_relays_the_claim() -> None:
    _, claims = read_claims(
        "The agency quoted a security official as saying that the airport was closed."
    )
    outer, inner = claims
    assert (outer.source.name, inner.source.name) == ("agency", "security official")
    assert inner.via == outer.id


def test_a_speaker_is_not_nested_in_himself() -> None:
    _, claims = read_claims("Mr Haddad said that he hopes to return to the town.")
    assert len(claims) == 1


def test_bylines_captions_and_datelines_hold_no_claim() -> None:
    text = (
        "KHARKIV, Ukraine, May 3 (Agency) - The road was closed on Monday.\n\n"
        "Nobody was hurt. – Jane Doe\n\n"
        "Photo: A soldier says that the road is closed. Credit: Agency"
    )
    _, claims = read_claims(text)
    assert claims == ()


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(WHO), st.sampled_from(CUE), st.sampled_from(WHAT)),
        min_size=1,
        max_size=4,
    )
)
def test_every_span_lies_in_the_text_and_every_claim_says_why(
    parts: list[tuple[str, str, str]],
) -> None:
    text = "\n\n".join(f"{who} {cue} {what}." for who, cue, what in parts)
    report, claims = read_claims(text)
    assert claims
    known = {c.id for c in claims}
    assert len(known) == len(claims)
    for c in claims:
        for span in (*c.source_span, *c.cue, *c.content):
            assert isinstance(span, Span)
            assert span.end <= len(report.text)
        assert c.content
        assert c.why.rule
        assert c.via is None or c.via in known
    assert read_claims(text)[1] == claims
