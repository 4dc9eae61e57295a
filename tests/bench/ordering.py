"""Measures the order desk: so many orders added as files, as mails and as one table, then listed, and then packed.

The orders are made up, for one edition of the sample publication. Every round begins a register.
"""

from __future__ import annotations

import csv
import shutil
import sys
from collections.abc import Sequence
from email.message import EmailMessage
from pathlib import Path
from statistics import median

from building import Run, measure
from generate import Prose
from publications import BIN, ROOT

sys.path.extend([str(ROOT / "tests"), str(ROOT / "tests/ordering")])  # where a publication with printings is made

from packs_by_hand import publication

from wawla.model.orders import Order, OrderLine
from wawla.ordering.intake.field_names import FIELDS
from wawla.ordering.intake.order_message import message_of

MOST_SECONDS, ASKED_OF = 10, 1000  # what was asked for: all of it together, and for how many orders
REFERENCE, SERIES = "ASK/Trust at work", "What do we ask?"
LIST = ("`wawla order list`", "`wawla order list --format csv`")
PACK = "`wawla order pack`"


def orders(count: int) -> list[Order]:
    """So many orders from different people."""
    prose = Prose(f"{count} orders")
    return [
        Order(
            name=prose.heading(),
            role=prose.heading(),
            organisation=f"{prose.heading()} school",
            address=f"{number} Street\n{prose.heading()}\nAB{number % 90 + 1} 2CD",
            email=f"office-{number}@school.example",
            note=prose.sentence(),
            lines=(OrderLine(reference=REFERENCE, copies=prose.chance.randint(1, 60)),),
        )
        for number in range(1, count + 1)
    ]


def written(made: Sequence[Order], folder: Path) -> dict[str, list[Path]]:
    """The orders as they come in: each as a file from the order page, each as a mail, and all of them in one table."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    files, mails = [], []
    for number, order in enumerate(made, 1):
        files.append(folder / f"{number}.json")
        files[-1].write_text(order.model_dump_json(), encoding="utf-8")
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = order.email, "orders@publisher.example", f"Order: {REFERENCE}"
        mail["Message-ID"] = f"<{number}@school.example>"
        mail.set_content(message_of(order, SERIES))
        mails.append(folder / f"{number}.eml")
        mails[-1].write_bytes(bytes(mail))
    table = folder / "orders.csv"
    with table.open("w", encoding="utf-8", newline="") as opened:
        rows = csv.writer(opened)
        rows.writerow([*FIELDS, "reference", "copies"])
        for order in made:
            [line] = order.lines
            rows.writerow([*(getattr(order, name) for name in FIELDS), line.reference, line.copies])
    return {"files (.json)": files, "mails (.eml)": mails, "one table (.csv)": [table]}


def bench(count: int, rounds: int, space: Path) -> dict[str, list[Run]]:
    """What each command took, round by round. What is listed and packed is what was added last."""
    folder = space / f"orders-{count}"
    forms = written(orders(count), folder)
    register = folder / "orders.sqlite"
    common = ["--root", str(publication(folder / "publication")), "--register", str(register)]
    results: dict[str, list[Run]] = {}
    for number in range(1, rounds + 1):
        for form, files in forms.items():
            for left in folder.glob("orders.sqlite*"):
                left.unlink()
            add = [str(BIN / "wawla"), "order", "add", *common, *map(str, files)]
            results.setdefault(f"`wawla order add`, {form}", []).append(measure(add, folder))
        for name in LIST:
            listing = [str(BIN / "wawla"), *name.strip("`").split()[1:], *common]
            results.setdefault(name, []).append(measure(listing, folder))
        shutil.rmtree(folder / "packs", ignore_errors=True)
        pack = [str(BIN / "wawla"), "order", "pack", *common, "--to", str(folder / "packs")]
        results.setdefault(PACK, []).append(measure(pack, folder))
        took = ", ".join(f"{runs[-1].seconds:.2f}" for runs in results.values())
        print(f"{count} orders, round {number} of {rounds}: {took} s", file=sys.stderr)
    return results


def section(sizes: Sequence[int], rounds: int, space: Path) -> str:
    """Every size, as Markdown."""
    text = [
        f"Orders for one edition, added to a fresh register, listed and packed, by commands in processes of their own; "
        f"the median of {rounds} rounds. Each order is on the disk before the command says that it was accepted.\n",
        "| Orders | Command | Seconds, median | fastest to slowest | Largest process, MiB |",
        "| --- | --- | --- | --- | --- |",
    ]
    for count in sizes:
        results = bench(count, rounds, space)
        for name, runs in results.items():
            seconds = sorted(run.seconds for run in runs)
            text.append(
                f"| {count:,} | {name} | {median(seconds):.2f} | {seconds[0]:.2f} to {seconds[-1]:.2f} | "
                f"{max(run.memory for run in runs):.0f} |"
            )
        if count == ASKED_OF:
            added = [median(run.seconds for run in runs) for name, runs in results.items() if name not in (*LIST, PACK)]
            whole = max(added) + sum(median(run.seconds for run in results[name]) for name in (LIST[0], PACK))
            verdict = "holds" if whole < MOST_SECONDS else "does not hold"
            asked = f"Asked for: {count:,} orders added, listed and packed in under {MOST_SECONDS} s."
            text += [
                "",
                f"{asked} The slowest way to add, a list and a pack: {whole:.2f} s, so that {verdict}.",
                "",
            ]
    return "\n".join(text)
