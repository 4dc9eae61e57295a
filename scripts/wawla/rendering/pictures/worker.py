"""A process that makes pictures for the site: one line of JSON each way.

`python -m wawla.rendering.pictures.worker`.
"""

from __future__ import annotations

import contextlib

from wawla.rendering.pictures.job import BUILT_ON, SitePictureJob
from wawla.runtime.answer_jobs import Answer, answer_jobs
from wawla.runtime.job_failure import UnusableContent


def _load() -> Answer:
    from wawla.reading.picture_faults import UnusablePicture
    from wawla.rendering.pictures.site_files import site_files

    def answer(line: bytes) -> str:
        try:
            return site_files(SitePictureJob.from_json(line)).to_json()
        except UnusablePicture as error:
            raise UnusableContent(f"it {error.fault.text}", "save it anew, as a JPEG or PNG in sRGB") from error

    return answer


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError):  # whoever started it has been stopped
        answer_jobs(_load, BUILT_ON)
