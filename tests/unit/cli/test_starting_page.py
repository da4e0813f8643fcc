"""The page about starts quotes only what Hunch says, and each of its ways was made by a test."""

import re
from pathlib import Path

from desktop_app.errors.sayings import SAYINGS
from desktop_app.shell import sentences
from desktop_app.web import beginning

ROOT = Path(__file__).parents[3]
PAGE = " ".join((ROOT / "docs" / "it" / "starting.md").read_text(encoding="utf-8").split())
SAID = (
    *(text for saying in SAYINGS.values() for text in (saying.message, saying.hint)),
    *(text for room in (sentences, beginning) for text in vars(room).values() if isinstance(text, str)),
)


def plain(text: str) -> str:
    """Return a text whose values and quotes are left open."""
    return re.sub(r"\{\w+\}|…", "*", text).replace('"', "").replace("“", "").replace("”", "")


def test_every_sentence_of_the_page_is_one_of_ours() -> None:
    everything = " ".join(plain(text) for text in SAID)
    quoted = re.findall(r'(?<=[ (])"((?:[A-Z…])(?:[^"]|"…")+?[.?])"(?= |;|,|$)', PAGE)

    assert len(quoted) > 20
    assert [text for text in quoted if plain(text) not in everything] == []


def test_there_are_twelve_ways() -> None:
    assert [int(number) for number in re.findall(r"\| (\d+) \|", PAGE)] == list(range(1, 13))


def test_what_runs_for_webview2_is_what_the_page_says() -> None:
    from desktop_app.shell.webview2 import BOOTSTRAPPER, DECLINED, OPTIONS

    assert " ".join((BOOTSTRAPPER, *OPTIONS)) in PAGE
    assert DECLINED in PAGE
