import re
from collections.abc import Iterator
from itertools import pairwise

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry
from wawla.model.body import Body, Span

_LINE_UNDER_HEADER = re.compile(r"[ \t]*+\|(?:[ \t]*+:?-++:?[ \t]*+\|)++[ \t]*+")
_STROKE = re.compile(r"(?<!\\)\|")


class TablesHaveAHeaderRow(Rule):
    """A table begins with a header row and a line of hyphens under it, and every column has a header.

    A screen reader reads the header with each cell; without one a table is a string of loose words. A table that
    lacks the line of hyphens is not shown as a table at all.

    To put it right, begin the table with a row of headers and a line such as `| --- | --- |`. Only the first header
    may be empty.
    """

    good = [
        Good(body="Text.\n\n| Term | Schools |\n| --- | ---: |\n| Autumn | 8 |\n"),
        Good(body="## Heading\n|  | Schools |\n|:--|:-:|\n| Autumn | 8 |\n"),
    ]
    bad = [
        Bad(body="Text.\n\n| Autumn | 8 |\n| Spring | 9 |\n", line=3, says="the table has no header row"),
        Bad(body="| Term |  |\n| --- | --- |\n| Autumn | 8 |\n", line=1, says="column 2 of the table has no header"),
        Bad(body="Text.\n| Term | Schools |\n| --- | --- |\n", line=2, says="stands directly under a line of text"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        body = entry.body
        for table in body.tables:
            place = body.place_of(table[0])
            if len(table) < 2 or not _LINE_UNDER_HEADER.fullmatch(table[1].text):
                yield place, "the table has no header row with a line of hyphens under it"
            elif _follows_text(body, table[0].start):
                message = "the table stands directly under a line of text, and is not shown as a table"
                yield place, message, "leave an empty line above it"
            else:
                for column, start, end in _headers(table[0]):
                    if column > 1 and not body.text[start:end].strip():
                        yield body.place(start, end), f"column {column} of the table has no header"


def _follows_text(body: Body, start: int) -> bool:
    above = body.prose[body.prose.rfind("\n", 0, max(start - 1, 0)) + 1 : start]
    return bool(above.strip()) and above[0] != "#"


def _headers(row: Span) -> Iterator[tuple[int, int, int]]:
    strokes = [row.start + stroke.start() for stroke in _STROKE.finditer(row.text)]
    for column, (left, right) in enumerate(pairwise(strokes), 1):
        yield column, left + 1, right
