"""A process that reads press PDFs: one line of JSON each way. `python -m wawla.checking.press_pdf_worker`."""

from __future__ import annotations

import base64
import contextlib
import json

from wawla.reading.press_pdf import BUILT_ON, read_press_pdf
from wawla.runtime.answer_jobs import Answer, answer_jobs


def _load() -> Answer:
    import pikepdf  # noqa: F401 - that it is missing is told before there is a job

    def answer(line: bytes) -> str:
        return read_press_pdf(base64.b64decode(json.loads(line)["data"])).to_json()

    return answer


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError):  # whoever started it has been stopped
        answer_jobs(_load, BUILT_ON)
