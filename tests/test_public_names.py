import subprocess
import sys

import pytest

import counterclaim as cc

HEAVY = ("spacy", "sqlalchemy", "rich", "jinja2", "trafilatura", "msgspec", "numpy")


@pytest.mark.parametrize("name", cc.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(cc, name) is not None
    assert name in dir(cc)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        cc.nothing  # noqa: B018


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = f"import sys, counterclaim; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_text_is_read_from_python() -> None:
    reading = cc.read(
        "The ministry said that two bridges had been hit on Monday.", published="2015-10-08"
    )
    assert [c.source.name for c in reading.claims] == ["ministry"]
    assert cc.quoted(reading.text, reading.claims[0].content).startswith("that two bridges")
    assert cc.decode_reading(cc.encode_reading(reading)) == reading


def test_no_module_hides_a_public_name() -> None:
    import counterclaim.readers
    import counterclaim.show.cli.commands.demo
    import counterclaim.store  # noqa: F401

    assert [name for name in cc.__all__ if not callable(getattr(cc, name))] == []
