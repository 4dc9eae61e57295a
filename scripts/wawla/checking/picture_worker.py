"""A process that decodes pictures to see whether they can be: one line of JSON each way.

`python -m wawla.checking.picture_worker`.
"""

from __future__ import annotations

import contextlib

from wawla.checking.picture_job import BUILT_ON, DecodingResult, PictureJob
from wawla.runtime.answer_jobs import Answer, answer_jobs


def _load() -> Answer:
    from wawla.reading.picture_decoding import decode
    from wawla.reading.picture_faults import UnusablePicture

    def answer(line: bytes) -> str:
        try:
            decode(PictureJob.from_json(line).data)
        except UnusablePicture as error:
            return DecodingResult(error.fault).to_json()
        return DecodingResult().to_json()

    return answer


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError):  # whoever started it has been stopped
        answer_jobs(_load, BUILT_ON)
