"""Orders made to do harm: each is plain text, or refused in a sentence; none adds an address, a header or a title."""

import io
import json
import re
import zipfile
from email.message import EmailMessage

import pytest
from catalogues import MESSAGE, ORDER, TITLES
from hypothesis import given, settings
from hypothesis import strategies as st

from wawla.model.orders import Order
from wawla.ordering.intake.draft_order import Unreadable
from wawla.ordering.intake.order_message import message_of, subject_of
from wawla.ordering.intake.read_file import MOST_BYTES, read_file
from wawla.ordering.intake.validate import Accepted, Refused, validate_order

PLAIN = json.loads(ORDER.model_dump_json())
thoroughly = settings(max_examples=150, deadline=None, derandomize=True)


def answers(data: bytes, name: str) -> list[Accepted | Refused] | str:
    """What the desk makes of a file: an answer to each of its orders, or the sentence that refuses it."""
    try:
        return [validate_order(written, TITLES) for written in read_file(data, name)]
    except Unreadable as error:
        return str(error)


def filed(**fields: object) -> bytes:
    return json.dumps(PLAIN | fields).encode()


def reasons(data: bytes, name: str = "order.json") -> tuple[str, ...]:
    (answer,) = answers(data, name)
    assert isinstance(answer, Refused)
    return answer.reasons


def accepted(data: bytes, name: str = "order.json") -> Order:
    (answer,) = answers(data, name)
    assert isinstance(answer, Accepted)
    return answer.order


@pytest.mark.parametrize("field", ["name", "role", "organisation"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\x1e"])
def test_a_line_break_in_a_name_adds_no_header(field: str, end: str):
    assert 1 == len(reasons(filed(**{field: f"Jo{end}Bcc: all@other.example"})))


@pytest.mark.parametrize(
    "words", ["Jo%0d%0aBcc: a@b", "=?utf-8?q?Jo=0ABcc:_a@b?=", "Jo&bcc=a@b", "=HYPERLINK(1)", "<b>Jo</b>"]
)
def test_what_others_might_decode_stays_plain_text(words: str):
    assert words == accepted(filed(name=words)).name
    order = ORDER.model_copy(update={"name": words})
    assert words == accepted(message_of(order, "Series").encode(), "order.txt").name


@pytest.mark.parametrize(
    "address",
    [
        *(
            "a@b.example, c@d.example",
            "a@b.example;c@d.example",
            "a@b.example\nBcc: c@d",
            "a@b.example%0d%0aBcc:c",
            "a@b@c",
        ),
        *(
            "a@b.example?bcc=c",
            "a@b.example&bcc=c",
            "Jo <a@b.example>",
            "a@b\x00",
            "a\u202e@b",
            "a b@c",
            "@",
            "a@",
            'a"b@c',
        ),
    ],
)
def test_an_address_is_one_address_and_nothing_more(address: str):
    (reason,) = reasons(filed(email=address))
    assert reason.startswith(("'", "The field 'E-mail' holds a mark that turns"))


def test_a_header_of_a_mail_adds_nothing():
    mail = (
        b"From: =?utf-8?q?Jo=0D=0ABcc:_all@other.example?= <jo@a.example>\r\nMessage-ID: <1@a\x00\r\n b>\r\n"
        b"Subject: x\r\nContent-Type: text/plain\r\n\r\n20 copies of WAWLA 3\r\n\r\nPostal address: 1 Street\r\n"
    )
    assert ("The field 'Name' goes over several lines; it has one.",) == reasons(mail, "x.eml")


@pytest.mark.parametrize("field", ["name", "role", "organisation", "address", "note"])
def test_a_name_of_100_kb_is_refused_with_its_size(field: str):
    (reason,) = reasons(filed(**{field: "x" * 100_000}))
    assert "has 100,000 letters; there is room for" in reason


@pytest.mark.parametrize("mark", [*"\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"])
def test_a_mark_that_turns_the_writing_is_refused_wherever_it_stands(mark: str):
    for field in ("name", "role", "organisation", "address", "email", "note"):
        (reason,) = reasons(filed(**{field: f"a{mark}@b"}))
        assert "turns the direction of writing" in reason
    (reason,) = reasons(filed(lines=[{"reference": f"WAWLA/Community{mark} leadership", "copies": 1}]))
    assert "turns the direction of writing" in reason
    assert mark not in reason


@pytest.mark.parametrize(
    "reference", ["WАWLA/Community leadership", "WAWLA/Соmmunity leadership", "WAWLA/Enquіry", "ΝLiA/Enquiry"]
)
def test_a_letter_that_looks_like_another_is_never_taken_for_it(reference: str):
    (answer,) = answers(filed(lines=[{"reference": reference, "copies": 1}]), "order.json")
    assert isinstance(answer, Refused) or [reference] == [question.written for question in answer.questions]


@pytest.mark.parametrize("copies", [0, -1, -20, 2.5, 1e9, 501, 10**15, -0.0, 1e-9, ""])
def test_copies_are_a_whole_number_within_the_limit(copies: float):
    (reason,) = reasons(filed(lines=[{"reference": "WAWLA 3", "copies": copies}]))
    assert re.match(r"'.*' cannot be a number of copies|It asks for|It does not say how many", reason)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b'{"format": "wawla-order-1", "name": "a", "name": "b"}', "has 'name' twice"),
        (b'{"format": "wawla-order-1", "lines": [{"copies": NaN}]}', "holds NaN"),
        (b'{"format": "wawla-order-1", "lines": [{"copies": -Infinity}]}', "holds -Infinity"),
        (b'{"lines": [{"copies": ' + b"9" * 100_000 + b"}]}", "larger than any order's"),
        (b"[" * 100_000, "lists within lists"),
        (b'{"a":' * 100_000, "lists within lists"),
        (b"\xff\xfe\xfd", "not encoded as UTF-8"),
        (b'{"name": "\xe9"}', "not encoded as UTF-8"),
        (b'{"name": "a\x00"}', "not JSON"),
    ],
)
def test_a_crafted_order_file_is_refused_in_a_sentence(data: bytes, says: str):
    answer = answers(data, "order.json")
    assert isinstance(answer, str)
    assert says in answer


