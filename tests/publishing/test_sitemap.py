"""The sitemap, for search engines."""

from wawla.publishing.page import Page
from wawla.publishing.sitemap import sitemap

PAGES = [Page("docs/index.md", "Home", "", ""), Page("tools/a&b/index.md", "A", "", "")]


def test_every_page_has_its_address_and_the_day_it_last_changed_where_that_is_known():
    assert [
        "<url><loc>https://a.example/</loc></url>",
        "<url><loc>https://a.example/tools/a&amp;b/</loc><lastmod>2026-02-03</lastmod></url>",
    ] == sitemap(PAGES, "https://a.example/", {"tools/a&b/index.md": "2026-02-03"}).splitlines()[2:4]
