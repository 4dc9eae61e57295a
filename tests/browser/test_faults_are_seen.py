"""The tests in a browser can fail: on a page with every fault they look for, each is found and named."""

import pytest
from playwright.sync_api import Browser
from serving import served
from sweeping import sweep

pytestmark = pytest.mark.browser

FAULTY = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Faulty</title>
<meta http-equiv="Content-Security-Policy" content="script-src 'self'">
<script src="keeps.js"></script><script>document.title = "forbidden"</script>
</head><body><main><h1>Faulty</h1>
<p style="color: #aaa; background: #fff">Grey on white.</p>
<p style="background: linear-gradient(red, blue)">On a picture nobody can judge.</p>
<p style="white-space: nowrap">This line never ends, and so it stands outside of every window that is only small.</p>
<div style="overflow: hidden; width: 5em; white-space: nowrap">This one is cut off at the end.</div>
<img src="http://127.0.0.1:9/counter.gif" alt="A counter" width="1" height="1">
<img src="there-is-none.png" alt="Nothing" width="1" height="1">
</main></body></html>"""
KEEPS = "localStorage.setItem('reader', '1'); document.cookie = 'visit=1'; throw new Error('slipped')"


@pytest.fixture(scope="module")
def report(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> str:
    site = tmp_path_factory.mktemp("faulty")
    (site / "index.html").write_text(FAULTY, encoding="utf-8")
    (site / "keeps.js").write_text(KEEPS, encoding="utf-8")
    with served(site) as home:
        return sweep(chromium, home, [""]).report()


@pytest.mark.parametrize(
    "said",
    [
        "color-contrast (serious): p:nth-child(2)",
        "color-contrast (serious, to be looked at by a person): p:nth-child(3)",
        "outside the window: “This line never ends",
        "outside the window: “This one is cut off",
        "it scrolls sideways",
        "asks another host: http://127.0.0.1:9/counter.gif",
        "there-is-none.png",
        "Content Security Policy",
        "a script stopped: slipped",
        "keeps “reader”",
        "keeps “cookie visit”",
        "the page is not dark",
        "/ (light, 320 pixels)",
        "/ (dark, 320 pixels)",
    ],
)
def test_a_fault_is_seen_and_said(report: str, said: str):
    assert said in report
