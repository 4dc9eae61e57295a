"""Hostile inputs, each with what is to become of it: `ACCEPT`, or the code of the finding that refuses it."""

import io
import os
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

ACCEPT = "accept"
"""The input is odd, but harmless: nothing is found that would stop a build."""


@dataclass(frozen=True)
class Case:
    """One input: its name, what it is, and what becomes of it."""

    name: str
    what: bytes
    verdict: str

    def __str__(self) -> str:
        """Its name, as pytest shows it."""
        return self.name


def case(name: str, what: str | bytes, verdict: str) -> Case:
    """A case whose input may be written as text."""
    return Case(name, what.encode() if isinstance(what, str) else what, verdict)


FRONT = [  # one line or more of front matter, put before the fields of a good piece
    case("a second colon", "who_for: a: b", "YML003"),
    case("a bracket that never closes", "who_for: [a", "YML003"),
    case("a brace that never closes", "who_for: {a: b", "YML003"),
    case("a quotation mark that never closes", 'who_for: "a', "YML003"),
    case("a tab for indentation", "who_for:\n\t- a", "YML003"),
    case("a bare at-sign", "who_for: @a", "YML003"),
    case("a bare backtick", "who_for: `a`", "YML003"),
    case("a bare percent sign", "who_for: %a", "YML003"),
    case("template braces", "who_for: {{ config }}", "YML009"),
    case("a directive", "%YAML 1.1", "YML003"),
    case("an escape for half a letter", 'who_for: "\\ud800"', "YML003"),
    case("an escape that does not exist", 'who_for: "\\z"', "YML003"),
    case("a control character", "who_for: a\x07b", "YML003"),
    case("an escape sequence of a terminal", "who_for: \x1b[31mred", "YML003"),
    case("a line separator", "who_for: a\u2028b", "YML003"),
    case("a next-line character", "who_for: a\x85b", "YML003"),
    case("a sign that is none", "who_for: a\ufffe", "YML003"),
    case("a field twice", "who_for: a\nwho_for: b", "YML004"),
    case("a field twice, once in quotes", 'who_for: a\n"who_for": b', "YML004"),
    case("an anchor", "who_for: &a heads", "YML005"),
    case("an alias", "who_for: *a", "YML005"),
    case(
        "a bomb of aliases",
        "a: &a [x,x,x,x,x,x,x,x,x]\n"
        + "".join(f"{n}: &{n} [{','.join(['*' + chr(ord(n) - 1)] * 9)}]\n" for n in "bcdefghi"),
        "YML005",
    ),
    case("an alias to itself", "who_for: &a [*a]", "YML005"),
    case("a merge key", "<<: {draft: true}", "YML006"),
    case("a merge of an alias", "<<: *a", "YML006"),
    case("a tag for text", "who_for: !!str a", "YML007"),
    case("a tag that calls a program", "who_for: !!python/object/apply:os.system ['touch /tmp/hurt']", "YML007"),
    case("a tag that imports", "who_for: !!python/name:os.system", "YML007"),
    case("a tag that makes an object", "who_for: !!python/object/new:type {args: [a]}", "YML007"),
    case("a tag for bytes", "who_for: !!binary aGVhZHM=", "YML007"),
    case("a tag of one's own", "who_for: !hurt a", "YML007"),
    case("a tag of ten thousand letters", "who_for: !" + "a" * 10_000 + " b", "YML007"),
    case("no for a word", "who_for: no", "YML008"),
    case("on for a word", "who_for: on", "YML008"),
    case("a number in eights for a word", "who_for: 012", "YML008"),
    case("a time for a word", "who_for: 1:30", "YML008"),
    case("infinity for a word", "who_for: .inf", "YML008"),
    case("a number of ten thousand figures", "who_for: " + "9" * 10_000, "YML008"),
    case("a list for the name of a field", "? [a]\n: b", "YML009"),
    case("lists within lists", "who_for: " + "[" * 50_000 + "]" * 50_000, "YML010"),
    case("groups within groups", "who_for: " + "{a: " * 20_000 + "b" + "}" * 20_000, "YML010"),
    case("items within items", "who_for:\n" + "- " * 50_000 + "a", "YML010"),
    case("lists without an end", "who_for: " + "[" * 100_000, "YML010"),
    case("keys within keys", "? " * 20_000, "YML010"),
    case("a second document", "who_for: a\n--- b", "YML003"),
    case("a field of the program itself", "__class__: a", "SCH001"),
    case("a private field", "_places: {}", "SCH001"),
    case("the name of a method", "attach: a", "SCH001"),
    case("the inner name of a field", "form: discussion", "SCH001"),
    case("a field of ten thousand letters", "a" * 1_000 + ": b", "SCH001"),
    case("a thousand unknown fields", "".join(f"a{n}: b\n" for n in range(1000)), "SCH001"),
    case("two lines where one is meant", 'who_for: "a\\nb"', "SCH005"),
    case("a carriage return in a text", 'who_for: "a\\rb"', "SCH005"),
    case("a text of a hundred thousand letters", "who_for: " + "a" * 100_000, "SCH008"),
    case("a picture outside its folder", "pictures: [{file: ../../../etc/passwd, alt: a, credit: b}]", "SCH005"),
    case("a picture at the root of the system", "pictures: [{file: /etc/passwd, alt: a, credit: b}]", "SCH005"),
    case("a picture on another site", "pictures: [{file: 'https://a.example/b.png', alt: a, credit: b}]", "SCH005"),
    case("a source outside the register", "sources: [../../etc/passwd]", "SCH005"),
    case("a skip without a reason", "skip: {TXT005: ' '}", "SKP001"),
    case("a skip of something that is no rule", "skip: {'*': every rule}", "SKP003"),
    case("a skip of the schema", "skip: {SCH001: because}\ncolour: red", "SCH001"),
    case("escape signs of HTML", "who_for: '&lt;b&gt; & <b>'", "TXT024"),
    case("signs of a shell", "who_for: '$(touch /tmp/hurt) `id` ; rm -rf /'", "TXT024"),
    case("signs of a format", "who_for: '{0.__class__} %s %(a)s ${a}'", "TXT024"),
    case("signs of a template between quotes", "who_for: '{{ config }} {% raw %}'", ACCEPT),
    case("an annotation of a forge", "who_for: '::error file=a::b'", ACCEPT),
    case("the word null between quotes", "who_for: 'null'", ACCEPT),
    case("a formula of a table", "who_for: '=cmd|'' /C calc''!A0'", ACCEPT),
    case("letters of every script", "who_for: 日本語, العربية, 🎓, Ελληνικά", ACCEPT),
]
BODIES = [  # Markdown; whatever the verdict, what is made of it must be safe
    case("script", "<script>hurt()</script>", "TXT005"),
    case("script in capitals", "<SCRIPT>hurt()</SCRIPT>", "TXT005"),
    case("script that never closes", "<script>hurt(", "TXT005"),
    case("script inside script", "<scr<script>ipt>hurt()</scr</script>ipt>", "TXT005"),
    case("script with a slash", "<script/src=//a.example/hurt.js></script>", "TXT005"),
    case("an image that fails", "<img src=x onerror=hurt()>", "TXT005"),
    case("a frame", "<iframe src='https://a.example'></iframe>", "TXT005"),
    case("a frame with a document", "<iframe srcdoc='<script>hurt()</script>'></iframe>", "TXT005"),
    case("an object", "<object data='data:text/html,hurt'></object>", "TXT005"),
    case("an embedded thing", "<embed src='hurt.swf'>", "TXT005"),
    case("a form", "<form action='https://a.example'><input name=a><button>Send</button></form>", "TXT005"),
    case("a base", "<base href='https://a.example/'>", "TXT005"),
    case("a refresh", "<meta http-equiv=refresh content='0;url=https://a.example'>", "TXT005"),
    case("a style", "<style>*{background:url(https://a.example)}</style>", "TXT005"),
    case("a style sheet", "<link rel=stylesheet href='https://a.example/a.css'>", "TXT005"),
    case("a drawing that loads", "<svg onload=hurt()><animate onbegin=hurt()></svg>", "TXT005"),
    case("a drawing that hides a script", "<svg><script>hurt()</script></svg>", "TXT005"),
    case("mathematics that links", "<math><a xlink:href='javascript:hurt()'>a</a></math>", "TXT005"),
    case("a template", "<template><script>hurt()</script></template>", "TXT005"),
    case("no-script", "<noscript><p title='</noscript><img src=x onerror=hurt()>'></noscript>", "TXT005"),
    case("a comment that ends early", "<!--><img src=x onerror=hurt()>-->", "TXT005"),
    case("a comment of another kind", "<![CDATA[<script>hurt()</script>]]>", "TXT005"),
    case("details with a handler", "<details open ontoggle=hurt()>a</details>", "TXT005"),
    case("HTML in a heading", "## A <img src=x onerror=hurt()> heading", "TXT005"),
    case("HTML in a table", "| a | b |\n| --- | --- |\n| <script>hurt()</script> | c |", "TXT005"),
    case("HTML in a footnote", "Text[^1]\n\n[^1]: <script>hurt()</script>", "TXT005"),
    case("HTML in a definition", "Word\n:   <script>hurt()</script>", "TXT005"),
    case("HTML in a note", '!!! note "<script>hurt()</script>"\n    text', "TXT005"),
    case("HTML in the words of a link", "[<img src=x onerror=hurt()>](index.md)", "TXT005"),
    case("a link to a script", "[Read the account](javascript:hurt())", "LNK003"),
    case("a link to a script in mixed letters", "[Read the account](JaVaScRiPt:hurt())", "LNK003"),
    case("a link to a script behind a reference", "[Read the account][a]\n\n[a]: javascript:hurt()", "LNK003"),
    case("a script in angle brackets, which is no link", "Read <javascript:hurt()> first", ACCEPT),
    case("a link with data", "[Read the account](data:text/html;base64,PHNjcmlwdD5odXJ0KCk8L3NjcmlwdD4=)", "LNK003"),
    case("a link to a file of the system", "[Read the account](file:///etc/passwd)", "LNK003"),
    case("a link to a script of another kind", "[Read the account](vbscript:hurt)", "LNK003"),
    case("a link out of the publication", "[Read the account](../../../../etc/passwd)", "LNK005"),
    case("a link from the root of the system", "[Read the account](/etc/passwd)", "LNK003"),
    case("a link to any scheme", "[Read the account](//a.example/hurt)", "LNK003"),
    case("a picture with data", "![A river](data:image/svg+xml,<svg/onload=hurt()>)", "LNK003"),
    case("a picture of another site", "![A river](https://a.example/track.gif)", "PIC015"),
    case("attributes", "A paragraph\n{: onclick=hurt() style='position:fixed' }", "TXT006"),
    case("attributes in a heading", "## A heading {: onclick=hurt() #hurt }", "TXT006"),
    case("attributes of a link", "[Read this account](index.md){: onclick=hurt() }", "TXT006"),
    case("a file of the system", '--8<-- "/etc/passwd"', "TXT007"),
    case("an include", "{!/etc/passwd!}", "TXT007"),
    case("template braces in the text", "{{ config.extra }} {% include 'a' %}", "TXT008"),
    case("letters that turn the text round", "Heads and \u202esdaeh\u202c teachers", "TXT009"),
    case("letters that do not show", "Heads\u200b and teachers", "TXT009"),
    case("tag characters", "Heads \U000e0041\U000e0042 teachers", "TXT009"),
    case("an escape sequence in the text", "Heads \x1b[2J\x1b]0;title\x07 teachers", "TXT009"),
    case("code that looks like script", "Write `<script>` or:\n\n```html\n<script>hurt()</script>\n```", ACCEPT),
    case("code in a language with a handler", "``` { .html onclick=hurt() }\n<b>\n```", ACCEPT),
    case("signs of mathematics", "Where 3 < 5 and 5 > 3, x<3 and 4>y.", ACCEPT),
    case("escaped brackets", "\\<script\\>hurt()\\</script\\>", ACCEPT),
    case("HTML by its names", "&lt;script&gt;hurt()&lt;/script&gt; &#60;script&#62;", ACCEPT),
    case("a title with quotation marks", "[Read the account](index.md 'x\" onmouseover=\"hurt()')", ACCEPT),
    case("a fence with a name that breaks out", '```"><script>hurt()</script>\na\n```', ACCEPT),
    case("a sign that ends Markdown's own hiding place", "a \x02wzxhzdk:0\x03 b \x02amp\x03", "TXT009"),
    case("the hiding place of footnotes", "zz1337820767766393qq[^1]\n\n[^1]: A note.", ACCEPT),
    case("a footnote that notes itself", "Text[^a]\n\n[^a]: See[^a] again.", ACCEPT),
    case("an abbreviation that breaks out", '*[HTML]: "><script>hurt()</script>\n\nOf HTML.', "TXT005"),
]
_EXTRA = "title: A\nsummary: B\n"
FILES = [  # the bytes of a whole file
    case("no bytes", b"", "YML001"),
    case("one line end", b"\n", "YML001"),
    case("nothing but NUL", b"\0" * 1000, "FIL005"),
    case("Latin-1", f"---\n{_EXTRA}who_for: caf\xe9\n---\n".encode("latin-1"), "FIL004"),
    case("UTF-16 with a mark", f"---\n{_EXTRA}---\n".encode("utf-16"), "FIL004"),
    case("UTF-16 without a mark", f"---\n{_EXTRA}---\n".encode("utf-16-be"), "FIL005"),
    case("UTF-32", f"---\n{_EXTRA}---\n".encode("utf-32"), "FIL004"),
    case("UTF-7", b"+AC0ALQAt-", "YML001"),
    case("letters written too long", b"---\ntitle: \xc0\xbcscript\xc0\xbe\n---\n", "FIL004"),
    case("half a letter", b"---\ntitle: \xed\xa0\xbd\n---\n", "FIL004"),
    case("a letter beyond Unicode", b"---\ntitle: \xf4\x90\x80\x80\n---\n", "FIL004"),
    case("a letter cut short", b"---\ntitle: a\n---\n\xe2\x82", "FIL004"),
    case("two byte-order marks", b"\xef\xbb\xbf\xef\xbb\xbf---\ntitle: a\n---\n", "YML001"),
    case("a NUL byte in the body", b"---\ntitle: a\n---\na\0b", "FIL005"),
    case("a file of 256 KiB and one byte", b"---\n" + b"a" * (256 * 1024 - 3), "FIL006"),
    case("a file of 10 MB", b"a" * 10_000_000, "FIL006"),
    case("a program", b"\x7fELF\2\1\1" + b"\0" * 64, "FIL005"),
    case("an archive", b"PK\3\4\x14\0\0\0", "FIL005"),
    case("front matter in braces", b"{title: a}\n", "YML001"),
    case("front matter of TOML", b"+++\ntitle = 'a'\n+++\n", "YML001"),
    case("front matter that ends like a document", b"---\ntitle: a\n...\n", "YML002"),
    case("an indented beginning", b" ---\ntitle: a\n---\n", "YML001"),
    case("a hundred thousand lines of dashes", b"---\n" * 60_000, "YML009"),
]
NAMES = [  # the name of a file beside a tool's index.md
    case("a name with a question mark", "what?.csv", "FIL009"),
    case("a name with a colon, as of a Windows stream", "a.csv:hurt", "FIL009"),
    case("a name with backslashes", "a\\..\\hurt.csv", "FIL009"),
    case("a name with a line end", "a\nb.csv", "FIL009"),
    case("a name that forges an annotation", "a\n::error file=b::hurt.csv", "FIL009"),
    case("a name with an escape sequence", "a\x1b[2J.csv", "FIL009"),
    case("a name that is read backwards", "a\u202evsc.exe", "FIL009"),
    case("a name with an invisible sign", "a\u200b.csv", "FIL009"),
    case("a name in Latin-1", b"caf\xe9.csv", "FIL009"),
    case("a name with a tab", "a\tb.csv", "FIL009"),
    case("a name with a space at its end", "a.csv ", "FIL009"),
    case("a name with a dot at its end", "a.csv.", "FIL009"),
    case("a name Windows keeps for itself", "aux.csv", "FIL009"),
    case("a name with angle brackets", "<script>.csv", "FIL009"),
    case("a name like another", "DATA.CSV", "BUN003"),
    case("a name with a dash at its beginning", "-rf.csv", "BUN001"),
    case("a name with spaces", "two words.csv", "BUN001"),
    case("a name of 240 letters", "a" * 240 + ".csv", "BUN001"),
    case("a page for the browser", "hurt.html", "BUN002"),
    case("a script", "hurt.js", "BUN002"),
    case("a drawing", "hurt.svg", "BUN002"),
    case("a program for Windows", "hurt.exe", "BUN002"),
    case("a second text", "more.md", "FIL007"),
    case("a second text with another ending", "more.markdown", "FIL007"),
    case("the text in capitals", "INDEX.MD", "FIL007"),
    case("a hidden file", ".htaccess", ACCEPT),
]


