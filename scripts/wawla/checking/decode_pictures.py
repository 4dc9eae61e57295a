"""Every picture that would be published, decoded once: what cannot be used is known before anything is built."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from wawla.checking.picture_job import BUILT_ON, DecodingResult, PictureJob
from wawla.reading.library import Library
from wawla.reading.picture_faults import PictureFault
from wawla.reading.pictures import MOST_DOTS
from wawla.runtime.job_failure import JobFailed
from wawla.runtime.result_store import ResultStore
from wawla.runtime.source_digest import source_digest
from wawla.runtime.user_cache import user_cache
from wawla.runtime.worker_pool import WorkerPool, WorkerSpec

DECODING = WorkerSpec(
    "wawla.checking.picture_worker", DecodingResult.from_json, 20.0, "the picture", "decode", "decoded"
)
"""What decoding processes do: one picture at a time, in twenty seconds at the most."""
MODULES = (
    "wawla.checking.picture_job",
    "wawla.checking.picture_worker",
    "wawla.model.units",
    "wawla.reading.matrix_profile",
    "wawla.reading.picture_colours",
    "wawla.reading.picture_decoding",
    "wawla.reading.picture_faults",
    "wawla.reading.pictures",
    "wawla.runtime.answer_jobs",
)
"""What decides whether a picture can be decoded. The picture itself is in the key."""


def with_picture_faults(library: Library) -> Library:
    """The library with what is wrong with its pictures. They are decoded in processes of limited memory and time.

    What an earlier run of this user has found of the same bytes is taken from the user's own cache: it is the same in
    every publication. Raises WawlaError where this machine cannot decode.
    """
    paths = [path for path in library.shown_pictures if _fits(path, library)]
    if not paths:
        return library
    decoder = source_digest(MODULES, packages=BUILT_ON)
    keys = {path: f"{decoder}{library.checksum(path)}" for path in paths}
    folder = user_cache()
    store = folder and folder / "pictures.sqlite"
    known = _recall(keys, store) if store else {}
    fresh = dict(_decode([path for path in keys if path not in known], library))
    decoded = {path: result for path, result in fresh.items() if isinstance(result, DecodingResult)}
    if store:
        _keep(decoded, keys, store)
    faults = {path: result.fault for path, result in (known | decoded).items() if result.fault}
    failed = {path: result for path, result in fresh.items() if isinstance(result, JobFailed)}
    faults |= {path: PictureFault("damaged", f"cannot be used: {why}") for path, why in failed.items()}
    return replace(library, picture_faults=faults)


def _fits(path: str, library: Library) -> bool:
    """Whether a picture is one, and not too large: other rules name the others, and nothing decodes them."""
    facts = library.picture(path)
    return facts is not None and facts.width * facts.height <= MOST_DOTS


def _recall(keys: Mapping[str, str], store: Path) -> dict[str, DecodingResult]:
    found = {}
    with ResultStore(store) as kept:
        for path, key in keys.items():
            text = kept.get(key)
            with contextlib.suppress(ValueError, KeyError, TypeError):
                if text is not None:
                    found[path] = DecodingResult.from_json(text)
    return found


def _keep(results: Mapping[str, DecodingResult], keys: Mapping[str, str], store: Path) -> None:
    if results:
        with ResultStore(store) as kept:
            for path, result in results.items():
                kept.put(keys[path], result.to_json())
            kept.prune(keys.values())


def _decode(paths: Sequence[str], library: Library) -> Iterator[tuple[str, DecodingResult | JobFailed]]:
    if not paths:
        return
    with WorkerPool[PictureJob, DecodingResult](DECODING) as workers:
        for job, result in workers.do_in_batches(PictureJob(path, library.tree.read(path)) for path in paths):
            yield job.path, result
