"""What the desk relies on in the register: nothing accepted is lost, nothing stands there twice, nobody stays known."""

import datetime as dt
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from wawla.model.errors import WawlaError
from wawla.model.orders import Order, OrderLine
from wawla.ordering.register import migrations, open_database
from wawla.ordering.register.register import AlreadyThere, BusyError, NotAllowed, Register
from wawla.ordering.register.states import MOVES, STATES, OrderState

NOW = dt.datetime(2026, 11, 25, 9, 30, tzinfo=dt.UTC)
LATER = NOW + dt.timedelta(days=3)
DAY_AFTER = NOW.date() + dt.timedelta(days=1)
KILLS = 8
STEPS, FIRST_STEPS = 30, 64
"""How many steps it takes to add an order, and the first order with the register itself (tests/ordering/dying.py)."""
NOISE = random.Random(1).randbytes(100_000)  # noqa: S311 - repeatable, and no secret


def order(name: str = "The deputy head", **fields: object) -> Order:
    """An order of two editions."""
    lines = (
        OrderLine(reference="WAWLA/Community leadership", copies=20),
        OrderLine(reference="NLiA/Sharing leadership", copies=1),
    )
    return Order(
        **{"name": name, "address": "1 Street\nTown", "email": "office@school.example", "lines": lines, **fields}
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "orders.sqlite"


@pytest.fixture
def filled(file: Path) -> Path:
    """A register with order 1 received, 2 packed, 3 sent and 4 cancelled."""
    with Register(file) as register:
        for number in range(1, 5):
            register.add(order(), f"mail {number}", NOW)
        with register.packing():
            register.mark_packed([2, 3], "2026-11-28", LATER)
        register.move(3, "sent", LATER)
        register.move(4, "cancelled", LATER, "Mrs Quillfeather telephoned.")
    return file


# what is added


def test_an_order_is_read_back_as_it_was_accepted(file: Path):
    whole = order(role="Deputy head", organisation="A primary school", note="By half term.\nThank you.")
    with Register(file) as register:
        assert 1 == register.add(whole, "mail 1", NOW)
    with Register(file) as register:
        [found] = register.orders()
    assert (1, whole, "received", NOW, 21) == (found.number, found.order, found.state, found.added, found.copies)
    assert [("received", NOW, "")] == [(change.to, change.at, change.why) for change in found.history]


def test_the_same_order_is_accepted_once(file: Path):
    with Register(file) as register:
        register.add(order(), "mail 1", NOW)
        with pytest.raises(AlreadyThere) as told:
            register.add(order(), "mail 1", LATER)
        assert (1, 1) == (told.value.number, register.find("mail 1"))
        assert 2 == register.add(order(), "mail 2", LATER)
        assert [1, 2] == [each.number for each in register.orders()]


def test_what_was_accepted_stays_readable_when_fewer_copies_may_be_ordered(filled: Path):
    with closing(sqlite3.connect(filled)) as database, database:
        database.execute("UPDATE lines SET copies = 5000 WHERE number = 1 AND line = 1")
    with Register(filled) as register:
        assert 5001 == register.order(1).copies


def test_there_is_no_order_of_another_number(filled: Path):
    with Register(filled) as register:
        for number in (0, -1, 5, 10**30):
            with pytest.raises(NotAllowed, match=f"There is no order {number} in the register"):
                register.order(number)


# what becomes of it


def test_orders_are_listed_by_state(filled: Path):
    with Register(filled) as register:
        assert {state: [number] for number, state in enumerate(STATES, 1)} == {
            state: [each.number for each in register.orders(state)] for state in STATES
        }


@pytest.mark.parametrize("number", [1, 2, 3, 4])
@pytest.mark.parametrize("to", STATES)
def test_an_order_goes_only_where_it_may(filled: Path, number: int, to: OrderState):
    now = STATES[number - 1]
    with Register(filled) as register:
        before = register.orders()
        if to in MOVES[now]:
            register.move(number, to, LATER, "So it was.")
            assert (to, "So it was.") == (register.order(number).state, register.order(number).history[-1].why)
        else:
            with pytest.raises(NotAllowed, match=f"Order {number} is {now}"):
                register.move(number, to, LATER)
            assert before == register.orders()


def test_a_refusal_says_what_can_be_done(filled: Path):
    with Register(filled) as register:
        for number, to, sentence in (
            (1, "sent", "Order 1 is received, and cannot be sent. It can be packed or cancelled."),
            (3, "cancelled", "Order 3 is sent, and cannot be cancelled. Nothing more can be done with it."),
            (3, "sent", "Order 3 is sent already."),
        ):
            with pytest.raises(NotAllowed) as told:
                register.move(number, to, LATER)
            assert sentence == str(told.value)


def test_the_history_tells_every_change(filled: Path):
    with Register(filled) as register:
        assert [("received", ""), ("packed", "2026-11-28"), ("sent", "")] == [
            (change.to, change.why) for change in register.order(3).history
        ]


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM history",
        "UPDATE history SET at = '2020-01-01'",
        "UPDATE history SET why = 'otherwise'",
        "DELETE FROM orders",
        "INSERT INTO lines VALUES (99, 1, 'WAWLA/Nobody', 1)",
        "UPDATE orders SET state = 'lost'",
    ],
)
def test_the_file_itself_refuses_what_would_make_it_untrue(filled: Path, statement: str):
    with closing(sqlite3.connect(filled)) as database:
        database.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError):
            database.execute(statement)


