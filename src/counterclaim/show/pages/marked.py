"""Marked text as HTML: every character of a report is escaped, every mark is an element of ours."""

from collections.abc import Callable, Iterable

from markupsafe import Markup, escape

from counterclaim.model.spans import Span
from counterclaim.show.marking import Close, Mark, Open, Words, tokens

Numbering = Callable[[Mark], tuple[str, str, str]]
"""For a mark that can be led to: its id, the address of its link back, that link's label."""


def marked(
    text: str, marks: Iterable[Mark], within: Span, lead: Numbering, seen: set[str]
) -> Markup:
    """`text[within]` with its marks; ids in `seen` were given out before and are not used again."""
    out: list[str] = []
    depth = 0
    standing: list[int] = []
    for token in tokens(text, marks, within):
        if isinstance(token, Words):
            out.append(str(escape(token.text)))
        elif isinstance(token, Open):
            if token.mark.role in ("content", "words"):
                depth += 1
                standing.append(token.mark.number)
                out.append(_begin(token, depth, lead, seen))
            else:
                out.append(f'<span class="{token.mark.role}">')
        elif isinstance(token, Close):
            if token.mark.role in ("content", "words"):
                depth -= 1
                standing.remove(token.mark.number)
                # Words inside words of the same column are numbered once, at the end.
                out.append(_end(token, lead, token.mark.number not in standing))
            else:
                out.append("</span>")
    return Markup("".join(out))  # noqa: S704 - escaped above


def _begin(token: Open, depth: int, lead: Numbering, seen: set[str]) -> str:
    anchor, back, label = lead(token.mark)
    classes = f"{token.mark.role} depth{min(depth, 3)}"
    if anchor in seen:
        return f'<mark class="{classes}">'
    seen.add(anchor)
    number = _link("num", back, label, str(token.mark.number))
    if token.mark.role == "words":
        return f'<mark class="{classes}" id="{escape(anchor)}">'
    return f'<mark class="{classes}" id="{escape(anchor)}">{number}'


def _end(token: Close, lead: Numbering, outermost: bool) -> str:
    if not token.last:
        return "</mark>"
    _, back, label = lead(token.mark)
    if token.mark.role == "words":
        number = _link("num", back, label, str(token.mark.number)) if outermost else ""
        return f"</mark>{number}"
    return f'<span class="unseen"> (end of claim {token.mark.number}) </span></mark>'


def _link(kind: str, address: str, label: str, words: str) -> str:
    return (
        f'<a class="{kind}" href="{escape(address)}" aria-label="{escape(label)}">'
        f"{escape(words)}</a>"
    )


def hover_style(count: int, left: str = "w", right: str = "c") -> str:
    """Rules by which pointing at words lights up their row, and the reverse, without script.

    At most 300 pairs: beyond that a page is read by its links.
    """
    pairs = range(1, min(count, 300) + 1)
    return "\n".join(
        f"main:has(#{left}{n}:hover) #{right}{n},main:has(#{right}{n}:hover) #{left}{n}"
        "{outline:2px solid var(--focus);outline-offset:2px}"
        for n in pairs
    )
