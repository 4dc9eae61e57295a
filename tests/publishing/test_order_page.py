"""What the order page says of every edition, what can be ordered of it, and the files beside it."""

import gzip
import html
import json
import re
from types import SimpleNamespace
from urllib.parse import unquote

import html5lib
import jsonschema
import pytest
from folders import ROOT

from wawla.checking.examples import TODAY, sample
from wawla.checking.rule import Good
from wawla.model import Edition
from wawla.model.orders import Order
from wawla.model.outline import Section
from wawla.publishing.editions import edition_pages
from wawla.publishing.order_page import form_fields, mailto, order_anchor, order_files
from wawla.publishing.page import Download, Page
from wawla.publishing.reference import site_pages
from wawla.publishing.site import SiteContext
from wawla.reading.catalogue import catalogue
from wawla.reading.reader import read_library
from wawla.reading.tree import Tree
from wawla.rendering.job import Rendered

SCRIPTS = ROOT / "docs/assets/scripts"
REGISTER = "series/example/first/printings.yml"
FIRST = (
    "- number: 1\n  on: 2026-01-31\n  copies: 500\n  note: The printer has seen a proof.\n  pages: 32\n  width: 210\n"
    f'  height: 297\n  binding: saddle-stitched\n  spine: 0\n  checksum: "{"0" * 64}"\n'
)
SECOND = FIRST.replace("number: 1", "number: 2").replace("2026-01-31", "2026-02-28").replace("pages: 32", "pages: 36")
SAMPLE, WITHDRAWN = "  sample: true\n", "  withdrawn: its imprint names the wrong publisher\n"
PDF = Download("series/example/first/EX-First.pdf", 32, 1_200_000, ".cache/print/EX-First.pdf")


def site_of(
    front: str = "",
    printings: str = "",
    publisher: bool = True,
    pdf: bool = False,
    contact: str = "orders@publisher.sample",
) -> SiteContext:
    """The small sample with an order page, its edition changed by this front matter."""
    files = {"docs/order.md": "---\ntitle: How to order\nsummary: What to do.\n---\n\n## Before\n\nWords.\n"}
    files |= {REGISTER: printings} if printings else {}
    files |= {"series/publisher.yml": f"name: A publisher\ncontact: {contact}\n"}
    tree = sample(Good(front, files=files), Edition).tree
    kept = {path: tree.read(path) for path in tree.sizes if publisher or path != "series/publisher.yml"}
    library = read_library(Tree.of(kept), TODAY).library
    rendered = {path: Rendered("<h2>Before</h2>", (Section(2, "before", "Before"),)) for path in library.entries}
    return SiteContext(library, rendered, name="A site", downloads={"series/example/first": PDF} if pdf else {})


def page_of(site: SiteContext) -> Page:
    """The order page."""
    return next(page for page in site_pages(site) if page.path == "docs/order.md")


def words(page: Page) -> str:
    """What a reader sees, on one line."""
    return " ".join(html.unescape(re.sub(r"<svg.*?</svg>|<[^>]+>", " ", page.html)).split())


def mails(page: Page) -> list[str]:
    """The addresses of e-mails that say more than to whom they go, decoded."""
    return [unquote(html.unescape(each)) for each in re.findall(r'href="(mailto:[^"]*\?[^"]*)"', page.html)]


def test_an_edition_in_print_is_shown_with_what_its_latest_printing_is():
    page = page_of(site_of(printings=FIRST + SECOND))
    said = words(page)
    assert (
        "Series title 1 A first edition Reference EX/First "
        "In print. Second printing, February 2026: 36 pages, A4, saddle-stitched"
    ) in said
    assert "irst printing" not in said
    assert 'data-reference="EX/First"' in page.html
    assert ("order-page.js", "copy.js") == page.scripts


