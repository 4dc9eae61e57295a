"""A process that sets books: reads jobs as lines of JSON, answers each with one line.

`python -m wawla.printing.typesetting.worker`. It may use two gigabytes, knows no fonts but ours, and can reach nothing
but what a job brings along.
"""

from __future__ import annotations

import gc
import os
import resource
import sys
import tempfile
import traceback
import warnings
from pathlib import Path

from wawla.printing.typesetting.job import SettingJob, TypesetResult
from wawla.runtime.worker_pool import failure

MOST_MEMORY = 2 * 1024**3
_NO_FONTS = "<!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig><cachedir>{}</cachedir></fontconfig>"


def main() -> None:
    """Answer jobs until standard input ends. The first line says that the worker is ready."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # a library that prints must not break the conversation
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder) / "fonts.conf"
        config.write_text(_NO_FONTS.format(folder), encoding="utf-8")
        os.environ["FONTCONFIG_FILE"] = str(config)  # every machine then has the same fonts: those of the document
        warnings.filterwarnings("ignore", "No fonts configured")  # of the system: as it should be
        from wawla.printing.typesetting.typeset import set_book  # loads Pango, which reads that file

        gc.disable()  # to look for what is in use no more, while a book still grows, takes a tenth of the time
        answers.write("ready\n")
        answers.flush()
        for line in sys.stdin.buffer:
            answers.write(_answer(line, set_book) + "\n")
            answers.flush()
            gc.collect()


def _answer(line: bytes, set_book: object) -> str:
    try:
        job = SettingJob.from_json(line)
        pdf, found = set_book(job)  # type: ignore[operator]  # loaded late, so its type is not known here
        Path(job.to).write_bytes(pdf)
    except (RecursionError, MemoryError) as error:
        return failure(error)
    except Exception as error:  # noqa: BLE001 - a bug in a library must not hide which book it met
        traceback.print_exc()
        return failure(error)
    return TypesetResult(found.pages, found.starts, found.missing).to_json()


if __name__ == "__main__":
    main()
