"""An order is made as a person makes it, and the desk's own parser reads it back: from e-mail, text and file."""

import json
import random
import re
import unicodedata
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect
from walking import focused, tab_to
from watching import kept

from wawla.model.orders import MOST_COPIES, Order, OrderLine
from wawla.ordering.intake.draft_order import DraftOrder
from wawla.ordering.intake.order_message import message_of, read_message, subject_of
from wawla.ordering.intake.read_file import read_file
from wawla.publishing.order_page import form_fields

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TRUST = "order/#_ask.trust-at-work"
TITLE = "What are we learning about...?"
SAID = {
    "name": "The deputy head",
    "role": "Deputy head",
    "organisation": "Schools & “friends”",
    "address": "1 Street\n\nTown\nAB1 2CD",
    "email": "office@school.example",
    "note": "By half term.\nE-mail: other@school.example",
}
ORDER = Order(**SAID, lines=(OrderLine(reference="ASK/Trust at work", copies=20),))
CLIPBOARD = "navigator.clipboard.readText()"


def field(page: Page, name: str) -> Locator:
    """A field of the form, by its name in an order."""
    return page.get_by_role("textbox", name=re.compile(f"^{Order.model_fields[name].title}\\b"))


def copies(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Copies of Trust")


def make(page: Page) -> None:
    page.get_by_role("button", name="Make the order").click()


def fill_in(page: Page, number: str = "20", **changed: str) -> None:
    """Write everything into the form, and make the order."""
    copies(page).fill(number)
    for name, said in {**SAID, **changed}.items():
        field(page, name).fill(said)
    make(page)


def mail(address: str) -> dict[str, str]:
    """What an address that opens an e-mail says; each part of it once."""
    parts = urlsplit(address)
    said = parse_qsl(parts.query, keep_blank_values=True, strict_parsing=True)
    assert ["subject", "body"] == [name for name, _ in said]
    return {"scheme": parts.scheme, "to": parts.path, **dict(said)}


def in_orders(read: DraftOrder) -> Order:
    """The order that was read, as the model has it."""
    lines = tuple(OrderLine(reference=line.written, copies=int(line.copies)) for line in read.lines)
    return Order(**read.fields, lines=lines)


def open_mail(page: Page) -> Locator:
    return page.get_by_role("link", name="Open an e-mail")


@pytest.fixture
def order(page: Page, home: str, context: BrowserContext) -> Page:
    """The order page, which may write to the clipboard and read it."""
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=home)
    page.goto(home + "order/")
    return page


def test_the_desk_reads_the_e_mail_the_text_and_the_file_as_the_same_order(order: Page):
    fill_in(order)
    said = mail(open_mail(order).get_attribute("href"))
    assert ("mailto", "orders@publisher.sample", "Order: ASK/Trust at work") == (
        said["scheme"],
        said["to"],
        said["subject"],
    )
    assert message_of(ORDER, TITLE).replace("\n", "\r\n") == said["body"]
    assert ORDER == in_orders(read_message(said["body"]))

    order.get_by_role("button", name="Copy the text").click()
    expect(order.get_by_role("status").filter(has_text="Copied: your order.")).to_be_visible()
    assert message_of(ORDER, TITLE) == order.evaluate(CLIPBOARD)
    assert ORDER == in_orders(read_message(order.evaluate(CLIPBOARD)))

    with order.expect_download() as download:
        order.get_by_role("link", name="Download the file").click()
    assert "order.json" == download.value.suggested_filename
    data = Path(download.value.path()).read_bytes()
    assert ORDER == Order.model_validate_json(data)
    assert [ORDER] == [in_orders(each) for each in read_file(data, "order.json")]


def test_without_a_clipboard_the_order_is_copied_and_stays_to_be_read(order: Page):
    order.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    fill_in(order)
    order.get_by_role("button", name="Copy the text").click()
    expect(order.get_by_text("Copied: your order.")).to_be_visible()
    expect(order.locator("#_order-text")).to_be_visible()


