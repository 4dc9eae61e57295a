"""The search as readers use it: what it finds, in which order, how it is narrowed down, shared and gone back to."""

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, quote_plus, urljoin, urlsplit

import pytest
from indexed import expected_facets, indexed
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect
from serving import served

from wawla.checking.examples import TODAY
from wawla.publishing.site import SiteContext

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ACCOUNT = "accounts_of_practice/harbour-reading-groups/"
FILTERS = ["Kind", "Theme", "Level of learning", "Phase", "Region", "Year of practice", "Network", "Series", "Edition"]
EVERYTHING = "kind=Edition&kind=Think+piece&kind=Account+of+practice&kind=Development+tool&kind=Data-set"
FOUND = """async ([home, text]) => {
    const { search } = await import(`${home}assets/scripts/search.js`);
    const addresses = (results) => Promise.all(results.map(async (each) => (await each.data()).url.slice(1)));
    const { missing, longer, ...found } = await search(text);
    const [pieces, partly, others] = await Promise.all([found.pieces, found.partly, found.others].map(addresses));
    return { pieces, partly, others, missing };
}"""


@dataclass(frozen=True)
class Found:
    """What a search found: addresses in their order, and the words that nothing says."""

    pieces: list[str]
    partly: list[str]
    others: list[str]
    missing: list[str]


def found(page: Page, home: str, text: str) -> Found:
    """What the search answers, before it is shown."""
    return Found(**page.evaluate(FOUND, [home, text]))


def let_answers_come(page: Page, home: str, text: str) -> None:
    """Ring every timer of a page whose clock is ours, and search: what was asked for before has its answer by then."""
    page.clock.run_for(1000)
    found(page, home, text)
    page.clock.run_for(1000)


def status(page: Page) -> Locator:
    return page.locator("main").get_by_role("status").first


def box(page: Page) -> Locator:
    return page.locator("main").get_by_role("searchbox")


def results(page: Page) -> Locator:
    return page.locator("main").get_by_role("list", name="Results").get_by_role("link")


def listed(page: Page) -> list[str]:
    """The addresses of the results that are shown, without what is marked on them."""
    return [urlsplit(each.get_attribute("href")).path.removeprefix("/") for each in results(page).all()]


def opened(page: Page, home: str, query: str) -> Page:
    """The search page for a query that finds pieces, when it has answered and its filters have been counted."""
    page.goto(f"{home}search/?{query}")
    expect(status(page)).not_to_be_empty()
    expect(page.locator(".w-filter label").first).to_be_visible()
    return page


COUNTED = re.compile(r"^(\d+ pieces?)?( and )?(\d+ editions?)?$")


def said_to_be_found(page: Page) -> int:
    """How many pieces and editions the status says that there are, together."""
    return sum(map(int, re.findall(r"(\d+) (?:piece|edition)s?\b", status(page).inner_text())))


def group(page: Page, title: str) -> Locator:
    return page.get_by_role("group", name=title, exact=True)


def choose(page: Page, title: str, value: str) -> None:
    group(page, title).get_by_role("checkbox", name=re.compile(f"^{re.escape(value)} \\d+$")).click()
    expect(page.get_by_role("button", name=f"Remove the filter {value}")).to_be_visible()


def counts(page: Page, title: str) -> dict[str, int]:
    """The values of a filter with their numbers, as they are shown."""
    lines = [line.inner_text().split("\n") for line in group(page, title).get_by_role("listitem").all()]
    return {value: int(number) for value, number in lines}


# ---------------------------------------------------------------------------------------------- what is found


def test_every_published_piece_is_found_by_its_own_title_before_any_other(
    page: Page, home: str, sample_site: SiteContext
):
    page.goto(home)
    for piece in sample_site.published.pieces:
        assert [f"{piece.folder}/"] == found(page, home, piece.title).pieces[:1], piece.title


def test_what_is_no_published_piece_comes_apart_from_those_that_are(page: Page, home: str, built_site: Path):
    page.goto(home)
    under = {address: each for address, each in indexed(built_site).items() if "more" in each.facets}
    assert {"series/ask/next-steps/", "networks/harbour/", "about/", "glossary/"} <= under.keys()
    for address, each in under.items():
        answer = found(page, home, each.title)
        assert address in answer.others, each.title
        assert not {*answer.pieces, *answer.partly} & under.keys()


def test_a_forthcoming_edition_is_shown_under_a_heading_of_its_own(page: Page, home: str):
    page.goto(f"{home}search/?q=next+steps")
    also = page.get_by_role("region", name="Also on this site")
    expect(also.get_by_role("link", name="Next steps")).to_be_visible()
    assert "series/ask/next-steps/" not in listed(page)


@pytest.mark.parametrize("word", ["cite", "navigation", "licence", "zzyzzx", "secret"])
def test_what_stands_in_furniture_and_drafts_alone_finds_no_piece(page: Page, home: str, word: str):
    page.goto(home)
    assert [] == found(page, home, word).pieces


def test_a_search_without_words_holds_every_piece_once(page: Page, home: str, sample_site: SiteContext):
    page.goto(home)
    assert Counter(expected_facets(sample_site).keys()) == Counter(found(page, home, "  ").pieces)


JOINED = (
    "A kestrel—sparrow pair, badger–*otter*, weasel…stoat and “quail”grouse; O’Brien of Łódź, Straße and Ærø."
    " Our RE, PE and IT lessons, and P.S.H.E.; two TAs helped with the wi-fi in the first years."
)
"""Words that Pagefind does not take apart, and acronyms of which other words are the beginning."""


