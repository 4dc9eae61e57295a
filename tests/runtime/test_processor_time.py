"""Processor time of another process, as far as the system tells it."""

import os

from wawla.runtime.processor_time import processor_seconds


def test_the_processor_time_of_a_process_is_known_while_it_is_there():
    before = processor_seconds(os.getpid())
    sum(range(5_000_000))
    assert 0 < before < processor_seconds(os.getpid())
    assert processor_seconds(2**30) is None
