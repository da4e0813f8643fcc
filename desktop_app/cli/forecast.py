"""`hunch train --task forecast`: what comes next, and whether to trust it."""

import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_app.cli.asked import Asked
from desktop_app.cli.called import called
from desktop_app.cli.columns_there import looked_at, no_target
from desktop_app.cli.elsewhere import cluster_of
from desktop_app.cli.forecast_report import forecast_json, forecast_lines, joining_text
from desktop_app.cli.goal import goal
from desktop_app.cli.open_questions import other_texts, tell_open
from desktop_app.cli.options_given import options_given
from desktop_app.cli.output import DONE, WITH_WARNINGS, Output
from desktop_app.cli.reading import How
from desktop_app.cli.work import done_by_worker, existing
from desktop_app.errors import UsageError
from desktop_app.records.forecasts import ForecastAsked, Joining
from desktop_app.records.looking_ahead import ForecastFile, ForecastFileOrder
from desktop_app.records.remote import Cluster
from desktop_app.reports.forecast_words import remark_texts
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.trust_words import unusable_text
from desktop_app.workspace.trust import read_policy

ALL = "all"
_ENDINGS = (".hunch",)
_OTHERS = (
    "any_row",
    "cost_missed",
    "cost_false",
    "budget",
    "for_form",
    "like",
    "beside",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The options that say what is looked for, as click hands them over."""

    target: str
    time: str
    horizon: int
    group: str
    known: tuple[str, ...]
    exclude: tuple[str, ...]
    include: tuple[str, ...]
    join: Joining | None
    seed: int

    def order(self, path: str, out: Path, how: How, cluster: Cluster | None) -> ForecastFileOrder:
        """Return what a worker is to do. Raises UsageError for a column that is named for two things."""
        named = dict.fromkeys(column for column in (*self.known, *self.include) if column != ALL)
        known = tuple(column for column in named if column not in self.exclude)
        columns = [self.target, self.time, *([self.group] if self.group else []), *known]
        if twice := next((column for column in columns if columns.count(column) > 1), ""):
            raise UsageError("forecast.twice", column=twice)
        asked = ForecastAsked(
            target=self.target,
            time=self.time,
            horizon=self.horizon,
            group=self.group,
            known=known,
            confirmed=tuple(column for column in known if column in self.include),
            joining=self.join,
            seed=self.seed,
        )
        return ForecastFileOrder(
            path=path,
            asked=asked,
            out=str(out),
            all_known=ALL in self.known,
            exclude=self.exclude,
            wishes=how.wishes,
            recipe=how.recipe,
            cluster=cluster,
        )


def forecast(asked: Asked, file: str, options: Mapping[str, Any]) -> int:
    """Find out what comes next, save the model, and show the verdict and the first steps."""
    if options["each"]:
        raise UsageError("forecast.not_each", option=f"--group {shlex.quote(options['each'])}")
    if given := options_given(_OTHERS):
        raise UsageError("forecast.not_with", options=given)
    path, how = existing(file), options["how"]
    if not options["target"]:
        raise no_target(asked, path, how)
    if lacking := [f"--{name}" for name in ("time", "horizon") if not options[name]]:
        raise _needs(asked, path, how, lacking)
    names = ("target", "time", "horizon", "known", "exclude", "include", "join", "seed")
    wanted = Wanted(**{name: options[name] for name in names}, group=options["group"] or "")
    out = Path(options["out"] or f"{Path(file).stem}.hunch").absolute()
    with goal(out, force=options["force"], endings=_ENDINGS) as place:
        cluster = cluster_of(asked, options["dask"], options["dask_keys"])
        order = wanted.order(path, place.draft, how, cluster)
        found = done_by_worker(asked, "forecast_file", order, ForecastFile)
        place.land()
    tell_open(asked.output, found.warnings, file)
    asked.output.remark(unusable_text(read_policy(asked.settings.policy).policy))
    return _show(asked.output, found, out, file)


def _needs(asked: Asked, path: str, how: How, lacking: list[str]) -> UsageError:
    """Return what to say where the time or the horizon is not said: with the first column of days."""
    columns = looked_at(asked, path, how).columns if "--time" in lacking else ()
    days = [column.name for column in columns if column.type == "date"]
    example = {"--time": f'--time "{days[0]}"' if days else "--time COLUMN", "--horizon": "--horizon 12"}
    return UsageError(
        "forecast.needs", options=lacking, example=" ".join(example[option] for option in lacking)
    )


def _show(output: Output, found: ForecastFile, out: Path, file: str) -> int:
    output.result(forecast_json(found, str(out)))
    output.say(*forecast_lines(found, str(out), file))
    output.remark(*other_texts(found.warnings))
    lacking = remark_texts(found.future.remarks, found.found)  # of what was said to be known ahead
    open_question = joining_text(found)
    output.complain(*filter(None, [*lacking, open_question]))
    if not found.found.is_for_use:
        output.complain(text_of("cli.not_for_use", {"command": called("inspect"), "path": str(out)}))
        return WITH_WARNINGS
    return WITH_WARNINGS if lacking or open_question else DONE
