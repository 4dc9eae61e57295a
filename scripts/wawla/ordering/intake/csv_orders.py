"""Orders from a table (CSV), and tables that are safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from wawla.ordering.intake.draft_order import DraftLine, DraftOrder, Unreadable, draft_order, plain_lines, quoted
from wawla.ordering.intake.field_names import FIELDS, field_of

COLUMNS = (*FIELDS, "reference", "copies")
_NEEDED = ("reference", "copies")
_SAME_ORDER = ("name", "role", "organisation", "address", "email")
_FORMULA = re.compile(r"(^|[;\t])(\s*)(?=[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20])")
"""What a spreadsheet may take for a formula (OWASP, CSV Injection), also where it parts cells by semicolons."""

Cell = str | int | float


def read_csv_orders(text: str) -> list[DraftOrder]:
    """Read the orders of a table. Each row is one line of an order; rows for the same person are one order.

    The first row names the columns, in any order and case: name, role, organisation, address, email, note, reference,
    copies, or the titles these have on the order page. Cells are parted by commas, semicolons or tabs. A row that
    leaves out the person belongs to the one above it. The notes of one order stand under each other. Raises Unreadable
    where the table has no reference or copies, a column that no order has, or a row that does not fit.
    """
    lines = plain_lines(text)
    parts = max(",;\t", key=lambda sign: sum(field_of(name) is not None for name in lines[0].split(sign)))
    try:
        rows = list(csv.reader(io.StringIO("\n".join(lines), newline=""), delimiter=parts, strict=True))
    except csv.Error as error:
        raise Unreadable(f"The table cannot be read: {error}.") from None
    columns = _columns(rows[0]) if rows else []
    people: dict[tuple[str, ...], list[dict[str, str]]] = {}
    person: tuple[str, ...] = ("",) * len(_SAME_ORDER)
    for number, cells in enumerate(rows[1:], 2):
        if any(cell.strip() for cell in cells):
            row = _row(cells, columns, number)
            said = tuple(row.get(name, "") for name in _SAME_ORDER)
            person = said if any(said) else person
            people.setdefault(person, []).append(row)
    if not people:
        raise Unreadable("The table has no row under the names of its columns.")
    return [_order(person, rows) for person, rows in people.items()]


def safe_csv(rows: Iterable[Sequence[Cell]]) -> str:
    """Rows as CSV (RFC 4180). Text that a spreadsheet would take for a formula gets an apostrophe before it.

    Numbers keep their value, also when they are negative.
    """
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\r\n")
    for row in rows:
        writer.writerow([_FORMULA.sub(r"\1'\2", cell) if isinstance(cell, str) else cell for cell in row])
    return table.getvalue()


def _columns(names: Sequence[str]) -> list[str]:
    """Which field each column holds; '' for one without a name. Those at the end without a name are passed over."""
    columns = [field_of(name) or "" for name in names]
    for name, column in zip(names, columns, strict=True):
        if name.strip() and not column:
            raise Unreadable(
                f"The table has a column {quoted(name)}, which no order has. Those are: {_known_columns()}."
            )
        if column and columns.count(column) > 1:
            raise Unreadable(f"The table has two columns for '{column}'.")
    for needed in _NEEDED:
        if needed not in columns:
            raise Unreadable(f"The table has no column '{needed}' in its first row. An order has: {_known_columns()}.")
    return columns


def _known_columns() -> str:
    return ", ".join(COLUMNS)


def _row(cells: Sequence[str], columns: Sequence[str], number: int) -> dict[str, str]:
    named = dict(zip(columns, cells, strict=False))
    if any(cell.strip() for cell in cells[len(columns) :]) or named.get("", "").strip():
        raise Unreadable(f"Row {number} of the table has a cell that stands under no column's name.")
    return {column: text.strip() for column, text in named.items()}


def _order(person: tuple[str, ...], rows: Sequence[dict[str, str]]) -> DraftOrder:
    fields = dict(zip(_SAME_ORDER, person, strict=True))
    fields["note"] = "\n".join({row["note"]: None for row in rows if row.get("note")})
    return draft_order(fields, [DraftLine(row.get("reference", ""), row.get("copies", "")) for row in rows])