@pytest.fixture(scope="module")
def made(sample_root: Path, tmp_path_factory: pytest.TempPathFactory, run) -> Iterator[str]:
    """The sample with words in chosen places, built and served."""
    root = tmp_path_factory.mktemp("made") / "root"
    shutil.copytree(sample_root, root, ignore=shutil.ignore_patterns("site"))

    def written(path: str, old: str, new: str) -> None:
        file = root / path / "index.md"
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    written("accounts_of_practice/forest-forum", "title: A forum", "title: A quokka")
    written("accounts_of_practice/valley-visits", "summary: Teachers", "summary: A quokka and teachers")
    written("series/ask/trust-at-work/think-pieces/slow-questions", "## Fast and slow", "## Quokka and slow")
    written("tools/opening-talk", "Choose a text", f"With a quokka, choose a text. {JOINED} A text")
    british = (
        "We organise behaviour in a programme at the centre for a child, a school and a modelling enquiry at the café."
    )
    american = "They organize behavior in programs, centers for children, schools and modeling inquiries at the cafe."
    written("accounts_of_practice/moor-marking", "In the second year", f"{british} In the second year")
    written("tools/ties-sheet", "Keep the sheet.", f"{american} They co-operate, as an axolotl does. Keep the sheet.")
    written("tools/small-figures", "Every row", "An axolotl cooperates. Every row")
    with (root / "series/glossary.yml").open("a", encoding="utf-8") as glossary:
        glossary.write("TA: {stands_for: teaching assistant}\n")
    done = run("wawla", "build", "--root", root, "--no-pdfs", "--today", TODAY)
    assert done.returncode == 0, done.stdout + done.stderr
    with served(root / "site") as address:
        yield address


@pytest.fixture
def other(context: BrowserContext, made: str) -> Iterator[Page]:
    with context.new_page() as page:
        page.goto(made)
        yield page


def test_a_word_of_the_title_counts_more_than_one_of_summary_heading_or_body(other: Page, made: str):
    assert found(other, made, "quokka").pieces == [
        "accounts_of_practice/forest-forum/",
        "accounts_of_practice/valley-visits/",
        "series/ask/trust-at-work/think-pieces/slow-questions/",
        "tools/opening-talk/",
    ]


BOTH = {"accounts_of_practice/moor-marking/", "tools/ties-sheet/"}


@pytest.mark.parametrize(
    "pair",
    [
        ("organise", "organize"),
        ("organisation", "organization"),
        ("organising", "organizing"),
        ("behaviour", "behavior"),
        ("programme", "program"),
        ("programmes", "programs"),
        ("centre", "center"),
        ("centres", "centers"),
        ("child", "children"),
        ("child's", "children’s"),
        ("modelling", "modeling"),
        ("enquiry", "inquiry"),
        ("enquiries", "inquiries"),
        ("Café", "CAFE"),
    ],
)
def test_every_spelling_and_number_of_a_word_finds_all_the_others(other: Page, made: str, pair: tuple[str, str]):
    for word in pair:
        answer = found(other, made, word)
        assert {*answer.pieces} >= BOTH, word
        assert not answer.missing


def test_words_that_signs_join_and_letters_of_other_languages_are_found(other: Page, made: str):
    birds = ["kestrel", "sparrow", "badger", "otter", "weasel", "stoat", "quail", "grouse"]
    words = [*birds, "Brien", "O’Brien", "obrien", "Łódź", "lodz", "straße", "strasse", "Ærø", "aero"]
    assert [] == [word for word in words if found(other, made, word).pieces != ["tools/opening-talk/"]]


def test_an_acronym_and_a_short_word_find_what_says_the_whole_of_it(other: Page, made: str):
    words = ["RE", "PE", "IT", "TA", "TAs", "R.E.", "PSHE", "re", "pe", "ta", "wi-fi", "wifi", "IT lessons"]
    assert [] == [word for word in words if found(other, made, word).pieces != ["tools/opening-talk/"]]


def test_a_page_that_says_an_acronym_stands_before_those_that_have_a_common_word_like_it(other: Page, made: str):
    pieces = found(other, made, "it").pieces
    assert "tools/opening-talk/" == pieces[0]
    assert len(pieces) > 3


def test_an_acronym_that_nothing_says_finds_no_longer_word(page: Page, home: str):
    page.goto(f"{home}search/?q=SEN")
    expect(status(page)).to_have_text("Nothing found for ‘SEN’. Try another word, or look by theme.")
    page.goto(f"{home}search/?q=sen")
    expect(status(page)).to_contain_text("None says ‘sen’ by itself, but longer words that begin so.")


@pytest.mark.parametrize("word", ["school", "schools", "School", "SCHOOLS", "school’s"])
def test_one_and_many_find_the_same(page: Page, home: str, word: str):
    page.goto(home)
    assert {*found(page, home, word).pieces} == {*found(page, home, "school").pieces}
    assert len(found(page, home, word).pieces) > 5


@pytest.mark.parametrize("word", ["co-operate", "cooperates", "Co-operation"])
def test_a_compound_is_found_with_a_hyphen_and_without(other: Page, made: str, word: str):
    assert {"tools/ties-sheet/", "tools/small-figures/"} <= {*found(other, made, word).pieces}


def test_words_in_quotation_marks_are_found_as_they_stand(page: Page, home: str):
    page.goto(home)
    for text in ('"slow question"', "“slow question”"):
        assert found(page, home, text).pieces == ["series/ask/trust-at-work/think-pieces/slow-questions/"]
    assert [] == found(page, home, '"question slow"').pieces


@pytest.mark.parametrize(("text", "missing"), [("harbour zzyzzx", ["zzyzzx"]), ("harbourmaster", ["harbourmaster"])])
def test_a_word_that_nothing_says_is_named_and_not_taken_for_another(
    page: Page, home: str, text: str, missing: list[str]
):
    page.goto(home)
    assert found(page, home, text).missing == missing


def test_two_misspelt_words_are_both_named(page: Page, home: str):
    page.goto(home)
    assert found(page, home, "harbourx moorx").missing == ["harbourx", "moorx"]


