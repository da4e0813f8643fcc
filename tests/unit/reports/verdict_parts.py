"""All that a verdict says, in one text."""

from typing import get_args

from desktop_app.records.results import VerdictLevel
from desktop_app.reports.verdict_words import VerdictWords

LEVELS = get_args(VerdictLevel)


def everything(words: VerdictWords) -> str:
    return " ".join((words.badge, words.line, words.headline, words.support, words.help, *words.extras))
