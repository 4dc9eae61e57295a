"""How the publication says things."""

import datetime as dt
from pathlib import Path

import pytest

from wawla.model import KINDS, Author, Source, Tool, pieces, wording
from wawla.model.pieces import TOOL_FORMS


@pytest.mark.parametrize(
    ("date", "said"), [("2005", "2005"), ("2005-03", "March 2005"), ("2005-03-04", "4 March 2005")]
)
def test_a_date_is_said_as_exactly_as_it_is_known(date: str, said: str):
    assert said == wording.when(date)


def test_a_day_has_no_nought_before_it():
    assert "3 May 2026" == wording.day(dt.date(2026, 5, 3))


@pytest.mark.parametrize(
    ("items", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_things_are_listed_as_one_says_them(items: list[str], said: str):
    assert said == wording.listed(items)


def test_things_are_counted_as_one_says_them():
    assert ["0 pieces", "1 piece", "2 pieces"] == [wording.counted(number, "piece") for number in range(3)]
    assert "2 pieces draw" == wording.counted(2, "piece draws", "pieces draw")


ORDINALS = [
    (1, "first"),
    (3, "third"),
    (10, "tenth"),
    (11, "11th"),
    (12, "12th"),
    (13, "13th"),
    (20, "20th"),
    (21, "21st"),
    (22, "22nd"),
    (23, "23rd"),
    (24, "24th"),
    (101, "101st"),
    (111, "111th"),
]


@pytest.mark.parametrize(("number", "said"), ORDINALS)
def test_the_place_in_a_row_is_said_in_words_as_far_as_ten(number: int, said: str):
    assert said == wording.ordinal(number)


def test_a_capital_changes_the_first_letter_alone():
    assert ["", "ICT in use", "Éa B"] == [wording.capital(text) for text in ("", "ICT in use", "éa B")]


@pytest.mark.parametrize(
    ("phase", "said"),
    [("primary", "primary schools"), ("Special", "Special schools"), ("early years", "early years"), ("16 to 19",) * 2],
)
def test_schools_of_a_phase_are_said_so_that_any_word_of_the_vocabulary_fits(phase: str, said: str):
    assert said == wording.schools_of(phase)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("<p>Why <em>one</em>? It’s a well-known &amp; old question.</p>", 7),
        ("<table><tr><th>Year</th><td>2004</td></tr><tr><td></td><td>–</td></tr></table>", 2),
        ('<figure><img alt="A river in flood."><figcaption>The river.</figcaption></figure>', 2),
    ],
)
def test_the_words_that_count_are_those_a_reader_sees(text: str, count: int):
    assert count == wording.words_in(text)


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (100, 1), (220, 1), (440, 2), (1000, 5)])
def test_reading_takes_whole_minutes_and_at_least_one(words: int, minutes: int):
    assert minutes == wording.reading_minutes(words)


def test_every_form_of_a_tool_has_its_label_and_stands_in_the_help():
    said = Tool.model_fields["form"].description
    assert "`discussion`, `worksheet`, `prompts` or `data-set`." == said
    assert ["data-set"] == [form for form, name in TOOL_FORMS.items() if not name]
    assert "data-set" in KINDS


def test_a_form_of_a_tool_that_has_no_label_is_found_when_the_model_is_loaded():
    source = Path(pieces.__file__).read_text(encoding="utf-8")
    more = source.replace('"data-set"]', '"data-set", "game"]', 1)
    with pytest.raises(TypeError, match=r"The forms of a tool: the type has .*'game'"):
        exec(more, {"__name__": "wawla.model.trial"})  # noqa: S102 - our own source, with one word more


def test_a_piece_is_called_by_what_it_is(sample_library):
    pieces = sample_library.pieces
    assert ["Account of practice", "Think piece", "Discussion tool", "Worksheet", "Data-set"] == [
        wording.label(pieces[folder])
        for folder in (
            "accounts_of_practice/valley-visits",
            "series/ask/trust-at-work/think-pieces/why-trust",
            "tools/opening-talk",
            "tools/ties-sheet",
            "tools/small-figures",
        )
    ]


def test_an_edition_without_its_series_still_has_a_number(sample_library):
    edition = sample_library.editions["series/talk/sharing-the-lead"]
    assert "Booklet 1" == wording.numbered(edition, sample_library.series["talk"])
    assert "Number 1" == wording.numbered(edition, None)


