"""Whatever is sent in is accepted as harmless or refused by name, in good time, and reaches no reader as code."""

import dataclasses
import hashlib
import io
import json
import os
import re
import time
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click
import html5lib
import pikepdf
import pytest
import yaml
from cases import ACCEPT, BODIES, FILES, FRONT, NAMES, ON_DISK, PATHOLOGICAL, PICTURES, Case, Plant
from click.testing import CliRunner
from folders import SITE
from pydantic import ValidationError
from site_of_the_sample import with_site

from wawla.checking.examples import TODAY, sample
from wawla.checking.report import FORMATS, Report
from wawla.checking.rule import Good
from wawla.checking.rulebook import DOCUMENTED_MODELS
from wawla.checking.run import check
from wawla.commands.main import main
from wawla.model import Located, Vocabulary
from wawla.model.findings import Finding
from wawla.model.series import Part
from wawla.model.units import POINTS_PER_MM
from wawla.publishing.page import Page
from wawla.publishing.pages import publish
from wawla.publishing.site import SiteContext
from wawla.reading.library import Library
from wawla.reading.reader import read_library
from wawla.reading.tree import Tree
from wawla.reading.visible import is_published
from wawla.rendering import sanitising
from wawla.rendering.bodies import RENDERING, job_of
from wawla.rendering.job import Rendered, RenderJob
from wawla.rendering.markdown_to_html import Renderer
from wawla.runtime.job_failure import JobFailed
from wawla.runtime.worker_pool import WorkerPool

ACCOUNT, TOOL = "accounts_of_practice/example/index.md", "tools/example/index.md"
THINK, EDITION = "series/example/first/think-pieces/example/index.md", "series/example/first/index.md"
STATEMENT = "docs/accessibility.md"
PROSE = "Teachers from several schools met each term. They chose one question and worked on it with care.\n" * 20
SECONDS = 20.0
"""More of a processor's time than this, for a small publication, is a way to stop us: what grows with the square of its
length takes minutes. A busy machine takes longer, and no more of it."""


def files(changed: Mapping[str, bytes]) -> dict[str, bytes]:
    """The small sample publication with some files put in or replaced."""
    tree = sample(Good()).tree
    return {path: tree.read(path) for path in tree.sizes} | dict(changed)


def examined(changed: Mapping[str, bytes]) -> tuple[Library, list[Finding]]:
    """What reading and checking find after the change; in good time, whatever it is."""
    began = time.process_time()
    reading = read_library(Tree.of(files(changed)), TODAY)
    findings = [*reading.findings, *check(reading.library)]
    assert time.process_time() - began < SECONDS
    return reading.library, findings


def verdict(findings: list[Finding], code: str) -> str:
    """The code looked for if it is among the findings; else whatever was found, or `accept`."""
    codes = {finding.code for finding in findings if finding.severity == "error" or finding.code == code}
    return code if code in codes else ",".join(sorted(codes)) or ACCEPT


def judged(case: Case, changed: Mapping[str, bytes]) -> None:
    """Hold a case to its label, and every form of report to its plain letters."""
    library, findings = examined(changed)
    assert case.verdict == verdict(findings, case.verdict)
    for write in FORMATS.values():
        said = click.unstyle(write(Report(findings[:50], 1, library.tree)))
        assert [] == [sign for sign in said if unicodedata.category(sign) in ("Cc", "Cf", "Cs") and sign != "\n"]
        assert len(said) < 200_000


def with_body(markdown: bytes) -> dict[str, bytes]:
    """The tool of the sample with another body."""
    front = files({})[TOOL].partition(b"\n---\n")[0]
    return {TOOL: front + b"\n---\n\n## Steps\n\n" + PROSE.encode() + b"\n" + markdown + b"\n"}


# what is sent in


@pytest.mark.parametrize("case", FRONT, ids=str)
def test_front_matter(case: Case):
    given = case.what.split(b":", 1)[0].strip(b'"')
    rest = files({})[TOOL].removeprefix(b"---\n").splitlines(keepends=True)
    kept = b"".join(line for line in rest if not line.startswith(given + b":") or given not in (b"sources",))
    judged(case, {TOOL: b"---\n" + case.what + b"\n" + kept})


@pytest.mark.parametrize("case", FILES, ids=str)
def test_bytes_of_a_file(case: Case):
    judged(case, {TOOL: case.what})


@pytest.mark.parametrize("case", PICTURES, ids=str)
def test_bytes_of_a_picture(case: Case):
    front, _, body = files({})[TOOL].partition(b"\n---\n")
    shown = b"\npictures:\n- {file: river.png, alt: A river in flood., credit: Us, shows_people: false}\n---\n"
    judged(case, {TOOL: front + shown + body + b"\n![A river](river.png)\n", "tools/example/river.png": case.what})


