"""The help pages: one for each rule and fault, their list, and every field an author may write."""

from __future__ import annotations

from collections.abc import Iterator

from wawla.checking.rulebook import DOCUMENTED_MODELS, RuleHelp, fields_of, rule_helps
from wawla.model.findings import help_address
from wawla.model.outline import Section
from wawla.publishing.page import Page
from wawla.publishing.templating import html_of

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
    "PUB": "The publisher",
    "RND": "Rendering",
    "SCH": "Fields",
    "SER": "Series",
    "SIT": "Pages of the site",
    "SET": "Settings of the rules",
    "SKP": "Skips",
    "SRC": "Sources",
    "TOL": "Tools",
    "TXT": "Text",
    "VOC": "Words of the vocabulary",
    "YML": "Front matter",
}


def help_pages() -> Iterator[Page]:
    """The help pages: one for each code, their list, the fields, and the way in."""
    groups: dict[str, list[RuleHelp]] = {}
    for rule_help in rule_helps().values():
        groups.setdefault(_GROUPS.get(rule_help.code[:3], rule_help.code[:3]), []).append(rule_help)
        address = help_address(rule_help.code)
        html = html_of("rule_help.html", address, rule_help=rule_help)
        title = f"{rule_help.code}: {rule_help.title}"
        yield Page(f"{address}index.md", title, rule_help.statement, html, kind="help")
    title, description = "Rules", "Every rule that the checker knows, what it asks, and why."
    html = html_of(
        "rule_helps.html", "help/rules/", title=title, description=description, groups=groups, help_address=help_address
    )
    outline = tuple(Section(2, f"_{index}", name) for index, name in enumerate(groups))
    yield Page("help/rules/index.md", title, description, html, outline, kind="help")
    title, description = "What you may write", "Every field of every kind of file, with an example."
    written = {word: (where, list(fields_of(part))) for word, (where, part) in DOCUMENTED_MODELS.items()}
    html = html_of("fields.html", "help/fields/", title=title, description=description, written=written)
    outline = tuple(Section(2, f"_{index}", word.capitalize()) for index, word in enumerate(written))
    yield Page("help/fields/index.md", title, description, html, outline, kind="help")
    title, description = "Help for authors and editors", "How a piece is written, checked and put right."
    html = html_of("help.html", "help/", title=title, description=description, codes=len(rule_helps()))
    yield Page("help/index.md", title, description, html, kind="help")