def test_without_scripts_an_edition_in_print_has_a_ready_e_mail_and_there_are_words_to_write():
    page = page_of(site_of(printings=FIRST))
    assert [
        "mailto:orders@publisher.sample?subject=Order: EX/First&body=Order for A site\r\n\r\nEX/First: 1 copy\r\n\r\n"
        "Name: \r\nRole: \r\nSchool or organisation: \r\nPostal address:\r\n  \r\nE-mail: \r\nNote:\r\n  \r\n"
    ] == mails(page)
    assert "An order in your own mail program" in words(page)
    assert "EX/First: 20 copies\n\nName: The deputy head\n" in page.html


def test_what_needs_scripts_is_hidden_until_there_are_some():
    page = html5lib.parse(page_of(site_of(printings=FIRST)).html, namespaceHTMLElements=False)
    parts = [each for each in page.iter() if re.search(r"w-(scripted|errors|your-order)", each.get("class", ""))]
    assert len(parts) > 4
    assert [] == [each.get("class") for each in parts if each.get("hidden") is None]


def test_an_edition_without_a_printing_is_offered_as_a_pdf_and_cannot_be_chosen():
    page = page_of(site_of(pdf=True))
    assert "There are no printed copies" not in words(page)
    assert "Reference EX/First Not printed PDF of A first edition: 32 pages, 1.2 MB" in words(page)
    assert 'href="../series/example/first/EX-First.pdf"' in page.html
    assert "No edition is in print today, so there is nothing to order." in words(page)
    assert "<form" not in page.html
    assert () == page.scripts


def test_where_no_pdf_was_made_an_edition_is_read_online():
    page = page_of(site_of())
    assert "Not printed Read online : A first edition" in words(page)
    assert 'href="../series/example/first/"' in page.html


def test_a_forthcoming_edition_can_be_asked_about():
    page = page_of(site_of("status: forthcoming\n"))
    assert "Reference EX/First Forthcoming Tell me when : A first edition" in words(page)
    assert [
        "mailto:orders@publisher.sample?subject=Tell me when: EX/First&body=Please tell me when this edition can be "
        "ordered:\r\n\r\nA first edition\r\nEX/First\r\n"
    ] == mails(page)


def test_without_a_publisher_an_order_can_be_copied_and_downloaded_and_no_address_is_made_up():
    page = page_of(site_of(printings=FIRST, publisher=False))
    assert "mailto:" not in page.html
    assert "Copy the text Download this order as an example order.json" in words(page)
    assert "Open an e-mail" not in words(page)


@pytest.mark.parametrize("contact", ["orders@publisher.example", "orders@publisher.sample\ncontact_state: example"])
def test_with_an_example_contact_no_link_writes_to_it_and_every_button_says_example(contact: str):
    for front, printings in (("", FIRST), ("status: forthcoming\n", "")):
        page = page_of(site_of(front, printings, contact=contact))
        assert "mailto:" not in page.html
        assert "orders@" not in page.html
        assert "Nobody takes orders here today" in words(page)
        assert "Tell me when" not in words(page)
    page = page_of(site_of(printings=FIRST, contact=contact))
    assert "Make the example" in words(page)
    assert "Download this order as an example" in words(page)
    assert "in your own mail program" not in words(page) + "".join(section.title for section in page.outline)


def test_the_outline_leads_to_every_part_that_is_there():
    for site in (site_of(), site_of(printings=FIRST), site_of("status: forthcoming\n")):
        page = page_of(site)
        made = [section.anchor for section in page.outline if section.anchor != "before"]
        assert len(made) > 1
        headings = re.findall(r'<h2 id="(_[\w-]+)"', page.html)
        assert made == [anchor for anchor in headings if anchor != "_errors"]


def test_of_the_outline_what_needs_scripts_is_hidden_without_them():
    outline = page_of(site_of(printings=FIRST)).outline
    assert ["Where the parcel goes", "Your order"] == [section.title for section in outline if section.needs_scripts]


