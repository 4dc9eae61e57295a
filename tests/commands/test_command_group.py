"""How a command ends: in one sentence where the machine or the setting is at fault, and as a bug where we are."""

import errno
import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from folders import ROOT, SAMPLE

from wawla.commands.command_group import CommandGroup
from wawla.commands.main import main
from wawla.commands.progress import ErrorConsole, Progress
from wawla.model.errors import WawlaError


def ending(act: Callable[[], object]) -> Result:
    """How a command ends that does this."""
    group = CommandGroup()
    group.add_command(click.Command("act", callback=lambda: act()))
    return CliRunner().invoke(group, ["act"])


def raises(error: BaseException) -> Callable[[], None]:
    def act() -> None:
        raise error

    return act


def test_trouble_with_the_setting_is_one_sentence():
    result = ending(raises(WawlaError("there is no such thing.")))
    assert (2, "", "wawla: there is no such thing.\n") == (result.exit_code, result.stdout, result.stderr)


@pytest.mark.parametrize("name", ["EACCES", "EROFS", "ENOSPC", "EDQUOT", "EMFILE", "ENOTDIR", "EISDIR", "ENAMETOOLONG"])
def test_what_the_system_refuses_is_one_sentence(name: str):
    result = ending(raises(OSError(getattr(errno, name), "Refused", "/a/file")))
    assert (2, 1) == (result.exit_code, len(result.stderr.splitlines()))
    assert result.stderr.startswith("wawla: /a/file: ")


def test_too_little_memory_is_one_sentence():
    assert (2, 1) == ((result := ending(raises(MemoryError()))).exit_code, len(result.stderr.splitlines()))


def test_a_library_that_finds_no_room_in_memory_is_not_called_missing():
    error = ImportError("/a/_imaging.so: failed to map segment from shared object", name="_imaging")
    assert (2, True) == ((result := ending(raises(error))).exit_code, "not enough memory left" in result.stderr)


def test_nor_is_one_without_which_no_command_can_begin(tmp_path: Path):
    (tmp_path / "click.py").write_text(
        "raise ImportError('a.so: failed to map segment', name='click')", encoding="utf-8"
    )
    env = {**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT / 'scripts'}"}
    done = subprocess.run([sys.executable, "-m", "wawla"], env=env, capture_output=True, text=True, check=False)
    said = "wawla: this machine has not enough memory left for that. Close other programs, and try again.\n"
    assert (2, said) == (done.returncode, done.stderr)


def test_a_package_that_is_not_installed_is_one_sentence():
    result = ending(raises(ModuleNotFoundError("No module named 'PIL'", name="PIL")))
    said = "wawla: this Python lacks PIL. Run `make site` to put the environment right.\n"
    assert (2, said) == (result.exit_code, result.stderr)
    assert 3 == ending(raises(ModuleNotFoundError(name="wawla.nowhere"))).exit_code


def test_a_stop_by_the_user_is_one_line():
    result = ending(raises(KeyboardInterrupt()))
    assert (130, "wawla: stopped.\n") == (result.exit_code, result.stderr)


def test_a_reader_who_has_gone_ends_it_quietly():
    result = ending(raises(BrokenPipeError(errno.EPIPE, "Broken pipe")))
    assert (141, "") == (result.exit_code, result.output)


@pytest.mark.parametrize("error", [ZeroDivisionError(), OSError("an error that no system has given a number")])
def test_everything_else_is_a_bug_of_ours_with_versions(error: Exception):
    result = ending(raises(error))
    assert (3, True) == (result.exit_code, "this is a bug of ours" in result.stderr)
    assert type(error).__name__ in result.stderr
    assert f"Python {sys.version.split()[0]}" in result.stderr


CLOSED = """
import os, sys
from pathlib import Path
import click
from wawla.commands.command_group import CommandGroup

group = CommandGroup()

@group.command()
@click.argument("path", type=Path)
def act(path):
    print("to nobody", flush=True)
    with path.open("w") as file:
        file.write(repr((file.fileno() > 2, sys.stdin.read(), [os.get_inheritable(number) for number in range(3)])))

group()
"""


@pytest.mark.slow
def test_where_standard_streams_are_closed_no_file_takes_their_place(tmp_path: Path):
    command = ["sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh", sys.executable, "-c", CLOSED, "act", tmp_path / "file"]
    assert 0 == subprocess.run(command, check=False).returncode
    assert "(True, '', [True, True, True])" == (tmp_path / "file").read_text(encoding="utf-8")


def test_a_mistake_at_the_command_line_is_told_by_click():
    result = CliRunner().invoke(main, ["check", "--rot"])
    assert (2, True) == (result.exit_code, result.stderr.startswith("Usage: "))


# in a process

slow = pytest.mark.slow
"""Each starts a process; of what holds for every command, the fast tests try one."""


def process(*arguments: object, **options: object) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "wawla", *map(str, arguments)]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, **options)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a file that is always full")
@pytest.mark.parametrize(
    "arguments",
    [("rules",), *(pytest.param(each, marks=slow) for each in [("--help",), ("schema",), ("check", "--root", SAMPLE)])],
)
def test_output_to_a_full_disk_ends_in_one_sentence(arguments: tuple[object, ...]):
    with Path("/dev/full").open("w") as full:
        command = process(*arguments, stdout=full)
        assert (
            "wawla: there is no space left on the disk. Make room, or name another place; then try again.\n"
            == (command.communicate()[1])
        )
    assert 2 == command.returncode


@pytest.mark.parametrize(
    "arguments",
    [
        ("rules",),
        *(pytest.param(each, marks=slow) for each in [("schema",), ("check", "--root", SAMPLE, "--format", "json")]),
    ],
)
def test_output_to_a_pipe_that_is_closed_ends_quietly(arguments: tuple[object, ...]):
    reading, writing = os.pipe()
    os.close(reading)
    command = process(*arguments, stdout=writing)
    os.close(writing)
    assert ("", 141) == (command.communicate()[1], command.returncode)


def test_progress_to_a_pipe_that_is_closed_ends_quietly_too(monkeypatch: pytest.MonkeyPatch):
    class Closed(io.StringIO):
        def write(self, _: str) -> int:
            raise BrokenPipeError(errno.EPIPE, "Broken pipe")

    monkeypatch.setattr(sys, "stderr", Closed())
    with pytest.raises(BrokenPipeError):
        Progress(ErrorConsole()).note("A note.")


def test_a_file_in_the_place_of_a_folder_ends_in_one_sentence(tmp_path: Path):
    (tmp_path / "file").touch()
    result = CliRunner().invoke(main, ["schema", "--to", str(tmp_path / "file/schema.json")])
    assert 2 == result.exit_code
    assert result.stderr.startswith(f"wawla: {tmp_path}/file: there is something of that name already.")


@pytest.mark.slow
def test_a_file_larger_than_it_may_be_ends_in_one_sentence(tmp_path: Path):
    resource = pytest.importorskip("resource")

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

    command = process("schema", "--to", tmp_path / "schema.json", stdout=subprocess.DEVNULL, preexec_fn=limit)
    said = command.communicate()[1]
    assert said.startswith(f"wawla: {tmp_path}/schema.json: the file grew larger than it may be here. ")
    assert 2 == command.returncode
    assert (
        "Traceback" not in said.partition("\n")[0]
    )  # what measures the lines that tests reach may fail as well, after it
