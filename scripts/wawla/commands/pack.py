"""The command that packs: what it was asked for, and how it went."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from wawla.commands.options import root_option
from wawla.commands.orders import existing_register, register_option
from wawla.runtime.clock import now

if TYPE_CHECKING:
    from wawla.ordering.parcels.pack import PackResult


@click.command(short_help="Pack the received orders for the printer.")
@click.option("--series", "name", metavar="SERIES", help="Only orders for this series, by its short title or folder.")
@click.option(
    "--to",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="The folder into which the pack is put, as a folder of its own.",
)
@click.option("--again", metavar="PACK", help="Make this pack again, as it was; no order is packed.")
@register_option
@root_option
def pack(name: str | None, to: Path, again: str | None, file: Path | None, root: Path) -> None:
    """Pack the received orders: press PDFs, job ticket, delivery list, packing slips and labels in one folder.

    An order is packed whole. With --series, one that asks for another series too waits until you pack without it.

    Example: wawla order pack --to ~/for-the-printer
    """
    from wawla.building.pack_orders import pack_orders

    run = pack_orders(
        existing_register(file, root), root, to, now(), name, again, lambda sentence: click.echo(sentence, err=True)
    )
    for number in run.waiting:
        click.echo(f"Order {number} asks for other series too, and waits: an order is packed whole.")
    if run.pack:
        _tell(run.pack)
    else:
        click.echo("There is no order to pack now, so nothing was made.")
    if again and run.pack and not run.pack.same:
        click.echo(
            "It is not the same to the byte as when it was first made, because wawla, or a library that it is"
            " built on, has changed since. What it says is the same.",
            err=True,
        )


def _tell(packed: PackResult) -> None:
    from wawla.model.wording import SAMPLE_PRINTING, counted

    job = packed.job
    click.echo(f"{job.pack} is in {packed.folder}: {counted(len(job.orders), 'order')}.")
    for item in job.items:
        to_print = f"{item.copies} ordered + {item.allowance} for spoilage = {item.run} to print"
        click.echo(f"  {item.reference}  {f'{item.copies} ordered; {SAMPLE_PRINTING}' if item.sample else to_print}")
    click.echo("READ-ME.txt in it says what each file is for. The pack holds names and addresses.")