def test_the_page_of_an_edition_leads_to_an_order_of_it(page: Page, home: str):
    page.goto(home + "series/ask/trust-at-work/")
    page.get_by_role("link", name="Order copies").click()
    page.wait_for_url("**/order/#_ask.trust-at-work")
    expect(copies(page)).to_have_value("1")
    expect(copies(page)).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="Total: 1 copy of 1 edition")).to_be_visible()


def test_copies_go_up_and_down_by_steps_within_their_bounds_and_the_total_is_said(order: Page):
    total = order.get_by_role("status").first
    expect(total).to_have_text("Nothing is chosen yet.")
    more, fewer = (order.get_by_role("button", name=f"{word} copies of Trust") for word in ("More", "Fewer"))
    fewer.click()
    expect(copies(order)).to_have_value("")
    more.click()
    more.click()
    expect(total).to_have_text("Total: 2 copies of 1 edition")
    copies(order).fill(str(MOST_COPIES))
    more.click()
    expect(copies(order)).to_have_value(str(MOST_COPIES))
    copies(order).fill("1")
    fewer.click()
    expect(total).to_have_text("Nothing is chosen yet.")


@pytest.mark.parametrize("number", ["-3", "2.5", "twenty", "501", "1e2", "0x10", "99999999999999999999", "٣"])
def test_copies_that_are_no_number_from_1_to_500_are_refused(order: Page, number: str):
    fill_in(order, number)
    expect(order.get_by_role("group", name="To put right")).to_contain_text("Trust")
    expect(copies(order)).to_have_attribute("aria-invalid", "true")
    expect(open_mail(order)).to_be_hidden()


@pytest.mark.parametrize("number", ["1", " 20 ", "020", "500"])
def test_copies_from_1_to_500_are_taken(order: Page, number: str):
    fill_in(order, number)
    [line] = read_message(mail(open_mail(order).get_attribute("href"))["body"]).lines
    assert int(number) == int(line.copies)


def test_what_is_missing_is_named_beside_each_field_and_on_top_with_links_that_lead_there(order: Page):
    make(order)
    summary = order.get_by_role("group", name="To put right")
    expect(summary).to_be_focused()
    assert [
        "Copies: Choose some of at least one edition.",
        "Name: Please fill this in.",
        "Postal address: Please fill this in.",
        "E-mail: Please fill this in.",
    ] == summary.get_by_role("link").all_inner_texts()
    for name in ("name", "address", "email"):
        expect(field(order, name)).to_have_attribute("aria-invalid", "true")
        expect(field(order, name)).to_have_accessible_description(
            f"{Order.model_fields[name].description} Please fill this in."
        )
    expect(field(order, "note")).not_to_have_attribute("aria-invalid", "true")
    summary.get_by_role("link", name="Postal address").focus()
    order.keyboard.press("Enter")
    expect(field(order, "address")).to_be_focused()


def test_once_all_is_put_right_no_fault_is_left_to_see(order: Page):
    make(order)
    fill_in(order)
    expect(order.get_by_role("heading", name="Your order")).to_be_focused()
    expect(order.get_by_role("group", name="To put right")).to_be_hidden()
    assert 0 == order.locator("[aria-invalid]").count()
    expect(field(order, "name")).to_have_accessible_description(Order.model_fields["name"].description)


def test_a_fault_goes_as_soon_as_it_is_put_right_and_no_other_comes(order: Page):
    make(order)
    summary, name = order.get_by_role("group", name="To put right"), field(order, "name")
    name.fill("The head")
    expect(name).not_to_have_attribute("aria-invalid", "true")
    expect(name).to_have_accessible_description(Order.model_fields["name"].description)
    expect(summary.get_by_role("link")).to_have_count(3)
    name.fill("")
    expect(name).not_to_have_attribute("aria-invalid", "true")
    name.fill("The head")
    field(order, "address").fill("1 Street")
    field(order, "email").fill("office")
    expect(summary.get_by_role("link", name="E-mail: Please write it like this")).to_be_visible()
    field(order, "email").fill("office@school.example")
    expect(summary.get_by_role("link")).to_have_text(["Copies: Choose some of at least one edition."])
    order.get_by_role("button", name="More copies of Trust").click()
    expect(summary).to_be_hidden()
    assert 0 == order.locator("[aria-invalid]").count()


