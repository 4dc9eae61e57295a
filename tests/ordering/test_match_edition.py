"""Which edition is meant: certain where it is the same, a question where it is near, and never another."""

import random
from collections.abc import Callable, Iterator

import pytest
from catalogues import TITLES, title
from hypothesis import given, settings
from hypothesis import strategies as st

from wawla.ordering.intake.match_edition import match
from wawla.reading.catalogue import CatalogueEntry


def found(written: str) -> tuple[str, bool]:
    """The reference it is taken for, and whether that is certain."""
    answer = match(written, TITLES)
    return answer.title.reference if answer.title else "", answer.certain


def offered(written: str) -> list[str]:
    return [near.reference for near in match(written, TITLES).nearest]


@pytest.mark.parametrize(
    "written",
    [
        *("WAWLA/Community leadership", "wawla / community LEADERSHIP", "WAWLA/Communityleadership", "WAWLA 3"),
        *(
            "Community leadership",
            "“Community leadership”",
            "Community leadership in networks",
            "the community-leadership",
        ),
        *(
            "title 3",
            "Title three",
            "WAWLA no. 3",
            "WAWLA title 03",
            "wawla: title 3",
            "WAWLA #3",
            "3. Community leadership",
        ),
        *(
            "WAWLA 3: Community leadership in networks",
            "What are we learning about...? Community leadership in networks",
        ),
        *("Community leadership (WAWLA 3)", "WAWLA\u00a0/\u00a0Community\u200bleadership", "ＷＡＷＬＡ 3"),
    ],
)
def test_the_same_in_other_clothes_is_certain(written: str):
    assert ("WAWLA/Community leadership", True) == found(written)


@pytest.mark.parametrize(
    ("written", "reference"),
    [
        ("booklet 1", "NLiA/Sharing leadership"),
        ("Booklet 3", "NLiA/Enquiry"),
        ("NLIA 3", "NLiA/Enquiry"),
        ("Facilitation and support", "WAWLA/Facilitation & support"),
        ("facilitation ＆ support", "WAWLA/Facilitation & support"),
        ("‘Making mathematics count’ in school networks", "WAWLA/Making mathematics count"),
        ("making mathematics count in school networks", "WAWLA/Making mathematics count"),
    ],
)
def test_titles_numbers_quotes_and_ampersands(written: str, reference: str):
    assert (reference, True) == found(written)


@pytest.mark.parametrize(
    "written",
    [
        *("WAWLA/Comunity leadership", "WAWLA/Community leadrship", "Cmmunity leadership in networks", "WALWA 3"),
        *("the community one", "community please", "WАWLA/Community leadership", "WAWLA/Community lеadership"),
        *("Ćommunity leadership", "Community Ieadership"),
    ],
)
def test_what_is_near_is_a_question(written: str):
    assert ("WAWLA/Community leadership", False) == found(written)
    assert "WAWLA/Community leadership" == offered(written)[0]


@pytest.mark.parametrize(
    ("written", "nearest"),
    [
        ("leadership", ["WAWLA/Community leadership", "WAWLA/Leadership of networks", "NLiA/Sharing leadership"]),
        ("number 3", ["WAWLA/Community leadership", "NLiA/Enquiry"]),
        ("3", ["WAWLA/Community leadership", "NLiA/Enquiry"]),
    ],
)
def test_what_could_be_several_is_none(written: str, nearest: list[str]):
    assert ("", False) == found(written)
    assert nearest == offered(written)[: len(nearest)]


@pytest.mark.parametrize(
    "written",
    [
        *(
            "WAWLA 33",
            "WAWLA 1 3",
            "WAWLA 3.5",
            "title 5",
            "booklet 9",
            "4 Community leadership",
            "WAWLA 9/Community leadership",
        ),
        *("", " ", "?", "WAWLA", "title", "sunscreen", "WAWLA/", "\u0430" * 20, "x" * 100_000, "WAWLA 3\u202e"),
        *("Соmmunity leаdеrshiр", "\u202dWAWLA/Community leadership"),
    ],
)
def test_what_is_not_near_is_none(written: str):
    assert ("", False) == found(written)