@pytest.mark.parametrize("case", NAMES, ids=str)
def test_name_of_a_file(case: Case, tmp_path: Path):
    root = laid_out(tmp_path)
    if case.verdict == "BUN003":
        (root / "tools/example/data.csv").write_text("a,b\n1,2\n")
    path = os.path.join(os.fsencode(root), b"tools/example", case.what)  # noqa: PTH118 - bytes are no Path
    with open(path, "w") as file:  # noqa: PTH123 - likewise
        file.write("text")
    assert case.verdict in ({finding["code"] for finding in reported(root)} or {ACCEPT})


@pytest.mark.parametrize(("plant", "code", "path"), [pytest.param(*rest, id=name) for name, *rest in ON_DISK])
def test_what_stands_on_a_disk(plant: Plant, code: str, path: str, tmp_path: Path):
    root = laid_out(tmp_path)
    (tmp_path / "outside.txt").write_text("SECRET")
    plant(root / "tools/example")
    began = time.process_time()
    found = reported(root)
    assert time.process_time() - began < SECONDS
    assert (code, path) in {(finding["code"], finding["path"]) for finding in found}
    assert "root:" not in json.dumps(found)
    assert "SECRET" not in json.dumps(found)


def laid_out(folder: Path) -> Path:
    """The small sample publication on disk."""
    for path, data in files({}).items():
        (folder / "publication" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "publication" / path).write_bytes(data)
    return folder / "publication"


def reported(root: Path) -> list[dict[str, Any]]:
    """What `wawla check` reports as JSON, which it does without a bug of ours."""
    result = CliRunner().invoke(main, ["check", "--root", str(root), "--today", str(TODAY), "--format", "json"])
    assert result.exit_code in (0, 1), result.stderr
    return json.loads(result.stdout)["findings"]


# what becomes of a body


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    """One renderer for all bodies, as a worker has it: none may leave anything behind."""
    return Renderer()


@pytest.mark.parametrize("case", BODIES, ids=str)
def test_body(case: Case):
    judged(case, with_body(case.what))


@pytest.mark.parametrize("case", BODIES, ids=str)
def test_what_is_made_of_a_body_is_on_the_allow_list(case: Case, renderer: Renderer):
    library = read_library(Tree.of(files(with_body(case.what))), TODAY).library
    rendered = renderer.render(
        job_of(library.entries[TOOL], library, "web")
        if TOOL in library.entries
        else RenderJob(TOOL, case.what.decode())
    )
    assert [] == list(not_allowed(rendered.html))


def not_allowed(html: str) -> Iterator[str]:
    """What a browser would see in this HTML that the allow-list does not let through."""
    values = sanitising._VALUES
    for element in html5lib.parseFragment(html, namespaceHTMLElements=False).iter():
        tag = element.tag
        if tag == "DOCUMENT_FRAGMENT":
            continue
        if tag not in sanitising._TAGS:
            yield f"element {tag}"
        for name, value in element.attrib.items():
            allowed = name in sanitising._ATTRIBUTES.get(tag, ()) or value in values.get(tag, {}).get(name, ())
            if name == "class":
                allowed = set(value.split()) <= sanitising._CLASSES.get(tag, set())
            if not allowed or name.startswith("on") or name == "style":
                yield f"attribute {name}={value} of {tag}"
            scheme = "".join(value.split()).partition(":")[0].lower()
            if (
                name in ("href", "src")
                and value[:1] != "#"
                and ":" in value
                and scheme not in ("http", "https", "mailto")
            ):
                yield f"address {value}"
            if name in ("src", "srcset") and ("//" in value or ":" in value):
                yield f"picture of another site {value}"


def test_the_allow_list_itself_lets_nothing_through_that_runs():
    harmful = {
        "script",
        "style",
        "iframe",
        "object",
        "embed",
        "form",
        "input",
        "svg",
        "math",
        "base",
        "meta",
        "link",
        "template",
    }
    attributes = {name for names in (*sanitising._ATTRIBUTES.values(), *sanitising._VALUES.values()) for name in names}
    assert set() == harmful & sanitising._TAGS
    assert [] == [name for name in attributes if name.startswith("on") or name in ("style", "srcdoc", "formaction")]


@pytest.mark.parametrize(
    "addresses",
    ["https://evil.example/a.webp 1w", "//evil.example/a 480w", "sizes/a 480w, javascript:x 2w", "../a.webp 480w", "x"],
)
def test_sizes_of_a_picture_lead_nowhere_but_to_its_sizes(addresses: str):
    for tag in ("source", "img"):
        assert "srcset" not in sanitising.sanitise(f'<{tag} type="image/webp" srcset="{addresses}">')