def picture(form: str, width: int = 40, height: int = 30, **options: object) -> bytes:
    """A picture in one colour."""
    buffer = io.BytesIO()
    Image.new("1" if form == "PNG" else "RGB", (width, height)).save(buffer, form, **options)
    return buffer.getvalue()


def _exif() -> Image.Exif:
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (54.0, 41.0, 0.0)}
    return exif


def _claiming(width: int, height: int) -> bytes:
    """A small PNG whose header claims another size."""
    data = bytearray(picture("PNG"))
    data[16:24] = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    data[29:33] = zlib.crc32(bytes(data[12:29])).to_bytes(4, "big")
    return bytes(data)


_SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>hurt()</script></svg>"
PICTURES = [  # the bytes of river.png, which a piece shows
    case("a PNG", picture("PNG"), ACCEPT),
    case("a JPEG under the name of a PNG", picture("JPEG"), "PIC003"),
    case("a WebP under the name of a PNG", picture("WEBP"), "PIC003"),
    case("a GIF under the name of a PNG", picture("GIF"), "PIC003"),
    case("a drawing with a script under the name of a PNG", _SVG, "PIC003"),
    case("a page under the name of a PNG", b"<!doctype html><script>hurt()</script>", "PIC003"),
    case("a text under the name of a PNG", b"hurt", "PIC003"),
    case("a PostScript file under the name of a PNG", b"%!PS-Adobe-3.0 EPSF-3.0\n", "PIC003"),
    case("no bytes at all", b"", "PIC003"),
    case("a PNG cut off in its header", picture("PNG")[:25], "PIC003"),
    case("a PNG of 6 MB", picture("PNG") + b"\0" * 6 * 2**20, "PIC004"),
    case("a PNG of 30 megapixels", picture("PNG", 6000, 5000), "PIC005"),
    case("a PNG that claims 1,600 megapixels", _claiming(40_000, 40_000), "PIC005"),
    case("a PNG that claims no width", _claiming(0, 40), "PIC003"),
    case("a PNG with a position", picture("PNG", exif=_exif()), "PIC006"),
    case("a PNG with a position after its end", picture("PNG") + b"<x exif:GPSLatitude='54,41N'/>", "PIC006"),
    case("a PNG that is a page as well", picture("PNG") + b"<script>hurt()</script>", ACCEPT),
]
BRACKETS = 250 * 1024
PATHOLOGICAL = [  # bodies that parsers of Markdown take long to read
    case("opening brackets", "[" * BRACKETS, ACCEPT),
    case("pairs of brackets", "[]" * (BRACKETS // 2), ACCEPT),
    case("brackets within brackets", "[" * 2000 + "a" + "](b)" * 2000, ACCEPT),
    case("pictures within pictures", "![" * 20_000, ACCEPT),
    case("quotes within quotes", "> " * 3000 + "a", ACCEPT),
    case("a great many quotes", "> a\n\n" * 20_000, ACCEPT),
    case("items within items", "\n".join(" " * 4 * n + "- a" for n in range(150)), ACCEPT),
    case("stars", "*" * BRACKETS, ACCEPT),
    case("stars and letters", "*a **b " * 20_000, ACCEPT),
    case("low lines", "_a__b" * 30_000, ACCEPT),
    case("backticks of every length", " ".join("`" * n for n in range(1, 600)), ACCEPT),
    case("one letter", "a" * BRACKETS, ACCEPT),
    case("backslashes", "\\" * BRACKETS, ACCEPT),
    case("angle brackets", "<" * BRACKETS, ACCEPT),
    case("ampersands", "&" * BRACKETS, ACCEPT),
    case("line ends", "\n" * BRACKETS, ACCEPT),
    case("spaces", "a" + " " * BRACKETS + "b", ACCEPT),
    case("hashes", "#" * BRACKETS, ACCEPT),
    case("headings all alike", "## a\n\n" * 8000, ACCEPT),
    case("upright lines", "|" * BRACKETS, ACCEPT),
    case(
        "a table of a thousand columns", "|a" * 1000 + "|\n" + "|-" * 1000 + "|\n" + ("|b" * 1000 + "|\n") * 40, ACCEPT
    ),
    case(
        "footnotes",
        "".join(f"[^{n}]" for n in range(5000)) + "\n\n" + "".join(f"[^{n}]: a\n\n" for n in range(5000)),
        ACCEPT,
    ),
    case("references", "".join(f"[a{n}]: b\n" for n in range(10_000)) + "[a0]" * 10_000, ACCEPT),
    case("quotation marks", "\"'" * 60_000, ACCEPT),
    case("notes within notes", "\n".join(" " * 4 * n + "!!! note" for n in range(150)), ACCEPT),
    case("details within details", "\n".join(" " * 4 * n + "??? note" for n in range(150)), ACCEPT),
    case("fences that never close", "```\n" * 20_001, ACCEPT),
    case("definitions", "a\n:   b\n\n" * 15_000, ACCEPT),
]

Plant = Callable[[Path], object]
ON_DISK: list[tuple[str, Plant, str, str]] = [  # what is done in the folder of a tool, the finding, and its path
    (
        "a link to a file of the system",
        lambda tool: (tool / "a.csv").symlink_to("/etc/passwd"),
        "FIL001",
        "tools/example/a.csv",
    ),
    ("a link to a folder of the system", lambda tool: (tool / "a").symlink_to("/etc"), "FIL001", "tools/example/a"),
    (
        "a link out of the publication",
        lambda tool: (tool / "a.csv").symlink_to("../../../outside.txt"),
        "FIL001",
        "tools/example/a.csv",
    ),
    ("a link that leads nowhere", lambda tool: (tool / "a.csv").symlink_to("nothing"), "FIL001", "tools/example/a.csv"),
    ("a link to itself", lambda tool: (tool / "a.csv").symlink_to("a.csv"), "FIL001", "tools/example/a.csv"),
    ("a link round in a circle", lambda tool: (tool / "a").symlink_to(".."), "FIL001", "tools/example/a"),
    ("a link to a device", lambda tool: (tool / "a.csv").symlink_to("/dev/zero"), "FIL001", "tools/example/a.csv"),
    (
        "a link in place of a text",
        lambda tool: replaced(tool, lambda at: at.symlink_to("/etc/passwd")),
        "FIL001",
        "tools/example/index.md",
    ),
    (
        "a link in place of a folder",
        lambda tool: (tool.parent / "other").symlink_to("example"),
        "FIL001",
        "tools/other",
    ),
    (
        "a link in place of a register",
        lambda tool: (tool.parents[1] / "docs/more.md").symlink_to("/etc/passwd"),
        "FIL001",
        "docs/more.md",
    ),
    ("a pipe", lambda tool: os.mkfifo(tool / "a.csv"), "FIL003", "tools/example/a.csv"),
    ("a pipe in place of a text", lambda tool: replaced(tool, os.mkfifo), "FIL003", "tools/example/index.md"),
    ("a submodule", lambda tool: (tool / ".git").write_text("gitdir: ../../.git/modules/a"), "FIL002", "tools/example"),
    ("a repository", lambda tool: (tool / ".git").mkdir(), "FIL002", "tools/example"),
    ("a folder in place of a text", lambda tool: replaced(tool, Path.mkdir), "EDN004", "series/example/first/index.md"),
]


def replaced(tool: Path, by: Callable[[Path], object]) -> None:
    """Put something else in place of the text of a tool."""
    (tool / "index.md").unlink()
    by(tool / "index.md")
