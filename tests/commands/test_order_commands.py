"""What the desk types, what it is answered, and with which exit status."""

import csv
import datetime as dt
import io
import json
import logging
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from folders import SAMPLE

from wawla.commands.main import main
from wawla.model.orders import Order, OrderLine
from wawla.ordering.intake.order_message import message_of
from wawla.ordering.register.register import Register
from wawla.runtime import clock

NOW = dt.datetime(2026, 11, 25, 9, 30, tzinfo=dt.UTC)
TRUST = "ASK/Trust at work"
TOLD = '  20 × ASK/Trust at work (Title 1: Trust & "ties": are 5 < 6 schools > 4?)\n'


def order(name: str = "Zoë O'Neil", copies: int = 20, reference: str = TRUST, **fields: str) -> Order:
    """An order for the one edition of the sample that is in print."""
    person = {"name": name, "address": "1 Street\nTown", "email": "office@school.example"} | fields
    return Order(**person, lines=(OrderLine(reference=reference, copies=copies),))


def text(**fields: object) -> str:
    """The words of an order, as the order page writes them."""
    return message_of(order(**fields), "What do we ask?")


class Desk:
    """A desk with a folder for what comes in, and a register in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.register = folder / "orders.sqlite"

    def __call__(self, *arguments: object, given: bytes = b"") -> Result:
        """Run `wawla order …` in this process."""
        options = ["--root", SAMPLE, "--register", self.register]
        whole = ["order", *arguments, *options]
        return CliRunner().invoke(main, [str(each) for each in whole], given)

    def put(self, name: str, content: str) -> Path:
        """Something that came in."""
        file = self.folder / name
        file.write_text(content, encoding="utf-8")
        return file

    def add(self, name: str, content: str, *options: str) -> Result:
        """Something comes in, and is added."""
        return self("add", self.put(name, content), *options)

    def with_states(self) -> "Desk":
        """Order 1 is received, 2 packed, 3 sent, 4 cancelled."""
        with Register(self.register) as register:
            for number in range(1, 5):
                register.add(order(), f"mail {number}", NOW)
            with register.packing():
                register.mark_packed([2, 3], "pack-001", NOW)
            register.move(3, "sent", NOW)
            register.move(4, "cancelled", NOW, "They telephoned.")
        return self

    def numbers(self) -> list[int]:
        """Of the orders in the register."""
        with Register(self.register) as register:
            return [each.number for each in register.orders()]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


# adding


def test_an_order_is_accepted_with_what_it_asks_for_and_without_a_name(desk: Desk):
    result = desk.add("a.txt", text())
    assert (0, f"{desk.folder}/a.txt: accepted as order 1.\n{TOLD}", "") == (
        result.exit_code,
        result.stdout,
        result.stderr,
    )
    with Register(desk.register) as register:
        assert order() == register.order(1).order


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", order().model_dump_json()),
        ("a.eml", f"From: a@b.example\nMessage-ID: <1@b>\nContent-Type: text/plain; charset=utf-8\n\n{text()}"),
        ("a.csv", f"name,address,email,reference,copies\nZoë O'Neil,1 Street,a@b.example,{TRUST},20\n"),
    ],
)
def test_an_order_comes_as_a_file_a_mail_or_a_table(desk: Desk, name: str, content: str):
    result = desk.add(name, content)
    assert (0, f"{desk.folder}/{name}: accepted as order 1.\n{TOLD}") == (result.exit_code, result.stdout)


def test_a_mail_comes_from_standard_input(desk: Desk):
    mail = f"From: a@b.example\nMessage-ID: <1@b>\nContent-Type: text/plain; charset=utf-8\n\n{text()}"
    result = desk("add", "-", given=mail.encode())
    assert (0, f"standard input.eml: accepted as order 1.\n{TOLD}") == (result.exit_code, result.stdout)


def test_the_same_order_is_added_once_and_the_second_time_is_no_fault(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(clock, "_clock", lambda: NOW)
    desk.add("a.txt", text())
    result = desk.add("b.txt", text())
    there = f"{desk.folder}/b.txt: is in the register already, as order 1, received on 2026-11-25.\n"
    assert (0, there, [1]) == (result.exit_code, result.stdout, desk.numbers())
    desk("cancel", 1, "--why", "They telephoned.")
    assert "received on 2026-11-25, and has been cancelled since.\n" in desk.add("c.txt", text()).stdout


def test_another_mail_that_says_the_same_is_accepted_and_the_desk_is_told(desk: Desk):
    mail = "From: a@b.example\nMessage-ID: <{}@b>\nContent-Type: text/plain; charset=utf-8\n\n" + text()
    desk.add("a.eml", mail.format(1))
    result = desk.add("b.eml", mail.format(2))
    assert 0 == result.exit_code
    assert "It says the same as order 1. If it came twice: wawla order cancel 2 --why TEXT" in result.stdout
    assert "It says the same" not in desk.add("c.txt", text(copies=21)).stdout


def test_a_near_match_is_asked_about_and_accepted_only_with_a_word_from_the_desk(desk: Desk):
    near = text(reference="ASK/Trst at work")
    result = desk.add("a.txt", near)
    assert (1, []) == (result.exit_code, desk.numbers())
    assert result.stdout.startswith(f"{desk.folder}/a.txt: not added yet. Is this what is meant?\n{TOLD}")
    assert "  'ASK/Trst at work' would be taken for ASK/Trust at work" in result.stdout
    assert "give the command again with --accept" in result.stdout
    result = desk.add("a.txt", near, "--accept")
    assert (0, [1]) == (result.exit_code, desk.numbers())
    assert "'ASK/Trst at work' was taken for ASK/Trust at work" in result.stdout
    assert 0 == desk.add("a.txt", near).exit_code, "what is there already is not asked about again"


def test_a_refusal_has_its_reasons_and_stops_no_other_order(desk: Desk):
    table = (
        "name,address,email,reference,copies\n"
        f"A,1 Street,a@b.example,{TRUST},20\nB,2 Street,b@b.example,{TRUST},2.5\nC,3 Street,c@b.example,{TRUST},1\n"
    )
    result = desk("add", desk.put("a.txt", text(reference="TALK/Sharing")), desk.put("b.csv", table))
    said = result.stdout.replace(f"{desk.folder}/", "")
    assert (1, [1, 2]) == (result.exit_code, desk.numbers())
    assert "a.txt: refused.\n  TALK/Sharing (Sharing the lead) has not been printed" in said
    assert f"b.csv, order 1 of 3: accepted as order 1.\n{TOLD}b.csv, order 2 of 3: refused.\n  '2.5' cannot be" in said
    assert "b.csv, order 3 of 3: accepted as order 2." in said


def test_a_file_that_is_not_there_or_no_order_is_said_to_be_so_and_stops_no_other(desk: Desk):
    files = [desk.folder / "none.txt", desk.put("a.pdf", "%PDF"), desk.put("b.txt", ""), desk.put("c.txt", text())]
    result = desk("add", *files)
    said = result.stdout.replace(f"{desk.folder}/", "")
    assert (1, [1]) == (result.exit_code, desk.numbers())
    assert said.startswith(
        "none.txt: it is not there. Look at the name, and whether its disk is mounted.\na.pdf: refused.\n"
    )
    assert "b.txt: refused.\n  The file is empty.\nc.txt: accepted as order 1." in said


def test_what_steers_a_terminal_is_told_by_its_number(desk: Desk):
    result = desk.add("a\x1b]0;owned\x07.txt", text(reference="ASK/Trst at work") + "\x1b[2J")
    assert "a<U+001B>]0;owned<U+0007>.txt" in result.stdout
    assert "\x1b" not in result.stdout


def test_no_name_and_no_address_comes_into_a_log(desk: Desk, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.DEBUG)
    person = {"name": "Quillfeather", "address": "Whitherward", "email": "quill@nonesuch.example", "note": "Ring twice"}
    said = [
        desk.add("a.txt", text(**person)).output,
        desk.add("a.txt", text(**person)).output,
        desk.add("b.txt", text(**person, copies=21, reference="ASK/Trst at work")).output,
        desk.add("c.txt", text(**person, reference="Nothing of the kind")).output,
        desk("cancel", 1, "--why", "Quillfeather telephoned.").output,
        desk("forget", "--before", "2999-01-01").output,
        caplog.text,
    ]
    words = ("Quillfeather", "Whitherward", "nonesuch", "Ring twice")
    assert [] == [word for word in words if word in "".join(said)]


def test_no_register_is_begun_without_a_publication_to_hold_orders_against(desk: Desk):
    file = desk.put("a.txt", text())
    result = CliRunner().invoke(main, ["order", "add", str(file), "--root", str(desk.folder)])
    assert (2, False) == (result.exit_code, desk.register.exists())


def test_the_register_stands_beside_the_publication_unless_told(tmp_path: Path):
    result = CliRunner().invoke(main, ["order", "list", "--root", str(tmp_path)])
    assert (2, f"wawla: there is no register at {tmp_path}/orders.sqlite.") == (
        result.exit_code,
        result.stderr.split(" `")[0],
    )
    Register(tmp_path / "orders.sqlite").__enter__().__exit__(None, None, None)
    result = CliRunner().invoke(main, ["order", "list", "--root", str(tmp_path)])
    assert (0, "0 orders, 0 copies.\n") == (result.exit_code, result.stdout)


@pytest.mark.slow
def test_two_clerks_who_add_the_same_mails_at_once_have_each_order_once(desk: Desk):
    files = [desk.put(f"{number}.txt", text(copies=number)) for number in range(1, 21)]
    command = [
        sys.executable,
        "-m",
        "wawla.commands.main",
        "order",
        "add",
        "--root",
        SAMPLE,
        "--register",
        desk.register,
        *files,
    ]
    clerks = [subprocess.Popen(list(map(str, command)), stdout=subprocess.PIPE, text=True) for _ in range(2)]
    said = "".join(clerk.communicate(timeout=100)[0] for clerk in clerks)
    assert [0, 0] == [clerk.returncode for clerk in clerks]
    assert (20, 20) == (said.count("accepted as order"), said.count("is in the register already"))
    assert list(range(1, 21)) == desk.numbers()


# what is there


def test_the_list_is_a_table_that_fits_a_screen(desk: Desk):
    with Register(desk.register) as register:
        register.add(order("Somebody with a [bold]name[/bold] " + "and more of it " * 10), "mail 1", NOW)
        register.add(order(organisation="A primary school", copies=1), "mail 2", NOW)
    rows = desk("list").stdout.splitlines()
    assert ["No.", "Received", "State", "For", "Ordered"] == rows[0].split()
    assert "[bold]name[/bold]" in rows[1]
    assert "  2  2026-11-25  received  Zoë O'Neil, A primary school" in "\n".join(rows)
    assert "2 orders, 21 copies." == rows[-1]
    assert 100 >= max(map(len, rows))


@pytest.mark.parametrize(("state", "number"), [("received", 1), ("packed", 2), ("sent", 3), ("cancelled", 4)])
def test_the_list_can_be_of_one_state(desk: Desk, state: str, number: int):
    listed = json.loads(desk.with_states()("list", "--state", state, "--format", "json").stdout)
    assert [(number, state)] == [(each["number"], each["state"]) for each in listed]


def test_json_has_everything(desk: Desk):
    [listed] = json.loads(desk.with_states()("show", 2, "--format", "json").stdout)
    assert ("pack-001", "2026-11-25T09:30:00+00:00", False) == (
        listed["pack"],
        listed["received"],
        listed["forgotten"],
    )
    assert order() == Order.model_validate(listed["order"])
    assert ["received", "packed"] == [each["to"] for each in listed["history"]]


def test_csv_has_a_row_for_each_line_and_no_formula(desk: Desk):
    with Register(desk.register) as register:
        register.add(order('=HYPERLINK("http://evil.example")', organisation="@cmd", note="+1, please"), "mail 1", NOW)
    [row] = csv.DictReader(io.StringIO(desk("list", "--format", "csv").stdout))
    assert ("1", TRUST, "20", "'@cmd") == (row["order"], row["reference"], row["copies"], row["organisation"])
    assert [] == [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]


def test_an_order_is_shown_with_its_history(desk: Desk):
    shown = """\
