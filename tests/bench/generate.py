"""A made-up publication of any size, to measure with: `python tests/bench/generate.py DIR --accounts 1000`.

The words mean nothing, but the shape is that of real accounts: length, headings, links, tables, notes, and words
that are common or rare as in English. The same seed gives the same files. `--plain DIR` also writes the same text as
a project of plain MkDocs with Material, to compare with.
"""

from __future__ import annotations

import argparse
import itertools
import random
import re
from collections.abc import Sequence
from pathlib import Path

PER_EDITION = 12
LEVELS = ("pupil", "staff", "leadership", "school-wide", "school-to-school", "network-to-network")
PHASES = ("early years", "primary", "secondary")
REGIONS = (
    "North East",
    "North West",
    "Yorkshire and the Humber",
    "East Midlands",
    "West Midlands",
    "East of England",
    "London",
    "South East",
    "South West",
)
THEMES = (
    "enquiry",
    "distributed leadership",
    "leadership learning",
    "moral purpose",
    "community",
    "collaboration",
    "trust",
    "professional development",
    "pupil voice",
    "technology",
    "small schools",
    "social capital",
)
FORMS = ("book", "booklet", "brochure", "article", "web page")
SMALL = (
    "the of and to in that it was for with as they on their at by we this had from were which or but not be have one "
    "all there when what who more so an about our them would each after into could been other than how some"
)
TRADE = (
    "school schools teacher teachers pupils learning network group heads staff work time question term meeting "
    "children leaders practice community enquiry lesson classroom evidence change support year colleagues parents "
    "leadership visit trust partner cluster curriculum governors assessment reading writing mathematics science "
    "coaching mentor assistant nursery consultant workshop conference feedback observation planning resource talk "
    "behaviour attendance progress transition library playground council training induction inclusion report "
    "together different shared small whole local first next good hard new open early careful useful common asked "
    "found began tried agreed changed visited wrote listened decided invited watched noticed compared returned"
)
SYLLABLES = (
    "ba cal den dor el fen ga hal im kel lan mar ned ol pen quar ren sol tam ul ven wick yar bel cor din fal gen hol "
    "lin men nor per ral sen tor ver wen al bri cle dra fle gro pla spe sto tre"
)


class Prose:
    """Sentences from 30,000 word forms, of which the nth is drawn about 1/n as often as the first (Zipf's law)."""

    def __init__(self, seed: str) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - repeatable, and no secret

    def words(self, count: int) -> list[str]:
        return self.chance.choices(WORDS, cum_weights=WEIGHTS, k=count)

    def sentence(self) -> str:
        words = self.words(self.chance.randint(6, 20))
        if len(words) > 12:
            words[len(words) // 2] += ","
        return " ".join(words).capitalize() + "."

    def paragraph(self) -> str:
        return " ".join(self.sentence() for _ in range(self.chance.randint(3, 6)))

    def heading(self) -> str:
        return " ".join(self.chance.sample(TITLE_WORDS, self.chance.randint(3, 5))).capitalize()

    def some(self, of: Sequence[str], least: int, most: int) -> list[str]:
        return self.chance.sample(of, self.chance.randint(least, most))


def _vocabulary() -> list[str]:
    """As many forms as 10,000 real accounts would hold: text of n words has some 10 times the root of n (Heaps)."""
    parts = SYLLABLES.split()
    chance = random.Random(0)  # noqa: S311 - the same vocabulary for every seed, and no secret
    rare = list(dict.fromkeys("".join(each) for each in itertools.product(parts, parts, ("", "ing", "ed", "er"))))
    chance.shuffle(rare)
    words = dict.fromkeys((*SMALL.split(), *TRADE.split(), *rare))
    while len(words) < 30_000:
        stem = "".join(chance.choices(parts, k=3))
        words |= dict.fromkeys(stem + ending for ending in ("", "s", "ly", "ing"))
    return list(words)[:30_000]


WORDS = _vocabulary()
WEIGHTS = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(1, len(WORDS) + 1)))
TITLE_WORDS = WORDS[len(SMALL.split()) : 700]


