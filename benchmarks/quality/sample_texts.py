"""The texts of the sample reports as their gold readings count them."""

import re
from html.parser import HTMLParser

from counterclaim.samples import SampleReport, sample_bytes, sample_text

SENTENCE = re.compile(r"(?<=[.!?][\"”’])\s+|(?<=[.!?])\s+(?=[A-Z\"“‘])|\n+")


class _ArticleWords(HTMLParser):
    """The words of a sample page's article: a line for each heading, paragraph and caption."""

    BLOCKS = frozenset({"h1", "p", "figcaption"})

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._in_article = False
        self._in_block = False

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        self._in_article |= tag == "article"
        if self._in_article and tag in self.BLOCKS:
            self._in_block = True
            self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        self._in_article &= tag != "article"
        self._in_block &= tag not in self.BLOCKS

    def handle_data(self, data: str) -> None:
        if self._in_block:
            self.lines[-1] += data


def reference_text(sample: SampleReport) -> str:
    """The text that gold offsets point into: the stored text, or for HTML the article's words."""
    stored = sample_text(sample)
    if stored is not None:
        return stored
    page = _ArticleWords()
    page.feed(sample_bytes(sample).decode("utf-8"))
    return "\n".join(" ".join(line.split()) for line in page.lines)


def sentences(text: str) -> list[str]:
    """The sentences of a report, a line break being an end as well."""
    return [part.strip() for part in SENTENCE.split(text) if part.strip()]
