import re
from collections.abc import Iterator
from itertools import islice

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Edition, Tool
from wawla.reading.csv_table import CsvTable, TableCell
from wawla.reading.figures import figure_of
from wawla.reading.tables import tables_beside

_PATH = "tools/example/data.csv"
_DATA_SET = "kind: data-set\ndata: data.csv\n"
_MOST = 20
_FEW = 5
_PEOPLE = re.compile(
    r"\b(?:pupils?|child(?:ren)?|boys?|girls?|learners?|students?|infants?|teachers?|staff|assistants?|parents?|carers?"
    r"|famil(?:y|ies)|people|persons?|adults?|governors?|heads|co-leaders?|respondents?|mothers?|fathers?|women|men"
    r"|exclu(?:ded|sions?)|absentees?|looked[- ]after|fsm|sen|send|eal)\b",
    re.I,
)
_NO_COUNT = re.compile(
    r"\b(?:per|each|every|average|mean|median|typical|ratio|rates?|share|proportion|per ?cent(?:age)?|at least|at most"
    r"|least|most|fewest|minimum|maximum|up to|score|rank|hours|days|weeks|minutes|pounds|cost|ages?|index)\b|[%£]"
    r"|^(?:number of )?(?:schools|networks|authorities|classes|groups|sessions|meetings|visits|books)\b",
    re.I,
)
"""What says that a figure counts no people who are there: it is worked out, a rule, or counts what people are in."""
_VALUE = re.compile(r"(?:values?|numbers?|counts?|totals?|figures?|how many|n|no\.?|\d{4}(?:[-/–]\d{2,4})?)", re.I)
"""The name of a column that holds what the first cell of its row speaks of."""
_UNIT = re.compile(r"units?|counted in", re.I)


class SmallCountsOfPeopleAreHeldBack(Rule):
    """A data-set gives no count of people from one to four; it says "fewer than 5".

    Where two pupils of a school have something in common, whoever knows the school knows which two, and reads about
    them whatever else the row says. Statisticians call that disclosure, and hold back every count under five.

    To put it right, write "fewer than 5", or put several rows together; see that no total gives the figure away. Where
    the figure counts no people who can be known, such as a rule of the programme, skip this rule and say so.
    """

    kind = (Tool, Edition)
    severity = "warning"
    needs = {"TOL005"}
    good = [
        Good(_DATA_SET, files={_PATH: "school,pupils,excluded\nMoor,140,fewer than 5\nHarbour,152,0\n"}),
        Good(_DATA_SET, files={_PATH: "what,value,unit\nCo-leaders at least,2,people\nPupils per teacher,3,pupils\n"}),
        Good(_DATA_SET, files={_PATH: "school,teams,schools with SEN pupils\nMoor,2,3\n"}),
    ]
    bad = [
        Bad(_DATA_SET, files={_PATH: text}, path=_PATH, line=2, says=f"the cell counts {said}, fewer than 5 people")
        for text, said in {
            "school,Pupils with SEN\nMoor,3\n": "3 in 'Pupils with SEN'",
            "what,2004,2005\nPupils excluded,8,2\n": "2 in 'Pupils excluded'",
            "what,value,unit\nLeft early,4,teachers\n": "4 in 'Left early'",
            "school,excluded\nMoor,1 pupil\n": "1 in 'excluded'",
        }.items()
    ]

    def check(self, entry: Tool | Edition, library: Library) -> Iterator[RuleHit]:
        for path in tables_beside(entry, library):
            yield from islice(_faults(path, library.table(path)), _MOST)


def _faults(path: str, table: CsvTable) -> Iterator[RuleHit]:
    names = [name.text.replace("_", " ") for name in table.names]
    for row in table.rows:
        for name, cell in zip(names, row, strict=False):
            if (counted := _what_it_counts(name, cell, names, row)) and (figure := figure_of(cell.text)):
                message = f"the cell counts {figure.value:g} in '{counted[:40]}', fewer than 5 people"
                yield cell.place(path), f"{message}: who knows the school can tell who they are"


def _what_it_counts(name: str, cell: TableCell, names: list[str], row: tuple[TableCell, ...]) -> str:
    """The words by which a cell counts few people; '' where it does not."""
    figure = figure_of(cell.text)
    if figure is None or not 0 < figure.value < _FEW or figure.value % 1:
        return ""
    if _NO_COUNT.search(name) or (figure.unit and not _PEOPLE.search(figure.unit)):
        return ""
    if _PEOPLE.search(name) or _PEOPLE.search(figure.unit):
        return name
    about = row[0].text
    unit = next((each.text for each, head in zip(row, names, strict=False) if _UNIT.fullmatch(head)), "")
    if cell is row[0] or not _VALUE.fullmatch(name) or _NO_COUNT.search(about) or (unit and not _PEOPLE.search(unit)):
        return ""
    return about if _PEOPLE.search(unit or about) else ""
