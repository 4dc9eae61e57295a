"""The check of PDFs for readers: veraPDF, the reference checker of PDF/UA (ISO 14289-1:2014), where it is at hand."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wawla.model.errors import WawlaError
from wawla.runtime.temporary import temporary_folder, temporary_parent

SUMS = Path(__file__).parent / "verapdf.sha256"
"""The sums of the jars that are used, and no others: what a lock is for packages."""
_PROFILE = "PDF/UA-1 validation profile"
_JAVA = ("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true")
"""Little memory, one collector, and no optimising of code that runs for seconds."""


@dataclass(frozen=True)
class Verdict:
    """What veraPDF says of one file. A failure names clause and test of ISO 14289-1:2014, and what is asked there."""

    path: Path
    passed: bool
    failed_checks: int
    failures: tuple[str, ...]


def ask_verapdf(paths: Sequence[Path], jars: Path) -> list[Verdict]:
    """Every file held to PDF/UA-1, in the order given, by one Java process that has veraPDF from the folder `jars`.

    Raises WawlaError where veraPDF gives no verdict: a file that is no PDF, or a report that is not understood.
    """
    if not paths:
        return []
    # Under app.home it keeps its settings, or else in the home folder.
    with temporary_folder(temporary_parent(), "verapdf") as folder:
        command = [
            *("java", *_JAVA, f"-Djava.io.tmpdir={folder}", f"-Dapp.home={folder}", "-Dfile.encoding=UTF-8"),
            *(
                "-cp",
                os.pathsep.join(str(jars / name) for name in _sums(SUMS)),
                "org.verapdf.apps.GreenfieldCliWrapper",
            ),
            *("--flavour", "ua1", "--format", "json", "--maxfailuresdisplayed", "1", "--nonpdfext"),
            *(str(path.resolve()) for path in paths),
        ]
        done = subprocess.run(
            command,
            capture_output=True,
            check=False,
            timeout=60 + 20 * len(paths),
            env={**os.environ, "LC_ALL": "C.UTF-8"},  # by this Java reads names of files
        )
    return verdicts(paths, done.stdout.decode(), f"veraPDF ended with status {done.returncode}: {done.stderr.decode()}")


def verdicts(paths: Sequence[Path], report: str, ending: str = "") -> list[Verdict]:
    """The verdicts in veraPDF's JSON report of these files. `ending` is told where there are none.

    Raises WawlaError where the report is not understood, so that nothing passes by being misread.
    """
    try:
        jobs = {job["itemDetails"]["name"]: job for job in json.loads(report)["report"]["jobs"]}
        return [_verdict(path, jobs[str(path.resolve())]) for path in paths]
    except (ValueError, LookupError, TypeError) as error:
        raise WawlaError(f"veraPDF's report is not understood ({error!r}). {ending}\n{report[:2000]}") from error


def missing(jars: Path) -> str | None:
    """What veraPDF lacks, with its jars in this folder, as a sentence that says what to do; or None."""
    # Asked rather than looked up: macOS has a program of this name that only says where to get the real one.
    java = shutil.which("java")
    if java is None or subprocess.run([java, "-version"], capture_output=True, check=False).returncode != 0:
        return "Java was not found. Install it with `make verapdf`, or as your system does it."
    return refused(jars)


def refused(folder: Path, sums: Path = SUMS) -> str | None:
    """Why the jars in this folder are not the ones that `sums` names, as a sentence; None where they are."""
    for name, expected in _sums(sums).items():
        jar = folder / name
        if not jar.is_file():
            return f"veraPDF was not found: {name} is missing. Fetch it with `make verapdf`."
        if hashlib.sha256(jar.read_bytes()).hexdigest() != expected:
            return f"{name} is not the file whose sum we have. Fetch it with `make verapdf`."
    return None


def _sums(sums: Path) -> dict[str, str]:
    """The SHA-256 of every jar by name, as sha256sum writes them."""
    lines = (line.split() for line in sums.read_text(encoding="utf-8").splitlines())
    return {name: expected for expected, name in lines}


def _verdict(path: Path, job: dict[str, Any]) -> Verdict:
    if "taskException" in job:
        raise WawlaError(f"veraPDF cannot read {path}: {job['taskException']['exceptionMessage']}")
    [result] = job["validationResult"]
    details = result["details"]
    failed = details["failedChecks"]
    if (_PROFILE, "normal") != (result["profileName"], result["jobEndStatus"]) or result["compliant"] != (failed == 0):
        raise ValueError(f"{path} was not held to PDF/UA-1 to the end")
    return Verdict(path, result["compliant"], failed, tuple(map(_failure, details["ruleSummaries"])))


def _failure(rule: dict[str, Any]) -> str:
    first = rule["checks"][0]
    return (
        f"clause {rule['clause']}, test {rule['testNumber']}, failed checks: {rule['failedChecks']}. "
        f"{rule['description']}. First: {first['errorMessage']} ({first['context']})"
    )
