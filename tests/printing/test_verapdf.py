"""veraPDF is asked rightly: it passes what is sound, finds what is not, and never passes what it could not judge."""

import hashlib
import json
from collections.abc import Callable, Sequence
from importlib import resources
from pathlib import Path

import pytest
from weasyprint import HTML

from wawla.model.errors import WawlaError
from wawla.printing.ua_check import Verdict, refused, verdicts

Checker = Callable[[Sequence[Path]], list[Verdict]]

PAGE = """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8"><title>Enquiry groups</title>
<style>
@font-face {{ font-family: Serif; src: url({serif}) }}
@font-face {{ font-family: Sans; src: url({sans}) }}
@page {{ size: A5; @bottom-center {{ content: counter(page); font-family: Sans }} }}
body {{ font-family: Serif }} h1 {{ font-family: Sans }}
</style>
</head>
<body>
<h1>Enquiry groups</h1>
<p>Six schools met; <a href="https://example.org/">their page</a> tells more.</p>
<ul><li>They met.</li><li>They wrote it down.</li></ul>
<table>
<thead><tr><th scope="col">School</th><th scope="col">Meetings</th></tr></thead>
<tbody><tr><th scope="row">A</th><td>3</td></tr><tr><th scope="row">B</th><td>2</td></tr></tbody>
</table>
<p><img src="{picture}" alt="A red square."></p>
</body>
</html>"""
PICTURE = (
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><path d='M0 0h9v9H0z'/></svg>"
)


def font(family: str, face: str) -> str:
    return Path(str(resources.files(f"font_source_{family}_pro").joinpath("files", face))).as_uri()


def pdf(path: Path, **options: object) -> Path:
    """A page with a heading, a link, a list, a table and a picture."""
    serif, sans = font("serif", "SourceSerifPro-Regular.ttf"), font("sans", "SourceSansPro-Semibold.ttf")
    HTML(string=PAGE.format(serif=serif, sans=sans, picture=PICTURE)).write_pdf(path, **options)
    return path


@pytest.fixture(scope="module")
def judged(verapdf: Checker, tmp_path_factory: pytest.TempPathFactory) -> list[Verdict]:
    """A tagged file, and the same without tags, judged in one go."""
    folder = tmp_path_factory.mktemp("judged")
    return verapdf([pdf(folder / "tagged é.pdf", pdf_variant="pdf/ua-1"), pdf(folder / "untagged.pdf")])


@pytest.mark.java
def test_a_tagged_file_passes_without_one_failed_check(judged: list[Verdict]):
    tagged, _ = judged
    assert (True, 0, ()) == (tagged.passed, tagged.failed_checks, tagged.failures)


@pytest.mark.java
def test_the_same_file_without_tags_fails_and_the_clauses_are_named(judged: list[Verdict]):
    _, untagged = judged
    assert (False, True) == (untagged.passed, untagged.failed_checks >= len(untagged.failures) > 0)
    content = "clause 7.1, test 3, failed checks: "
    description = "Content shall be marked as Artifact or tagged as real content"
    assert [True] == [description in failure for failure in untagged.failures if failure.startswith(content)]


@pytest.mark.java
def test_verdicts_come_in_the_order_of_the_files(judged: list[Verdict]):
    assert ["tagged é.pdf", "untagged.pdf"] == [verdict.path.name for verdict in judged]


@pytest.mark.java
def test_a_file_that_is_no_pdf_is_named_and_not_passed_over(verapdf: Checker, tmp_path: Path):
    path = tmp_path / "letter.pdf"
    path.write_text("Dear Sir", encoding="utf-8")
    with pytest.raises(WawlaError, match=r"veraPDF cannot read .*letter\.pdf: "):
        verapdf([path])


RESULT = {
    "details": {"failedChecks": 0, "ruleSummaries": []},
    "jobEndStatus": "normal",
    "profileName": "PDF/UA-1 validation profile",
    "compliant": True,
}


def report(**changes: object) -> str:
    """A report of /a.pdf, as veraPDF writes it."""
    job = {"itemDetails": {"name": "/a.pdf"}, "validationResult": [RESULT | changes]}
    return json.dumps({"report": {"jobs": [job]}})


def test_a_report_is_read():
    assert [Verdict(Path("/a.pdf"), True, 0, ())] == verdicts([Path("/a.pdf")], report())


MISREADABLE = {
    "nothing was written": "",
    "another file was checked": report().replace("/a.pdf", "/b.pdf"),
    "another standard was asked": report(profileName="PDF/A-1B validation profile"),
    "it was broken off": report(jobEndStatus="cancelled"),
    "it contradicts itself": report(details={"failedChecks": 1, "ruleSummaries": []}),
    "it has another form": json.dumps({"report": {"jobs": None}}),
}


@pytest.mark.parametrize("text", MISREADABLE.values(), ids=MISREADABLE)
def test_a_report_that_is_not_understood_passes_nothing(text: str):
    with pytest.raises(WawlaError, match=r"report is not understood .*status 1: no memory"):
        verdicts([Path("/a.pdf")], text, "status 1: no memory")


def test_a_jar_is_refused_where_it_is_missing_or_differs_from_its_sum(tmp_path: Path):
    jar, sums = tmp_path / "one.jar", tmp_path / "sums"
    sums.write_text(f"{hashlib.sha256(b'sound').hexdigest()}  one.jar\n", encoding="utf-8")
    assert "veraPDF was not found: one.jar is missing. Fetch it with `make verapdf`." == refused(tmp_path, sums)
    jar.write_bytes(b"other")
    assert refused(tmp_path, sums).startswith("one.jar is not the file whose sum we have.")
    jar.write_bytes(b"sound")
    assert refused(tmp_path, sums) is None
