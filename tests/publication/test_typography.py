"""How the pages of editions are set: lines on a grid, no line or heading alone, heads and numbers where they belong.

Measured on the finished PDFs, in points.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from by_hand import set_all, with_body
from paper import MM, Letter, Part, letters_of, letters_on, parts_of

from wawla.printing.make_pdfs import screen_job
from wawla.printing.print_input import PrintInput

pytestmark = pytest.mark.slow

FOREST = "accounts_of_practice/forest-forum"


@dataclass(frozen=True)
class Layout:
    """A page size: the height of a line, the size of its letters, its margins and its width."""

    line: float
    size: float
    top: float
    outer: float
    width: float


A4 = Layout(16, 11.4, 30 * MM, 44 * MM, 210 * MM)
A5 = Layout(13, 9.6, 19 * MM, 22 * MM, 148 * MM)
EDITIONS = {
    "WAWLA-Community-leadership": ("Community leadership in networks", A4),
    "WAWLA-Leadership-of-networks": ("Leadership of school networks", A4),
    "NLiA-Sharing-leadership": ("Sharing leadership", A5),
}


@pytest.fixture(params=EDITIONS)
def edition(request: pytest.FixtureRequest, printed: Path) -> tuple[Path, str, Layout]:
    """An edition of the publication: its file, its title and its layout."""
    return printed / f"{request.param}.pdf", *EDITIONS[request.param]


def lines_of(letters: tuple[Letter, ...]) -> list[tuple[float, str]]:
    """Baselines and words of the lines of a page, from the top."""
    lines: dict[float, str] = {}
    for letter in letters:
        lines[round(letter.baseline, 1)] = lines.get(round(letter.baseline, 1), "") + letter.text
    return sorted(lines.items())


def baselines(file: Path) -> dict[tuple[int, int], float]:
    """Where each tagged part stands: its baseline from the top, by page and number."""
    return {
        (number, letter.mcid): letter.baseline
        for number, letters in enumerate(letters_on(file))
        for letter in letters
        if letter.mcid is not None
    }


def in_the_flow(file: Path) -> list[Part]:
    """What stands in the text: neither notes nor the calls to them."""
    return [part for part in parts_of(file) if part.tags[1] != "NonStruct" and part.text.strip()]


# The grid.


def test_lines_of_pieces_stand_on_quarters_of_a_line_so_that_facing_pages_agree(edition: tuple[Path, str, Layout]):
    """On every page of a piece but those with a table, which is as high as what stands in its cells."""
    file, _, layout = edition
    parts = in_the_flow(file)
    tables = {part.page for part in parts if "Table" in part.tags}
    first = first_baseline(file, layout)
    astray, pages = {}, set()
    for page in sorted({part.page for part in parts if part.tags[1] == "Art"} - tables):
        for baseline, words in lines_of(tuple(running_text(file, page, layout))):
            steps = (baseline - first) / (layout.line / 4)
            pages.add(page)
            if abs(steps - round(steps)) * layout.line / 4 > 0.3:
                astray[page + 1, baseline] = words
    assert {} == astray
    assert len(pages) > 6


def running_text(file: Path, page: int, layout: Layout) -> Iterator[Letter]:
    for letter in letters_on(file)[page]:
        if letter.mcid is not None and "Serif" in letter.font and abs(letter.size - layout.size) < 0.1:
            yield letter


def first_baseline(file: Path, layout: Layout) -> float:
    """The baseline of a line at the very top, which most pages have."""
    pages = range(len(letters_on(file)))
    tops = [min((letter.baseline for letter in running_text(file, page, layout)), default=0.0) for page in pages]
    [(top, _)] = Counter(round(top, 1) for top in tops if layout.top < top < layout.top + layout.line).most_common(1)
    return top


def test_lines_of_a_paragraph_are_one_line_apart(edition: tuple[Path, str, Layout]):
    file, _, layout = edition
    where = baselines(file)
    steps: Counter[float] = Counter()
    for _, parts in itertools.groupby(in_the_flow(file), key=lambda part: (part.page, paragraph(part))):
        lines = sorted({round(where[part.page, part.mcid], 1) for part in parts if is_running(part, file, layout)})
        steps.update(round(after - before, 1) for before, after in itertools.pairwise(lines))
    assert sum(steps.values()) > 100
    assert {} == {step: count for step, count in steps.items() if abs(step - layout.line) > 0.3}


def paragraph(part: Part) -> int:
    """The number of the paragraph that a part stands in; -1 outside of paragraphs."""
    return part.within[part.tags.index("P")] if "P" in part.tags else -1 - part.mcid


def is_running(part: Part, file: Path, layout: Layout) -> bool:
    return "P" in part.tags and any(letter.mcid == part.mcid for letter in running_text(file, part.page, layout))


# Nothing alone.


def test_no_heading_stands_at_the_foot_of_a_page(edition: tuple[Path, str, Layout]):
    file, _, _ = edition
    where = baselines(file)
    alone = []
    for page, parts in itertools.groupby(sorted(in_the_flow(file), key=lambda part: part.page), lambda part: part.page):
        last = max(parts, key=lambda part: where[page, part.mcid])
        if any(re.fullmatch(r"H\d", tag) for tag in last.tags):
            alone.append((page + 1, last.text))
    assert [] == alone


def test_no_paragraph_leaves_one_line_on_a_page(edition: tuple[Path, str, Layout]):
    file, _, _ = edition
    where = baselines(file)
    split, alone = 0, []
    flow = [part for part in in_the_flow(file) if part.tags[1] == "Art"]
    paragraphs = [list(parts) for _, parts in itertools.groupby(flow, key=lambda part: (part.page, paragraph(part)))]
    for before, after in itertools.pairwise(paragraphs):
        if before[-1].page + 1 == after[0].page and runs_on(before[-1], after[0]):
            split += 1
            for parts in (before, after):
                if len({round(where[part.page, part.mcid]) for part in parts}) < 2:
                    alone.append((parts[0].page + 1, parts[0].text))
    assert [] == alone
    assert split > 0


def runs_on(before: Part, after: Part) -> bool:
    """Whether a paragraph goes on: both are in paragraphs, and the first of them has not come to an end."""
    return "P" in before.tags and "P" in after.tags and not re.search(r"[.?!:…][’”)]*\s*$", before.text)


def leaflet(print_input: PrintInput, html: str, folder: Path) -> Path:
    """The PDF of a piece with this body."""
    piece = print_input.library.pieces[FOREST]
    set_all({"leaflet": screen_job(piece, with_body(print_input, piece, html))}, folder)
    return folder / "leaflet.pdf"


def test_wherever_a_page_ends_two_lines_of_a_paragraph_stay_together(sample_print_input: PrintInput, tmp_path: Path):
    html = "".join(f"<p>{f'p{number} ' * (18 + 29 * number % 120)}</p>" for number in range(1, 80))
    file = leaflet(sample_print_input, html, tmp_path)
    found: dict[str, list[int]] = {}
    for number, letters in enumerate(letters_on(file)):
        for _, words in lines_of(letters):
            if match := re.match(r"(p\d+) ", words):
                found.setdefault(match[1], []).append(number)
    counts = [Counter(pages) for pages in found.values()]
    assert len([count for count in counts if len(count) > 1]) > 2
    assert [] == [count for count in counts if len(count) > 1 and min(count.values()) < 2]


def test_no_hyphen_leaves_fewer_than_three_letters(edition: tuple[Path, str, Layout]):
    file, _, _ = edition
    parts = in_the_flow(file)
    compounds = {word for part in parts for word in re.findall(r"\w+-\w+", part.text)}
    lines = [(before.text.rstrip(), after.text.lstrip()) for before, after in itertools.pairwise(parts)]
    ends = [(re.search(r"(?<![\w-])(\w+)[‐-]$", before), re.match(r"\w+", after)) for before, after in lines]
    halves = [(before[1], after[0]) for before, after in ends if before and after]
    broken = [pair for pair in halves if "-".join(pair) not in compounds]
    assert len(broken) > 10
    assert [] == [pair for pair in broken if min(map(len, pair)) < 3 or len("".join(pair)) < 6]


def test_headings_and_tables_are_never_hyphenated(edition: tuple[Path, str, Layout]):
    file, _, _ = edition
    parts = [part for part in in_the_flow(file) if part.text.rstrip().endswith("‐")]
    assert [] == [part.text for part in parts if {"H1", "H2", "H3", "H4", "H5", "TD", "TH"} & {*part.tags}]


# Round the text.


def furniture(file: Path, page: int) -> list[Letter]:
    """What is on a page beside what the tags name: its head and its number."""
    tagged = {part.mcid for part in parts_of(file) if part.page == page}
    return [letter for letter in letters_on(file)[page] if letter.mcid not in tagged and letter.text.strip()]


def test_the_head_names_the_edition_on_the_left_and_the_piece_on_the_right(edition: tuple[Path, str, Layout]):
    file, title, layout = edition
    current, checked = "", 0
    headings = running_titles(file)
    for page in range(1, len(letters_on(file))):
        current = headings[page][0] if headings.get(page) else current
        head = [letter for letter in furniture(file, page) if letter.baseline < layout.top]
        left = page % 2 == 1  # pages are counted from 0 here, and the cover is a right one
        if head:
            said = letters_of("".join(letter.text for letter in head))
            assert (letters_of(title) if left else current) == said
            edge = min(letter.x0 for letter in head) if left else layout.width - max(letter.x1 for letter in head)
            assert layout.outer == pytest.approx(edge, abs=1)
            checked += 1
        current = headings[page][-1] if headings.get(page) else current
    assert checked > 16


def running_titles(file: Path) -> dict[int, list[str]]:
    """The letters of the titles of parts, pieces and other openings, by the page on which they stand."""
    titles: dict[int, tuple[int, str]] = {}
    for part in parts_of(file):
        for tag, number in zip(part.tags, part.within, strict=True):
            if tag in ("H1", "H2") or (tag == "H3" and is_title(part)):
                titles[number] = part.page, titles.get(number, (0, ""))[1] + part.text
    found: dict[int, list[str]] = {}
    for page, text in titles.values():
        found.setdefault(page, []).append(letters_of(text))
    return found


def is_title(part: Part) -> bool:
    """Whether a heading is that of a piece, which stands in the header of its article."""
    return part.tags[1:3] == ("Art", "NonStruct")


def test_the_number_of_a_page_stands_at_its_outer_edge(edition: tuple[Path, str, Layout]):
    file, _, layout = edition
    numbered = 0
    for page, letters in enumerate(letters_on(file)):
        foot = [letter for letter in furniture(file, page) if letter.baseline > layout.top * 3]
        if foot:
            assert f"{page + 1}" == "".join(letter.text for letter in foot)
            left = page % 2 == 1
            edge = min(letter.x0 for letter in foot) if left else layout.width - max(letter.x1 for letter in foot)
            assert layout.outer == pytest.approx(edge, abs=1)
            numbered += 1
        assert letters
    assert numbered > 16


def test_covers_and_openings_of_parts_have_neither_head_nor_number(edition: tuple[Path, str, Layout]):
    file, _, _ = edition
    last = len(letters_on(file)) - 1
    openings = {part.page for part in parts_of(file) if "What is known, and what to make" in part.text}
    assert [] == [letter for page in {1, last} | openings for letter in furniture(file, page)]
    assert [] == [letter for letter in furniture(file, 0) if letter.baseline < 30]


def test_margins_mirror_each_other_and_nothing_stands_in_them(edition: tuple[Path, str, Layout]):
    file, _, layout = edition
    inner = {A4: 38 * MM, A5: 18 * MM}[layout]
    parts = {part.page for part in parts_of(file) if part.tags[1] == "Art"}
    for page in parts:
        left, right = (layout.outer, inner) if page % 2 == 1 else (inner, layout.outer)
        text = [letter for letter in letters_on(file)[page] if letter.mcid is not None and letter.text.strip()]
        assert min(letter.x0 for letter in text) > left - 1
        assert max(letter.x1 for letter in text) < layout.width - right + 1


# Tables.


def test_a_table_that_runs_over_pages_has_its_head_on_each(sample_print_input: PrintInput, tmp_path: Path):
    rows = "".join(f"<tr><td>Row {number}</td><td>words</td></tr>" for number in range(120))
    head = '<thead><tr><th scope="col">School</th><th scope="col">Asked</th></tr></thead>'
    table = f"<table>{head}<tbody>{rows}</tbody></table>"
    file = leaflet(sample_print_input, f'<p>Before.</p><div class="table">{table}</div>', tmp_path)
    heads, found = [], []
    for letters in letters_on(file):
        words = [text for _, text in lines_of(tuple(letter for letter in letters if letter.mcid is not None))]
        found += [int(match[1]) for line in words if (match := re.match(r"Row (\d+)", line))]
        if any(line.startswith("Row") for line in words):
            heads.append([line for line in words if line.startswith("School")])
    assert len(heads) > 2
    assert [["SchoolAsked"]] * len(heads) == heads
    assert list(range(120)) == found


def test_notes_stand_under_the_text_of_the_page_that_calls_them(sample_print_input: PrintInput, tmp_path: Path):
    note = '<span class="note"><span class="note-paragraph">Note number {}.</span></span>'
    html = "".join(f"<p>{'Words ' * 60} call{n}{note.format(n)}. {'Words ' * 60}</p>" for n in range(11, 41))
    file = leaflet(sample_print_input, html, tmp_path)
    called, noted = {}, {}
    for page, letters in enumerate(letters_on(file)):
        lines = lines_of(letters)
        called |= {int(n): page for _, line in lines for n in re.findall(r"\bcall(\d\d)", line)}
        noted |= {int(n): page for _, line in lines for n in re.findall(r"Note number (\d\d)", line)}
        text = [baseline for baseline, line in lines if "Words" in line]
        notes = [baseline for baseline, line in lines if "Note number" in line]
        assert max(text, default=0) < min(notes, default=842)
    assert list(range(11, 41)) == list(called) == list(noted)
    assert called == noted


def test_every_note_of_an_edition_stands_once_on_the_page_that_calls_it(edition: tuple[Path, str, Layout]):
    file, _, layout = edition
    notes = {(part.page, part.mcid) for part in parts_of(file) if part.tags[1] == "NonStruct"}
    marks, calls = [], []
    for page, letters in enumerate(letters_on(file)):
        for mcid, group in itertools.groupby(letters, key=lambda letter: letter.mcid):
            first, *others = group
            number = "".join(letter.text for letter in (first, *others)).strip()
            if "Semi" in first.font and number.isdigit() and mcid is not None:
                if (page, mcid) in notes:
                    marks.append((page, int(number)))
                elif abs(first.size - 0.62 * layout.size) < 0.1:
                    calls.append((page, int(number)))
    assert list(range(1, len(calls) + 1)) == [number for _, number in calls]
    assert calls == marks
    assert len(calls) > 4
