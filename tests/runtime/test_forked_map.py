"""Work in copies of the process: nothing is lost, whatever becomes of a copy.

Each runs in a process of its own, because a copy is made only where there is one thread, and pytest may have more.
"""

import json
import subprocess
import sys

import pytest

BEGIN = """
import json, os, threading
from wawla.runtime.forked_map import forked_map
me = os.getpid()
os.sched_getaffinity = lambda _: {0, 1}
"""


def said(program: str) -> object:
    done = subprocess.run(
        [sys.executable, "-c", BEGIN + program], capture_output=True, check=True, text=True, timeout=60
    )
    return json.loads(done.stdout)


def test_every_item_is_worked_on_once_and_by_two_processes():
    processes, items = said("""
done = forked_map(lambda share: [(os.getpid(), item) for item in share], range(700))
print(json.dumps([len({process for process, _ in done}), sorted(item for _, item in done)]))
""")
    assert 2 == processes
    assert list(range(700)) == items


def test_little_work_stays_here():
    assert [True] == said("""
print(json.dumps(list({process == me for process in forked_map(lambda share: [os.getpid()], range(599))})))
""")


def test_where_a_thread_runs_no_copy_is_made():
    assert [True] == said("""
held = threading.Event()
threading.Thread(target=held.wait, daemon=True).start()
print(json.dumps(list({process == me for process in forked_map(lambda share: [os.getpid()], range(700))})))
""")


def test_a_copy_that_fails_is_made_up_for():
    assert list(range(700)) == said("""
def work(share):
    if os.getpid() != me:
        raise MemoryError
    return list(share)
print(json.dumps(sorted(forked_map(work, range(700)))))
""")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (9, "The system killed a process of this command, most likely because memory ran short. Close other programs,"),
        (11, "A process of this command was ended by SIGSEGV. Try again."),
    ],
)
def test_a_copy_that_is_killed_is_told_in_a_sentence_and_the_others_end(number: int, expected: str):
    told, left = said(f"""
import signal
from wawla.model.errors import WawlaError
os.sched_getaffinity = lambda _: {{0, 1, 2}}
pids, writing = os.pipe()
def work(share):
    if os.getpid() != me:
        os.write(writing, b"%8d" % os.getpid())
        if 1 in share:
            os.kill(os.getpid(), {number})
        signal.pause()
    copies.extend(int(os.read(pids, 8)) for _ in range(2))
    return []
copies = []
try:
    forked_map(work, range(900))
except WawlaError as error:
    told = str(error)
left = []
for process in copies:
    try:
        os.kill(process, 0)
        left.append(process)
    except ProcessLookupError:
        pass
print(json.dumps([told, left]))
""")
    assert ([], True) == (left, told.startswith(expected)), told


@pytest.mark.slow
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_what_ends_this_process_ends_its_copies_and_they_do_not_end_before(name: str):
    ended, left = said(f"""
import signal
def end(*_):
    raise SystemExit("ended")
signal.signal(signal.{name}, end)
pids, writing = os.pipe()
def work(share):
    if os.getpid() != me:
        os.kill(os.getpid(), signal.{name})
        os.write(writing, b"%8d" % os.getpid())
        signal.pause()
    global copy
    copy = int(os.read(pids, 8))
    os.kill(me, signal.{name})
    signal.pause()
try:
    forked_map(work, range(700))
except SystemExit as error:
    ended = str(error)
try:
    os.kill(copy, 0)
    left = True
except ProcessLookupError:
    left = False
print(json.dumps([ended, left]))
""")
    assert ("ended", False) == (ended, left)


@pytest.mark.slow
def test_where_the_system_does_not_tell_how_a_copy_ended_no_copy_is_made():
    assert [True] == said("""
import signal
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
print(json.dumps(list({process == me for process in forked_map(lambda share: [os.getpid()], range(700))})))
""")


def test_a_failure_is_met_here_too():
    assert "item 1" == said("""
def work(share):
    if 1 in share:
        raise ValueError(f"item {share[0]}")
    return []
try:
    forked_map(work, range(700))
except ValueError as error:
    print(json.dumps(str(error)))
""")