@pytest.mark.parametrize("text", ["ties tie", "using a school", "used use", "school-to-school", "co-leaders"])
def test_a_form_of_a_word_that_is_there_is_not_called_missing(page: Page, home: str, text: str):
    page.goto(home)
    assert found(page, home, text).missing == []


def test_pieces_that_lack_one_of_the_words_are_offered_apart(page: Page, home: str):
    page.goto(f"{home}search/?q=harbour+telephone+snow")
    expect(status(page)).to_contain_text("No piece has every word")
    partly = page.get_by_role("region", name="With some of these words")
    expect(partly.get_by_role("link").first).to_be_visible()


# -------------------------------------------------------------------------------------------------- filters


def test_every_filter_is_there_and_counts_what_the_library_holds(page: Page, home: str, sample_site: SiteContext):
    page.goto(f"{home}search/")
    page.locator("summary", has_text="Filters").click()
    expect(group(page, "Kind").get_by_role("checkbox").first).to_be_visible()
    assert FILTERS == [each.inner_text().capitalize() for each in page.locator(".w-filter legend").all()]
    names = [each.get_attribute("data-filter") for each in page.locator(".w-filter").all()]
    for name, title in zip(names, FILTERS, strict=True):
        total: Counter[str] = sum(
            (each.get(name, Counter()) for each in expected_facets(sample_site).values()), Counter()
        )
        assert total, f"the sample has nothing to filter by {title}"
        assert counts(page, title) == dict(total), title


def matching(site: SiteContext, **chosen: set[str]) -> set[str]:
    """The pieces that have, of each of these facets, one of these values."""
    return {
        address
        for address, has in expected_facets(site).items()
        if all(values & has.get(name, Counter()).keys() for name, values in chosen.items())
    }


def test_values_of_one_filter_add_up_and_filters_narrow_each_other_down(
    page: Page, home: str, sample_site: SiteContext
):
    opened(page, home, "theme=Trust")
    assert {*listed(page)} == matching(sample_site, theme={"Trust"})
    choose(page, "Theme", "Evidence")
    either = matching(sample_site, theme={"Trust", "Evidence"})
    expect(status(page)).to_have_text(f"{len(either)} pieces with these filters.")
    assert {*listed(page)} == either
    choose(page, "Phase", "Primary")
    both = matching(sample_site, theme={"Trust", "Evidence"}, phase={"Primary"})
    assert both < either
    expect(status(page)).to_have_text(f"{len(both)} pieces with these filters.")
    assert {*listed(page)} == both


def test_counts_follow_the_words_and_the_other_filters_and_not_their_own(
    page: Page, home: str, sample_site: SiteContext
):
    opened(page, home, "q=school")
    before = counts(page, "Phase")
    choose(page, "Theme", "Evidence")
    within = {*found(page, home, "school").pieces} & matching(sample_site, theme={"Evidence"})
    expected = {
        phase: number
        for phase in before
        if (number := len(within & matching(sample_site, phase={phase}, theme={"Evidence"})))
    }
    expect(group(page, "Phase").get_by_role("listitem")).to_have_count(len(expected))
    assert counts(page, "Phase") == expected != before
    assert len(counts(page, "Theme")) > 1, "another theme could still be added"


def test_each_count_is_what_one_gets(page: Page, home: str):
    opened(page, home, "q=school")
    for title in FILTERS[:4]:
        for value, number in counts(page, title).items():
            choose(page, title, value)
            expect(status(page)).to_contain_text(" for ‘school’ with")
            assert number == said_to_be_found(page)
            page.get_by_role("button", name=f"Remove the filter {value}").click()
            expect(page.get_by_role("button", name="Remove the filter")).to_have_count(0)


# -------------------------------------------------------------------------------- address, back, forward, order


def test_the_address_carries_everything_and_another_browser_shows_the_same(page: Page, home: str, chromium: Browser):
    opened(page, home, "q=school")
    choose(page, "Theme", "Trust")
    choose(page, "Edition", "ASK title 1: Trust & “ties”: are 5 < 6 schools > 4?")
    page.get_by_role("combobox", name="Sort by").select_option("oldest")
    expect(page).to_have_url(re.compile("sort=oldest"))
    assert parse_qs(urlsplit(page.url).query) == {
        "q": ["school"],
        "theme": ["Trust"],
        "edition": ["ASK title 1: Trust & “ties”: are 5 < 6 schools > 4?"],
        "sort": ["oldest"],
    }
    with chromium.new_context() as fresh, fresh.new_page() as again:
        again.goto(page.url)
        expect(results(again).first).to_be_visible()
        expect(results(page)).to_have_text(
            results(again).all_text_contents()
        )  # its address may be ahead of its results
        expect(status(page)).to_have_text(status(again).inner_text())
        assert box(again).input_value() == "school"
        expect(again.get_by_role("combobox", name="Sort by")).to_have_value("oldest")
        expect(again.get_by_role("button", name="Remove the filter")).to_have_count(2)


def test_an_empty_search_leaves_the_address_bare(page: Page, home: str):
    opened(page, home, "q=school")
    box(page).fill("")
    expect(page).to_have_url(f"{home}search/")
    expect(status(page)).to_be_empty()


def test_back_and_forward_go_through_searches_and_the_pages_found(page: Page, home: str):
    page.goto(home + "about/")
    page.goto(home + "search/")
    box(page).press_sequentially("school", delay=20)
    expect(status(page)).to_contain_text("for ‘school’")
    everything = status(page).inner_text()
    choose(page, "Theme", "Evidence")
    narrowed = status(page).inner_text()
    assert narrowed != everything
    shown = listed(page)
    results(page).first.click()
    page.wait_for_url(re.compile("highlight="))
    page.go_back()
    expect(status(page)).to_have_text(narrowed)
    expect(results(page)).to_have_count(len(shown))
    assert listed(page) == shown
    page.go_back()
    expect(status(page)).to_have_text(everything)
    expect(page.get_by_role("button", name="Remove the filter")).to_have_count(0)
    page.go_forward()
    expect(status(page)).to_have_text(narrowed)
    expect(box(page)).to_have_value("school")
    page.go_back()
    page.go_back()
    expect(page).to_have_url(home + "about/")


