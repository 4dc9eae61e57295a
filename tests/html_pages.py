"""Finished pages as a browser reads them, for tests of whole sites."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib

FETCHED = {"src", "srcset", "poster", "data", "action", "formaction", "background", "manifest", "ping"}


@cache
def parsed(path: Path) -> tuple[Element, list[object]]:
    """A page as a browser reads it, and the faults of its HTML."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(path.read_text(encoding="utf-8"))
    return tree, [(place, fault, facts) for place, fault, facts in parser.errors]


def documents_of(site: Path) -> dict[str, Element]:
    """Every page in the folder of a site, by its path there."""
    return {path.relative_to(site).as_posix(): parsed(path)[0] for path in sorted(site.rglob("*.html"))}


def links(page: Element) -> Iterator[tuple[str, str, str]]:
    """The tag, the attribute and the address of everything a page leads to or fetches."""
    for element in page.iter():
        if isinstance(element.tag, str) and element.get("rel", "").startswith("schema."):
            continue  # the name of a vocabulary, which looks like an address
        for name in (*FETCHED, "href"):
            if isinstance(element.tag, str) and (value := element.get(name)) is not None:
                each = [part.split()[0] for part in value.split(",")] if name == "srcset" else [value]
                yield from ((element.tag, name, address) for address in each)
