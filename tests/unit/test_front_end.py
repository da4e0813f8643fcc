"""What may not stand in templates, scripts and style sheets, and the colours that must be readable."""

import re
from pathlib import Path

import pytest

from desktop_app.web import assets

UI = Path(__file__).parents[2] / "ui"
TEMPLATES = sorted((UI / "templates").rglob("*.html"))
SCRIPTS = sorted((UI / "static" / "js").glob("*.js"))
HANDED_OVER = sorted((UI / "handover").glob("*.js"))
SHEETS = sorted((UI / "static" / "css").glob("*.css"))

BANNED_IN_TEMPLATES = {
    "an inline style": r"\sstyle\s*=",
    "an inline handler": r"\son[a-z]+\s*=",
    "a handler of htmx that needs eval": r"hx-on",
    "a value of htmx that needs eval": r"\bjs:|javascript:",
    "a filter of htmx that needs eval": r"hx-trigger=\"[^\"]*\[",
    "a style element": r"<style",
    "an inline script": r"<script(?![^>]*\bsrc=)",
    "text that is not escaped": r"\|\s*safe\b|autoescape|Markup",
    "something from another place": r"(?:src|href|action)=\"(?:https?:)?//",
}
BANNED_IN_SCRIPTS = {
    "markup made of text": r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment",
    "code made of text": r"\beval\b|new Function|setTimeout\(\s*[\"'`]",
    "something from another place": r"https?://",
    "a format by the language of the browser": r"\bIntl\b|toLocale",
}
BANNED_IN_SHEETS = {
    "a last word": r"!important",
    "an id": r"(?m)^[^:\n]*#[A-Za-z][\w-]*[^;\n]*[,{]",
    "a side that does not turn with the text": r"(margin|padding|border)-(left|right)|align:\s*(left|right)",
    "something from another place": r"url\(\s*[\"']?(?:https?:)?//",
}


def found(path: Path, banned: dict[str, str]) -> list[str]:
    text = path.read_text(encoding="utf-8")
    return [what for what, pattern in banned.items() if re.search(pattern, text, re.IGNORECASE)]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(UI)))
def test_a_template_holds_nothing_that_the_content_policy_blocks(path: Path) -> None:
    assert found(path, BANNED_IN_TEMPLATES) == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_makes_no_markup_and_no_code_of_text(path: Path) -> None:
    assert found(path, BANNED_IN_SCRIPTS) == []
    assert path.read_text(encoding="utf-8").count("\n") <= 150


@pytest.mark.parametrize("path", HANDED_OVER, ids=lambda path: path.name)
def test_a_script_that_is_handed_over_keeps_to_the_same(path: Path) -> None:
    assert found(path, BANNED_IN_SCRIPTS) == []
    assert path.read_text(encoding="utf-8").count("\n") <= 300  # a model is read in one piece


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_a_style_sheet_keeps_to_the_layers(path: Path) -> None:
    assert found(path, BANNED_IN_SHEETS) == []
    assert path.name == "enter.css" or "@layer" in path.read_text(encoding="utf-8")


def test_every_style_sheet_is_read_by_the_pages_or_by_one_page_alone() -> None:
    assert sorted(path.stem for path in SHEETS) == sorted((*assets.SHEETS, "enter", "report"))


@pytest.mark.parametrize(
    ("banned", "text"),
    [
        (BANNED_IN_TEMPLATES, '<p style="color:red">'),
        (BANNED_IN_TEMPLATES, "<button onclick='x()'>"),
        (BANNED_IN_TEMPLATES, '<p hx-on:click="x()">'),
        (BANNED_IN_TEMPLATES, "{{ name|safe }}"),
        (BANNED_IN_TEMPLATES, "<script>x()</script>"),
        (BANNED_IN_TEMPLATES, '<p hx-trigger="keyup[ctrlKey]">'),
        (BANNED_IN_SCRIPTS, "place.innerHTML = name"),
        (BANNED_IN_SCRIPTS, "eval(text)"),
        (BANNED_IN_SHEETS, "p { color: red !important; }"),
        (BANNED_IN_SHEETS, "#page .box { color: red; }"),
        (BANNED_IN_SHEETS, "p { margin-left: 1rem; }"),
    ],
)
def test_the_checks_find_what_they_are_for(tmp_path: Path, banned: dict[str, str], text: str) -> None:
    bad = tmp_path / "bad"
    bad.write_text(text, encoding="utf-8")

    assert found(bad, banned) != []


def test_a_fragment_says_what_it_needs() -> None:
    fragments = [path for path in TEMPLATES if path.name.startswith("_")]

    assert [path.name for path in fragments if "Needs:" not in path.read_text().partition("\n")[0]] == []


READABLE = 4.5
SEEN = 3.0
PAIRS = [
    *(("text", ground, READABLE) for ground in ("bg", "surface", "sunken", "accent-soft")),
    *(("text", ground, READABLE) for ground in ("good-soft", "caution-soft", "problem-soft")),
    *(("muted", ground, READABLE) for ground in ("bg", "surface", "sunken", "accent-soft")),
    *(("accent", ground, READABLE) for ground in ("bg", "surface", "accent-soft")),
    ("accent-hover", "accent-soft", READABLE),
    ("on-accent", "accent", READABLE),
    ("on-accent", "accent-hover", READABLE),
    *(
        (tone, ground, READABLE)
        for tone in ("good", "caution", "problem")
        for ground in ("surface", f"{tone}-soft")
    ),
    ("surface", "good", READABLE),
    ("control", "surface", SEEN),
    ("control", "bg", SEEN),
    ("focus", "surface", SEEN),
    ("focus", "bg", SEEN),
    *((f"series-{slot}", "surface", SEEN) for slot in range(1, 7)),
]


def tokens() -> dict[str, tuple[str, str]]:
    """Return every colour of the token sheet, for light and for dark."""
    text = (UI / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
    pairs = re.findall(r"--([\w-]+): light-dark\((#[0-9A-F]{6}), (#[0-9A-F]{6})\)", text)
    return {name: (light, dark) for name, light, dark in pairs}


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("colour", "ground", "needed"), PAIRS)
def test_a_colour_can_be_read_on_its_ground(colour: str, ground: str, needed: float, theme: int) -> None:
    colours = tokens()

    assert contrast(colours[colour][theme], colours[ground][theme]) >= needed


def test_the_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#FFFFFF") == 21
    assert round(contrast("#767676", "#FFFFFF"), 2) == 4.54


def test_every_colour_that_is_used_is_a_token() -> None:
    used = {
        name
        for sheet in SHEETS
        for name in re.findall(r"var\(--([\w-]+)\)", sheet.read_text(encoding="utf-8"))
    }
    stated = set(
        re.findall(r"--([\w-]+):", (UI / "static" / "css" / "tokens.css").read_text(encoding="utf-8"))
    )

    assert used - stated == set()


@pytest.mark.parametrize("pages", ["static", "service"])
def test_vendored_files_are_as_they_came(pages: str) -> None:
    import hashlib

    folder = UI / pages / "vendor"
    said = dict(
        re.findall(r"^\| (\S+) \|.*\| ([0-9a-f]{64}) \|$", (folder / "VENDOR.md").read_text(), re.MULTILINE)
    )
    there = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}

    assert said == {name: digest for name, digest in there.items() if name != "VENDOR.md"}
