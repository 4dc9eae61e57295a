"""Order files and mails, as they come in."""

import json
from email.message import EmailMessage

import pytest
from catalogues import IN_PRINT, MESSAGE, ORDER

from wawla.model.orders import Order
from wawla.ordering.intake.draft_order import Unreadable
from wawla.ordering.intake.read_file import read_file
from wawla.ordering.intake.validate import Accepted, validate_order

PAGE = """<html><head><title>Order</title><style>p {margin: 0}</style></head><body>
<p class=MsoNormal>Order for What are we learning about...?</p><p>&nbsp;</p>
<p>WAWLA/Community leadership: 20
copies</p><p>NLiA/Sharing leadership: 1 copy</p><p>&nbsp;</p>
<div>Name: The deputy head</div><div>Role: Deputy head<br>School or organisation: A primary school</div>
<p>Postal address:<br>&nbsp; 1 Street<br>&nbsp; Town</p>
<p>E-mail: <a href="mailto:office@school.example">office@school.example</a></p><p>Note:</p><p>&nbsp; By half term.</p>
<p>&nbsp;</p><p>Written by the order page. The desk reads it as it stands.</p>
<blockquote><p>30 copies of WAWLA 9</p></blockquote><script>send()</script></body></html>
"""


def order_of(data: bytes, name: str = "order.eml") -> Order:
    (written,) = read_file(data, name)
    accepted = validate_order(written, IN_PRINT)
    assert isinstance(accepted, Accepted), accepted
    return accepted.order


def raw(body: bytes, *headers: str) -> bytes:
    """A mail, to the byte."""
    return "".join(f"{header}\r\n" for header in ("From: a@b.example", *headers, "")).encode() + body


def test_a_text_file():
    assert order_of(MESSAGE.encode(), "Order.TXT") == ORDER
    assert order_of(MESSAGE.replace("\n", "\r\n").encode("utf-16"), "order.txt") == ORDER


def test_an_order_file():
    assert order_of(ORDER.model_dump_json(indent=2).encode("utf-8-sig"), "order.json") == ORDER


def test_a_mail_with_a_plain_text_and_a_page():
    mail = EmailMessage()
    mail.set_content(MESSAGE)
    mail.add_alternative("<p>20 copies of something else</p>", subtype="html")
    mail.add_attachment(b"PK\x03\x04" + b"\0" * 1000, maintype="application", subtype="zip", filename="order.zip")
    assert order_of(mail.as_bytes()) == ORDER


@pytest.mark.parametrize("encoding", ["8bit", "quoted-printable", "base64"])
def test_a_mail_that_is_nothing_but_a_page(encoding: str):
    mail = EmailMessage()
    mail.set_content(PAGE, subtype="html", cte=encoding)
    assert order_of(mail.as_bytes()) == ORDER


def test_a_table_in_a_page():
    page = "<table><tr><td>Community leadership</td><td>20</td></tr><tr><td>Enquiry</td><td>5</td></tr></table>"
    (written,) = read_file(raw(page.encode(), "Content-Type: text/html"), "order.eml")
    assert [("Community leadership", "20"), ("Enquiry", "5")] == [(line.written, line.copies) for line in written.lines]


def test_an_attached_order_file_wins():
    mail = EmailMessage()
    mail["Message-ID"] = "<7@school.example>"
    mail.set_content("Please find our order attached. 99 copies of WAWLA 9")
    mail.add_attachment(ORDER.model_dump_json().encode(), maintype="application", subtype="json", filename="order.json")
    assert order_of(mail.as_bytes()) == ORDER
    assert ["7@school.example"] == [written.identity for written in read_file(mail.as_bytes(), "x.eml")]
    mail.add_attachment(
        ORDER.model_copy(update={"name": "Jo"}).model_dump_json().encode(),
        maintype="application",
        subtype="octet-stream",
        filename="=?utf-8?q?Zo=C3=AB=2Ejson?=",
    )
    written = read_file(mail.as_bytes(), "x.eml")
    assert [("The deputy head", "7@school.example 1"), ("Jo", "7@school.example 2")] == [
        (each.fields["name"], each.identity) for each in written
    ]


