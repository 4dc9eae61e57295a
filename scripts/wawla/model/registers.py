"""The registers that pieces refer to by key: networks, sources, vocabulary, glossary, initiatives."""

from __future__ import annotations

from typing import Literal

from wawla.model.fields import Line, Located, Slug, Title, When, Word, field

_PARTS = ("article", "web page")
"""Forms of a source whose title stands in quotation marks where they came out in something."""


class Network(Located):
    """A group of schools that accounts come from: an entry of `accounts_of_practice/networks.yml`."""

    title: Title = field("Title", "The name the network uses for itself.", "Hartlepool NLC")
    summary: Line = field("Summary", "What is known of it, in one or two sentences.", "Schools of one town.")
    location: Line | None = field("Location", "Where its schools are, where that is known.", "Hartlepool", None)
    region: Word | None = field("Region", "Its region, in a word of series/vocabulary.yml.", "North East", None)
    schools: int | None = field("Schools", "How many schools it has, where that is known.", 8, None, ge=2, le=500)
    phases: tuple[Word, ...] = field("Phases", "The phases of its schools, where known.", ["primary"], ())
    sources: tuple[Slug, ...] = field("Sources", "Where the facts come from.", ["nlia-1"], min_length=1)


class Source(Located):
    """Something published that pieces draw on: an entry of `series/sources.yml`."""

    author: Line | None = field(
        "Author",
        "Who wrote it: a person, or a body that did. Leave it out where nobody is named: the paper that an article came"
        " out in is `within`, and whoever published it is `publisher`.",
        "A college for heads",
        None,
    )
    title: Line = field("Title", "Its title.", "Why Networked Learning Communities?")
    year: int = field("Year", "The year it came out.", 2002, ge=1800, le=2100)
    circa: bool = field("About", "`true` where the year is a good guess.", True, False)
    form: Literal["book", "booklet", "brochure", "edition", "article", "web page"] = field(
        "Form", "What kind of publication it is.", "brochure"
    )
    within: Line | None = field("Within", "The paper or series it came out in.", "Times Educational Supplement", None)
    publisher: Line | None = field("Publisher", "The publisher, where it is not the author.", "A Press", None)

    @property
    def is_part(self) -> bool:
        """Whether it is a part of what it came out in."""
        return is_part(self.form, self.within)

    @property
    def filed_under(self) -> tuple[str, int, str]:
        """By what lists of sources are in order."""
        return filed_under(self.author, self.year, self.title)


def is_part(form: str, within: str | None) -> bool:
    """Whether a source of this form is a part of what it came out in, as an article is but no booklet of a series."""
    return bool(within) and form in _PARTS


def filed_under(author: str | None, year: int, title: str) -> tuple[str, int, str]:
    """By what lists of sources are in order: author, year and title; the title alone where no author is known."""
    return author or title, year, title


class Abbreviation(Located):
    """An abbreviation and what it stands for: an entry of `series/glossary.yml`."""

    stands_for: Line = field("Stands for", "The words in full.", "Networked Learning Community")
    meaning: Line | None = field("Meaning", "One sentence for a reader who is new to it.", "A group of schools.", None)


class Vocabulary(Located):
    """The controlled words, each with a sentence: `series/vocabulary.yml`."""

    themes: dict[Word, Line] = field("Themes", "What pieces are about.", {"enquiry": "Asking, and finding out."})
    levels: dict[Word, Line] = field(
        "Levels of learning", "The six levels, in their order.", {"pupil": "Pupils' learning."}
    )
    phases: dict[Word, Line] = field("Phases", "Phases of schooling, from young to old.", {"primary": "To age 11."})
    regions: dict[Word, Line] = field("Regions", "Parts of the country.", {"North East": "Tees to Tweed."})


class Initiative(Located):
    """A publication or initiative of others that the catalogue lists: an item of `series/initiatives.yml`."""

    title: Line = field("Title", "Its title.", "Leading curriculum innovation")
    form: Literal["publication", "initiative"] = field("Form", "A `publication` or an `initiative`.", "publication")
    summary: Line = field("Summary", "What is known of it.", "A toolkit that followed a conference.")
    publisher: Line | None = field(
        "Publisher", "Who published it or ran it, where that is known.", "A college for heads", None
    )
    year: When | None = field("Year", "When it came out or began, where that is known.", "2006", None)
    sources: tuple[Slug, ...] = field("Sources", "Where the facts come from.", ["ln-initiatives"], min_length=1)
