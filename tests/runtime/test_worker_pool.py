"""Rendering processes: they agree with each other, keep to their time, and die alone."""

import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from wawla.model.errors import WawlaError
from wawla.reading.library import Library
from wawla.reading.visible import is_published
from wawla.rendering.bodies import RENDERING, job_of
from wawla.rendering.job import Rendered, RenderJob
from wawla.rendering.markdown_to_html import Renderer
from wawla.runtime import worker_pool as module
from wawla.runtime import worker_process
from wawla.runtime.job_failure import FailureReason, JobFailed
from wawla.runtime.worker_pool import WorkerPool
from wawla.runtime.worker_process import WorkerProcess

SLOW = RenderJob("accounts_of_practice/slow/index.md", "*A* `text` and words\n\n" * 80_000)
RENDERED = Rendered("<p>Text</p>")
DEEP = RenderJob("accounts_of_practice/deep/index.md", "- " * 5000 + "x")


def jobs(count: int) -> list[RenderJob]:
    return [
        RenderJob(f"accounts_of_practice/a-{number}/index.md", f"## Part {number}\n\nText[^1].\n\n[^1]: Note")
        for number in range(count)
    ]


def outcomes(some: Iterable[RenderJob], count: int = 2, seconds: float = 10) -> dict[str, Rendered | JobFailed]:
    with WorkerPool(RENDERING, count, seconds) as workers:
        return {job.path: outcome for job, outcome in workers.do(some)}


@pytest.mark.slow
def test_workers_make_what_this_process_makes_in_any_order(sample_library: Library):
    every = [job_of(entry, sample_library, "web") for entry in sample_library.entries.values() if is_published(entry)]
    expected = {job.path: Renderer().render(job) for job in every}
    random.Random(1).shuffle(every)  # noqa: S311 - an order, not a secret
    assert expected == outcomes(every)
    assert expected == outcomes(reversed(every), 1)


@pytest.mark.slow
def test_a_body_that_takes_too_long_is_named_and_the_others_are_rendered():
    found = outcomes([*jobs(3), SLOW, *jobs(9)[3:]], seconds=0.7)
    assert "the text takes longer than 1 seconds to render" == str(found.pop(SLOW.path))
    assert 9 == len(found)
    assert all(isinstance(outcome, Rendered) for outcome in found.values())


def test_a_body_that_is_nested_too_deeply_is_named_and_the_others_are_rendered():
    found = outcomes([DEEP, *jobs(4)], 1)
    assert "the text cannot be rendered: it is nested too deeply" == str(found.pop(DEEP.path))
    assert all(isinstance(outcome, Rendered) for outcome in found.values())
    assert 4 == len(found)


def killed_at_work(number: signal.Signals) -> dict[str, Rendered | JobFailed]:
    """What becomes of three bodies and a slow one, at which its process gets this signal."""
    with WorkerPool(RENDERING, 1, 60) as workers:
        rendering = workers.do([jobs(1)[0], SLOW, *jobs(4)[1:]])
        next(rendering)
        os.kill(workers._workers[0]._process.pid, number)
        return {job.path: outcome for job, outcome in rendering}


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGABRT], ids=lambda number: number.name)
def test_a_worker_that_crashes_costs_one_body_at_most(number: signal.Signals):
    found = killed_at_work(number)
    expected = "the text cannot be rendered: it needs more memory than it may have, or is nested too deeply"
    assert f"{expected} ({number.name})" == str(found.pop(SLOW.path))
    assert [Rendered] * 3 == [type(outcome) for outcome in found.values()]


@pytest.mark.slow
def test_a_worker_that_the_system_kills_is_trouble_with_the_machine():
    expected = f"The system killed the process that had to render {SLOW.path}, most likely because memory ran short"
    with pytest.raises(WawlaError, match=expected):
        killed_at_work(signal.SIGKILL)


