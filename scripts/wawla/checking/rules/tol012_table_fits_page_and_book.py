from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry, Tool
from wawla.model.findings import Place
from wawla.reading.csv_table import MOST_BYTES, MOST_CELLS, MOST_ROWS
from wawla.reading.tables import tables_beside

_PATH = "tools/example/data.csv"
_DATA_SET = "kind: data-set\ndata: data.csv\n"


class TableFitsPageAndBook(Rule):
    """A table has at most {rows} rows, {cells} cells and {bytes} KiB.

    A page with more is heavy on a telephone, and nobody reads it; a book would have dozens of pages of figures, or
    could not be set within its time.

    To put it right, publish the part that readers need: totals, or a table for each year. Keep the whole with its
    source.
    """

    skippable = False
    facts = {"rows": f"{MOST_ROWS:,}", "cells": f"{MOST_CELLS:,}", "bytes": f"{MOST_BYTES // 1024}"}
    good = [Good(_DATA_SET, files={_PATH: "year,schools\n" + "2005,8\n" * MOST_ROWS}, of=Tool)]
    bad = [
        Bad(_DATA_SET, files={_PATH: "year,schools\n" + "2005,8\n" * 501}, of=Tool, path=_PATH, says="has 501 rows"),
        Bad(_DATA_SET, files={_PATH: (("a," * 500)[:-1] + "\n") * 11}, of=Tool, path=_PATH, says="has 5,500 cells"),
        Bad(_DATA_SET, files={_PATH: "year\n" + "2005\n" * 52_500}, of=Tool, path=_PATH, says="data.csv has 257 KiB"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        for path in tables_beside(entry, library):
            name, size, table = path.rpartition("/")[2], library.tree.sizes[path], library.table(path)
            cells = sum(map(len, (table.names, *table.rows)))
            if size > MOST_BYTES:
                yield Place(path), f"{name} has {-(-size // 1024):,} KiB; the most is {MOST_BYTES // 1024}"
            elif len(table.rows) > MOST_ROWS:
                yield Place(path), f"{name} has {len(table.rows):,} rows; the most is {MOST_ROWS}"
            elif cells > MOST_CELLS:
                yield Place(path), f"{name} has {cells:,} cells; the most is {MOST_CELLS:,}"
