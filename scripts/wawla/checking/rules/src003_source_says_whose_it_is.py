from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Source
from wawla.reading.paths import SOURCES


def _source(fields: str) -> dict[str, str]:
    return {SOURCES: f"source-1:\n  title: Progress\n  year: 2004\n{fields}"}


class SourceSaysWhoseItIs(Rule):
    """A source names its author or, where nobody is named, what it came out in or who published it.

    A newspaper is not the author of what it prints, and a publisher seldom is. Whoever is named as an author is cited
    as one, in every reference that is made from the source.

    To put it right, name under `author:` who wrote it, or leave that out; put the paper, magazine or site of an
    article under `within:`, and whoever published it under `publisher:`.
    """

    kind = Library
    severity = "warning"
    good = [
        Good(files=_source("  form: article\n  author: A. Writer\n  within: A weekly\n")),
        Good(files=_source("  form: article\n  within: A weekly\n")),
        Good(files=_source("  form: brochure\n  publisher: A Press\n")),
        Good(files=_source("  form: book\n  author: A college for heads\n")),
    ]
    bad = [
        Bad(
            files=_source("  form: article\n  author: A weekly\n"),
            path=SOURCES,
            line=1,
            says="'Progress' is an article, and nothing says what it came out in",
        ),
        Bad(
            files=_source("  form: article\n  author: A weekly\n  within: A Weekly\n"),
            path=SOURCES,
            line=5,
            says="'A weekly' is what 'Progress' came out in, and not its author",
        ),
        Bad(
            files=_source("  form: book\n"),
            path=SOURCES,
            line=1,
            says="'Progress' has no author, and nothing says what it came out in or who published it",
        ),
    ]

    def check(self, library: Library, _: Library) -> Iterator[RuleHit]:
        for source in library.sources.values():
            yield from _whose(source)


def _whose(source: Source) -> Iterator[RuleHit]:
    if source.form == "article" and not source.within:
        yield source.place, f"'{source.title}' is an article, and nothing says what it came out in"
    elif not (source.author or source.within or source.publisher):
        said = f"'{source.title}' has no author, and nothing says what it came out in or who published it"
        yield source.place, said
    elif source.author and source.author.casefold() == (source.within or "").casefold():
        yield (
            source.at("author"),
            f"'{source.author}' is what '{source.title}' came out in, and not its author",
        )
