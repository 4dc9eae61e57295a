"""Runs MkDocs: step 8, build, and the preview that is made anew while an author writes."""

from __future__ import annotations

import contextlib
import errno
import json
import logging
import os
import socket
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from jinja2 import TemplateError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.plugins import PluginCollection

from wawla.building.engine.plugin import WawlaPlugin
from wawla.building.engine.plugin_input import PluginInput
from wawla.building.engine.preview import loopback_address
from wawla.building.engine.theming import own_templates
from wawla.building.page_reuse import PageReuse
from wawla.building.pipeline import BuiltPages
from wawla.checking.check_publication import Tell
from wawla.model.errors import WawlaError
from wawla.model.os_errors import sentence
from wawla.publishing.policy import PAGE_POLICY
from wawla.reading.pointers import is_pointer
from wawla.runtime.cache_folder import CACHE_VARIABLE
from wawla.runtime.source_digest import source_digest
from wawla.runtime.temporary import temporary_folder, temporary_parent

MODULES = (
    "wawla.building.engine.build_in_plugin",
    "wawla.building.engine.generated_page",
    "wawla.building.engine.plugin",
    "wawla.building.engine.run_mkdocs",
    "wawla.building.engine.shared_partials",
    "wawla.building.engine.theming",
    "wawla.building.page_reuse",
    "wawla.model.addresses",
    "wawla.model.typography",
    "wawla.publishing.policy",
)
"""What decides how a page leaves the theme. The page itself, and the menu, are looked at for each page."""

_OF_ADDRESSES = {errno.EADDRINUSE, errno.EADDRNOTAVAIL, errno.EACCES, errno.EPERM, socket.EAI_NONAME}
"""The numbers by which the system refuses an address, of which one is not known."""


def build_site(root: Path, cache: Path, fresh: Path, old: Path, publication: BuiltPages, tell: Tell) -> None:
    """Put the theme round the pages, in the folder `fresh`, and index them.

    What would be no different is taken from the site `old`, of which the folder `cache` knows how it was made.

    Raises WawlaError where MkDocs stops.
    """
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(fresh))
        old_site = PageReuse(old, cache / "themed.json", _setting(config))
        replace_plugin(config, PluginInput(publication, old_site, tell))
        config.plugins.on_startup(command="build", dirty=False)
        with _said_once():
            build(config)
        config.plugins.on_shutdown()
        old_site.save()
    except MkDocsException as error:
        raise _plainly(error) from None


def _plainly(error: MkDocsException) -> Exception:
    """What is raised in place of an error of MkDocs: what the plugin met, or else what MkDocs says."""
    match error:
        case PluginError(__cause__=WawlaError() | OSError() as met):
            return met
        case PluginError():
            return WawlaError(str(error))
        case Abort():
            return WawlaError(f"MkDocs: {error} Its messages stand above.")
    return WawlaError(f"MkDocs: {error}")


@contextlib.contextmanager
def _said_once() -> Iterator[None]:
    """Within the block, MkDocs does not log what goes on to be raised, and is told then."""

    def is_news(record: logging.LogRecord) -> bool:
        again = isinstance(sys.exception(), WawlaError | OSError | TemplateError | PluginError)
        return not (again and record.getMessage().startswith("Error building page"))

    log = logging.getLogger("mkdocs.commands.build")
    log.addFilter(is_news)
    try:
        yield
    finally:
        log.removeFilter(is_news)


def replace_plugin(config: MkDocsConfig, plugin_input: PluginInput) -> None:
    """Put a plugin that has what it is to show in the place of the one that MkDocs made, which has nothing.

    Raises WawlaError where mkdocs.yml names no such plugin.
    """
    if not isinstance(config.plugins.get("wawla"), WawlaPlugin):
        raise WawlaError("mkdocs.yml does not name the plugin `wawla`, without which there are no pages.")
    plugins = PluginCollection()  # to put one into the collection that is there would leave the old one listening too
    for name, plugin in config.plugins.items():
        plugins[name] = WawlaPlugin(plugin_input) if name == "wawla" else plugin
    config.plugins = plugins


def _setting(config: MkDocsConfig) -> str:
    """A digest of everything but a page itself that decides how it leaves the theme: code, policy, theme, settings.

    What the configuration says counts, whatever file or variable it has that from.
    """
    files = [Path(config.config_file_path), *own_templates(config)]
    made_with = source_digest(MODULES, files, ("mkdocs", "mkdocs-material", "jinja2", "MarkupSafe"))
    theme = {name: config.theme[name] for name in config.theme if name != "static_templates"}  # a set, in any order
    plain = {
        name: value for name, value in config.items() if isinstance(value, str | int | list) and name != "site_dir"
    }
    return made_with + json.dumps([PAGE_POLICY, plain, theme, dict(config.extra)], default=str, sort_keys=True)


def serve_site(root: Path, address: str, cache: Path | None = None) -> None:
    """Show the site at `address`, host and port, until the user stops it. Raises WawlaError where it cannot begin.

    `cache` is another folder for what can be used again.
    """
    from mkdocs.commands.serve import serve  # its web server is loaded by nobody else

    host, port = loopback_address(address)
    if cache:
        os.environ[CACHE_VARIABLE] = str(cache)  # MkDocs makes the plugin itself, anew for every build
    try:
        _refuse_taken(host, port)
        _refuse_pointer(root / "mkdocs.yml")
        with temporary_folder(temporary_parent(), "wawla") as temporary, _said_once():
            tempfile.tempdir = str(temporary)  # MkDocs puts the site there, and leaves it there where it is killed
            serve(str(root / "mkdocs.yml"), dev_addr=address, strict=False)
    except MkDocsException as error:
        raise _plainly(error) from None
    except OSError as error:
        if error.filename is not None or error.errno not in _OF_ADDRESSES:  # it is about a file
            raise
        raise WawlaError(f"The preview cannot be shown. {sentence(error, address)}") from error
    finally:
        tempfile.tempdir = None  # to be looked for again


def _refuse_pointer(settings: Path) -> None:
    """Raise WawlaError where only a pointer of Git LFS is there in place of mkdocs.yml."""
    if settings.is_file() and is_pointer(settings.read_bytes()):
        raise WawlaError(f"{settings} is a pointer of Git LFS, not the file itself. Fetch it: git lfs pull")


def _refuse_taken(host: str, port: int) -> None:
    """Raise OSError where nothing can be shown at an address: MkDocs would build the whole site first."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the preview itself does
        probe.bind((host, port))


def site_facts(root: Path) -> tuple[str, str]:
    """The address of the site and what it is called, as mkdocs.yml gives them; '' for an address it does not give."""
    try:
        _refuse_pointer(root / "mkdocs.yml")
        config = load_config(str(root / "mkdocs.yml"))
        return config.site_url or "", config.site_name
    except MkDocsException as error:
        raise WawlaError(f"mkdocs.yml cannot be used: {error}") from error
