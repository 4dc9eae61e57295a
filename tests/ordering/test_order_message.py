"""The words of an order: what the page writes the desk reads back, and what people write in its place."""

from email.message import EmailMessage

import pytest
from catalogues import IN_PRINT, MESSAGE, ORDER, orders
from hypothesis import given, settings
from hypothesis import strategies as st

from wawla.model.orders import Order
from wawla.ordering.intake.draft_order import DraftOrder, Unreadable
from wawla.ordering.intake.field_names import FIELDS
from wawla.ordering.intake.order_message import message_of, read_message, subject_of
from wawla.ordering.intake.read_file import read_file
from wawla.ordering.intake.validate import Accepted, validate_order

thoroughly = settings(max_examples=80, deadline=None, derandomize=True)


def said(order: Order) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """What is to be read where this order was written."""
    fields = {name: text for name in FIELDS if (text := getattr(order, name))}
    return fields, [(line.reference, str(line.copies)) for line in order.lines]


def heard(written: DraftOrder) -> tuple[dict[str, str], list[tuple[str, str]]]:
    return dict(written.fields), [(line.written, line.copies) for line in written.lines]


def mail(text: str, encoding: str = "8bit", charset: str = "utf-8") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "Office <office@other.example>", "desk@series.example", "Order"
    message["Message-ID"] = "<1@school.example>"
    message.set_content(text, charset=charset, cte=encoding)
    return message


def flowed(text: str) -> str:
    """A text as a mail program flows it at 72 letters (RFC 3676, 4.2)."""
    lines = []
    for line in text.split("\n"):
        stuffed = f" {line}" if line.startswith((" ", ">", "From ")) else line
        while len(stuffed) > 72 and " " in stuffed[1:72].strip():
            at = stuffed.rindex(" ", 0, 72) + 1
            lines.append(stuffed[:at])
            rest = stuffed[at:]
            stuffed = f" {rest}" if rest.startswith((" ", ">", "From ")) else rest
        lines.append(stuffed)
    return "\n".join(lines)


def test_the_message_of_an_order():
    assert MESSAGE == message_of(ORDER, "What are we learning about...?")


def test_the_desk_reads_what_the_page_writes():
    accepted = validate_order(read_message(MESSAGE), IN_PRINT)
    assert isinstance(accepted, Accepted)
    assert (ORDER, (), ()) == (accepted.order, accepted.questions, accepted.remarks)


def test_an_example_says_so_and_the_desk_reads_it_too():
    example = message_of(ORDER, "What are we learning about...?", example=True)
    assert example.startswith("Example of an order for What are we learning about...?\n")
    assert example.endswith("\nWritten by the order page, as an example: nobody takes orders there.\n")
    assert said(ORDER) == heard(read_message(example))
    changed = example.replace("Role: Deputy head\n", "Role: Deputy head\nand more\n")
    assert [] == [ours for ours in ("nobody takes", "Example of") if ours in str(heard(read_message(changed)))]


@pytest.mark.slow
@thoroughly
@given(orders())
def test_whatever_a_person_types_the_desk_reads_it_back_unchanged(order: Order):
    assert said(order) == heard(read_message(message_of(order, "Series")))


@settings(thoroughly, max_examples=30)
@given(orders(), st.sampled_from(["8bit", "base64", "quoted-printable"]))
def test_an_email_brings_it_unchanged(order: Order, encoding: str):
    sent = mail(message_of(order, "Series"), encoding).as_bytes()
    (written,) = read_file(sent, "order.eml")
    assert (said(order), "1@school.example") == (heard(written), written.identity)


@settings(thoroughly, max_examples=30)
@given(orders())
def test_an_order_file_brings_it_unchanged(order: Order):
    (written,) = read_file(order.model_dump_json().encode(), "order.json")
    assert said(order) == heard(written)


@settings(thoroughly, max_examples=30)
@given(orders(st.sampled_from([title.reference for title in IN_PRINT])))
def test_whatever_a_person_types_is_accepted_as_it_stands(order: Order):
    accepted = validate_order(read_message(message_of(order, "Series")), IN_PRINT)
    assert isinstance(accepted, Accepted)
    assert (order, ()) == (accepted.order, accepted.questions)


@settings(thoroughly, max_examples=30)
@given(st.text(max_size=400) | st.lists(st.sampled_from([*MESSAGE.split("\n"), "> x", "20 of it"])).map("\n".join))
def test_any_text_at_all_is_read_or_refused_in_a_sentence(text: str):
    try:
        validate_order(read_message(text), IN_PRINT)
    except Unreadable as error:
        assert str(error).endswith(".")  # noqa: PT017 - most texts are read


def test_a_flowed_mail_is_put_together_again():
    order = ORDER.model_copy(
        update={"note": "We meet in the spring, " * 9 + "I think.\n\n> quoted\nFrom us all", "name": "Jo " * 30 + "x"}
    )
    message = mail(flowed(message_of(order, "Series")))
    message.set_param("format", "flowed")
    (written,) = read_file(message.as_bytes(), "order.eml")
    assert said(order) == heard(written)


