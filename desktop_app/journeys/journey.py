"""The shape of every journey."""

from collections.abc import Callable
from pathlib import Path

from desktop_app.records.asking import Ask, Reply
from desktop_app.records.jobs import Report
from desktop_app.records.jsonable import JSON
from desktop_app.records.serving import AskRows, RowsAnswered

Journey = Callable[[dict[str, JSON], Path, Report], dict[str, JSON]]
Answering = Callable[[Ask], Reply]
Serving = Callable[[AskRows], RowsAnswered]
Opener = Callable[[dict[str, JSON], Path, Report], Answering | Serving]  # the journeys that stay to be asked
