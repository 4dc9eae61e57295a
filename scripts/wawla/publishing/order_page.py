"""The order page: every edition with what can be had of it today, and the form that makes an order in the browser."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from wawla.model import Edition
from wawla.model.orders import MOST_COPIES, MOST_LINES, Order
from wawla.model.outline import Section
from wawla.publishing.page import Asset, Download
from wawla.publishing.printed_copies import PrintedCopies, printed_copies
from wawla.publishing.site import SiteContext
from wawla.publishing.templating import html_of
from wawla.reading.catalogue import CatalogueEntry, public_data

SLUG = "order"
"""The page of docs/ that the form is added to."""

_SCHEMA = Order.model_json_schema()
_NO_WORDS = {"format", "lines"}
"""Of the fields of an order, those that nobody writes."""
_SCRIPTED = {"_to", "_made"}
"""The headings that are hidden until order-page.js shows them, also in the contents of the page."""
_ROWS = {"address": 4, "note": 3}
"""The fields that may have several lines, and how many the form shows."""
_FILLED_IN = {
    "name": "name",
    "role": "organization-title",
    "organisation": "organization",
    "address": "street-address",
    "email": "email",
}
"""By which names browsers know what they can fill in (HTML, autofill; WCAG 2.2, 1.3.5)."""


@dataclass(frozen=True)
class FormField:
    """A field of the form, from the field of the order."""

    name: str
    title: str
    about: str
    example: str
    needed: bool
    most: int
    """The most characters."""
    pattern: str
    """What it must look like, where that is more than plain words; '' where it is not."""
    rows: int
    """0 where it has one line."""
    filled_in: str


@dataclass(frozen=True)
class Offer:
    """One edition on the order page."""

    title: CatalogueEntry
    edition: Edition
    anchor: str
    copies: PrintedCopies | None
    """Of the latest printing that stands; None without one."""
    pdf: Download | None
    mail: str
    """The address of a ready e-mail: an order, or 'tell me when'; '' where there is none, or nobody to read it."""


def order_anchor(edition: Edition) -> str:
    """Where an edition stands on the order page; an address that ends in # and this has it chosen already."""
    return f"_{edition.series_slug}.{edition.slug}"


def mailto(contact: str, subject: str, body: str) -> str:
    """The address that opens an e-mail, as RFC 6068 has it: every sign encoded, line breaks as %0D%0A."""
    words = quote(body.replace("\n", "\r\n"))
    return f"{_to(contact)}?subject={quote(subject)}&body={words}"


def _to(contact: str) -> str:
    return f"mailto:{quote(contact, safe='@')}"


def form_fields() -> list[FormField]:
    """The fields that a person fills in, in the order of the model."""
    return [_form_field(name, facts) for name, facts in _SCHEMA["properties"].items() if name not in _NO_WORDS]


def _form_field(name: str, facts: dict[str, Any]) -> FormField:
    return FormField(
        name=name,
        title=facts["title"],
        about=facts["description"],
        example=facts["examples"][0],
        needed=name in _SCHEMA["required"],
        most=facts["maxLength"],
        pattern=facts["pattern"] if name == "email" else "",
        rows=_ROWS.get(name, 0),
        filled_in=_FILLED_IN.get(name, "off"),
    )


def order_form(
    site: SiteContext, body: Markup | str, outline: tuple[Section, ...]
) -> tuple[Markup, tuple[Section, ...], tuple[str, ...]]:
    """The page as HTML, made round the body that people wrote; its outline; and the scripts that it uses."""
    orders = site.orders
    offers = [_offer(entry, site) for entry in orders.entries]
    offered = [each for each in offers if each.title in orders.offered]
    forthcoming = [each for each in offers if each.title.status == "forthcoming"]
    to_read = [each for each in offers if each not in offered and each not in forthcoming]
    headings = _headings(site, bool(offered), bool(to_read), bool(forthcoming))
    html = html_of(
        "order.html",
        f"{SLUG}/",
        site=site,
        body=body,
        publisher=site.library.publisher,
        contact=orders.contact,
        taken_by=orders.taken_by,
        to_desk=_to(orders.taken_by) if orders.taken_by else "",
        in_print=bool(orders.in_print),
        offered=offered,
        to_read=to_read,
        forthcoming=forthcoming,
        headings=headings,
        form_fields=form_fields(),
        most_copies=MOST_COPIES,
        most_lines=MOST_LINES,
        example=_words(offered[0].title, site, with_examples=True) if offered else "",
    )
    parts = tuple(Section(2, anchor, title, anchor in _SCRIPTED) for anchor, title in headings.items())
    return html, (*outline, *parts), ("order-page.js", "copy.js") if offered else ()


def _headings(site: SiteContext, offered: bool, to_read: bool, forthcoming: bool) -> dict[str, str]:
    """The headings of the page by their anchors; where nobody takes orders, in the words of an example."""
    taken, in_print = bool(site.orders.taken_by), bool(site.orders.in_print)
    made = {"_to": "Where the parcel goes", "_made": "Your order"}
    if not taken:
        made = {"_to": "Where a parcel would go", "_made": "Your example"}
    words = {"_words": "An order in your own mail program" if taken else "An order in words"}
    return {
        **({"_in-print": "Editions in print"} if in_print else {}),
        **({"_samples": "Samples to try an order with"} if offered and not in_print else {}),
        **({} if offered else {"_none": "Printed copies"}),
        **(made if offered else {}),
        **({"_unprinted": "Editions to read here"} if to_read else {}),
        **({"_forthcoming": "Forthcoming editions"} if forthcoming else {}),
        **(words if offered else {}),
    }


def order_files(site: SiteContext) -> list[Asset]:
    """The catalogue of what can be ordered, and the JSON Schema of an order."""
    files = {
        "catalogue.json": public_data(list(site.orders.entries)),
        "order.schema.json": {"$schema": "https://json-schema.org/draft/2020-12/schema", **_SCHEMA},
    }
    return [
        Asset(f"{SLUG}/{name}", (json.dumps(data, indent=2, ensure_ascii=False) + "\n").encode())
        for name, data in files.items()
    ]


def _offer(title: CatalogueEntry, site: SiteContext) -> Offer:
    edition = site.library.editions[title.folder]
    return Offer(
        title=title,
        edition=edition,
        anchor=order_anchor(edition),
        copies=next((each for each in printed_copies(edition, site) if not each.withdrawn), None),
        pdf=site.downloads.get(title.folder),
        mail=_mail(title, site),
    )


def _mail(title: CatalogueEntry, site: SiteContext) -> str:
    if title.status == "forthcoming" and site.orders.contact:
        asked = f"Please tell me when this edition can be ordered:\n\n{title.title}\n{title.reference}\n"
        return mailto(site.orders.contact, f"Tell me when: {title.reference}", asked)
    if title.status == "in print" and site.orders.taken_by:
        return mailto(site.orders.taken_by, f"Order: {title.reference}", _words(title, site))
    return ""


def _words(title: CatalogueEntry, site: SiteContext, with_examples: bool = False) -> str:
    """The words of an order of one edition, to be filled in, or as an example. The desk reads them as they stand."""
    lines = [f"Order for {site.title}", "", f"{title.reference}: {'20 copies' if with_examples else '1 copy'}", ""]
    for field in form_fields():
        said = field.example if with_examples else ""
        rest = [f"{field.title}:", *(f"  {line}" for line in said.split("\n"))]
        lines += rest if field.rows else [f"{field.title}: {said}"]
    return "\n".join(lines) + "\n"
