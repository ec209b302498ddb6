from hypothesis import given
from hypothesis import strategies as st

from counterclaim.model.ids import make_id, sha256
from counterclaim.model.report import make_report


@given(st.text(), st.lists(st.one_of(st.text(), st.integers(-(2**53), 2**53), st.none())))
def test_the_same_parts_give_the_same_id(text: str, parts: list[object]) -> None:
    assert make_id("c", text, parts) == make_id("c", text, list(parts))


def test_parts_do_not_run_together() -> None:
    assert make_id("c", "ab", "c") != make_id("c", "a", "bc")


def test_the_order_of_a_mapping_changes_nothing() -> None:
    assert make_id("c", {"a": 1, "b": 2}) == make_id("c", {"b": 2, "a": 1})


def test_a_report_without_an_id_is_named_by_its_address_else_its_bytes() -> None:
    one = make_report("x", sha256(b"x"))
    same = make_report("x", sha256(b"x"), location="elsewhere.txt")
    online = make_report("x", sha256(b"x"), url="https://example.org/a")
    changed = make_report("y", sha256(b"y"), url="https://example.org/a")
    assert (one.id, one.version) == (same.id, same.version)
    assert online.id == changed.id
    assert online.version != changed.version
    assert make_report("x", sha256(b"x"), own_id="mine").id == "mine"