def generate(target: Path, accounts: int, seed: int = 1) -> None:
    """Write a publication of so many accounts into `target`, in which `wawla check` finds nothing."""
    editions = -(-accounts // PER_EDITION)
    names = Prose(f"{seed} titles")
    taken: set[str] = set()
    account_titles = [_title(names, taken) for _ in range(accounts)]
    tool_titles = [_title(names, taken) for _ in range(editions)]
    others = [(f"../../accounts_of_practice/{_slug(title)}/index.md", title) for title in account_titles]
    others += [(f"../../tools/{_slug(title)}/index.md", title) for title in tool_titles]
    _registers(target, Prose(f"{seed} registers"))
    for number, title in enumerate(account_titles):
        prose = Prose(f"{seed} account {number}")
        front = f"network: network-{number % 60 + 1}\nsetting: {_plain(prose)}\n" + _shared(prose, number)
        _write(target / "accounts_of_practice" / _slug(title), title, prose, front, _body(prose, others, title))
    for number, title in enumerate(tool_titles):
        prose = Prose(f"{seed} tool {number}")
        front = f"kind: discussion\npurpose: {_plain(prose)}\nminutes: 45\ngroup: 4 to 12 people from several schools\n"
        front += _shared(prose, number)
        _write(target / "tools" / _slug(title), title, prose, front, _body(prose, others, title))
        held = account_titles[number * PER_EDITION : (number + 1) * PER_EDITION]
        _edition(target, Prose(f"{seed} edition {number}"), number, _title(names, taken), held, title)


def _title(prose: Prose, taken: set[str]) -> str:
    title = prose.heading()
    while title in taken:
        title = prose.heading()
    taken.add(title)
    return title


def _slug(title: str) -> str:
    return title.lower().replace(" ", "-")


def _hue(number: int) -> str:
    """A dark colour, another one for each of a thousand editions."""
    return "#" + "".join(f"{16 + 6 * (number // step % 10):02x}" for step in (100, 10, 1))


def _plain(prose: Prose) -> str:
    """A sentence that YAML reads as text without quotation marks."""
    return prose.sentence().replace(",", "")


def _shared(prose: Prose, number: int) -> str:
    questions = "".join(f"  - {_plain(prose)[:-1]}?\n" for _ in range(3))
    return (
        f"compiled_by: editors\nsources: [source-{number % 30 + 1}]\nthemes: [{', '.join(prose.some(THEMES, 1, 3))}]\n"
        f"levels: [{', '.join(prose.some(LEVELS, 1, 2))}]\nphases: [{', '.join(prose.some(PHASES, 1, 2))}]\n"
        f"practice: {2002 + number % 6}\npublished: {2012 + number % 6}\nquestions:\n{questions}"
    )


def _body(prose: Prose, others: Sequence[tuple[str, str]], own: str) -> str:
    """600 to 900 words under three to five headings, with the links and blocks that real accounts have."""
    levels = [2, *(prose.chance.choice((2, 2, 3)) for _ in range(prose.chance.randint(2, 4)))]
    headings: set[str] = set()
    length, words = prose.chance.randint(530, 720), 0
    sections = [["#" * level + " " + _title(prose, headings)] for level in levels]
    for section in itertools.cycle(sections):
        section.append(prose.paragraph())
        words += len(section[-1].split())
        if words > length and all(len(section) > 1 for section in sections):
            break
    near = prose.chance.sample(others, min(len(others), prose.chance.randint(2, 4)))
    for target, title in near:
        if title != own:
            prose.chance.choice(sections).append(f"{prose.sentence()[:-1]} in [{title}]({target}). {prose.sentence()}")
    blocks = []
    if prose.chance.random() < 1 / 3:
        rows = "".join(f"| {' '.join(prose.words(3))} | {' '.join(prose.words(4))} |\n" for _ in range(5))
        blocks.append(f"| Question | What came of it |\n| --- | --- |\n{rows}".rstrip())
    if prose.chance.random() < 1 / 5:
        blocks.append(f"{prose.sentence()}[^1]\n\n[^1]: {prose.sentence()}")
    if prose.chance.random() < 1 / 10:
        terms = (f"{prose.heading()}\n:   {prose.sentence()}" for _ in range(3))
        blocks.append(prose.chance.choice(("\n\n".join(terms), f"!!! note\n\n    {prose.paragraph()}")))
    for block in blocks:
        prose.chance.choice(sections).append(block)
    return "\n\n".join(itertools.chain.from_iterable(sections)) + "\n"


def _edition(target: Path, prose: Prose, number: int, title: str, accounts: Sequence[str], tool: str) -> None:
    folder = target / "series/bench" / f"edition-{number + 1}"
    held = [(f"../../../accounts_of_practice/{_slug(account)}/index.md", account) for account in accounts]
    held.append((f"../../../tools/{_slug(tool)}/index.md", tool))
    front = (
        f"number: {number + 1}\nreference: BENCH/{title}\nstatus: published\npublished: {2009 + number % 8}\n"
        f'hue: "{_hue(number)}"\nthink_pieces: [thinking]\ntools: [{_slug(tool)}]\naccounts:\n'
        + "".join(f"  - {_slug(account)}\n" for account in accounts)
        + f"people:\n  - {{did: Compiled by, who: the editors}}\nsources: [source-{number % 30 + 1}]\n"
    )
    _write(folder, title, prose, front, _body(prose, held, ""))
    thought = f"Thinking about {title.lower()}"
    deeper = [("../../" + path, name) for path, name in held]
    _write(folder / "think-pieces/thinking", thought, prose, _shared(prose, number), _body(prose, deeper, thought))


def _registers(target: Path, prose: Prose) -> None:
    networks = "".join(
        f"network-{n}:\n  title: {prose.heading()}\n  summary: {_plain(prose)}\n  region: {REGIONS[n % 9]}\n"
        f"  schools: {prose.chance.randint(4, 20)}\n  phases: [{PHASES[n % 3]}]\n  sources: [source-{n % 30 + 1}]\n"
        for n in range(1, 61)
    )
    sources = "".join(
        f"source-{n}: {{author: {prose.heading()}, title: {prose.heading()}, year: {1985 + n}, form: {FORMS[n % 5]}}}\n"
        for n in range(1, 31)
    )
    lists = {"themes": THEMES, "levels": LEVELS, "phases": PHASES, "regions": REGIONS}
    vocabulary = "".join(
        f"{name}:\n" + "".join(f"  {word}: {_plain(prose)}\n" for word in words) for name, words in lists.items()
    )
    registers = {
        "accounts_of_practice/networks.yml": networks,
        "series/sources.yml": sources,
        "series/vocabulary.yml": vocabulary,
        "series/glossary.yml": "NLC: {stands_for: Networked Learning Community}\n",
        "series/initiatives.yml": "- {title: A kit, form: publication, summary: What it is., sources: [source-1]}\n",
        "series/publisher.yml": "name: A publisher\nshort_name: A publisher\ncontact: orders@publisher.example\n",
        "series/bench/series.yml": "title: A series to measure with\nshort_title: Bench\nsummary: Made-up text.\n"
        "order_prefix: BENCH\nnumber_word: Title\nholds: [{at_least: 1, of: [account]}]\nsources: [source-1]\n",
    }
    for path, text in registers.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_text(text, encoding="utf-8")


def _write(folder: Path, title: str, prose: Prose, front: str, body: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    text = f"---\ntitle: {title}\nsummary: {_plain(prose)}\n{front}---\n\n{body}"
    (folder / "index.md").write_text(text, encoding="utf-8")


# Without `nav:`, Material prints every page's name on every page, which took it 155 s instead of 10 s at 1,000
# accounts. To be compared with that would flatter us, so the plain project has a navigation of one entry.
PLAIN = """\
site_name: The same text in plain MkDocs
theme:
  name: material
plugins: []
nav: [index.md]
validation: {nav: {omitted_files: ignore}}
markdown_extensions: [tables, footnotes, def_list, abbr, admonition, pymdownx.details, toc]
"""


def plain(target: Path, source: Path) -> None:
    """Write a plain MkDocs project of the same text: the same folders, and of the front matter two fields."""
    (target / "docs").mkdir(parents=True, exist_ok=True)
    (target / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
    (target / "docs/index.md").write_text("# The same text\n", encoding="utf-8")
    for folder in ("accounts_of_practice", "tools", "series"):
        for path in sorted((source / folder).rglob("*.md")):
            fields, body = path.read_text(encoding="utf-8").removeprefix("---\n").split("---\n", 1)
            kept = "".join(re.findall(r"^(?:title|summary): .*\n", fields, re.M)).replace("summary:", "description:")
            copy = target / "docs" / path.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(f"---\n{kept}---\n{body}", encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=generate.__doc__)
    parser.add_argument("target", metavar="DIR", type=Path)
    parser.add_argument("--accounts", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plain", metavar="DIR", type=Path, help="write the plain project there as well")
    chosen = parser.parse_args()
    generate(chosen.target, chosen.accounts, chosen.seed)
    if chosen.plain:
        plain(chosen.plain, chosen.target)
