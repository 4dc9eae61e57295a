"""The documents of the project say what there is: no command without a word, no link without its target."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import click
from folders import ROOT

from wawla.commands.main import main

DECISIONS = ROOT / "docs/decisions"
NUMBERED = sorted(DECISIONS.glob("[0-9]*.md"))
DOCUMENTS = sorted([*ROOT.glob("*.md"), *DECISIONS.glob("*.md")])
README = (ROOT / "README.md").read_text(encoding="utf-8")
TARGETS = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)[1].split()
OPTIONS = [(name, each) for name, command in main.commands.items() for each in command.params]


def code_of(text: str) -> list[str]:
    """The lines of code in a text: between fences, or between backticks within a line."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", text, re.M | re.S)
    rest = re.sub(r"^```.*?^```", "", text, flags=re.M | re.S)
    return [line for block in blocks for line in block.splitlines()] + re.findall(r"`([^`\n]+)`", rest)


def links_of(text: str) -> list[str]:
    """Where the links and pictures of a text lead, but for other sites; code is no link."""
    prose = re.sub(r"^```.*?^```|`[^`\n]+`", "", text, flags=re.M | re.S)
    targets = re.findall(r"\]\(([^()\s]+)\)", prose)
    return [target for target in targets if not re.match(r"https?:|mailto:", target)]


def anchors_of(path: Path) -> set[str]:
    """The anchors that a forge makes of the headings of a document."""
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_the_readme_names_every_command():
    assert [] == [name for name in main.commands if f"`wawla {name}" not in README]


def test_every_command_says_what_it_does():
    assert [] == [name for name, command in main.commands.items() if not command.help]


def test_every_option_is_explained_by_the_help_or_the_readme():
    assert [] == [f"{name} {each.opts[0]}" for name, each in OPTIONS if not is_explained(name, each)]


def is_explained(name: str, parameter: click.Parameter) -> bool:
    """Whether the command's help or the README says what this option or argument is."""
    if isinstance(parameter, click.Option):
        return bool(parameter.help) or parameter.opts[0] in README
    return parameter.human_readable_name.rstrip(".").upper() in f"{main.commands[name].help}{README}"


def test_make_help_or_the_readme_names_every_target():
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert [] == [target for target in TARGETS if not re.search(rf"\bmake {target}\b", listed + README)]


def test_a_document_names_only_commands_and_targets_that_there_are():
    unknown = {}
    for document in DOCUMENTS:
        code = "\n".join(code_of(document.read_text(encoding="utf-8")))
        commands = {*re.findall(r"^(?:\$ |\.venv/bin/)?wawla ([a-z][a-z-]*)", code, re.M)} - {*main.commands}
        targets = {*re.findall(r"^(?:\$ )?make ([a-z]+)", code, re.M)} - {*TARGETS}
        if commands | targets:
            unknown[document.name] = sorted(commands | targets)
    assert {} == unknown


def test_every_link_leads_to_a_file_and_every_anchor_to_a_heading():
    assert {} == {document.name: missing for document in DOCUMENTS if (missing := list(dead_links_of(document)))}


def dead_links_of(document: Path) -> Iterator[str]:
    """The links of a document that lead to no file, or to no heading of it."""
    for target in links_of(document.read_text(encoding="utf-8")):
        path, _, anchor = target.partition("#")
        file = (document.parent / path).resolve() if path else document
        if not file.exists() or (anchor and anchor not in anchors_of(file)):
            yield target


def test_code_that_is_quoted_from_a_file_is_the_code_in_the_file():
    stale = []
    for document in DOCUMENTS:
        text = document.read_text(encoding="utf-8")
        quoted = re.findall(r"^```python\n# (scripts/\S+\.py)\n(.*?)^```", text, re.M | re.S)
        stale += [
            f"copy {path} into {document.name} again"
            for path, code in quoted
            if (ROOT / path).read_text(encoding="utf-8") != code
        ]
    assert [] == stale


def test_every_decision_is_in_the_index():
    index = (DECISIONS / "README.md").read_text(encoding="utf-8")
    assert [] == [path.name for path in NUMBERED if path.name not in index]


def test_decisions_are_numbered_one_after_the_other():
    numbers = [int(path.name[:4]) for path in NUMBERED]
    assert list(range(1, len(numbers) + 1)) == numbers


def test_a_decision_says_context_choice_what_was_set_aside_and_what_follows():
    headings = {page.name: re.findall(r"^## (.+)$", page.read_text(encoding="utf-8"), re.M) for page in NUMBERED}
    assert {page.name: ["Context", "Choice", "Set aside", "What follows"] for page in NUMBERED} == headings