def test_half_a_character_is_refused():
    (reason,) = reasons(filed(name="a\ud800b"))
    assert "The field 'Name' holds something that cannot be printed" in reason


def test_an_order_of_10000_lines_is_refused_in_one_sentence():
    lines = [{"reference": "x" * 30, "copies": 1}] * 10_000
    assert ("The order has 10,000 lines; one order has at most 100.",) == reasons(filed(lines=lines))
    text = "WAWLA 3: 20 copies\n"
    assert ("The order has 9,000 lines; one order has at most 100.",) == reasons((text * 9_000).encode(), "order.txt")
    assert "20,001 lines" in answers((text * 20_000).encode(), "order.txt")
    assert "20,002 lines" in answers(("reference,copies\n" + "WAWLA 3,1\n" * 20_000).encode(), "order.csv")


@pytest.mark.parametrize("ending", [".json", ".csv", ".txt", ".eml"])
def test_a_file_that_is_too_large_is_refused_before_it_is_read(ending: str):
    answer = answers(b" " * (MOST_BYTES[ending] + 1), f"order{ending}")
    assert isinstance(answer, str)
    assert f"a {ending} file is read up to" in answer


def test_a_zip_bomb_is_never_unpacked():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("order.json", b"0" * 10_000_000)
    mail = EmailMessage()
    mail.set_content(MESSAGE)
    mail.add_attachment(packed.getvalue(), maintype="application", subtype="zip", filename="order.zip")
    assert accepted(mail.as_bytes(), "x.eml") == ORDER
    mail.add_attachment(packed.getvalue(), maintype="application", subtype="zip", filename="order.json")
    assert answers(mail.as_bytes(), "x.eml") == "The order file is not encoded as UTF-8, as every JSON file is."


@pytest.mark.parametrize("kind", ["multipart/mixed", "multipart/digest", "message/rfc822"])
def test_parts_within_parts_without_end_are_refused(kind: str):
    boundary = '; boundary="b{0}"' if kind.startswith("multipart") else ""
    deep = "".join(f"Content-Type: {kind}{boundary}\n\n--b{{0}}\n".format(n) for n in range(2_000))
    assert "The mail packs parts within parts, more than any order needs." == answers(deep.encode(), "x.eml")


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "20 " * 100_000,
        "a, " * 200_000,
        "please send " * 50_000,
        "twenty-" * 100_000,
        ("x " * 240 + "\n") * 2_000,
        ("20 copies of " * 30 + "\n") * 2_000,
        ("we need twenty and " * 20 + "\n") * 2_000,
        "Order for x\n" * 9_000,
        "Order for x\n\na: 1\n" + "b " * 300_000,
        "On " + "a" * 200_000 + " wrote",
        "From: a\n" * 9_000,
        ("Name: x\n" + "a" * 80 + "\n") * 4_000,
        "Postal address:\n" + "20 copies of x\n\n" * 4_900 + "E-mail: x",
        "-----" * 200_000,
        "_" * 1_000_000,
    ],
    ids=lambda text: text[:12],
)
def test_a_long_text_has_its_answer_soon(text: str):
    assert answers(text.encode(), "order.txt")
    page = b"Content-Type: text/html\n\n" + text.replace("\n", "<br>").encode()
    assert answers(page, "order.eml")


