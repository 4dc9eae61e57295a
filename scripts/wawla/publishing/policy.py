"""What a browser may do with our pages: the Content-Security-Policy (W3C, CSP Level 3), in the page and as a header."""

from __future__ import annotations

from wawla.publishing.page import Asset

_SOURCES = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",  # the search is a program in WebAssembly
    "style-src": "'self' 'unsafe-inline'",  # each page brings the colour of its edition
    "img-src": "'self' data:",  # the theme's icons
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}
PAGE_POLICY = "; ".join(f"{name} {sources}" for name, sources in _SOURCES.items())
"""What stands in every page. No script is inline, so nothing that an author wrote could ever run as one."""

_HEADERS = {
    "Content-Security-Policy": f"{PAGE_POLICY}; frame-ancestors 'none'",  # this last is heard as a header only
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def headers_file() -> Asset:
    """The headers of every page, in the form that hosts of static sites read: `_headers`."""
    lines = "".join(f"  {name}: {value}\n" for name, value in _HEADERS.items())
    return Asset("_headers", f"/*\n{lines}".encode())
