"""The publication's typefaces as small web fonts: Source Serif and Source Sans, cut down to the letters we use."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import io
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from wawla.rendering.look.fallback_fonts import fallback_faces
from wawla.rendering.look.typefaces import TYPEFACES, Typeface
from wawla.runtime.atomic_write import atomic_write
from wawla.runtime.seal import unwrap, wrap
from wawla.runtime.source_digest import source_digest

MODULES = ("wawla.rendering.look.fonts", "wawla.rendering.look.typefaces")
"""What decides how a face is cut. The font that it is cut from is in its key."""


class Face(NamedTuple):
    """One font file of the site, and the typeface that it is cut from."""

    file: str
    cut_from: Typeface

    @property
    def family(self) -> str:
        """What CSS calls it."""
        return self.cut_from.family

    @property
    def weight(self) -> int:
        """400 or 600."""
        return self.cut_from.weight

    @property
    def style(self) -> str:
        """Normal or italic."""
        return self.cut_from.style


FACES = (
    Face("source-serif-400.woff2", TYPEFACES["Source Serif Pro", 400, "normal"]),
    Face("source-serif-400-italic.woff2", TYPEFACES["Source Serif Pro", 400, "italic"]),
    Face("source-serif-600.woff2", TYPEFACES["Source Serif Pro", 600, "normal"]),
    Face("source-sans-400.woff2", TYPEFACES["Source Sans Pro", 400, "normal"]),
    Face("source-sans-600.woff2", TYPEFACES["Source Sans Pro", 600, "normal"]),
)
"""Every face of the publication, in the order of the style sheet."""

LETTERS = (
    *range(0x20, 0x7F),  # Latin
    *range(0xA0, 0x180),  # Latin-1 and Latin Extended-A
    *range(0x1E80, 0x1E86),
    0x1EF2,
    0x1EF3,  # accented w and y of Welsh names
    *map(ord, "‐‑‒–—‘’‚“”„†‡•…‰′″‹›⁄€−≈≤≥←↑→↓✓☐☑\u2009\u200a\u202f"),
)
FEATURES = ("kern", "liga", "onum", "lnum", "pnum", "tnum", "frac", "sups")
SMALL_CAPITALS = ("smcp", "c2sc")
"""Kept in the regular weights only: they weigh 5 kB a face, and nothing is set in bold small capitals."""
_OPTIONS: Mapping[str, object] = {
    "flavor": "woff2",
    "hinting": False,
    "name_IDs": [0, 1, 2, 4, 6, 13, 14],  # copyright, family, style, full and PostScript names, licence and its address
    "recalc_timestamp": False,
}
_OWN_NAMES = {1: "Wawla {}", 4: "Wawla {}", 6: "Wawla-{}"}


def font_files(cache: Path | None) -> dict[str, bytes]:
    """The WOFF2 bytes of every face by file name, 18 to 30 kB each; made once (about a second each), then from `cache`.

    The same sources and the same fontTools and Brotli give the same bytes. Without a cache they are made each time.
    """
    if cache is None:
        return {face.file: _subset(face.cut_from.source.read_bytes(), face) for face in FACES}
    return {face.file: _cached_subset(face, cache) for face in FACES}


def font_faces(base: str) -> str:
    """The @font-face rules for `font_files` and for what stands in for them while they are on their way, as CSS.

    `base` is the folder of the files as the style sheet sees it.
    """
    return (
        "\n".join(
            f'@font-face {{ font-family: "{face.family}"; font-style: {face.style}; font-weight: {face.weight}; '
            f'font-display: swap; src: url("{base.rstrip("/")}/{face.file}") format("woff2"); }}'
            for face in FACES
        )
        + f"\n{fallback_faces()}"
    )


def source_files() -> list[Path]:
    """The whole, unchanged fonts, for programs that draw text themselves."""
    return [Path(str(face.cut_from.source)) for face in FACES]


def licence_texts() -> dict[str, bytes]:
    """The SIL Open Font Licence of each family by file name; it has to stand beside the fonts."""
    return {
        f"{face.file.rpartition('-')[0]}-licence.txt": face.cut_from.licence.read_bytes()
        for face in FACES
        if (face.weight, face.style) == (400, "normal")
    }


@functools.cache
def configuration() -> str:
    """A digest of what cuts the faces: our code, and the packages it is built on."""
    return source_digest(MODULES, packages=("fonttools", "brotli"))


def _cached_subset(face: Face, cache: Path) -> bytes:
    source = face.cut_from.source.read_bytes()
    key = hashlib.sha256(f"{configuration()} {face.file} ".encode() + source).hexdigest()[:16]
    kept = cache / f"{face.file.removesuffix('.woff2')}-{key}.sealed"
    with contextlib.suppress(OSError):
        if (known := unwrap(kept.name, kept.read_bytes())) is not None:
            return known
    data = _subset(source, face)
    with contextlib.suppress(OSError):  # a folder that cannot be written costs time, and no more
        atomic_write(kept, wrap(kept.name, data))
    return data


def _features(face: Face) -> list[str]:
    return [*FEATURES, *(SMALL_CAPITALS if face.weight == 400 else ())]


def _subset(source: bytes, face: Face) -> bytes:
    # Loaded here, because it takes half a second, and most builds have the fonts already.
    from fontTools.subset import Options, Subsetter, load_font, save_font  # type: ignore[import-untyped]  # no types

    options = Options(**_OPTIONS, layout_features=_features(face))
    font = load_font(io.BytesIO(source), options)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    for name in font["name"].names:  # the licence keeps the name 'Source' for the whole, unchanged fonts
        if name.nameID in _OWN_NAMES:
            name.string = _OWN_NAMES[name.nameID].format(face.family.split()[1])
    buffer = io.BytesIO()
    save_font(font, buffer, options)
    return buffer.getvalue()
