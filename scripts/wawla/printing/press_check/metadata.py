"""What the file says of itself, in its Info dictionary and in its metadata (XMP), which have to agree."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pikepdf
from pikepdf.models.metadata import decode_pdf_date

from wawla.printing.press_check.checks import Told

IDENTIFIER = "{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"
DATES = (("/CreationDate", "xmp:CreateDate"), ("/ModDate", "xmp:ModifyDate"))
DOCUMENT = ("xmpMM:DocumentID", "xmpMM:VersionID", "xmpMM:RenditionClass", "xmp:MetadataDate")


def metadata_faults(document: pikepdf.Pdf) -> Iterator[Told]:
    """What is missing, and where the two disagree (ISO 15930-7:2010)."""
    if not isinstance(document.Root.get("/Metadata"), pikepdf.Stream):
        yield "identification", "The file has no metadata (XMP); it should have, and name PDF/X-4 there."
        return
    info: Any = document.trailer.get("/Info", {})
    metadata = document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False)
    form = metadata.get(IDENTIFIER)
    if form != "PDF/X-4":
        told = f"call the file {form}" if form else "do not say which form the file has"
        yield "identification", f"The metadata {told}; pdfxid:GTS_PDFXVersion should be PDF/X-4."
    missing = [name for name in DOCUMENT if not metadata.get(name)]
    if missing:
        yield "document-id", f"The metadata lack {', '.join(missing)}; all four should be there."
    yield from _differing("title", "title", str(info.get("/Title", "")), str(metadata.get("dc:title", "")))
    for ours, theirs in DATES:
        dates = _pdf_date(str(info.get(ours, ""))), _xmp_date(str(metadata.get(theirs, "")))
        yield from _differing("dates", ours[1:], *dates)
    trapped = str(info.get("/Trapped", "")).lstrip("/"), str(metadata.get("pdf:Trapped", ""))
    if trapped[0] not in ("True", "False") or trapped[0] != trapped[1]:
        in_info, in_metadata = (f"“{value}”" if value else "nothing" for value in trapped)
        yield (
            "trapped",
            f"Of trapping, Info says {in_info} and the metadata {in_metadata}; both should say True, or both False.",
        )


def _differing(check: str, what: str, info: str, metadata: str) -> Iterator[Told]:
    if not info.strip() or not metadata.strip():
        lacking = " and ".join(name for name, value in (("Info", info), ("XMP", metadata)) if not value.strip())
        yield check, f"The file has no {what} that can be read in {lacking}; it should stand in Info and in XMP."
    elif info != metadata:
        yield check, f"The {what} is “{info}” in Info and “{metadata}” in XMP; both should be the same."


def _pdf_date(text: str) -> str:
    try:
        return _in_one_zone(decode_pdf_date(text))
    except ValueError:
        return ""


def _xmp_date(text: str) -> str:
    try:
        return _in_one_zone(datetime.fromisoformat(text))
    except ValueError:
        return ""


def _in_one_zone(moment: datetime) -> str:
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
