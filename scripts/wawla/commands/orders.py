"""The commands of the order desk: what they were asked for, and how it went."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wawla.commands.options import FINDINGS, day_option, root_option
from wawla.commands.output import write_data
from wawla.model.errors import WawlaError
from wawla.model.os_errors import sentence
from wawla.ordering.register.states import STATES, OrderState
from wawla.runtime.clock import now, today

if TYPE_CHECKING:
    from wawla.reading.catalogue import CatalogueEntry

_MOST_BYTES = 64 * 1024 * 1024
"""Of a file that are read: many more than an order may have, which is refused then."""
_FORMAT_HELP = "Text to read, JSON for programs, or CSV for a spreadsheet."

register_option = click.option(
    "--register",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file of the register; orders.sqlite in the folder of the publication by default.",
)


def register_file(file: Path | None, root: Path) -> Path:
    """Where the register is."""
    return (file or root / "orders.sqlite").absolute()


def existing_register(file: Path | None, root: Path) -> Path:
    """Where the register is that was begun before. Raises WawlaError where there is none."""
    place = register_file(file, root)
    if not place.exists():
        raise WawlaError(f"there is no register at {place}. `wawla order add` begins one; --register names another.")
    return place


def catalogue_at(root: Path) -> list[CatalogueEntry]:
    """The catalogue of the publication. Faults are told and stop nothing, but for there being no publication."""
    from wawla.checking.check_publication import check_publication
    from wawla.model.wording import counted
    from wawla.reading.catalogue import catalogue

    checked = check_publication(root.absolute(), today())
    if checked.errors:
        message = counted(len(checked.errors), "fault")
        click.echo(f"The publication has {message}, so an edition may be missing here; see `wawla check`.", err=True)
    return catalogue(checked.library)


def _show(form: str, text: str) -> None:
    """Write a listing: what programs read stays what it is, whatever the terminal can show."""
    if form in ("json", "csv"):
        write_data(text.rstrip("\n") + "\n")
    else:
        click.echo(text.rstrip("\n"))


@click.group(short_help="Keep the register of orders.")
def order() -> None:
    """Keep the register of orders: add what comes in, list it, pack it for the printer, and follow it until it is sent.

    The register is a file on this machine, for the desk alone. It never goes to the site.
    """


@order.command(short_help="Add orders from files to the register.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--accept", is_flag=True, help="Add orders with near matches too, as an earlier run has shown them.")
@register_option
@root_option
def add(files: tuple[Path, ...], accept: bool, file: Path | None, root: Path) -> None:
    """Add orders from FILEs: .json from the order page, mails as .eml, text as .txt, or tables as .csv.

    A mail can come from standard input: `-`. The same order is added once, however often it is given.

    Exit status: 0 where all are in the register, 1 where something was refused or has to be asked.
    """
    from wawla.ordering.intake.add import OrderIntake
    from wawla.ordering.listing import printable
    from wawla.ordering.register.register import Register

    entries = catalogue_at(root)
    with Register(register_file(file, root)) as register:
        intake = OrderIntake(register, entries, accept, now())
        all_registered = True
        for path in files:
            try:
                with click.open_file(str(path), "rb") as opened:
                    data = opened.read(_MOST_BYTES)
            except OSError as error:
                click.echo(printable(sentence(error, path)))
                all_registered = False
                continue
            for answer in intake.add(data, "standard input.eml" if str(path) == "-" else str(path)):
                click.echo(answer.message)
                all_registered = all_registered and answer.registered
    if not all_registered:
        sys.exit(FINDINGS)


@order.command("list", short_help="List the orders, the oldest first.")
@click.option("--state", type=click.Choice(STATES), help="Only orders in this state.")
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table", help=_FORMAT_HELP)
@register_option
@root_option
def list_command(state: OrderState | None, form: str, file: Path | None, root: Path) -> None:
    """List the orders, the oldest first."""
    from wawla.ordering.listing import ORDERS
    from wawla.ordering.register.register import Register

    with Register(existing_register(file, root)) as register:
        _show(form, ORDERS[form](register.orders(state)))


@order.command(short_help="Show one order, with its history.")
@click.argument("number", type=int)
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", help=_FORMAT_HELP)
@register_option
@root_option
def show(number: int, form: str, file: Path | None, root: Path) -> None:
    """Show everything about the order NUMBER, and its history."""
    from wawla.ordering.listing import ORDERS, order_text
    from wawla.ordering.register.register import NotAllowed, Register

    with Register(existing_register(file, root)) as register:
        try:
            found = register.order(number)
        except NotAllowed as no:
            click.echo(str(no), err=True)
            sys.exit(FINDINGS)
    _show(form, order_text(found) if form == "text" else ORDERS[form]([found]))


@order.command(short_help="Cancel an order.")
@click.argument("number", type=int)
@click.option("--why", required=True, help="The reason, for the history; it is forgotten with the names.")
@register_option
@root_option
def cancel(number: int, why: str, file: Path | None, root: Path) -> None:
    """Cancel the order NUMBER, received or packed; the pack of a packed one stays as it is."""
    _move([number], "cancelled", why, existing_register(file, root))


@order.command(short_help="Mark packed orders as sent.")
@click.argument("numbers", nargs=-1, required=True, type=int, metavar="NUMBER...")
@register_option
@root_option
def sent(numbers: tuple[int, ...], file: Path | None, root: Path) -> None:
    """Mark the packed orders NUMBER as sent.

    Exit status: 0 where all are sent, 1 where one could not be marked; the others are.
    """
    _move(numbers, "sent", "", existing_register(file, root))


def _move(numbers: Iterable[int], to: OrderState, why: str, file: Path) -> None:
    from wawla.ordering.register.register import NotAllowed, Register

    refused = False
    with Register(file) as register:
        for number in numbers:
            try:
                register.move(number, to, now(), why)
            except NotAllowed as no:
                click.echo(str(no), err=True)
                refused = True
            else:
                click.echo(f"Order {number} is {to}.")
                pack = register.order(number).pack
                if pack and to == "cancelled":
                    click.echo(f"It is in {pack}, which stays as it is: take its slip and its label out by hand.")
    if refused:
        sys.exit(FINDINGS)


@order.command(short_help="Remove names and addresses of old orders.")
@click.option("--before", metavar="DATE", callback=day_option, required=True, help="The day, as 2027-07-31.")
@register_option
@root_option
def forget(before: dt.date, file: Path | None, root: Path) -> None:
    """Remove names, addresses and notes of the sent and cancelled orders received before DATE. The counts stay."""
    from wawla.model.wording import counted
    from wawla.ordering.register.register import Register

    with Register(existing_register(file, root)) as register:
        count = register.forget(before, now())
        still = register.open_before(before)
    click.echo(f"The names and addresses of {counted(count, 'order')} are forgotten; references and copies stay.")
    if still:
        message = "Order" if len(still) == 1 else "Orders"
        click.echo(f"{message} {', '.join(map(str, still))}: not forgotten, being neither sent nor cancelled.")
    click.echo("The mails and files they came in, and the folders of packs, hold names too: delete those yourself.")


@click.command(short_help="List every reference and what it means now.")
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", help=_FORMAT_HELP)
@root_option
def catalogue(form: str, root: Path) -> None:
    """Show every reference: which printed object it means today, and whether it can be ordered."""
    from wawla.ordering.listing import CATALOGUES

    _show(form, CATALOGUES[form](catalogue_at(root)))
