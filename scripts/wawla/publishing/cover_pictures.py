"""Covers as PNG, for places that show no SVG: an edition's cover as it stands in the preview of a shared link."""

from __future__ import annotations

import base64
from pathlib import Path

from wawla.model import Edition
from wawla.publishing.page import Asset
from wawla.publishing.site import SiteContext
from wawla.rendering.look import covers
from wawla.rendering.look.colour import tint
from wawla.rendering.look.png import key_of, png_of
from wawla.runtime.forked_map import forked_map
from wawla.runtime.result_store import ResultStore

WIDTH, HEIGHT = 1200, 630
"""In pixels: the proportions in which links are previewed nearly everywhere."""

_MARGIN, _SHADOW = 32, 6
_GROUND, _SHADE = 0.8, 0.62
"""How much white is mixed with the edition's hue for the ground, and for the shadow on it."""
_WORTH_A_COPY = 10


def picture_address(edition: Edition) -> str:
    """The address of the picture on the site."""
    return f"{edition.folder}/cover.png"


def cover_pictures(site: SiteContext, cache: Path) -> list[Asset]:
    """The picture of every edition; drawn once, a tenth of a second each, then taken from the store in `cache`.

    The same cover, fonts and renderer give the same bytes.
    """
    drawings = {
        edition.folder: _drawing(site.cover_of(edition), edition.hue) for edition in site.library.editions.values()
    }
    keys = {folder: key_of(drawing, WIDTH) for folder, drawing in drawings.items()}
    with ResultStore(cache / "cover-pictures.sqlite") as kept:
        fresh = [folder for folder, key in keys.items() if kept.get(key) is None]
        for key, picture in forked_map(
            lambda share: [(keys[folder], png_of(drawings[folder], WIDTH)) for folder in share], fresh, _WORTH_A_COPY
        ):
            kept.put(key, base64.b64encode(picture).decode())
        kept.prune(keys.values())
        pictures = {folder: base64.b64decode(kept.get(key) or "") for folder, key in keys.items()}
    return [Asset(picture_address(site.library.editions[folder]), data) for folder, data in pictures.items()]


def _drawing(cover: str, hue: str) -> str:
    """The cover on a calm ground of its own hue, as SVG."""
    height = HEIGHT - 2 * _MARGIN
    width = round(height * covers.WIDTH / covers.HEIGHT, 2)
    left = round((WIDTH - width) / 2, 2)
    size = f'width="{width}" height="{height}"'
    placed = cover.replace("<svg ", f'<svg x="{left}" y="{_MARGIN}" {size} ', 1)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{tint(hue, _GROUND)}"/>'
        f'<rect x="{left + _SHADOW}" y="{_MARGIN + _SHADOW}" {size} fill="{tint(hue, _SHADE)}"/>{placed}</svg>'
    )