def test_a_sample_is_never_said_to_be_in_print_and_what_is_made_of_it_is_an_example():
    page = page_of(site_of(printings=FIRST + SECOND + SAMPLE))
    said = words(page)
    assert (
        "A first edition Reference EX/First A sample, so that ordering can be tried: nothing was printed. "
        "February 2026: 36 pages, A4, saddle-stitched"
    ) in said
    assert "Nothing is in print today, so nothing can be ordered." in said
    assert "Samples to try an order with" in [section.title for section in page.outline]
    assert [] == [part for part in ("In print", "Editions in print", "Order by e-mail", "mailto:") if part in page.html]
    assert 'data-reference="EX/First"' in page.html
    assert "data-example" in page.html


def test_where_an_edition_is_in_print_the_form_offers_no_sample():
    tree = site_of(printings=FIRST).library.tree
    files = {path: tree.read(path) for path in tree.sizes}
    text = files["series/example/first/index.md"].decode()
    second = text.replace("A first edition", "A second edition").replace("EX/First", "EX/Second")
    files["series/example/second/index.md"] = second.replace("number: 1", "number: 2").encode()
    files["series/example/second/printings.yml"] = f"{FIRST}{SAMPLE}".encode()
    library = read_library(Tree.of(files), TODAY).library
    site = SiteContext(library, {path: Rendered("") for path in library.entries})
    page = page_of(site)
    assert ["EX/First"] == re.findall(r'data-reference="([^"]*)"', page.html)
    assert "Reference EX/Second Not printed" in words(page)
    assert "Orders go to orders@publisher.sample" in words(page)
    [second_page] = [each for each in edition_pages(site) if each.title == "A second edition"]
    assert "Order copies" not in second_page.html
    assert "Try an order" not in second_page.html


def test_a_printing_that_was_withdrawn_is_not_offered_and_the_one_before_it_stands_again():
    page = page_of(site_of(printings=FIRST + SECOND + WITHDRAWN))
    assert "In print. First printing, January 2026: 32 pages" in words(page)
    page = page_of(site_of(printings=FIRST + WITHDRAWN))
    assert "Reference EX/First Its printing was withdrawn: its imprint names the wrong publisher" in words(page)
    assert "<form" not in page.html


def test_without_scripts_the_page_says_that_its_form_needs_them():
    for contact, expected in (
        ("orders@publisher.sample", "You can order all the same: each link below opens an e-mail"),
        ("orders@publisher.example", "How an order reads is shown under"),
    ):
        page = page_of(site_of(printings=FIRST, contact=contact))
        [said] = re.findall(r"<noscript>(.*?)</noscript>", page.html, re.S)
        assert "needs scripts, and your browser has them switched off" in said
        assert expected in said
    assert "<noscript>" not in page_of(site_of()).html


def test_where_nobody_takes_orders_the_form_speaks_of_an_example_throughout():
    said = words(page_of(site_of(printings=FIRST, contact="orders@publisher.example")))
    for part in ("Where a parcel would go", "Your example", "the example asks for", "Make the example"):
        assert part in said
    assert [] == [part for part in ("Where the parcel goes", "The desk", "the desk", "you want") if part in said]


def test_the_fields_are_those_of_an_order_with_the_words_of_the_model():
    page = page_of(site_of(printings=FIRST))
    fields = set(Order.model_fields) - {"format", "lines"}
    assert fields == {field.name for field in form_fields()}
    for name in fields:
        facts = Order.model_fields[name]
        assert re.search(rf'<label for="_order-{name}">{facts.title}\b', page.html), name
        assert facts.description in words(page), name
        assert facts.is_required() == bool(re.search(rf'id="_order-{name}"[^>]* required', page.html)), name


def test_whoever_fills_in_the_form_is_told_what_happens_to_it():
    assert "It is sent to nobody, and nothing of it is kept" in words(page_of(site_of(printings=FIRST)))


def test_a_reference_is_printed_to_the_letter_where_a_title_is_set_in_type():
    page = page_of(site_of('title: "It\'s on"\nreference: EX/It\'s "on" & <b>\n', FIRST))
    assert "It’s on" in page.html
    assert 'Reference EX/It\'s "on" & <b>' in words(page)
    assert 'data-reference="EX/It&#39;s &#34;on&#34; &amp; &lt;b&gt;"' in page.html


