import pytest

from counterclaim.show.terminal.lists import short_id


@pytest.mark.parametrize(
    "record",
    [
        "c-0123456789abcdef0123",
        "2db399cbb45732f47d02f90f1ba04202",
        "0b3f6c1e-9a52-4c1d-8f6e-1c2d3e4f5a6b",
    ],
)
def test_hashes_and_uuids_are_shown_by_their_beginning(record: str) -> None:
    assert short_id(record) == record[:10]


@pytest.mark.parametrize("record", ["kunduz-northmoor", "2016-10-01-harbour-post-1", "deadbeef"])
def test_ids_that_somebody_gave_stay_whole(record: str) -> None:
    assert short_id(record) == record
