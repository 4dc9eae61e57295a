"""Where things stand in a publication: which model a path has, and which files stand where nothing reads them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from wawla.model import (
    EDITION_LISTS,
    Abbreviation,
    Accessibility,
    Edition,
    Entry,
    Initiative,
    Located,
    Network,
    Printing,
    Publisher,
    RuleSettings,
    Series,
    SitePage,
    Source,
    Vocabulary,
)
from wawla.model.faults import fault
from wawla.model.fields import SLUG
from wawla.model.findings import Finding, Place
from wawla.reading.tree import THEME, Tree

NETWORKS, SOURCES = "accounts_of_practice/networks.yml", "series/sources.yml"
GLOSSARY, INITIATIVES = "series/glossary.yml", "series/initiatives.yml"
VOCABULARY, PUBLISHER = "series/vocabulary.yml", "series/publisher.yml"
RULES = "series/rules.yml"
ACCESSIBILITY = "docs/accessibility.yml"
ASSETS = "docs/assets/"
"""The folder of the style sheets, scripts and pictures that are the site's own."""
REGISTERS: dict[str, type[Located]] = {
    NETWORKS: Network,
    SOURCES: Source,
    GLOSSARY: Abbreviation,
    INITIATIVES: Initiative,
}
"""Files that hold many entries of one model."""
SINGLES: dict[str, type[Located]] = {
    VOCABULARY: Vocabulary,
    PUBLISHER: Publisher,
    RULES: RuleSettings,
    ACCESSIBILITY: Accessibility,
}
"""Files that hold one instance of a model."""
SERIES = re.compile(r"series/[^/]+/series\.yml")
PRINTINGS = re.compile(r"series/[^/]+/[^/]+/printings\.yml")
"""The printings of an edition, each an item of a list."""
PRINTED = re.compile(r"(series/[^/]+/[^/]+)/printings/([1-9][0-9]{0,2})\.pdf")
"""The file of a printing: the folder of its edition, and its number."""
_AMONG_PRINTED = re.compile(r"(series/[^/]+/[^/]+)/printings/.+")
PROFILE = re.compile(r"(series/[^/]+)/[^/]+\.ic[cm]")
"""A printer's profile, and the folder of its series."""
_ENTRIES: tuple[tuple[re.Pattern[str], type[Entry]], ...] = (
    *(
        (re.compile(rf"{each.parent('series/[^/]+/[^/]+')}/[^/]+/index\.md"), each.model)
        for each in EDITION_LISTS.values()
    ),
    (re.compile(r"series/[^/]+/[^/]+/index\.md"), Edition),
    (re.compile(r"docs/(?!index\.md)[a-z0-9]+(-[a-z0-9]+)*\.md"), SitePage),
)
SCHEMA = "series/edition.schema.json"
"""Made by `wawla schema`; nothing reads it here."""
_LOOK = (ASSETS, THEME)
"""Everything in them is published as it is, but for the theme's templates."""
_OF_THE_LOOK = (".css", ".js", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".ico", ".woff2", ".txt")
ADDRESS = re.compile(SLUG)
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")


def model_of(path: str) -> type[Entry] | None:
    """The model of the Markdown file at this path; None where no piece, edition or page stands there."""
    return next((model for pattern, model in _ENTRIES if pattern.fullmatch(path)), None)


def edition_folder(path: str) -> str:
    """The folder of the edition to which a piece, or a file or folder of it, belongs; '' where it belongs to none."""
    parts = path.split("/")
    return "/".join(parts[:3]) if parts[0] == "series" and len(parts) > 2 else ""


def register_of(path: str) -> type[Located] | None:
    """The model of the entries in the register at this path; None where it is no register."""
    return Printing if PRINTINGS.fullmatch(path) else REGISTERS.get(path)


def single_of(path: str) -> type[Located] | None:
    """The model that the file at this path holds one instance of; None where it is no such file."""
    return Series if SERIES.fullmatch(path) else SINGLES.get(path)


def misplaced(tree: Tree, profiles: Collection[str] = ()) -> Iterator[Finding]:
    """Files that nothing reads, folders that lack their text, and names that no address can hold.

    `profiles` are the paths of the profiles that a series prints with.
    """
    folders: set[str] = set()
    for path in tree.sizes:
        folder, _, name = path.rpartition("/")
        if path.startswith(_LOOK):
            template = path.startswith(THEME) and path.endswith(".html")
            if not template and not path.lower().endswith(_OF_THE_LOOK):
                yield fault("FIL011", Place(path), f"{path} is of no kind that docs/assets/ or {THEME} holds")
            continue
        if path == SCHEMA:
            continue
        sibling_files = model_of(f"{folder}/index.md") is not None
        if path.lower().endswith(MARKDOWN):
            if model_of(path) is None:
                yield fault("FIL007", Place(path), f"{path} is not where a piece or an edition can stand")
        elif not sibling_files and path not in profiles and not _is_read(path):
            yield fault("FIL010", Place(path), *_stray(path))
        if printed := _AMONG_PRINTED.fullmatch(path):
            folders.add(printed[1])
        if sibling_files:
            folders |= {folder, edition_folder(folder) or folder}
            if not _FILE_NAME.fullmatch(name):
                yield fault("FIL009", Place(path), f"the name {name} cannot be used in an address")
    for folder in sorted(folders):
        if f"{folder}/index.md" not in tree.sizes:
            yield fault("FIL008", Place(folder), f"the folder {folder} has no index.md")
        for part in folder.split("/")[1:]:
            if not ADDRESS.fullmatch(part):
                yield fault("FIL009", Place(folder), f"the folder name {part} cannot be used in an address")


def _is_read(path: str) -> bool:
    return bool(register_of(path) or single_of(path) or PRINTED.fullmatch(path))


def _stray(path: str) -> tuple[str, str]:
    """What is said of a file that nothing reads, and what to do where there is more to say than of any other."""
    if _AMONG_PRINTED.fullmatch(path):
        hint = "`wawla approve` puts it there as 1.pdf, 2.pdf and so on; take everything else out of the folder"
        return f"{path} is not the file of a printing, which is named by its number", hint
    if PROFILE.fullmatch(path):
        name = path.rpartition("/")[2]
        return f"{path} is a profile that its series does not print with", (
            f"name it in series.yml, as `profile: {name}` under `print:`, or remove it"
        )
    return f"{path} stands where nothing reads it", ""
