"""The job of a pack: what a printer has to print, how often, on what, and from which file."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Self

from wawla.model.errors import WawlaError
from wawla.model.wording import listed
from wawla.ordering.parcels.approved_file import PressFile
from wawla.ordering.register.stored_order import StoredOrder
from wawla.reading.catalogue import CatalogueEntry
from wawla.reading.library import Library

SPOILAGE_PER_CENT, LEAST_SPOILAGE = 3, 5
"""Sheets are spoilt while a press and a stitcher are set up, and some later. These are our own figures, for short runs;
a printer who knows better says so."""

_MOST_SHOWN = 8
"""So many numbers of orders are named where something is wrong with an edition."""


def allowance(copies: int) -> int:
    """How many copies more are printed, in case some are spoilt: 3 per cent, rounded up, and at least 5."""
    return max(LEAST_SPOILAGE, -(-copies * SPOILAGE_PER_CENT // 100))


@dataclass(frozen=True)
class PrintItem:
    """One printing, and how many copies of it the orders of a pack ask for. Measures are in millimetres."""

    reference: str
    title: str
    series: str
    printing: int
    approved: str
    """The day, as YYYY-MM-DD."""
    copies: int
    """As ordered, by all orders of the pack together."""
    allowance: int
    width: float
    height: float
    bleed: float
    pages: int
    """With the cover."""
    binding: str
    spine: float
    """0 where it is stapled."""
    paper: str
    cover_paper: str
    standard: str
    condition: str
    """The printing condition, by its name in the register of the ICC or the printer's own."""
    profile: str
    file: str
    """The press PDF, as a path inside the pack."""
    checksum: str
    """Its SHA-256."""
    source: str
    """The press PDF, as a path inside the publication."""
    sample: bool = False
    """Whether it is a sample, which is not to be printed."""

    @property
    def run(self) -> int:
        """How many copies are printed; none of a sample."""
        return 0 if self.sample else self.copies + self.allowance


@dataclass(frozen=True)
class PrintJob:
    """All that a pack is made from, but for the names and addresses: from it and the orders, it can be made again."""

    pack: str
    """The name of the pack."""
    day: str
    """The day on which the latest of its orders came, in UTC, as YYYY-MM-DD."""
    orders: tuple[int, ...]
    """Their numbers."""
    publisher: str
    contact: str
    items: tuple[PrintItem, ...]

    def to_json(self) -> str:
        """The job as JSON, for a printer's own system and for the register."""
        data = asdict(self) | {
            "format": "wawla-job-1",
            "spoilage": {"per_cent": SPOILAGE_PER_CENT, "at_least": LEAST_SPOILAGE},
            "items": [_item_data(item) for item in self.items],
        }
        return json.dumps(data, indent=2, ensure_ascii=False, sort_keys=True) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The job that `to_json` wrote."""
        data = json.loads(text)
        items = tuple(
            PrintItem(**{name: item[name] for name in PrintItem.__dataclass_fields__ if name in item})
            for item in data["items"]
        )
        plain = {name: data[name] for name in ("pack", "day", "publisher", "contact")}
        return cls(**plain, orders=tuple(data["orders"]), items=items)


def job_of(pack: str, orders: Sequence[StoredOrder], library: Library, known: Mapping[str, CatalogueEntry]) -> PrintJob:
    """The job for these orders; `known` is the catalogue by reference.

    Raises WawlaError, with a sentence for every fault, where an edition has no approved printing, or its press PDF is
    not the file that was approved.
    """
    wanted: dict[str, list[tuple[int, int]]] = {}
    for each in orders:
        for line in each.order.lines:
            wanted.setdefault(line.reference, []).append((each.number, line.copies))
    in_order = [reference for reference in known if reference in wanted]
    in_order += [reference for reference in wanted if reference not in known]
    items, faults = [], []
    for reference in in_order:
        copies = sum(number for _, number in wanted[reference])
        try:
            items.append(_item(reference, copies, known.get(reference), library))
        except WawlaError as error:
            numbers = sorted({number for number, _ in wanted[reference]})
            more = [f"{len(numbers) - _MOST_SHOWN} more"] if len(numbers) > _MOST_SHOWN else []
            shown = listed([*map(str, numbers[:_MOST_SHOWN]), *more])
            called = f"{'order' if len(numbers) == 1 else 'orders'} {shown}"
            faults.append(f"'{reference}', wanted by {called}, {error}")
    if faults:
        raise WawlaError("nothing was packed: " + "\n  ".join(faults))
    publisher = library.publisher
    return PrintJob(
        pack=pack,
        day=max(each.added.astimezone(dt.UTC) for each in orders).date().isoformat(),
        orders=tuple(each.number for each in orders),
        publisher=publisher.name if publisher else "",
        contact=publisher.live_contact if publisher else "",
        items=tuple(items),
    )


def refuse_withdrawn(job: PrintJob, library: Library) -> None:
    """Raise WawlaError where a printing of this job has been withdrawn since it was packed."""
    withdrawn = {
        f"{folder}/{printing.file}": printing.withdrawn
        for folder, printings in library.printings.items()
        for printing in printings
        if printing.withdrawn
    }
    faults = [f"'{item.reference}': {withdrawn[item.source]}" for item in job.items if item.source in withdrawn]
    if faults:
        raise WawlaError(f"{job.pack} holds what has been withdrawn since. {'; '.join(faults)}. Nothing was packed.")


def _or_cancel(reference: str) -> str:
    return f'Approve one with `wawla approve "{reference}"`, or cancel the orders that want it.'


def _item(reference: str, copies: int, title: CatalogueEntry | None, library: Library) -> PrintItem:
    if title is None:
        raise WawlaError("is in the catalogue no more. Restore its edition, or cancel the orders that want it.")
    if title.withdrawn:
        raise WawlaError(f"has a printing that was withdrawn: {title.withdrawn}. {_or_cancel(reference)}")
    if not title.printing:
        raise WawlaError(f"has no approved printing. {_or_cancel(reference)}")
    series = library.series.get(title.folder.split("/")[1])
    if series is None:
        raise WawlaError("belongs to a series whose series.yml cannot be read. `wawla check` says why.")
    press, settings = PressFile.of(title, library), series.print
    return PrintItem(
        reference=reference,
        title=title.title,
        series=title.series,
        printing=title.printing,
        approved=title.approved,
        copies=copies,
        allowance=allowance(copies),
        width=title.width,
        height=title.height,
        bleed=press.bleed,
        pages=title.pages,
        binding=title.binding,
        spine=title.spine,
        paper=settings.paper,
        cover_paper=settings.cover_paper,
        standard=press.standard,
        condition=press.condition,
        profile=press.profile,
        file=f"press/{'-'.join(title.folder.split('/')[1:])}-printing-{title.printing}.pdf",
        checksum=title.checksum,
        source=title.file,
        sample=title.sample,
    )


def _item_data(item: PrintItem) -> dict[str, object]:
    """A printing as JSON has it. Only a sample says whether it is one, as packs did before there were any."""
    data = asdict(item) | {"run": item.run}
    return data if item.sample else {name: value for name, value in data.items() if name != "sample"}