def test_return_pressed_twice_is_one_step_back(page: Page, home: str):
    opened(page, home, "q=school")
    box(page).fill("harbour")
    box(page).press("Enter")
    expect(status(page)).to_contain_text("‘harbour’")
    box(page).press("Enter")
    box(page).press("Enter")
    length = page.evaluate("history.length")
    box(page).press("Enter")
    assert page.evaluate("history.length") == length


def test_what_was_typed_a_moment_before_going_back_does_not_come_after_it(page: Page, home: str):
    page.clock.install()
    opened(page, home, "q=school")
    choose(page, "Theme", "Trust")
    box(page).focus()
    page.keyboard.type("x")
    page.evaluate("history.back()")
    expect(page.get_by_role("button", name="Remove the filter")).to_have_count(0)
    let_answers_come(page, home, "schoolx")
    expect(box(page)).to_have_value("school")
    expect(page).to_have_url(f"{home}search/?q=school")


@pytest.mark.parametrize(("order", "ends"), [("newest", ("2005", "2003")), ("oldest", ("2003", "2005"))])
def test_results_are_sorted_by_date_either_way(
    page: Page, home: str, sample_site: SiteContext, order: str, ends: tuple[str, str]
):
    opened(page, home, f"q=school&sort={order}")
    entries = [*sample_site.published.pieces, *sample_site.published.editions]
    published = {f"{entry.folder}/": entry.published for entry in entries}
    years = [published[address][:4] for address in listed(page)]
    assert years == sorted(years, reverse=order == "newest")
    assert (years[0], years[-1]) == ends


# --------------------------------------------------------------------------------------- whatever is asked for

