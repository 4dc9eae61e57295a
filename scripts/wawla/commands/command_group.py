"""How every command ends: trouble with the machine or the setting is one sentence, and only a bug is a traceback."""

from __future__ import annotations

import contextlib
import errno
import platform
import signal
import sys
import traceback
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import Any, NoReturn

import click

from wawla.commands.options import CANNOT_RUN, OUR_BUG, PIPE_CLOSED, STOPPED
from wawla.commands.output import drop_unwritten, open_closed_streams, show_every_sign
from wawla.model.errors import WawlaError
from wawla.model.os_errors import sentence
from wawla.runtime.memory import is_out_of_memory

_OF_CLICK = (click.ClickException, click.exceptions.Exit, click.Abort)
"""Click itself says how these end."""


class CommandGroup(click.Group):
    """A group whose commands end in the ways of `plain_endings`."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run a command from start to end."""
        open_closed_streams()
        show_every_sign()
        with _ended_by_signals(), plain_endings():
            return super().main(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was named; here, because Click has endings of its own for a stop and a closed pipe."""
        with plain_endings():
            return super().invoke(ctx)


@contextlib.contextmanager
def plain_endings() -> Iterator[None]:
    """Within the block, every error ends the program: with a sentence and status 2, or as a bug, with status 3.

    Trouble with the machine or the setting is a WawlaError, whatever the system refuses (OSError with its number, want
    of memory), and a package that is not installed. Ctrl-C ends in one line, with status 130. A reader who has closed
    the pipe ends it quietly, with 141.
    """
    try:
        yield
    except _OF_CLICK:
        raise
    except WawlaError as error:
        _end(CANNOT_RUN, str(error))
    except KeyboardInterrupt:
        _end(STOPPED, "stopped.")
    except Exception as error:  # noqa: BLE001 - the one place where a bug of ours becomes a report
        if is_out_of_memory(error):
            _end(CANNOT_RUN, "this machine has not enough memory left for that. Close other programs, and try again.")
        if isinstance(error, OSError) and error.errno == errno.EPIPE:
            _end(PIPE_CLOSED)
        if isinstance(error, OSError) and error.errno is not None:  # without a number it comes from no system
            _end(CANNOT_RUN, sentence(error))
        if isinstance(error, ImportError) and error.name and not error.name.startswith("wawla"):
            _end(CANNOT_RUN, f"this Python lacks {error.name}. Run `make site` to put the environment right.")
        traceback.print_exc()
        packages = ", ".join(_with_version(name) for name in ("wawla", "pydantic", "mkdocs", "Markdown"))
        _end(
            OUR_BUG,
            "this is a bug of ours, not a fault of the content. Please report the lines above, with:\n"
            f"  {packages}, Python {platform.python_version()}",
        )


@contextlib.contextmanager
def _ended_by_signals() -> Iterator[None]:
    """Within the block, the signals that ask a program to end do so in good order; one that is ignored stays so."""
    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    taken = [number for number in numbers if signal.getsignal(number) is signal.SIG_DFL]  # `nohup` ignores one
    for number in taken:
        signal.signal(number, _exit_on_signal)
    try:
        yield
    finally:
        for number in taken:
            signal.signal(number, signal.SIG_DFL)


def _exit_on_signal(number: int, _: object) -> None:
    """End as if the command had come to its end: processes stop, and temporary files go."""
    signal.signal(number, signal.SIG_IGN)  # once is enough: what goes away now is not to be stopped half-way
    sys.exit(128 + number)


def _end(status: int, text: str = "") -> NoReturn:
    drop_unwritten()
    if text:
        with contextlib.suppress(OSError):  # standard error may be what cannot be written
            click.echo(f"wawla: {text}", err=True)
    drop_unwritten()
    sys.exit(status)


def _with_version(package: str) -> str:
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return f"{package} (not installed)"