Order 4: cancelled

  20 × ASK/Trust at work

Name: Zoë O'Neil
Postal address:
  1 Street
  Town
E-mail: office@school.example

2026-11-25 09:30  received
2026-11-25 09:30  cancelled: They telephoned.
"""
    assert shown == desk.with_states()("show", 4).stdout
    assert "Order 2: packed, in the pack pack-001" in desk("show", 2).stdout


@pytest.mark.parametrize("command", [["show", 9], ["cancel", 9, "--why", "Ordered twice."], ["sent", 9]])
def test_there_is_no_order_of_another_number(desk: Desk, command: list[object]):
    result = desk.with_states()(*command)
    assert (1, "There is no order 9 in the register.\n") == (result.exit_code, result.stderr)


# what becomes of it


def test_several_orders_are_sent_and_one_that_cannot_be_is_said_to_be_so(desk: Desk):
    result = desk.with_states()("sent", 1, 2, 3)
    assert (1, "Order 2 is sent.\n") == (result.exit_code, result.stdout)
    assert (
        "Order 1 is received, and cannot be sent. It can be packed or cancelled.\nOrder 3 is sent already.\n"
        == result.stderr
    )


@pytest.mark.parametrize(("number", "status"), [(1, 0), (2, 0), (3, 1), (4, 1)])
def test_what_is_received_or_packed_can_be_cancelled_with_a_reason(desk: Desk, number: int, status: int):
    assert status == desk.with_states()("cancel", number, "--why", "Ordered twice.").exit_code
    assert (status == 0) == ("cancelled: Ordered twice." in desk("show", number).stdout)


def test_who_cancels_a_packed_order_is_told_what_is_left_to_do(desk: Desk):
    said = "Order 2 is cancelled.\nIt is in pack-001, which stays as it is: take its slip and its label out by hand.\n"
    assert said == desk.with_states()("cancel", 2, "--why", "They telephoned.").stdout


def test_names_are_forgotten_counts_stay_and_what_is_still_open_is_named(desk: Desk):
    result = desk.with_states()("forget", "--before", "2026-12-01")
    assert 0 == result.exit_code
    assert "The names and addresses of 2 orders are forgotten; references and copies stay." in result.stdout
    assert "Orders 1, 2: not forgotten, being neither sent nor cancelled." in result.stdout
    listed = json.loads(desk("list", "--format", "json").stdout)
    assert ["Zoë O'Neil", "Zoë O'Neil", "", ""] == [each["order"]["name"] for each in listed]
    assert [20] * 4 == [each["order"]["lines"][0]["copies"] for each in listed]
    assert "(forgotten)" in desk("list").stdout
    assert "Name and address were forgotten." in desk("show", 3).stdout


@pytest.mark.parametrize("options", [[], ["--before", "last summer"]])
def test_nobody_is_forgotten_without_a_day(desk: Desk, options: list[str]):
    assert 2 == desk.with_states()("forget", *options).exit_code


@pytest.mark.parametrize("command", [["list"], ["show", 1], ["sent", 1], ["forget", "--before", "2026-12-01"]])
def test_a_damaged_register_stops_every_command_with_one_line(desk: Desk, command: list[object]):
    desk.with_states()
    desk.register.write_bytes(b"no register")
    result = desk(*command)
    assert (2, "", 1) == (result.exit_code, result.stdout, result.stderr.count("\n"))
    assert "is damaged" in result.stderr


# the catalogue


def catalogue(*options: str, root: Path = SAMPLE) -> Result:
    """Run `wawla catalogue` in this process."""
    return CliRunner().invoke(main, ["catalogue", "--root", str(root), *options])


def test_the_catalogue_says_which_printed_object_a_reference_means(golden: Callable[[str, str], None]):
    result = catalogue()
    assert 0 == result.exit_code
    golden("catalogue.txt", result.stdout)
    assert 100 >= max(map(len, result.stdout.splitlines()))


def test_the_catalogue_is_data_too():
    data = json.loads(catalogue("--format", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(catalogue("--format", "csv").stdout)))
    assert [{name: str(value) for name, value in each.items()} for each in data] == rows
    [printed] = [each for each in data if each["status"] == "in print"]
    assert (TRUST, 1, 36, 210, 297) == tuple(
        printed[name] for name in ("reference", "printing", "pages", "width", "height")
    )