HOSTILE = {
    "an image with a script": '<img src=x onerror="window.harmed=1">',
    "a script": "</script><script>window.harmed=1</script>",
    "signs of patterns": ".*+?^${}()|[]\\ (a+)+$ [",
    "quotation marks": "\"'“”‘’",
    "nothing in quotation marks": '""""',
    "only signs": "?!… --- ,,,",
    "pictures": "🙂🏫👩‍🏫",
    "a zero": "\0",
    "per cent": "100% %zz %00",
    "plus": "a+b c++",
    "another script": "学校 مدرسة школа",
    "half a pair": "\ud83d",
    "names of objects": "constructor __proto__ toString",
    "one letter": "a",
    "the same word often": "school " * 30,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_search_for_anything_stays_a_search(page: Page, home: str, text: str):
    query = quote_plus(text.encode("utf-8", "replace"))
    page.goto(f"{home}search/?q={query}")
    expect(status(page)).not_to_be_empty()
    box(page).fill(text)
    box(page).press("Enter")
    expect(status(page)).not_to_be_empty()
    assert page.evaluate("window.harmed") is None
    assert page.locator("main img, main script").count() == 0
    box(page).fill("harbour")
    expect(status(page)).to_contain_text("for ‘harbour’")


@pytest.mark.parametrize("name", ["only signs", "pictures", "a zero", "quotation marks", "nothing in quotation marks"])
def test_a_search_without_a_word_finds_nothing_rather_than_everything(page: Page, home: str, name: str):
    page.goto(f"{home}search/?q={quote_plus(HOSTILE[name])}")
    expect(status(page)).to_contain_text("Nothing found")
    assert [] == listed(page)


def test_a_very_long_search_in_an_address_is_cut_to_what_the_box_takes(page: Page, home: str):
    page.goto(f"{home}search/?q={'harbour+questions+' * 3000}")
    expect(status(page)).to_contain_text("pieces for")
    assert len(box(page).input_value()) <= 200


def test_filters_and_orders_in_an_address_that_do_not_exist_can_be_taken_away(page: Page, home: str):
    page.goto(f"{home}search/?q=school&theme=<b>Nothing</b>&colour=red&sort=sideways&kind=&year=constructor")
    expect(status(page)).to_contain_text("Nothing found")
    for value in ("<b>Nothing</b>", "constructor"):
        page.get_by_role("button", name=f"Remove the filter {value}").click()
        expect(page.get_by_role("button", name=f"Remove the filter {value}")).to_have_count(0)
    expect(status(page)).to_contain_text(re.compile(r"\d+ pieces and 1 edition for ‘school’"))
    assert parse_qs(urlsplit(page.url).query) == {"q": ["school"]}


def test_titles_and_excerpts_are_shown_letter_for_letter(page: Page, home: str):
    opened(page, home, "q=aloud")
    expect(results(page).first).to_have_text("Reading & “talking”: what’s <b>next</b>?")
    item = page.locator(".w-results .w-item").first
    expect(item).to_contain_text("say “why” aloud <often>")
    expect(item).to_contain_text("A. <Writer>")
    assert page.locator("main b, main often").count() == 0


# ----------------------------------------------------------------------------------------------- what is told


def test_matched_words_are_marked_in_their_context(page: Page, home: str):
    opened(page, home, "q=library")
    marks = page.locator(".w-results .w-item").first.locator("mark")
    assert {"library"} <= {mark.lower().strip(".,") for mark in marks.all_inner_texts()}
    excerpt = page.locator(".w-item-summary").first.inner_text()
    assert 10 < len(excerpt.split()) < 40


def test_two_searches_at_once_do_not_take_each_others_marks(page: Page, home: str):
    page.goto(home)
    marked = page.evaluate(
        """async (home) => {
            const { search } = await import(`${home}assets/scripts/search.js`);
            const { shown } = await import(`${home}assets/scripts/search-item.js`);
            const of = async (text) => (await search(text)).pieces;
            const one = (await of("harbour library"))[0];
            const other = (await of("pupils dog"))[0];
            const both = await Promise.all([shown(one, "harbour library"), shown(other, "pupils dog")]);
            return both.map(({ address }) => new URL(address).searchParams.getAll("highlight").sort());
        }""",
        home,
    )
    assert [["harbour", "library"], ["dog", "pupils"]] == [sorted({*each} - {"dogs", "pupil"}) for each in marked]


def test_a_page_that_was_found_shows_the_words_where_they_stand_and_nowhere_else(page: Page, home: str):
    opened(page, home, "q=harbour+reads")
    page.locator(f'main a[href*="{ACCOUNT}"]').first.click()
    marks = page.locator("main mark.w-found")
    expect(marks.first).to_be_visible()
    assert {"harbour", "read"} <= {mark.lower() for mark in marks.all_inner_texts()}
    assert page.locator(".md-header mark, .md-footer mark, [data-pagefind-ignore] mark").count() == 0


@pytest.mark.parametrize("words", ["<img src=x onerror=window.harmed=1>", ".*", "(", "", "%00"])
def test_words_to_mark_that_nobody_found_do_no_harm(page: Page, home: str, words: str):
    page.goto(f"{home}{ACCOUNT}?highlight={quote_plus(words)}&highlight=harbour")
    marks = page.locator("main mark")
    marks.first.wait_for()
    assert page.evaluate("window.harmed") is None
    assert {"harbour"} == {mark.lower() for mark in marks.all_inner_texts()}


def test_nothing_found_offers_themes_and_another_spelling_that_works(page: Page, home: str, sample_site: SiteContext):
    page.goto(f"{home}search/?q=Harbuor")
    expect(status(page)).to_contain_text("Nothing found for ‘Harbuor’. Did you mean harbour?")
    ways = page.get_by_role("region", name="Ways to find a piece")
    themes = {capital[:1].upper() + capital[1:] for piece in sample_site.published.pieces for capital in piece.themes}
    assert themes == {*ways.get_by_role("list").get_by_role("link").all_inner_texts()}
    expect(ways.get_by_role("link", name="All ways to browse")).to_be_visible()
    status(page).get_by_role("link", name="harbour").focus()
    page.keyboard.press("Enter")
    expect(status(page)).to_contain_text("for ‘harbour’")
    expect(box(page)).to_have_value("harbour")
    expect(box(page)).to_be_focused()
    expect(results(page).first).to_be_visible()
    expect(ways).to_be_hidden()
    page.go_back()
    expect(box(page)).to_have_value("Harbuor")


def test_only_the_misspelt_word_is_put_right(page: Page, home: str):
    page.goto(f"{home}search/?q={quote_plus('mar marknig 100% (moor)')}")
    expect(status(page).get_by_role("link")).to_have_text("mar marking 100% (moor)")


def test_nothing_near_means_no_suggestion(page: Page, home: str):
    page.goto(f"{home}search/?q=qqqqqqqqq")
    expect(status(page)).to_have_text("Nothing found for ‘qqqqqqqqq’. Try another word, or look by theme.")
    page.goto(f"{home}search/?q=qqqqqqqqq&theme=Trust")
    expect(status(page)).to_contain_text("with these filters. Take a filter away, or try other words.")


def test_the_outcome_is_said_once(page: Page, home: str):
    opened(page, home, "q=school")
    page.evaluate(
        """() => {
            window.said = [];
            const region = document.querySelector(".w-search-status");
            const heard = new MutationObserver(() => window.said.push(region.textContent));
            heard.observe(region, { childList: true, subtree: true });
        }"""
    )
    box(page).press("End")
    box(page).press("s")
    expect(status(page)).to_contain_text("‘schools’")
    results(page).first.evaluate("(link) => link.setAttribute('data-before', '')")
    page.get_by_role("combobox", name="Sort by").select_option("newest")
    expect(page).to_have_url(re.compile("sort=newest"))
    expect(page.locator("[data-before]")).to_have_count(0)
    said = page.evaluate("window.said")
    assert len(said) == 1, f"a new order says nothing new: {said}"


def test_the_focus_is_never_lost(page: Page, home: str):
    opened(page, home, "q=school&theme=Trust&theme=Evidence")
    focused = "document.activeElement !== document.body && document.activeElement.checkVisibility()"
    remove = page.get_by_role("button", name="Remove the filter")
    for left in (1, 0):
        remove.first.focus()
        page.keyboard.press("Enter")
        expect(remove).to_have_count(left)
        assert page.evaluate(focused)
    first = group(page, "Phase").get_by_role("checkbox").first
    first.focus()
    for count in (1, 0):
        page.keyboard.press("Space")
        expect(remove).to_have_count(count)
        expect(first).to_be_focused()
    first.focus()
    page.evaluate("history.replaceState(null, '', '?q=qqqqqqqqq'); dispatchEvent(new PopStateEvent('popstate'))")
    expect(status(page)).to_contain_text("Nothing found")
    expect(group(page, "Phase")).to_be_hidden()
    assert page.evaluate(focused)


def test_more_results_come_when_asked_for_and_the_focus_goes_to_the_first_of_them(page: Page, home: str):
    opened(page, home, EVERYTHING)
    expect(results(page)).to_have_count(10)
    page.get_by_role("button", name="Show more").press("Enter")
    expect(results(page)).to_have_count(11)
    expect(results(page).nth(10)).to_be_focused()
    expect(page.get_by_role("button", name="Show more")).to_be_hidden()
    assert len({*listed(page)}) == 11


def test_filters_that_a_reader_closed_stay_closed(page: Page, home: str):
    opened(page, home, "q=school")
    page.locator("summary", has_text="Filters").click()
    box(page).fill("harbour")
    expect(status(page)).to_contain_text("‘harbour’")
    expect(group(page, "Kind")).to_be_hidden()


# ------------------------------------------------------------------------------------- slow and broken networks


def test_an_answer_that_comes_late_does_not_replace_a_newer_one(page: Page, home: str):
    page.clock.install()
    held: list[Route] = []
    late = True
    page.route("**/fragment/**", lambda route: held.append(route) if late else route.continue_())
    with page.expect_request("**/fragment/**"):
        page.goto(f"{home}search/?q=harbour")
    box(page).fill("qqqqqqqqq")
    expect(status(page)).to_contain_text("Nothing found for ‘qqqqqqqqq’")
    late = False
    for route in held:
        with page.expect_event("requestfinished"):
            route.continue_()
    let_answers_come(page, home, "harbour")
    expect(status(page)).to_contain_text("Nothing found for ‘qqqqqqqqq’")
    assert [] == listed(page)


FETCHED = "The search could not be fetched. Try again"
PARTS = {
    "program": "**/pagefind/pagefind.js*",
    "entry": "**/pagefind-entry.json*",
    "list of all parts": "**/*.pf_meta",
    "machine": "**/wasm.*",
    "words": "**/*.pf_index",
    "filter": "**/*.pf_filter",
    "page": "**/*.pf_fragment",
}
each_part = pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)


