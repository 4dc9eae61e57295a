"""Work in copies of the process: nothing is lost, whatever becomes of a copy.

Each runs in a process of its own, because a copy is made only where there is one thread, and pytest may have more.
"""

import json
import subprocess
import sys

BEGIN = """
import json, os, threading
from wawla.runtime.forked_map import forked_map
me = os.getpid()
os.sched_getaffinity = lambda _: {0, 1}
"""


def said(program: str) -> object:
    done = subprocess.run([sys.executable, "-c", BEGIN + program], capture_output=True, check=True, text=True)
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


def test_a_copy_that_dies_is_made_up_for():
    assert list(range(700)) == said("""
def work(share):
    if os.getpid() != me:
        os.kill(os.getpid(), 9)
    return list(share)
print(json.dumps(sorted(forked_map(work, range(700)))))
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
