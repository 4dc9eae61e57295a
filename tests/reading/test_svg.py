"""An SVG of the publication draws, and does nothing else: a browser runs what is in one that is opened by itself."""

import time

import pytest

from wawla.reading.svg import MOST_BYTES, svg_findings
from wawla.reading.tree import Tree

LOGO = "docs/assets/logo.svg"
BEGIN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">\n'
PNG = "data:image/png;base64,iVBORw0KGgo="
XHTML, FOREIGN = "http://www.w3.org/1999/xhtml", "http://www.inkscape.org/namespaces/inkscape"


def told(inside: str, begin: str = BEGIN) -> list[tuple[int, str]]:
    """Line and message of what is wrong with a drawing that holds this."""
    found = list(svg_findings(Tree.of({LOGO: f"{begin}{inside}</svg>".encode()})))
    assert [] == [each for each in found if each.code != "FIL013"]
    return [(each.place.line, each.message.removeprefix(f"{LOGO} ")) for each in found]


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M1 1h7v7z" transform="rotate(4)" fill="url(#a)" style="mask: url( \'#b\' )"/>',
        f'<image href="{PNG}"/><image x:href="{PNG}"/><use href="#a"/><use x:href="#a"/><image href=""/>',
        f"<style>.a {{ fill: url(#b); mask: url(\"{PNG}\") }}</style><style>.b {{ font-family: '\\201C' }}</style>",
        "<title>Our logo</title><text>url(http://a.example) on=1 javascript:</text><!-- <script> -->",
        f'<i:namedview xmlns:i="{FOREIGN}" i:path="C:\\a(1).svg" i:onedge="no"/>',
        '<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>',
    ],
    ids=["shapes", "of itself", "style", "words", "what a drawing program notes", "licence"],
)
def test_what_draws_is_left_in_peace(inside: str):
    assert [] == told(inside)
    assert [] == told(inside, '\ufeff<?xml version="1.0" encoding="UTF-8"?>\n' + BEGIN)


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("\n<script>a()</script>", (3, "holds <script>, which is more than a drawing")),
        ("<foreignObject/>", (2, "holds <foreignObject>, which is more than a drawing")),
        (f'<h:iframe xmlns:h="{XHTML}"/>', (2, "holds <iframe>, which is more than a drawing")),
        (f'<metadata><script xmlns="{XHTML}"/></metadata>', (2, "holds <script>, which is more than a drawing")),
        ('<a href="#b"/>', (2, "holds <a>, which is more than a drawing")),
        ('<set attributeName="href" to="#b"/>', (2, "holds <set>, which is more than a drawing")),
        ('<g onclick="a()"/>', (2, "holds onclick=, which runs a script")),
        ('<g\n OnLoad="a()"/>', (2, "holds OnLoad=, which runs a script")),
        ('<use href="java&#x73;cript:a()"/>', (2, "leads out of itself, with href=")),
        ('<use x:href=" https://a.example/b.svg#c"/>', (2, "leads out of itself, with href=")),
        ('<image href="//a.example/b.png"/>', (2, "leads out of itself, with href=")),
        ('<image href="b.png"/>', (2, "leads out of itself, with href=")),
        ('<image href="data:image/svg+xml,x"/>', (2, "leads out of itself, with href=")),
        ('<use href="data:text/html,x"/>', (2, "leads out of itself, with href=")),
        ('<g xml:base="https://a.example/"/>', (2, "leads out of itself, with base=")),
        ('<path fill="url(https://a.example)"/>', (2, "leads out of itself, with fill=")),
        ("<path fill=\"url(#a) url( '//a.example' )\"/>", (2, "leads out of itself, with fill=")),
        ('<path style="fill: \\75rl(//a.example)"/>', (2, "leads out of itself, with style=")),
        ("<path style=\"fill: image-set('//a.example' 1x)\"/>", (2, "leads out of itself, with style=")),
        ("<style>\n@import '//a.example';</style>", (3, "leads out of itself, in <style>")),
        ("<style>@imp<![CDATA[ort]]>&#x20;'a'</style>", (2, "leads out of itself, in <style>")),
        ("<style>\n\n@\\69mport 'a';</style>", (4, "leads out of itself, in <style>")),
        ("<style>@font-face {src: URL(data:font/woff2,a)}</style>", (2, "leads out of itself, in <style>")),
        ("<style>@im<g/>port 'a';</style>", (2, "holds <g> within <style>")),
        ('<?xml-stylesheet href="#a"?>', (2, "holds an instruction to programs, <?xml-stylesheet?>")),
        ("<g>", (2, "cannot be read as SVG: mismatched tag")),
        ("&a;", (2, "cannot be read as SVG: undefined entity")),
    ],
)
def test_what_does_more_is_named_at_its_line(inside: str, expected: tuple[int, str]):
    assert expected in told(inside)


@pytest.mark.parametrize(
    ("begin", "expected"),
    [
        ("<!DOCTYPE svg>" + BEGIN, (1, "has a DOCTYPE, which may say that signs mean something else")),
        (
            '<!DOCTYPE svg [<!ENTITY a "<script>b()</script>">]>' + BEGIN + "&a;",
            (1, "has a DOCTYPE, which may say that signs mean something else"),
        ),
        (
            '<?xml version="1.0" encoding="iso-8859-1"?>' + BEGIN,
            (1, "says that it is encoded as iso-8859-1, and not as UTF-8"),
        ),
        ("<svg>", (1, "is not an SVG")),
        (f'<html xmlns="{XHTML}"><script>a()</script></html>', (1, "is not an SVG")),
        ("GIF89a", (1, "cannot be read as SVG: not well-formed (invalid token)")),
    ],
    ids=["doctype", "entity", "Latin-1", "no namespace", "HTML", "GIF"],
)
def test_what_begins_otherwise_is_named_too(begin: str, expected: tuple[int, str]):
    assert [expected] == told("", begin)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "utf-7"])
def test_a_drawing_in_another_encoding_is_refused(encoding: str):
    data = f"{BEGIN}<script/>é</svg>".encode(encoding)
    assert ["FIL013"] == [each.code for each in svg_findings(Tree.of({LOGO: data}))]


def test_a_drawing_wherever_it_lies_is_read_but_not_a_pointer():
    tree = Tree.of(dict.fromkeys(["docs/theme/A.SVG", "tools/a/b.svg", "docs/assets/c.svg", "docs/assets/d.css"], b""))
    found = [each.place.path for each in svg_findings(tree, {"docs/assets/c.svg"})]
    assert ["docs/theme/A.SVG", "tools/a/b.svg"] == found


@pytest.mark.parametrize("piece", ["<g>", "<a/>", "\\", "url(", "<style>\n\n\n</style>", "<style/>", "\n", "on='' "])
def test_a_drawing_made_to_take_long_does_not(piece: str):
    began = time.process_time()
    for begin in (BEGIN, BEGIN + "<style>", BEGIN + "<path style='"):
        assert len(told(piece * ((MOST_BYTES - 400) // len(piece)), begin)) <= 20
    assert time.process_time() - began < 10


def test_a_drawing_of_more_bytes_is_not_read():
    path, message = LOGO, "is larger than 1024 KiB"
    [finding] = svg_findings(Tree.of({path: b" " * (MOST_BYTES + 1)}))
    assert f"{path} {message}" == finding.message
