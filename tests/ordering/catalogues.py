"""Catalogues that the tests of orders share, and orders as people could type them."""

from hypothesis import strategies as st

from wawla.model.orders import Order, OrderLine
from wawla.reading.catalogue import CatalogueEntry, OrderStatus


def title(reference: str, name: str, number: int, status: OrderStatus = "in print") -> CatalogueEntry:
    prefix = reference.partition("/")[0]
    series, word = {
        "WAWLA": ("What are we learning about...?", "Title"),
        "NLiA": ("Network leadership in action", "Booklet"),
    }[prefix]
    return CatalogueEntry(reference, name, series, prefix, number, word, status, f"series/{prefix.lower()}/{number}")


TITLES = [
    title("WAWLA/Establishing a network", "Establishing a network of schools", 2, "forthcoming"),
    title("WAWLA/Community leadership", "Community leadership in networks", 3),
    title("WAWLA/Making mathematics count", "'Making mathematics count' in school networks", 4, "not printed"),
    title("WAWLA/Facilitation & support", "Facilitation and support within school networks", 7),
    title("WAWLA/Leadership of networks", "Leadership of school networks", 9),
    title("NLiA/Sharing leadership", "Sharing leadership", 1),
    title("NLiA/Enquiry", "Enquiry", 3),
]
IN_PRINT = [known for known in TITLES if known.status == "in print"]

ORDER = Order(
    name="The deputy head",
    role="Deputy head",
    organisation="A primary school",
    address="1 Street\nTown",
    email="office@school.example",
    note="By half term.",
    lines=(
        OrderLine(reference="WAWLA/Community leadership", copies=20),
        OrderLine(reference="NLiA/Sharing leadership", copies=1),
    ),
)
MESSAGE = """\
Order for What are we learning about...?

WAWLA/Community leadership: 20 copies
NLiA/Sharing leadership: 1 copy

Name: The deputy head
Role: Deputy head
School or organisation: A primary school
Postal address:
  1 Street
  Town
E-mail: office@school.example
Note:
  By half term.

Written by the order page. The desk reads it as it stands.
"""
"""What the page writes for ORDER."""

_TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_LETTERS = st.characters(exclude_categories=["Cc", "Cs"], exclude_characters=f"\u2028\u2029{_TURNING}")
_TELLING = st.sampled_from(
    [
        *("Name:", "Role:", "Postal address:", "E-mail: a@b", "Note:", "Order for", "WAWLA 3: 5 copies", ": 1 copy"),
        *(
            "> ",
            "-- ",
            "  ",
            "=",
            "From: x",
            "Written by the order page. The desk reads it as it stands.",
            "\u00a0",
            ".",
        ),
        *(
            "-----Original Message-----",
            "=?utf-8?q?x?=",
            "%0d%0aBcc: a@b",
            "&bcc=a@b",
            "é",
            "\u4e2d",
            "\U0001f393",
            '"',
        ),
    ]
)
"""What could be taken for something else where it is put together again."""
_ONE_LINE = st.lists(_LETTERS | _TELLING, max_size=12).map(lambda parts: "".join(parts)[:200].strip())
_LINES = st.lists(_LETTERS | _TELLING | st.just("\n"), max_size=20).map("".join).map(str.strip)
_BARE = st.text(
    st.characters(
        exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"],
        exclude_characters=f'@<>,;:"()[]\\?&%#\u200b\u200c\u200d\ufeff{_TURNING}',
    ),
    min_size=1,
    max_size=12,
)


_REFERENCES = _ONE_LINE.filter(bool)


def orders(references: st.SearchStrategy[str] = _REFERENCES) -> st.SearchStrategy[Order]:
    """Any order that the form lets through."""
    lines = st.builds(OrderLine, reference=references, copies=st.integers(1, 500))
    return st.builds(
        Order,
        name=_ONE_LINE.filter(bool),
        role=_ONE_LINE,
        organisation=_ONE_LINE,
        address=_LINES.filter(bool),
        email=st.builds("{}@{}".format, _BARE, _BARE),
        note=_LINES,
        lines=st.lists(lines, min_size=1, max_size=4, unique_by=lambda line: line.reference).map(tuple),
    )