# packing


def test_a_pack_takes_what_is_received_and_marks_it(filled: Path):
    with Register(filled) as register:
        with register.packing() as received:
            assert [1] == [each.number for each in received]
            register.mark_packed([1], "2026-12-01", LATER)
        found = register.order(1)
        assert ("packed", "2026-12-01") == (found.state, found.pack)


def test_a_pack_that_fails_marks_nothing(filled: Path):
    def pack(register: Register) -> None:
        with register.packing():
            register.mark_packed([1], "2026-12-01", LATER)
            raise OSError("no room")

    with Register(filled) as register:
        with pytest.raises(OSError, match="no room"):
            pack(register)
        assert ("received", "") == (register.order(1).state, register.order(1).pack)


def test_what_another_clerk_has_packed_is_not_packed_again(filled: Path):
    with Register(filled) as register:
        with pytest.raises(NotAllowed, match="Order 2 is packed already"), register.packing():
            register.mark_packed([1, 2], "2026-12-01", LATER)
        assert ("received", "2026-11-28") == (register.order(1).state, register.order(2).pack)


def test_orders_are_packed_only_while_nobody_else_can_change_them(filled: Path):
    with Register(filled) as register, pytest.raises(RuntimeError, match="packing"):
        register.mark_packed([1], "2026-12-01", LATER)


def test_an_order_that_comes_while_a_pack_is_made_waits_for_it_and_is_not_in_it(filled: Path):
    there = threading.Event()

    def come() -> None:
        with Register(filled) as other:
            there.set()
            other.add(order(), "mail 5", LATER)

    with Register(filled) as register:
        with register.packing() as received:
            second = threading.Thread(target=come)
            second.start()
            assert there.wait(60)
            register.mark_packed([each.number for each in received], "2026-12-01", LATER)
        second.join()
        assert ["packed", "received"] == [register.order(number).state for number in (1, 5)]


