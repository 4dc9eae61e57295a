"""The rows of a CSV file as sentences: before each cell stands the name of its column, by which it can be understood.

A table need not be sound for this, since what it tells of people has to be seen in a broken one too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from wawla.reading.csv_table import TableCell, read_csv

_FIRST = re.compile(r"(?:first|given|fore|christian)[ _-]?names?|forename", re.I)
_LAST = re.compile(r"(?:last|family|sur|second)[ _-]?names?", re.I)
_NAME = re.compile(r"(?:(?:full|pupil|student|child)'?s?[ _-]?)?names?|pupils?|students?|child(?:ren)?|learner", re.I)
_OF_PUPILS = re.compile(
    r"d\.?o\.?b\.?|born|(?:date of )?birth.*|age|class|form|year(?: ?group)?|upn|uln|sex|gender|sen|fsm|eal|pupils?"
    r"|students?"
    r"|child(?:ren)?|(?:pupil|student|child)'?s?[ _-]?names?|reading age|teacher|tutor(?: group)?|ks ?\d.*|sats?.*",
    re.I,
)
_TELLING = re.compile(
    r"[\w .'-]{0,20}(?:name|pupil|student|child|phone|tel|mobile|fax|birth|birthday|born|d\.?o\.?b\.?|address"
    r"|post ?code|upn|uln|nhs"
    r"|age|class|form|year|group|number|teacher|parent|carer|contact|role)s?(?: ?no\.?| number)?",
    re.I,
)


@dataclass(frozen=True)
class RowSentence:
    """A row as a sentence, and where each of its cells begins in it."""

    text: str
    starts: Sequence[int]
    cells: Sequence[TableCell]

    def cell_at(self, position: int) -> tuple[int, int, int]:
        """Line, column and end of the cell that stands here in the sentence."""
        cell = self.cells[max(bisect_right(self.starts, position) - 1, 0)]
        return cell.line, cell.column, cell.column + max(len(cell.text), 1)


def table_sentences(data: bytes) -> list[RowSentence]:
    """The names of the columns, and each row, as sentences."""
    table = read_csv(data)
    if not table.names:
        return _lines(data)
    heads = [head.text for head in table.names]
    of_pupils = sum(bool(_OF_PUPILS.fullmatch(head.strip())) for head in heads) > 0
    return [_sentence([""] * len(heads), table.names, False)] + [_sentence(heads, row, of_pupils) for row in table.rows]


def _sentence(heads: Sequence[str], row: Sequence[TableCell], of_pupils: bool) -> RowSentence:
    parts, starts, cells = [], [], []
    length = 0
    for head, cell in zip([*heads, *[""] * len(row)], row, strict=False):
        label = _label(head.strip(), of_pupils)
        part = f"{label}: {cell.text}" if label else cell.text
        if _FIRST.fullmatch(head.strip()) and (last := _under(_LAST, heads, row)):
            part = f"{_label('name', of_pupils)}: {cell.text} {last}"
        parts.append(part)
        starts.append(length)
        cells.append(cell)
        length += len(part) + len("; ")
    return RowSentence("; ".join(parts), starts, cells)


def _label(head: str, of_pupils: bool) -> str:
    """The name of a column, in the words of a sentence; '' where it tells nothing of persons."""
    if of_pupils and _NAME.fullmatch(head):
        return "pupil name"
    return head.replace("_", " ") if _TELLING.fullmatch(head) else ""


def _under(pattern: re.Pattern[str], heads: Sequence[str], row: Sequence[TableCell]) -> str:
    """The cell of a row under the first head of a kind; '' where there is none."""
    return next((cell.text for head, cell in zip(heads, row, strict=False) if pattern.fullmatch(head.strip())), "")


def _lines(data: bytes) -> list[RowSentence]:
    """The lines of a file that holds no table, each with its place."""
    lines = data.decode("utf-8", "replace").splitlines()
    cells = [TableCell(line, number, 1) for number, line in enumerate(lines, 1) if line.strip()]
    return [RowSentence(cell.text, [0], [cell]) for cell in cells]
