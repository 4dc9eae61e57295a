"""What a person types, what she gets, and with which exit status."""

import datetime as dt
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from folders import ROOT, SAMPLE

from wawla.checking import check_publication
from wawla.checking.examples import TODAY, sample
from wawla.checking.rule import Drawn, Good
from wawla.commands.main import main
from wawla.commands.new_piece import TEMPLATES
from wawla.runtime import clock

ACCOUNT, TOOL = "accounts_of_practice/example/index.md", "tools/example/index.md"
PICTURE = """pictures:
- file: a.png
  alt: Teachers at a table.
  credit: Us
  consent: {reference: A, scope: [web], until: 2026-06-30}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small sample publication on disk, without a fault."""
    return laid_out(tmp_path / "publication", Good())


def laid_out(root: Path, example: Good) -> Path:
    """The sample publication with one account changed, on disk."""
    tree = sample(example).tree
    for path in tree.sizes:
        put(root / path, tree.read(path))
    return root


def put(path: Path, content: str | bytes) -> None:
    """Write a file and the folders it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def wawla(*arguments: object) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def check(root: Path, *arguments: object) -> Result:
    """Check a publication on the day the sample is made for."""
    return wawla("check", "--root", root, "--today", TODAY, *arguments)


def found(result: Result) -> list[tuple[str, str]]:
    """Codes and paths in a report as JSON."""
    return [(finding["code"], finding["path"]) for finding in json.loads(result.stdout)["findings"]]


def with_fault(root: Path, path: str = TOOL) -> Path:
    """The publication with a licence that does not exist, in line 2."""
    put(root / path, (root / path).read_bytes().replace(b"---\n", b"---\nlicence: CC BY 9.0\n", 1))
    return root


# exit status


def test_a_clean_publication_is_status_0(root: Path):
    result = check(root)
    assert (0, "") == (result.exit_code, result.stderr)
    assert re.fullmatch(r"\d+ files examined, no findings \(\d+ rules and fields, \d\.\d s\)\.\n", result.stdout)


def test_findings_are_status_1(root: Path):
    result = check(with_fault(root))
    assert (1, "") == (result.exit_code, result.stderr)
    assert f"{TOOL}:2:10  SCH004  licence cannot be 'CC BY 9.0'" in result.stdout


def test_a_folder_without_a_publication_is_status_2_with_one_line(tmp_path: Path):
    result = check(tmp_path)
    assert (2, "") == (result.exit_code, result.stdout)
    assert f"wawla: {tmp_path} holds no publication: none of the folders series, " in result.stderr


def test_a_folder_that_is_not_there_is_status_2(tmp_path: Path):
    assert 2 == check(tmp_path / "nowhere").exit_code


def test_nothing_examined_is_status_2(tmp_path: Path):
    (tmp_path / "tools").mkdir()
    result = check(tmp_path)
    assert (2, f"wawla: nothing was examined: there is no text of the publication at {tmp_path}.\n") == (
        result.exit_code,
        result.stderr,
    )


def test_a_bug_of_ours_is_status_3_with_what_a_report_of_it_needs(root: Path, monkeypatch: pytest.MonkeyPatch):
    def broken(*arguments: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr(check_publication, "check", broken)
    result = check(root)
    assert (3, "") == (result.exit_code, result.stdout)
    assert "RuntimeError: a bug" in result.stderr
    assert "wawla: this is a bug of ours, not a fault of the content." in result.stderr
    assert f"Python {sys.version_info[0]}.{sys.version_info[1]}" in result.stderr


@pytest.mark.parametrize(
    "arguments", [["--today", "tomorrow"], ["--today", "2026-02-30"], ["--format", "xml"], ["--rot", "."]]
)
def test_what_nobody_could_mean_is_status_2(root: Path, arguments: list[str]):
    assert 2 == check(root, *arguments).exit_code


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_the_form_of_a_report_does_not_change_the_status(root: Path, form: str):
    assert 0 == check(root, "--format", form).exit_code
    assert 1 == check(with_fault(root), "--format", form).exit_code


def test_warnings_fail_only_where_that_is_asked(root: Path):
    put(root / "tools/alone/index.md", (root / TOOL).read_bytes().replace(b"A sample tool", b"Another tool"))
    lenient, strict = check(root, "--format", "json"), check(root, "--format", "json", "--strict")
    assert [("PCE001", "tools/alone/index.md")] == found(lenient) == found(strict)
    assert (0, 1) == (lenient.exit_code, strict.exit_code)


# what is examined


def test_only_the_paths_that_are_named_are_reported(root: Path):
    with_fault(with_fault(root, TOOL), ACCOUNT)
    assert {("SCH004", TOOL)} == set(found(check(root, root / "tools", "--format", "json")))
    assert {("SCH004", ACCOUNT)} == set(found(check(root, root / ACCOUNT, "--format", "json")))
    assert {("SCH004", ACCOUNT), ("SCH004", TOOL)} == set(
        found(check(root, root / "tools", root / ACCOUNT, "--format", "json"))
    )


def test_the_whole_library_is_read_whatever_paths_are_named(root: Path):
    put(
        root / TOOL,
        (root / TOOL).read_bytes() + b"\nRead [the account](../../accounts_of_practice/example/index.md).\n",
    )
    assert 0 == check(root, root / TOOL).exit_code


def test_the_number_of_examined_files_counts_those_inside_the_paths(root: Path):
    assert 1 == json.loads(check(root, root / "tools", "--format", "json").stdout)["examined"]


def test_a_fault_elsewhere_does_not_fail_the_paths_that_are_named(root: Path):
    assert 0 == check(with_fault(root), root / ACCOUNT).exit_code


@pytest.mark.parametrize("path", [".", "tools/..", "tools", "./tools/", "series/../tools", "tools/example"])
def test_a_path_may_be_written_in_any_way(root: Path, path: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(root)
    assert ("SCH004", TOOL) in found(
        wawla("check", "--today", TODAY, "--format", "json", str(with_fault(root) and path))
    )


def test_the_root_may_be_written_with_dots(root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(root / "tools")
    assert 0 == check(Path(".."), "example").exit_code


def test_a_name_that_only_begins_alike_is_not_inside(root: Path):
    shutil.copytree(root / "tools/example", root / "tools/example-two")
    (root / "tools/example-two/index.md").write_text("no front matter", encoding="utf-8")
    assert 0 == check(root, root / "tools/example").exit_code


@pytest.mark.parametrize("path", ["/etc", "..", "/"])
def test_a_path_outside_is_status_2(root: Path, path: str):
    result = check(root, root / path)
    assert (2, "") == (result.exit_code, result.stdout)
    assert f"is not inside the publication at {root}." in result.stderr


def test_a_path_that_is_not_there_is_status_2(root: Path):
    result = check(root, root / "tools/nowhere")
    assert (2, f"wawla: {root}/tools/nowhere does not exist.\n") == (result.exit_code, result.stderr)


def test_a_path_in_which_nothing_is_examined_is_status_2(root: Path):
    (root / "tools/empty").mkdir()
    result = check(root, root / "tools/empty")
    assert (2, True) == (result.exit_code, "nothing was examined" in result.stderr)


def test_a_dangling_link_may_be_named_and_is_a_finding(root: Path):
    (root / "tools/example/link.md").symlink_to("/nowhere")
    assert [("FIL001", "tools/example/link.md")] == found(
        check(root, root / "tools/example/link.md", "--format", "json")
    )


# the day


CONSENT = [("2026-03-01", []), ("2026-05-15", ["PIC011"]), ("2026-06-30", ["PIC011"]), ("2026-07-01", ["PIC010"])]


@pytest.mark.parametrize(("day", "expected"), CONSENT)
def test_whether_a_consent_is_over_depends_on_the_day(tmp_path: Path, day: str, expected: list[str]):
    root = laid_out(
        tmp_path,
        Good(
            PICTURE,
            files={"accounts_of_practice/example/a.png": Drawn()},
            body="## A heading\n\n![Teachers](a.png)\n" + "Some words to read here. " * 60,
        ),
    )
    result = wawla("check", "--root", root, "--today", day, "--format", "json")
    assert expected == [code for code, _ in found(result) if code in ("PIC010", "PIC011")]


def test_today_is_the_day_where_none_is_given(root: Path, monkeypatch: pytest.MonkeyPatch):
    asked: list[dt.date] = []
    whole = check_publication.check_publication
    monkeypatch.setattr(check_publication, "check_publication", lambda at, day: (asked.append(day), whole(at, day))[1])
    monkeypatch.setattr(clock, "_clock", lambda: dt.datetime(2026, 3, 4, 23, 59, tzinfo=dt.UTC))
    wawla("check", "--root", root)
    assert [dt.date(2026, 3, 4)] == asked


# help


def test_every_rule_is_listed_with_its_title():
    lines = wawla("rules").stdout.splitlines()
    assert "PIC001  picture has consent" in lines
    assert "PCE001  piece is in an edition  (warning)" in lines
    assert sorted(lines) == lines


@pytest.mark.parametrize("code", ["PIC001", "pic001"])
def test_a_rule_is_explained(golden: Callable[[str, str], None], code: str):
    result = wawla("rules", code)
    assert 0 == result.exit_code
    golden("report/rules-pic001.txt", result.stdout)


def test_an_unknown_rule_is_status_2_with_a_guess():
    result = wawla("rules", "PIC01")
    assert (2, True) == (result.exit_code, "there is no rule PIC01. did you mean 'PIC001'? " in result.stderr)


def test_an_unknown_rule_like_no_other_has_no_guess():
    assert "wawla: there is no rule zebra. All of them: wawla rules\n" == wawla("rules", "zebra").stderr


@pytest.mark.parametrize("command", ["check", "build", "serve", "rules", "schema", "new"])
def test_every_command_explains_itself(command: str):
    result = wawla(command, "-h")
    assert (0, True) == (result.exit_code, "Usage:" in result.stdout)


def test_no_summary_of_a_command_is_cut():
    listed = [CliRunner().invoke(main, [*group, "-h"], terminal_width=80).stdout for group in ([], ["order"])]
    assert [True, True] == ["Commands:" in text for text in listed]
    assert [] == [
        line for text in listed for line in text.splitlines() if line.startswith("  ") and line.endswith("...")
    ]


def test_every_option_is_explained():
    options = [
        option for command in main.commands.values() for option in command.params if isinstance(option, click.Option)
    ]
    assert [] == [option.name for option in options if not option.help]


# the schema


def test_the_exported_schema_is_fresh():
    kept = (ROOT / "series/edition.schema.json").read_text(encoding="utf-8")
    assert kept == wawla("schema").stdout, "refresh it: .venv/bin/wawla schema --to series/edition.schema.json"


def test_the_schema_can_be_written_to_a_file(tmp_path: Path):
    assert "" == wawla("schema", "--to", tmp_path / "a.json").stdout
    assert wawla("schema").stdout == (tmp_path / "a.json").read_text(encoding="utf-8")


# beginning a piece


PARENTS = {"edition": ["--in", "example/first"], "series": ["--in", "example"], "": []}
NEW = [
    (kind, PARENTS[each.belongs_to], each.path.format(slug="begun", parent="".join(PARENTS[each.belongs_to][1:])))
    for kind, each in TEMPLATES.items()
]


def test_every_kind_of_file_can_be_begun():
    paths = {
        "account": "accounts_of_practice/begun/index.md",
        "tool": "tools/begun/index.md",
        "think-piece": "series/example/first/think-pieces/begun/index.md",
        "edition": "series/example/begun/index.md",
    }
    assert paths.items() <= {(kind, path) for kind, _, path in NEW}


@pytest.mark.parametrize(("kind", "options", "path"), NEW)
def test_what_is_begun_lacks_only_what_a_person_has_to_fill_in(root: Path, kind: str, options: list[str], path: str):
    begun = wawla("new", kind, "begun", *options, "--root", root)
    assert (0, True) == (
        begun.exit_code,
        begun.stdout.startswith(f"Wrote {path}. Still to be filled in by a person:\n"),
    )
    report = json.loads(check(root, "--format", "json").stdout)["findings"]
    assert {("SCH010", path)} == {(finding["code"], finding["path"]) for finding in report}
    assert [f"  line {finding['line']}: {finding['message']}" for finding in report] == begun.stdout.splitlines()[1:]


@pytest.mark.parametrize(("kind", "options", "path"), NEW)
def test_what_is_begun_explains_every_field(root: Path, kind: str, options: list[str], path: str):
    wawla("new", kind, "begun", *options, "--root", root)
    text = (root / path).read_text(encoding="utf-8")
    names = [info.alias or name for name, info in TEMPLATES[kind].model.model_fields.items() if name != "skip"]
    assert names == re.findall(r"^(?:# )?([a-z_]+): ", text, re.M)


@pytest.mark.parametrize(("kind", "options", "path"), NEW)
def test_what_is_there_already_is_left_untouched(root: Path, kind: str, options: list[str], path: str):
    put(root / path, "mine")
    result = wawla("new", kind, "begun", *options, "--root", root)
    assert (2, f"wawla: {path} is there already; nothing was changed.\n") == (result.exit_code, result.stderr)
    assert "mine" == (root / path).read_text(encoding="utf-8")


def test_a_link_that_is_there_already_is_not_written_through(root: Path, tmp_path: Path):
    (root / "tools/begun").mkdir()
    (root / "tools/begun/index.md").symlink_to(tmp_path / "outside.md")
    assert 2 == wawla("new", "tool", "begun", "--root", root).exit_code
    assert not (tmp_path / "outside.md").exists()


def test_a_folder_that_is_a_link_is_not_written_through(root: Path, tmp_path: Path):
    (root / "tools/begun").symlink_to(tmp_path, target_is_directory=True)
    result = wawla("new", "tool", "begun", "--root", root)
    assert (2, True) == (result.exit_code, "leads through a link" in result.stderr)
    assert not (tmp_path / "index.md").exists()


@pytest.mark.parametrize("slug", ["Two Words", "..", "../out", "a/b", "-a", "é", "a_b", ""])
def test_a_name_that_cannot_be_an_address_is_refused(root: Path, slug: str):
    before = sorted(root.rglob("*"))
    assert 2 == wawla("new", "--root", root, "tool", "--", slug).exit_code
    assert before == sorted(root.rglob("*"))


PARENTS = [
    ("think-piece", ""),
    ("think-piece", "example"),
    ("think-piece", "a/b/c"),
    ("think-piece", "../../etc"),
    ("edition", ""),
    ("edition", "example/first"),
    ("edition", ".."),
]


@pytest.mark.parametrize(("kind", "parent"), PARENTS)
def test_a_parent_that_cannot_hold_it_is_refused(root: Path, kind: str, parent: str):
    before = sorted(root.rglob("*"))
    assert 2 == wawla("new", kind, "begun", "--in", parent, "--root", root).exit_code
    assert before == sorted(root.rglob("*"))


@pytest.mark.parametrize(
    ("kind", "parent", "guess"), [("think-piece", "example/frist", "example/first"), ("edition", "exmaple", "example")]
)
def test_a_misspelt_parent_is_answered_with_the_nearest(root: Path, kind: str, parent: str, guess: str):
    result = wawla("new", kind, "begun", "--in", parent, "--root", root)
    assert (2, True) == (result.exit_code, f"Did you mean '{guess}'? Nothing was changed." in result.stderr)


def test_a_kind_of_tool_is_answered_with_how_to_begin_one(root: Path):
    result = wawla("new", "data-set", "begun", "--root", root)
    assert (2, True) == (result.exit_code, "a data-set is a tool with `kind: data-set`" in result.stderr)


@pytest.mark.parametrize("kind", [kind for kind, each in TEMPLATES.items() if not each.belongs_to])
def test_a_parent_of_what_stands_alone_is_refused_and_not_passed_over(root: Path, kind: str):
    result = wawla("new", kind, "begun", "--in", "example/first", "--root", root)
    path = TEMPLATES[kind].path.format(slug="begun")
    assert (2, False) == (result.exit_code, (root / path).exists())
    assert f"{kind} stands alone, in {path}, so --in does not apply: leave it out." in result.stderr


def test_nothing_is_begun_where_no_publication_is(tmp_path: Path):
    result = wawla("new", "tool", "begun", "--root", tmp_path)
    assert (2, True, []) == (result.exit_code, "holds no publication" in result.stderr, list(tmp_path.iterdir()))


EVERY_COMMAND = [
    ["check"],
    ["build", "--no-pdfs"],
    ["print", "--all"],
    ["readiness", "first"],
    ["approve", "first", "--copies", "5", "--note", "By the editor."],
    ["new", "tool", "begun"],
    ["catalogue"],
    ["order", "add", "-"],
    ["order", "list"],
    ["order", "pack", "--to", "packs"],
]


@pytest.mark.parametrize("command", EVERY_COMMAND, ids=" ".join)
def test_no_command_writes_anything_where_no_publication_is(
    tmp_path: Path, command: list[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("WAWLA_CACHE", raising=False)
    put(tmp_path / "mkdocs.yml", "site_name: Something else\n")
    result = wawla(*command)
    assert (2, True) == (result.exit_code, result.stderr.startswith("wawla: "))
    assert ["mkdocs.yml"] == [path.name for path in tmp_path.iterdir()]
    result = wawla(*command, "--root", tmp_path / "nowhere")
    assert (2, False) == (result.exit_code, (tmp_path / "nowhere").exists())


# the script


def validate(where: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run scripts/validate.py from a folder."""
    command = [sys.executable, ROOT / "scripts/validate.py", *map(str, arguments)]
    return subprocess.run(command, cwd=where, capture_output=True, text=True, check=False)


