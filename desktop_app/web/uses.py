"""What a model was used for, by hand and in watched folders, as the list of models says it."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.records.models import Truth
from desktop_app.records.watched import StoredWatch
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.truth_words import held_text
from desktop_app.web.recent import when
from desktop_app.workspace.models import ListedModel


class _Use(NamedTuple):
    """A file that a model answered."""

    at: str  # ISO 8601, UTC; empty where an older program answered it
    name: str
    truth: Truth | None = None


def use_texts(listed: ListedModel, watches: Sequence[StoredWatch]) -> tuple[str, ...]:
    """Return how many files a model answered, the last one, and how right it was in the newest that can tell.

    *watches* are all watched folders; those of other models are passed over.
    """
    told = [watch.told for watch in watches if watch.training_id == listed.id]
    last = [_Use(one.created, one.name) for one in [listed.last] if one]
    last += [_Use(one.last_at, one.last) for one in told if one.last]
    truths = [_Use(one.created, one.name, one.truth) for one in [listed.told] if one]
    truths += [_Use(one.truth_at, one.truth_file, one.truth) for one in told if one.truth]
    files = listed.files + sum(one.answered for one in told)
    return (*_used(files, max(last, default=None)), *_right(max(truths, key=_moment, default=None)))


def _moment(use: _Use) -> str:
    return use.at


def _used(files: int, last: _Use | None) -> tuple[str, ...]:
    if last is None:
        return ()
    if not last.at:
        return (text_of("model.used_once", {"count": files, "name": last.name}),)
    return (text_of("model.used", {"count": files, "name": last.name, "date": _day(last)}),)


def _right(use: _Use | None) -> tuple[str, ...]:
    if use is None or use.truth is None:
        return ()
    return (text_of("model.told", {"name": use.name, "date": _day(use), "effect": held_text(use.truth)}),)


def _day(use: _Use) -> str:
    return when(use.at)[:10] if use.at else ""
