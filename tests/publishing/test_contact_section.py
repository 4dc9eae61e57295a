"""What pages of docs/ say of whom a reader can ask or tell."""

import html
import re

import pytest

from wawla.model import Publisher
from wawla.model.outline import Section
from wawla.publishing.contact_section import with_contact_section

BODY, OUTLINE = "<h2>Own</h2>", (Section(2, "own", "Own"),)
PAGES = ("accessibility", "contribute", "privacy")
CONTACT, FORM, REPOSITORY = "orders@publisher.co.uk", "https://publisher.co.uk/form", "https://forge.uk/series"
NOBODY: list[dict[str, str] | None] = [
    None,
    {},
    {"contact": "orders@publisher.example"},
    {"contact": CONTACT, "contact_state": "example"},
    {"repository": "https://forge.example/series", "corrections": "https://publisher.example/form"},
]


def made(slug: str, named: dict[str, str] | None) -> str:
    """The page where the publisher names this."""
    publisher = None if named is None else Publisher(name="A publisher", **named)
    return str(with_contact_section(slug, publisher, BODY, OUTLINE)[0])


def words(page: str) -> str:
    """What a reader sees, on one line."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


@pytest.mark.parametrize("slug", PAGES)
@pytest.mark.parametrize("named", NOBODY)
def test_where_nobody_receives_anything_the_page_says_so_once_and_sends_nobody_anywhere(slug: str, named):
    page = made(slug, named)
    assert 1 == words(page).count("Nobody receives")
    assert [] == re.findall(r"href=|mailto|Something wrong here|tell us|Send it to", page)


@pytest.mark.parametrize("slug", PAGES)
@pytest.mark.parametrize("named", [{"contact": CONTACT}, {"corrections": FORM}, {"repository": REPOSITORY}])
def test_where_somebody_does_the_page_never_says_otherwise(slug: str, named: dict[str, str]):
    assert "Nobody" not in words(made(slug, named))


@pytest.mark.parametrize("slug", ["accessibility", "contribute"])
@pytest.mark.parametrize(
    ("named", "address"),
    [
        ({"contact": CONTACT}, f"mailto:{CONTACT}"),
        ({"corrections": FORM}, FORM),
        ({"repository": f"{REPOSITORY}/"}, REPOSITORY),
    ],
)
def test_the_page_leads_to_whoever_receives_it(slug: str, named: dict[str, str], address: str):
    assert [address] == re.findall(r'href="([^"]*)"', made(slug, named))


def test_the_privacy_page_says_what_the_link_at_the_foot_of_each_page_opens():
    for named, opens in (
        ({"contact": CONTACT}, "an e-mail to us"),
        ({"corrections": FORM, "contact": CONTACT}, "a form"),
        ({"repository": REPOSITORY}, "a new issue on the project’s page"),
    ):
        assert f"‘Something wrong here?’ opens {opens}, with the address of the page" in words(made("privacy", named))


def test_an_account_goes_to_the_contact_or_by_the_form_of_the_repository():
    said = words(made("contribute", {"contact": CONTACT, "repository": REPOSITORY}))
    assert f"Send it to {CONTACT} , as a file with your e-mail." in said
    assert "On the project’s page there is a form." in said
    assert "Ask where to send it in the form for corrections ." in words(made("contribute", {"corrections": FORM}))


def test_the_section_has_its_place_in_the_outline():
    for slug, expected in (("contribute", ["_contact", "own"]), ("privacy", ["own", "_contact"])):
        outline = with_contact_section(slug, None, BODY, OUTLINE)[1]
        assert expected == [section.anchor for section in outline]


def test_other_pages_stay_as_they_are():
    assert (BODY, OUTLINE) == with_contact_section("about", None, BODY, OUTLINE)
