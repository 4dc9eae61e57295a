"""Packing from the files under a root: the desk's orders, with the typesetters of print lent to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from wawla.checking.stored_printings import first_checksums
from wawla.model.errors import WawlaError
from wawla.ordering.parcels.document import PackDocument
from wawla.ordering.parcels.pack import Packer, PackResult
from wawla.printing.make_pdfs import make_pdfs
from wawla.printing.preflight import check_typesetting
from wawla.printing.typesetting.job import Document, SettingJob
from wawla.reading.finder import find_series
from wawla.reading.reader import read_library
from wawla.reading.tree import tree_on_disk
from wawla.runtime.cache_folder import chosen_folder


@dataclass(frozen=True)
class PackOrdersResult:
    """What came of packing."""

    pack: PackResult | None
    """None where no order was there to be packed."""
    waiting: tuple[int, ...] = ()
    """The numbers of the orders that ask for other series too, and wait."""


def pack_orders(
    register: Path,
    root: Path,
    to: Path,
    now: dt.datetime,
    series: str | None = None,
    again: str | None = None,
    tell: Callable[[str], None] = lambda sentence: None,
) -> PackOrdersResult:
    """Pack the received orders into `to`, all or those for one series; or the pack named by `again` once more.

    `tell` is called with what is done first about packs that an earlier command left unfinished, in sentences.

    Raises WawlaError where there is no such series or pack, or it cannot be packed.
    """
    library = read_library(tree_on_disk(root.absolute()), now.date()).library
    library = replace(library, first_checksums=first_checksums(root))
    chosen = find_series(library, series) if series else None
    check_typesetting(chosen_folder(root))
    with Packer(register, library, typeset) as packer:
        for sentence in packer.take_up():
            tell(sentence)
        if again:
            return PackOrdersResult(packer.again(again, to))
        waiting = tuple(order.number for order in packer.chosen(chosen)[1])
        return PackOrdersResult(packer.pack(to, now, chosen), waiting)


def typeset(papers: Sequence[PackDocument], temporary: Path) -> list[bytes]:
    """The PDF of every paper, in order, made by way of the folder `temporary`. Raises WawlaError where one fails."""
    books = [
        Document(each.name, each.name, each.title, each.html, (each.width, each.height), each.day) for each in papers
    ]
    made = make_pdfs([SettingJob(book, "") for book in books], temporary)
    faults = [f"{each.place.path}: {each.message}" for each in made.findings if each.severity == "error"]
    if faults:
        raise WawlaError(f"the papers of the pack cannot be set. {' '.join(faults)}. Nothing was packed.")
    return [pdf.file.read_bytes() for pdf in made.pdfs]
