"""`hunch train`: learn to answer one column, and say whether to trust it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

import click

from desktop_app.cli.amounts import SEED, Amount, WholeNumber
from desktop_app.cli.asked import Asked, global_options
from desktop_app.cli.called import called
from desktop_app.cli.column_options import choice_options
from desktop_app.cli.columns_there import no_target
from desktop_app.cli.each import each_option
from desktop_app.cli.elsewhere import cluster_of, cluster_options
from desktop_app.cli.forecast import forecast
from desktop_app.cli.goal import goal
from desktop_app.cli.open_questions import tell_open
from desktop_app.cli.options_given import options_given
from desktop_app.cli.output import DONE, WITH_WARNINGS, Output
from desktop_app.cli.reading import How, reading_options
from desktop_app.cli.training_report import training_json, training_lines
from desktop_app.cli.work import done_by_worker, existing
from desktop_app.errors import UsageError
from desktop_app.language import _, mark
from desktop_app.records.decisions import LARGEST_COST, SMALLEST_COST, ClassCosts, Costs, is_cost
from desktop_app.records.forecast_cards import MOST_STEPS
from desktop_app.records.forecasts import Joining
from desktop_app.records.handover import FORM_NAMES, NarrowForm
from desktop_app.records.orders import TrainedFile, TrainFileOrder
from desktop_app.records.plans import TrainingPlan
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.trust_words import unusable_text
from desktop_app.workspace.trust import read_policy

HELP = mark(
    """Learn to answer one column and say whether to trust it.

    The model is saved as FILE's name with the ending .hunch, in the folder you stand in.

    With --task forecast it says what comes next in a column of numbers, along --time.

    With --like, a saved model is learned again with the rows of FILE, and both are compared.

    Example: hunch train customers.csv --target left"""
)
ENDINGS = (".hunch",)
ALL = "all"
_OF_THE_PLAN = (  # what a model that is learned again brings itself
    *("target", "task", "exclude", "include", "known", "group", "time", "any_row", "each"),
    *("cost_missed", "cost_false", "budget", "seed"),
)
COST = Amount(min=0, max=LARGEST_COST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The options of the command, as click hands them over."""

    target: str | None
    task: Literal["auto", "classification", "regression"]
    exclude: tuple[str, ...]
    include: tuple[str, ...]
    known: tuple[str, ...]
    budget: float
    seed: int
    for_form: NarrowForm | None
    group: str | None
    time: str | None
    any_row: bool
    each: str | None
    cost_missed: float | None
    cost_false: float | None
    like: str | None
    beside: str | None
    out: str | None
    force: bool
    dask: str | None
    dask_keys: str | None
    how: How

    def plan(self) -> TrainingPlan:
        """Return what the learner is asked."""
        return TrainingPlan(
            target=self.target or "",
            task=self.task,
            exclude=self.exclude,
            include=self.include,
            known=tuple(column for column in self.known if column != ALL),
            all_known=ALL in self.known,
            budget=self.budget,
            seed=self.seed,
            for_form=self.for_form or "",
            group=self.group or "",
            time=self.time or "",
            any_row=self.any_row,
            costs=self.costs(),
            each=self.each or "",
        )

    def costs(self) -> ClassCosts | None:
        """Return what mistakes cost, if that is said; the class follows from the file. Raises UsageError."""
        missed, false = self.cost_missed, self.cost_false
        if missed is None and false is None:
            return None
        for amount in (missed, false):
            if amount is not None and not is_cost(amount):  # of these NaN passes the range of the option
                bounds = {"least": SMALLEST_COST, "most": int(LARGEST_COST)}
                raise UsageError("plan.cost_amount", value=f"{amount:g}", **bounds)
        if missed is None or false is None or not missed + false:
            raise UsageError("cli.both_costs")
        return ClassCosts(value="", costs=Costs(missed=missed, false=false))

    def check(self) -> None:
        """Raise UsageError where options exclude each other, or one is missing that belongs to another."""
        self.costs()
        if self.beside and not self.like:
            raise UsageError("cli.with")
        if self.like and (options := options_given(_OF_THE_PLAN)):
            raise UsageError("cli.like", options=options)
        asked = {"--group": self.group, "--time": self.time, "--any-row": self.any_row}
        options = [option for option, value in asked.items() if value]
        if len(options) > 1:
            raise UsageError("cli.one_way", options=options)


