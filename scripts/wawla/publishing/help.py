"""The help pages: one for each rule and fault, their list, and every field an author may write."""

from __future__ import annotations

from collections.abc import Iterator

from wawla.checking.rulebook import WRITTEN, Lesson, fields_of, lessons
from wawla.model.findings import help_address
from wawla.publishing.page import Page
from wawla.publishing.templating import html_of
from wawla.rendering.job import Section

_GROUPS = {
    "ACC": "Accounts",
    "ACS": "Accessibility",
    "BUN": "Files of a piece",
    "EDN": "Editions",
    "FIL": "Files",
    "LNK": "Links",
    "NET": "Networks",
    "PCE": "Pieces",
    "PIC": "Pictures",
    "PRN": "Printing",
    "PRV": "Privacy",
    "RND": "Rendering",
    "SCH": "Fields",
    "SER": "Series",
    "SKP": "Skips",
    "SRC": "Sources",
    "TOL": "Tools",
    "TXT": "Text",
    "VOC": "Words of the vocabulary",
    "YML": "Front matter",
}


def help_pages() -> Iterator[Page]:
    """The help pages: one for each code, their list, the fields, and the way in."""
    groups: dict[str, list[Lesson]] = {}
    for lesson in lessons().values():
        groups.setdefault(_GROUPS.get(lesson.code[:3], lesson.code[:3]), []).append(lesson)
        address = help_address(lesson.code)
        html = html_of("lesson.html", address, lesson=lesson)
        title = f"{lesson.code}: {lesson.title}"
        yield Page(f"{address}index.md", title, lesson.statement, html, kind="help")
    title, description = "Rules", "Every rule that the checker knows, what it asks, and why."
    html = html_of(
        "lessons.html", "help/rules/", title=title, description=description, groups=groups, help_address=help_address
    )
    outline = tuple(Section(2, f"_{index}", name) for index, name in enumerate(groups))
    yield Page("help/rules/index.md", title, description, html, outline, kind="help")
    title, description = "What you may write", "Every field of every kind of file, with an example."
    written = {word: (where, list(fields_of(part))) for word, (where, part) in WRITTEN.items()}
    html = html_of("fields.html", "help/fields/", title=title, description=description, written=written)
    outline = tuple(Section(2, f"_{index}", word.capitalize()) for index, word in enumerate(written))
    yield Page("help/fields/index.md", title, description, html, outline, kind="help")
    title, description = "Help for authors and editors", "How a piece is written, checked and put right."
    html = html_of("help.html", "help/", title=title, description=description, codes=len(lessons()))
    yield Page("help/index.md", title, description, html, kind="help")