@pytest.mark.slow
def test_a_worker_that_is_stopped_runs_out_of_time(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(worker_process, "HANGING", 1)
    with WorkerPool(RENDERING, 1, 0.5) as workers:
        rendering = workers.do(jobs(3))
        next(rendering)
        os.kill(workers._workers[0]._process.pid, signal.SIGSTOP)
        found = [type(outcome) for _, outcome in rendering]
    assert [JobFailed, Rendered] == found


def test_a_worker_that_has_to_wait_for_a_processor_does_not_run_out_of_time(monkeypatch: pytest.MonkeyPatch):
    over: list[bool] = []
    is_over = WorkerProcess.is_over

    def asked(worker: WorkerProcess[RenderJob]) -> bool:
        """Only when the time is over by the clock is the worker told to answer."""
        over.append(is_over(worker))
        if len(over) == 1:
            worker._input.write(b"\n")
            worker._input.flush()
        return over[-1]

    monkeypatch.setattr(worker_process, "processor_seconds", lambda _: 0.0)  # it has had none yet
    monkeypatch.setattr(worker_process, "HANGING", 10_000)
    monkeypatch.setattr(WorkerProcess, "is_over", asked)
    instead_of_a_worker(
        monkeypatch, f"print('ready', flush=True); input(); input(); print({RENDERED.to_json()!r}, flush=True)"
    )
    assert [RENDERED] == list(outcomes(jobs(1), 1, seconds=0.05).values())
    assert {False} == {*over}


def test_what_workers_write_on_their_way_goes_with_them(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    program = "import os, tempfile; tempfile.mkstemp(); print('ready', flush=True); input()"
    instead_of_a_worker(monkeypatch, program)
    with WorkerPool(RENDERING, 1) as workers:
        next(workers.do(jobs(1)))
        [folder] = tmp_path.iterdir()
        assert 1 <= len(list(folder.iterdir()))
    assert [] == list(tmp_path.iterdir())


@pytest.mark.slow
def test_no_process_is_left_behind():
    with WorkerPool(RENDERING, 2) as workers:
        processes = [worker._process for worker in workers._workers]
        assert 3 == len(list(workers.do(jobs(3))))
    assert {-signal.SIGKILL} == {process.returncode for process in processes}


def test_nothing_to_render_takes_no_worker():
    assert {} == outcomes([])


@pytest.mark.parametrize("program", ["raise SystemExit(1)", "print('rea', end='')"])
def test_a_worker_that_cannot_start_is_trouble_with_the_setting(monkeypatch: pytest.MonkeyPatch, program: str):
    instead_of_a_worker(monkeypatch, program)
    with pytest.raises(WawlaError, match="A process to render could not start"):
        outcomes(jobs(1))


@pytest.mark.slow
def test_a_worker_that_never_says_that_it_is_ready_is_trouble_with_the_setting(monkeypatch: pytest.MonkeyPatch):
    instead_of_a_worker(monkeypatch, "import signal; signal.pause()")
    monkeypatch.setattr(module, "START_SECONDS", 0.2)
    with pytest.raises(WawlaError, match="did not start within 0 seconds"):
        outcomes(jobs(1))


def test_half_an_answer_is_no_answer(monkeypatch: pytest.MonkeyPatch):
    instead_of_a_worker(monkeypatch, "print('ready', flush=True); input(); print('{\"html\": \"a', end='')")
    [outcome] = outcomes(jobs(1)).values()
    assert "the text cannot be rendered: our program ends in the middle of it (status 0), a bug of ours" == str(outcome)
    assert re.fullmatch(r"please report it, .*: wawla [\d.]+, Python [\d.]+", outcome.remedy)


def test_a_worker_that_meets_trouble_with_the_machine_stops_the_work_with_its_words(monkeypatch: pytest.MonkeyPatch):
    line = json.dumps({"failed": "machine", "text": "The disk is full."})
    instead_of_a_worker(monkeypatch, f"print('ready', flush=True); input(); print({line!r})")
    with pytest.raises(WawlaError, match=r"^The disk is full\.$"):
        outcomes(jobs(2))


def test_a_worker_that_cannot_start_may_say_why(monkeypatch: pytest.MonkeyPatch):
    line = json.dumps({"failed": "machine", "text": "Something is missing."})
    instead_of_a_worker(monkeypatch, f"print({line!r})")
    with pytest.raises(WawlaError, match=r"^Something is missing\.$"), WorkerPool(RENDERING, 1) as workers:
        workers.wait_until_ready()


def test_to_wait_until_a_worker_is_ready_leaves_it_ready():
    with WorkerPool(RENDERING, 1) as workers:
        workers.wait_until_ready()
        assert [True] == [worker.ready for worker in workers._workers]
        assert [Rendered] * 3 == [type(outcome) for _, outcome in workers.do(jobs(3))]


def test_a_worker_that_dies_before_its_job_reaches_it_is_replaced(monkeypatch: pytest.MonkeyPatch):
    instead_of_a_worker(monkeypatch, "import os; os.close(0); print('ready', flush=True)")
    large = [RenderJob(job.path, job.text * 40_000) for job in jobs(2)]  # more than a pipe takes at once
    assert [JobFailed, JobFailed] == [type(outcome) for outcome in outcomes(large, 1).values()]


def instead_of_a_worker(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    real = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", lambda _, **options: real([sys.executable, "-c", program], **options))


def answers(*some: RenderJob, program: str = "") -> tuple[list[str], str]:
    lines = "".join(job.to_json() + "\n" for job in some)
    how = ["-c", program] if program else ["-m", "wawla.rendering.worker"]
    done = subprocess.run([sys.executable, *how], input=lines, capture_output=True, text=True, check=True)
    return done.stdout.splitlines(), done.stderr


def test_a_worker_answers_line_by_line_until_there_is_no_more():
    (ready, first, second, third), _ = answers(jobs(1)[0], DEEP, jobs(2)[1])
    assert "ready" == ready
    assert Renderer().render(jobs(1)[0]) == Rendered.from_json(first)
    reason = FailureReason.from_json(second.encode())
    assert ("content", "it is nested too deeply") == (reason.failed, reason.text)
    assert Renderer().render(jobs(2)[1]) == Rendered.from_json(third)


def test_a_bug_in_the_renderer_names_the_body_and_is_told_to_us():
    program = (
        "from wawla.rendering import markdown_to_html, worker\nreal = markdown_to_html.Renderer.render\n"
        "def render(self, job):\n    print('noise')\n    return real(self, job) if job.text != 'x' else 1 / 0\n"
        "markdown_to_html.Renderer.render = render\nworker.main()"
    )
    said, complaint = answers(RenderJob("a/index.md", "x"), jobs(1)[0], program=program)
    assert ("ready", Renderer().render(jobs(1)[0]).to_json()) == (said[0], said[2])
    reason = FailureReason.from_json(said[1].encode())
    assert "bug" == reason.failed
    assert "our program fails at it (ZeroDivisionError: division by zero), a bug of ours" == reason.text
    assert "noise" in complaint
    assert "Traceback" in complaint


def test_a_package_that_is_missing_is_told_without_a_trace():
    said, complaint = answers(
        program="import sys; sys.modules['nh3'] = None\nfrom wawla.rendering.worker import main; main()"
    )
    [reason] = [FailureReason.from_json(line.encode()) for line in said]
    assert ("machine", "The Python package nh3 is missing. Run `make site`, which installs it.") == (
        reason.failed,
        reason.text,
    )
    assert "" == complaint


@pytest.mark.slow
def test_workers_can_be_given_work_twice():
    with WorkerPool(RENDERING, 2, 30) as workers:
        first = [job.path for job, _ in workers.do(jobs(3))]
        second = [type(outcome) for _, outcome in workers.do(jobs(3))]
    assert (3, [Rendered] * 3) == (len(first), second)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["wawla.rendering.worker", "wawla.printing.typesetting.worker"])
def test_a_worker_whose_starter_was_stopped_ends_quietly(name: str):
    reading, writing = os.pipe()
    os.close(reading)
    worker = subprocess.Popen(
        [sys.executable, "-m", name], stdin=subprocess.DEVNULL, stdout=writing, stderr=subprocess.PIPE
    )
    os.close(writing)
    assert b"" == worker.communicate()[1]
