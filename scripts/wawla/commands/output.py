"""What goes to the terminal: text for people, in whatever signs it can show, and data for programs, always in UTF-8."""

from __future__ import annotations

import codecs
import contextlib
import io
import os
import sys
import unicodedata

import click

_PLAIN = "wawla.plain"
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("‘’‚‹›′", "'"),
        **dict.fromkeys("“”„«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("•·✓", "*"),
        **dict.fromkeys("×✗", "x"),
        "…": "...",
        "→": "->",
        "\N{NO-BREAK SPACE}": " ",
    }
)
"""Signs that ASCII has something like."""


def _plain_signs(error: UnicodeError) -> tuple[str, int]:
    """What stands for the signs that an encoding lacks: one like them, the letter without its accent, or its number."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_plain, error.object[error.start : error.end])), error.end


def _plain(sign: str) -> str:
    alike = sign.translate(_ALIKE)
    bare = "".join(part for part in unicodedata.normalize("NFKD", alike) if not unicodedata.combining(part))
    return bare if bare and bare.isascii() else sign.encode("ascii", "backslashreplace").decode()


def open_closed_streams() -> None:
    """Let standard streams that were closed before we began lead nowhere, so that no file of ours takes their place."""
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_RDWR)
            if nowhere != number:
                os.dup2(nowhere, number)
                os.close(nowhere)
            os.set_inheritable(number, True)
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8"))


def show_every_sign() -> None:
    """From now on nothing that is written to the terminal fails because it lacks a sign."""
    codecs.register_error(_PLAIN, _plain_signs)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_PLAIN)


def write_data(text: str) -> None:
    """Write text that a program reads to standard output: in UTF-8, whatever the terminal has."""
    click.echo(text.encode("utf-8", "backslashreplace"), nl=False)


def drop_unwritten() -> None:
    """Give up what standard output or standard error would not take, so that Python does not try again at the end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):  # its reader is gone, its disk is full, or it is closed
            with contextlib.suppress(OSError, ValueError):
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, stream.fileno())
                os.close(nowhere)
