"""What readers may see of a publication today: pieces that are no drafts, and pictures that somebody agreed to."""

from __future__ import annotations

from collections.abc import Iterator

from wawla.model import Edition, Entry, Output, Picture, Piece, Tool
from wawla.reading.library import Library
from wawla.reading.linking import resolve


def is_published(entry: Entry) -> bool:
    """Whether the site shows this entry: everything but drafts."""
    return not (isinstance(entry, Piece) and entry.draft)


def why_withheld(picture: Picture, library: Library, output: Output) -> str:
    """Why a picture may not be shown in this output today, in words; '' where it may."""
    if not picture.shows_people:
        return ""
    if picture.consent is None:
        return "nobody's consent to it is known"
    if library.today > picture.consent.until:
        return f"consent to it ended on {picture.consent.until:%d %B %Y}".replace(" 0", " ")
    if output not in picture.consent.scope:
        return f"consent to it does not cover {'the web' if output == 'web' else output}"
    return ""


def files_beside(entry: Entry, library: Library, output: Output) -> Iterator[str]:
    """Paths of the files that go beside a page: data, and those pictures that may be shown in this output today."""
    if not is_published(entry) or not isinstance(entry, Piece | Edition):
        return
    pictures = entry.pictures if isinstance(entry, Piece) else ()
    shown = {picture.file for picture in pictures if not why_withheld(picture, library, output)}
    used = {resolve(entry.path, link.target.text).path for link in entry.body.links}
    used.add(f"{entry.folder}/{entry.data}" if isinstance(entry, Tool) else None)
    for path in entry.sibling_files:
        if path.rpartition("/")[2] in shown or (path.lower().endswith(".csv") and path in used):
            yield path
