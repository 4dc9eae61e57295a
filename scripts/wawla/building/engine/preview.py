"""What the preview answers: requests from this machine alone, and whatever path they ask for.

Any page in a browser can have its own name lead to 127.0.0.1, and then read what is served there (DNS rebinding); the
name stands in the header Host.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Iterable
from typing import Any

from wawla.model.errors import WawlaError

WsgiApp = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


_ADDRESS = re.compile(r"(\[[^\[\]]*\]|[^\[\]:]*)(?::(\d+))?")


def split_address(address: str) -> tuple[str, str]:
    """Host and port of an address such as 127.0.0.1:8000, localhost or [::1]:8000; '' for what it does not say."""
    found = _ADDRESS.fullmatch(address)
    return (found[1].strip("[]"), found[2] or "") if found else ("", "")


def is_loopback(host: str) -> bool:
    """Whether a host is this machine to itself, under a name that nobody else can give."""
    try:
        return host.lower() == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def loopback_address(address: str) -> tuple[str, int]:
    """Host and port of an address that is this machine to itself. Raises WawlaError where it is no such address."""
    host, port = split_address(address)
    if not is_loopback(host):
        raise WawlaError(f"The preview is for this machine alone, and {address} is not: name 127.0.0.1 or localhost.")
    if not port or len(port) > len("65535") or not 1 <= int(port) <= 65535:
        raise WawlaError(f"{address} names no port from 1 to 65535: name one, as in 127.0.0.1:8000.")
    return host, int(port)


def for_this_machine(app: WsgiApp) -> WsgiApp:
    """The same application, which refuses requests for other hosts and finds nothing at a path with a NUL in it."""

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        host, port = split_address(environ.get("HTTP_HOST", ""))
        if not is_loopback(host) or port not in ("", environ["SERVER_PORT"]):
            start_response("403 Forbidden", [("Content-Type", "text/plain; charset=utf-8")])
            return [b"The preview is for this machine alone. Go to it as localhost or 127.0.0.1, with its port.\n"]
        no_file = environ["PATH_INFO"].replace("\0", "?")  # a name with a NUL could not even be looked for
        return app({**environ, "PATH_INFO": no_file}, start_response)

    return answer
