"""The file as a whole: version, encryption, output intent, and whatever could start, hide or carry something."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from wawla.printing.press_check.checks import Told

VERSIONS = ("1.6", "1.7")
MOST_BOOKMARKS = 100_000


def document_faults(document: pikepdf.Pdf) -> Iterator[Told]:
    """What is wrong with the file, wherever one opens it (ISO 15930-7:2010)."""
    if document.pdf_version not in VERSIONS:
        yield "version", f"The file is PDF {document.pdf_version}; PDF/X-4 is PDF 1.6 (or 1.7)."
    if document.is_encrypted:
        yield "encryption", "The file is encrypted; it should be saved without encryption."
    identifiers = document.trailer.get("/ID")
    if identifiers is None or len(identifiers) != 2 or not all(len(bytes(part)) for part in identifiers):
        yield "file-id", "The trailer of the file has no pair of identifiers; it should have an ID of two strings."
    yield from _intent_faults(document)
    yield from _catalogue_faults(document.Root)


def output_profile(document: pikepdf.Pdf) -> Any:
    """The profile that the output intent embeds, if there is exactly one output intent for PDF/X."""
    intents = _intents(document)
    return intents[0].get("/DestOutputProfile") if len(intents) == 1 else None


def _intents(document: pikepdf.Pdf) -> list[Any]:
    return [intent for intent in document.Root.get("/OutputIntents", []) if intent.get("/S") == "/GTS_PDFX"]


def _intent_faults(document: pikepdf.Pdf) -> Iterator[Told]:
    intents = _intents(document)
    if len(intents) != 1:
        yield "output-intent", f"The file has {len(intents) or 'no'} output intents for PDF/X; it should have one."
        return
    if not str(intents[0].get("/OutputConditionIdentifier", "")).strip():
        yield (
            "output-intent",
            "The output intent names no printing condition; its OutputConditionIdentifier should, as FOGRA39 does.",
        )
    profile = output_profile(document)
    if not isinstance(profile, pikepdf.Stream):
        yield (
            "output-profile",
            "The output intent embeds no profile; it should hold the press's own (DestOutputProfile).",
        )
        return
    yield from _profile_faults(profile)


def _profile_faults(profile: Any) -> Iterator[Told]:
    """By the head of an ICC profile (ISO 15076-1:2010, 7.2): length, class at 12, colour space at 16, "acsp" at 36."""
    content = profile.read_bytes()
    if content[36:40] != b"acsp" or int.from_bytes(content[:4], "big") != len(content):
        yield (
            "output-profile",
            "The profile of the output intent is not a complete ICC profile; embed the printer's again.",
        )
        return
    device, space = (content[start : start + 4].decode("latin-1").strip() for start in (12, 16))
    if device != "prtr":
        yield (
            "output-profile",
            f"The profile of the output intent is of class “{device}”; it should be a press's, “prtr”.",
        )
    if space != "CMYK" or profile.get("/N") != 4:
        channels = profile.get("/N", "no")
        yield (
            "output-profile",
            f"The output profile is for {space} with {channels} channels; it should be for CMYK with 4.",
        )


def _catalogue_faults(root: Any) -> Iterator[Told]:
    names: Any = root.get("/Names", {})
    if "/AcroForm" in root:
        yield "form", "The file holds a form (AcroForm); a printer's file should have none."
    for key, told in (("/OpenAction", "does something on opening"), ("/AA", "has actions of its own")):
        if key in root:
            yield "action", f"The file {told} ({key[1:]}); nothing should happen."
    if "/JavaScript" in names:
        yield "action", "The file holds scripts (JavaScript); it should have none."
    if any("/A" in bookmark for bookmark in _bookmarks(root)):
        yield "action", "A bookmark of the file starts an action; it may only lead to a page."
    if "/EmbeddedFiles" in names or "/AF" in root or "/Collection" in root:
        yield "embedded-file", "The file carries other files; send them by themselves."
    if "/OCProperties" in root:
        yield "optional-content", "The file has layers that can be shown or hidden (OCProperties); flatten them."


def _bookmarks(root: Any) -> Iterator[Any]:
    outlines: Any = root.get("/Outlines", {})
    waiting = [outlines.get("/First")]
    seen: set[tuple[int, int]] = set()
    while waiting:
        bookmark = waiting.pop()
        if bookmark is None or bookmark.objgen in seen:
            continue
        seen.add(bookmark.objgen)
        if len(seen) > MOST_BOOKMARKS:
            raise ValueError("it has more bookmarks than can be followed")
        yield bookmark
        waiting += [bookmark.get("/Next"), bookmark.get("/First")]
