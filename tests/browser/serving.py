"""A built site, served on this machine as a static host would serve it."""

import functools
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from fnmatch import fnmatchcase
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO


def headers_of(folder: Path) -> list[tuple[str, str, str]]:
    """Pattern of addresses, name and value of every header in `_headers`: the form that Netlify and others read."""
    path, found, pattern = folder / "_headers", [], ""
    for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else ():
        if line.startswith("/"):
            pattern = line.strip()
        elif pair := re.fullmatch(r"\s+([\w-]+):\s*(.+)", line):
            found.append((pattern, pair[1], pair[2]))
    return found


class _Host(SimpleHTTPRequestHandler):
    def __init__(self, *arguments: object, headers: list[tuple[str, str, str]], directory: str) -> None:
        self.more = headers
        super().__init__(*arguments, directory=directory)

    def end_headers(self) -> None:
        for pattern, name, value in self.more:
            if fnmatchcase(self.path.partition("?")[0], pattern):
                self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            return super().send_error(code, message, explain)
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        return self.wfile.write(page.read_bytes())

    def copyfile(self, source: BinaryIO, outputfile: BinaryIO) -> None:
        with suppress(ConnectionError):  # a browser that goes on to another page hangs up
            super().copyfile(source, outputfile)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which this folder can be read while the block lasts, at a free port and for this machine only."""
    host = functools.partial(_Host, headers=headers_of(folder), directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), host) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
