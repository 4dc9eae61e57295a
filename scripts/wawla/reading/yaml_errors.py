"""What is wrong with YAML that cannot be read, in plain words, at the place where a person puts it right."""

from __future__ import annotations

import re
from typing import Any

import yaml

from wawla.model.faults import fault
from wawla.model.findings import Finding, Place

_SECOND_COLON = "a second colon stands in this line"
_PLAIN_WORDS = (
    ("mapping values are not allowed", _SECOND_COLON),
    ("alphabetic or numeric character", "no value can begin with & or *; if it belongs to the text, quote the text"),
    ("cannot start any token", "no value can begin with this sign; if it belongs to the text, quote the text"),
    ("block sequence entries are not allowed", "a list begins in the middle of a line"),
    ("escape", "a backslash stands between double quotes; between single ones it is a sign like any other"),
    ("hexdecimal number", "a backslash stands between double quotes; between single ones it is a sign like any other"),
    ("node content", "a bracket or comma stands here that belongs to nothing"),
    ("<document start>", "this line belongs to nothing that stands before it"),
    ("could not find expected ':'", "a colon is missing after the name of a field"),
    ("expected ',' or ']'", "a list in square brackets is not closed"),
    ("expected ',' or '}'", "a group in curly brackets is not closed"),
    ("found unexpected end of stream", "a quotation mark is not closed"),
    ("expected key", "this line does not fit the lines above it: check indentation and quotation marks"),
    ("expected '-' indicator", "this line does not fit the list above it: check its indentation"),
)


_REMEDIES = {
    _SECOND_COLON: 'put the whole value between double quotes: title: "Reading: a start"',
    "a tab stands where spaces are needed": "put two spaces in place of the tab",
}
"""What to do, where the remedy of every broken YAML is too wide."""
_KEY = r"\s*(?:- )?[\w-]+"
_ONLY_A_KEY = re.compile(_KEY)
_JOINED = re.compile(rf"({_KEY}:)(\S.*)")
_EQUALS = re.compile(rf"({_KEY}\s*)=")
_INDENT = re.compile(" *")
_WIDE_COLON = re.compile(r"([\w-]+\s*)[\uff1a\ufe55\ua789]")
_BEHIND_QUOTES = re.compile(rf"({_KEY}:) +(?=([\"']))(?:\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*')(?=\s*[^\s,#\]}}:])")
_BEHIND_BRACKET = re.compile(rf"{_KEY}: +\[[^\[\]]*\] *[^\s#,\]]")
_FIELDS_IN_ONE_LINE = re.compile(r"(\s*- [\w-]+: [^,:\"']+), [\w-]+: ")
_ITEM_WITHOUT_SPACE = re.compile(r" *-[^\W\d_-][^:]*$")
_WORDS = re.compile(r"[^\s#\-:][^:\n]* [^:\n]*")
_LONG_VALUE = re.compile(rf"{_KEY}: +[^\s|>\[{{].{{20,}}")


def broken_yaml(error: yaml.MarkedYAMLError, text: str, path: str, first_line: int) -> Finding:
    """What stopped the parser, in a text that begins at this line of the file."""
    problem = f"{error.problem}"
    said = next((plain for known, plain in _PLAIN_WORDS if known in problem), f"YAML says: {problem}")
    unclosed = "is not closed" in said  # then the end of the text is far from where it began
    mark: Any = error.context_mark if unclosed and error.context_mark else error.problem_mark
    lines = text.split("\n")
    row = min(mark.line, len(lines) - 1)
    column = min(mark.column, len(lines[row])) + 1
    remedy = _REMEDIES.get(said, "")
    if lines[row][column - 1 : column] == "\t":
        said = "a tab stands where spaces are needed"
        remedy = _REMEDIES[said]
    elif plain := _in_this_line(lines, row):
        row, column, said, remedy = plain
    elif said == _SECOND_COLON and _ONLY_A_KEY.fullmatch(lines[row], 0, column - 1):
        above = next((number for number in range(row - 1, -1, -1) if lines[number].strip()), row)
        if found := _in_the_line_above(lines[above], lines[row]):
            at, said, remedy = found
            row, column = (row, column) if at is None else (above, at + 1)
    return fault("YML003", Place(path, first_line + row, column, column + 1), said, remedy)


def _in_this_line(lines: list[str], row: int) -> tuple[int, int, str, str] | None:
    """What is plainly wrong in a line that the parser stumbled in or passed just before: row, column, words, remedy."""
    for number in range(row, max(row - 3, -1), -1):
        line = lines[number]
        if wide := _WIDE_COLON.match(line):
            remedy = f"write {wide[1].strip()}: and the value"
            return number, wide.end(), "a colon of another kind of writing stands here", remedy
        if quoted := _BEHIND_QUOTES.match(line):
            other = "single" if quoted[2] == '"' else "double"
            remedy = f"put {other} quotation marks round the whole value"
            return number, quoted.end() + 1, "words stand behind the closing quotation mark", remedy
        if _BEHIND_BRACKET.match(line):
            remedy = "put double quotation marks round the whole value"
            return number, line.index("[") + 1, "a text that begins with a bracket is taken for a list", remedy
        if inline := _FIELDS_IN_ONE_LINE.match(line):
            remedy = "write each field on a line of its own, below the first and under its first letter"
            return number, inline.end(1) + 1, "two fields stand in one line", remedy
        if number and _ITEM_WITHOUT_SPACE.match(line) and lines[number - 1].rstrip().endswith(":"):
            return number, line.index("-") + 1, "a space is missing after the hyphen", f"write - {line.strip()[1:]}"
        if number and _WORDS.fullmatch(line) and _LONG_VALUE.match(lines[number - 1]):
            remedy = "put two spaces in front of it, or write it all in one line"
            return number, 1, "this line goes on with the value above it, and has no indent", remedy
    return None


def _in_the_line_above(above: str, line: str) -> tuple[int | None, str, str] | None:
    """What a field's first colon cannot be wrong by: where it stands in the line above, what it is, and its remedy.

    YAML goes on reading a value that no space parts from its field, and stumbles over the next field. The place is None
    where it is this line that has to be mended.
    """
    if joined := _JOINED.fullmatch(above):
        return joined.end(1), "a space is missing after the colon", f"write {joined[1].strip()} {joined[2]}"
    if equals := _EQUALS.match(above):
        return equals.end(1), "an equals sign stands where a colon belongs", f"write {equals[1].strip()}: and the value"
    if _ONLY_A_KEY.fullmatch(above.rstrip()):
        return len(above.rstrip()), "a colon is missing after the name of a field", ""
    if len(_INDENT.match(line)[0]) > len(_INDENT.match(above)[0]):  # type: ignore[index]  # it matches any line
        return None, "this line begins further to the right than the one above it", "begin it where that one begins"
    return None
