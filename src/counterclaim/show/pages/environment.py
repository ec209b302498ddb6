"""Templates, and the policy that a page carries with it."""

import base64
import hashlib
from functools import lru_cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from counterclaim import __version__
from counterclaim.show import signs


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Templates that escape everything which is not marked as safe by us."""
    found = Environment(
        loader=PackageLoader("counterclaim.show.pages", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters["slot_words"] = signs.slot_words
    found.filters["counted"] = signs.counted
    found.globals["signs"] = signs
    return found


@lru_cache(maxsize=1)
def _style() -> str:
    return files("counterclaim.show.pages").joinpath("templates", "style.css").read_text("utf-8")


def render(template: str, extra_style: str = "", **values: Any) -> str:
    """A page; its policy allows this very style and nothing else, from nowhere."""
    style = _style() + extra_style
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return (
        environment()
        .get_template(template)
        .render(
            style=Markup(style),  # noqa: S704 - our own file and numbers, no input
            policy=policy,
            version=__version__,
            **values,
        )
    )
