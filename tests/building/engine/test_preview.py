"""The preview answers this machine and nobody else, whatever is asked for."""

import errno
import re
import socket
from collections.abc import Iterable
from pathlib import Path
from wsgiref.util import setup_testing_defaults

import pytest
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

from wawla.building.engine.plugin import WawlaPlugin
from wawla.building.engine.preview import for_this_machine, loopback_address
from wawla.building.engine.run_mkdocs import serve_site
from wawla.model.errors import WawlaError


def asked(host: str | None, path: str = "/", app: object = None) -> str:
    """The status of the answer."""
    said: list[str] = []
    environ = {"PATH_INFO": path, "SERVER_PORT": "8000"} | ({} if host is None else {"HTTP_HOST": host})
    setup_testing_defaults(environ)
    if host is None:
        del environ["HTTP_HOST"]

    def found(environ: dict[str, str], start_response: object) -> Iterable[bytes]:
        start_response("200 OK", [])
        return []

    answer = for_this_machine(app or found)(environ, lambda status, headers: said.append(status))
    if hasattr(answer, "close"):
        answer.close()
    return said[0]


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8000", "localhost:8000", "LOCALHOST:8000", "[::1]:8000", "localhost", "127.0.0.1", "[::1]"]
)
def test_this_machine_is_answered(host: str):
    assert "200 OK" == asked(host)


@pytest.mark.parametrize(
    "host",
    [
        "evil.example:8000",
        "evil.example",
        "localhost.evil.example:8000",
        "127.0.0.1.evil.example",
        "192.168.1.2:8000",
        "127.0.0.1:9",
        "",
        ":8000",
        "[::1",
        "[evil.example]:8000",
        "0.0.0.0:8000",
        "127.0.0.1:8000:8000",
        None,
    ],
)
def test_nobody_else_is(host: str | None):
    assert "403 Forbidden" == asked(host)


def test_a_path_with_a_nul_leads_nowhere(tmp_path: Path):
    (tmp_path / "index.html").write_text("<p>")
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
    try:
        paths = ("/", "/\0", "/index.html\0", "/a\0/../index.html")
        said = ["200 OK", "404 Not Found", "404 Not Found", "200 OK"]
        assert said == [asked("localhost", path, server.serve_request) for path in paths]
    finally:
        server.server_close()


def test_whatever_engine_shows_the_site_asks_for_the_host(tmp_path: Path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: A\nplugins: [wawla]\n")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
    try:
        plugin = config.plugins["wawla"]
        assert isinstance(plugin, WawlaPlugin)
        assert server is plugin.on_serve(server, config=config, builder=lambda: None)
        assert server.get_app() is not server.serve_request
        assert server.get_app().__module__ == "wawla.building.engine.preview"
    finally:
        server.server_close()


@pytest.mark.parametrize("address", ["0.0.0.0:8000", "192.168.1.2:8000", "example.org:80"])
def test_the_preview_is_not_shown_to_others(tmp_path: Path, address: str):
    with pytest.raises(WawlaError, match="for this machine alone"):
        serve_site(tmp_path, address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1:99999",
        "127.0.0.1:65536",
        "127.0.0.1:0",
        "127.0.0.1",
        "localhost",
        "[::1]:",
        "127.0.0.1:" + "9" * 5000,
    ],
)
def test_an_address_without_a_port_that_there_can_be_is_one_line(tmp_path: Path, address: str):
    with pytest.raises(WawlaError, match=r"names no port from 1 to 65535|for this machine alone"):
        serve_site(tmp_path, address)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("127.0.0.1:8000", ("127.0.0.1", 8000)),
        ("localhost:1", ("localhost", 1)),
        ("[::1]:65535", ("::1", 65535)),
    ],
)
def test_an_address_is_host_and_port(address: str, expected: tuple[str, int]):
    assert expected == loopback_address(address)


def test_a_port_that_is_taken_is_noticed_before_anything_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("mkdocs.commands.serve.serve", lambda *_, **__: pytest.fail("it was built"))
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(WawlaError, match=f"^The preview cannot be shown. {address}: another program answers there"):
            serve_site(tmp_path, address)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (
            OSError(errno.EADDRINUSE, "In use"),
            r"^The preview cannot be shown\. 127\.0\.0\.1:8000: another program answers",
        ),
        (OSError(errno.ENOSPC, "No space left"), "^No space left$"),
        (FileNotFoundError(errno.ENOENT, "No file", "/a"), "^No file"),
    ],
    ids=["an address", "no file is named", "a file"],
)
def test_only_an_address_that_is_refused_is_told_as_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, expected: str
):
    def refused(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("mkdocs.commands.serve.serve", refused)
    monkeypatch.setattr("wawla.building.engine.run_mkdocs._refuse_taken", lambda *_: None)
    with pytest.raises((WawlaError, OSError)) as told:
        serve_site(tmp_path, "127.0.0.1:8000")
    assert re.search(expected, told.value.strerror if isinstance(told.value, OSError) else str(told.value))