def test_who_waits_too_long_is_told(filled: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(open_database, "PATIENCE", 0.1)
    with Register(filled) as register, register.packing(), Register(filled) as other:
        assert 4 == len(other.orders()), "who only reads need not wait"
        with pytest.raises(BusyError, match=r"another command has held the register .* Try again when it is done"):
            other.move(1, "cancelled", LATER)


# forgetting


def traces(file: Path, words: list[str]) -> list[str]:
    """Which of these words stand somewhere in the register's files, as they lie on the disk."""
    raw = b"".join(each.read_bytes() for each in file.parent.glob("orders.sqlite*"))
    return [word for word in words if word.encode() in raw]


PERSON = {
    "name": "Quillfeather",
    "role": "Almoner",
    "organisation": "Nonesuch Infants",
    "address": "17 Whitherward Lane\nNetherby\n" + "Over the bridge. " * 100,
    "email": "quill@nonesuch.example",
    "note": "Ring twice. " * 150,
}
WORDS = ["Quillfeather", "Almoner", "Nonesuch", "Whitherward", "Over the bridge", "quill@", "Ring twice", "mail 1"]


def test_who_is_forgotten_leaves_no_trace_in_the_files_and_the_counts_stay(file: Path):
    with Register(file) as register:
        for number in range(1, 60):
            register.add(order(**PERSON), f"mail {number} <quill@nonesuch.example>", NOW)
            register.move(number, "cancelled", LATER, "Mrs Quillfeather telephoned.")
        register.add(order("Somebody Else"), "mail 60", NOW)
        assert WORDS[:-1] == traces(file, WORDS)
        assert 59 == register.forget(DAY_AFTER, LATER)
        assert [] == traces(file, WORDS), "while the register is still open"
        assert ("", "", "", 21, True) == (
            register.order(1).order.name,
            register.order(1).order.address,
            register.order(1).order.email,
            register.order(1).copies,
            register.order(1).forgotten,
        )
        assert ["received", "cancelled", "forgotten"] == [change.to for change in register.order(1).history]
        assert "Somebody Else" == register.order(60).order.name
    assert [] == traces(file, WORDS)


def test_only_what_is_sent_or_cancelled_is_forgotten_and_the_others_are_named(filled: Path):
    with Register(filled) as register:
        assert [1, 2] == register.open_before(DAY_AFTER)
        assert 2 == register.forget(DAY_AFTER, LATER)
        assert [False, False, True, True] == [each.forgotten for each in register.orders()]
        assert 0 == register.forget(DAY_AFTER, LATER), "nobody is forgotten twice"


def test_an_order_of_that_day_or_later_is_kept(filled: Path):
    with Register(filled) as register:
        assert ([], 0) == (register.open_before(NOW.date()), register.forget(NOW.date(), LATER))


def test_a_forgotten_order_is_still_known_when_its_mail_is_added_again(filled: Path):
    with Register(filled) as register:
        register.forget(DAY_AFTER, LATER)
        with pytest.raises(AlreadyThere):
            register.add(order(), "mail 3", LATER)


def test_whoever_still_reads_the_register_keeps_a_name_in_its_file_and_that_is_said(
    filled: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(open_database, "PATIENCE", 0.1)
    with Register(filled) as register, closing(sqlite3.connect(filled, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM orders").fetchall()
        with pytest.raises(BusyError, match=r"The names are forgotten, but .* Give the same command again"):
            register.forget(DAY_AFTER, LATER)
        reader.execute("COMMIT")
        assert 0 == register.forget(DAY_AFTER, LATER)
        assert [] == traces(filled, ["Quillfeather"])


# the file


def test_only_the_desk_reads_its_register_and_what_lies_beside_it(file: Path):
    with Register(file) as register:
        register.add(order(), "mail 1", NOW)
        modes = {each.name: oct(each.stat().st_mode & 0o777) for each in file.parent.iterdir()}
    assert {"orders.sqlite", "orders.sqlite-wal", "orders.sqlite-shm"} <= set(modes)
    assert {"0o600"} == set(modes.values())


@pytest.mark.parametrize(("put_back", "kept"), [(0o644, 0o640), (0o660, 0o660)])
def test_a_copy_that_is_put_back_is_closed_to_strangers_and_stays_open_to_the_group(
    filled: Path, put_back: int, kept: int
):
    filled.chmod(put_back)
    with Register(filled):
        assert kept == filled.stat().st_mode & 0o777


def test_the_file_is_set_so_that_what_is_committed_is_on_the_disk(file: Path):
    with Register(file) as register:
        settings = ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        values = [register._database.execute(f"PRAGMA {name}").fetchone()[0] for name in settings]
    assert ["wal", 2, 1, 1] == values


def refused(file: Path) -> str:
    """What the register says when it is opened; it must leave the file as it is."""
    before = file.read_bytes()
    with pytest.raises(WawlaError) as told, Register(file):
        pass
    assert before == file.read_bytes()
    return str(told.value)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: b"An order: twenty of the community one." * 200,
        lambda data: data[: len(data) // 2],
        lambda data: data[:4096] + bytes(4096) + data[8192:],
        lambda data: data[:4096] + NOISE[4096 : len(data)],
        lambda data: data.replace(b"The deputy head", b"The deput\xff head"),
        lambda data: data.replace(b"2026-11-25T", b"2026-71-25T"),
        lambda data: data.replace(b"+00:00received", b"+00:00receiwed"),
        lambda data: data.replace(b"OLD.number", b"OLD.numcer"),
    ],
    ids=["empty", "other text", "half", "a page of nothing", "noise", "no UTF-8", "no date", "no state", "no column"],
)
def test_a_damaged_register_is_said_to_be_so_and_is_left_alone(filled: Path, spoil: Callable[[bytes], bytes]):
    data = filled.read_bytes()
    assert data != spoil(data)
    filled.write_bytes(spoil(data))
    before = filled.read_bytes()
    with pytest.raises(WawlaError, match="put back your latest copy") as told, Register(filled) as register:
        register.orders()
    assert f"the register {filled} is damaged" in str(told.value)
    assert before == filled.read_bytes()


@pytest.mark.slow
def test_whatever_byte_is_spoiled_a_clerk_reads_a_sentence_or_an_order(filled: Path):
    data = filled.read_bytes()
    chance = random.Random(5)  # noqa: S311 - repeatable, and no secret
    for _ in range(300):
        at = chance.randrange(len(data))
        filled.write_bytes(data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :])
        try:
            with Register(filled) as register:
                register.orders()
        except WawlaError as error:
            assert re.search("is damaged|is not a register|newer wawla|cannot be read", str(error))  # noqa: PT017 - most are


def test_a_database_of_another_program_is_no_register(file: Path):
    with closing(sqlite3.connect(file)) as database:
        database.execute("CREATE TABLE bookmarks (address)")
    assert f"{file} is not a register of orders. Name another file: --register" == refused(file)


def test_a_register_of_a_newer_version_is_left_alone(filled: Path):
    with closing(sqlite3.connect(filled)) as database:
        database.execute("PRAGMA user_version = 99")
    assert "was written by a newer wawla (its version is 99; this one knows 1). Nothing was changed." in refused(filled)


def test_a_register_of_an_older_version_is_brought_up_to_this_one_or_stays_as_it_was(
    filled: Path, monkeypatch: pytest.MonkeyPatch
):
    more = ("ALTER TABLE orders ADD COLUMN parcel TEXT NOT NULL DEFAULT ''", "UPDATE orders SET parcel = 'P' || number")
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, (*more, "NO SUCH STATEMENT")))
    monkeypatch.setattr(open_database, "MIGRATIONS", migrations.MIGRATIONS)
    with pytest.raises(sqlite3.OperationalError), Register(filled):
        pass
    with closing(sqlite3.connect(filled)) as database:
        assert 1 == migrations.version_of(database)
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS[:-1], more))
    with Register(filled) as register:
        assert ["P1", "P2", "P3", "P4"] == [row[0] for row in register._database.execute("SELECT parcel FROM orders")]
        assert 4 == len(register.orders())


