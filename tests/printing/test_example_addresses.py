"""What nobody would answer is found before it goes to press: in imprint, notes and the code on the back."""

from dataclasses import replace

from wawla.model import Publisher
from wawla.printing.books import edition_book
from wawla.printing.example_addresses import example_addresses
from wawla.printing.print_input import PrintInput
from wawla.printing.typesetting.colour import on_screen

TRUST = "series/ask/trust-at-work"
LIVE = "https://wawla.school.uk/"


def found(print_input: PrintInput, publisher: Publisher | None = None) -> list[str]:
    book = edition_book(print_input.library.editions[TRUST], print_input, on_screen)
    return list(example_addresses(book, publisher))


def test_the_reserved_address_of_the_site_is_named_once(sample_print_input: PrintInput):
    [said] = found(replace(sample_print_input, base="https://wawla.example/"))
    assert said.startswith(f"https://wawla.example/{TRUST}/ would be printed, and its host is reserved")


def test_a_book_that_leads_to_places_that_are_there_passes(sample_print_input: PrintInput):
    publisher = Publisher(name="A publisher", contact="orders@publisher.co.uk")
    assert [] == found(replace(sample_print_input, base=LIVE), publisher)


def test_a_link_in_a_text_is_printed_as_a_note_and_looked_at_too(sample_print_input: PrintInput):
    path = f"{TRUST}/index.md"
    body = sample_print_input.rendered[path]
    linked = replace(body, html=f'{body.html}<p>See <a href="https://sheet.test/a">the sheet</a>.</p>')
    [said] = found(replace(sample_print_input, base=LIVE, rendered={**sample_print_input.rendered, path: linked}))
    assert said.startswith("https://sheet.test/a would be printed")


def test_an_example_contact_is_named_although_it_is_not_printed(sample_print_input: PrintInput):
    publisher = Publisher(name="A publisher", contact="orders@publisher.co.uk", contact_state="example")
    [said] = found(replace(sample_print_input, base=LIVE), publisher)
    assert said.startswith("the contact orders@publisher.co.uk is an example")
