"""A system may lack much that Linux has: everything can be imported there, and a publication checked."""

import subprocess
import sys

import pytest
from folders import SAMPLE

from wawla.runtime import memory_limit, processors

CALLS = {
    "os": "sched_getaffinity fork forkpty setpgid killpg O_NOFOLLOW O_NONBLOCK O_DIRECTORY statvfs",
    "signal": "alarm setitimer SIGALRM SIGXCPU SIGXFSZ pthread_sigmask sigwait",
}
MODULES = ("resource", "fcntl", "pwd", "grp", "termios", "syslog")
WITHOUT = f"""
import importlib, os, pkgutil, signal, sys
import tempfile, subprocess, shutil, asyncio  # these adapt to their system, which is not what is tried here
for module, names in {CALLS!r}.items():
    for name in names.split():
        vars(sys.modules[module]).pop(name, None)
for name in {MODULES!r}:
    sys.modules[name] = None
"""


def without_them(program: str) -> subprocess.CompletedProcess[str]:
    """Run a program in a Python that lacks those calls and modules."""
    return subprocess.run([sys.executable, "-c", WITHOUT + program], capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_every_module_can_be_imported():
    done = without_them("""
import wawla
for module in pkgutil.walk_packages(wawla.__path__, "wawla."):
    importlib.import_module(module.name)
print(sum(name.startswith("wawla.") for name in sys.modules) > 200)
""")
    assert (0, "True\n") == (done.returncode, done.stdout), done.stderr


def test_a_publication_can_be_checked():
    done = without_them(f"""
from wawla.commands.main import main
main(["check", "--root", {str(SAMPLE)!r}, "--today", "2026-05-04"])
""")
    assert (0, "") == (done.returncode, done.stderr)
    assert "in 1 file, 27 examined" in done.stdout


def test_a_system_that_cannot_tell_which_processors_are_ours_has_all_of_them(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delattr("os.sched_getaffinity", raising=False)
    monkeypatch.setattr("os.cpu_count", lambda: 3)
    assert 3 == processors.processors()
    monkeypatch.setattr("os.cpu_count", lambda: None)
    assert 1 == processors.processors()
    monkeypatch.setattr("os.cpu_count", lambda: 96)
    assert 8 == processors.processors()


def test_a_system_without_limits_sets_none(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(memory_limit, "resource", None)
    memory_limit.limit_memory(1)


def test_a_lower_limit_of_the_machine_stays():
    pytest.importorskip("resource")
    program = """
import resource
from wawla.runtime.memory_limit import limit_memory
resource.setrlimit(resource.RLIMIT_AS, (10**9, 10**9))
limit_memory(2 * 10**9)
print(resource.getrlimit(resource.RLIMIT_AS))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert "(1000000000, 1000000000)\n" == done.stdout, done.stderr
