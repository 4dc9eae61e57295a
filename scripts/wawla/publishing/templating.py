"""The HTML of pages, from templates."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from wawla.publishing.page import shelf_address
from wawla.reading.linking import relative
from wawla.rendering.templating import environment_of


@cache
def _environment() -> Environment:
    environment = environment_of(Path(__file__).parent / "templates")
    environment.globals["shelf_address"] = shelf_address
    return environment


def html_of(template: str, address: str, **values: Any) -> Markup:
    """The HTML a template makes of these values, for the page with this address; `to` leads there from it."""
    made = (
        _environment()
        .get_template(template)
        .render(address=address, to=lambda target: relative(target, address), **values)
    )
    return Markup(made)  # noqa: S704 - the template has escaped what is text