def test_nothing_in_a_reference_or_a_title_adds_to_the_e_mail():
    made = mailto("o'b?cc=a&b@c.example", "Order: A&bcc=x@y.example\r\nBcc: z", "one\n%0d%0aTo: q&subject=no")
    assert (
        "mailto:o%27b%3Fcc%3Da%26b@c.example?subject=Order%3A%20A%26bcc%3Dx%40y.example%0D%0ABcc%3A%20z"
        "&body=one%0D%0A%250d%250aTo%3A%20q%26subject%3Dno"
    ) == made


def test_the_page_of_an_edition_in_print_leads_to_its_place_on_the_order_page():
    site = site_of(printings=FIRST)
    [edition] = site.library.editions.values()
    [page] = edition_pages(site)
    assert f'href="../../../order/#{order_anchor(edition)}">Order copies</a>' in page.html
    assert f'<li class="w-offer" id="{order_anchor(edition)}">' in page_of(site).html


def test_the_page_of_an_edition_that_is_not_printed_does_not_offer_copies():
    [page] = edition_pages(site_of())
    assert "Order copies" not in page.html
    assert "There are no printed copies of this edition. Its reference is EX/First ." in words(page)


def test_places_of_editions_do_not_fall_together():
    editions = [SimpleNamespace(series_slug="a-b", slug="c"), SimpleNamespace(series_slug="a", slug="b-c")]
    assert ["_a-b.c", "_a.b-c"] == [order_anchor(edition) for edition in editions]


def test_the_catalogue_beside_the_page_is_the_desks_own_but_for_paths_that_readers_cannot_reach():
    site = site_of(printings=FIRST)
    files = {file.address: json.loads(file.data) for file in order_files(site)}
    assert {"order/catalogue.json", "order/order.schema.json"} == set(files)
    [title] = catalogue(site.library)
    assert "series/example/first/printings/1.pdf" == title.file
    known = {name: value for name, value in vars(title).items() if name != "file"}
    assert [known] == files["order/catalogue.json"]


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ("", ("in print", 1, 500, False, "")),
        (SAMPLE, ("not printed", 1, 0, True, "")),
        (WITHDRAWN, ("not printed", 0, 0, False, "its imprint names the wrong publisher")),
        (SAMPLE + WITHDRAWN, ("not printed", 0, 0, False, "its imprint names the wrong publisher")),
    ],
)
def test_the_catalogue_says_what_is_a_sample_or_withdrawn_and_counts_no_copies_of_it(marks: str, expected: tuple):
    [title] = json.loads(order_files(site_of(printings=FIRST + marks))[0].data)
    assert expected == tuple(title[name] for name in ("status", "printing", "copies", "sample", "withdrawn"))


def test_the_schema_beside_the_page_takes_an_order_and_refuses_others():
    schema = next(json.loads(file.data) for file in order_files(site_of()) if file.address.endswith("schema.json"))
    jsonschema.Draft202012Validator.check_schema(schema)
    order = {"format": "wawla-order-1", "name": "A", "address": "B", "email": "a@b.example"}
    order |= {"lines": [{"reference": "EX/First", "copies": 20}]}
    asked = jsonschema.Draft202012Validator(schema)
    assert asked.is_valid(order)
    assert not asked.is_valid({**order, "lines": []})
    assert not asked.is_valid({**order, "email": "a@b.example?bcc=c"})
    assert not asked.is_valid({**order, "telephone": "1"})


def test_the_scripts_of_the_page_are_under_4000_bytes_on_their_way():
    both = b"".join((SCRIPTS / name).read_bytes() for name in ("order-page.js", "order-message.js"))
    assert len(gzip.compress(both)) < 4000


@pytest.mark.parametrize("name", ["order-page.js", "order-message.js"])
def test_the_scripts_of_the_page_ask_no_host_for_anything(name: str):
    text = (SCRIPTS / name).read_text(encoding="utf-8")
    assert [] == re.findall(r"\b(?:fetch|XMLHttpRequest|sendBeacon|WebSocket|EventSource|localStorage)\b", text)
