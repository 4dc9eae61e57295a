"""Faults that were planted one at a time: each is named at its place, or comes to no harm."""

import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from folders import SAMPLE, SITE
from planting import ACCOUNT, TABLE, Planted, cases, draw, plant, sample_files

from wawla.building.pipeline import BuildOptions, build_pages
from wawla.checking.check_publication import Checked, check_publication
from wawla.checking.examples import TODAY
from wawla.model.findings import Finding
from wawla.reading.tables import table_of
from wawla.rendering.job import RenderJob
from wawla.rendering.markdown_to_html import Renderer

pytestmark = pytest.mark.slow

JPEGS = {"jpeg", "cmyk", "exif", "comment", "gps", "tail"}
"""What is drawn as a JPEG, and named so."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(SAMPLE, tmp_path_factory.mktemp("planted") / "sample"))


@pytest.fixture(scope="module")
def known(folder: Path) -> set[Finding]:
    """What is found in the sample as it is."""
    return {*check_publication(folder, TODAY).findings}


@pytest.fixture
def checked(folder: Path, request: pytest.FixtureRequest) -> Iterator[Checked]:
    """The sample with the files of a case in it, checked; then it is put right again."""
    planted: Planted = request.param
    changed = {path: data for path, data in planted.files.items() if sample_files().get(path) != data}
    for path, data in changed.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    yield check_publication(folder, TODAY)
    for path in changed:
        (folder / path).unlink()
        if path in sample_files():
            (folder / path).write_bytes(sample_files()[path])


def each(group: str, default: str = ACCOUNT) -> pytest.MarkDecorator:
    """The cases of a group: what the case says, and its publication."""
    found = [(case, plant(case, default)) for case in cases(group)]
    return pytest.mark.parametrize(
        ("case", "planted", "checked"),
        [pytest.param(case, planted, planted, id=case["fault"]) for case, planted in found],
        indirect=["checked"],
    )


def said(checked: Checked, known: set[Finding], planted: Planted) -> list[str]:
    """What is said of the lines that were planted."""
    return [
        f"{finding.message}; {finding.hint}"
        for finding in checked.findings
        if finding not in known and finding.place.path == planted.path and finding.place.line in planted.lines
    ]


def named(case: Mapping[str, Any], sentences: list[str]) -> bool:
    return "named" in case and any(re.search(case["named"], sentence, re.I) for sentence in sentences)


@each("personal_data")
def test_personal_data_is_named_wherever_it_stands(case, planted, checked, known):
    assert named(case, said(checked, known, planted)), said(checked, known, planted)


@each("shown")
def test_what_a_text_means_is_shown_or_named(case, planted, checked, known):
    sentences = said(checked, known, planted)
    html = re.sub(r"<(\w+)[^>]*>", r"<\1>", Renderer().render(RenderJob(ACCOUNT, checked_text(checked))).html)
    shown = case["shown"] in html if "shown" in case else "not_shown" in case and case["not_shown"] not in html
    assert shown or named(case, sentences), (sentences, html[-400:])


def checked_text(checked: Checked) -> str:
    folder = ACCOUNT.rpartition("/")[0]
    return checked.library.pieces[folder].body.text if folder in checked.library.pieces else ""


@each("front_matter")
def test_what_was_meant_at_the_head_of_a_file_is_kept_or_named(case, planted, checked, known):
    sentences = said(checked, known, planted)
    if "not_said" in case:
        assert not any(case["not_said"] in sentence for sentence in sentences)
    if "ok" in case:
        assert [] == sentences
    elif "fine" in case and not sentences:
        assert case["fine"] == checked.library.pieces[ACCOUNT.rpartition("/")[0]].title
    else:
        assert named({"named": case.get("named") or case.get("named_or_fine") or "."}, sentences), sentences


@each("tables", TABLE)
def test_a_table_is_read_right_or_named(case, planted, checked, known):
    sentences = said(checked, known, planted)
    piece = checked.library.pieces["tools/small-figures"]
    read = [[*row] for row in table_of(piece, checked.library)]
    right = case.get("cells") == read and not any("error" == each.severity for each in checked.errors)
    assert right or named(case, sentences), (read, sentences)


@each("registers")
def test_a_register_that_could_not_be_built_or_read_is_named(case, planted, checked, known):
    sentences = said(checked, known, planted)
    if case.get("builds") and not sentences:
        return  # what check passes, build makes: another test builds
    assert named(case, sentences), [*map(str, checked.findings)][:5]


def test_no_good_sentence_is_an_error(folder: Path):
    refused = {}
    body = sample_files()[ACCOUNT].decode()
    for sentence in cases("good"):
        (folder / ACCOUNT).write_text(f"{body}\n{sentence}\n", encoding="utf-8")
        if found := [each.message for each in check_publication(folder, TODAY).errors]:
            refused[sentence] = found
    (folder / ACCOUNT).write_text(body, encoding="utf-8")
    assert {} == refused


def with_picture(case: Mapping[str, Any]) -> Planted:
    """The sample in which the picture of an account is the one that a case asks for."""
    name = case.get("name", "moor.jpg" if case["make"] in JPEGS else "moor.png")
    picture = f"accounts_of_practice/moor-marking/{name}"
    field = f"pictures:\n  - {{file: {name}, alt: A moor in the rain., credit: A school, shows_people: false}}"
    planted = plant({"field": field, "from": "](moor.png)", "to": f"]({name})"})
    return replace(planted, files={**planted.files, picture: draw(case)}, lines=range(10**6))


@pytest.mark.parametrize(
    ("case", "planted", "checked"),
    [
        pytest.param(case, with_picture(case), with_picture(case), id=case["fault"])
        for case in cases("pictures")
        if "named" in case
    ],
    indirect=["checked"],
)
def test_a_picture_that_cannot_be_published_is_named(case, planted, checked, known):
    assert named(case, said(checked, known, planted)), said(checked, known, planted)


def test_nothing_is_published_that_a_picture_holds_beside_what_it_shows(tmp_path: Path):
    root = Path(shutil.copytree(SAMPLE, tmp_path / "sample"))
    entries, marks = [], []
    for number, case in enumerate(each for each in cases("pictures") if "clean" in each):
        name = f"p{number}.{'jpg' if case['make'] in JPEGS else 'png'}"
        (root / ACCOUNT).with_name(name).write_bytes(draw(case))
        entries.append(f"  - {{file: {name}, alt: A moor., credit: A school, shows_people: false}}\n")
        marks.append(f"![]({name})\n\n")
    text = (root / ACCOUNT).read_text(encoding="utf-8").replace("pictures:\n", f"pictures:\n{''.join(entries)}")
    (root / ACCOUNT).write_text(f"{text}\n{''.join(marks)}", encoding="utf-8")
    built = build_pages(root, tmp_path / "cache", TODAY, BuildOptions(SITE, pdfs=False))
    assert () == built.stopped_by
    published = {each.address: each.data for each in built.assets if "moor-marking/" in each.address}
    assert len(marks) < len(published)
    assert [] == [address for address, data in published.items() if b"camera" in data]
