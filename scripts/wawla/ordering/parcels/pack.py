"""Packing: the received orders become one folder for the printer, once, whatever stops the command meanwhile.

A folder and a database cannot change in one step, so the steps stand in an order that can be taken up again:

1. The pack is made whole in a fresh folder beside its place, and is on the disk. Nobody is held up meanwhile.
2. In one transaction of the register, the orders are looked at again (one may have been cancelled: then all begins
   anew), marked as packed, and the pack is noted: its job, the digest of its SHA256SUMS, and where it will be.
3. The fresh folder is renamed into its place.
4. The register notes that it has come there.

Stopped before 2 is committed: the orders are received, there is no pack, and the next run sweeps the fresh folder away.
Stopped between 2 and 3: the orders are packed, and the next run finds a pack that is not noted as in its place. It
renames the fresh folder if that holds what was noted, and otherwise makes the pack again, which gives the same bytes.
Stopped between 3 and 4: the next run sees the pack in its place, and notes it. At no moment is there a pack in its
place whose orders are not marked: it would be printed and sent twice. One command packs at a time; others wait.
"""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout

from wawla.model import Series
from wawla.model.errors import WawlaError
from wawla.ordering.parcels.contents import digest_of, files_of
from wawla.ordering.parcels.document import Typeset
from wawla.ordering.parcels.pack_folder import PackFolder, is_whole, write_files, writing
from wawla.ordering.parcels.print_job import PrintJob, job_of, refuse_withdrawn
from wawla.ordering.register.packs import Pack
from wawla.ordering.register.register import Register
from wawla.ordering.register.stored_order import StoredOrder
from wawla.reading.catalogue import catalogue
from wawla.reading.library import Library

PATIENCE = 600.0
"""Seconds to wait for another command that packs."""
_ROUNDS = 3
"""So often packing begins anew because somebody changed an order meanwhile."""


@dataclass(frozen=True)
class PackResult:
    """A pack in its place."""

    folder: Path
    job: PrintJob
    same: bool = True
    """Whether it is, to the byte, what it was when it was first made."""


