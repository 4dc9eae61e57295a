"""The commands of the press: what they were asked for, and how it went."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wawla.errors import WawlaError
from wawla.options import FINDINGS, root_option, today_option

if TYPE_CHECKING:
    from wawla.findings import Finding
    from wawla.printing.files import Printed


@click.command("print")
@click.argument("names", nargs=-1, metavar="[EDITION|PIECE]...")
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
@today_option
def print_command(
    names: tuple[str, ...], everything: bool, forms: tuple[Any, ...], to: Path, root: Path, today: dt.date
) -> None:
    """Make PDFs of editions and pieces, named by reference, folder or name.

    Example: wawla print "WAWLA/Community leadership" --for press
    """
    from rich.console import Console

    from wawla.engine import site_facts
    from wawla.printing.files import print_files
    from wawla.printing.making import on_the_site
    from wawla.printing.ordered import forms_of, wanted
    from wawla.progress import Progress
    from wawla.report import Report, as_text
    from wawla.steps import matter_for_print

    if not names and not everything:
        raise WawlaError("say what to print: an edition or a piece, or --all.")
    root = root.absolute()
    base = site_facts(root)[0] if (root / "mkdocs.yml").is_file() else ""
    printed: list[Printed] = []
    findings: Sequence[Finding] = ()
    with Progress(Console(stderr=True)) as progress:
        checked, matter = matter_for_print(root, today, base, progress)
        if matter is None:
            findings = checked.errors
        else:
            items = on_the_site(matter) if everything else [wanted(matter, name) for name in names]
            orders = [(item, forms_of(item, forms, everything)) for item in items]
            progress("print")
            printed, findings = print_files(orders, matter, root / ".cache", to, lambda book: progress.note(book.title))
    for made in printed:
        click.echo(f"{made.file}  {made.pages} pages, {made.size / 1000:,.0f} kB, for the {made.form}")
    if findings:
        click.echo(as_text(Report(list(findings), len(checked.examined), checked.library.tree)))
    if any(finding.severity == "error" for finding in findings):
        click.echo("What is named above was not printed; an older file, if there was one, is as it was.", err=True)
        sys.exit(FINDINGS)
