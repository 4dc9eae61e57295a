"""Step 5 from a Library to HTML: what is shown today, what is kept, and what could not be rendered."""

import datetime as dt
from pathlib import Path

import pytest

from wawla.checking.examples import TODAY, sample
from wawla.checking.rule import Drawn, Good
from wawla.model import Account, Picture
from wawla.reading.library import Library
from wawla.reading.reader import read_library
from wawla.reading.visible import files_beside, is_published, why_withheld
from wawla.rendering.bodies import RENDERING, job_of, render_bodies
from wawla.rendering.job import PictureOnPage, Rendered, RenderJob
from wawla.runtime.worker_pool import WorkerPool

PATH = "accounts_of_practice/example/index.md"
FOLDER = "accounts_of_practice/example"
TOOL = "---\ntitle: A tool\nsummary: It.\nkind: prompts\npurpose: P.\nthemes: [trust]\npractice: 2005\n---\n"
CONSENT = (
    "pictures:\n- {{file: river.png, alt: A river., credit: The school, "
    "consent: {{reference: R, scope: [{}], until: {}}}}}\n"
)


class Never(WorkerPool[RenderJob, Rendered]):
    """Workers that must not be needed."""

    def __enter__(self):
        raise AssertionError("everything was kept")


def library(front: str = "", body: str = "", today: dt.date = TODAY, **files: object) -> Library:
    more = {name.replace("__", "/"): content for name, content in files.items()}
    return read_library(sample(Good(front, body, files=more)).tree, today).library


def with_picture(scope: str = "web", until: str = "2026-03-01", today: dt.date = TODAY) -> Library:
    made = sample(Good(CONSENT.format(scope, until), "![](river.png)\n", files={f"{FOLDER}/river.png": Drawn(40, 30)}))
    return read_library(made.tree, today).library


def rendered(made: Library, cache: Path, workers: WorkerPool | None = None):
    entries = [entry for entry in made.entries.values() if is_published(entry)]
    return render_bodies(entries, made, cache, workers or WorkerPool(RENDERING, 1))


def test_a_second_build_takes_everything_from_the_cache(tmp_path: Path):
    first, none = rendered(with_picture(), tmp_path)
    assert [] == none
    assert (first, []) == rendered(with_picture(), tmp_path, Never(RENDERING))


def test_only_the_text_that_changed_is_rendered_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    rendered(library(body="One.\n"), tmp_path)
    asked = []
    real = WorkerPool.do
    monkeypatch.setattr(WorkerPool, "do", lambda self, jobs: asked.extend(jobs) or real(self, jobs))
    found, _ = rendered(library(body="Two.\n"), tmp_path)
    assert [PATH] == [job.path for job in asked]
    assert "<p>Two.</p>" == found[PATH].html


def test_a_picture_goes_on_the_day_after_its_consent_without_any_change_of_the_text(tmp_path: Path):
    assert "<img" in rendered(with_picture(today=dt.date(2026, 3, 1)), tmp_path)[0][PATH].html
    later = rendered(with_picture(today=dt.date(2026, 3, 2)), tmp_path)[0][PATH].html
    assert "<img" not in later
    assert "because consent to it ended on 1 March 2026." in later


@pytest.mark.parametrize(
    ("scope", "until", "why"),
    [
        ("web", "2026-03-01", ""),
        ("web, print", "2027-01-01", ""),
        ("print", "2027-01-01", "consent to it does not cover the web"),
        ("web", "2026-02-28", "consent to it ended on 28 February 2026"),
        ("web", "2025-12-05", "consent to it ended on 5 December 2025"),
    ],
)
def test_a_picture_is_shown_as_far_as_consent_goes(scope: str, until: str, why: str):
    made = with_picture(scope, until)
    piece = made.pieces[FOLDER]
    assert why == why_withheld(piece.pictures[0], made, "web")
    assert ([] if why else [f"{FOLDER}/river.png"]) == list(files_beside(piece, made, "web"))


def test_print_asks_for_its_own_consent():
    made = with_picture("web", "2027-01-01")
    assert "consent to it does not cover print" == why_withheld(made.pieces[FOLDER].pictures[0], made, "print")


def test_people_without_consent_are_never_shown():
    made = with_picture()
    people = Picture(file="a.png", alt="A", credit="B")
    assert "nobody's consent to it is known" == why_withheld(people, made, "web")
    assert "" == why_withheld(people.model_copy(update={"shows_people": False}), made, "web")


def test_a_job_holds_what_the_page_needs_to_know_and_no_more():
    made = with_picture()
    job = job_of(made.pieces[FOLDER], made, "web")
    assert {"river.png": PictureOnPage("A river.", "The school", "", 40, 30)} == job.pictures
    assert {} == job.abbreviations
    assert {"NLC": "Networked Learning Community"} == job_of(
        library(body="Two NLCs, xNLC.\n").entries[PATH], made, "web"
    ).abbreviations


@pytest.mark.parametrize("files", [{}, {f"{FOLDER}/river.png": "no picture"}])
def test_a_file_that_is_no_picture_is_not_shown(files: dict[str, str]):
    made = read_library(sample(Good(CONSENT.format("web", "2027-01-01"), files=files)).tree, TODAY).library
    assert (
        "its file is not a picture we can show"
        == job_of(made.pieces[FOLDER], made, "web").pictures["river.png"].withheld
    )


def test_a_link_to_what_readers_may_not_see_has_no_address():
    links = "[a](river.png) [b](old.csv) [c](../../tools/new/index.md) [d](../../tools/example/index.md) [e](no.csv)\n"
    files = {
        f"{FOLDER}/river.png": Drawn(),
        f"{FOLDER}/old.csv": "a\n1\n",
        "tools/new/index.md": TOOL.replace("themes:", "draft: true\nthemes:"),
    }
    made = read_library(sample(Good(CONSENT.format("print", "2027-01-01"), links, files=files)).tree, TODAY).library
    assert (f"{FOLDER}/no.csv", f"{FOLDER}/river.png", "tools/new/index.md") == job_of(
        made.pieces[FOLDER], made, "web"
    ).absent


def test_files_of_an_edition_come_along_and_those_of_a_draft_do_not():
    edition = sample(Good()).tree.read("series/example/first/index.md").decode()
    files = {
        "series/example/first/index.md": edition + "\nThe [numbers](numbers.csv).\n",
        "series/example/first/numbers.csv": "a\n1\n",
        "series/example/first/old.csv": "a\n1\n",
        f"{FOLDER}/data.csv": "a\n1\n",
    }
    made = read_library(sample(Good("draft: true\n", files=files)).tree, TODAY).library
    assert ["series/example/first/numbers.csv"] == list(
        files_beside(made.editions["series/example/first"], made, "web")
    )
    assert [] == list(files_beside(made.pieces[FOLDER], made, "web"))
    assert [] == list(files_beside(made.site_pages["docs/about.md"], made, "web"))


def test_a_body_that_cannot_be_rendered_is_a_finding_at_its_first_line(tmp_path: Path):
    made = library("title: Deep\n", "- " * 5000 + "x\n")
    found, [finding] = rendered(made, tmp_path)
    body = made.entries[PATH].body
    assert ("RND001", PATH, body.first_line) == (finding.code, finding.place.path, finding.place.line)
    assert "the text cannot be rendered: it is nested too deeply" == finding.message
    assert PATH not in found
    assert len(made.entries) - 1 == len(found)


def test_drafts_are_not_published():
    assert not is_published(library("draft: true\n").entries[PATH])
    assert all(is_published(entry) for entry in library().entries.values())
    assert isinstance(library().entries[PATH], Account)