class Packer:
    """Makes packs of one register, within a block; while it does, nobody else can.

    `library` is the publication as it stands, and `typeset` makes the PDFs. Raises WawlaError where another command
    packs for longer than `patience` seconds.
    """

    def __init__(self, register: Path, library: Library, typeset: Typeset, patience: float = PATIENCE) -> None:
        self._file, self._library, self._typeset, self._patience = register, library, typeset, patience
        self._lock = FileLock(f"{register}.packing", mode=0o600)
        self._register = Register(register)

    def __enter__(self) -> Self:
        self._register.__enter__()
        try:
            self._lock.acquire(timeout=self._patience)
        except Timeout:
            self._register.__exit__(None, None, None)
            raise WawlaError("another command is still packing. Try again when it is done.") from None
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._lock.release()
        self._register.__exit__(kind, error, trace)

    def take_up(self) -> list[str]:
        """Put the packs of commands that were stopped into their places. Says what was done, or could not be."""
        said = []
        for pack in self._register.packs():
            if pack.placed:
                continue
            try:
                folder = self._finish_pack(pack, PackFolder(Path(pack.folder), self._file))
                said.append(f"{pack.name} had been left unfinished, and is now in {folder}.")
            except WawlaError as error:
                said.append(
                    f"{pack.name} had been left unfinished, and cannot be put into {pack.folder}: {error} "
                    f"Its orders are packed; make it again with `wawla order pack --again {pack.name} --to DIR`."
                )
        return said

    def chosen(self, series: Series | None = None) -> tuple[list[StoredOrder], list[StoredOrder]]:
        """The received orders that a pack would hold, and those that wait because they ask for other series too.

        An order is packed whole, for it is one parcel: with a series, only what asks for nothing else is packed.
        """
        received = self._register.orders("received")
        if series is None:
            return received, []
        own = {title.reference for title in catalogue(self._library) if title.folder.startswith(f"{series.folder}/")}
        parts = [[line.reference in own for line in each.order.lines] for each in received]
        whole = [each for each, part in zip(received, parts, strict=True) if all(part)]
        mixed = [each for each, part in zip(received, parts, strict=True) if any(part) and not all(part)]
        return whole, mixed

    def pack(self, to: Path, now: dt.datetime, series: Series | None = None) -> PackResult | None:
        """Pack the received orders, all or those of one series, into `to`; None where there are none.

        Raises WawlaError, and packs nothing, where an edition has no approved printing, its file is not the approved
        one, a paper cannot be set, or the folder cannot be written.
        """
        place = PackFolder(to.absolute(), self._file)
        place.sweep()
        name = f"pack-{len(self._register.packs()) + 1:03}"
        for _ in range(_ROUNDS):
            orders, _ = self.chosen(series)
            if not orders:
                return None
            place.free(name)
            known = {title.reference: title for title in catalogue(self._library)}
            job = job_of(name, orders, self._library, known)
            fresh, sums = self._make_folder(job, orders, place)
            pack = Pack(name, job.to_json(), sums, str(place.folder))
            try:
                noted = self._record_pack(pack, orders, now)
            except BaseException:
                shutil.rmtree(fresh, ignore_errors=True)
                raise
            if noted:
                folder = place.put(fresh, name)
                self._register.mark_placed(name)
                return PackResult(folder, job)
            shutil.rmtree(fresh, ignore_errors=True)
        raise WawlaError("the orders change while they are packed. Nothing was packed; try again.")

    def again(self, name: str, to: Path) -> PackResult:
        """Make a pack again, from the orders as they are kept, into `to`.

        Raises WawlaError where there is none of that name, the names and addresses in it have been forgotten, or a
        printing in it has been withdrawn.
        """
        packs = {pack.name: pack for pack in self._register.packs()}
        if name not in packs:
            known = f"The packs are {', '.join(packs)}." if packs else "Nothing has been packed yet."
            raise WawlaError(f"there is no pack '{name}'. {known}")
        pack, place = packs[name], PackFolder(to.absolute(), self._file)
        place.free(name)
        place.sweep()
        fresh, sums = self._make_folder(*self._recorded_pack(pack), place)
        folder = place.put(fresh, name)
        self._register.mark_placed(name)
        return PackResult(folder, PrintJob.from_json(pack.job), sums == pack.sums)

    def _record_pack(self, pack: Pack, orders: Sequence[StoredOrder], now: dt.datetime) -> bool:
        """Mark the orders and note the pack, in one transaction; False, and nothing is done, where one has changed."""
        with self._register.packing() as received:
            now_there = {each.number: each for each in received}
            if any(now_there.get(each.number) != each for each in orders):
                return False
            self._register.mark_packed([each.number for each in orders], pack.name, now)
            self._register.add_pack(pack)
        return True

    def _make_folder(self, job: PrintJob, orders: Sequence[StoredOrder], place: PackFolder) -> tuple[Path, str]:
        """A fresh folder with everything in it, and the digest of its SHA256SUMS."""
        fresh = place.fresh(job.pack)
        try:
            with writing(place.folder):
                temporary = fresh / ".temporary"
                temporary.mkdir()
                files = files_of(job, orders, self._library.tree, self._typeset, temporary)
                shutil.rmtree(temporary)
                write_files(fresh, files)
        except BaseException:
            shutil.rmtree(fresh, ignore_errors=True)
            raise
        return fresh, digest_of(files)

    def _recorded_pack(self, pack: Pack) -> tuple[PrintJob, list[StoredOrder]]:
        """What a pack was made from. Raises WawlaError where somebody in it is forgotten, or a printing withdrawn."""
        job = PrintJob.from_json(pack.job)
        refuse_withdrawn(job, self._library)
        orders = [self._register.order(number) for number in job.orders]
        forgotten = [str(each.number) for each in orders if each.forgotten]
        if forgotten:
            raise WawlaError(f"the names and addresses of {pack.name} have been forgotten (order {forgotten[0]}).")
        return job, orders

    def _finish_pack(self, pack: Pack, place: PackFolder) -> Path:
        """The place of a pack that was noted, with the pack in it."""
        folder = place.folder / pack.name
        if not is_whole(folder, pack.sums):
            fresh = next((each for each in place.left(pack.name) if is_whole(each, pack.sums)), None)
            folder = place.put(fresh or self._make_folder(*self._recorded_pack(pack), place)[0], pack.name)
        self._register.mark_placed(pack.name)
        return folder