def test_the_look_for_what_is_not_allowed_would_find_it():
    html = "<p onclick='a'>b</p><svg></svg><a href='java\nscript:a'>b</a><div class='x'>c</div>"
    assert 4 == len(list(not_allowed(html)))


@pytest.mark.parametrize("case", PATHOLOGICAL, ids=str)
@pytest.mark.slow
def test_a_body_that_takes_long_to_parse_is_checked_in_good_time(case: Case):
    examined(with_body(case.what[: 100 * 1024]))


@pytest.mark.slow
def test_a_body_that_takes_long_to_render_ends_within_its_limit(capfd: pytest.CaptureFixture[str]):
    jobs = [RenderJob(case.name, case.what.decode()) for case in PATHOLOGICAL]
    with WorkerPool(RENDERING, 2, 3) as workers:
        outcomes = {job.path: outcome for job, outcome in workers.do(jobs)}
    assert {case.name for case in PATHOLOGICAL} == set(outcomes)
    assert [] == [name for name, outcome in outcomes.items() if not isinstance(outcome, Rendered | JobFailed)]
    assert "" == capfd.readouterr().out


# what becomes of front matter: every text of every model


PAYLOADS = ['"><script>hurt', "'><img onerror=hurt"]
"""Short enough for every text; what is left open is closed by the page round it."""
PARTS = [*{part for _, part in DOCUMENTED_MODELS.values()}, Part]
TEXTS = [
    (part, info.alias or name)
    for part in sorted(PARTS, key=lambda part: part.__name__)
    for name, info in part.model_fields.items()
]


SKIPPING = [part.__name__ for part, name in TEXTS if name == "skip"]
"""Models with skips: what those hold is held by a model of its own."""


def takes(part: type[Located], name: str, value: object) -> bool:
    """Whether this field of a part takes this value, whatever the others hold."""
    try:
        part(**{name: value})
    except ValidationError as error:
        known = {name, next(key for key, info in part.model_fields.items() if name in (key, info.alias))}
        return not any(details["loc"] and details["loc"][0] in known for details in error.errors())
    return True


def hostile(part: type[Located], name: str, payload: str) -> object:
    """The payload in the form this field takes; None where it takes no free text."""
    return next((value for value in (payload, (payload,), {payload: payload}) if takes(part, name, value)), None)


def test_free_text_is_taken_by_many_fields():
    taken = {f"{part.__name__}.{name}" for part, name in TEXTS if hostile(part, name, PAYLOADS[0])}
    assert len(taken) > 50
    assert {"Account.title", "Picture.alt", "Author.name", "Source.publisher", "Vocabulary.themes", "Part.who"} <= taken
    assert set() == taken & {
        "Account.network",
        "Picture.file",
        "Edition.hue",
        "Publisher.contact",
        "Series.order_prefix",
    }


def plain(value: object) -> Any:
    """A value as YAML and JSON write it: tuples are lists."""
    if isinstance(value, tuple):
        return list(map(plain, value))
    return {key: plain(item) for key, item in value.items()} if isinstance(value, dict) else value


def filled(part: type[Located], payload: str, **fixed: object) -> dict[str, Any]:
    """Every field of a part: the payload where it takes free text, else its example."""
    fields: dict[str, Any] = {}
    for name, info in part.model_fields.items():
        written = info.alias or name
        value = hostile(part, written, payload)
        fields[written] = plain(info.examples[0] if value is None else value)
    return {name: value for name, value in (fields | fixed).items() if value is not None}


