"""The words of a line without its marks, and the anchor that is made from them."""

from __future__ import annotations

import html
import re
import unicodedata

from wawla.model.body.links import links_in

_EMPHASIS = re.compile(r"(?<![\w\\])(__?)([^_\n]{1,200})\1(?!\w)")
_MARK = re.compile(r"[\\`*_\[<&]")
_LONGEST_ANCHOR = 200


def anchor_of(text: str) -> str:
    """The anchor of a heading, as on the site: plain letters, figures and hyphens."""
    plain = text if text.isascii() else unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    anchor = re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())
    return anchor.lstrip("_")[:_LONGEST_ANCHOR] or "section"  # those with a stroke in front belong to the page itself


def without_marks(markdown: str) -> str:
    """One line of Markdown as the words a reader sees."""
    if not _MARK.search(markdown):
        return markdown.strip()
    text = _without_links(re.sub(r"\[\^[^\[\]]*+\]", "", markdown)) if "[" in markdown else markdown
    parts = re.split(r"(?<![\\`])(`++[^`]++`++)", text)  # every second part is code, which keeps its signs
    return "".join(
        part.strip("`") if number % 2 else _without_emphasis(part) for number, part in enumerate(parts)
    ).strip()


def _without_links(text: str, deep: int = 2) -> str:
    """The text with the words of each link in its place, and nothing in place of a picture."""
    parts, at = [], 0
    for link in links_in(text, text):
        if link.span.start >= at:
            words = (
                "" if link.image else _without_links(link.text, deep - 1) if deep and "[" in link.text else link.text
            )
            parts += [text[at : link.span.start], words]
            at = link.span.end
    return "".join([*parts, text[at:]])


def _without_emphasis(text: str) -> str:
    text = re.sub(r"(?<!\\)\*", "", _EMPHASIS.sub(r"\2", text))
    return html.unescape(re.sub(r"\\([\\`*_{}\[\]()#+.!|>-])", r"\1", text))
