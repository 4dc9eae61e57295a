"""Pages that would come out of the theme letter for letter as they did last time are taken from the old site."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from wawla.publishing.page import Page


class OldSite:
    """The site as it was built before, and a record of what each of its pages was made from.

    The record holds a digest of each file too: a page that was changed by hand, or by another program, is made anew.
    """

    def __init__(self, site: Path, record: Path, setting: str) -> None:
        self._site, self._record, self._setting = site, record, setting
        self._known = _read(record, setting) if setting else {}
        self._made: dict[str, tuple[str, str]] = {}

    def page(self, page: Page) -> bytes | None:
        """The finished file of a page, where nothing that it is made from has changed."""
        made_from, digest = self._known.get(page.address, ("", ""))
        if made_from != _digest(repr(page).encode()):
            return None
        try:
            content = (self._site / page.address / "index.html").read_bytes()
        except OSError:
            return None
        return content if _digest(content) == digest else None

    def kept(self, page: Page, finished: bytes) -> tuple[str, str]:
        """What there is to remember of a page: digests of what it was made from, and of its finished file."""
        return _digest(repr(page).encode()), _digest(finished)

    def keep(self, address: str, kept: tuple[str, str]) -> None:
        """Remember this of the page with this address."""
        self._made[address] = kept

    def save(self) -> None:
        """Write the record for the next build."""
        part = self._record.with_suffix(".part")
        part.write_text(json.dumps({"setting": self._setting, "pages": self._made}), encoding="utf-8")
        part.replace(self._record)


def digest_of(paths: Iterable[Path], *more: str) -> str:
    """A digest of files and words: of everything a theme is made of."""
    whole = hashlib.sha256("\0".join(more).encode())
    for path in sorted(paths):
        whole.update(f"{path}\0".encode())
        whole.update(path.read_bytes())
    return whole.hexdigest()


def _read(record: Path, setting: str) -> dict[str, tuple[str, str]]:
    try:
        data = json.loads(record.read_bytes())
        pages = data["pages"] if data["setting"] == setting else {}
        return {address: (made_from, digest) for address, (made_from, digest) in pages.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
