"""The words that a page of HTML shows, line by line: for a mail that has no plain text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

_BREAKS = re.compile(r"p|div|li|tr|h[1-6]|ul|ol|table|blockquote|pre|br|hr")
_UNSEEN = re.compile(r"script|style|title|template|textarea")
_NAME = re.compile(r"</?([a-z][a-z0-9]{0,20})", re.I)


def text_of_html(text: str) -> str:
    """The words of a page, each block on its line; what it quotes stands behind `>`, and a tab after each cell.

    Only words come out, so nothing has to be made safe. The time grows with the length and with nothing else, which
    is why this is no parser that builds a tree: a hundred thousand elements, each within the other, keep one busy
    for minutes.
    """
    lines, depth, kept_spaces = [""], 0, 0
    for part in _parts(text):
        name = _NAME.match(part)
        tag, step = (name[1].casefold(), -1 if part.startswith("</") else 1) if name else ("", 0)
        if not part.startswith("<"):
            words = html.unescape(part)
            lines[-1] += words if kept_spaces else _collapse_space(words, lines[-1])
        elif tag in ("td", "th"):
            lines[-1] += "\t" * (step < 0)
        elif _BREAKS.fullmatch(tag):
            depth = max(0, depth + step * (tag == "blockquote"))
            kept_spaces = max(0, kept_spaces + step * (tag == "pre"))
            if lines[-1] or tag == "br":
                lines.append("")
            if depth and not lines[-1]:
                lines[-1] = "> "
    return "\n".join(line.rstrip(" \t") if line.strip() else "" for line in lines)


def _collapse_space(words: str, before: str) -> str:
    """Words with single spaces between them, and none where the line begins (CSS Text, 4.1)."""
    single = re.sub(r"[ \t\r\n\f]+", " ", words)
    return single.removeprefix(" ") if not before or before.endswith(" ") else single


def _parts(text: str) -> Iterator[str]:
    """Words and tags in turn, without comments and without what a browser does not show."""
    at = 0
    while at < len(text):
        begin = text.find("<", at)
        if begin != at:
            yield text[at : begin if begin >= 0 else len(text)]
            at = begin if begin >= 0 else len(text)
            continue
        if not re.match(r"[a-z/!?]", text[at + 1 : at + 2], re.I):
            yield "&lt;"
            at += 1
            continue
        end = "-->" if text.startswith("<!--", at) else ">"
        stop = text.find(end, at)
        if stop < 0:  # a browser takes the rest for a part of it, too
            return
        tag = text[at : stop + len(end)]
        at = stop + len(end)
        name = _NAME.match(tag)
        if name and _UNSEEN.fullmatch(name[1].casefold()) and not tag.startswith("</"):
            closing = re.compile(rf"</{name[1]}", re.I).search(text, at)
            if not closing:
                return
            at = closing.start()
        else:
            yield tag
