from collections import Counter
from collections.abc import Iterator
from itertools import islice

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Tool
from wawla.reading.csv_table import CsvTable
from wawla.reading.figures import figure_of
from wawla.reading.tables import data_path, tables_beside

_PATH = "tools/example/data.csv"
_DATA_SET = "kind: data-set\ndata: data.csv\n"
_MOST = 20


class AColumnHasOneUnit(Rule):
    """The figures of a column all have the same unit, or none of them has one.

    Readers compare the figures that stand under each other: 5 beside 5%, or 3 km beside 2 miles, looks like more or
    less and is neither.

    To put it right, work the figures out in one unit and name it at the head of the column, or give the units a column
    of their own.
    """

    kind = Tool
    severity = "warning"
    needs = {"TOL005"}
    good = [
        Good(_DATA_SET, files={_PATH: "school,way,share\nMoor,3 km,5%\nHarbour,12 km,n/a\n"}),
        Good(_DATA_SET, files={_PATH: "what,value,unit\nSchools,8,schools\nMoney,500,pounds\n"}),
    ]
    bad = [
        Bad(_DATA_SET, files={_PATH: f"school,a\nMoor,{one}\nQuay,{one}\nHill,{odd}\n"}, path=_PATH, line=4, says=said)
        for one, odd, said in (
            ("3 km", "2 miles", "'2 miles' is counted in 'miles', and the others of the column in 'km'"),
            ("5", "5%", "'5%' is counted in '%', and the others of the column have no unit"),
            ("£5", "5", "'5' has no unit, and the others of the column are counted in '£'"),
        )
    ]  # fmt: skip

    def check(self, tool: Tool, library: Library) -> Iterator[RuleHit]:
        path = data_path(tool)
        if path in tables_beside(tool, library):
            yield from islice(_faults(path, library.table(path)), _MOST)


def _faults(path: str, table: CsvTable) -> Iterator[RuleHit]:
    for number in range(len(table.names)):
        figures = [(cell, figure.unit) for cell in table.column(number) if (figure := figure_of(cell.text))]
        units = Counter(_one(unit) for _, unit in figures)
        usual = next((unit for unit, _ in units.most_common(1)), "")
        name = next((unit for _, unit in figures if _one(unit) == usual), "")
        for cell, unit in figures:
            if _one(unit) != usual:
                own = f"is counted in '{unit}'" if unit else "has no unit"
                others = f"are counted in '{name}'" if name else "have no unit"
                verb = others.replace("are counted ", "") if unit and name else others
                yield cell.place(path), f"'{cell.text}' {own}, and the others of the column {verb}"


def _one(unit: str) -> str:
    """A unit as it is written of one: year, years."""
    return unit.removesuffix("s") if len(unit) > 2 else unit
