"""What lies in a pack: every file and its bytes, which follow from the job, the orders and the press PDFs alone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from wawla.model.wording import SAMPLE_PRINTING, counted
from wawla.ordering.intake.csv_orders import Cell, safe_csv
from wawla.ordering.parcels.approved_file import approved_bytes
from wawla.ordering.parcels.document import Typeset
from wawla.ordering.parcels.job_ticket import ticket_paper
from wawla.ordering.parcels.labels import Label, label_of, labels_pdf
from wawla.ordering.parcels.packing_slips import slips_pdf
from wawla.ordering.parcels.print_job import PrintJob
from wawla.ordering.register.stored_order import StoredOrder
from wawla.reading.tree import Tree

SUMS = "SHA256SUMS"
READ_ME = """\
{pack}: {counted_orders}, {copies} of {printings}
{rule}

For the printer
  job-ticket.pdf, job-ticket.json   what to print, how often, on what, and from which file
  press/                            the press PDFs, exactly as they were approved
  SHA256SUMS                        checksums of all files: `sha256sum -c SHA256SUMS` compares them

For whoever makes the parcels
  packing-slips.pdf                 a page for each parcel; it goes into the parcel
  labels.pdf                        addresses, for sheets of Avery L7160 (A4, 21 labels); print at 100 per cent,
                                    with "fit to page" off
  delivery-list.csv                 every order with its address and its copies, for a spreadsheet

The delivery list, the slips and the labels hold names and addresses. Give them to nobody who does not send the
parcels, and delete them when the parcels are sent.

The allowance for spoilage is printed in case copies are spoilt. Copies that are left over then are overs: keep them
apart, and send them to the publisher. They belong in no parcel.
"""


def files_of(
    job: PrintJob, orders: Sequence[StoredOrder], tree: Tree, typeset: Typeset, temporary: Path
) -> Mapping[str, bytes]:
    """The bytes of every file of the pack by its path; the same job and orders give the same bytes.

    Raises WawlaError where a press PDF is not the approved one any more, or a paper cannot be set.
    """
    labels = [label_of(each) for each in orders]
    files = {item.file: approved_bytes(item.source, item.checksum, tree) for item in job.items}
    [files["job-ticket.pdf"]] = typeset([ticket_paper(job)], temporary)
    files["packing-slips.pdf"] = slips_pdf(job, orders)
    files["labels.pdf"] = labels_pdf(labels, job.pack, job.day)
    files["job-ticket.json"] = job.to_json().encode()
    files["delivery-list.csv"] = safe_csv(_delivery_list(job, orders, labels)).encode("utf-8-sig")
    files["READ-ME.txt"] = _read_me(job, labels).encode()
    files[SUMS] = "".join(f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files)).encode()
    return files


def digest_of(files: Mapping[str, bytes]) -> str:
    """The digest by which the register knows a pack."""
    return hashlib.sha256(files[SUMS]).hexdigest()


def _delivery_list(job: PrintJob, orders: Sequence[StoredOrder], labels: Sequence[Label]) -> Iterator[list[Cell]]:
    """The names of the columns, then a row for each order, with a column for each printing."""
    references = [item.reference for item in job.items]
    yield ["order", "name", "role", "organisation", "address", "email", "note", "label", "copies", *references]
    for each, label in zip(orders, labels, strict=True):
        order, copies = each.order, dict.fromkeys(references, 0)
        for line in order.lines:
            copies[line.reference] += line.copies
        person = (order.name, order.role, order.organisation, order.address, order.email, order.note)
        yield [each.number, *person, label.remark, each.copies, *copies.values()]


def _read_me(job: PrintJob, labels: Sequence[Label]) -> str:
    copies = sum(item.copies for item in job.items)
    text = READ_ME.format(
        pack=job.pack,
        rule="=" * 40,
        counted_orders=counted(len(job.orders), "order"),
        copies=counted(copies, "copy", "copies"),
        printings=counted(len(job.items), "printing"),
    )
    samples = [f"  {item.reference}\n" for item in job.items if item.sample]
    if samples:
        text += f"\nNot to be printed, each being {SAMPLE_PRINTING}\n{''.join(samples)}"
    remarks = [f"  order {label.number}: {label.remark}\n" for label in labels if label.remark]
    return text + ("\nLabels that need a look\n" + "".join(remarks) if remarks else "")