@pytest.mark.parametrize(
    ("claimed", "encoding"),
    [
        *(("UTF8", "utf-8"), ("iso-8859-1", "cp1252"), ("windows-1252", "cp1252"), ("utf-8", "utf-8")),
        *(("us-ascii", "utf-8"), ("us-ascii", "cp1252"), ("x-unknown", "cp1252"), ("", "utf-8")),
        *(
            ("unicode_escape", "utf-8"),
            ("zip", "utf-8"),
            ("../../etc", "utf-8"),
            ("utf-8", "cp1252"),
            ("utf-16", "utf-16"),
        ),
        *(("iso-8859-1", "utf-8"), ('"a\\0b"', "utf-8")),
    ],
)
def test_any_charset_also_an_unknown_or_a_wrong_one(claimed: str, encoding: str):
    body = MESSAGE.replace("The deputy head", "Zoë – head").encode(encoding)
    charset = f"; charset={claimed}" if claimed else ""
    assert "Zoë – head" == order_of(raw(body, f"Content-Type: text/plain{charset}")).name


def test_a_charset_of_other_letters():
    body = MESSAGE.replace("The deputy head", "Анна").encode("koi8-r")
    assert "Анна" == order_of(raw(body, "Content-Type: text/plain; charset=koi8-r")).name


def test_the_sender_is_asked_where_the_words_name_nobody():
    body = b"20 copies of WAWLA 3\n\nPostal address: 1 Street\nTown\n"
    written = read_file(
        raw(body, "Content-Type: text/plain").replace(b"a@b.example", b"=?utf-8?b?Wm/Dqw==?= <z@b.example>"), "x.eml"
    )
    assert [("Zoë", "z@b.example")] == [(each.fields["name"], each.fields["email"]) for each in written]


def test_the_same_order_has_the_same_identity_in_either_file():
    text, file = read_file(MESSAGE.encode(), "a.txt"), read_file(ORDER.model_dump_json().encode(), "a.json")
    assert text[0].identity == file[0].identity
    other = read_file(MESSAGE.replace("20", "21").encode(), "a.txt")
    assert text[0].identity != other[0].identity


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"x", "order.docx", "'order.docx' is not a .json, .csv, .eml or .txt file"),
        (b" \n", "order.txt", "The file is empty."),
        (b"{", "order.json", "not JSON"),
        (b"[]", "order.json", "is not an object with names and values"),
        (b'{"lines": []}', "order.json", "does not say that it is an order"),
        (raw(b"", "Content-Type: text/plain"), "x.eml", "no text and no order file"),
        (raw(b"PK", "Content-Type: application/zip"), "x.eml", "no text and no order file"),
        (raw(raw(MESSAGE.encode()), "Content-Type: message/rfc822"), "x.eml", "no text and no order file"),
    ],
)
def test_a_file_without_an_order_is_refused_in_a_sentence(data: bytes, name: str, says: str):
    with pytest.raises(Unreadable, match=says):
        read_file(data, name)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"bcc": "x@y"}, "'bcc', which an order does not have"),
        ({"name": 5}, "the field 'Name' is not text"),
        ({"note": None}, "the field 'Note' is not text"),
        ({"lines": {}}, "are not a list"),
        ({"lines": ["WAWLA 3"]}, "A line of the order file is not an object with names and values"),
        ({"lines": [{"reference": "WAWLA 3", "copies": "20"}]}, "are not a number"),
        ({"lines": [{"reference": "WAWLA 3", "copies": True}]}, "are not a number"),
        ({"lines": [{"reference": ["WAWLA 3"], "copies": 1}]}, "'Reference' is not text"),
        ({"lines": [{"reference": "WAWLA 3", "copies": 1, "price": 0}]}, "'price'"),
        ({"format": "wawla-order-2"}, "does not say that it is an order"),
    ],
)
def test_an_order_file_of_another_shape_is_refused_in_a_sentence(change: dict[str, object], says: str):
    with pytest.raises(Unreadable, match=says):
        read_file(json.dumps(ORDER.model_dump(mode="json") | change).encode(), "order.json")