@each_part
def test_a_part_that_does_not_come_is_said_and_the_search_goes_on_once_it_does(
    context: BrowserContext, home: str, part: str
):
    with context.new_page() as page:
        page.route(part, lambda route: route.abort())
        page.goto(f"{home}search/?q=harbour&theme=Trust")
        expect(status(page)).to_have_text(FETCHED)
        expect(page.get_by_role("link", name="All ways to browse")).to_be_visible()
        assert [] == listed(page)
        page.unroute(part)
        page.get_by_role("button", name="Try again").press("Enter")
        expect(status(page)).to_contain_text(re.compile("^[1-9][0-9]* pieces? for ‘harbour’"), timeout=20_000)
        expect(results(page).first).to_be_visible()
        assert page.evaluate("document.activeElement !== document.body")


@pytest.mark.parametrize("part", ["words", "page"])
def test_a_page_of_another_kind_in_the_place_of_a_part_is_not_taken_for_an_answer(
    context: BrowserContext, home: str, part: str
):
    with context.new_page() as page:
        page.route(PARTS[part], lambda route: route.fulfill(status=200, body="<h1>Sign in to use this network</h1>"))
        page.goto(f"{home}search/?q=harbour")
        expect(status(page)).to_have_text(FETCHED)
        assert [] == listed(page)


def test_a_reader_who_goes_offline_is_told_so_and_back_online_has_the_results(context: BrowserContext, home: str):
    with context.new_page() as page:
        opened(page, home, "q=school")
        context.set_offline(True)
        box(page).fill("harbour lighthouse")
        expect(status(page)).to_have_text(FETCHED)
        assert [] == listed(page)
        context.set_offline(False)
        expect(status(page)).to_contain_text("for ‘harbour lighthouse’")


def test_more_results_that_do_not_come_are_said(context: BrowserContext, home: str):
    with context.new_page() as page:
        opened(page, home, EVERYTHING)
        page.route(PARTS["page"], lambda route: route.abort())
        page.get_by_role("button", name="Show more").press("Enter")
        expect(status(page)).to_have_text("The next results could not be fetched. Try again")


def test_a_search_that_takes_its_time_says_that_it_searches(page: Page, home: str):
    held: list[Route] = []
    slow = True
    page.route("**/*.pf_index", lambda route: held.append(route) if slow else route.continue_())
    page.goto(f"{home}search/?q=harbour")
    expect(status(page)).to_have_text("Searching for ‘harbour’…")
    slow = False
    for route in held:
        route.continue_()
    expect(status(page)).to_contain_text(" for ‘harbour’.")


def test_a_search_page_without_its_script_says_so_after_a_while(context: BrowserContext, home: str):
    with context.new_page() as page:
        page.route("**/search-item.js", lambda route: route.abort())
        page.goto(f"{home}search/?q=harbour")
        expect(status(page)).to_contain_text("The search has not come yet. If it does not, load this page again")
        expect(status(page).locator("span")).to_be_visible()


def test_the_box_says_what_could_not_be_fetched_and_tries_again(context: BrowserContext, home: str):
    with context.new_page() as page:
        page.route("**/*.pf_index", lambda route: route.abort())
        page.goto(home + "about/")
        page.keyboard.press("/")
        page.keyboard.type("harbour")
        expect(panel(page).get_by_role("status")).to_have_text(FETCHED)
        page.unroute("**/*.pf_index")
        panel(page).get_by_role("button", name="Try again").press("Enter")
        expect(panel(page).get_by_role("status")).to_have_text(COUNTED)
        expect(page.locator(".w-search-box input")).to_be_focused()


def test_a_box_without_its_script_says_so_and_return_leads_on(context: BrowserContext, home: str):
    with context.new_page() as page:
        page.route("**/search-box.js", lambda route: route.abort())
        page.goto(home + "about/")
        page.keyboard.press("/")
        expect(page.locator("header").get_by_role("status")).to_contain_text("The search could not be fetched here.")
        page.keyboard.type("harbour")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{home}search/?q=harbour")


# ---------------------------------------------------------------------------------------- the box in the header


def panel(page: Page) -> Locator:
    return page.locator(".w-search-panel")


