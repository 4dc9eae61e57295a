"""What must not go to press but as a sample: a contact that nobody reads, and addresses that lead nowhere."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from wawla.model import Publisher
from wawla.model.addresses import is_reserved
from wawla.printing.typesetting.job import Document

_ADDRESS = re.compile(r"https?://[^\s\"'<>()]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_HOST = re.compile(r"(?:https?://|[^@]*@)([^/:?#]*)")
_MOST_NAMED = 5


def example_addresses(book: Document, publisher: Publisher | None) -> Iterator[str]:
    """What of a book nobody would answer, in sentences. Imprint, notes and the code on the back are all in its HTML."""
    if publisher and publisher.contact and not publisher.live_contact:
        yield (
            f"the contact {publisher.contact} is an example, which nobody reads; name one in series/publisher.yml that"
            " somebody does"
        )
    found: dict[str, str] = {}
    for address in _ADDRESS.findall(html.unescape(book.html)):
        if (host := _HOST.match(address)) and is_reserved(address):
            found.setdefault(host[1].lower(), address.rstrip(".,;:"))
    for address in list(found.values())[:_MOST_NAMED]:
        yield f"{address} would be printed, and its host is reserved for examples: nobody could go there"
