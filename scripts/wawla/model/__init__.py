"""The edition schema: every field an author may write, in pydantic models. No files are read or written here."""

from wawla.model.accessibility import Accessibility, AutomaticTest, ManualCheck, is_over_a_year
from wawla.model.authors import Author
from wawla.model.criteria import WCAG_AA
from wawla.model.fields import Located, Output, first_day, folder_of
from wawla.model.kinds import BROWSED, EDITION_LISTS, KINDS, LEADING, EditionList, PieceKind, kinds_in
from wawla.model.pieces import Account, Consent, Entry, Picture, Piece, ThinkPiece, Tool
from wawla.model.printing import Erratum, PrintedPiece, Printing, PrintSettings
from wawla.model.registers import Abbreviation, Initiative, Network, Source, Vocabulary
from wawla.model.rule_settings import Length, RuleSettings
from wawla.model.series import Edition, Holding, Publisher, Series, SitePage
from wawla.model.skips import Skip

__all__ = [
    "BROWSED",
    "EDITION_LISTS",
    "KINDS",
    "LEADING",
    "WCAG_AA",
    "Abbreviation",
    "Accessibility",
    "Account",
    "Author",
    "AutomaticTest",
    "Consent",
    "Edition",
    "EditionList",
    "Entry",
    "Erratum",
    "Holding",
    "Initiative",
    "Length",
    "Located",
    "ManualCheck",
    "Network",
    "Output",
    "Picture",
    "Piece",
    "PieceKind",
    "PrintSettings",
    "PrintedPiece",
    "Printing",
    "Publisher",
    "RuleSettings",
    "Series",
    "SitePage",
    "Skip",
    "Source",
    "ThinkPiece",
    "Tool",
    "Vocabulary",
    "first_day",
    "folder_of",
    "is_over_a_year",
    "kinds_in",
]