def infested(payload: str) -> dict[str, bytes]:
    """A publication with the payload in every text of every model, and in the keys of its glossary."""
    kinds = {word: part for word, (_, part) in DOCUMENTED_MODELS.items()}
    person = [filled(kinds["author"], payload, **{other: None}) for other in ("body", "name")]
    consent = filled(kinds["consent"], payload, scope=["web"], until="2099-12-31")
    printing = filled(
        kinds["printing"], payload, pieces=[{"piece": "tools/example", "page": 24, "text": "0f0f0f0f0f0f"}]
    )
    pdf = press_pdf(printing, f"EX/{payload}")
    people = filled(kinds["picture"], payload, file="river.png", shows_people=True, consent=consent)
    piece = {
        "summary": f"What it says: {payload}",
        "authors": person,
        "compiled_by": None,
        "sources": ["source-1"],
        "practice": "2003",
        "published": "2005",
        "draft": False,
        "skip": {"PCE008": payload, "PRV003": {"because": payload, "text": [payload]}},
        "pictures": [
            people,
            filled(kinds["picture"], payload, file="gone.png", consent={**consent, "until": "2020-12-31"}),
        ],
    }
    front = {
        ACCOUNT: filled(kinds["account"], payload, **piece, network="example"),
        TOOL: filled(kinds["tool"], payload, **piece, kind="data-set", data="data.csv"),
        THINK: filled(kinds["think piece"], payload, **piece),
        EDITION: filled(
            kinds["edition"],
            payload,
            number=1,
            reference=f"EX/{payload}",
            published="2005",
            original="source-1",
            skip={"EDN002": payload},
            think_pieces=["example"],
            accounts=["example"],
            tools=["example"],
            people=[filled(Part, payload)],
            sources=["source-1"],
            errata=[filled(kinds["erratum"], payload, piece="tools/example", correction=f"For ten {payload} read.")],
        ),
        "docs/about.md": filled(kinds["page of the site"], payload, skip={"TXT013": payload}, sources=["source-1"]),
        STATEMENT: filled(kinds["page of the site"], payload, skip={}, sources=["source-1"]),
    }
    network = filled(kinds["network"], payload, sources=["source-1"])
    checked = {"date": "2026-01-02", "criteria": ["2.4.4"]}
    register = {
        "accounts_of_practice/networks.yml": {"example": network},
        "series/sources.yml": {"source-1": filled(kinds["source"], payload)},
        "series/glossary.yml": {
            "NLC": filled(kinds["abbreviation"], payload),
            payload: filled(kinds["abbreviation"], payload),
        },
        "series/example/first/printings.yml": [{**printing, "checksum": hashlib.sha256(pdf).hexdigest()}],
        "series/initiatives.yml": [filled(kinds["initiative"], payload, sources=["source-1"])],
        "series/publisher.yml": filled(kinds["publisher"], payload, contact="orders@publisher.sample"),
        "series/vocabulary.yml": filled(Vocabulary, payload),
        "series/example/series.yml": filled(
            kinds["series"],
            payload,
            order_prefix="EX",
            sources=["source-1"],
            holds=[{"at_least": 1, "of": ["account"]}],
            print=filled(kinds["print settings"], payload, profile=None),
        ),
        "docs/accessibility.yml": filled(
            kinds["accessibility"],
            payload,
            manual=[
                filled(kinds["manual check"], payload, **checked, result=result) for result in ("passed", "failed")
            ],
            automatic=filled(kinds["automatic test"], payload, violations=1),
        ),
    }
    body = b"\n## The NLC\n\n" + PROSE.encode() + b"\n![A river](river.png)\n\n![Another](gone.png)\n"
    texts = {
        path: b"---\n"
        + dumped(fields)
        + b"---\n"
        + (body if path in (ACCOUNT, THINK, TOOL) else 2 * (b"\n## NLC\n\n" + PROSE.encode()))
        for path, fields in front.items()
    }
    river = next(case.what for case in PICTURES if case.verdict == ACCEPT)
    return {
        **texts,
        **{path: dumped(fields) for path, fields in register.items()},
        **{
            f"{path.rpartition('/')[0]}/{name}.png": river
            for path in (ACCOUNT, THINK, TOOL)
            for name in ("river", "gone")
        },
        "series/example/first/printings/1.pdf": pdf,
        "tools/example/data.csv": f"{quoted(payload)},b\n{quoted(payload)},2\n".encode(),
    }


def press_pdf(printing: dict[str, Any], reference: str) -> bytes:
    """A file that is what its entry says, and empty."""
    buffer = io.BytesIO()
    size = printing["width"] * POINTS_PER_MM, printing["height"] * POINTS_PER_MM
    with pikepdf.new() as pdf:
        for _ in range(printing["pages"]):
            pdf.add_blank_page(page_size=size)
        pdf.docinfo["/Keywords"] = reference
        pdf.save(buffer, static_id=True)
    return buffer.getvalue()


def quoted(text: str) -> str:
    """A text as a cell of CSV."""
    return '"' + text.replace('"', '""') + '"'


def dumped(fields: Any) -> bytes:
    """Values as YAML that says nothing twice."""

    class Plain(yaml.SafeDumper):
        def ignore_aliases(self, data: Any) -> bool:
            return True

    return yaml.dump(fields, Dumper=Plain, allow_unicode=True, sort_keys=False, width=10_000).encode()


