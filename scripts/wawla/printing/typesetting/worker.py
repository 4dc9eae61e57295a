"""A process that sets books: reads jobs as lines of JSON, answers each with one line.

`python -m wawla.printing.typesetting.worker`. It may use two gigabytes, knows no fonts but ours, and can reach nothing
but what a job brings along.
"""

from __future__ import annotations

import contextlib
import gc
import io
import os
import sys
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path

from wawla.model.errors import WawlaError
from wawla.model.os_errors import writing_to
from wawla.printing.typesetting.job import BUILT_ON, Document, SettingJob, TypesetResult
from wawla.printing.typesetting.system_libraries import load_libraries, versions, what_is_missing
from wawla.runtime.job_failure import NO_MEMORY_LEFT, answer_failure, failure_reason
from wawla.runtime.memory import is_out_of_memory
from wawla.runtime.memory_limit import limit_memory

SetBook = Callable[[SettingJob], tuple[bytes, TypesetResult]]

_NO_FONTS = "<!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig><cachedir>{}</cachedir></fontconfig>"
_LINE = SettingJob(
    Document(
        "line",
        "a line to try",
        "A line",
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>A line</title><style>'
        'html { font-family: "Source Serif Pro" } em { font-family: "Source Sans Pro" }</style></head>'
        "<body><p>A line, <em>to try</em></p></body></html>",
        (210, 297),
        "2005-03-01",
    ),
    "",
)
"""What a process sets before it says that it is ready."""


def main() -> None:
    """Answer jobs until standard input ends. The first line says that the worker is ready."""
    limit_memory()
    with contextlib.ExitStack() as until_the_end:
        answers = until_the_end.enter_context(os.fdopen(os.dup(1), "w", encoding="utf-8"))
        os.dup2(2, 1)  # a library that prints must not break the conversation
        try:
            set_book = _ready_to_set(until_the_end)
        except Exception as error:  # noqa: BLE001 - whatever it is, the reason that no book can be set is told
            answers.write(answer_failure(error, BUILT_ON) + "\n")
            return
        gc.disable()  # to look for what is in use no more, while a book still grows, takes a tenth of the time
        answers.write("ready\n")
        answers.flush()
        for line in sys.stdin.buffer:
            answers.write(_answer(line, set_book) + "\n")
            answers.flush()
            gc.collect()


def _ready_to_set(until_the_end: contextlib.ExitStack) -> SetBook:
    """The function that sets a book, once it has set a line: what the machine lacks is met now, and not in a book.

    Raises WawlaError where something is missing, or too old.
    """
    folder = until_the_end.enter_context(tempfile.TemporaryDirectory())
    config = Path(folder) / "fonts.conf"
    config.write_text(_NO_FONTS.format(folder), encoding="utf-8")
    os.environ["FONTCONFIG_FILE"] = str(config)  # every machine then has the same fonts: those of the document
    warnings.filterwarnings("ignore", "No fonts configured")  # of the system: as it should be
    try:
        with contextlib.redirect_stdout(io.StringIO()):  # WeasyPrint prints a page of advice where Pango is missing
            from wawla.printing.typesetting.typeset import set_book  # loads Pango, which reads that file
        set_book(_LINE)
    except Exception as error:
        if is_out_of_memory(error):  # a line of text needs next to none
            raise WawlaError(NO_MEMORY_LEFT) from error
        if missing := [library.name for library in load_libraries() if not library.there]:
            raise WawlaError(what_is_missing(missing)) from error
        reason = failure_reason(error, BUILT_ON)
        if reason.failed == "machine":
            raise
        raise WawlaError(
            f"A line of text cannot be set on this machine ({type(error).__name__}: {error}). Most likely a library of"
            f" the system is too old, or does not fit the others. There are: {versions()}."
        ) from error
    return set_book


def _answer(line: bytes, set_book: SetBook) -> str:
    try:
        job = SettingJob.from_json(line)
        pdf, found = set_book(job)
        with writing_to(Path(job.to)):
            Path(job.to).write_bytes(pdf)
    except Exception as error:  # noqa: BLE001 - a bug in a library must not hide which book it met
        return answer_failure(error, BUILT_ON, versions())
    return found.to_json()


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError):  # whoever started it has been stopped
        main()
