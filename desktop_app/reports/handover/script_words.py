"""What stands above a model that is a script: what it answers, how good it is, and how it is run."""

import shlex
import textwrap
from collections.abc import Iterator

from desktop_app import __version__
from desktop_app.language import of_day
from desktop_app.models.handover.script.facts import converting, csv_of
from desktop_app.records.models import ModelCard
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.result_words import question_title
from desktop_app.reports.verdict_words import verdict_words

_WIDTH = 100
_PACKAGES = ("numpy", "scipy", "scikit-learn")


def header_of(card: ModelCard) -> str:
    """Return the lines above the script, as comments: no text of a table can end one."""
    lines = [line for text in _texts(card) for line in _wrapped(text)]
    return "\n".join(f"# {line}".rstrip() for line in (*lines, *map(_on_one_line, _commands(card))))


def _texts(card: ModelCard) -> Iterator[str]:
    words = verdict_words(card.evaluation)
    yield question_title(card.evaluation)
    yield ""
    yield f"{words.badge}: {words.sentence}"
    yield from words.extras
    yield ""
    made = {"version": __version__, "file": card.table, "day": of_day(card.created[:10])}
    yield text_of("handover.script.made", made)
    yield text_of("handover.script.parts")
    packages = " ".join(f"{name}=={card.versions[name]}" for name in _PACKAGES if name in card.versions)
    yield text_of("handover.script.needs", {"command": f"pandas {packages}"})
    yield ""


def _commands(card: ModelCard) -> Iterator[str]:
    if command := converting(card):
        yield text_of("handover.script.first", {"command": command})
    run = shlex.join(["python", "model.py", csv_of(card)])
    yield text_of("handover.script.run", {"command": f"{run} [NEW.csv] --out answers.csv"})


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(_on_one_line(text), _WIDTH, break_on_hyphens=False) or [""]


def _on_one_line(text: str) -> str:
    """Return a text in which whatever parts lines is a blank."""
    return " ".join(text.split())
