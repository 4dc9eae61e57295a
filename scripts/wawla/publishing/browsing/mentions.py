"""Where a network is spoken of: what names it in so many words, or leads to one of its accounts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wawla.model import Account, Edition, Network, Piece
from wawla.model.wording import listed
from wawla.publishing.site import SiteContext
from wawla.reading.linking import resolve

_BRACKETS = re.compile(r" *\(([^()]*)\)")
_WORD = re.compile(r"\w+")
_ABBREVIATION = re.compile(r"[A-Z0-9]{3,}")


@dataclass(frozen=True)
class Mention:
    """A piece or an edition that speaks of a network, and how."""

    entry: Piece | Edition
    reason: str
    """'names it', 'leads to ‘Enquiry groups’'."""


def mentions(site: SiteContext) -> Mapping[str, list[Mention]]:
    """By the key of the network, editions first, then by title. A network's own accounts are not among them."""
    glossary = site.library.glossary
    names = {name: key for key, network in site.published.networks.items() for name in names_of(network, glossary)}
    by_first_word: dict[str, list[str]] = {}
    for name in names:
        by_first_word.setdefault(_WORD.findall(name)[0], []).append(name)
    accounts = {account.path: account for key in site.published.networks for account in site.published.accounts_of(key)}
    found: dict[str, list[Mention]] = {}
    entries: list[Piece | Edition] = [*site.library.editions.values(), *site.published.by_title]
    for entry in entries:
        named = {names[name] for name in _networks_named(entry, by_first_word)}
        linked = _networks_linked(entry, accounts)
        for key in (named | linked.keys()) - {getattr(entry, "network", "")}:
            titles = [f"‘{title}’" for title in linked.get(key, [])]
            titles = ["its account"] if titles and len(site.published.accounts_of(key)) == 1 else titles
            reasons = ["names it"] * (key in named) + [f"leads to {listed(titles)}"] * bool(titles)
            found.setdefault(key, []).append(Mention(entry, " and ".join(reasons)))
    return found


def names_of(network: Network, glossary: Mapping[str, object]) -> Iterator[str]:
    """The names a text may call a network by that can mean nothing else.

    Its title; the title without what stands in brackets, and without an abbreviation at its end; and an abbreviation
    in brackets. A name of one common word is left out: 'Excel' may be a program, and 'Hartlepool' is a town.
    """
    title = " ".join(network.title.replace("’", "'").split())
    bare = _BRACKETS.sub("", title)
    start, _, end = bare.rpartition(" ")
    for name in dict.fromkeys((title, bare, start if end in glossary else "")):
        if len(_WORD.findall(name)) > 1:
            yield name
    yield from (name for name in _BRACKETS.findall(title) if _ABBREVIATION.fullmatch(name))


def _networks_named(entry: Piece | Edition, by_first_word: Mapping[str, list[str]]) -> set[str]:
    """The names that stand in an entry as words; of two names that overlap, the longer."""
    text = f"{entry.title}\n{entry.summary}\n{entry.body.plain}".replace("’", "'")
    words = set(_WORD.findall(text))
    names = [name for word in words & by_first_word.keys() for name in by_first_word[word]]
    if not (names := [name for name in names if words.issuperset(_WORD.findall(name))]):
        return set()
    choice = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(names, key=len, reverse=True))
    return {" ".join(name.split()) for name in re.findall(rf"(?<!\w)(?:{choice})(?!\w)", text)}


def _networks_linked(entry: Piece | Edition, accounts: Mapping[str, Account]) -> dict[str, list[str]]:
    """The titles of accounts that the body leads to, once each, by the key of their network."""
    paths = dict.fromkeys(resolve(entry.path, link.target.text).path for link in entry.body.links)
    found: dict[str, list[str]] = {}
    for account in (accounts[path] for path in paths if path and path in accounts):
        found.setdefault(account.network, []).append(account.title)
    return found
