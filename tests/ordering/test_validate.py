"""One clear answer to an order: accepted, asked about, or refused with every reason."""

from dataclasses import replace

import pytest
from catalogues import IN_PRINT, ORDER, TITLES

from wawla.model.orders import OrderLine
from wawla.ordering.intake.draft_order import DraftLine, DraftOrder
from wawla.ordering.intake.field_names import FIELDS
from wawla.ordering.intake.validate import Accepted, Refused, validate_order

FIELDS_OF_ORDER = {name: getattr(ORDER, name) for name in FIELDS}


def order(*lines: tuple[str, str], **fields: str) -> DraftOrder:
    return DraftOrder(FIELDS_OF_ORDER | fields, tuple(DraftLine(*line) for line in lines), "1@school.example")


def refused(written: DraftOrder) -> tuple[str, ...]:
    answer = validate_order(written, TITLES)
    assert isinstance(answer, Refused)
    assert "1@school.example" == answer.identity
    return answer.reasons


def test_an_order_is_accepted_with_the_catalogues_own_references():
    answer = validate_order(order(("wawla 3", "twenty"), ("Sharing  leadership", "1 copy")), TITLES)
    assert Accepted(ORDER, "1@school.example", ()) == answer


def test_what_is_near_is_asked_about_and_taken_only_when_told():
    near = order(("WAWLA/Comunity leadership", "20"), ("NLiA 1", "1"))
    asked = validate_order(near, TITLES)
    assert isinstance(asked, Accepted)
    assert ["WAWLA/Comunity leadership"] == [question.written for question in asked.questions]
    taken = validate_order(near, TITLES, accept_near=True)
    remark = "'WAWLA/Comunity leadership' was taken for WAWLA/Community leadership (Community leadership in networks)."
    assert Accepted(ORDER, "1@school.example", (), (remark,)) == taken


def test_an_order_of_a_sample_is_taken_with_a_remark():
    titles = [replace(title, status="not printed", sample=True) for title in TITLES]
    answer = validate_order(order(("WAWLA 3", "20"), ("NLiA 1", "1")), titles)
    remarks = tuple(
        f"The printing of {line.reference} is a sample, so that ordering can be tried: nothing was printed."
        for line in ORDER.lines
    )
    assert Accepted(ORDER, "1@school.example", (), remarks) == answer


def test_a_printing_that_was_withdrawn_is_refused_with_its_reason():
    titles = [replace(title, status="not printed", withdrawn="it lacks a page") for title in TITLES]
    answer = validate_order(order(("NLiA 1", "1")), titles)
    said = "NLiA/Sharing leadership cannot be ordered; its printing was withdrawn: it lacks a page."
    assert isinstance(answer, Refused)
    assert (said,) == answer.reasons


def test_copies_of_the_same_edition_are_added_up_and_it_is_said():
    answer = validate_order(order(("WAWLA 3", "15"), ("Community leadership", "five"), ("NLiA 1", "1")), TITLES)
    remark = "WAWLA/Community leadership is ordered 2 times: 15 + 5 = 20 copies."
    assert Accepted(ORDER, "1@school.example", (), (remark,)) == answer
    assert ("It asks for 501 copies of WAWLA/Community leadership; one order has at most 500 of each.",) == refused(
        order(("WAWLA 3", "500"), ("title 3", "1"))
    )


@pytest.mark.parametrize(
    ("written", "says"),
    [
        (
            "WAWLA 2",
            "WAWLA/Establishing a network (Establishing a network of schools) "
            "is forthcoming and has not been printed yet.",
        ),
        (
            "Establishing a netwrk",
            "'Establishing a netwrk' comes near WAWLA/Establishing a network: WAWLA/Establishing a network "
            "(Establishing a network of schools) is forthcoming and has not been printed yet.",
        ),
        (
            "WAWLA 4",
            "WAWLA/Making mathematics count ('Making mathematics count' in school networks) has not been printed; "
            "it can be read as a PDF on the site.",
        ),
        ("sunscreen", "'sunscreen' is not one edition that we know. Nothing in the catalogue comes near it."),
        (
            "leadership",
            "'leadership' is not one edition that we know. The nearest: "
            "WAWLA/Community leadership (Community leadership in networks), "
            "WAWLA/Leadership of networks (Leadership of school networks), NLiA/Sharing leadership.",
        ),
    ],
)
def test_an_edition_that_cannot_be_sent_is_refused_in_a_sentence(written: str, says: str):
    assert (says,) == refused(order((written, "20")))


@pytest.mark.parametrize(
    ("copies", "says"),
    [
        ("", "It does not say how many copies of 'WAWLA 3'."),
        ("a few", "'a few' cannot be a number of copies of 'WAWLA 3': write a whole number from 1 to 500."),
        ("0", "'0' cannot be a number of copies of 'WAWLA 3': write a whole number from 1 to 500."),
        ("-3", "'-3' cannot be a number of copies of 'WAWLA 3': write a whole number from 1 to 500."),
        ("2.5", "'2.5' cannot be a number of copies of 'WAWLA 3': write a whole number from 1 to 500."),
        ("501", "It asks for 501 copies of WAWLA/Community leadership; one order has at most 500 of each."),
    ],
)
def test_a_number_of_copies_that_cannot_be_is_refused_in_a_sentence(copies: str, says: str):
    assert (says,) == refused(order(("WAWLA 3", copies)))


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"name": " "}, "It does not say what an order needs: Name."),
        ({"address": ""}, "It does not say what an order needs: Postal address."),
        ({"email": ""}, "It does not say what an order needs: E-mail."),
        ({"email": "office"}, "'office' is not a single e-mail address such as office@school.example."),
        ({"name": "x" * 201}, "The field 'Name' has 201 letters; there is room for 200."),
        ({"role": "a\nb"}, "The field 'Role' goes over several lines; it has one."),
        ({"note": "a\x1bb"}, "The field 'Note' holds something that cannot be printed, such as a control character."),
    ],
)
def test_a_field_that_cannot_be_is_refused_in_a_sentence(fields: dict[str, str], says: str):
    assert (says,) == refused(order(("WAWLA 3", "20"), **fields))


def test_every_reason_is_told_at_once():
    assert 3 == len(refused(order(("sunscreen", "20"), ("WAWLA 3", "some"), email="")))
    assert refused(order())[0].startswith("It does not say what is ordered, and how many.")


def test_line_ends_and_tabs_of_other_systems_are_made_alike():
    answer = validate_order(order(("WAWLA 3", "20"), address="1 Street\r\nTown\r", name="The\tdeputy head"), IN_PRINT)
    assert isinstance(answer, Accepted)
    assert (
        ORDER.model_copy(update={"lines": (OrderLine(reference="WAWLA/Community leadership", copies=20),)})
        == answer.order
    )
