"""Options and exit statuses that several commands share."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from wawla.runtime.cache_folder import CACHE_VARIABLE
from wawla.runtime.clock import today

CLEAN, FINDINGS, CANNOT_RUN, OUR_BUG = 0, 1, 2, 3
STOPPED, PIPE_CLOSED = 130, 141
"""128 and the number of the signal, as shells have it: Ctrl-C, and a reader who has gone."""


root_option = click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="The folder of the publication; the current folder by default.",
)

cache_option = click.option(
    "--cache",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder for what can be used again; by default the one that "
    f"{CACHE_VARIABLE} names, or .cache in the folder of the publication.",
)


def day_option(context: click.Context, parameter: click.Parameter, text: str | None) -> dt.date:
    """A day as the user typed it; today where it was left out."""
    if not text:
        return today(f"or name the day: {parameter.opts[0]} DATE")
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(f"{text!r} is not a day such as 2027-07-31") from None


today_option = click.option(
    "--today", metavar="DATE", callback=day_option, help="The day to check for, as 2027-07-31; today by default."
)
