"""The register and the catalogue for the desk: as text to read, as JSON, and as CSV for a spreadsheet."""

from __future__ import annotations

import io
import json
import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from wawla.model.orders import OrderLine
from wawla.model.wording import SAMPLE_PRINTING, capital, counted
from wawla.ordering.intake.csv_orders import safe_csv
from wawla.ordering.intake.field_names import FIELDS, TITLES
from wawla.ordering.register.stored_order import StoredOrder
from wawla.reading.catalogue import CatalogueEntry, as_data

WIDTH = 100
"""In letters: what is told on a screen is no wider."""


def printable(text: str) -> str:
    """What a person wrote, on one line, without anything that could steer a terminal: such signs by their number."""
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else ", " if sign == "\n" else f"<U+{ord(sign):04X}>" for sign in text)


def line_text(line: OrderLine, width: int = 0) -> str:
    """'20 x WAWLA/Community leadership'; the number fills so many letters."""
    return f"{line.copies:>{width}} × {printable(line.reference)}"


def orders_table(orders: Sequence[StoredOrder], width: int = WIDTH) -> str:
    """A row for each order, and what they come to."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table("No.", "Received", "State", "For", "Ordered", box=None, padding=(0, 2, 0, 0))
    table.columns[0].justify = "right"
    for order in orders:
        whom = ", ".join(printable(part) for part in (order.order.name, order.order.organisation) if part)
        ordered = "\n".join(line_text(line) for line in order.order.lines)
        cells = (str(order.number), f"{order.added:%Y-%m-%d}", order.state, whom or "(forgotten)", ordered)
        table.add_row(*(Text(cell) for cell in cells))  # as Text, so that brackets in a name are no commands
    drawn = io.StringIO()
    Console(file=drawn, width=width, color_system=None).print(table)
    rows = "\n".join(row.rstrip() for row in drawn.getvalue().splitlines())
    total = f"{counted(len(orders), 'order')}, {_copies(sum(order.copies for order in orders))}."
    return f"{rows}\n\n{total}" if orders else total


def order_text(order: StoredOrder) -> str:
    """All that is known of one order: what, for whom, and its history."""
    pack = f", in the pack {printable(order.pack)}" if order.pack else ""
    lines = [f"Order {order.number}: {order.state}{pack}", ""]
    width = max(len(str(line.copies)) for line in order.order.lines)
    lines += [f"  {line_text(line, width)}" for line in order.order.lines]
    lines += ["", *(["Name and address were forgotten."] if order.forgotten else [])]
    for field, label in TITLES.items():
        text = getattr(order.order, field)
        if "\n" in text:
            lines += [f"{label}:", *(f"  {printable(part)}" for part in text.split("\n"))]
        elif text:
            lines.append(f"{label}: {printable(text)}")
    lines += ["", *(f"{each.at:%Y-%m-%d %H:%M}  {each.to}{_because(each.why)}" for each in order.history)]
    return "\n".join(lines)


def orders_json(orders: Sequence[StoredOrder]) -> str:
    """Everything, for a program."""
    return _json([_order_data(order) for order in orders])


def orders_csv(orders: Sequence[StoredOrder]) -> str:
    """A row for every line of every order, with what a spreadsheet can count and sort."""
    head = ["order", "received", "state", "pack", "reference", "copies", *FIELDS]
    rows: list[list[str | int]] = []
    for order in orders:
        person = [str(getattr(order.order, field)) for field in FIELDS]
        known: list[str | int] = [order.number, f"{order.added:%Y-%m-%d}", order.state, order.pack]
        rows += [[*known, line.reference, line.copies, *person] for line in order.order.lines]
    return safe_csv([head, *rows])


ORDERS: Mapping[str, Callable[[Sequence[StoredOrder]], str]] = {
    "table": orders_table,
    "json": orders_json,
    "csv": orders_csv,
}


def catalogue_text(titles: Sequence[CatalogueEntry]) -> str:
    """Every edition under its series: its reference, whether it can be ordered, and which printed object it means."""
    blocks = []
    series = None
    for title in titles:
        if title.series != series:
            blocks.append(f"{'' if series is None else chr(10)}{printable(title.series)}")
            series = title.series
        blocks.append("\n".join(_title_lines(title)))
    ready = sum(title.status == "in print" for title in titles)
    return "\n".join([*blocks, "", f"{counted(len(titles), 'edition')}, of which {ready} can be ordered in print."])


def catalogue_json(titles: Sequence[CatalogueEntry]) -> str:
    """The same as the site's /order/catalogue.json, and where the press PDFs lie."""
    return _json(as_data(list(titles)))


def catalogue_csv(titles: Sequence[CatalogueEntry]) -> str:
    """A row for every edition."""
    fields = list(CatalogueEntry.__dataclass_fields__)
    return safe_csv([fields, *([getattr(title, field) for field in fields] for title in titles)])


CATALOGUES: Mapping[str, Callable[[Sequence[CatalogueEntry]], str]] = {
    "text": catalogue_text,
    "json": catalogue_json,
    "csv": catalogue_csv,
}


def _title_lines(title: CatalogueEntry) -> Iterable[str]:
    yield f"  {printable(title.reference):<{WIDTH - 16}}{title.status:>14}".rstrip()
    name = f"{printable(title.number_word)} {title.number}: {printable(title.title)}"
    if not title.printing:
        yield from _indent(f"{name} (read it as a PDF)" if title.status == "not printed" else name)
        if title.withdrawn:
            yield from _indent(f"Its printing was withdrawn: {printable(title.withdrawn)}")
        return
    yield from _indent(name)
    if title.sample:
        yield from _indent(f"{capital(SAMPLE_PRINTING)}.")
    spine = f", spine {title.spine:g} mm" if title.spine else ""
    yield from _indent(
        f"Printing {title.printing}, approved on {title.approved}: {counted(title.pages, 'page')}, "
        f"{title.width:g} × {title.height:g} mm, {title.binding}{spine}"
    )
    yield f"    SHA-256 {title.checksum}"


def _indent(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="    ", subsequent_indent="      ", break_on_hyphens=False)


def _order_data(order: StoredOrder) -> dict[str, Any]:
    return {
        "number": order.number,
        "state": order.state,
        "received": order.added.isoformat(),
        "pack": order.pack,
        "forgotten": order.forgotten,
        "order": order.order.model_dump(mode="json"),
        "history": [{"at": each.at.isoformat(), "to": each.to, "why": each.why} for each in order.history],
    }


def _json(data: Any) -> str:
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _because(why: str) -> str:
    return f": {printable(why)}" if why else ""


def _copies(number: int) -> str:
    return counted(number, "copy", "copies")