def test_the_box_leads_to_the_page_with_all_results(page: Page, home: str):
    page.goto(home)
    page.keyboard.press("/")
    page.keyboard.type("school")
    expect(panel(page).get_by_role("status")).to_have_text(COUNTED)
    expect(panel(page).get_by_role("list", name="Results").get_by_role("link")).to_have_count(5)
    page.keyboard.press("ArrowUp")
    expect(panel(page).get_by_role("link", name="All results, and filters")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".w-search-box input")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{home}search/?q=school")
    expect(status(page)).to_contain_text("for ‘school’")


def test_tab_leads_through_the_panel_and_out_of_it(page: Page, home: str):
    page.goto(home + "about/")
    page.keyboard.press("Control+k")
    page.keyboard.type("harbour")
    expect(panel(page)).to_be_visible()
    links = panel(page).get_by_role("link").count()
    page.keyboard.press("Tab")
    expect(page.locator("header").get_by_role("button", name="Search", exact=True)).to_be_focused()
    for at in range(links):
        page.keyboard.press("Tab")
        expect(panel(page).get_by_role("link").nth(at)).to_be_focused()
    page.keyboard.press("Tab")
    expect(panel(page)).to_be_hidden()


def test_escape_closes_the_panel_even_for_an_answer_on_its_way(page: Page, home: str):
    page.clock.install()
    page.goto(home + "about/")
    page.keyboard.press("/")
    page.keyboard.type("harbour")
    expect(panel(page)).to_be_visible()
    page.keyboard.type("s")
    page.keyboard.press("Escape")
    let_answers_come(page, home, "harbours")
    expect(panel(page)).to_be_hidden()
    expect(page.locator(".w-search-box input")).to_have_value("harbours")


def test_leaving_the_box_closes_it_even_for_an_answer_on_its_way(page: Page, home: str):
    page.clock.install()
    page.goto(home + "about/")
    page.keyboard.press("/")
    page.keyboard.type("harbour")
    page.keyboard.press("Shift+Tab")
    let_answers_come(page, home, "harbour")
    expect(panel(page)).to_be_hidden()


def test_whoever_has_left_the_box_before_its_script_came_sees_no_panel(page: Page, home: str):
    page.clock.install()
    waiting: list[Route] = []
    page.route("**/search-box.js", lambda route: waiting.append(route))
    page.goto(home + "about/")
    with page.expect_request("**/search-box.js"):
        page.keyboard.press("/")
    page.keyboard.type("harbour")
    page.keyboard.press("Shift+Tab")
    with page.expect_response("**/*.pf_fragment"):
        waiting[0].continue_()
    let_answers_come(page, home, "harbour")
    expect(panel(page)).to_be_hidden()


def test_the_search_page_takes_the_shortcuts_itself(page: Page, home: str):
    opened(page, home, "q=harbour")
    for keys in ("/", "Control+k"):
        results(page).first.focus()
        page.keyboard.press(keys)
        expect(box(page)).to_be_focused()


def test_on_a_phone_the_header_leads_to_the_search_page(page: Page, home: str):
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(home + ACCOUNT)
    expect(page.locator(".w-search-box input")).to_be_hidden()
    page.locator("header").get_by_role("link", name="Search", exact=True).click()
    page.wait_for_url(home + "search/#_q")
    expect(box(page)).to_be_focused()
    box(page).fill("harbour")
    expect(results(page).first).to_be_visible()
    expect(group(page, "Kind")).to_be_hidden()
    page.goto(home + ACCOUNT)
    page.keyboard.press("/")
    page.wait_for_url(home + "search/#_q")
    expect(box(page)).to_be_focused()
    page.goto(home + "search/")
    expect(page.get_by_role("heading", name="Search", exact=True)).to_be_visible()
    expect(box(page)).not_to_be_focused()


def test_on_a_small_screen_return_brings_the_count_into_view(page: Page, home: str):
    page.set_viewport_size({"width": 180, "height": 320})
    page.goto(home + "search/")
    expect(page.locator(".w-keys")).to_be_hidden()
    box(page).fill("harbour")
    box(page).press("Enter")
    expect(status(page)).to_contain_text("for ‘harbour’")
    expect(status(page)).to_be_in_viewport(ratio=1)
    expect(status(page)).to_be_focused()
    expect(results(page).first).to_be_visible()


def test_a_result_says_of_every_date_what_it_is_of(page: Page, home: str):
    opened(page, home, "q=reading+groups")
    facts = page.locator(".w-results .w-item-facts").first
    said = "Harbour & Hill · Primary · Practice of March 2003 · First published in March 2005 · A. <Writer>"
    expect(facts).to_contain_text(said)
    expect(facts.get_by_text("·").first).to_have_attribute("aria-hidden", "true")


# ------------------------------------------------------------------------------------------------- without scripts


def test_without_scripts_the_page_says_so_and_leads_to_the_ways_round(chromium: Browser, home: str):
    with chromium.new_context(java_script_enabled=False) as context, context.new_page() as page:
        page.goto(home)
        expect(page.locator("header").get_by_role("searchbox")).to_be_hidden()
        page.locator("header").get_by_role("link", name="Search", exact=True).click()
        page.wait_for_url(f"{home}search/#_q")
        expect(page.locator(".w-search-form")).to_be_hidden()
        expect(page.locator("noscript p")).to_be_visible()  # its text is no text to get_by_text
        expect(page.locator(".w-search-body")).to_be_hidden()
        page.get_by_role("link", name="All ways to browse").click()
        page.wait_for_url(home + "browse/")


def test_without_scripts_every_piece_is_reached_from_the_browse_pages(
    chromium: Browser, home: str, sample_site: SiteContext
):
    pieces = {f"{piece.folder}/" for piece in sample_site.published.pieces}
    seen: set[str] = set()
    waiting = ["browse/"]
    with chromium.new_context(java_script_enabled=False) as context, context.new_page() as page:
        while waiting and not pieces <= seen:
            page.goto(home + waiting.pop(0))
            for link in page.locator("main a[href]").all():
                target = urlsplit(urljoin(page.url, link.get_attribute("href")))
                address = target.path.removeprefix("/")
                if home.startswith(f"{target.scheme}://{target.netloc}") and address not in seen:
                    seen.add(address)
                    waiting += [address] if address.endswith("/") and address not in pieces else []
    assert pieces <= seen


