"""What came of looking ahead, for people and as JSON."""

import shlex
from collections.abc import Sequence
from pathlib import Path

from desktop_app.cli.called import called
from desktop_app.cli.layout import aligned
from desktop_app.cli.output import safe
from desktop_app.cli.work import notices_json
from desktop_app.language import _, name
from desktop_app.records.forecasts import ForecastFound, ForecastFuture, SeriesAhead
from desktop_app.records.jsonable import JSON, to_json
from desktop_app.records.looking_ahead import ForecastFile
from desktop_app.records.notices import Notice, Value, first_few
from desktop_app.reports.forecast_words import (
    baseline_text,
    forecast_words,
    future_cells,
    missed_text,
    past_lines,
    remark_text,
    remark_texts,
    steps_text,
)
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.where_learned import where_learned

_WIDTH = 100  # cells of the terminal
_STEPS, _SERIES = 12, 3  # that are shown
_MOST_NAMED = 5


def forecast_json(done: ForecastFile, model: str) -> dict[str, JSON]:
    """Return the facts of a forecast under their final names."""
    found, words = done.found, forecast_words(done.found)
    asked = found.asked
    return {
        "task": "forecast",
        "target": asked.target,
        "time": asked.time,
        "group": asked.group or None,
        "horizon": asked.horizon,
        "features": list(asked.known),
        "excluded": [],
        "warnings": notices_json(done.warnings) + _noticed_json(done),
        "baseline": {
            "metric": "mean_absolute_error",
            "value": found.simple_miss,
            "way": found.simple,
            "sentence": baseline_text(found),
        },
        "score": {
            "metric": "mean_absolute_error",
            "value": found.miss,
            "low": found.low,
            "high": found.high,
            "rows": found.tested,
        },
        "skill": {"value": found.skill, "low": found.skill_low},
        "verdict": {"level": words.level, "sentence": words.sentence},
        **_facts_json(found),
        "ahead": future_json(done.future),
        **_series_json(done),
        "candidates": [{"name": way.name, "score": way.miss, "weight": way.weight} for way in found.ways],
        "seconds": found.seconds,
        **({"on_cluster": to_json(done.on_cluster)} if done.on_cluster else {}),
        "model": model,
    }


def _series_json(done: ForecastFile) -> dict[str, JSON]:
    """Return how single series did, the worst beside their simple way first; nothing where there is one."""
    if not done.found.asked.group:
        return {}
    listed: list[JSON] = [
        {"group": one.name, "score": one.miss, "baseline": one.simple, "better": one.is_better}
        for one in done.errors
    ]
    return {"series_errors": listed}


def _noticed_json(done: ForecastFile) -> list[JSON]:
    ahead = [remark for remark in done.future.remarks if remark not in done.found.remarks]
    noticed = remarks_json((*done.found.remarks, *ahead), done.found)
    if text := joining_text(done):
        noticed.append({"code": "forecast.join_question", "message": text, "columns": list(done.groups)})
    return noticed


def _facts_json(found: ForecastFound) -> dict[str, JSON]:
    """Return what was understood of the rows, and how it was tested."""
    return {
        "period": {"name": found.period.name, "every": found.period.every},
        "past": {
            "first": found.first,
            "last": found.last,
            "steps": found.steps,
            "gaps": found.gaps,
            "repeats": found.repeats,
            "joined": found.joining if found.repeats else None,
        },
        "season": found.season if found.season > 1 else None,
        "series": found.series_count,
        "origins": found.origins,
        "season_score": found.season_miss,
        "last_score": found.last_miss,
        "mase": found.mase,
        "coverage": found.coverage,
        "by_step": to_json(found.by_step),
    }


def remarks_json(remarks: Sequence[Notice], found: ForecastFound) -> list[JSON]:
    """Return what was noticed of the rows as the JSON of every command shows notices."""
    return [
        {"code": remark.code, "message": remark_text(remark, found), "columns": list(remark.columns)}
        for remark in remarks
    ]


def future_json(future: ForecastFuture) -> list[JSON]:
    """Return the steps ahead of the series that are told, one after the other."""
    return [
        {
            "group": series.name or None,
            "time": step.time,
            "prediction": step.value,
            "low": step.low,
            "high": step.high,
        }
        for series in future.series
        for step in series.future
    ]


def forecast_lines(done: ForecastFile, model: str, file: str) -> list[str]:
    """Return what a person reads when a forecast is made."""
    found, words = done.found, forecast_words(done.found)
    lines = [
        text_of("cli.done.train", {"badge": words.badge, "headline": words.headline, "path": model}),
        f"{words.line} {words.support}".strip(),
        words.help,
        _include_hint(found),
        *where_learned(done.on_cluster),
        *words.extras,
        missed_text(found),
        *past_lines(found),
        *remark_texts([one for one in found.remarks if one not in done.future.remarks], found),
        _unused_text(done),
    ]
    command = f"{called('predict')} {shlex.quote(Path(model).name)} {shlex.quote(file)} --out OUT.csv"
    return [
        *filter(None, lines),
        "",
        *step_lines(done.future, found),
        "",
        text_of("forecast.all_steps", {"command": command}),
    ]


def step_lines(future: ForecastFuture, found: ForecastFound) -> list[str]:
    """Return the first steps of the first series as a table, and how many more there are."""
    shown = future.series[:_SERIES] if found.asked.group else future.series[:1]
    each = max(1, _STEPS // max(1, len(shown)))
    rows = [row for series in shown for row in _rows(series, found, each)]
    count = found.asked.horizon * _series_of(future, found) - len(rows)
    heads = [found.asked.time, *([found.asked.group] if found.asked.group else [])]
    table = [
        [*(name(head) for head in heads), _("forecast"), _("from"), _("to")],
        *rows,
    ]
    right = tuple(range(len(heads), len(heads) + 3))
    lines = aligned([[safe(cell) for cell in row] for row in table], width=_WIDTH, right=right)
    more = [text_of("forecast.more", {"count": count})] if count > 0 else []
    return [text_of("forecast.next"), *lines, *more]


def _series_of(future: ForecastFuture, found: ForecastFound) -> int:
    return max(found.series_count if found.asked.group else 1, len(future.series))


def _rows(series: SeriesAhead, found: ForecastFound, most: int) -> list[list[str]]:
    group = [name(series.name)] if found.asked.group else []
    return [[when, *group, *numbers] for when, *numbers in future_cells(series.future[:most], found)]


def _include_hint(found: ForecastFound) -> str:
    """Return the options that answer whether a column is known ahead, where all hangs on that."""
    if found.level != "suspicious" or not found.give_away:
        return ""
    column = shlex.quote(found.give_away)
    values = {"include": f"--include {column}", "exclude": f"--exclude {column}"}
    return text_of("forecast.include_hint", values)


def joining_text(done: ForecastFile) -> str:
    """Return the options that say how rows of one moment become one, where nobody said so."""
    if not done.found.is_joining_open:
        return ""
    groups = [f"--group {shlex.quote(column)}" for column in done.groups]
    code = "forecast.join_or_group" if groups else "forecast.join_question"
    return text_of(code, {"options": groups})


def _unused_text(done: ForecastFile) -> str:
    """Return which columns are not used, since nobody said that they are known for the time ahead."""
    if not done.unused:
        return ""
    values: dict[str, Value] = {
        "columns": first_few(done.unused, _MOST_NAMED),
        "horizon": steps_text(done.found.asked.horizon, done.found.period),
        "options": ["--known"],
    }
    return f"{text_of('forecast.not_known', values)} {text_of('forecast.known_hint', values)}"
