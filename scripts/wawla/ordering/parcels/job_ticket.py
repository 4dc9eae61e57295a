"""The job ticket on paper: the quantities on top, then everything about each printing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from wawla.model.wording import SAMPLE_PRINTING, capital, counted, day
from wawla.ordering.parcels.document import PackDocument, a4
from wawla.ordering.parcels.print_job import LEAST_SPOILAGE, SPOILAGE_PER_CENT, PrintItem, PrintJob


def ticket_paper(job: PrintJob) -> PackDocument:
    """The ticket for the printer. It names nobody who has ordered."""
    return a4(
        "job-ticket",
        f"Job ticket for {job.pack}",
        job.day,
        "ticket.html",
        job=job,
        facts=[(item, _facts(item)) for item in job.items],
        until=dt.date.fromisoformat(job.day),
        spoilage=(SPOILAGE_PER_CENT, LEAST_SPOILAGE),
    )


def _facts(item: PrintItem) -> Mapping[str, str]:
    stapled = item.binding == "saddle-stitched"
    spine = "none: it is stapled through the fold" if stapled else f"{item.spine:g} mm, worked out from the paper below"
    return {
        **({"Sample": f"Not to be printed. {capital(SAMPLE_PRINTING)}."} if item.sample else {}),
        "Printing": f"{item.printing}, approved on {day(dt.date.fromisoformat(item.approved))}",
        "Finished size": f"{item.width:g} × {item.height:g} mm, upright",
        "Bleed": f"{item.bleed:g} mm on every side; the file has crop marks",
        "Pages": f"{counted(item.pages, 'page')}, with the cover, in reading order, one to a page of the file",
        "Binding": item.binding,
        "Spine": spine,
        "Paper": item.paper,
        "Cover": item.cover_paper,
        "Colour": f"CMYK on both sides, printing condition {item.condition}, profile {item.profile}",
        "File": f"{item.file} ({item.standard})",
    }