# --------------------------------------------------------------------------------------------------- spelling.js

VARIED = {
    "organise": "organize",
    "organizations": "organisations",
    "analyse": "analyze",
    "realising": "realizing",
    "behaviour": "behavior",
    "misbehavior": "misbehaviour",
    "colours": "colors",
    "neighborhood": "neighbourhood",
    "favourite": "favorite",
    "labour": "labor",
    "armour": "armor",
    "travelled": "traveled",
    "modelling": "modeling",
    "counsellors": "counselors",
    "programme": "program",
    "enquiry": "inquiry",
    "center": "centre",
    "practise": "practice",
    "maths": "mathematics",
    "child": "children",
    "people": "person",
    "women": "woman",
    "criteria": "criterion",
    "analyses": "analysis",
    "catalog": "catalogue",
    "focused": "focussed",
}
UNVARIED = """
    advise advised exercise exercises promise promised promises four hour our your tour flour pour source court course
    comprise compromise devise disguise enterprise expertise franchise improvise likewise otherwise merchandise
    paradise praise precise premise raise revise rise supervise surprise televise treatise wise noise size prize seize
    citizen floor florist door school teacher trust visit listen concise cruise bruise glory
"""
SPELLING = """([home, name, ...given]) =>
    import(`${home}assets/scripts/spelling.js`).then((all) => all[name](...given))"""


def spelling(page: Page, home: str, name: str, *given: object) -> object:
    if not page.url.startswith(home):
        page.goto(home + "about/")
    return page.evaluate(SPELLING, [home, name, *given])


def test_words_have_the_other_spelling_and_number_too(page: Page, home: str):
    for word, another in VARIED.items():
        assert spelling(page, home, "spellingsOf", word)[0] == word
        assert another in spelling(page, home, "spellingsOf", word), word
        assert word in spelling(page, home, "spellingsOf", another), another


def test_words_that_have_one_spelling_keep_it(page: Page, home: str):
    assert [] == [word for word in UNVARIED.split() if spelling(page, home, "spellingsOf", word) != [word]]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", []),
        ("?!", []),
        ("The schools and their heads", ["schools", "heads"]),
        ("what is it", ["what", "is", "it"]),
        ("Teachers’ children's", ["teachers", "children"]),
        ("don't", ["dont"]),
        ("school-to-school school", ["school"]),
        ("co-operate e-mail re-read", ["cooperate", "email", "reread"]),
        ("Café ÜBER", ["cafe", "uber"]),
        ("2005 b2b", ["2005", "b2b"]),
        ("IT and the LEAs", ["IT", "LEAs"]),
        ("HOW IS IT TAUGHT", ["taught"]),
        ("P.E. and K.S.2", ["PE", "KS2"]),
        ("Łódź Straße Æsop", ["lodz", "strasse", "aesop"]),
        (" ".join(f"w{n}" for n in range(99)), [f"w{n}" for n in range(12)]),
    ],
)
def test_a_query_is_the_words_that_tell_something(page: Page, home: str, query: str, words: list[str]):
    assert words == spelling(page, home, "wordsOf", query)


def test_no_query_becomes_more_than_eight_searches(page: Page, home: str):
    words = ["child", "maths", "programme", "centre", "organise"]
    lists = spelling(page, home, "inEverySpelling", [spelling(page, home, "spellingsOf", word) for word in words])
    assert len(lists) <= 8
    assert lists[0] == words
    assert all(len(each) == len(words) for each in lists)


@pytest.mark.parametrize(
    ("word", "typed", "is_form"),
    [
        ("ties", "tie", True),
        ("tie", "ties", True),
        ("using", "used", True),
        ("planning", "plan", True),
        ("plan", "planning", True),
        ("happy", "happily", True),
        ("studies", "study", True),
        ("study", "studies", True),
        ("leadership", "leader", True),
        ("organisation", "organise", True),
        ("class", "classes", True),
        ("sustaining", "sustainability", True),
        ("helpful", "helpfulness", True),
        ("stand", "stable", False),
        ("harbour", "harbourmaster", False),
        ("school", "scholar", False),
        ("net", "network", False),
    ],
)
def test_forms_of_a_word_are_told_from_other_words(page: Page, home: str, word: str, typed: str, is_form: bool):
    assert is_form == spelling(page, home, "isForm", word, typed)


@pytest.mark.parametrize(
    ("written", "forms"),
    [
        ("“teacher-led,”", ["teacher", "led", "teacherled"]),
        ("school.", ["school"]),
        ("children’s", ["children", "s", "childrens"]),
        ("—", []),
    ],
)
def test_a_word_of_a_text_is_found_whole_and_in_its_parts(page: Page, home: str, written: str, forms: list[str]):
    assert forms == spelling(page, home, "formsOf", written)


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("netwrok", "network"),
        ("enqiury", "enquiry"),
        ("leadrship", "leadership"),
        ("trsut", "trust"),
        ("trst", "trust"),
        ("network", "network"),
        ("hello", None),
        ("zzyzzx", None),
        ("", None),
    ],
)
def test_a_misspelt_word_has_the_nearest_known_one(page: Page, home: str, word: str, right: str | None):
    known = ["network", "enquiry", "leadership", "trust", "help", "truth"]
    assert right == spelling(page, home, "nearest", word, known)


def test_of_two_words_as_near_the_more_frequent_is_taken(page: Page, home: str):
    assert "trees" == spelling(page, home, "nearest", "tries", ["trees", "ties"])