@pytest.mark.slow
@pytest.mark.parametrize(
    "page", ["<div>" * 100_000, "<table><tr><td>" * 20_000, "<!--" * 200_000, "<a " * 200_000, "&amp" * 200_000]
)
def test_a_crafted_page_has_its_answer_soon(page: str):
    assert answers(b"Content-Type: text/html\n\n" + page.encode(), "order.eml")


@pytest.mark.parametrize(
    "header",
    [
        *(
            "Content-Type: text/plain; charset*=utf-8''%00",
            "Content-Type: ;;;=",
            'Content-Type: text/plain; charset="\xe9"',
        ),
        *(
            "Content-Transfer-Encoding: x-uuencode",
            "Content-Transfer-Encoding: base64",
            "From: =?utf-8?b?!!!?= <",
            "From: " + "(" * 5_000,
        ),
        *(
            "Content-Disposition: attachment; filename*=x''%ff.json",
            "Message-ID: <" + "a" * 5_000 + ">",
            "From: " + "a@" * 5_000,
        ),
        *(
            "From: =?zip?q?x?= <a@b>",
            "From: =?utf-8?q?" + "=?" * 5_000,
            "Content-Type: multipart/mixed",
            "Content-Type: text/html",
        ),
    ],
    ids=lambda header: header[:40],
)
def test_a_crafted_header_does_no_harm(header: str):
    assert answers(f"{header}\n\n{MESSAGE}".encode(), "order.eml")


@thoroughly
@given(st.binary(max_size=300), st.sampled_from([".json", ".csv", ".eml", ".txt"]))
def test_any_bytes_at_all_have_an_answer(data: bytes, ending: str):
    assert answers(data, f"order{ending}")


def damaged(data: bytes) -> st.SearchStrategy[bytes]:
    """A sound file in which a few bytes were changed."""
    signs = st.sampled_from(
        [b"", b"\0", b"\xff", b"\n", b"\r", b'"', b"=", b";", b"{", b"[" * 50, b"multipart/mixed", b"=?", b">"]
    )
    change = st.tuples(st.integers(0, len(data)), signs)

    def made(changes: list[tuple[int, bytes]]) -> bytes:
        changed = data
        for at, sign in changes:
            changed = changed[:at] + sign + changed[at + 1 :]
        return changed

    return st.lists(change, max_size=4).map(made)


def as_mail() -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Message-ID"] = "Jo <jo@a.example>", "<1@a.example>"
    mail.set_content(MESSAGE, cte="quoted-printable")
    mail.add_alternative(f"<pre>{MESSAGE}</pre>", subtype="html")
    mail.add_attachment(b"x", maintype="image", subtype="png", filename="logo.png")
    return mail.as_bytes()


TABLE = b"name;address;email;reference;copies\nJo;1 Street;jo@a.example;WAWLA 3;20\n;;;NLiA 1;2\n"


@pytest.mark.parametrize(
    ("data", "name"),
    [(filed(), "a.json"), (MESSAGE.encode(), "a.txt"), (TABLE, "a.csv"), (as_mail(), "a.eml")],
    ids=["json", "txt", "csv", "eml"],
)
def test_a_damaged_file_has_an_answer_and_orders_no_other_edition(data: bytes, name: str):
    @settings(thoroughly, max_examples=100)
    @given(damaged(data))
    def holds(changed: bytes) -> None:
        answer = answers(changed, name)
        assert answer
        known = {title.reference for title in TITLES if title.status == "in print"}
        for each in answer if isinstance(answer, list) else []:
            if isinstance(each, Accepted):
                assert {line.reference for line in each.order.lines} <= known
                assert "\n" not in subject_of(each.order)

    holds()


def test_what_is_said_to_the_desk_moves_no_terminal():
    reason = reasons(filed(lines=[{"reference": "\x1b[2J\x07\u202e" + "x" * 1000, "copies": 1}], email="\x1b]0;x\x07"))
    assert all(part.isprintable() for part in reason)
    assert max(map(len, reason)) < 300
