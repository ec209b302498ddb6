import msgspec
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.model.custody import Judgement
from counterclaim.store import broken_links
from counterclaim.store.judgements import next_judgement


def chain(length: int) -> list[Judgement]:
    out: list[Judgement] = []
    for n in range(length):
        last = out[-1] if out else None
        out.append(
            next_judgement(last, record=f"c-{n}", decision="right", person="Ana", at=f"2024-05-{n}")
        )
    return out


@given(st.integers(2, 6), st.data())
def test_taking_one_out_of_the_middle_breaks_the_chain(length: int, data: st.DataObject) -> None:
    whole = chain(length)
    assert broken_links(whole) == ()
    out = data.draw(st.integers(0, length - 2))
    assert broken_links(whole[:out] + whole[out + 1 :]) == (whole[out + 1].id,)


@given(st.integers(2, 6), st.data())
def test_altering_one_breaks_the_chain_after_it(length: int, data: st.DataObject) -> None:
    whole = chain(length)
    n = data.draw(st.integers(0, length - 2))
    whole[n] = msgspec.structs.replace(whole[n], decision="wrong")
    assert broken_links(whole) == (whole[n + 1].id,)
