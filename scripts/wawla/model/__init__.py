"""The edition schema: every field an author may write, in pydantic models. No input, no output."""

from wawla.model.fields import Kind, Output, Placed, first_day, folder_of
from wawla.model.pieces import Account, Author, Consent, Entry, Picture, Piece, ThinkPiece, Tool
from wawla.model.registers import Abbreviation, Initiative, Network, Source, Vocabulary
from wawla.model.series import Edition, Holding, Publisher, Series, SitePage

__all__ = [
    "Abbreviation",
    "Account",
    "Author",
    "Consent",
    "Edition",
    "Entry",
    "Holding",
    "Initiative",
    "Kind",
    "Network",
    "Output",
    "Picture",
    "Piece",
    "Placed",
    "Publisher",
    "Series",
    "SitePage",
    "Source",
    "ThinkPiece",
    "Tool",
    "Vocabulary",
    "first_day",
    "folder_of",
]
