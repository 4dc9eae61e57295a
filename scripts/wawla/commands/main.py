"""The command line: parses what the user typed, and says how it went. Heavy parts load only where they are needed."""

from __future__ import annotations

import atexit
import datetime as dt
import gc
import json
import os
import shlex
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import click

from wawla.commands.command_group import CommandGroup
from wawla.commands.doctor import doctor
from wawla.commands.options import CLEAN, FINDINGS, cache_option, root_option, today_option
from wawla.commands.orders import catalogue, order
from wawla.commands.output import write_data
from wawla.commands.pack import pack
from wawla.commands.press import approve, print_command, readiness
from wawla.model import LEADING
from wawla.model.errors import WawlaError
from wawla.model.pieces import ToolForm
from wawla.model.wording import listed, with_article
from wawla.runtime.atomic_write import atomic_write
from wawla.runtime.clock import today
from wawla.runtime.minimum_versions import check_requirements

_IN_EDITION = f"The edition of {listed([with_article(kind.word) for kind in LEADING if kind.edition_list.in_edition])}"


class _NewKind(click.Choice[str]):
    """What `wawla new` can begin. The kind of a tool is answered with how to get it."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value in get_args(ToolForm):
            self.fail(f"{with_article(value)} is a tool with `kind: {value}`: type `wawla new tool SLUG`.", param, ctx)
        return super().convert(value, param, ctx)


@click.group(cls=CommandGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="wawla", prog_name="wawla")
def main() -> None:
    """Check and publish a series: accounts of practice, think pieces and tools."""
    check_requirements()


@main.command(short_help="Find the faults of the publication.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@root_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    help="Text to read, JSON for programs, annotations for GitHub pull requests, or SARIF for code scanning.",
)
@today_option
@click.option("--strict", is_flag=True, help="Let warnings and skips fail the check as errors do.")
def check(paths: tuple[Path, ...], root: Path, form: str, today: dt.date, strict: bool) -> None:
    """Find the faults of the whole publication, or of PATHS only, each with its line.

    Exit status: 0 clean, 1 findings, 2 it cannot run or examined nothing, 3 a bug of ours.
    """
    from wawla.checking.check_publication import check_publication
    from wawla.checking.report import FORMATS, Report

    _keep_everything()
    began = time.perf_counter()
    checked = check_publication(root, today)
    chosen = _chosen(root, paths)
    findings = [finding for finding in checked.findings if chosen(finding.place.path)]
    examined = sum(map(chosen, checked.examined))
    skips = [skip for skip in checked.skips if chosen(skip.place.path)]
    report = Report(findings, examined, checked.library.tree, time.perf_counter() - began, skips)
    said = FORMATS[form](report)
    if form == "text":
        click.echo(said)
    else:
        write_data(f"{said}\n")
    if not examined and not findings:
        where = " or ".join(map(str, paths)) or str(root.absolute())
        raise WawlaError(f"nothing was examined: there is no text of the publication at {where}.")
    failed = any(finding.severity == "error" for finding in findings) or (strict and (findings or skips))
    sys.exit(FINDINGS if failed else CLEAN)


def _keep_everything() -> None:
    """Look for nothing to throw away, now or at the end: a run is short, and what it reads it keeps."""
    gc.disable()
    atexit.register(gc.freeze)


def _chosen(root: Path, paths: tuple[Path, ...]) -> Callable[[str], bool]:
    """Whether a path of the publication is inside PATHS; all of them are where there are none."""
    if not paths:
        return lambda path: True
    inside = []
    for path in paths:
        try:
            inside.append(_plain(path).relative_to(_plain(root)).as_posix())
        except ValueError:
            raise WawlaError(f"{path} is not inside the publication at {root.absolute()}.") from None
        if not path.exists() and not path.is_symlink():
            raise WawlaError(f"{path} does not exist.")

    def chosen(path: str) -> bool:
        return any(where == "." or path == where or path.startswith(where + "/") for where in inside)

    return chosen


def _plain(path: Path) -> Path:
    """The whole path without `..`; links stay what they are."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - Path.resolve would follow links