def test_that_nothing_is_chosen_is_a_fault_of_the_group_of_editions_and_of_no_single_one(order: Page):
    make(order)
    group = order.get_by_role("group", name="Editions in print")
    expect(group).to_have_attribute("aria-invalid", "true")
    expect(group).to_have_accessible_description("Choose some of at least one edition.")
    expect(copies(order)).not_to_have_attribute("aria-invalid", "true")
    order.get_by_role("link", name="Choose some of at least one edition.").click()
    expect(copies(order)).to_be_focused()
    copies(order).fill("1")
    expect(group).not_to_have_attribute("aria-invalid", "true")
    expect(order.get_by_text("Choose some of at least one edition.")).to_have_count(0)


def test_the_headings_of_the_form_stand_in_the_contents_of_the_page_while_they_can_be_seen(order: Page, chromium, home):
    contents = order.get_by_role("navigation", name="On this page")
    expect(contents.get_by_role("link", name="Where the parcel goes")).to_be_visible()
    expect(contents.get_by_role("link", name="Your order")).to_be_hidden()
    fill_in(order)
    expect(contents.get_by_role("link", name="Your order")).to_be_visible()
    field(order, "name").fill("Another")
    expect(contents.get_by_role("link", name="Your order")).to_be_hidden()
    with chromium.new_context(java_script_enabled=False) as context, context.new_page() as page:
        page.goto(home + "order/")
        expect(page.locator("noscript .w-note")).to_be_visible()
        expect(page.locator(".md-nav--secondary a[href='#_in-print']")).to_be_visible()
        expect(page.locator(".md-nav--secondary a[href='#_to']")).to_be_hidden()


@pytest.mark.parametrize(
    "address", ["office", "a@b@c", "a b@c.example", "a@b.example,c@d.example", "<a@b.example>", "a@b.example?bcc=c"]
)
def test_what_is_no_single_address_is_refused_with_an_example(order: Page, address: str):
    fill_in(order, email=address)
    expect(field(order, "email")).to_have_accessible_description(re.compile("like this: office@school.example$"))


def test_what_is_too_long_is_refused_with_its_length_and_not_cut_off(order: Page):
    fill_in(order, name="é" * 201, note="x" * 2001)
    said = order.get_by_role("group", name="To put right").get_by_role("link").all_inner_texts()
    assert [
        "Name: It has 201 characters; 200 are the most.",
        "Note: It has 2,001 characters; 2,000 are the most.",
    ] == said


def test_letters_outside_the_basic_plane_count_as_one_as_they_do_for_the_desk(order: Page):
    fill_in(order, name="🐢" * 200)
    assert "🐢" * 200 == in_orders(read_message(order.locator("#_order-text").inner_text())).name


def test_an_order_that_is_too_long_for_a_mail_program_is_offered_as_a_file(order: Page):
    fill_in(order, note="A long note. " * 120)
    expect(open_mail(order)).to_be_hidden()
    notice = order.get_by_text("This order is too long for a link")
    expect(notice).to_be_visible()
    said = mail(notice.get_by_role("link").get_attribute("href"))
    assert ("Order: ASK/Trust at work", "") == (said["subject"], said["body"])
    with order.expect_download() as download:
        order.get_by_role("link", name="Download the file").click()
    assert ("A long note. " * 120).strip() == json.loads(Path(download.value.path()).read_bytes())["note"]


def test_the_notice_goes_when_the_order_is_short_again(order: Page):
    fill_in(order, note="A long note. " * 120)
    fill_in(order, note="")
    expect(open_mail(order)).to_be_visible()
    expect(order.get_by_text("This order is too long for a link")).to_be_hidden()


def test_a_change_takes_an_order_back_that_was_made_before_it(order: Page):
    fill_in(order)
    field(order, "name").fill("Another")
    expect(open_mail(order)).to_be_hidden()
    expect(order.get_by_role("status").filter(has_text="The order has changed. Make it again.")).to_be_visible()