def test_a_register_that_went_without_its_journal_is_not_begun_anew(filled: Path):
    with Register(filled) as register:
        register.add(order(), "mail 5", NOW)
        journal = Path(f"{filled}-wal").read_bytes()
    filled.unlink()
    Path(f"{filled}-wal").write_bytes(journal)
    with (
        pytest.raises(WawlaError, match="is gone, but orders"),
        Register(filled),
    ):
        pass
    assert not filled.exists()


class FullDisk(sqlite3.Connection):
    """A database that takes back by itself what its disk has no room for, as SQLite does."""

    def execute(self, statement: str, *rest: object) -> sqlite3.Cursor:
        if statement == "COMMIT":
            super().execute("ROLLBACK")
            full = sqlite3.OperationalError("database or disk is full")
            full.sqlite_errorcode = sqlite3.SQLITE_FULL  # as SQLite sets it
            raise full
        return super().execute(statement, *rest)


def test_a_full_disk_is_said_in_a_sentence_when_a_register_is_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=FullDisk))
    file = tmp_path / "orders.sqlite"
    with pytest.raises(WawlaError) as told, Register(file):
        pass
    reason = f"{file}: there is no space left on the disk. Make room, or name another place; then try again."
    assert f"the register {file} cannot be read or written. {reason}" == str(told.value)


def test_there_has_to_be_a_folder_for_the_register(tmp_path: Path):
    with pytest.raises(WawlaError, match="there is no folder"), Register(tmp_path / "nowhere/orders.sqlite"):
        pass
    with pytest.raises(WawlaError, match="cannot be read or written"), Register(tmp_path):
        pass


