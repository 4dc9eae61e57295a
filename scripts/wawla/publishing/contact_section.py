"""What pages of docs/ say of whom a reader can ask or tell: made from the publisher's data, so that it is true here."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from wawla.model import Publisher
from wawla.model.outline import Section
from wawla.publishing.corrections import corrections_go_to
from wawla.publishing.templating import html_of

_ANCHOR = "_contact"


@dataclass(frozen=True)
class _PageSection:
    title: str
    is_first: bool
    """Whether it stands before what people wrote, or after it."""


_SECTIONS = {
    "accessibility": _PageSection("Feedback and contact information", True),
    "contribute": _PageSection("Where to send it", True),
    "privacy": _PageSection("Questions and corrections", False),
}
"""By the page of docs/."""


def with_contact_section(
    slug: str, publisher: Publisher | None, body: str, outline: tuple[Section, ...]
) -> tuple[Markup, tuple[Section, ...]]:
    """The body and the outline of a page with that section; as they are where the page has none."""
    section, written = _SECTIONS.get(slug), Markup(body)  # noqa: S704 - safe HTML, as it was rendered
    if section is None:
        return written, outline
    html = html_of(
        "contact.html",
        f"{slug}/",
        slug=slug,
        anchor=_ANCHOR,
        title=section.title,
        publisher=publisher,
        goes_to=corrections_go_to(publisher),
    )
    own = (Section(2, _ANCHOR, section.title),)
    return (html + written, (*own, *outline)) if section.is_first else (written + html, (*outline, *own))
