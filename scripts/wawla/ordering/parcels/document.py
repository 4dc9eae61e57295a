"""A document of a pack, as HTML that the typesetter makes a PDF of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wawla.model.printing import TRIMS
from wawla.rendering.templating import environment_of

A4 = TRIMS["A4"]
"""Width and height in millimetres (ISO 216)."""
_HERE = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class PackDocument:
    """One document, ready to be set. Its style sheet is in its HTML."""

    name: str
    """The name of its file, without ending."""
    title: str
    html: str
    width: float
    """In millimetres, as the height."""
    height: float
    day: str
    """The day its content carries, as YYYY-MM-DD."""


Typeset = Callable[[Sequence[PackDocument], Path], list[bytes]]
"""Makes the PDF of every paper, in their order. What is written on the way, which holds names and addresses, is written
to the folder, which is the pack's own. Raises WawlaError where one cannot be set."""


def a4(name: str, title: str, day: str, template: str, **values: Any) -> PackDocument:
    """A document on A4 from one of our templates."""
    html = environment_of(_HERE).get_template(template).render(title=title, **values)
    return PackDocument(name, title, html, *A4, day)
