"""What a mail says: its text, whatever it was packed in, and the order files attached to it. Nothing is unpacked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import policy
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser

from wawla.ordering.intake.draft_order import Unreadable, decoded
from wawla.ordering.intake.html_text import text_of_html

_MOST_PARTS = 60
"""How often a mail may say that a part of it holds parts; each makes the parser go one deeper."""
_HOLDS_PARTS = re.compile(rb"multipart/|message/", re.I)
_IDENTITY = re.compile(r"<([!-;=?-~]{1,250})>")
_MOST_HEADER = 1000


@dataclass(frozen=True)
class Mail:
    """A mail as far as an order needs it."""

    text: str
    sender: str
    """The name that the sender goes by, or ''."""
    address: str
    """The sender's address, or ''."""
    identity: str
    """Its Message-ID, or '' where it has none that is sound."""
    order_files: tuple[bytes, ...]
    """What was attached as .json."""


def read_mail(data: bytes) -> Mail:
    """Read a mail as it was sent (RFC 5322, MIME). Faults in its form are passed over, as mail programs do.

    Of several texts the plain one is taken, else the words of the HTML one. A mail within a mail is not opened. Raises
    Unreadable where parts are packed too deeply, or there is no text and no order file.
    """
    if len(_HOLDS_PARTS.findall(data)) > _MOST_PARTS:
        raise Unreadable("The mail packs parts within parts, more than any order needs.")
    message = BytesParser(policy=policy.compat32).parsebytes(data)
    parts = list(_parts(message))
    files = tuple(_bytes(part) for part in parts if _is_order_file(part))
    texts = [part for part in parts if part.get_content_maintype() == "text" and not _is_attached(part)]
    plain = [_plain_text(part) for part in texts if part.get_content_type() == "text/plain"]
    pages = (text_of_html(_text(part)) for part in texts if part.get_content_type() == "text/html")
    text = next((text for text in (*plain, *pages) if text.strip()), "")
    if not text and not files:
        raise Unreadable(
            "The mail has no text and no order file (.json); what else is attached or enclosed is not opened."
        )
    sender, address = _sender(_header(message, "from"))
    identity = _IDENTITY.search(_header(message, "message-id"))
    return Mail(text, sender, address, identity[1] if identity else "", files)


def _parts(message: Message) -> Iterator[Message]:
    """The parts that hold no parts, in their order, without those of a mail within the mail."""
    if message.get_content_maintype() == "message":
        return
    content = message.get_payload()
    if isinstance(content, list):
        for part in content:
            if isinstance(part, Message):
                yield from _parts(part)
    else:
        yield message


def _is_order_file(part: Message) -> bool:
    return _file_name(part).casefold().endswith(".json") or part.get_content_type() == "application/json"


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(_file_name(part)) or _is_order_file(part)


def _file_name(part: Message) -> str:
    return _decode_header(str(part.get_filename("")))


def _header(message: Message, name: str) -> str:
    """The first header of this name as it was sent, by the letters that it may hold although it should not."""
    values = (str(value) for known, value in message.raw_items() if known.casefold() == name)
    return decoded(next(values, "").encode("utf-8", "surrogateescape")[:_MOST_HEADER])


def _sender(value: str) -> tuple[str, str]:
    """Name and address of the sender. They are parted before encoded words are decoded, as these hold only words."""
    name, angle, rest = value.partition("<")
    return (_decode_header(name).strip(' "'), rest.partition(">")[0].strip()) if angle else ("", value.strip())


def _decode_header(value: str) -> str:
    """A header's words, with encoded words (RFC 2047) decoded; as it stands where they are broken."""
    try:
        words = decode_header(re.sub(r"\r?\n[ \t]", " ", value))
    except (HeaderParseError, ValueError):
        return value
    return "".join(word if isinstance(word, str) else decoded(word, charset or "ascii") for word, charset in words)


def _bytes(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _text(part: Message) -> str:
    charset = part.get_param("charset", "")
    return decoded(_bytes(part), charset.strip() if isinstance(charset, str) else str(charset[2]))


def _plain_text(part: Message) -> str:
    text = _text(part).replace("\r\n", "\n").replace("\r", "\n")
    if str(part.get_param("format", "")).casefold() != "flowed":
        return text
    return _unwrap_flowed(text, str(part.get_param("delsp", "")).casefold() == "yes")


def _unwrap_flowed(text: str, without_space: bool) -> str:
    """A text as it was before it was flowed (RFC 3676, 4): a line that ends in a space goes on in the next."""
    lines: list[str] = []
    goes_on, depth = False, 0
    for line in text.split("\n"):
        said = line.lstrip(">")
        deep = len(line) - len(said)
        said = said.removeprefix(" ")
        ends = said.endswith(" ") and said != "-- "
        before = lines.pop() if goes_on and deep == depth and said != "-- " else ">" * deep + " " * bool(deep)
        lines.append(before + (said[:-1] if ends and without_space else said))
        goes_on, depth = ends, deep
    return "\n".join(lines)