def test_an_edition_of_the_same_name_in_two_series_has_to_be_told_apart():
    twins = [*TITLES, title("WAWLA/Enquiry", "Enquiry", 5)]
    assert match("Enquiry", twins).title is None
    assert {"NLiA/Enquiry", "WAWLA/Enquiry"} == {near.reference for near in match("Enquiry", twins).nearest}
    assert twins[-1] == match("WAWLA Enquiry", twins).title


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.text(max_size=60)
    | st.sampled_from([known.reference for known in TITLES]).flatmap(
        lambda name: st.builds(
            lambda at, sign: name[:at] + sign + name[at:], st.integers(0, len(name)), st.characters()
        )
    )
)
def test_any_text_at_all_has_an_answer_that_holds_together(written: str):
    answer = match(written, TITLES)
    assert not answer.certain or answer.title
    assert answer.title is None or answer.title == answer.nearest[0]
    assert len(answer.nearest) <= 3


# Slips by rule.


def dropped(name: str, chance: random.Random) -> str:
    at = chance.choice([at for at, letter in enumerate(name) if letter.isalpha()])
    return name[:at] + name[at + 1 :]


def swapped(name: str, chance: random.Random) -> str:
    pairs = [at for at in range(len(name) - 1) if name[at].isalpha() and name[at + 1].isalpha()]
    at = chance.choice(pairs)
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def doubled(name: str, chance: random.Random) -> str:
    at = chance.choice([at for at, letter in enumerate(name) if letter.isalpha()])
    return name[:at] + name[at] + name[at:]


def mistyped(name: str, chance: random.Random) -> str:
    at = chance.choice([at for at, letter in enumerate(name) if letter.isalpha()])
    return name[:at] + chance.choice("abcdefghijklmnopqrstuvwxyz") + name[at + 1 :]


def cased(name: str, chance: random.Random) -> str:
    return "".join(chance.choice([letter.lower(), letter.upper()]) for letter in name)


def punctuated(name: str, chance: random.Random) -> str:
    changed = name.replace("/", chance.choice([" ", ": ", " - ", "\\", "", " / "])).replace(
        " ", chance.choice([" ", "-", "_", "  ", ""])
    )
    return chance.choice(["“{}”", "'{}'", "{}.", "({})", "{},"]).format(changed)


SLIPS: list[Callable[[str, random.Random], str]] = [dropped, swapped, doubled, mistyped, cased, punctuated]


def misspelt(known: CatalogueEntry, chance: random.Random) -> str:
    """The edition as somebody may write it: its reference, part of it, its title or number, with one or two slips."""
    prefix, _, own = known.reference.partition("/")
    if chance.random() < 0.15:
        number = chance.choice(
            [f"{prefix} {known.number}", f"{known.number_word} {known.number}", f"{prefix} no {known.number}"]
        )
        return cased(number, chance)
    name = chance.choice([known.reference, own, f"{prefix} {known.number} {own}", known.title])
    for slip in chance.sample(SLIPS, chance.choice([1, 1, 2])):
        name = slip(name, chance)
    return name


def misspellings() -> Iterator[tuple[str, CatalogueEntry]]:
    chance = random.Random(20_070_901)  # noqa: S311 - the same slips each time
    for at in range(300):
        known = TITLES[at % len(TITLES)]
        yield misspelt(known, chance), known


def test_of_300_misspelt_references_nearly_all_are_found_or_offered_first_and_none_is_taken_for_another():
    answers = [(written, known, match(written, TITLES)) for written, known in misspellings()]
    assert [] == [(written, answer.title) for written, known, answer in answers if answer.title not in (known, None)]
    first = [known in answer.nearest[:1] for _, known, answer in answers]
    assert (300, True) == (len(first), sum(first) >= 0.97 * 300)


def test_every_reference_of_a_catalogue_means_itself():
    for known in TITLES:
        names = (
            known.reference,
            known.title,
            f"{known.short_series} {known.number}",
            f"{known.number_word} {known.number}",
        )
        assert [(known, True)] * 4 == [(match(name, TITLES).title, match(name, TITLES).certain) for name in names]
