"""Web pages: trafilatura finds the article; what the page says of itself fills the report's head.

The stored text is the article's main text, a paragraph a line, without captions. Nothing is fetched
and nothing in the page is run.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Any

import msgspec

from counterclaim.model.custody import Problem
from counterclaim.model.errors import DocumentError, MissingPartError, SettingError
from counterclaim.model.ids import sha256
from counterclaim.model.report import Report
from counterclaim.readers.encoding import decode
from counterclaim.readers.options import ReadOptions
from counterclaim.readers.published import parse_published
from counterclaim.readers.text import as_report

_SENTENCE = re.compile(r"(?:\S+\s+){3}\S*[.!?…。؟]")
"""Some words and an end mark. Where a page has no article, the words of its links are what is left."""


class PageRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`rules/page.toml`: names of meta elements, XPaths of captions."""

    published: tuple[str, ...]
    captions: tuple[str, ...]


@lru_cache(maxsize=1)
def rules() -> PageRules:
    """The rules, read once."""
    path = files("counterclaim.readers") / "rules" / "page.toml"
    return msgspec.convert(tomllib.loads(path.read_text("utf-8")), PageRules)


def read(data: bytes, where: str, options: ReadOptions) -> Iterator[Report | Problem]:
    """The article in the page, after a warning if the page's encoding was guessed.

    Raises DocumentError for a page without an article, MissingPartError without trafilatura.
    """
    text, warning = decode(data, where, options.encoding, meta=True)
    if warning:
        yield warning
    page, published = _extract(text, where)
    if page is None or not _SENTENCE.search(page.text or ""):
        raise DocumentError(
            "no article text was found in this page",
            where,
            "Save the article itself, or give its text as a .txt file.",
        )
    yield as_report(
        page.text,
        sha256(data),
        where,
        options,
        title=page.title or None,
        outlet=page.sitename or None,
        published=published,
        byline=page.author or None,
        url=page.url or None,
        location=where,
    )


def _extract(text: str, where: str) -> tuple[Any, str | None]:
    """trafilatura's document (None where it finds no article) and the page's own date."""
    try:
        from trafilatura import bare_extraction, load_html
    except ImportError as error:
        raise MissingPartError(
            "web pages need a part that is not installed",
            where,
            "Install it with: pip install 'counterclaim[html]'",
        ) from error
    try:
        tree = load_html(text)
        if tree is None:
            return None, None
        declared = _declared(tree)
        page: Any = bare_extraction(
            tree,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            prune_xpath=list(rules().captions),
            # Only what the page's head and time elements say: no date out of the running text.
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except Exception as error:  # whatever a page from anywhere does to the parser below
        raise DocumentError(
            f"the page could not be parsed ({type(error).__name__})",
            where,
            "Give the article's text as a .txt file.",
        ) from error
    return page, declared or (_date(page.date) if page is not None else None)


def _date(value: str | None) -> str | None:
    try:
        return parse_published(value) if value else None
    except SettingError:
        return None


def _declared(tree: Any) -> str | None:
    """The date or instant of publication that the page declares: in a meta element, in its linked
    data (schema.org `datePublished`), or in a time element marked as such."""
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        for key in ("property", "name", "itemprop"):
            if meta.get(key) and meta.get("content"):
                metas.setdefault(meta.get(key).lower(), meta.get("content"))
    candidates = [metas.get(name) for name in rules().published]
    scripts = tree.xpath("//script[@type='application/ld+json']/text()")
    candidates.extend(_linked(str(script)) for script in scripts)
    candidates += tree.xpath("//time[@pubdate or @itemprop='datePublished']/@datetime")
    return next((found for c in candidates if c and (found := _date(str(c)))), None)


def _linked(script: str) -> str | None:
    """The first `datePublished` in a block of linked data, an article's own before a part's."""
    try:
        waiting = [msgspec.json.decode(script)]
    except (msgspec.DecodeError, RecursionError):
        return None
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, dict):
            if isinstance(node.get("datePublished"), str):
                return str(node["datePublished"])
            waiting += node.values()
        elif isinstance(node, list):
            waiting += node
    return None
