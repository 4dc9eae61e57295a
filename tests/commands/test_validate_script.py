"""scripts/validate.py with Pythons that lack something, and the hook that runs it before a commit."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from folders import ROOT, SAMPLE

pytestmark = pytest.mark.slow


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The scripts and a publication, in a folder without an environment."""
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(SAMPLE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def validate(checkout: Path, *options: str, lacking: str = "") -> subprocess.CompletedProcess[str]:
    """Run the script in a Python that lacks a package."""
    env = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "WAWLA_HANDED_ON")}
    if lacking:
        (checkout / "lacking").mkdir()
        (checkout / "lacking/sitecustomize.py").write_text(
            f"import sys\nsys.modules[{lacking!r}] = None\n", encoding="utf-8"
        )
        env["PYTHONPATH"] = str(checkout / "lacking")
    command = [sys.executable, *options, checkout / "scripts/validate.py", "--root", checkout, "--today", "2026-05-04"]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False)


def environment(checkout: Path, program: str) -> None:
    """Put a program where `make site` puts its Python."""
    python = checkout / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text(program, encoding="utf-8")
    python.chmod(0o755)


@pytest.mark.parametrize("package", ["click", "pydantic", "yaml", "PIL", "rapidfuzz"])
def test_a_python_that_lacks_a_package_says_so_in_one_line(checkout: Path, package: str):
    done = validate(checkout, lacking=package)
    assert (2, "", 1) == (done.returncode, done.stdout, len(done.stderr.splitlines())), done.stderr
    assert f"lacks {package}. Run `make site` first." in done.stderr


def test_a_python_without_any_package_says_so_in_one_line(checkout: Path):
    done = validate(checkout, "-S")
    assert (2, "", 1) == (done.returncode, done.stdout, len(done.stderr.splitlines()))


def test_it_needs_no_wawla_that_is_installed(checkout: Path):
    done = validate(checkout, "-I")
    assert (0, "") == (done.returncode, done.stderr)
    assert "in 1 file, 27 examined" in done.stdout


def test_a_python_that_lacks_something_hands_on_to_that_of_the_environment(checkout: Path):
    environment(checkout, f'#!/bin/sh\nunset PYTHONPATH\nexec {sys.executable} "$@"\n')
    done = validate(checkout, lacking="pydantic")
    assert (0, "") == (done.returncode, done.stderr)
    assert "in 1 file, 27 examined" in done.stdout


@pytest.mark.parametrize("program", [f'#!/bin/sh\nexec {sys.executable} -S "$@"\n', "#!/nowhere/python\n"])
def test_an_environment_that_is_broken_too_is_one_line(checkout: Path, program: str):
    environment(checkout, program)
    done = validate(checkout, "-S")
    assert (2, "", 1) == (done.returncode, done.stdout, len(done.stderr.splitlines())), done.stderr
    assert "`make site`" in done.stderr


def test_a_fault_of_our_own_is_shown_whole(checkout: Path):
    (checkout / "scripts/wawla/checking/report.py").write_text("import wawla.nowhere\n", encoding="utf-8")
    assert "ModuleNotFoundError: No module named 'wawla.nowhere'" in validate(checkout).stderr


STOPPED = """
import runpy, sys
class Stop:
    def find_spec(self, name, *_):
        if name == "click":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Stop())
sys.argv[1:] = ["--root", "."]
"""


@pytest.mark.parametrize(
    "program",
    ["runpy.run_path('scripts/validate.py', run_name='__main__')", "runpy.run_module('wawla', run_name='__main__')"],
    ids=["script", "command"],
)
def test_whoever_stops_it_while_it_loads_reads_one_line(checkout: Path, program: str):
    env = {**os.environ, "PYTHONPATH": str(checkout / "scripts")}
    done = subprocess.run(
        [sys.executable, "-c", STOPPED + program], cwd=checkout, env=env, capture_output=True, text=True, check=False
    )
    assert (130, "", "wawla: stopped.\n") == (done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize("program", ["import wawla.__main__", "runpy.run_module('wawla', run_name='__main__')"])
def test_a_folder_that_is_gone_under_the_user_is_one_line(checkout: Path, program: str):
    gone = f"import os, runpy, sys; os.chdir({str(checkout / 'gone')!r}); os.rmdir(os.getcwd()); {program}"
    (checkout / "gone").mkdir()
    env = {**os.environ, "PYTHONPATH": str(checkout / "scripts")}
    done = subprocess.run([sys.executable, "-P", "-c", gone], env=env, capture_output=True, text=True, check=False)
    assert (2, "wawla: the folder that you stand in is gone.") == (done.returncode, done.stderr.partition(" Go to")[0])


def test_the_script_can_be_read_by_an_old_python():
    ast.parse((ROOT / "scripts/validate.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_the_hook_runs_also_when_files_are_only_deleted():
    [repository] = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    [hook] = repository["hooks"]
    assert (True, False, False) == (hook["always_run"], hook["pass_filenames"], "files" in hook)
