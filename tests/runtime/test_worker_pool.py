"""Rendering processes: they agree with each other, keep to their time, and die alone."""

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterable

import pytest

from wawla.model.errors import WawlaError
from wawla.reading.library import Library
from wawla.reading.visible import is_published
from wawla.rendering.bodies import RENDERING, job_of
from wawla.rendering.job import Rendered, RenderJob
from wawla.rendering.markdown_to_html import Renderer
from wawla.runtime import worker_pool as module
from wawla.runtime.worker_pool import JobFailed, WorkerPool

SLOW = RenderJob("accounts_of_practice/slow/index.md", "[" * 4000 + "x" + "](y)" * 4000)
DEEP = RenderJob("accounts_of_practice/deep/index.md", "- " * 5000 + "x")


def jobs(count: int) -> list[RenderJob]:
    return [
        RenderJob(f"accounts_of_practice/a-{number}/index.md", f"## Part {number}\n\nText[^1].\n\n[^1]: Note")
        for number in range(count)
    ]


def outcomes(some: Iterable[RenderJob], count: int = 2, seconds: float = 10) -> dict[str, Rendered | JobFailed]:
    with WorkerPool(RENDERING, count, seconds) as workers:
        return {job.path: outcome for job, outcome in workers.do(some)}


def test_workers_make_what_this_process_makes_in_any_order(sample_library: Library):
    every = [job_of(entry, sample_library, "web") for entry in sample_library.entries.values() if is_published(entry)]
    expected = {job.path: Renderer().render(job) for job in every}
    random.Random(1).shuffle(every)  # noqa: S311 - an order, not a secret
    assert expected == outcomes(every)
    assert expected == outcomes(reversed(every), 1)


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


def test_a_worker_that_is_killed_costs_one_body_at_most():
    with WorkerPool(RENDERING, 1, 60) as workers:
        rendering = workers.do([jobs(1)[0], SLOW, *jobs(4)[1:]])
        next(rendering)
        os.kill(workers._workers[0]._process.pid, signal.SIGKILL)
        found = {job.path: outcome for job, outcome in rendering}
    assert "the text cannot be rendered: it needs more memory than it may have" == str(found.pop(SLOW.path))
    assert [Rendered] * 3 == [type(outcome) for outcome in found.values()]


def test_a_worker_that_is_stopped_runs_out_of_time():
    with WorkerPool(RENDERING, 1, 0.5) as workers:
        rendering = workers.do(jobs(3))
        next(rendering)
        os.kill(workers._workers[0]._process.pid, signal.SIGSTOP)
        found = [type(outcome) for _, outcome in rendering]
    assert [JobFailed, Rendered] == found


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


def test_a_worker_that_never_says_that_it_is_ready_is_trouble_with_the_setting(monkeypatch: pytest.MonkeyPatch):
    instead_of_a_worker(monkeypatch, "import time; time.sleep(60)")
    monkeypatch.setattr(module, "START_SECONDS", 0.2)
    with pytest.raises(WawlaError, match="did not start within 0 seconds"):
        outcomes(jobs(1))


def test_half_an_answer_is_no_answer(monkeypatch: pytest.MonkeyPatch):
    instead_of_a_worker(monkeypatch, "print('ready', flush=True); input(); print('{\"html\": \"a', end='')")
    assert ["the text cannot be rendered: it needs more memory than it may have"] == list(
        map(str, outcomes(jobs(1)).values())
    )


def test_a_worker_that_dies_before_its_job_reaches_it_is_replaced(monkeypatch: pytest.MonkeyPatch):
    instead_of_a_worker(monkeypatch, "import os; print('ready', flush=True); os.close(0); import time; time.sleep(0.3)")
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
    assert {"failed": "RecursionError"} == json.loads(second)
    assert Renderer().render(jobs(2)[1]) == Rendered.from_json(third)


def test_a_bug_in_the_renderer_names_the_body_and_is_told_to_us():
    program = (
        "from wawla.rendering import worker\nreal = worker.Renderer.render\n"
        "def render(self, job):\n    print('noise')\n    return real(self, job) if job.text != 'x' else 1 / 0\n"
        "worker.Renderer.render = render\nworker.main()"
    )
    said, complaint = answers(RenderJob("a/index.md", "x"), jobs(1)[0], program=program)
    assert ["ready", '{"failed": "ZeroDivisionError"}', Renderer().render(jobs(1)[0]).to_json()] == said
    assert "noise" in complaint
    assert "division by zero" in complaint
    assert "fails at it (ZeroDivisionError), a bug of ours" in module._reason(said[1].encode())


def test_workers_can_be_given_work_twice():
    with WorkerPool(RENDERING, 2, 30) as workers:
        first = [job.path for job, _ in workers.do(jobs(3))]
        second = [type(outcome) for _, outcome in workers.do(jobs(3))]
    assert (3, [Rendered] * 3) == (len(first), second)
