"""Find the groups, or what is usual, again in the file that they came from, and compare."""

from pathlib import Path

from desktop_app.errors import DataError
from desktop_app.journeys.group_file import group_file
from desktop_app.journeys.odd_file import odd_file
from desktop_app.journeys.verify_forecast import check_table
from desktop_app.models.compared_file import OpenedCompared, stored_agree
from desktop_app.models.package import Package, read_package
from desktop_app.records.clusters import GroupFileOrder, GroupingPlan
from desktop_app.records.compared_cards import ComparedFound
from desktop_app.records.jobs import Report
from desktop_app.records.jsonable import to_json
from desktop_app.records.oddness import OddFileOrder, OddnessPlan
from desktop_app.records.orders import MODEL_FILE
from desktop_app.records.verifying import LearnedAgain, VerifyOrder


def compared_again(
    order: VerifyOrder, package: Package, opened: OpenedCompared, folder: Path, report: Report
) -> LearnedAgain:
    """Return how what the file of an order gives compares with what is in the package."""
    check_table(Path(order.path), package)
    again = folder / MODEL_FILE
    _learn(order.path, opened, folder, report)
    if not again.exists():
        raise DataError("groups.none_again", model=package.name)
    new = read_package(again)
    return LearnedAgain(
        is_same=new.manifest.content == package.manifest.content,
        content=new.manifest.content,
        answers_agree=stored_agree(new, package),
    )


def _learn(path: str, opened: OpenedCompared, folder: Path, report: Report) -> None:
    """Leave the model that comes of the file in *folder*."""
    found, wishes = opened.card.found, opened.card.recipe.wishes
    model = str(folder / MODEL_FILE)
    if found.kind == "odd":
        plan = OddnessPlan(exclude=found.exclude, include=found.include, seed=found.seed)
        odd = OddFileOrder(path=path, plan=plan, model=model, wishes=wishes)
        odd_file(to_json(odd), folder, report)
        return
    grouping = GroupingPlan(
        exclude=found.exclude, include=found.include, number=found.number, seed=found.seed
    )
    names = _names(found)
    order = GroupFileOrder(path=path, plan=grouping, model=model, names=names, wishes=wishes)
    group_file(to_json(order), folder, report)


def _names(found: ComparedFound) -> tuple[str, ...]:
    return tuple(one.name for one in found.grouping.clusters) if found.grouping else ()
