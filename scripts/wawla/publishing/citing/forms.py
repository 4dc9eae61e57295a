"""References as files for other programs: plain text, BibTeX, RIS and CSL-JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wawla.model import Source
from wawla.model.wording import LANGUAGE, ended, source_line
from wawla.publishing.citing.author_names import AuthorName
from wawla.publishing.citing.citation import (
    Citation,
    PublicationType,
    citation_of_edition,
    citation_of_piece,
    typeset_line,
)
from wawla.publishing.citing.latex import latex
from wawla.publishing.page import Asset
from wawla.publishing.site import SiteContext

_BIBTEX: dict[PublicationType, str] = {"chapter": "incollection", "book": "book", "dataset": "misc", "page": "misc"}
_RIS: dict[PublicationType, str] = {"chapter": "CHAP", "book": "BOOK", "dataset": "DATA", "page": "ELEC"}
_RIS_SERIES_NUMBER: dict[PublicationType, str] = {"chapter": "SV", "book": "M1"}
"""The tag for the number in a series, of which there is one for these alone. VL is a volume of one work."""
_CSL: dict[PublicationType, str] = {"chapter": "chapter", "book": "book", "dataset": "dataset", "page": "webpage"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True)
class CitationForm:
    """A reference in one form: what the form is called, what it is for, and the file."""

    name: str
    use: str
    file: str
    text: str

    @property
    def ending(self) -> str:
        """'.bib'."""
        return self.file.removeprefix("cite")


def citation_forms(citation: Citation) -> tuple[CitationForm, ...]:
    """The reference in every form that a reader can take away."""
    return (
        CitationForm("Text", "in the Harvard style", "cite.txt", f"{citation.text}\n"),
        CitationForm("BibTeX", "for LaTeX", "cite.bib", bibtex(citation)),
        CitationForm("RIS", "for Zotero, EndNote and Mendeley", "cite.ris", ris(citation)),
        CitationForm("CSL-JSON", "for Pandoc and Zotero", "cite.json", csl_json(citation)),
    )


def citation_files(site: SiteContext) -> Iterator[Asset]:
    """The references of every piece and every published edition, as files beside their pages."""
    for piece in site.published.pieces:
        yield from _files(piece.folder, citation_of_piece(piece, site))
    for edition in site.published.newest_first:
        yield from _files(edition.folder, citation_of_edition(edition, site))


def _files(folder: str, citation: Citation) -> Iterator[Asset]:
    for each in citation_forms(citation):
        yield Asset(f"{folder}/{each.file}", each.text.encode())


def bibtex(citation: Citation) -> str:
    """The reference for BibTeX and BibLaTeX; a data-set is `misc`, which classic BibTeX knows too.

    Titles stand in two pairs of braces, so that no style takes their capitals away.
    """
    year, month = (*citation.date.split("-"), "")[:2]
    part = citation.form in ("dataset", "page")
    series = f"{citation.series}, {citation.number_word.lower()} {citation.number}" if citation.series else ""
    host = f"In {ended(citation.host)} {series}" if citation.host else series
    notes = (ended(host) if part and host else "", citation.provenance)
    fields = {
        "author": " and ".join(map(_latex_name, citation.names)),
        "title": f"{{{latex(citation.title)}}}",
        "booktitle": f"{{{latex(citation.host)}}}" if citation.form == "chapter" else "",
        "series": "" if part else latex(citation.series),
        "number": "" if part else citation.number,
        "howpublished": "Data-set" if citation.form == "dataset" else "",
        "note": latex(" ".join(filter(None, notes))),
        "publisher": latex(citation.publisher),
        "year": year,
        "url": citation.address,
        "language": "british",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value.strip("{}")]
    if month:
        lines.append(f"  month = {_MONTHS[int(month) - 1]},")  # a word that every style sets in its own way
    return "\n".join((f"@{_BIBTEX[citation.form]}{{{citation.key},", *lines, "}", ""))


def _latex_name(name: AuthorName) -> str:
    if not name.given:
        return f"{{{latex(name.family)}}}"  # in braces, a body stays one name
    parts = [part for part in (name.family, name.suffix, name.given) if part]  # the order that BibTeX knows
    return ", ".join(f"{{{latex(part)}}}" if "," in part or "and" in part.split() else latex(part) for part in parts)


def ris(citation: Citation) -> str:
    """The reference as RIS (Research Information Systems, 2011): a tag to a line, each line ended by CR and LF."""
    book = citation.form == "book"
    year, month, day = (*citation.date.split("-"), "", "")[:3]
    lines = [
        ("TY", _RIS[citation.form]),
        ("ID", citation.key),
        *(("AU", name.text) for name in citation.names),
        ("TI", citation.title),
        ("T2", citation.series if book else citation.host),
        ("T3", "" if book else citation.series),
        (_RIS_SERIES_NUMBER.get(citation.form, ""), citation.number),
        ("PY", year),
        ("DA", f"{year}/{month}/{day}/" if month else ""),
        ("PB", citation.publisher),
        ("OP", typeset_line(source_line(citation.original)) if citation.original else ""),
        ("N1", citation.provenance),
        ("AB", citation.summary),
        *(("KW", theme) for theme in citation.themes),
        ("UR", citation.address),
        ("LA", LANGUAGE),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in [line for line in lines if all(line)] + [("ER", "")])


def csl_json(citation: Citation) -> str:
    """The reference as CSL-JSON (Citation Style Language, 1.0.2): a list of one item."""
    item = {
        "id": citation.key,
        "type": _CSL[citation.form],
        "title": citation.title,
        "author": [_csl_name(name) for name in citation.names],
        "container-title": citation.host,
        "collection-title": citation.series,
        "collection-number": citation.number,
        "publisher": citation.publisher,
        "issued": {"date-parts": [[int(part) for part in citation.date.split("-")]]} if citation.date else None,
        **(_csl_original(citation.original) if citation.original else {}),
        "note": citation.provenance,
        "abstract": citation.summary,
        "keyword": ", ".join(citation.themes),
        "URL": citation.address,
        "language": LANGUAGE,
    }
    return json.dumps([{name: value for name, value in item.items() if value}], ensure_ascii=False, indent=2) + "\n"


def _csl_name(name: AuthorName) -> dict[str, Any]:
    if not name.given:
        return {"literal": name.family}
    suffix = {"suffix": name.suffix, "comma-suffix": True} if name.suffix else {}
    return {"family": name.family, "given": name.given, **suffix}


def _csl_original(original: Source) -> dict[str, Any]:
    """The printed original of an edition, in the variables that CSL has for one."""
    circa = {"circa": True} if original.circa else {}
    return {
        "original-title": typeset_line(original.title),
        "original-publisher": typeset_line(original.publisher or original.author or ""),
        "original-date": {"date-parts": [[original.year]], **circa},
    }
