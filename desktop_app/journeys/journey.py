"""The shape of every journey."""

from collections.abc import Callable
from pathlib import Path

from desktop_app.records.asking import Ask, Reply
from desktop_app.records.jobs import Report
from desktop_app.records.jsonable import JSON

Journey = Callable[[dict[str, JSON], Path, Report], dict[str, JSON]]
Answering = Callable[[Ask], Reply]
Opener = Callable[[dict[str, JSON], Path, Report], Answering]  # the journey that stays to be asked
