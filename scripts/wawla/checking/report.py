"""Findings for people and for programs: text, JSON, annotations of a forge, SARIF."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import click

from wawla.checking.rulebook import RuleHelp, field_count, rule_helps
from wawla.checking.skips import DeclaredSkip
from wawla.model.findings import Finding
from wawla.model.wording import counted
from wawla.reading.frontmatter import read_text
from wawla.reading.tree import Tree


@dataclass(frozen=True)
class Report:
    """What a run has to tell."""

    findings: Sequence[Finding]
    examined: int
    """How many files were read as text and examined; a finding may be about another, such as a picture."""
    tree: Tree
    seconds: float = 0.0
    skips: Sequence[DeclaredSkip] = ()
    """Every skip of the files that were examined, needed or not."""


def as_text(report: Report) -> str:
    """Findings with the line they are about, skips, and a closing line. Coloured; click takes the colours out of files.

    A line with personal data is not shown: who has the file can see it, and logs are read by others.
    """
    lines: dict[str, list[str]] = {}
    of_persons = {(finding.place.path, finding.place.line) for finding in report.findings if finding.text}
    blocks = [
        _format_finding(
            finding,
            "" if (finding.place.path, finding.place.line) in of_persons else _line_of(finding, report.tree, lines),
        )
        for finding in report.findings
    ]
    blocks += _format_skips(report.skips)
    return "\n".join([*blocks, *([""] if blocks else []), _summary_line(report)])


def _format_skips(skips: Sequence[DeclaredSkip]) -> list[str]:
    """Every skip on a line of its own, for whoever has to judge whether it still holds."""
    if not skips:
        return []
    return [
        f"{counted(len(skips), 'skip')}:",
        *(f"  {_plain(skip.place.path)}:{skip.place.line}  {skip.code}  {_plain(skip.told)}" for skip in skips),
    ]


def _format_finding(finding: Finding, line: str) -> str:
    place = finding.place
    head = click.style(f"{_plain(place.path)}:{place.line}:{place.column}", bold=True)
    colour = "red" if finding.severity == "error" else "yellow"
    warning = "" if finding.severity == "error" else "warning: "
    parts = [f"{head}  {click.style(finding.code, fg=colour, bold=True)}  {warning}{_plain(finding.message)}"]
    if line.strip():
        number = f"{place.line:>4}"
        start = place.column - 1
        shown, start = (line, start) if len(line) <= 110 else (line[max(0, start - 50) : start + 60], min(start, 50))
        marked = shown[start : start + place.end_column - place.column]
        mark = click.style("^" * max(1, len(_plain(marked))), fg=colour)
        parts += [f"{number} | {_plain(shown)}", f"     | {' ' * len(_plain(shown[:start]))}{mark}"]
    parts.append(f"     = {_plain(finding.hint)}")
    return "\n".join(parts)


def _line_of(finding: Finding, tree: Tree, lines: dict[str, list[str]]) -> str:
    path = finding.place.path
    if path not in lines:
        text = read_text(path, tree.read(path)) if path in tree.sizes and tree.sizes[path] < 2**20 else ""
        lines[path] = text.split("\n") if isinstance(text, str) and not _is_binary(path) else []
    row = finding.place.line - 1
    return lines[path][row] if row < len(lines[path]) else ""


def _is_binary(path: str) -> bool:
    return not path.endswith((".md", ".yml", ".csv", ".svg"))


def _plain(text: str) -> str:
    """Contributed text without anything that could steer a terminal: such signs are shown by their number."""
    return "".join(sign if sign.isprintable() else " " if sign == "\t" else f"<U+{ord(sign):04X}>" for sign in text)


def _summary_line(report: Report) -> str:
    checks = f"{len(rule_helps()) + field_count()} rules and fields, {report.seconds:.1f} s"
    if not report.findings:
        return f"{counted(report.examined, 'file')} examined, no findings ({checks})."
    files = len({finding.place.path for finding in report.findings})
    warnings = sum(finding.severity == "warning" for finding in report.findings)
    said = counted(len(report.findings), "finding") + (f" ({counted(warnings, 'warning')})" if warnings else "")
    return (
        f"{said} in {counted(files, 'file')}, {report.examined} examined ({checks}). "
        f"What each means: wawla rules {report.findings[0].code}, or /help/rules/ on the site"
    )


def as_json(report: Report) -> str:
    """The form other programs read; version 1."""
    findings = [
        {
            "path": finding.place.path,
            "line": finding.place.line,
            "column": finding.place.column,
            "end_column": finding.place.end_column,
            "code": finding.code,
            "severity": finding.severity,
            "message": finding.message,
            "hint": finding.hint,
            "help": finding.help,
        }
        for finding in report.findings
    ]
    skips = [
        {
            "path": skip.place.path,
            "line": skip.place.line,
            "code": skip.code,
            "because": skip.because,
            "text": list(skip.words),
        }
        for skip in report.skips
    ]
    told = {"version": 1, "examined": report.examined, "findings": findings, "skips": skips}
    return json.dumps(told, indent=2, ensure_ascii=True)


def as_github(report: Report) -> str:
    """Workflow commands that a forge shows beside the lines of a pull request, and the closing line."""
    annotations = [
        f"::{finding.severity} file={_property(finding.place.path)},line={finding.place.line},"
        f"col={finding.place.column},endColumn={finding.place.end_column},title={_property(finding.code)}"
        f"::{_message(f'{finding.message} ({finding.hint})')}"
        for finding in report.findings
    ]
    annotations += [
        f"::notice file={_property(skip.place.path)},line={skip.place.line},title={_property(skip.code)} is skipped"
        f"::{_message(skip.told)}"
        for skip in report.skips
    ]
    return "\n".join([*annotations, _summary_line(report)])


def _message(text: str) -> str:
    lines = text.replace("%", "%25").split("\n")
    return "%0A".join(_plain(line.replace("\r", "%0D")) for line in lines)


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_sarif(report: Report) -> str:
    """SARIF 2.1.0 (OASIS, 2020), for code-scanning services."""
    used = sorted({finding.code for finding in report.findings} | {skip.code for skip in report.skips})
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": "wawla",
                "informationUri": "https://wawla.example/help/",
                "rules": [_sarif_rule(rule_helps()[code]) for code in used if code in rule_helps()],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [*map(_sarif_result, report.findings), *map(_sarif_skip, report.skips)],
    }
    return json.dumps({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=True)


def _sarif_rule(rule_help: RuleHelp) -> dict[str, Any]:
    return {
        "id": rule_help.code,
        "name": rule_help.title.title().replace(" ", ""),
        "shortDescription": {"text": rule_help.statement},
        "fullDescription": {"text": rule_help.reason or rule_help.statement},
        "help": {"text": f"To put it right, {rule_help.remedy}"},
        "defaultConfiguration": {"level": rule_help.severity},
    }


def _sarif_result(finding: Finding) -> dict[str, Any]:
    place = finding.place
    region = {"startLine": place.line, "startColumn": place.column, "endColumn": place.end_column}
    location = {"artifactLocation": {"uri": quote(place.path)}, "region": region}
    return {
        "ruleId": finding.code,
        "level": finding.severity,
        "message": {"text": f"{finding.message}. {finding.hint}"},
        "locations": [{"physicalLocation": location}],
    }


def _sarif_skip(skip: DeclaredSkip) -> dict[str, Any]:
    """A skip as a result that is suppressed in the file, with its reason (SARIF 2.1.0, 3.27.23 and 3.35)."""
    location = {"artifactLocation": {"uri": quote(skip.place.path)}, "region": {"startLine": skip.place.line}}
    return {
        "ruleId": skip.code,
        "level": "note",
        "message": {"text": f"{skip.code} is skipped here"},
        "locations": [{"physicalLocation": location}],
        "suppressions": [{"kind": "inSource", "justification": skip.told}],
    }


FORMATS: dict[str, Callable[[Report], str]] = {"text": as_text, "json": as_json, "github": as_github, "sarif": as_sarif}
"""The forms a report can take."""
