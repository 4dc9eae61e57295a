"""Builds from end to end: with every engine, interrupted, side by side, and the same again."""

import filecmp
import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from wawla.building.swap import MARKER
from wawla.checking.examples import TODAY

pytestmark = pytest.mark.slow

HARBOUR = "accounts_of_practice/harbour-reading-groups/index.md"


def tree(folder: Path) -> dict[str, bytes]:
    """Every file under a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def differences(one: Path, other: Path) -> list[str]:
    """Paths that are in one folder alone, or not the same in both."""
    names = {
        path.relative_to(folder).as_posix() for folder in (one, other) for path in folder.rglob("*") if path.is_file()
    }
    _, differing, missing = filecmp.cmpfiles(one, other, sorted(names), shallow=False)
    return differing + missing


def replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def building(root: Path, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "wawla.commands.main", "build", "--root", root, "--today", TODAY, *arguments]
    return subprocess.Popen(list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def soon(happens: Callable[[], object], process: subprocess.Popen[str]) -> object:
    """What `happens` returns as soon as it is true, which has to be before the process ends."""
    while not (found := happens()):
        with suppress(subprocess.TimeoutExpired):
            pytest.fail(f"it has not happened, and the process has ended with {process.wait(0.01)}")
    return found


@pytest.fixture
def built_root(sample_root: Path, tmp_path: Path) -> Path:
    """A copy of the sample, with the site that was built before: files keep their times, so it is used again."""
    return Path(shutil.copytree(sample_root, tmp_path / "built"))


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_every_engine_makes_the_same_site_as_wawla_build(
    run, sample_root: Path, built_site: Path, tmp_path: Path, engine: str
):
    done = run(engine, "build", "-f", sample_root / "mkdocs.yml", "-d", tmp_path / "site")
    assert 0 == done.returncode, done.stderr
    assert "WARNING" not in done.stderr
    assert [MARKER] == differences(built_site, tmp_path / "site")


def test_a_build_says_its_steps_how_many_pages_and_how_to_look_at_them(run, fresh_root: Path):
    done = run("wawla", "build", "--root", fresh_root, "--today", TODAY)
    steps = re.findall(r"^(\w+) +[0-9.]+ s$", done.stderr, re.M)
    assert ["read", "shape", "link", "check", "render", "print", "publish", "build", "index", "swap"] == steps
    pages = sum(1 for _ in (fresh_root / "site").rglob("*.html"))
    assert f"{pages} pages in " in done.stdout
    assert str(fresh_root / "site") in done.stdout.partition("To look at")[2]
    assert "PIC009  warning:" in done.stdout, "warnings are said, and stop nothing"


def test_whatever_mkdocs_warns_of_stops_the_build(run, built_root: Path):
    before = tree(built_root / "site")
    with (built_root / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("  - Nowhere: nowhere.md\n")
    done = run("wawla", "build", "--root", built_root, "--today", TODAY)
    assert 2 == done.returncode
    assert "'nowhere.md' is included in the 'nav' configuration" in done.stderr
    assert (
        "wawla: MkDocs: Aborted with 1 warnings in strict mode! Its messages stand above." in done.stderr.splitlines()
    )
    assert before == tree(built_root / "site")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("site_name: [", "wawla: mkdocs.yml cannot be used: "),
        ("site_name: A\ntheme: nowhere\n", "wawla: mkdocs.yml cannot be used: "),
        ("site_name: A\ntheme: material\nplugins: []\n", "mkdocs.yml does not name the plugin `wawla`"),
        (None, "has no mkdocs.yml, so its site cannot be built."),
    ],
)
def test_a_configuration_that_cannot_be_used_is_one_line(run, fresh_root: Path, text: str | None, said: str):
    (fresh_root / "mkdocs.yml").unlink()
    if text is not None:
        (fresh_root / "mkdocs.yml").write_text(text, encoding="utf-8")
    done = run("wawla", "build", "--root", fresh_root, "--today", TODAY)
    assert (2, 1) == (done.returncode, done.stderr.count("wawla: "))
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_finding_stops_every_engine_and_the_old_site_stays(run, built_root: Path, tmp_path: Path):
    before = tree(built_root / "site")
    replaced(built_root / HARBOUR, "network: harbour", "network: harbor")
    done = run("wawla", "build", "--root", built_root, "--today", TODAY)
    assert 1 == done.returncode
    assert f"{HARBOUR}:4:10  NET001" in done.stdout
    assert "The site was not built; the old one, if there was one, is as it was." in done.stderr
    assert before == tree(built_root / "site")
    for engine in ("mkdocs", "properdocs"):
        done = run(engine, "build", "-f", built_root / "mkdocs.yml", "-d", tmp_path / engine)
        assert 1 == done.returncode
        assert f"{HARBOUR}:4:10  NET001" in done.stderr


def test_a_text_that_cannot_be_followed_stops_the_build_and_is_named(run, built_root: Path):
    before = tree(built_root / "site")
    with (built_root / HARBOUR).open("a", encoding="utf-8") as file:
        file.write("\n" + "- " * 5000 + "x\n")
    done = run("wawla", "build", "--root", built_root, "--today", TODAY)
    assert 1 == done.returncode
    assert re.search(rf"{HARBOUR}:\d+:\d+  TXT017  ", done.stdout)
    assert before == tree(built_root / "site")


def test_a_build_that_is_killed_leaves_the_old_site_and_the_next_one_clears_up(run, built_root: Path):
    before = tree(built_root / "site")
    process = building(built_root)
    soon(lambda: next(built_root.glob(".site-in-the-making-*/**/*.html"), None), process)
    process.kill()
    process.communicate()
    assert before == tree(built_root / "site")
    assert [True] == [left.is_dir() for left in built_root.glob(".site-in-the-making-*")]
    done = run("wawla", "build", "--root", built_root, "--today", TODAY)
    assert 0 == done.returncode, done.stderr
    assert before == tree(built_root / "site")
    assert [] == list(built_root.glob(".site-in-the-making-*"))


def test_of_two_builds_at_once_the_second_waits_and_says_for_whom(built_root: Path):
    before = tree(built_root / "site")
    first = building(built_root)
    soon(lambda: (built_root / ".cache/build.holder").exists(), first)
    first.send_signal(signal.SIGSTOP)  # or it would be done before the other begins
    second = building(built_root)
    said = second.stdout.readline()
    first.send_signal(signal.SIGCONT)
    rest = [process.communicate(timeout=120)[0] for process in (first, second)]
    assert [0, 0] == [first.returncode, second.returncode], rest
    assert f"another build is at work (process {first.pid}); this one waits for it\n" == said
    assert before == tree(built_root / "site")


def test_two_builds_of_one_commit_are_the_same_to_the_byte(run, sample_root: Path, built_site: Path, tmp_path: Path):
    folders = [tmp_path / "one", tmp_path / "another folder" / "deeper"]
    settings = [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8", "COLUMNS": "40"},
        {
            "PYTHONHASHSEED": "2",
            "TZ": "America/New_York",
            "LC_ALL": "C",
            "XDG_CACHE_HOME": str(tmp_path / "cache"),
            "FORCE_COLOR": "1",
        },
    ]
    for folder, setting, umask in zip(folders, settings, (0o022, 0o077), strict=True):
        subprocess.run(["git", "clone", "-q", sample_root.as_uri(), folder], check=True)
        shutil.copytree(sample_root / ".cache/print", folder / ".cache/print")  # tests/printing makes them twice
        done = run("wawla", "build", "--root", folder, "--today", TODAY, env=setting, umask=umask)
        assert 0 == done.returncode, done.stderr
        assert [] == differences(built_site, folder / "site")


def forget_all_but_pdfs(root: Path) -> None:
    """Empty the caches. PDFs take their time, and have tests of their own (tests/printing)."""
    for kept in (root / ".cache").iterdir():
        if kept.name != "print":
            shutil.rmtree(kept) if kept.is_dir() else kept.unlink()


def changed_pieces(root: Path) -> None:
    replaced(root / HARBOUR, "Six schools lie", "Sixty schools lie")
    replaced(root / "tools/opening-talk/index.md", "title: Opening a talk", "title: Another")
    replaced(root / "accounts_of_practice/valley-visits/index.md", "[draft](../bridge-draft/index.md)", "draft")
    shutil.rmtree(root / "accounts_of_practice/bridge-draft")


def changed_theme(root: Path) -> None:
    with (root / "docs/theme/partials/footer.html").open("a", encoding="utf-8") as file:
        file.write("<p>Changed</p>\n")


def changed_configuration(root: Path) -> None:
    replaced(root / "mkdocs.yml", "copyright: Content under", "copyright: Everything under")


def changed_by_hand(root: Path) -> None:
    (root / "site/tools/opening-talk/index.html").write_text("Not ours", encoding="utf-8")
    (root / "site/tools/ties-sheet/index.html").unlink()
    (root / "site/extra.html").write_text("Not ours", encoding="utf-8")


def damaged_records(root: Path) -> None:
    for path in (root / ".cache").rglob("*.json"):
        path.write_text('{"setting": 1', encoding="utf-8")


@pytest.mark.parametrize(
    "change", [changed_pieces, changed_theme, changed_configuration], ids=lambda change: change.__name__
)
def test_a_build_after_a_change_makes_what_a_build_from_nothing_makes(run, built_root: Path, tmp_path: Path, change):
    before = tree(built_root / "site")
    change(built_root)
    for step in ((), ("--site", tmp_path / "from-nothing/site")):
        forget_all_but_pdfs(built_root) if step else None
        done = run("wawla", "build", "--root", built_root, "--today", TODAY, *step)
        assert 0 == done.returncode, done.stderr
    assert [] == differences(tmp_path / "from-nothing/site", built_root / "site")
    assert before != tree(built_root / "site")


@pytest.mark.parametrize("change", [changed_by_hand, damaged_records], ids=lambda change: change.__name__)
def test_a_build_puts_right_what_was_spoiled_since_the_last(run, built_root: Path, change):
    before = tree(built_root / "site")
    change(built_root)
    done = run("wawla", "build", "--root", built_root, "--today", TODAY)
    assert 0 == done.returncode, done.stderr
    assert before == tree(built_root / "site")


def updated(site: Path) -> str:
    """When the feed of a site was updated, as it says itself."""
    return re.findall("<updated>(.*?)</updated>", (site / "feed.xml").read_text(encoding="utf-8"))[0]


def test_without_a_history_a_site_is_built_that_does_not_say_when_it_changed(run, fresh_root: Path, built_site: Path):
    shutil.rmtree(fresh_root / ".git")
    done = run("wawla", "build", "--root", fresh_root, "--today", TODAY, "--no-pdfs")
    assert 0 == done.returncode, done.stderr
    assert 1 == done.stderr.count("so no page says it: this folder is in no git repository.\n")
    assert "Last changed" not in (fresh_root / "site/tools/opening-talk/index.html").read_text(encoding="utf-8")
    assert "lastmod" not in (fresh_root / "site/sitemap.xml").read_text(encoding="utf-8")
    assert updated(built_site) <= updated(fresh_root / "site")


def test_a_shallow_clone_says_so_and_takes_no_feed_back(run, sample_root: Path, built_site: Path, tmp_path: Path):
    clone = ["git", "clone", "-q", "--depth", "1", sample_root.as_uri(), tmp_path / "clone"]
    subprocess.run(clone, check=True)
    cache = shutil.copytree(sample_root / ".cache", tmp_path / "cache")
    done = run("wawla", "build", "--root", tmp_path / "clone", "--today", TODAY, "--no-pdfs", "--cache", cache)
    assert 0 == done.returncode, done.stderr
    assert 1 == done.stderr.count("(a shallow clone). To put that right: git fetch --unshallow\n")
    assert updated(built_site) == updated(tmp_path / "clone/site")
    assert "lastmod" not in (tmp_path / "clone/site/sitemap.xml").read_text(encoding="utf-8")


def test_a_cache_elsewhere_gives_the_same_site_and_leaves_the_publication_as_it_is(
    run, fresh_root: Path, built_site: Path, tmp_path: Path
):
    cache = (fresh_root / ".cache").rename(tmp_path / "cache")
    before = tree(fresh_root)
    done = run("wawla", "build", "--root", fresh_root, "--today", TODAY, "--site", tmp_path / "site", "--cache", cache)
    assert 0 == done.returncode, done.stderr
    assert before == tree(fresh_root)
    assert [] == differences(built_site, tmp_path / "site")


def test_where_the_cache_cannot_be_written_the_site_is_built_and_it_is_said_once(
    run, fresh_root: Path, built_site: Path, tmp_path: Path
):
    shutil.rmtree(fresh_root / ".cache")
    (fresh_root / ".cache").touch()  # which root cannot write either
    done = run("wawla", "build", "--root", fresh_root, "--today", TODAY, "--site", tmp_path / "site", "--no-pdfs")
    assert 0 == done.returncode, done.stderr
    assert 1 == done.stderr.count(f"The cache {fresh_root}/.cache cannot be written")
    assert (built_site / "404.html").read_bytes() == (tmp_path / "site/404.html").read_bytes()


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("docs/theme/404.html", "{% if %}", r"docs/theme/404\.html, line \d+: the template cannot be used: "),
        (
            "docs/theme/partials/footer.html",
            "{{ nothing.at.all }}",
            r"footer\.html, line \d+: the template cannot be used: ",
        ),
        ("docs/assets/wawla.css", None, r"wawla: docs/assets/wawla\.css is not there, and mkdocs\.yml needs it\. "),
    ],
    ids=["cannot be read", "fails at a page", "is not there"],
)
def test_a_part_of_the_look_that_cannot_be_used_is_one_sentence(
    run, fresh_root: Path, path: str, text: str | None, said: str
):
    if text is None:
        (fresh_root / path).unlink()
    else:
        with (fresh_root / path).open("a", encoding="utf-8") as file:
            file.write(f"{text}\n")
    done = run("wawla", "build", "--root", fresh_root, "--today", TODAY, "--no-pdfs")
    assert (2, 1) == (done.returncode, done.stderr.count("wawla: "))
    assert re.search(said, done.stderr.splitlines()[-1])
    assert "ERROR" not in done.stderr


def test_what_stands_in_the_way_of_a_site_is_never_lost(run, fresh_root: Path):
    before = tree(fresh_root / "docs")
    for place in (fresh_root, fresh_root / "docs"):
        done = run("wawla", "build", "--root", fresh_root, "--today", TODAY, "--site", place)
        assert 2 == done.returncode
        assert "and would be lost" in done.stderr
    assert before == tree(fresh_root / "docs")


def test_the_preview_shows_the_site_and_what_changes_in_it(fresh_root: Path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "wawla.commands.main", "serve", "--root", str(fresh_root), "--address", address]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def page(path: str) -> str:
        try:
            with urllib.request.urlopen(f"http://{address}/{path}", timeout=5) as answer:
                return answer.read().decode()
        except OSError:
            return ""

    try:
        assert "The newest edition" in soon(lambda: page(""), process)
        replaced(fresh_root / HARBOUR, "Six schools lie", "Sixty schools lie")
        soon(lambda: "Sixty schools lie" in page("accounts_of_practice/harbour-reading-groups/"), process)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(120)  # it ends what it is building first
    assert 0 == process.returncode
    assert not (fresh_root / "site").exists()


def test_an_address_that_is_taken_is_one_line(run, sample_root: Path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        done = run("wawla", "serve", "--root", sample_root, "--address", address)
    said = f"wawla: The preview cannot be shown. {address}: another program answers there already. "
    assert (2, said, 1) == (done.returncode, done.stderr[: len(said)], len(done.stderr.splitlines()))