@main.command(short_help="Check the publication and build its site.")
@root_option
@cache_option
@today_option
@click.option(
    "--site",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder for the site; by default 'site' in the folder of the publication.",
)
@click.option("--pdfs/--no-pdfs", default=True, help="Offer editions and pieces as PDFs too; they are by default.")
@click.option("--verbose", is_flag=True, help="Show what MkDocs says.")
def build(root: Path, cache: Path | None, today: dt.date, site: Path | None, pdfs: bool, verbose: bool) -> None:
    """Check the publication, and build its site into a fresh folder that then takes the old one's place."""
    import logging

    from wawla.building.build import build_publication
    from wawla.checking.report import Report, as_text
    from wawla.commands.progress import ErrorConsole, Progress

    level = logging.INFO if verbose else logging.WARNING
    logging.basicConfig(level=level, format="%(levelname)s %(name)s: %(message)s")
    _keep_everything()
    began = time.perf_counter()
    target = (site or root / "site").absolute()
    with Progress(ErrorConsole()) as progress:
        outcome = build_publication(root.absolute(), target, today, progress, progress.note, pdfs, cache)
    if outcome.findings:
        checked = outcome.checked
        report = Report(outcome.findings, len(checked.examined), checked.library.tree, skips=checked.skips)
        click.echo(as_text(report))
    if outcome.failed:
        click.echo("The site was not built; the old one, if there was one, is as it was.", err=True)
        sys.exit(FINDINGS)
    click.echo(f"{outcome.pages} pages in {time.perf_counter() - began:.1f} s, in {target}.")
    click.echo(f"To look at them:  python3 -m http.server --bind 127.0.0.1 --directory {shlex.quote(str(target))}")


@main.command(short_help="Preview the site while you write.")
@root_option
@cache_option
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Host and port to serve on.")
def serve(root: Path, cache: Path | None, address: str) -> None:
    """Show the site while you write; it is built anew when a file changes."""
    import logging

    from wawla.building.engine.run_mkdocs import serve_site

    logging.basicConfig(level=logging.INFO, format="%(message)s")

    serve_site(root, address, cache)


@main.command(short_help="Explain a rule, or list them all.")
@click.argument("code", required=False)
def rules(code: str | None) -> None:
    """Explain the rule CODE; without it, list them all."""
    from wawla.checking.rulebook import help_text, rule_helps
    from wawla.model.findings import did_you_mean

    known = rule_helps()
    if code is None:
        for rule_help in known.values():
            click.echo(
                f"{rule_help.code}  {rule_help.title}" + ("  (warning)" if rule_help.severity == "warning" else "")
            )
        return
    if code.upper() not in known:
        raise WawlaError(f"there is no rule {code}. {did_you_mean(code, known)}All of them: wawla rules")
    click.echo(help_text(known[code.upper()]), nl=False)


@main.command(short_help="Print the edition schema as JSON Schema.")
@click.option(
    "--to", type=click.Path(path_type=Path, dir_okay=False), help="The file to write; standard output by default."
)
def schema(to: Path | None) -> None:
    """Print the edition schema as JSON Schema, for editors that can read one."""
    from wawla.checking.json_schema import json_schema

    text = json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
    if to is None:
        write_data(text)
    else:
        atomic_write(to, text.encode())


@main.command(short_help="Begin a new piece or edition.")
@click.argument("kind", type=_NewKind([*(kind.name for kind in LEADING), "edition"]))
@click.argument("slug")
@click.option("--in", "parent", default="", help=f"{_IN_EDITION} (wawla/NAME), the series of an edition.")
@root_option
def new(kind: str, slug: str, parent: str, root: Path) -> None:
    """Begin a new piece or edition: a folder SLUG whose index.md explains every field."""
    import re

    from wawla.checking.check_publication import check_publication
    from wawla.commands.new_piece import new_file, write_new
    from wawla.model.fields import SLUG

    for name in (slug, *filter(None, parent.split("/"))):
        if not re.fullmatch(SLUG, name):
            raise WawlaError(f"'{name}' cannot be an address: use small letters, figures and hyphens.")
    day = today()
    path, text = new_file(kind, slug, parent)
    write_new(root, path, text)
    click.echo(f"Wrote {path}. Still to be filled in by a person:")
    for finding in check_publication(root, day).findings:
        if finding.place.path == path:
            click.echo(f"  line {finding.place.line}: {finding.message}")


for command in (print_command, readiness, approve, order, catalogue, doctor):
    main.add_command(command)
order.add_command(pack)

if __name__ == "__main__":
    main()
