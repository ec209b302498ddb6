"""Text -> Report: the step that every format ends in."""

from urllib.parse import urlsplit

from counterclaim.model.errors import DocumentError
from counterclaim.model.ids import sha256
from counterclaim.model.report import Report, make_report
from counterclaim.readers.options import ReadOptions
from counterclaim.readers.published import parse_published
from counterclaim.readers.segments import layout


def read_text(
    text: str,
    *,
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    url: str | None = None,
    own_id: str | None = None,
) -> Report:
    """The report that `text` is; the text is stored as it is given.

    Raises SettingError for a `published` that is no date, DocumentError for a text without words.
    """
    return as_report(
        text,
        _hash(text, "text"),
        "text",
        ReadOptions(),
        title=title,
        outlet=outlet,
        published=parse_published(published, "published") if published is not None else None,
        url=url,
        own_id=own_id,
    )


def as_report(
    text: str,
    sha: str,
    where: str,
    options: ReadOptions,
    *,
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    byline: str | None = None,
    url: str | None = None,
    own_id: str | None = None,
    location: str | None = None,
) -> Report:
    """A report of `text`, whose bytes hash to `sha`; what `options` tell goes before the rest.

    Raises DocumentError, which names `where`, for a text that is empty or too long.
    """
    if not text or text.isspace():
        raise DocumentError(
            "there is no text in it", where, "Give a document with text, or leave it out."
        )
    if len(text) > options.max_characters:
        raise too_long(f"{len(text):,} characters", where, options)
    shape = layout(text, title)
    return make_report(
        text,
        sha,
        own_id=own_id,
        title=title or shape.title,
        outlet=options.outlet or outlet or _site(url),
        published=options.published or published,
        byline=byline or shape.byline,
        url=url,
        location=location,
        segments=shape.segments,
    )


def _site(url: str | None) -> str | None:
    """The site that a page is from, where nobody names its outlet: "example.org"."""
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def too_long(size: str, where: str, options: ReadOptions) -> DocumentError:
    """The error of a document over the limit; `size` says how long it is."""
    return DocumentError(
        f"it holds {size}, and one document may hold {options.max_characters:,} characters",
        where,
        "Split it into its reports, or raise the limit with --max-characters.",
    )


def _hash(text: str, where: str) -> str:
    try:
        return sha256(text.encode())
    except UnicodeEncodeError as error:
        raise DocumentError(
            f"character {error.start} is half of a surrogate pair, which no file can hold",
            where,
            "Decode the bytes without errors='surrogateescape'.",
        ) from error