def test_a_year_that_is_a_guess_says_so(sample_library):
    assert ["2004", "about 2005"] == [
        wording.source_year(sample_library.sources[key]) for key in ("sample-book", "sample-article")
    ]


def test_whoever_wrote_it_is_named_by_role(sample_library):
    assert "Compiled by the editors of this site" == wording.written_by(sample_library.pieces["tools/ties-sheet"])
    slow = sample_library.pieces["series/ask/trust-at-work/think-pieces/slow-questions"]
    assert "A. Writer, Head teacher of a primary school and Adviser of an LEA <retired>" == wording.written_by(slow)


def test_a_body_that_wrote_it_is_named_with_its_role(sample_library):
    authors = (Author(role="Research body", body="University of Leeds"),)
    piece = sample_library.pieces["tools/ties-sheet"].model_copy(update={"authors": authors})
    assert "University of Leeds, Research body" == wording.written_by(piece)


def test_the_time_of_the_practice_and_that_of_the_text_are_said_in_words(sample_library):
    slow = sample_library.pieces["series/ask/trust-at-work/think-pieces/slow-questions"]
    assert ("Practice of 14 March 2003", "First published on 14 March 2005") == (
        wording.practice_of(slow),
        wording.first_published(slow.published),
    )
    assert "" == wording.practice_of(sample_library.pieces["tools/opening-talk"])
    assert ["in 2005", "in March 2005"] == [wording.on_day(when) for when in ("2005", "2005-03")]
    assert "" == wording.first_published(None)


TIMES = [
    ("2005", False, "2005", "2005"),
    ("2005", True, "about 2005", "about 2005"),
    ("2003-03", False, "March 2003", "2003-03"),
    ("2002/2004", False, "2002 to 2004", "2002/2004"),
    ("2002/2004", True, "about 2002 to 2004", "about 2002 to 2004"),
    (None, True, "", ""),
]


@pytest.mark.parametrize(("practice", "circa", "words", "coverage"), TIMES)
def test_the_time_of_the_practice_is_said_as_exactly_as_it_is_known(
    sample_library, practice: str | None, circa: bool, words: str, coverage: str
):
    known = {"practice": practice, "circa": circa}
    piece = sample_library.pieces["tools/ties-sheet"].model_copy(update=known)
    assert (words, coverage) == (wording.time_of_practice(piece), wording.coverage(piece))
    assert f"Practice of {words}" * bool(words) == wording.practice_of(piece)


def test_a_year_is_a_guess_over_pieces_of_which_it_is_for_each(sample_library):
    known = sample_library.pieces["tools/ties-sheet"]
    guessed = known.model_copy(update={"circa": True})
    assert "Practice of about 2002" == wording.practice_in("2002", [guessed, guessed])
    assert "Practice of 2002" == wording.practice_in("2002", [guessed, known])


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        (
            {"author": "A college", "title": "Leading", "form": "booklet", "within": "Talk it over, booklet 1"},
            "A college (2004) Leading. Talk it over, booklet 1",
        ),
        ({"title": "Pow-wow", "form": "article", "within": "A weekly"}, "‘Pow-wow’ (2004), in A weekly"),
        ({"title": "Why?", "form": "brochure", "publisher": "A Press"}, "Why? (2004). A Press"),
        (
            {"author": "A. Writer", "title": "Why?", "form": "book", "within": "A series", "publisher": "A Press"},
            "A. Writer (2004) Why? A series. A Press",
        ),
    ],
)
def test_only_a_part_of_something_stands_in_quotation_marks(fields: dict[str, str], line: str):
    assert line == wording.source_line(Source(year=2004, **fields))


def test_a_source_is_named_with_its_own_year_and_where_it_came_out(sample_library):
    assert [
        "A. Writer & B. Writer (2004) Schools <together>",
        "A sample paper (c. 2005) ‘What heads say’, in A weekly",
    ] == [wording.source_line(sample_library.sources[key]) for key in ("sample-book", "sample-article")]


@pytest.mark.parametrize(("name", "within"), [("The editors", "the editors"), ("Theo", "Theo"), ("A body", "A body")])
def test_a_name_within_a_sentence_has_a_small_the(name: str, within: str):
    assert within == wording.inside(name)
