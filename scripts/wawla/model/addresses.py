"""Addresses that lead nowhere: hosts reserved for examples, tests and one's own machine."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

_RESERVED = frozenset(
    (
        *("test", "example", "invalid", "localhost"),  # RFC 2606 and RFC 6761
        *("example.com", "example.net", "example.org"),
        *("local", "internal", "home.arpa", "alt", "onion"),  # RFC 6762, ICANN 2024, RFC 8375, RFC 9476, RFC 7686
    )
)
"""Names under which nothing of the public internet can ever stand."""


def is_reserved(address: str) -> bool:
    """Whether no stranger can reach an address: a URL, an e-mail address or a bare host.

    So are reserved names and all under them, hosts without a dot, and numbers that are not public. An address that
    cannot be read is reserved too: it leads nowhere.
    """
    try:
        host = urlsplit(address).hostname if "//" in address else address.rpartition("@")[2].partition(":")[0]
        host = (host or "").rstrip(".").encode("idna").decode().lower()
    except ValueError:
        return True
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        labels = host.split(".")
        return len(labels) < 2 or any(".".join(labels[at:]) in _RESERVED for at in range(len(labels)))


def public(address: str) -> str:
    """The address, where strangers can reach it; '' where its host is reserved, or there is none."""
    return "" if is_reserved(address) else address
