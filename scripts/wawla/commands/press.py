"""The commands of the press: what they were asked for, and how it went."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wawla.commands.options import FINDINGS, cache_option, day_option, root_option, today_option
from wawla.model.errors import WawlaError
from wawla.runtime.cache_folder import folder_in, open_cache

if TYPE_CHECKING:
    from wawla.model.findings import Finding
    from wawla.printing.files import Printed
    from wawla.printing.readiness import ReadinessAnswer


@click.command("print")
@click.argument("names", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Every published edition and every piece.")
@click.option(
    "--for",
    "forms",
    type=click.Choice(["screen", "press", "booklet"]),
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
    from rich.console import Console

    from wawla.building.pipeline import prepare_print
    from wawla.checking.report import Report, as_text
    from wawla.commands.progress import Progress
    from wawla.printing.files import print_files
    from wawla.printing.make_pdfs import items_for_site
    from wawla.printing.selection import forms_of, item_named

    if not names and not everything:
        raise WawlaError("say what to print: an edition or a piece, or --all.")
    root = root.absolute()
    printed: list[Printed] = []
    findings: Sequence[Finding] = ()
    with Progress(Console(stderr=True)) as progress:
        folder = open_cache(root, cache, progress.note)
        checked, print_input = prepare_print(root, folder, today, _address(root), progress)
        if print_input is None:
            findings = checked.errors
        else:
            items = items_for_site(print_input) if everything else [item_named(print_input, name) for name in names]
            orders = [(item, forms_of(item, forms, everything)) for item in items]
            progress("print")
            printed, findings = print_files(orders, print_input, folder, to, lambda book: progress.note(book.title))
    for made in printed:
        click.echo(f"{made.file}  {made.pages} pages, {made.size / 1000:,.0f} kB, for the {made.form}")
    if findings:
        click.echo(as_text(Report(list(findings), len(checked.examined), checked.library.tree)))
    if any(finding.severity == "error" for finding in findings):
        click.echo("What is named above was not printed; an older file, if there was one, is as it was.", err=True)
        sys.exit(FINDINGS)


def _address(root: Path) -> str:
    """The address of the site; '' where there is no mkdocs.yml that says it. MkDocs is loaded for that alone."""
    from wawla.building.engine.run_mkdocs import site_facts

    return site_facts(root)[0] if (root / "mkdocs.yml").is_file() else ""


@click.command()
@click.argument("edition")
@root_option
@cache_option
@today_option
def readiness(edition: str, root: Path, cache: Path | None, today: dt.date) -> None:
    """Say whether EDITION may be published, printed and ordered, and every point that is open.

    Exit status: 0 where all three may be done, 1 where something stands in the way.
    """
    from wawla.building.pipeline import prepare_print
    from wawla.printing.readiness import proof_of
    from wawla.printing.readiness import readiness as answers_for
    from wawla.printing.selection import edition_named

    root = root.absolute()
    folder = open_cache(root, cache, _note)
    checked, print_input = prepare_print(root, folder, today, _address(root))
    found = edition_named(checked.library, edition)
    proof = None
    if print_input and found.status == "published":
        proof = proof_of(found, print_input, folder, _verapdf(root))
    answers = answers_for(found, checked.findings, checked.library, proof)
    click.echo(f"{found.title} ({found.reference})")
    for answer in answers:
        _tell(answer)
    if not all(answer.yes for answer in answers):
        sys.exit(FINDINGS)


@click.command()
@click.argument("edition")
@click.option("--copies", type=click.IntRange(1, 1_000_000), required=True, help="How many copies are printed.")
@click.option("--on", metavar="DATE", callback=day_option, help="The day of the approval; today by default.")
@click.option("--note", required=True, help="Who approves it, by role, and what the printer should know.")
@root_option
@cache_option
@today_option
def approve(edition: str, copies: int, on: dt.date, note: str, root: Path, cache: Path | None, today: dt.date) -> None:
    """Approve a printing of EDITION: check it whole, store its press PDF, and record it in printings.yml.

    Example: wawla approve "WAWLA/Community leadership" --copies 500 --note "Approved by the series editor."
    """
    from filelock import FileLock

    from wawla.building.pipeline import prepare_print
    from wawla.printing.approving import next_number, printing_line, printing_of, record
    from wawla.printing.readiness import proof_of
    from wawla.printing.readiness import readiness as answers_for
    from wawla.printing.selection import edition_named

    root = root.absolute()
    folder_in(root).mkdir(exist_ok=True)
    with FileLock(folder_in(root) / "approve.lock"):  # wherever the cache is: it guards what is written into ROOT
        folder = open_cache(root, cache, _note)
        checked, print_input = prepare_print(root, folder, today, _address(root))
        found = edition_named(checked.library, edition)
        number = next_number(found, checked.library, on)
        proof = None
        if print_input and found.status == "published":
            proof = proof_of(found, print_input, folder, _verapdf(root), printing_line(number, on, copies))
        answers = answers_for(found, checked.findings, checked.library, proof)[:2]
        for answer in answers:
            _tell(answer)
        if proof is None or proof.press is None or not all(answer.yes for answer in answers):
            click.echo("Nothing was approved.", err=True)
            sys.exit(FINDINGS)
        printing = printing_of(found, checked.library, proof.press, number, on, copies, note)
        record(root, found, printing, proof.press)
    click.echo(f"Approved: {printing_line(number, on, copies)}, in {found.folder}/{printing.file} and printings.yml.")
    click.echo("Commit both: a printing is approved for everybody when they are in the history.")


def _verapdf(root: Path) -> Path:
    """Where `make verapdf` puts its jars."""
    return folder_in(root) / "verapdf"


def _note(text: str) -> None:
    click.echo(text, err=True)


def _tell(answer: ReadinessAnswer) -> None:
    click.echo(f"May it be {answer.question}?  {'yes' if answer.yes else 'no'}  ({answer.known})")
    for point in answer.points:
        click.echo(f"  {'✗' if point.stops else '·'} {point.text}")