@click.command("train", help=_(HELP), short_help=_("Learn to answer one column and say whether to trust it"))
@click.argument("file")
@click.option("--target", metavar="COLUMN", help=_("The column to predict."))
@click.option(
    "--task",
    type=click.Choice(["auto", "classification", "regression", "forecast"]),
    default="auto",
    show_default=True,
    help=_(
        "Which kind will it be (classification), what number (regression), or what comes next (forecast)."
    ),
)
@choice_options
@click.option(
    "--known",
    multiple=True,
    metavar="COLUMN",
    help=_('You know this column in time, so it may be used: a name, or "all". May be given again.'),
)
@click.option(
    "--group",
    metavar="COLUMN",
    help=_("Test it on values of this column that it has not seen. A forecast: each is a series."),
)
@click.option(
    "--time",
    metavar="COLUMN",
    help=_("Test it on the latest rows by this column of dates or numbers. A forecast: along this one."),
)
@click.option(
    "--horizon",
    type=WholeNumber(min=1, max=MOST_STEPS),
    metavar="N",
    help=_("Of a forecast: how many steps it looks ahead, each as long as from one row to the next."),
)
@click.option(
    "--join",
    type=click.Choice(get_args(Joining)),
    help=_("Of a forecast: how rows of one moment become one value: added up, or by their mean."),
)
@click.option(
    "--any-row", is_flag=True, help=_("Let any row test: rows neither belong together nor have an order.")
)
@click.option(
    "--cost-missed",
    type=COST,
    metavar="AMOUNT",
    help=_("What it costs to miss a row of the kind that is looked for, of two kinds."),
)
@click.option(
    "--cost-false",
    type=COST,
    metavar="AMOUNT",
    help=_("What a false alarm costs, in the same unit: it then answers where that is cheapest."),
)
@click.option(
    "--budget",
    type=Amount(min=1),
    metavar="SECONDS",
    default=60.0,
    show_default=True,
    help=_("Seconds it may take."),
)
@click.option("--seed", type=SEED, default=0, show_default=True, help=_("Same seed, same model."))
@click.option(
    "--for",
    "for_form",
    type=click.Choice(tuple(FORM_NAMES)),
    help=_("Learn only what this form can hold, to be saved by `hunch export --to`."),
)
@click.option(
    "--like",
    metavar="MODEL.hunch",
    help=_("Learn again what this model was asked, from the rows of FILE, and compare both."),
)
@click.option(
    "--with",
    "beside",
    metavar="OLDFILE",
    help=_("Learn from the file that the model came from, too."),
)
@click.option("--out", metavar="MODEL.hunch", help=_("Where to save the model."))
@click.option("--force", is_flag=True, help=_("Replace the model if it is already there."))
@each_option
@cluster_options
@reading_options
@global_options
def command(asked: Asked, file: str, **options: Any) -> int:
    """Learn, save the model, and show the verdict."""
    if options["task"] == "forecast":
        return forecast(asked, file, options)
    if given := [f"--{name}" for name in ("horizon", "join") if options.pop(name) is not None]:
        raise UsageError("forecast.only", options=given)
    wanted = Wanted(**options)
    wanted.check()
    path = existing(file)
    if not wanted.target and not wanted.like:
        raise no_target(asked, path, wanted.how)
    out = Path(wanted.out or f"{Path(file).stem}.hunch").absolute()
    with goal(out, force=wanted.force, endings=ENDINGS) as place:
        order = TrainFileOrder(
            path=path,
            plan=wanted.plan(),
            out=str(place.draft),
            wishes=wanted.how.wishes,
            recipe=wanted.how.recipe,
            like=existing(wanted.like) if wanted.like else "",
            beside=existing(wanted.beside) if wanted.beside else "",
            cluster=cluster_of(asked, wanted.dask, wanted.dask_keys),
        )
        trained = done_by_worker(asked, "train_file", order, TrainedFile)
        place.land()
    tell_open(asked.output, trained.warnings, file)
    asked.output.remark(unusable_text(read_policy(asked.settings.policy).policy))
    return _show(asked.output, trained, out)


def _show(output: Output, trained: TrainedFile, out: Path) -> int:
    for_use = trained.evaluation.verdict.is_for_use
    output.result(training_json(trained, str(out)))
    output.say(*training_lines(trained, str(out)))
    if not for_use:
        output.complain(text_of("cli.not_for_use", {"command": called("inspect"), "path": str(out)}))
    return DONE if for_use else WITH_WARNINGS