@pytest.fixture
def anybody() -> Iterator[Path]:
    """A folder, in which this process is nobody special: whoever runs the tests as root could write everywhere."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    rights = os.geteuid()
    try:
        yield folder
    finally:
        os.seteuid(rights)
        folder.chmod(0o755)
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()


@pytest.mark.parametrize("held", [False, True])
def test_a_folder_that_cannot_be_written_is_said_to_be_so(anybody: Path, held: bool):
    file = anybody / "orders.sqlite"
    if held:
        with Register(file) as register:
            register.add(order(), "mail 1", NOW)
        file.chmod(0o644)
        Path(f"{file}.lock").unlink(missing_ok=True)
    anybody.chmod(0o555)
    if os.geteuid() == 0:
        os.seteuid(65534)
    with pytest.raises(WawlaError, match=f"the register {file} cannot be read or written"), Register(file) as register:
        register.add(order(), "mail 2", NOW)


# several at once, and sudden ends

CLERK = """
import datetime as dt, sys
from pathlib import Path
from dying import die_at
from wawla.model.orders import Order, OrderLine
from wawla.ordering.register.register import AlreadyThere, Register
file, name, (first, last, step) = Path(sys.argv[1]), sys.argv[2], map(int, sys.argv[3:])
line = OrderLine(reference="WAWLA/Community leadership", copies=20)
order = Order(name=name, address="1 Street", email="a@b.example", note="A note. " * 200, lines=(line,))
print("ready", flush=True)
sys.stdin.readline()
die_at(step)
for mail in range(first, last):
    with Register(file) as register:
        try:
            number = register.add(order, f"mail {mail}", dt.datetime(2026, 11, 25, tzinfo=dt.UTC))
        except AlreadyThere as there:
            number = there.number
        print(mail, number, flush=True)
"""


def clerk(file: Path, name: str, first: int, last: int, step: int = 10**9) -> subprocess.Popen[str]:
    """A process that adds these mails one by one once it is told to, and says for each when it is accepted.

    It is killed when it has taken so many steps (tests/ordering/dying.py).
    """
    command = [sys.executable, "-c", CLERK, str(file), name, str(first), str(last), str(step)]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env)
    assert "ready\n" == process.stdout.readline()
    return process


def begin(*clerks: subprocess.Popen[str]) -> None:
    """Let them all begin at the same time."""
    for each in clerks:
        each.stdin.write("\n")
        each.stdin.flush()


def killed(process: subprocess.Popen[str]) -> dict[int, int]:
    """What a clerk has answered who is killed at a step."""
    begin(process)
    said = process.stdout.read()
    assert -signal.SIGKILL == process.wait()
    process.stdin.close()
    process.stdout.close()
    return answers(said)


def answers(said: str) -> dict[int, int]:
    """The number each mail was accepted as. A last line that was cut off is no answer."""
    lines = said[: said.rfind("\n") + 1].splitlines()
    return dict(tuple(map(int, line.split())) for line in lines)


@pytest.mark.slow
def test_two_clerks_who_begin_the_register_with_the_same_mails_at_once_have_each_order_once(file: Path):
    clerks = [clerk(file, name, 0, 40) for name in ("One", "Other")]
    begin(*clerks)
    heard = [answers(each.communicate(timeout=60)[0]) for each in clerks]
    assert [0, 0] == [each.returncode for each in clerks]
    assert heard[0] == heard[1]
    with Register(file) as register:
        assert sorted(heard[0].values()) == [each.number for each in register.orders()]
        assert set(range(40)) == {mail for mail, number in heard[0].items() if number == register.find(f"mail {mail}")}


@pytest.mark.slow
def test_a_clerk_who_is_killed_at_any_moment_has_lost_nothing_that_was_accepted_and_doubled_nothing(file: Path):
    chance = random.Random(12)  # noqa: S311 - repeatable, and no secret
    accepted: dict[int, int] = {}
    for _ in range(KILLS):
        process = clerk(file, "The deputy head", max(accepted, default=0), 100_000, chance.randrange(5 * STEPS))
        for mail, number in killed(process).items():
            assert number == accepted.setdefault(mail, number)
        with Register(file) as register:
            assert accepted == {mail: register.find(f"mail {mail}") for mail in accepted}
            orders = register.orders()
        assert len(orders) - len(accepted) in (0, 1), "one may have been accepted of which the clerk did not hear"
        assert {(1, 1)} >= {(len(each.order.lines), len(each.history)) for each in orders}
    assert len(accepted) > KILLS / 2


@pytest.mark.slow
def test_a_clerk_who_is_killed_while_the_register_is_begun_leaves_none_or_a_sound_one(tmp_path: Path):
    for number in range(KILLS):
        file = tmp_path / f"{number}.sqlite"
        accepted = killed(clerk(file, "The deputy head", 0, 100_000, number * FIRST_STEPS // KILLS))
        with Register(file) as register:
            assert accepted == {mail: register.find(f"mail {mail}") for mail in accepted}
            register.add(order(), "another", NOW)
