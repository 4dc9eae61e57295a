"""A folder served as hosts of static sites serve one, with a record of every body that went out."""

from __future__ import annotations

import gzip
import hashlib
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".xml": "application/xml",
    ".txt": "text/plain; charset=utf-8",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}
PRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt")
"""Sent in gzip, as hosts do. Fonts and pictures are pressed already, and so is all that Pagefind has made."""


class Sent(NamedTuple):
    """One body: the path that was asked for, its bytes on the way, and when it set off, in seconds of the epoch."""

    path: str
    size: int
    at: float


class Body(NamedTuple):
    """What is sent for a path."""

    data: bytes
    type: str
    pressed: bool
    tag: str


@dataclass
class Host:
    """A folder, where it is served, and what was sent from it."""

    folder: Path
    address: str = ""
    sent: list[Sent] = field(default_factory=list)
    bodies: dict[str, Body] = field(default_factory=dict)

    def body(self, path: str) -> Body | None:
        """What is sent for a path; None where there is nothing. Each is read and pressed once."""
        if path not in self.bodies:
            file = self.folder / unquote(path).lstrip("/")
            file = file / "index.html" if path.endswith("/") else file
            if not file.is_file():
                return None
            pressed = file.suffix in PRESSED
            data = gzip.compress(file.read_bytes(), 6, mtime=0) if pressed else file.read_bytes()
            tag = f'"{hashlib.sha256(data).hexdigest()[:16]}"'
            self.bodies[path] = Body(data, TYPES.get(file.suffix, "application/octet-stream"), pressed, tag)
        return self.bodies[path]

    def since(self, mark: int, until: float = float("inf")) -> list[Sent]:
        """What was sent after the first `mark` bodies, and set off before `until`."""
        return [each for each in self.sent[mark:] if each.at <= until]


class _Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, host: Host) -> None:
        self.host = host
        super().__init__(*arguments)

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        body = self.host.body(path)
        held = body is not None and self.headers.get("If-None-Match") == body.tag
        data = b"" if body is None or held else body.data
        self.send_response(404 if body is None else 304 if held else 200)
        if body:
            self.send_header("Content-Type", body.type)
            self.send_header("ETag", body.tag)
            self.send_header("Cache-Control", "max-age=600")  # what GitHub Pages says
            if body.pressed:
                self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.host.sent.append(Sent(path, len(data), time.time()))
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, *_: object) -> None:
        """A browser that is closed lets go of its connections, and nobody has to know."""


@contextmanager
def hosted(folder: Path) -> Iterator[Host]:
    """The folder at a free port of this machine while the block lasts."""
    host = Host(folder)
    with _Server(("127.0.0.1", 0), partial(_Answer, host=host)) as server:
        host.address = f"http://127.0.0.1:{server.server_port}/"
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield host
        server.shutdown()
