"""The model's files: there, whole, or said to be not."""

import json
import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from counterclaim.attribute.learnt.model import SHIPPED, Model, load_model
from counterclaim.model.errors import MissingPartError

FOLDER = Path(str(files("counterclaim.attribute.learnt") / SHIPPED))


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "weights"))


def test_the_shipped_model_is_whole_and_small() -> None:
    assert load_model().digest
    assert sum(p.stat().st_size for p in FOLDER.iterdir()) <= 30_000_000


def test_a_missing_file_is_said_with_the_way_to_get_it(copied: Path) -> None:
    (copied / "reader.onnx").unlink()
    with pytest.raises(MissingPartError) as told:
        Model(copied)
    assert "missing" in told.value.what
    assert "--attributor rules" in told.value.do


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(MissingPartError, match="missing"):
        Model(tmp_path / "nowhere")


def test_a_changed_file_is_not_used(copied: Path) -> None:
    path = copied / "linker.onnx"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(bytes(content))
    with pytest.raises(MissingPartError, match="damaged"):
        Model(copied)


def test_a_damaged_card_is_said(copied: Path) -> None:
    (copied / "model.json").write_text("{")
    with pytest.raises(MissingPartError, match="damaged"):
        Model(copied)


def test_the_digest_changes_with_any_file(copied: Path) -> None:
    before = Model(copied).digest
    card = json.loads((copied / "model.json").read_text())
    vocabulary = copied / "vocabulary.txt"
    vocabulary.write_text(vocabulary.read_text() + "one-more\n")
    import hashlib

    card["files"]["vocabulary.txt"] = hashlib.sha256(vocabulary.read_bytes()).hexdigest()
    (copied / "model.json").write_text(json.dumps(card))
    assert Model(copied).digest != before
