"""The commands of the press: what they were asked for, and how it went."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wawla.commands.options import FINDINGS, cache_option, day_option, root_option, today_option
from wawla.model.errors import WawlaError
from wawla.printing.selection import FORMS
from wawla.reading.tree import require_publication
from wawla.runtime.cache_folder import open_cache

if TYPE_CHECKING:
    from wawla.building.print_run import PrintSource
    from wawla.printing.readiness import ReadinessAnswer


@click.command("print", short_help="Make PDFs of editions and pieces.")
@click.argument("names", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Every published edition and every piece.")
@click.option(
    "--for",
    "forms",
    type=click.Choice(FORMS),
    multiple=True,
    help="For reading, for the printer, or for a school's own copier; all three by default. Can be given twice.",
)
@click.option(
    "--to",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("build/print"),
    show_default=True,
    help="The folder for the files.",
)
@root_option
@cache_option
@today_option
def print_command(
    names: tuple[str, ...],
    everything: bool,
    forms: tuple[Any, ...],
    to: Path,
    root: Path,
    cache: Path | None,
    today: dt.date,
) -> None:
    """Make PDFs of editions and pieces, named by reference, folder or name.

    Example: wawla print "WAWLA/Community leadership" --for press
    """
    from wawla.building.print_run import print_named
    from wawla.checking.report import Report, as_text
    from wawla.commands.progress import ErrorConsole, Progress

    if names and everything:
        raise WawlaError("name what to print, or say --all; not both.")
    if not names and not everything:
        raise WawlaError("say what to print: an edition or a piece, or --all.")
    with Progress(ErrorConsole()) as progress:
        asked = () if everything else names
        source = _source(root, today, cache, progress.note)
        run = print_named(source, asked, forms, to, progress, lambda book: progress.note(book.title))
    for made in run.printed:
        click.echo(f"{made.file}  {made.pages} pages, {made.size / 1000:,.0f} kB, for the {made.form}")
    if run.findings:
        checked = run.checked
        click.echo(as_text(Report(run.findings, len(checked.examined), checked.library.tree, skips=checked.skips)))
    if any(finding.severity == "error" for finding in run.findings):
        click.echo("What is named above was not printed; an older file, if there was one, is as it was.", err=True)
        sys.exit(FINDINGS)


def _source(root: Path, today: dt.date, cache: Path | None, note: Callable[[str], None]) -> PrintSource:
    """The publication in a folder, with the folder of its cache, which is made and tried.

    MkDocs is loaded for the address of the site alone, where an mkdocs.yml gives it. Raises WawlaError, and has written
    nothing, where there is no publication.
    """
    from wawla.building.engine.run_mkdocs import site_facts
    from wawla.building.print_run import PrintSource

    root = root.absolute()
    require_publication(root)
    base = site_facts(root)[0] if (root / "mkdocs.yml").is_file() else ""
    return PrintSource(root, today, base, open_cache(root, cache, note))


_sample_option = click.option(
    "--sample",
    is_flag=True,
    help="It is a sample, to try things out: it may name an example contact, or an address reserved for examples.",
)


@click.command(short_help="Say whether an edition may be printed.")
@click.argument("edition")
@_sample_option
@root_option
@cache_option
@today_option
def readiness(edition: str, sample: bool, root: Path, cache: Path | None, today: dt.date) -> None:
    """Say whether EDITION may be published, printed and ordered, and every point that is open.

    Exit status: 0 where all three may be done, 1 where something stands in the way.
    """
    from wawla.building.print_run import readiness_of

    found, answers = readiness_of(_source(root, today, cache, _note), edition, sample)
    click.echo(f"{found.title} ({found.reference})")
    for answer in answers:
        _tell(answer)
    if not all(answer.yes for answer in answers):
        sys.exit(FINDINGS)


@click.command(short_help="Approve a printing of an edition.")
@click.argument("edition")
@click.option("--copies", type=click.IntRange(1, 1_000_000), required=True, help="How many copies are printed.")
@click.option(
    "--on", metavar="DATE", callback=day_option, help="The day of the approval, as 2027-07-31; today by default."
)
@click.option("--note", required=True, help="Who approves it, by role, and what the printer should know.")
@_sample_option
@root_option
@cache_option
@today_option
def approve(
    edition: str, copies: int, on: dt.date, note: str, sample: bool, root: Path, cache: Path | None, today: dt.date
) -> None:
    """Approve a printing of EDITION: check it whole, store its press PDF, and record it in printings.yml.

    Example: wawla approve "WAWLA/Community leadership" --copies 500 --note "Approved by the series editor."
    """
    from wawla.building.print_run import approve_printing
    from wawla.printing.approving import ApprovalRequest

    request = ApprovalRequest(copies, on, note, sample)
    found, approval = approve_printing(_source(root, today, cache, _note), edition, request)
    for answer in approval.answers:
        _tell(answer)
    if approval.printing is None:
        click.echo("Nothing was approved.", err=True)
        sys.exit(FINDINGS)
    number, file = approval.printing.number, approval.printing.file
    click.echo(f"Approved: {request.line(number)}, in {found.folder}/{file} and printings.yml.")
    click.echo("Commit both: a printing is approved for everybody when they are in the history.")


def _note(text: str) -> None:
    click.echo(text, err=True)


def _tell(answer: ReadinessAnswer) -> None:
    click.echo(f"May it be {answer.question}?  {'yes' if answer.yes else 'no'}  ({answer.known})")
    for point in answer.points:
        click.echo(f"  {'✗' if point.stops else '·'} {point.text}")
