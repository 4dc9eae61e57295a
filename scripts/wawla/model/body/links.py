"""Links and pictures in a text, in every form that Markdown has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from wawla.model.body.bare_links import bare_links_in
from wawla.model.body.spans import Link, Span

_BRACKET = re.compile(r"\\[^\n]|!?\[|\]|\n[ \t]*+\n")
_TARGET = re.compile(
    r"""\(\s*+(?:<([^<>]*+)>\s*+(?:"[^"]*+"\s*+|'[^']*+'\s*+)?\)"""
    r"""|([^\s()<>"']*+)\s++(?:"[^"\n]*+"|'[^'\n]*+')\s*+\)"""
    r"""|((?:[^()]++|\((?:[^()]++|\([^()]*+\))*+\))*+)\))"""
)
_LABEL = re.compile(r"\s?\[(?!\^)([^\[\]]*+)\]")
_DEFINITION = re.compile(
    r"""^ {0,3}\[(?!\^)([^\[\]\n]++)\]:[ \t]*+\n?[ \t]*+(\S++)[ \t]*+"""
    r"""(?:\n?[ \t]*+(?:"[^\n]*"|'[^\n]*'|\([^\n]*\))[ \t]*+)?$""",
    re.M,
)
_AUTOLINK = re.compile(r"<((?:[A-Za-z][A-Za-z0-9+.-]{1,31}:|[^\s<>@]++@)[^\s<>]*+)>")
_ESCAPED = re.compile("\x02([0-9]+)\x03")
LONGEST_TARGET = 2000  # of a target that many links may share


def links_in(prose: str, text: str, definitions: Mapping[str, Span] | None = None) -> tuple[Link, ...]:
    """What looks like a link or a picture, in order: inline, by reference, in angle brackets, and bare.

    Last come the bare addresses that stand within another, as its words or its target: the parser takes them for
    links only where it makes none of that one. `prose` is `text` without its code. `definitions` has targets by
    `label_of` their references; without it they are sought in `prose`.
    """
    found = list(_bracketed(prose, text, definitions)) if "[" in prose else []
    found += bare_links_in(prose)
    if "<" in prose:
        found += [Link(m[1], Span(m[1], *m.span(1)), Span(m[0], *m.span())) for m in _AUTOLINK.finditer(prose)]
    links, within, past = list[Link](), list[Link](), 0
    for link in sorted(found, key=lambda link: link.span.start):
        is_bare = link.text == link.span.text
        (within if is_bare and link.span.start < past else links).append(link)
        past = max(past, link.span.end)
    return (*links, *within)


def _bracketed(prose: str, text: str, known: Mapping[str, Span] | None) -> Iterator[Link]:
    matches = list(_DEFINITION.finditer(prose)) if "]:" in prose and known is None else []
    definitions = known or {label_of(m[1]): Span(m[2].strip("<>")[:LONGEST_TARGET], *m.span(2)) for m in matches}
    after_label = {m.end(1) + 1 for m in matches}
    opened: list[tuple[int, int]] = []
    at = 0
    while m := _BRACKET.search(prose, at):
        at = m.end()
        if m[0][0] == "\\":
            continue
        if m[0][-1] == "[":
            opened.append(m.span())
        elif m[0][0] == "\n":
            opened.clear()
            at -= 1
        elif m[0] == "]" and opened and at not in after_label:
            start, words = opened.pop()
            said, image = text[words : m.start()], prose[start] == "!"
            if target := _TARGET.match(prose, at):
                at = target.end()
                yield Link(said, _written(target), Span(text[start:at], start, at), image)
            elif not said.startswith("^"):
                label = _LABEL.match(prose, at)
                key = label[1] or said if label else said
                reached = definitions.get(label_of(key))
                if reached or (label and prose[at] == "["):
                    where = label.span(1) if label else (words, m.start())
                    at = label.end() if label else at
                    yield Link(said, reached or Span("", *where), Span(text[start:at], start, at), image, key)


def label_of(text: str) -> str:
    """The label of a reference, as it is compared: without regard to capitals and line breaks."""
    return " ".join(text.lower().split())


def _written(target: re.Match[str]) -> Span:
    """The address in the brackets of a link, without its title and the spaces round it."""
    group = target.lastindex or 3
    text, start = target[group], target.start(group)
    whole = text.rstrip()
    if group == 3 and whole[-1:] in ("'", '"') and whole.find(whole[-1]) < len(whole) - 1:
        whole = whole[: whole.find(whole[-1])]
    start += len(whole) - len(whole.lstrip())
    return Span(whole.strip(), start, start + len(whole.strip()))


def unescaped(target: str) -> str:
    """A target with the signs that stood behind a backslash, which Markdown keeps as numbers until the end."""
    return _ESCAPED.sub(lambda number: chr(int(number[1])), target)
