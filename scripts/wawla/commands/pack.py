"""The command that packs: what it was asked for, and how it went. It lends the desk the typesetters of the press."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wawla.commands.options import root_option
from wawla.commands.orders import held_register, register_option
from wawla.model.errors import WawlaError
from wawla.runtime.clock import now, today

if TYPE_CHECKING:
    from wawla.model import Series
    from wawla.ordering.parcels.document import PackDocument
    from wawla.ordering.parcels.pack import PackResult
    from wawla.reading.library import Library


@click.command()
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
    from wawla.ordering.parcels.pack import Packer
    from wawla.printing.preflight import check_typesetting
    from wawla.reading.reader import read_library
    from wawla.reading.tree import tree_on_disk
    from wawla.runtime.cache_folder import chosen_folder

    register = held_register(file, root)
    library = read_library(tree_on_disk(root.absolute()), today()).library
    series = _series(library, name) if name else None
    check_typesetting(chosen_folder(root))
    with Packer(register, library, typeset) as packer:
        for sentence in packer.take_up():
            click.echo(sentence, err=True)
        if again:
            packed = packer.again(again, to)
            _tell(packed)
            if not packed.same:
                click.echo(
                    "It is not the same to the byte as when it was first made, because wawla, or a library that it is"
                    " built on, has changed since. What it says is the same.",
                    err=True,
                )
            return
        waiting = packer.chosen(series)[1]
        made = packer.pack(to, now(), series)
    for each in waiting:
        click.echo(f"Order {each.number} asks for other series too, and waits: an order is packed whole.")
    if made:
        _tell(made)
    else:
        click.echo("No order is waiting to be packed, so nothing was made.")


def typeset(papers: Sequence[PackDocument], passing: Path) -> list[bytes]:
    """The PDF of every paper, in their order; `passing` is for files on the way. Raises WawlaError where one fails."""
    from wawla.printing.make_pdfs import make_pdfs
    from wawla.printing.typesetting.job import Document, SettingJob

    books = [
        Document(each.name, each.name, each.title, each.html, (each.width, each.height), each.day) for each in papers
    ]
    made = make_pdfs([SettingJob(book, "") for book in books], passing)
    faults = [f"{each.place.path}: {each.message}" for each in made.findings if each.severity == "error"]
    if faults:
        raise WawlaError(f"the papers of the pack cannot be set. {' '.join(faults)}. Nothing was packed.")
    return [pdf.file.read_bytes() for pdf in made.pdfs]


def _tell(packed: PackResult) -> None:
    from wawla.model.wording import counted

    job = packed.job
    click.echo(f"{job.pack} is in {packed.folder}: {counted(len(job.orders), 'order')}.")
    for item in job.items:
        click.echo(f"  {item.reference}  {item.copies} ordered + {item.allowance} for spoilage = {item.run} to print")
    click.echo("READ-ME.txt in it says what each file is for. The pack holds names and addresses.")


def _series(library: Library, name: str) -> Series:
    """The series with this short title, order prefix, title or folder. Raises WawlaError where there is none."""
    plain = name.strip().strip("/").casefold()
    for series in library.series.values():
        names = (series.short_title, series.order_prefix, series.title, series.slug, series.folder)
        if plain in map(str.casefold, names):
            return series
    known = ", ".join(series.short_title for series in library.series.values())
    raise WawlaError(f"there is no series '{name}'. There are: {known}.")