def test_the_script_is_a_door_to_the_check(root: Path):
    done = validate(root, "--today", TODAY)
    assert (0, "") == (done.returncode, done.stderr)
    assert 1 == validate(with_fault(root), "tools", "--today", TODAY).returncode


def test_the_script_works_from_another_folder(root: Path, tmp_path: Path):
    done = validate(tmp_path, "--root", with_fault(root), root / "tools", "--today", TODAY)
    assert (1, "") == (done.returncode, done.stderr)
    assert f"{TOOL}:2:10  SCH004" in done.stdout


def test_the_script_stops_with_one_line_where_no_publication_is(tmp_path: Path):
    done = validate(tmp_path)
    assert (2, 1) == (done.returncode, len(done.stderr.splitlines()))


# a broken copy of the sample


HARBOUR, TIES = "accounts_of_practice/harbour-reading-groups/index.md", "tools/ties-sheet/index.md"
WHY = "series/ask/trust-at-work/think-pieces/why-trust/index.md"
OPENING, TALK = "tools/opening-talk/index.md", "series/talk/sharing-the-lead/index.md"
PLANTED = [
    ("SCH001", "accounts_of_practice/valley-visits/index.md", "title: ", "titel: "),
    ("NET001", HARBOUR, "network: harbour", "network: harbor"),
    ("VOC001", HARBOUR, "themes: [reading & talk,", "themes: [reading and talk,"),
    ("LNK001", OPENING, "harbour-reading-groups/index.md", "harbour/index.md"),
    ("YML008", TIES, "minutes: 30", "minutes: 1:00"),
    ("TXT002", TIES, "## The sheet", "#### The sheet"),
    ("PRV001", OPENING, "Print it for each person.", "Ask j.smith@primary.example."),
    ("TXT005", WHY, None, "<script>alert(1)</script>"),
    ("LNK003", WHY, None, "[press here for more](javascript:alert(1))"),
    ("TXT008", WHY, None, "{{ config.secret }}"),
    ("EDN004", TALK, "accounts: [forest-forum,", "accounts: [forest-forums,"),
    ("EDN005", TALK, "tools: [ties-sheet, opening-talk]", "tools: [ties-sheet, ties-sheet]"),
    ("SCH005", "series/ask/next-steps/index.md", 'hue: "#', 'hue: "x'),
    ("SRC002", "accounts_of_practice/networks.yml", "sources: [sample-book]", "sources: [sample-boek]"),
    ("YML004", "series/glossary.yml", None, "NLC: {stands_for: Another}"),
    ("YML003", "series/talk/series.yml", "title: ", "title: : "),
    ("FIL007", "tools/notes.md", None, "Nobody reads this."),
    ("FIL001", "docs/link.md", None, None),
]
"""A code, the file to plant it in, and what is put in place of what; None in place of text means at the end."""


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[tuple[str, str, int]], list[tuple[str, str, int]]]:
    """Where faults were planted in a copy of the sample, and where the check finds faults in it."""
    root, planted = Path(shutil.copytree(SAMPLE, tmp_path_factory.mktemp("broken") / "sample")), []
    for code, path, old, new in PLANTED:
        if new is None:
            (root / path).symlink_to("/etc/passwd")
            planted.append((code, path, 1))
            continue
        text = (root / path).read_text(encoding="utf-8") if (root / path).exists() else ""
        at = text.index(old) if old else len(text)
        put(root / path, text[:at] + (new + text[at + len(old) :] if old else "\n" * bool(text) + new + "\n"))
        planted.append((code, path, text.count("\n", 0, at) + 1 + (not old and bool(text))))
    report = json.loads(check(root, "--format", "json").stdout)["findings"]
    return planted, [(finding["code"], finding["path"], finding["line"]) for finding in report]


def test_a_planted_fault_is_named_at_its_line(
    broken: tuple[list[tuple[str, str, int]], list[tuple[str, str, int]]],
):
    planted, findings = broken
    assert set() == {*planted} - {*findings}


def test_no_fault_is_named_in_a_file_without_one_but_where_a_fault_reaches_it(
    broken: tuple[list[tuple[str, str, int]], list[tuple[str, str, int]]],
):
    planted, findings = broken
    reached = {("PRN005", "series/ask/trust-at-work/index.md")}  # a printed piece is spoiled
    assert reached == {(code, path) for code, path, _ in findings if path not in {path for _, path, _ in planted}}
