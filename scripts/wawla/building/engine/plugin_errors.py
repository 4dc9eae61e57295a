"""Trouble with the machine or the setting as MkDocs tells it: in one line, without a traceback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from mkdocs.exceptions import PluginError

from wawla.model.errors import WawlaError
from wawla.model.os_errors import sentence


@contextmanager
def as_plugin_error() -> Iterator[None]:
    """Within the block, a WawlaError and whatever the system refuses are raised as a PluginError with one sentence."""
    try:
        yield
    except WawlaError as error:
        raise PluginError(str(error)) from error
    except OSError as error:
        if error.errno is None:  # it comes from no system, so it is a bug
            raise
        raise PluginError(sentence(error)) from error
