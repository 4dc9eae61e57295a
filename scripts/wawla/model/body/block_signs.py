"""What lines begin with when they begin a block, as GitHub reads them (CommonMark 0.31, and GitHub's own additions)."""

from __future__ import annotations

import re

from markdown.extensions.tables import TableProcessor

HEADING = re.compile(r" {0,3}#{1,6}(?= |$)")
RULE = re.compile(r" {0,3}([-*_])(?: *\1){2,} *$")
UNDERLINE = re.compile(r" {0,3}(?:=+|-+) *$")
FENCE = re.compile(r"( {0,3})(`{3,}(?=[^`]*$)|~{3,})")
QUOTATION = re.compile(r" {0,3}> ?")
ITEM = re.compile(r"( {0,3})([-+*]|\d{1,9}[.)])( +|$)(.*)")
TASK = re.compile(r"\[([ xX])\](?= +\S| *$)")
"""Also a box with nothing behind it, to be written in on paper; GitHub shows its brackets."""
NOTE = re.compile(r" {0,3}\[\^[^\]]+\]: *")
MEANING = re.compile(r" {0,3}: {1,3}(?=\S)")
BOX = re.compile(r"(?:!!!|\?\?\?\+?) ?[\w\"-]")
SET_APART = re.compile(r">|!!!|\?\?\?|\[\^|: ")
ALERT = re.compile(r"\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\] *$", re.I)
BOX_OF_ALERT = {
    "note": "note",
    "tip": "tip",
    "important": 'info "Important"',
    "warning": "warning",
    "caution": 'danger "Caution"',
}
_ANY_FENCE = re.compile(r"[ >]*(`{3,}|~{3,})")
_INTERRUPTING_ITEM = re.compile(r" {0,3}(?:[-+*]|1[.)]) +\S")
_LIKE_BLOCK = re.compile(
    r"\d+(?=\. )|(?=[-+*] |#{1,6}(?: |$)|>|: |!!!|\?\?\?|(?:`{3}|~{3})|([-*_])(?: *\1){2,} *$|[=-]+ *$)"
)
_LINE_UNDER_HEADER = re.compile(r" *\|?(?: *:?-+:? *\|)* *:?-+:? *\|? *$")
_TARGET_IN_CELL = re.compile(r"\]\((?:<[^<>\n]*>|[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)|<[a-z]+:[^\s<>]*>", re.I)
_STROKE_IN_TARGET = "\x1a"
_STROKE = re.compile(r"(?<!\\)\|")


def box_of(task: re.Match[str]) -> str:
    """The box that stands in place of the brackets of a task."""
    return "☐" if task[1] == " " else "☑"


def indent(text: str) -> int:
    """How many spaces a line begins with."""
    return len(text) - len(text.lstrip(" "))


def interrupts(text: str) -> bool:
    """Whether a line ends the paragraph above it, by beginning something else."""
    begins = text.lstrip(" ")[:1]
    if begins.isalpha() or len(text) - len(text.lstrip(" ")) > 3:
        return False
    return any(sign.match(text) for sign in (HEADING, RULE, FENCE, QUOTATION, NOTE, BOX, _INTERRUPTING_ITEM))


def is_open(text: str) -> bool:
    """Whether a line may belong to a paragraph that the next line goes on with, though it lacks the indent."""
    bare = text.lstrip(" >")
    return bare != "" and not (HEADING.match(bare) or RULE.match(bare) or _ANY_FENCE.match(bare))


def fence_after(fence: str, text: str) -> str:
    """The fence of the code that is open after a line, whatever the line stands in. `fence`: the one open before it."""
    found = _ANY_FENCE.match(text) if "```" in text or "~~~" in text else None
    if not found:
        return fence
    if not fence:
        return found[1]
    return "" if closes(fence, text.lstrip(" >")) else fence


def closes(fence: str, text: str) -> bool:
    """Whether a line closes the code that `fence` began."""
    bare = text.strip(" ")
    return len(bare) >= len(fence) and not bare.strip(fence[0]) and indent(text) < 4


def escaped(text: str) -> str:
    """A line of a paragraph as the parser takes it for one too, whatever it begins with."""
    like = _LIKE_BLOCK.match(text)
    return f"{text[: like.end()]}\\{text[like.end() :]}" if like else text


def begins_table(header: str, under: str) -> bool:
    """Whether two lines are the head of a table: as many cells in the line of hyphens as in the header."""
    if "-" not in under or not ("|" in under or under.lstrip()[:1] == ":") or not _LINE_UNDER_HEADER.match(under):
        return False
    return cells_in(header) == cells_in(under)


def cells_in(row: str) -> int:
    """How many cells a row has."""
    strokes = len(_STROKE.findall(hide_strokes(row)))
    bare = row.strip(" \t>")
    closed = len(bare) > 1 and bare.endswith("|") and not bare.endswith("\\|")
    return strokes + 1 - bare.startswith("|") - closed


def hide_strokes(row: str) -> str:
    """The row, letter for letter, without those strokes that stand in the address of a link and so divide no cells."""
    if "](" not in row and "<" not in row:
        return row
    return _TARGET_IN_CELL.sub(lambda target: target[0].replace("|", _STROKE_IN_TARGET), row)


class TableRows(TableProcessor):
    """Tables in which the address of a link may hold a stroke."""

    def _split(self, row: str) -> list[str]:
        cells: list[str] = super()._split(hide_strokes(row))  # type: ignore[misc]  # mypy knows no private names
        return [cell.replace(_STROKE_IN_TARGET, "|") for cell in cells]
