"""What a stored press PDF says of itself, and where that is not what the entry of its printing says.

The library that reads it takes the memory that a hostile file asks for: only a process with a limit should read one
that nobody has looked at.
"""

from __future__ import annotations

import io
import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Self

from wawla.model.units import POINTS_PER_MM

BUILT_ON = ("pikepdf",)
"""The package that decides what is read."""
_TOLERANCE = 0.2
"""In millimetres: what is rounded off between a trim box in points and an entry in millimetres."""
_MOST_PAGES = 2000


@dataclass(frozen=True)
class PressPdf:
    """The facts of a press PDF that its entry states too."""

    pages: int
    trims: tuple[tuple[float, float], ...]
    """Width and height of the trimmed page in millimetres: each size that a page has, once."""
    title: str
    reference: str
    """The reference of its edition, which stands among its keywords; '' in a file that was made before it did."""
    unreadable: str = ""
    """Why nothing else is known of it, as what follows the name of the file; '' where it could be read."""

    def to_json(self) -> str:
        """One line of JSON."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, line: str | bytes) -> Self:
        """What `to_json` wrote. Raises ValueError, KeyError or TypeError for anything else."""
        plain = json.loads(line)
        trims = tuple((float(width), float(height)) for width, height in plain["trims"])
        return cls(int(plain["pages"]), trims, *(str(plain[name]) for name in ("title", "reference", "unreadable")))


@dataclass(frozen=True)
class PrintingFacts:
    """What an entry of printings.yml and its edition say of a printing. Measures are in millimetres."""

    pages: int
    width: float
    height: float
    title: str
    reference: str


def read_press_pdf(data: bytes) -> PressPdf:
    """The facts of a press PDF."""
    import pikepdf  # few commands read one, and it takes its time to load

    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            pages = len(pdf.pages)
            if pages > _MOST_PAGES:
                return PressPdf(pages, (), "", "", f"has {pages:,} pages, more than a book has")
            trims = dict.fromkeys(_size([float(edge) for edge in page.trimbox]) for page in pdf.pages)
            title, reference = (str(pdf.docinfo.get(name, "")) for name in ("/Title", "/Keywords"))
            return PressPdf(pages, tuple(trims), title, reference)
    except (pikepdf.PdfError, AttributeError, IndexError, TypeError, ValueError, RuntimeError):
        return PressPdf(0, (), "", "", "is damaged, or is no PDF")  # what the library says names parts of itself


def _size(box: list[float]) -> tuple[float, float]:
    width, height = abs(box[2] - box[0]), abs(box[3] - box[1])
    return round(width / POINTS_PER_MM, 1), round(height / POINTS_PER_MM, 1)


def differences(pdf: PressPdf, entry: PrintingFacts) -> Iterator[tuple[str, str]]:
    """What a press PDF has otherwise than its entry: the field that says so, and what follows the name of the file.

    A file that names a reference is known by it; an older one by its title, which a later edition may have changed.
    """
    if pdf.unreadable:
        yield "checksum", pdf.unreadable
        return
    if pdf.pages != entry.pages:
        yield "pages", f"has {pdf.pages} {'page' if pdf.pages == 1 else 'pages'}, and its entry says {entry.pages}"
    trim = entry.width, entry.height
    if other := next((size for size in pdf.trims if not _near(size, trim)), None):
        yield (
            "height" if abs(other[0] - trim[0]) <= _TOLERANCE else "width",
            f"is cut to {_mm(other)}, and its entry says {_mm(trim)}",
        )
    if pdf.reference:
        if _plain(pdf.reference) != _plain(entry.reference):
            yield "checksum", f"is of '{pdf.reference[:80]}', and not of '{entry.reference}'"
    elif pdf.title and _plain(pdf.title) != _plain(entry.title):
        yield "checksum", f"has the title '{pdf.title[:80]}', and not '{entry.title}'"


def _near(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return all(abs(a - b) <= _TOLERANCE for a, b in zip(one, other, strict=True))


def _mm(size: tuple[float, float]) -> str:
    return f"{size[0]:g} by {size[1]:g} mm"


def _plain(text: str) -> str:
    """A text without what a writer of PDFs may change: spaces, the spaces after commas, composed letters."""
    return re.sub(r"\s*,\s*", ",", " ".join(unicodedata.normalize("NFC", text).split()))
