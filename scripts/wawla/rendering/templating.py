"""Templates, in which everything printed is escaped, unless rendering or a template made it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from wawla.model import KINDS, LEADING, wording
from wawla.model.typography import typographic


@cache
def environment_of(folder: Path) -> Environment:
    """The templates of this folder, with the publication's ways of saying things as filters and globals."""
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=_set_in_type,
    )
    environment.filters |= {
        "when": wording.when,
        "day": wording.day,
        "listed": wording.listed,
        "counted": wording.counted,
        "capital": wording.capital,
        "file_size": wording.file_size,
        "label": wording.label,
        "written_by": wording.written_by,
        "inside": wording.inside,
        "practice_of": wording.practice_of,
        "practice_in": wording.practice_in,
        "on_day": wording.on_day,
        "first_published": wording.first_published,
        "source_line": wording.source_line,
        "ended": wording.ended,
        "source_year": wording.source_year,
        "with_code": _with_code,
    }
    environment.globals |= {
        "KINDS": KINDS,
        "LEADING_KINDS": LEADING,
        "numbered": wording.numbered,
        "edition_name": wording.edition_name,
        "THE_EDITORS": wording.THE_EDITORS,
    }
    return environment


def _set_in_type(value: object) -> object:
    """Text as it is set in print. HTML, and text that a template escapes itself, such as code, stay as they are."""
    return typographic(value) if type(value) is str else value


def _with_code(text: str) -> Markup:
    """Text of a help page, with what stands between backticks as code."""
    parts = text.split("`")
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if index % 2 else escape(typographic(part, parts[index - 1][-1:] or " "))
        for index, part in enumerate(parts)
    )