def test_an_order_is_made_by_keyboard_alone(page: Page, home: str, context: BrowserContext):
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=home)
    page.goto(home + "order/")
    tab_to(page, "Fewer copies of Trust")
    page.keyboard.press("Tab")
    page.keyboard.type("20")
    tab_to(page, "Name")
    for said in SAID.values():
        page.keyboard.type(said)
        page.keyboard.press("Tab")
    assert "Make the order" == focused(page).name
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Your order"
    page.keyboard.press("Tab")
    assert "Open an e-mail" == focused(page).name
    tab_to(page, "Copy the text")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Copied: your order.")).to_be_visible()
    assert ORDER == in_orders(read_message(page.evaluate(CLIPBOARD)))
    with page.expect_download() as download:
        tab_to(page, "Download the file")
        page.keyboard.press("Enter")
    assert ORDER == Order.model_validate_json(Path(download.value.path()).read_bytes())


def test_nothing_of_an_order_is_sent_or_kept(context: BrowserContext, page: Page, home: str):
    page.goto(home + TRUST, wait_until="networkidle")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    fill_in(page)
    with page.expect_download():
        page.get_by_role("link", name="Download the file").click()
    assert [] == [url for url in asked if not url.startswith("blob:")]
    assert set() == kept(context, page)
    assert home + TRUST == page.url


@pytest.mark.parametrize("anchor", ["%", "%E0%A4%A", "_nobody", "'\"><b>"])
def test_an_address_that_names_no_edition_chooses_none(page: Page, home: str, anchor: str):
    page.goto(f"{home}order/#{anchor}")
    expect(page.get_by_role("status").first).to_have_text("Nothing is chosen yet.")


def test_without_scripts_there_are_e_mails_to_fill_in_which_the_desk_reads(chromium, home: str):
    with chromium.new_context(java_script_enabled=False) as context, context.new_page() as page:
        page.goto(home + "order/")
        expect(page.get_by_role("textbox", name="Name")).to_be_hidden()
        expect(page.get_by_role("button", name="Make the order")).to_be_hidden()
        expect(page.get_by_role("heading", name="Your order")).to_be_hidden()
        said = mail(page.get_by_role("link", name="Order by e-mail").get_attribute("href"))
        body = said["body"].replace("1 copy", "20 copies")
        for name, words in (SAID | {"note": "By half term."}).items():
            title = Order.model_fields[name].title
            body = body.replace(f"{title}: ", f"{title}: {words}").replace(f"{title}:\r\n  ", f"{title}:\r\n  {words}")
        read = read_message(body)
        assert [("ASK/Trust at work", "20")] == [(line.written, line.copies) for line in read.lines]
        assert SAID["name"] == read.fields["name"]
        example = in_orders(read_message(page.locator("pre").last.inner_text()))
        assert ("ASK/Trust at work", 20, "office@school.example") == (
            example.lines[0].reference,
            example.lines[0].copies,
            example.email,
        )


PARTS = [
    *("\r\n", "\n", "\r", "\n\n", "\t", "\0", "\x0b", "\x85", "\u2028", "\u2029", "\x1c", "\x7f", " ", "   ", "\u00a0"),
    *("%0d%0a", "%0D%0ABcc: x@y.example", "&bcc=x@y.example", "?cc=a", "#", "+", "%", "&amp;", "=", "\\", "\\n"),
    *("\nName: another", "\nNote:", "\n  Postal address:", "\nASK/Trust at work: 500 copies", "WAWLA/A: 1 copy"),
    *(
        "\nWritten by the order page. The desk reads it as it stands.",
        "\nOrder for x",
        "\n-- ",
        "\n> quoted",
        "\n--=_b",
    ),
    *(
        "Bcc: x@y.example",
        "=?utf-8?q?Bcc:_x?=",
        "\nFrom: a\nTo: b",
        "\nOn Monday A wrote:",
        "\n-----Original Message-----",
    ),
    *("=1+1", "@SUM(A1)", "-2", '"', "'", "<b>", "</script>", "{{ 7 }}", "$&", "$1", "`", "\u202eabc", "\u2066x\u2069"),
    *(
        "\u200f",
        "\ufeff",
        "\u200b",
        "é",
        "e\u0301",
        "ẞ",
        "日本語",
        "שלום",
        "مرحبا",
        "🐢",
        "👩🏽\u200d🏫",
        "\ufffe",
        "\U0010ffff",
    ),
    *("\ud800", "\udc00", "\udc00\ud800", "A school", "1 Street", "Town"),
]
TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
IN_THE_PAGE = """async ({ orders, fields, title }) => {
    const message = await import("/assets/scripts/order-message.js");
    return orders.map(({ said, lines }) => {
        const values = fields.map((field) => ({ ...field, value: String.fromCharCode(...said[field.name]) }));
        const order = message.orderOf(values, lines);
        const text = message.messageOf(order, title, fields);
        const subject = message.subjectOf(order);
        const mail = message.mailtoOf("mailto:orders@publisher.sample", subject, text);
        return { text, subject, mail, file: message.fileOf(order) };
    });
}"""


