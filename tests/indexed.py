"""What Pagefind wrote down of a site's pages, read back for tests."""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from wawla.model.typography import typographic
from wawla.publishing.site import SiteContext

_SIGNATURE = b"pagefind_dcd"
_HIDDEN = re.compile(r"`~[^\s~]*~\*")
"""Forms that a word is found by, which no reader sees."""


@dataclass(frozen=True)
class Indexed:
    """One page of the index: its address without a leading slash, the text it is found by, and its filters."""

    address: str
    title: str
    text: str
    facets: dict[str, list[str]]


def indexed(site: Path) -> dict[str, Indexed]:
    """Every page in the index of a built site, by address."""
    return {page.address: page for page in _read(site)}


def _read(site: Path) -> Iterator[Indexed]:
    for path in sorted((site / "pagefind/fragment").iterdir()):
        data = gzip.decompress(path.read_bytes())
        if not data.startswith(_SIGNATURE):
            raise ValueError(f"{path.name} has another form than this version of Pagefind writes")
        page = json.loads(data.removeprefix(_SIGNATURE))
        yield Indexed(
            page["url"].removeprefix("/"), _seen(page["meta"]["title"]), _seen(page["content"]), page["filters"]
        )


def _seen(text: str) -> str:
    return _HIDDEN.sub("", text)


def expected_facets(site: SiteContext) -> dict[str, dict[str, Counter[str]]]:
    """What a search should know of every piece and published edition, worked out from what their authors wrote."""
    library = site.library
    kinds = {"think-piece": "Think piece", "account": "Account of practice", "tool": "Development tool"}
    found: dict[str, dict[str, Counter[str]]] = {}

    def capitals(words: object) -> Counter[str]:
        return Counter(word[0].upper() + word[1:] for word in words)

    def place(editions: list) -> dict[str, Counter[str]]:
        series = [library.series[edition.series_slug] for edition in editions]
        names = [
            f"{s.short_title} {s.number_word.lower()} {e.number}: {typographic(e.title)}"
            for e, s in zip(editions, series, strict=True)
        ]
        return {"series": Counter({s.short_title for s in series}), "edition": Counter(names)}

    published = [edition for edition in library.editions.values() if edition.status == "published"]
    for piece in site.published.pieces:
        network = library.networks.get(getattr(piece, "network", None))
        listing = [e for e in published if piece.slug in (*e.think_pieces, *e.accounts, *e.tools)]
        found[f"{piece.folder}/"] = {
            "kind": Counter([kinds.get(piece.kind, "Data-set")]),
            "theme": capitals(piece.themes),
            "level": capitals(piece.levels),
            "phase": capitals(piece.phases),
            "region": Counter([network.region] if network and network.region else []),
            "network": Counter([network.title] if network else []),
            "year": Counter([piece.practice[:4]] if piece.practice else []),
            **place(listing),
        }
    for edition in published:
        found[f"{edition.folder}/"] = {"kind": Counter(["Edition"]), **place([edition])}
    return found
