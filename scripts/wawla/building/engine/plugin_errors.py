"""Trouble with the machine, the setting or a template as MkDocs tells it: in one line, without a traceback."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.exceptions import Abort, PluginError

from wawla.model.errors import WawlaError
from wawla.model.os_errors import sentence

_PACKAGE = Path(__file__).parents[2]


@contextmanager
def as_plugin_error() -> Iterator[None]:
    """Within the block, a WawlaError and whatever the system refuses are raised as a PluginError with one sentence.

    So is a template of the publication that cannot be used. The cause of the PluginError is a WawlaError or an OSError.
    """
    try:
        with _template_errors():
            yield
    except WawlaError as error:
        raise PluginError(str(error)) from error
    except OSError as error:
        if error.errno is None:  # it comes from no system, so it is a bug
            raise
        raise PluginError(sentence(error)) from error


def raise_plain(error: Exception, goes_on: bool) -> NoReturn:
    """Raise an error again: trouble as `as_plugin_error` does, a bug as it is.

    Where a preview `goes_on`, it is raised as an Abort, which MkDocs says in one line and survives.
    """
    try:
        with as_plugin_error():
            raise error
    except PluginError as plain:
        if goes_on:
            raise Abort(str(plain)) from error
        raise


@contextmanager
def _template_errors() -> Iterator[None]:
    """Within the block, what is wrong with a template is a WawlaError; with one of the package itself, a bug."""
    try:
        yield
    except TemplateError as error:
        file, line = _place_in_template(error)
        if not file or Path(file).is_relative_to(_PACKAGE):
            raise
        said = (error.message or type(error).__name__).rstrip(".")
        raise WawlaError(f"{file}, line {line}: the template cannot be used: {said}. Put it right there.") from error


def _place_in_template(error: TemplateError) -> tuple[str, int]:
    """The file and the line of a template in which something went wrong; '' where it is in none."""
    if isinstance(error, TemplateSyntaxError):
        return error.filename or "", error.lineno
    frames = traceback.extract_tb(error.__traceback__)  # Jinja puts the lines of templates into it
    found = [(frame.filename, frame.lineno or 1) for frame in frames if frame.filename.endswith(".html")]
    return found[-1] if found else ("", 0)