def nasty(chance: random.Random) -> str:
    """A text that somebody could type or paste."""
    return "".join(chance.choice(PARTS) for _ in range(chance.randint(0, 7)))


def units(text: str) -> list[int]:
    """A text as JavaScript has it, in units of UTF-16: so halves of characters get there too."""
    data = text.encode("utf-16-le", "surrogatepass")
    return [int.from_bytes(data[at : at + 2], "little") for at in range(0, len(data), 2)]


def letters(text: str) -> str:
    """What must not be lost of a text: all but space, control characters and marks that turn the direction."""
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    seen = TURNING.sub("", whole.replace("\ufeff", ""))
    return "".join(each for each in seen if unicodedata.category(each) not in ("Cc", "Zs", "Zl", "Zp"))


def test_an_example_is_written_by_the_page_in_the_words_that_the_desk_knows(page: Page, home: str):
    page.goto(home + "order/")
    write = """async ({ order, fields, title }) => {
        const message = await import("/assets/scripts/order-message.js");
        return message.messageOf(order, title, fields, true);
    }"""
    fields = [{"name": field.name, "title": field.title, "several": bool(field.rows)} for field in form_fields()]
    made = page.evaluate(write, {"order": ORDER.model_dump(mode="json"), "fields": fields, "title": TITLE})
    assert message_of(ORDER, TITLE, example=True) == made


def test_whatever_is_written_the_desk_reads_back_unchanged(page: Page, home: str):
    chance = random.Random(5)  # noqa: S311 - the same texts in every run
    fields = [{"name": field.name, "title": field.title, "several": bool(field.rows)} for field in form_fields()]
    references = [
        "ASK/Trust at work",
        "TALK/Sharing",
        "EX/A: 3 copies",
        "EX/&bcc=x, y%0d%0a",
        *map(str, range(90, 130)),
    ]
    said = [{field["name"]: nasty(chance) for field in fields} for _ in range(200)]
    for each in said:
        each |= {"name": f"A{each['name']}", "address": f"A{each['address']}", "email": "o'ffice+1@school.example"}
    lines = [
        [
            {"reference": each, "copies": chance.randint(1, 500)}
            for each in chance.sample(references, chance.randint(1, 9))
        ]
        for _ in said
    ]
    orders = [
        {"said": {name: units(text) for name, text in each.items()}, "lines": ordered}
        for each, ordered in zip(said, lines, strict=True)
    ]
    page.goto(home + "order/")
    made = page.evaluate(IN_THE_PAGE, {"orders": orders, "fields": fields, "title": TITLE})
    for each, ordered, out in zip(said, lines, made, strict=True):
        order = Order.model_validate_json(out["file"])
        assert {name: letters(text) for name, text in each.items()} == {
            name: letters(getattr(order, name)) for name in each
        }
        assert ordered == [line.model_dump() for line in order.lines]
        assert message_of(order, TITLE) == out["text"]
        assert subject_of(order) == out["subject"]
        assert order == in_orders(read_message(out["text"]))
        assert [order] == [in_orders(read) for read in read_file(out["file"].encode(), "order.json")]
        opened = mail(out["mail"])
        assert ("orders@publisher.sample", out["subject"]) == (opened["to"], opened["subject"])
        assert re.fullmatch(r"[!-~]+", out["mail"])
        assert order == in_orders(read_message(opened["body"]))