def test_words_that_were_wrapped_are_put_together_but_for_a_block_whose_lines_only_an_eye_can_tell():
    wrapped = MESSAGE.replace("leadership: 20 copies", "leadership: 20\ncopies")
    wrapped = wrapped.replace("The deputy head", "The deputy\nhead").replace("By half term.", "By half\nterm.")
    fields, lines = heard(read_message(wrapped))
    assert ("The deputy head", "By half\nterm.", said(ORDER)[1]) == (fields["name"], fields["note"], lines)


@pytest.mark.parametrize(
    "changed",
    [
        MESSAGE.replace("\n", "\r\n"),
        f"Dear desk,\n\nhere is our order.\n\n{MESSAGE}\n-- \nThe office\n",
        MESSAGE + "\nOn Monday the desk wrote:\n> Thank you.\n> 30 copies of WAWLA 9\n",
        MESSAGE.replace("  1 Street\n  Town", "\u00a0 1 Street\n\u00a0 Town"),
        MESSAGE.replace("  1 Street\n  Town", " 1 Street\n Town"),
        MESSAGE.replace("\n\n", "\n\u00a0\n"),
        MESSAGE.replace("office@school.example", "office@school.example <mailto:office@school.example>"),
    ],
    ids=["line ends", "greeting", "an earlier mail", "firm spaces", "one space", "firm empty lines", "a link"],
)
def test_what_mail_programs_do_to_it_does_no_harm(changed: str):
    assert said(ORDER) == heard(read_message(changed))


@pytest.mark.parametrize(
    "changed",
    [MESSAGE.replace("\n", "\n\n"), MESSAGE.replace("  ", ""), MESSAGE.rpartition("Written")[0]],
    ids=["twice as far apart", "nothing indented", "without its last line"],
)
def test_a_message_that_lost_its_form_is_read_by_its_words(changed: str):
    accepted = validate_order(read_message(changed), IN_PRINT)
    assert isinstance(accepted, Accepted)
    assert (ORDER, ()) == (accepted.order, accepted.questions)


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("Please send 20 of the community one", [("the community one", "20")]),
        ("Could we have twenty copies of WAWLA 3, please?", [("WAWLA 3", "twenty")]),
        ("Please send us 30 WAWLA 3 and 20 NLiA 1.", [("WAWLA 3", "30"), ("NLiA 1", "20")]),
        ("- WAWLA 3: 20\n- WAWLA 9, 4 copies\n- Enquiry x 5", [("WAWLA 3", "20"), ("WAWLA 9", "4"), ("Enquiry", "5")]),
        ("a dozen copies of 'Sharing leadership'", [("'Sharing leadership'", "a dozen")]),
        ("20 WAWLA/Community leadership\n20x title 9", [("WAWLA/Community leadership", "20"), ("title 9", "20")]),
        ("WAWLA/Enquiry\t7", [("WAWLA/Enquiry", "7")]),
        ("-5 copies of WAWLA 3", [("WAWLA 3", "-5")]),
        ("a few copies of WAWLA 3", [("WAWLA 3", "a few")]),
        ("2.5 copies of WAWLA 3", [("WAWLA 3", "2.5")]),
    ],
)
def test_a_persons_own_words(words: str, lines: list[tuple[str, str]]):
    assert lines == heard(read_message(words))[1]


@pytest.mark.parametrize(
    "words",
    [
        "Thank you for the 20 copies of WAWLA 3.",
        "Do not send 20 of the community one",
        "> 20 copies of WAWLA 3",
        "Fine.\n-----Original Message-----\nFrom: a\n\n20 copies of WAWLA 3",
        "Fine.\nFrom: A school\nSent: Monday\nTo: the desk\n\n20 copies of WAWLA 3",
        "Fine.\n-- \n20 copies of WAWLA 3",
        "20 Station Road",
        "Tel: 01234567890\nRoom: 12\nMeeting at 10:30",
        "WAWLA 3",
    ],
)
def test_words_that_order_nothing(words: str):
    assert [] == heard(read_message(words))[1]


def test_what_cannot_be_followed_is_kept_as_a_note_for_the_desk():
    fields, lines = heard(read_message("Dear desk,\n20 copies of WAWLA 3. Or ten if that is too many.\nName: Jo\n\nJo"))
    assert ("20", "Jo") == (lines[0][1], fields["name"])
    assert "Dear desk,\n20 copies of WAWLA 3. Or ten if that is too many.\nJo" == fields["note"]


def test_a_field_that_stands_twice_is_refused_unless_both_say_the_same():
    assert "a@b" == read_message("E-mail: a@b\n20 copies of WAWLA 3\n\nE-mail: a@b").fields["email"]
    with pytest.raises(Unreadable, match="The field 'E-mail' stands twice"):
        read_message("E-mail: a@b\n20 copies of WAWLA 3\n\nE-mail: c@d")


def test_a_subject_names_the_references_it_has_room_for():
    assert "Order: WAWLA/Community leadership, NLiA/Sharing leadership" == subject_of(ORDER)
    many = ORDER.model_copy(update={"lines": ORDER.lines * 10})
    assert len(subject_of(many)) <= 150 + len(" and 15 more")
    assert subject_of(many).endswith(" more")
