"""What holds for the whole project, whichever part one works on."""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from folders import ROOT

from wawla.printing.typesetting import colour
from wawla.printing.typesetting.system_libraries import LIBRARIES
from wawla.reading.paths import REGISTERS, SINGLES

PACKAGE = ROOT / "scripts/wawla"
TEXTS = {path: path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py"))}
LOCKS = ("requirements.lock", "requirements-dev.lock")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

each_lock = pytest.mark.parametrize("lock", LOCKS)


def normal(name: str) -> str:
    """A package's name as the index compares it (PEP 503), without bounds and extras."""
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", name)[0]).lower()


def packages(*groups: str) -> set[str]:
    """What pyproject.toml asks for: the project's own dependencies, and those of the groups."""
    wanted = [*PROJECT["project"]["dependencies"]]
    for group in groups:
        wanted += [entry for entry in PROJECT["dependency-groups"][group] if isinstance(entry, str)]
    return {normal(entry) for entry in wanted}


def name_of(module: Path) -> str:
    """A module's path in the package."""
    return module.relative_to(PACKAGE).as_posix()


@cache
def tree_of(module: Path) -> ast.Module:
    """A module as Python parses it. Most are parsed by one of the workers that share the tests, so not before."""
    return ast.parse(TEXTS[module])


def nodes(sign: str) -> Iterator[tuple[Path, ast.AST]]:
    """The nodes of the modules in which this stands, each with its module."""
    mentioning = (path for path, text in TEXTS.items() if sign in text)
    return ((path, node) for path in mentioning for node in ast.walk(tree_of(path)))


def is_rule(module: Path) -> bool:
    """The class of a rule is its whole documentation."""
    return module.parent.name == "rules" and module.name != "__init__.py"


def test_a_module_opens_with_one_line_that_says_what_it_is_for():
    wrong = [path for path in TEXTS if not is_rule(path) and not opens_with_a_line(tree_of(path))]
    assert [] == [name_of(path) for path in wrong]


def opens_with_a_line(tree: ast.Module) -> bool:
    """Whether the docstring is a sentence on one line, and whatever follows stands after an empty one."""
    first, _, rest = (ast.get_docstring(tree) or "").partition("\n")
    return first.endswith(".") and (not rest or rest.startswith("\n"))


def test_a_module_is_short_enough_to_be_read_at_once():
    assert [] == [name_of(path) for path, text in TEXTS.items() if len(text.splitlines()) > 250]


def test_git_is_started_in_one_module():
    lists = [(path, node.elts[:1]) for path, node in nodes('"git"') if isinstance(node, ast.List)]
    starting = {name_of(path) for path, first in lists if [ast.dump(ast.Constant("git"))] == [*map(ast.dump, first)]}
    assert {"runtime/git.py"} == starting


def test_the_path_of_a_register_is_written_in_one_module():
    naming = [(path, node) for each in (*REGISTERS, *SINGLES) for path, node in nodes(each)]
    texts = [(path, node.value) for path, node in naming if isinstance(node, ast.Constant)]
    assert {"reading/paths.py"} == {name_of(path) for path, text in texts if text in {*REGISTERS, *SINGLES}}


def test_no_function_is_written_in_two_modules():
    where: dict[str, list[str]] = {}
    for path in TEXTS:
        for node in tree_of(path).body:
            if isinstance(node, ast.FunctionDef) and not is_rule(path):
                body = node.body[ast.get_docstring(node) is not None :]
                where.setdefault(f"{ast.dump(node.args)} {[*map(ast.dump, body)]}", []).append(name_of(path))
    assert [] == [paths for said, paths in where.items() if len(paths) > 1 and not said.endswith(" []")]


SILENCED = re.compile(r"# (noqa|type: ignore|pragma)\b(?!(: [A-Z0-9, ]+| ?\[[a-z, -]+\]|: no cover)( -|  #) \w)")


def test_a_check_that_is_silenced_says_why():
    files = [*(ROOT / "scripts").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]
    lines = [(file, line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    assert [] == [f"{file.relative_to(ROOT)}: {line.strip()}" for file, line in lines if SILENCED.search(line)]
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("[tool.ruff.lint]")[2]
    ignored = re.findall(r'^    "[A-Z]+[0-9]*",.*', project, re.M)
    assert [] == [line for line in ignored if "  # " not in line]


TESTS = {
    path.relative_to(ROOT / "tests").as_posix(): path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "tests").rglob("*.py"))
    if path.name != "test_house_rules.py"
}
BY_THE_CLOCK = re.compile(
    r"\bsleep\(|wait_for_timeout\(|setTimeout\(|\btoday\(\)|\butcnow\(|datetime\.now\(|Date\.now\(|[^.\w]time\.time\(\)"
)
MEASURING = {name for name in TESTS if name.startswith("bench/")}
"""They prove nothing, but measure how long things take; so they ask the clock."""
ASKING_THE_CLOCK = {
    "publication/browser/test_every_page.py": "It records on which day it looked at every page.",
    "runtime/test_clock.py": "It is the clock that is tried, and is set first.",
}


def test_no_test_sleeps_and_none_asks_which_day_it_is():
    asking = {name for name, text in TESTS.items() if BY_THE_CLOCK.search(text)}
    assert {*ASKING_THE_CLOCK} == asking - MEASURING


LIVE = re.compile(r"(mkdocs\.yml|series|accounts_of_practice|think-pieces|tools|docs)(?![\w.])")
OURS = re.compile(r"docs/(assets|theme|decisions)\b|series/edition\.schema\.json")
"""The look, the decisions and the schema are ours, although they lie among what the editors write."""
READING_LIVE = {
    "bench/publications.py": "It measures with the pages and the navigation that readers have.",
    "bench/visiting.py": "It measures the publication itself.",
}


def live_files(tree: ast.Module) -> Iterator[str]:
    """What a module names of the live publication: a path below ROOT, or ROOT as what a function is given."""
    for node in ast.walk(tree):
        if isinstance(node, ast.BinOp) and "ROOT" == getattr(node.left, "id", ""):
            path = node.right.value if isinstance(node.right, ast.Constant) else "mkdocs.yml, or whatever a name holds"
            if LIVE.match(path) and not OURS.match(path):
                yield path
        elif isinstance(node, ast.Call) and "relative_to" != getattr(node.func, "attr", ""):
            given = [*node.args, *(keyword.value for keyword in node.keywords)]
            yield from ("ROOT" for each in given if "ROOT" == getattr(each, "id", ""))


def test_only_the_tests_of_the_publication_read_the_publication():
    own = {name: text for name, text in TESTS.items() if not name.startswith("publication/") and "ROOT" in text}
    assert {*READING_LIVE} == {name for name, text in own.items() if [*live_files(ast.parse(text))]}


def test_no_fault_is_left_to_an_assert_which_python_may_leave_out():
    assert [] == [f"{name_of(path)}:{node.lineno}" for path, node in nodes("assert") if isinstance(node, ast.Assert)]


def test_what_the_system_refuses_is_said_in_our_words_and_not_in_those_of_the_c_library():
    tell = [path for path, node in nodes("strerror") if isinstance(node, ast.Attribute) and node.attr == "strerror"]
    ours = {"model/os_errors.py"}
    making = {"building/search_index.py", "commands/progress.py"}  # they make an OSError, as the system would
    assert ours | making == {path.relative_to(PACKAGE).as_posix() for path in tell}


def test_a_module_is_named_for_what_it_holds():
    drawers = {"utils", "util", "helpers", "helper", "common", "misc"}
    assert [] == [path for path in PACKAGE.rglob("*") if path.stem in drawers]


@each_lock
def test_a_lock_names_no_registry_and_no_path_of_a_machine(lock: str):
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    faulty = re.compile(r"://|--(?:extra-)?index-url|--find-links|--trusted-host|(?:^|[\s=@])[~.]{0,2}/|[A-Za-z]:\\")
    assert [] == [line for line in lines if faulty.search(line)]


@each_lock
def test_a_lock_gives_hashes_for_every_package(lock: str):
    entries = re.split(r"^(?=[a-z])", (ROOT / lock).read_text(encoding="utf-8"), flags=re.M)[1:]
    assert entries
    assert [] == [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry]


@pytest.mark.parametrize(("lock", "groups"), [(LOCKS[0], ["build"]), (LOCKS[1], ["build", "dev"])])
def test_a_lock_holds_everything_that_is_asked_for(lock: str, groups: list[str]):
    locked = re.findall(r"^([\w.-]+)(?:\[[\w,]+\])?==", (ROOT / lock).read_text(encoding="utf-8"), re.M)
    assert set() == packages(*groups) - {normal(name) for name in locked}


def test_both_locks_agree_on_versions():
    texts = [(ROOT / lock).read_text(encoding="utf-8") for lock in LOCKS]
    small, large = (set(re.findall(r"^\S+==[^\\\n]+", text, re.M)) for text in texts)
    assert set() == small - large


def test_every_dependency_has_its_reason_and_every_reason_its_dependency():
    page = (ROOT / "docs/decisions/dependencies.md").read_text(encoding="utf-8").partition("## Set aside")[0]
    reasons = re.findall(r"^\| (?!Package )(\w[\w.-]*) \| \S.* \|$", page, re.M)
    assert packages("build", "dev") == {normal(name) for name in reasons}


def test_what_is_built_stays_out_of_the_repository():
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    assert {"site/", ".cache/", ".venv/"} <= set(ignored)


def names_of_types(tree: ast.Module) -> Iterator[str]:
    """The classes of a module, and its other names that begin as a class does."""
    yield from (node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    for node in tree.body:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        yield from (each.id for each in targets if isinstance(each, ast.Name) and re.match(r"_?[A-Z][a-z]", each.id))


def test_one_name_of_a_class_means_one_thing():
    known: dict[str, list[str]] = {}
    for path in TEXTS:
        for name in names_of_types(tree_of(path)):
            known.setdefault(name.removeprefix("_"), []).append(name_of(path))
    assert {} == {name: modules for name, modules in known.items() if len(modules) > 1}


def test_text_has_the_same_colours_on_screen_and_on_paper():
    style = (ROOT / "docs/assets/wawla.css").read_text(encoding="utf-8")
    first = {name: re.search(rf"--w-{name}: (#[0-9a-f]{{6}});", style)[1] for name in ("ink", "quiet")}
    assert {"ink": colour.INK, "quiet": colour.QUIET} == first


def test_make_installs_the_libraries_that_doctor_asks_for():
    named = re.search(r"^PANGO = (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)[1].split()
    assert list(dict.fromkeys(library.packages["apt-get"] for library in LIBRARIES)) == named


def test_the_root_of_the_package_holds_no_loose_module():
    assert {"__init__.py", "__main__.py"} == {path.name for path in PACKAGE.glob("*.py")}
