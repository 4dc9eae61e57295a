"""The documents of the project say what there is: no command without a word, no link without its target."""

import re
import subprocess
from pathlib import Path

import click
import pytest
from folders import ROOT

from wawla.commands.main import main

DECISIONS = ROOT / "docs/decisions"
DOCUMENTS = sorted([*ROOT.glob("*.md"), *DECISIONS.glob("*.md")])
README = (ROOT / "README.md").read_text(encoding="utf-8")
TARGETS = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)[1].split()
OPTIONS = [(name, each) for name, command in main.commands.items() for each in command.params]

each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())


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


@pytest.mark.parametrize("name", main.commands)
def test_the_readme_names_every_command(name: str):
    assert f"`wawla {name}" in README


@pytest.mark.parametrize("name", main.commands)
def test_every_command_says_what_it_does(name: str):
    assert main.commands[name].help


@pytest.mark.parametrize(("name", "parameter"), OPTIONS, ids=[f"{name} {each.opts[0]}" for name, each in OPTIONS])
def test_every_option_is_explained_by_the_help_or_the_readme(name: str, parameter: click.Parameter):
    if isinstance(parameter, click.Option):
        assert parameter.help or parameter.opts[0] in README
    else:
        assert parameter.human_readable_name.rstrip(".").upper() in f"{main.commands[name].help}{README}"


@pytest.mark.parametrize("target", TARGETS)
def test_make_help_or_the_readme_names_every_target(target: str):
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert re.search(rf"\bmake {target}\b", listed + README)


@each_document
def test_a_document_names_only_commands_and_targets_that_there_are(document: Path):
    code = "\n".join(code_of(document.read_text(encoding="utf-8")))
    commands = re.findall(r"^(?:\$ |\.venv/bin/)?wawla ([a-z][a-z-]*)", code, re.M)
    targets = re.findall(r"^(?:\$ )?make ([a-z]+)", code, re.M)
    assert ([], []) == (sorted({*commands} - {*main.commands}), sorted({*targets} - {*TARGETS}))


@each_document
def test_every_link_leads_to_a_file_and_every_anchor_to_a_heading(document: Path):
    missing = []
    for target in links_of(document.read_text(encoding="utf-8")):
        path, _, anchor = target.partition("#")
        file = (document.parent / path).resolve() if path else document
        if not file.exists() or (anchor and anchor not in anchors_of(file)):
            missing.append(target)
    assert [] == missing


@each_document
def test_code_that_is_quoted_from_a_file_is_the_code_in_the_file(document: Path):
    text = document.read_text(encoding="utf-8")
    quoted = re.findall(r"^```python\n# (scripts/\S+\.py)\n(.*?)^```", text, re.M | re.S)
    for path, code in quoted:
        assert (ROOT / path).read_text(encoding="utf-8") == code, f"copy {path} into {document.name} again"


@pytest.mark.parametrize("decision", sorted(DECISIONS.glob("*.md")), ids=lambda path: path.name)
def test_every_decision_is_in_the_index(decision: Path):
    assert decision.name in (DECISIONS / "README.md").read_text(encoding="utf-8") or decision.name == "README.md"


def test_decisions_are_numbered_one_after_the_other():
    numbers = [int(path.name[:4]) for path in sorted(DECISIONS.glob("[0-9]*.md"))]
    assert list(range(1, len(numbers) + 1)) == numbers


@pytest.mark.parametrize("page", sorted(DECISIONS.glob("[0-9]*.md")), ids=lambda path: path.name)
def test_a_decision_says_context_choice_what_was_set_aside_and_what_follows(page: Path):
    headings = re.findall(r"^## (.+)$", page.read_text(encoding="utf-8"), re.M)
    assert ["Context", "Choice", "Set aside", "What follows"] == headings
