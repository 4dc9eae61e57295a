"""The press check: a printer's file against PDF/X-4 (ISO 15930-7:2010) and against what the printer asked for."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import Any

import pikepdf
from pikepdf.settings import set_qpdf_limits

from wawla.printing.press_check.boxes import box_faults, page_size_faults
from wawla.printing.press_check.checks import CHECKS, Demands, PressFault, Told
from wawla.printing.press_check.colours import colour_faults, shading_faults, text_faults
from wawla.printing.press_check.document import document_faults, output_profile
from wawla.printing.press_check.fonts import font_faults
from wawla.printing.press_check.images import Pictures
from wawla.printing.press_check.metadata import metadata_faults
from wawla.printing.press_check.painting import Painter
from wawla.printing.press_check.transparency import group_faults, state_faults
from wawla.printing.press_check.uses import (
    Colour,
    FontUse,
    Foreign,
    GraphicsState,
    GroupUse,
    PlacedPicture,
    Shading,
    TextUse,
    Use,
)

__all__ = ["CHECKS", "Demands", "PressFault", "press_faults"]

MOST_MEMORY = 1 << 29
"""For one stream of the file when it is unpacked, in bytes."""
MOST_TOLD = 5
"""Faults of one check on one page; a page in RGB has a thousand, and nobody reads them."""


def press_faults(pdf: bytes, demands: Demands, names: Mapping[str, str] = MappingProxyType({})) -> list[PressFault]:
    """Everything for which a pre-press desk would send the file back, by page and check; nothing for a sound file.

    `names` says what a person calls a picture, by its name in the file's resources; another is told by its size.

    A file that is broken or hostile, or that no PDF is, has a fault that says so; nothing is raised.
    """
    with _limited_memory():
        try:
            document = pikepdf.open(io.BytesIO(pdf), attempt_recovery=False)
        except pikepdf.PasswordError:
            return [PressFault("encryption", 0, "The file asks for a password; it should be saved without encryption.")]
        except Exception as error:  # noqa: BLE001 - however it fails to open, it cannot go to press
            return [
                PressFault("readable", 0, f"The file cannot be read as a PDF ({_first_line(error)}); make it again.")
            ]
        with document:
            faults = _first_of_each(_every_fault(document, demands, names))
            return sorted(faults, key=lambda fault: (fault.page, fault.check, fault.message))


def _every_fault(document: pikepdf.Pdf, demands: Demands, names: Mapping[str, str]) -> Iterator[PressFault]:
    yield from _page_faults(0, "readable", document_faults(document))
    yield from _page_faults(0, "readable", metadata_faults(document))
    yield from _page_faults(0, "readable", page_size_faults(document))
    pages = _Pages(document, demands, names)
    yield from _damage(0, "readable", document)
    for number in range(1, _page_count(document) + 1):
        yield from _page_faults(number, "readable", pages.box_faults(number))
        faults = list(_page_faults(number, "content", pages.paint_faults(number)))
        yield from faults
        damage = list(_damage(number, "content", document))  # which a damaged picture has told already
        if not any(fault.check in ("content", "image-form") for fault in faults):
            yield from damage


class _Pages:
    """The pages of a document, and what is kept from one to the next: what a picture was found to be, the work done."""

    def __init__(self, document: pikepdf.Pdf, demands: Demands, names: Mapping[str, str]) -> None:
        self._document = document
        self._demands = demands
        self._painter = Painter()
        self._pictures = Pictures(demands, names)

    def box_faults(self, number: int) -> Iterator[Told]:
        yield from box_faults(self._document.pages[number - 1], self._demands)

    def paint_faults(self, number: int) -> Iterator[Told]:
        page = self._document.pages[number - 1]
        profile = output_profile(self._document)
        group = page.obj.get("/Group")
        if group is not None:
            yield from group_faults(GroupUse(group, False), profile)
        for use in self._painter.uses(page.obj):
            yield from self._use_faults(use, profile)

    def _use_faults(self, use: Use, profile: Any) -> Iterable[Told]:
        match use:
            case Colour():
                return colour_faults(use, self._demands)
            case TextUse():
                return text_faults(use)
            case Shading():
                return shading_faults(use, self._demands)
            case PlacedPicture():
                return self._pictures.faults(use)
            case FontUse():
                return font_faults(use.font)
            case GraphicsState():
                return state_faults(use.state)
            case GroupUse():
                return group_faults(use, profile)
            case Foreign():
                return [("foreign-object", use.message)]


def _page_faults(page: int, check: str, told: Iterable[Told]) -> Iterator[PressFault]:
    """What is told, as faults; where a broken or hostile file stops the telling, that is a fault of `check`."""
    try:
        for name, message in told:
            yield PressFault(name, page, message)
    except Exception as error:  # noqa: BLE001 - a hostile file may fail anywhere, and then cannot go to press
        where = "The page" if page else "The file"
        yield PressFault(check, page, f"{where} cannot be examined to its end ({_first_line(error)}); make it again.")


def _damage(page: int, check: str, document: pikepdf.Pdf) -> Iterator[PressFault]:
    """What was repaired or passed over in reading, since this was last asked."""
    warnings = document.get_warnings()
    if warnings:
        what = "What the page is drawn with" if page else "The file"
        yield PressFault(check, page, f"{what} is damaged ({_first_line(warnings[0])}); make it again.")


def _page_count(document: pikepdf.Pdf) -> int:
    try:
        return len(document.pages)
    except Exception:  # noqa: BLE001 - page_size_faults has met and told the same
        return 0


def _first_of_each(faults: Iterable[PressFault]) -> Iterator[PressFault]:
    """Each fault once a page, and of those of one check on one page a few, with the number of the others."""
    counts: Counter[tuple[int, str]] = Counter()
    for fault in dict.fromkeys(faults):
        counts[fault.page, fault.check] += 1
        if counts[fault.page, fault.check] <= MOST_TOLD:
            yield fault
    for (page, check), count in counts.items():
        if count > MOST_TOLD:
            yield PressFault(check, page, f"… and {count - MOST_TOLD} more of this kind.")


def _first_line(error: object) -> str:
    """What a library says of a fault, without the object it names, cut to what fits in a sentence."""
    line = (str(error).splitlines() or [""])[0].rpartition(">: ")[2].strip().rstrip(".")[:160]
    return f"{type(error).__name__}: {line}" if isinstance(error, Exception) else line


@contextmanager
def _limited_memory() -> Iterator[None]:
    """No stream may unpack to more than MOST_MEMORY: a few kilobytes can hold a gigabyte of nothing."""
    before: Any = set_qpdf_limits(
        flate_max_memory=MOST_MEMORY,
        png_max_memory=MOST_MEMORY,
        tiff_max_memory=MOST_MEMORY,
        run_length_max_memory=MOST_MEMORY,
    )
    try:
        yield
    finally:
        set_qpdf_limits(**before)
