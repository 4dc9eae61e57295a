"""Made-up editions of a wanted length to measure print with: accounts with lists, notes, links, tables and pictures."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from generate import Prose
from PIL import Image
from publications import publications

from wawla.building.pipeline import prepare_print
from wawla.model import Edition
from wawla.printing.make_pdfs import make_pdfs, screen_job
from wawla.printing.print_input import PrintInput

TODAY = dt.date(2026, 1, 1)
BASE = "https://publisher.example/"
ACCOUNTS = 72
"""More than the longest edition needs."""
PAGES_WITHOUT, PAGES_EACH, SHEET = 18, 4.2, 4
"""About how long an edition is without accounts, and how much longer it is with each; and the pages of a sheet."""
PICTURE = (1600, 1067)
"""A photograph as it comes from a camera or telephone and was made smaller for sending."""


def editions(lengths: Sequence[int], space: Path) -> tuple[Path, dict[int, str]]:
    """A publication with an edition of about so many pages each: its folder, and the folders of the editions."""
    root = space / "wawla-print"
    folders = {length: f"series/bench/edition-{number}" for number, length in enumerate(sorted(lengths), 1)}
    if not root.is_dir():
        publications(root, space / "plain-print", ACCOUNTS)
        for number, account in enumerate(sorted((root / "accounts_of_practice").glob("*/index.md"))):
            furnish(account, number)
        for number, tool in enumerate(sorted((root / "tools").glob("*/index.md"))):
            write_in(tool, worksheet(Prose(f"sheet {number}")))
        for folder in folders.values():
            index = root / folder / "index.md"
            index.write_text(introduced(index.read_text(encoding="utf-8")), encoding="utf-8")
    print_input = print_input_of(root)
    names = sorted(account.slug for account in print_input.library.accounts)
    for length, folder in folders.items():
        index = root / folder / "index.md"
        listed = long_enough(length, folder, names, print_input, space / "cache-of-lengths")
        entries = "".join(f"  - {name}\n" for name in listed)
        text = re.sub(
            r"^accounts:\n(  - .*\n)+", f"accounts:\n{entries}", index.read_text(encoding="utf-8"), flags=re.M
        )
        index.write_text(text, encoding="utf-8")
    return root, folders


def print_input_of(root: Path) -> PrintInput:
    """What its books are made from. Stops the whole benchmark where there is none."""
    checked, print_input = prepare_print(root, root / ".cache", TODAY, BASE)
    if print_input is None:
        raise SystemExit("\n".join(f"{each.place.path}: {each.message}" for each in checked.findings[:10]))
    return print_input


def edition_at(folder: str, print_input: PrintInput) -> Edition:
    """The edition in a folder."""
    return next(edition for edition in print_input.library.editions.values() if edition.folder == folder)


def long_enough(pages: int, folder: str, names: Sequence[str], print_input: PrintInput, cache: Path) -> list[str]:
    """The first so many accounts that make the edition as long as is wanted, or nearly.

    It is set with as many as should do, and then with more or fewer, by the pages that it lacks. A sheet has four
    pages: it may be that one account less is too short and one more too long.
    """
    tried: dict[int, int] = {}
    count = next_count(pages, {0: PAGES_WITHOUT}, len(names))
    while count not in tried:
        edition = edition_at(folder, print_input).model_copy(update={"accounts": tuple(names[:count])})
        made = make_pdfs([screen_job(edition, print_input)], cache)
        if not made.pdfs or made.findings:
            raise SystemExit("\n".join(each.message for each in made.findings))
        tried[count] = made.pdfs[0].result.pages
        count = next_count(pages, tried, len(names))
    return list(names[:count])


def next_count(pages: int, tried: Mapping[int, int], most: int) -> int:
    """How many accounts to try next, when other numbers made so many pages; the best of those where none is better."""
    best = min(tried, key=lambda count: (abs(tried[count] - pages), count))
    short = pages - tried[best]
    if abs(short) < SHEET:
        return best
    return min(max(best + (round(short / PAGES_EACH) or (1 if short > 0 else -1)), 1), most)


def furnish(account: Path, number: int) -> None:
    """Add what real accounts have and generated ones have not: a list, a link to elsewhere, and sometimes a picture."""
    prose = Prose(f"furnish {number}")
    points = "\n".join(f"- {prose.sentence()}" for _ in range(4))
    more = f"{prose.sentence()}\n\n{points}\n\n"
    if number % 2:
        more += f"{prose.sentence()[:-1]} in [what others wrote](https://example.org/{number}/).\n\n"
    if number % 4 == 0:
        more += f"![](photograph.jpg)\n\n{prose.paragraph()}\n\n"
        photograph(number).save(account.with_name("photograph.jpg"), quality=85)
        about = f"alt: {prose.sentence()}\n    credit: A network\n    shows_people: false\n"
        text = account.read_text(encoding="utf-8")
        pictures = f"pictures:\n  - file: photograph.jpg\n    {about}"
        account.write_text(text.replace("---\n\n", f"{pictures}---\n\n", 1), encoding="utf-8")
    write_in(account, more)


def introduced(edition: str) -> str:
    """An edition with the first two paragraphs of its text: introductions are short."""
    front, body = edition.split("---\n\n", 1)
    return f"{front}---\n\n" + "\n\n".join(body.split("\n\n")[:3]) + "\n"


def write_in(piece: Path, more: str) -> None:
    """Put more text before the last paragraph of a piece."""
    text = piece.read_text(encoding="utf-8")
    paragraph = re.compile(r"^[A-Z](?=.* .*\.$)", re.M)
    at = max(match.start() for match in paragraph.finditer(text))
    piece.write_text(text[:at] + more + text[at:], encoding="utf-8")


def worksheet(prose: Prose) -> str:
    """A table to be written in."""
    rows = "".join(f"| {' '.join(prose.words(4))} | | |\n" for _ in range(6))
    return f"{prose.sentence()}\n\n| Question | Who | By when |\n| --- | --- | --- |\n{rows}\n"


def photograph(number: int) -> Image.Image:
    """A picture that is as hard to compress as a photograph: soft shapes, with some grain."""
    dots = random.Random(number).randbytes  # noqa: S311 - the same each time, and no secret
    picture = partial(Image.frombytes, "RGB")
    soft = picture((24, 16), dots(24 * 16 * 3)).resize(PICTURE, Image.Resampling.BICUBIC)
    grain = picture((800, 533), dots(800 * 533 * 3)).resize(PICTURE, Image.Resampling.BICUBIC)
    return Image.blend(soft, grain, 0.08)