@pytest.fixture(scope="module", params=PAYLOADS)
def pages(request: pytest.FixtureRequest) -> list[Page]:
    """Every page of a publication that has the payload in every text."""
    reading = read_library(Tree.of(files(infested(request.param))), TODAY)
    assert [] == reading.findings
    library, renderer = reading.library, Renderer()
    shown = [entry for entry in library.entries.values() if is_published(entry)]
    rendered = {entry.path: renderer.render(job_of(entry, library, "web")) for entry in shown}
    return publish(SiteContext(library, rendered, {}, SITE))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_the_publication_with_script_has_it_in_every_field_that_takes_text(payload: str):
    library = read_library(Tree.of(files(infested(payload))), TODAY).library
    texts = {f"{part.__name__}.{name}" for part, name in TEXTS if hostile(part, name, payload)}
    held = set(holding(library, payload))
    held |= {f"{part}.skip" for part in SKIPPING if "Skip.because" in held}
    assert {"Erratum.piece"} == texts - held, "it names the folder of a piece, or is refused"


def holding(value: object, payload: str, field: str = "") -> Iterator[str]:
    """The fields of all models within a value that hold the payload, whatever they hold it in."""
    if isinstance(value, str) and payload in value:
        yield field
    elif isinstance(value, Located):
        for name, info in type(value).model_fields.items():
            yield from holding(getattr(value, name), payload, f"{type(value).__name__}.{info.alias or name}")
    elif isinstance(value, Mapping):
        yield from (found for pair in value.items() for each in pair for found in holding(each, payload, field))
    elif isinstance(value, tuple | list):
        yield from (found for each in value for found in holding(each, payload, field))
    elif dataclasses.is_dataclass(value):
        for each in dataclasses.fields(value):
            yield from holding(getattr(value, each.name), payload)


def test_script_in_every_text_of_every_model_reaches_no_page_as_code(pages: list[Page]):
    assert [] == [(page.path, harm) for page in pages for harm in harmful(page.html)]


def test_the_text_is_there_all_the_same(pages: list[Page]):
    texts = {page.path: "".join(html5lib.parseFragment(page.html).itertext()) for page in pages}
    assert [] == [path for path in (ACCOUNT, TOOL, THINK, EDITION, STATEMENT) if "hurt" not in texts[path]]


def harmful(html: str) -> Iterator[str]:
    """Elements and attributes of a page that a payload has made."""
    for element in html5lib.parse(html, namespaceHTMLElements=False).iter():
        if isinstance(element.tag, str):
            inside = "".join(element.itertext())
            is_data = element.get("type") == "application/ld+json" and "<" not in inside  # nothing runs it or ends it
            if element.tag.rpartition("}")[2] in ("script", "style") and "hurt" in inside and not is_data:
                yield element.tag
            yield from (name for name, value in element.attrib.items() if name.startswith("on") and "hurt" in value)
            yield from (name for name in element.attrib if "hurt" in name)


def test_the_look_for_harm_would_find_it():
    assert 2 == len(list(harmful("<p title=''><script>hurt</p></script><img onerror=hurt>")))
    assert 1 == len(list(harmful('<script type="application/ld+json">"<script>hurt"</script>')))


@pytest.mark.slow
@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_file_of_a_built_site_holds_the_script(payload: str, tmp_path: Path, run: Callable[..., Any]):
    root = laid_out(tmp_path)
    for path, data in infested(payload).items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_bytes(re.sub(rb"^  PRV003:\n(?:    .*\n)+", b"", data, flags=re.M))  # it skips nothing
    with_site(root)
    for page in ("order", "contribute", "accessibility", "privacy"):
        (root / f"docs/{page}.md").write_text(
            f"---\ntitle: {page.title()} us\nsummary: What it says.\n---\n\n{PROSE}", encoding="utf-8"
        )
    done = run("wawla", "build", "--root", root, "--no-pdfs", "--today", TODAY)
    assert 0 == done.returncode, done.stdout + done.stderr
    built = [path for path in (root / "site").rglob("*") if path.suffix in (".html", ".xml", ".json", ".svg", ".txt")]
    assert len(built) > 20
    assert [] == [
        (str(path), harm) for path in built if path.suffix in (".html", ".svg") for harm in harmful(path.read_text())
    ]
    assert [] == [str(path) for path in built if path.suffix == ".xml" and payload[2:9] in path.read_text()]


def test_there_are_enough_hostile_inputs_and_each_has_its_label():
    every = [*FRONT, *BODIES, *FILES, *NAMES, *PICTURES, *PATHOLOGICAL]
    assert len(every) + len(ON_DISK) + len(TEXTS) >= 120
    assert {ACCEPT, "refuse"} == {ACCEPT if case.verdict == ACCEPT else "refuse" for case in every}
