"""A file from outside to the orders in it, by its ending: .json, .csv, .eml, .txt."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import PurePath
from typing import Any, NoReturn

from wawla.model.orders import Order, OrderLine
from wawla.ordering.intake.csv_orders import read_csv_orders
from wawla.ordering.intake.draft_order import DraftLine, DraftOrder, Unreadable, decoded, draft_order, quoted
from wawla.ordering.intake.field_names import FIELDS, TITLES
from wawla.ordering.intake.mail import Mail, read_mail
from wawla.ordering.intake.order_message import read_message

__all__ = ["MOST_BYTES", "DraftLine", "DraftOrder", "Unreadable", "read_file"]

_MIB = 1024 * 1024
MOST_BYTES = {".json": _MIB, ".csv": _MIB, ".txt": _MIB, ".eml": 8 * _MIB}
"""How large a file may be, by its ending. A mail carries pictures and signatures, which are passed over unopened."""
_FORMAT = Order.model_fields["format"].default


def read_file(data: bytes, name: str) -> list[DraftOrder]:
    """Read the orders of one file, at least one. Nothing in it is unpacked, run or fetched.

    Raises Unreadable where it is too large, of another kind, damaged, or holds no order at all. Whether what was read
    can be sent is for `ordering.intake.validate` to say.
    """
    ending = PurePath(name).suffix.casefold()
    if ending not in MOST_BYTES:
        raise Unreadable(f"{quoted(name)} is not a .json, .csv, .eml or .txt file; orders are read from these only.")
    if len(data) > MOST_BYTES[ending]:
        most = MOST_BYTES[ending] // _MIB
        raise Unreadable(f"The file has {len(data) / _MIB:.1f} MiB; a {ending} file is read up to {most} MiB.")
    if not data.strip():
        raise Unreadable("The file is empty.")
    if ending == ".json":
        return [_of_json(data)]
    if ending == ".csv":
        return read_csv_orders(decoded(data))
    if ending == ".txt":
        return [read_message(decoded(data))]
    return _of_mail(read_mail(data))


def _of_mail(mail: Mail) -> list[DraftOrder]:
    """What a mail orders: by the order files attached to it, where there are any; otherwise by its words."""
    if not mail.order_files:
        order = read_message(mail.text)
        missing = {name: text for name, text in (("name", mail.sender), ("email", mail.address)) if text}
        return [_known_by(mail.identity, replace(order, fields=missing | dict(order.fields)))]
    orders = [_of_json(data) for data in mail.order_files]
    if len(orders) == 1:
        return [_known_by(mail.identity, orders[0])]
    return [_known_by(mail.identity and f"{mail.identity} {n}", order) for n, order in enumerate(orders, 1)]


def _known_by(identity: str, order: DraftOrder) -> DraftOrder:
    return replace(order, identity=identity) if identity else order


def _of_json(data: bytes) -> DraftOrder:
    """An order as `order.schema.json` describes it, held to its types here and to its limits later."""
    try:
        content = json.loads(
            data.decode("utf-8-sig"), object_pairs_hook=_each_once, parse_constant=_no_number, parse_int=_short
        )
    except UnicodeDecodeError:
        raise Unreadable("The order file is not encoded as UTF-8, as every JSON file is.") from None
    except RecursionError:
        raise Unreadable("The order file holds lists within lists, deeper than any order goes.") from None
    except ValueError as error:
        raise Unreadable(f"The order file is not JSON: {error}.") from None
    order = _table(content, "The order file")
    if order.get("format") != _FORMAT:
        raise Unreadable(f"The file does not say that it is an order: its 'format' is not '{_FORMAT}'.")
    _refuse_unknown_keys(order, {*FIELDS, "format", "lines"}, "an order")
    fields = {name: _text(order[name], TITLES[name]) for name in FIELDS if name in order}
    lines = order.get("lines", [])
    if not isinstance(lines, list):
        raise Unreadable("The 'lines' of the order file are not a list.")
    return draft_order(fields, [_line(line) for line in lines])


def _line(content: Any) -> DraftLine:
    line = _table(content, "A line of the order file")
    _refuse_unknown_keys(line, set(OrderLine.model_fields), "a line of an order")
    copies = line.get("copies", "")
    if isinstance(copies, bool) or not isinstance(copies, int | float | str) or (isinstance(copies, str) and copies):
        raise Unreadable("The 'copies' of a line in the order file are not a number.")
    return DraftLine(_text(line.get("reference", ""), "Reference"), str(copies))


def _table(content: Any, what: str) -> dict[str, Any]:
    if not isinstance(content, dict):
        raise Unreadable(f"{what} is not an object with names and values, as an order is.")
    return content


def _text(content: Any, title: str) -> str:
    if not isinstance(content, str):
        raise Unreadable(f"In the order file, the field '{title}' is not text.")
    return content


def _refuse_unknown_keys(content: dict[str, Any], known: set[str], what: str) -> None:
    for name in content:
        if name not in known:
            raise Unreadable(f"The order file has {quoted(name)}, which {what} does not have.")


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    if len(content) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in content if names.count(name) > 1)
        raise Unreadable(f"The order file has {quoted(twice)} twice; nobody can tell which of them holds.")
    return content


def _no_number(word: str) -> NoReturn:
    raise Unreadable(f"The order file holds {word}, which is not a number.")


def _short(figures: str) -> int:
    if len(figures) > 20:
        raise Unreadable(f"The order file holds the number {quoted(figures, 20)}, which is larger than any order's.")
    return int(figures)
