"""The words of a line without its marks, and the anchor that is made from them."""

from __future__ import annotations

import html
import re
import unicodedata

from wawla.model.body.links import links_in

_EMPHASIS = re.compile(r"(?<![\w\\])(__?)([^_\n]{1,200})\1(?!\w)")
_MARK = re.compile(r"[\\`*_\[<&]")
_NO_WORD = re.compile(r"[^\w\s-]")
_GAPS = re.compile(r"[-\s]+")
_LONGEST_ANCHOR = 200
_MARKS = {
    "#", "##", "###", "####", "#####", "######", "-", "--", "---", "*", "**", "***", "+", ">", "|", "|---|", "=", ".",
    ",", ";", ":", "!", "?", "(", ")", "[", "]", "–", "—", "…",
}  # fmt: skip
_KINDS = bytes(ord(" " if sign.isspace() else "a" if sign.isalnum() else ".") for sign in map(chr, range(128)))
_KINDS += b"." * 128
_OTHER_SPACES = (
    "\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
_WITHOUT_LETTERS = re.compile(rb" \.\.*+(?= )")


def word_count(plain: str) -> int:
    """How many words there are between spaces, without marks that stand alone."""
    text = plain
    for space in "" if plain.isascii() else _OTHER_SPACES:
        text = text.replace(space, " ")
    kinds = b" " + text.encode("ascii", "replace").translate(_KINDS) + b" "
    alone = sum(text[found.start() : found.end() - 1] in _MARKS for found in _WITHOUT_LETTERS.finditer(kinds))
    return kinds.count(b" a") + kinds.count(b" .") - alone


def anchor_of(text: str) -> str:
    """The anchor of a heading, as on the site: plain letters, figures and hyphens."""
    plain = text if text.isascii() else unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    anchor = _GAPS.sub("-", _NO_WORD.sub("", plain).strip().lower())
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
