"""Pages that the theme would make the same as last time are taken from the old site."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

from wawla.publishing.page import Page
from wawla.runtime.atomic_write import atomic_write
from wawla.runtime.seal import unwrap, wrap

PageStamp = tuple[str, str]
"""What is remembered of a page: a digest of what it was made from, and one of its file."""


class PageReuse:
    """The site as it was built before, and a record of what each of its pages was made from.

    The record holds a digest of each file too, and is sealed: a page that was changed by hand, by another program or
    with the record of somebody else is made anew.
    """

    def __init__(self, site: Path, record: Path, setting: str) -> None:
        self._site, self._record, self._setting = site, record, setting
        self._known = _read_stamps(record, setting) if setting else {}
        self._made: dict[str, PageStamp] = {}
        self.menu = ""
        """What every page shows of the navigation; it is known only when all pages are."""

    def take(self, page: Page, target: Path) -> bool:
        """Put the finished file of a page at `target` too, where nothing that it is made from has changed."""
        known = self._known.get(page.address)
        file = self._site / page.address / "index.html"
        try:
            if known is None or known != self.kept(page, file):
                return False
        except OSError:  # it is gone
            return False
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            target.hardlink_to(file)
        except (OSError, NotImplementedError):  # another disk, or a system that has no links
            shutil.copy2(file, target)
        return True

    def kept(self, page: Page, file: Path) -> PageStamp:
        """What there is to remember of a page and its finished file."""
        made_from = hashlib.sha256(f"{self.menu}{page!r}".encode()).hexdigest()
        return made_from, hashlib.sha256(file.read_bytes()).hexdigest()

    def keep(self, address: str, remembered: PageStamp) -> None:
        """Remember this of the page with this address."""
        self._made[address] = remembered

    def save(self) -> None:
        """Write the record for the next build."""
        data = json.dumps({"setting": self._setting, "pages": self._made}).encode()
        atomic_write(self._record, wrap(self._record.name, data))


def _read_stamps(record: Path, setting: str) -> dict[str, PageStamp]:
    try:
        data = json.loads(unwrap(record.name, record.read_bytes()) or b"")
        pages = data["pages"] if data["setting"] == setting else {}
        return {address: (made_from, content) for address, (made_from, content) in pages.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
