"""Addresses that no stranger can reach are told from those that somebody may answer."""

import pytest

from wawla.model import Publisher
from wawla.model.addresses import is_reserved

RESERVED = (
    "https://wawla.example/",
    "https://series.wawla.example:8443/a?b#c",
    "https://www.example.org",
    "http://EXAMPLE.com./",
    "http://localhost:8000/",
    "http://127.0.0.1:8000/",
    "http://[::1]/",
    "http://192.168.1.20/",
    "http://intranet/",
    "http://school.test",
    "http://school.local/",
    "http://nowhere.invalid",
    "orders@publisher.example",
    "Orders@Publisher.EXAMPLE",
    "a@example.net",
    "wawla.example",
    "https://[broken/",
    "https://",
)
PUBLIC = (
    "https://publisher.co.uk/series",
    "https://example.ac.uk/",
    "https://myexample.org/",
    "https://test.school.uk/",
    "https://9.9.9.9/",
    "orders@publisher.co.uk",
    "orders@example.publisher.co.uk",
    "https://skóli.is/",
)


@pytest.mark.parametrize("address", RESERVED)
def test_an_address_under_a_reserved_name_leads_nowhere(address: str):
    assert is_reserved(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_any_other_address_may_lead_somewhere(address: str):
    assert not is_reserved(address)


@pytest.mark.parametrize(
    ("fields", "live"),
    [
        ({"contact": "orders@publisher.co.uk"}, "orders@publisher.co.uk"),
        ({"contact": "orders@publisher.co.uk", "contact_state": "example"}, ""),
        ({"contact": "orders@publisher.example"}, ""),
        ({}, ""),
    ],
)
def test_a_contact_is_live_where_it_says_so_and_can_be(fields: dict[str, str], live: str):
    assert live == Publisher(name="A publisher", **fields).live_contact


def test_a_form_and_a_repository_under_a_reserved_name_are_as_good_as_none():
    named = {"corrections": "https://a.example/form", "repository": "https://a.example/series/"}
    assert ("", "") == (Publisher(name="A", **named).live_corrections, Publisher(name="A", **named).live_repository)
    real = Publisher(name="A", corrections="https://a.uk/form", repository="https://a.uk/series/")
    assert ("https://a.uk/form", "https://a.uk/series") == (real.live_corrections, real.live_repository)
