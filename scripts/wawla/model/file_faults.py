"""What can be wrong with a file, or with the YAML in it."""

from __future__ import annotations

from dataclasses import dataclass

from wawla.model.kinds import LEADING
from wawla.model.wording import listed


@dataclass(frozen=True)
class Fault:
    """A fault of a file, its front matter or a field: what is wrong, why it matters, what to do."""

    code: str
    title: str
    statement: str
    reason: str
    remedy: str
    bad: str
    """A file at `path` that has the fault, or words that say what it would be."""
    good: str = ""
    path: str = "accounts_of_practice/example/index.md"


_FOR_ALL = [kind.edition_list.path("", "NAME") for kind in LEADING if not kind.edition_list.in_edition]
FIELDS = (
    "title: A title\nsummary: What it says.\nthemes: [enquiry]\npractice: 2003\nnetwork: example\nsetting: A town\n"
    "compiled_by: editors\nsources: [source-1]\n"
)
"""Fields that an example needs beside the one it is about."""

FILE_FAULTS = (
    Fault(
        "FIL001",
        "no links",
        "A file or folder of the publication is never a symbolic link.",
        "A link can lead out of the publication, and it breaks where the repository is copied.",
        "put the file itself there, and remove the link",
        "a link in place of river.jpg",
    ),
    Fault(
        "FIL002",
        "no repository inside",
        "No folder of the publication is a repository of its own.",
        "What lies in another repository is not reviewed with this one.",
        "copy the files into the folder, without its .git",
        "accounts_of_practice/example/.git",
    ),
    Fault(
        "FIL003",
        "ordinary files only",
        "Everything in the publication is an ordinary file or a folder.",
        "Pipes, sockets and devices hold no text, and reading them may never end.",
        "remove it",
        "a named pipe called notes.md",
    ),
    Fault(
        "FIL004",
        "text is UTF-8",
        "Every text file is encoded as UTF-8.",
        "Other encodings turn apostrophes and accents into nonsense for some readers.",
        "save the file again as UTF-8; most editors offer it under 'Save as'",
        "title: Caf\\xe9",
    ),
    Fault(
        "FIL005",
        "no NUL bytes",
        "A text file holds no NUL byte.",
        "It marks a file that is not text, or was damaged on its way.",
        "save the text again from a text editor",
        "a NUL byte in the title",
    ),
    Fault(
        "FIL006",
        "size of a text",
        "A Markdown or YAML file has at most 256 KiB.",
        "That is the length of a book; more is a mistake, and slows the page for every reader.",
        "move data into a data-set, or split the piece",
        "a file of 300 KiB",
    ),
    Fault(
        "FIL007",
        "a file in its place",
        "A Markdown file stands where the publication looks for it.",
        "A file in any other place is read by nobody.",
        f"move it to {listed(_FOR_ALL, 'or')}, to the folder of its edition, or, if it "
        "is a page of the site, to docs/NAME.md",
        "accounts_of_practice/notes.md",
    ),
    Fault(
        "FIL008",
        "a folder has its index",
        "The folder of a piece or an edition holds an index.md.",
        "Without it nothing in the folder is published.",
        "add index.md, or remove the folder; `wawla new` writes one for you",
        "accounts_of_practice/example/river.jpg alone",
    ),
    Fault(
        "FIL009",
        "names that travel",
        "File names can be written on every system and in an address.",
        "Some signs are refused by other systems, and a reader's link breaks.",
        "rename it with letters, figures, hyphens and dots",
        "what?.jpg",
    ),
    Fault(
        "FIL010",
        "every file has its place",
        "Every file in the folders of the publication is one that something reads.",
        "A file that nobody looks for is reviewed by nobody either, and in docs/ it would be published as it is.",
        "put pictures and tables beside the index.md that uses them, files of the site's look in docs/assets, or "
        "remove it; a register may have a slip in its name",
        "docs/photo.jpg",
    ),
    Fault(
        "FIL011",
        "kinds of files of the look",
        "docs/assets holds style sheets, scripts, pictures, fonts and plain texts: .css, .js, .svg, .png, .jpg, .jpeg, "
        ".webp, .ico, .woff2 and .txt; docs/theme holds them too, beside its templates.",
        "Everything in it is published as it is, so nothing may lie there that nobody meant to publish.",
        "remove it, or put it beside the index.md that uses it",
        "docs/assets/notes.html",
    ),
    Fault(
        "FIL012",
        "the file and not its pointer",
        "Every file is there itself, and not the pointer that Git LFS keeps in its place.",
        "A pointer is three lines of text; readers would be shown those, or a broken picture.",
        "run `git lfs pull`, which fetches the file itself",
        "version https://git-lfs.github.com/spec/v1",
    ),
    Fault(
        "FIL013",
        "drawings that only draw",
        "An SVG holds shapes, colours and words alone: nothing that runs, and nothing that leads out of it.",
        "It is published as it is. Whoever opens it by itself has a page before them on which its script would run.",
        "save it again as a plain SVG (in Inkscape: 'Plain SVG'; in Illustrator: Export, 'SVG'), with texts as paths, "
        "or as a PNG",
        '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>\n',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7z"/></svg>\n',
        "docs/assets/logo.svg",
    ),
    Fault(
        "YML001",
        "front matter is there",
        "A piece begins with its front matter, between two lines of `---`.",
        "Title, summary and the rest stand there; without them the piece has no page.",
        "begin the file with ---, the fields, and --- again",
        "## The situation\n",
        "---\n" + FIELDS + "---\n",
    ),
    Fault(
        "YML002",
        "front matter is closed",
        "The front matter ends with a line of `---`.",
        "Otherwise the whole text counts as fields.",
        "put a line of --- after the last field",
        "---\n" + FIELDS,
    ),
    Fault(
        "YML003",
        "front matter is YAML",
        "Front matter and registers are well-formed YAML.",
        "What cannot be read cannot be published.",
        "put a text that holds a colon, a hash or a quotation mark between double quotes; indent with spaces",
        "---\ntitle: Enquiry: a start\n" + FIELDS.split("\n", 1)[1] + "---\n",
        '---\ntitle: "Enquiry: a start"\n',
    ),
    Fault(
        "YML004",
        "each field once",
        "Every field stands once.",
        "Of two values one would be dropped in silence.",
        "remove one of the two",
        "---\ntitle: One\n" + FIELDS + "---\n",
    ),
    Fault(
        "YML005",
        "no anchors or aliases",
        "YAML's anchors (`&`) and aliases (`*`) are not used.",
        "They hide what a field says, and can make a small file enormous.",
        "write the value out, or put it between quotes where the sign belongs to the text",
        "---\nwho_for: &readers heads\n" + FIELDS + "---\n",
    ),
    Fault(
        "YML006",
        "no merge keys",
        "YAML's merge key (`<<`) is not used.",
        "It hides which fields a file has.",
        "write the fields out",
        "---\n<<: {draft: true}\n" + FIELDS + "---\n",
    ),
    Fault(
        "YML007",
        "no tags",
        "YAML's tags (`!`) are not used.",
        "They ask the reading program to do things, and change what a value is.",
        "remove the tag, or put the value between quotes where the sign belongs to the text",
        "---\nwho_for: !!str heads\n" + FIELDS + "---\n",
    ),
    Fault(
        "YML008",
        "words stay words",
        "A value that YAML programs read in two ways is put between quotes.",
        "`no` may become false, `012` ten and `1:30` ninety: a field must not change its meaning in silence.",
        "put it between quotes; where a yes or no is meant, write true or false",
        "---\nwho_for: no\n" + FIELDS + "---\n",
        "---\nwho_for: 'no'\n",
    ),
    Fault(
        "YML009",
        "fields have names",
        "Front matter is a list of fields, each `name: value`; a register likewise.",
        "A text without a field's name belongs to nothing.",
        "write each field as name: value, one to a line",
        "---\njust a sentence\n---\n",
    ),
    Fault(
        "YML010",
        "not nested too deeply",
        "Fields are nested eight deep at the most.",
        "No field needs more; deeper nesting is a mistake or an attack.",
        "remove the brackets that are too many",
        "---\nwho_for: [[[[[[[[[[a]]]]]]]]]]\n" + FIELDS + "---\n",
    ),
    Fault(
        "YML011",
        "no value is cut off",
        "A value that holds a space and a hash is put between quotes.",
        "YAML reads everything behind ` #` as a comment: `title: Number #1 school` is the title `Number`.",
        "put the whole value between quotes; a comment has a space behind its #",
        "---\nwho_for: Group #4\n" + FIELDS + "---\n",
        "---\nwho_for: 'Group #4' # a comment\n",
    ),
    Fault(
        "YML012",
        "straight quotes round a value",
        "Quotation marks that are to hold a value are straight.",
        "To YAML curly ones are letters of the value: readers would see them, and no key would be found.",
        "write straight quotes, or none; where readers should see the curly ones, put straight ones round them",
        "---\nwho_for: “Heads”\n" + FIELDS + "---\n",
        "---\nwho_for: 'Heads of “small” schools'\n",
    ),
)
