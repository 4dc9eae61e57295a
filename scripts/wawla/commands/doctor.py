"""The command that says what this machine has, what is missing, what each part is for, and what installs it."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from wawla.commands.options import CANNOT_RUN, root_option
from wawla.model.errors import WawlaError
from wawla.runtime.machine_part import MachinePart


@click.command(short_help="Say what this machine has, and what it lacks.")
@root_option
def doctor(root: Path) -> None:
    """Say what this machine has and what is missing: for what, and the line that installs it.

    Exit status: 0 where all that is needed is there, 2 where something is missing.
    """
    stopped = False
    click.echo("What is needed:")
    for part in needed_parts(root.absolute()):
        _tell(part)
        stopped = stopped or part.stops
    click.echo("For approving an edition, and for the tests:")
    for part in approval_parts(root.absolute()):
        _tell(part)
    click.echo("For the tests only:")
    for part in parts_for_tests():
        _tell(part)
    if stopped:
        click.echo("Not all that is needed is there: see the lines that begin with missing or trouble.")
        sys.exit(CANNOT_RUN)
    click.echo("All that is needed is there.")


def needed_parts(root: Path) -> Iterator[MachinePart]:
    """What checking, building, printing and ordering need, in the publication at `root`."""
    from wawla.printing.print_parts import print_parts
    from wawla.runtime.git import newest_commit
    from wawla.runtime.git_state import git_part
    from wawla.runtime.machine import (
        clock_part,
        disk_part,
        memory_part,
        processors_part,
        python_part,
        temporary_part,
        terminal_part,
    )
    from wawla.runtime.user_cache import user_cache_part

    yield python_part()
    yield from print_parts()
    yield git_part(root)
    yield usable_cache(root)
    yield user_cache_part()
    yield temporary_part()
    yield disk_part(root)
    yield memory_part()
    yield processors_part()
    yield clock_part(dt.datetime.now().astimezone(), newest_commit(root))
    yield terminal_part(sys.stdout.encoding)


def usable_cache(root: Path) -> MachinePart:
    """The cache, as commands would take it: one that came with the checkout stops them."""
    from wawla.building.pipeline import refuse_tracked
    from wawla.runtime.cache_folder import cache_part, chosen_folder

    try:
        refuse_tracked(chosen_folder(root))
    except WawlaError as error:
        return MachinePart("Cache", "trouble", "came with the checkout, and is not used", str(error))
    return cache_part(root)


def approval_parts(root: Path) -> Iterator[MachinePart]:
    """What checks the PDFs of an edition that is approved; without it that check is left out."""
    from wawla.printing.print_parts import verapdf_part
    from wawla.runtime.cache_folder import folder_in

    yield verapdf_part(folder_in(root))


def parts_for_tests() -> Iterator[MachinePart]:
    """What only the tests need."""
    from wawla.runtime.chromium import chromium_part

    yield chromium_part()


def _tell(part: MachinePart) -> None:
    click.echo(f"  {part.state:<9}{part.name}: {part.text}.")
    if part.remedy:
        click.echo(f"{'':11}{part.remedy}")
