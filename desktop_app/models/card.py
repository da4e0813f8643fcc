"""What a model file says of itself, read without running anything in it."""

from pathlib import Path

from desktop_app.errors import ModelError
from desktop_app.models.admission import admitted
from desktop_app.models.package import Package
from desktop_app.models.settings import decision_in
from desktop_app.models.sound_combinations import are_sound
from desktop_app.models.sound_lineage import is_lineage_sound, is_moment
from desktop_app.models.sound_spread import are_spreads_sound
from desktop_app.records.decisions import Costs
from desktop_app.records.models import ModelCard, Schema
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Evaluation
from desktop_app.records.tables import Recipe
from desktop_app.records.trust import Trust
from desktop_app.tables.recipes import is_sound

_LONGEST = 1e9  # seconds that a plan may ask for
_MOST_SEEDS = 2**32  # that the libraries take
_MOST_DECIMALS = 300  # beyond which a float holds nothing


def read_card(path: Path, trust: Trust | None = None) -> ModelCard:
    """Return the card of the model file at *path*. Raises ModelError when it is not a whole model file.

    With *trust*, it must be allowed to be opened here, else PolicyError is raised.
    """
    return card_of(admitted(path, trust).package)


def card_of(package: Package) -> ModelCard:
    """Return the card of an opened package. Raises ModelError where a part is not in its form.

    The recipe is followed when a new file is read, before anything else of the model is looked at; what was
    decided, when its rows are answered. Raises ModelError for a forecast, too, and for a file that compares
    rows: these answer none.
    """
    if package.kind != "rows":
        raise ModelError(f"model.{package.kind}", model=package.name, command="hunch predict")
    manifest = package.manifest
    recipe = package.record(Recipe, "recipe.json")
    if not is_sound(recipe):
        raise ModelError("model.unsound", model=package.name)
    schema = package.record(Schema, "schema.json")
    if not (are_sound(schema) and are_spreads_sound(schema)):
        raise ModelError("model.unsound", model=package.name)
    evaluation, plan = (
        package.record(Evaluation, "evaluation.json"),
        package.record(TrainingPlan, "plan.json"),
    )
    if not (is_lineage_sound(evaluation) and _can_be(plan) and 0 <= evaluation.decimals <= _MOST_DECIMALS):
        raise ModelError("model.unsound", model=package.name)
    if not is_moment(manifest.created):
        raise ModelError("model.unsound", model=package.name)
    return ModelCard(
        created=manifest.created,
        versions=manifest.versions,
        table=manifest.table,
        table_sha256=manifest.table_sha256,
        schema=schema,
        plan=plan,
        evaluation=evaluation,
        recipe=recipe,
        golden_rows=manifest.golden_rows,
        estimator_types=manifest.estimator_types,
        decision=decision_in(package, schema),
    )


def _can_be(plan: TrainingPlan) -> bool:
    """Whether the numbers of a plan can be what they say: it may be followed again."""
    return (
        0 < plan.budget <= _LONGEST
        and 0 <= plan.seed < _MOST_SEEDS
        and (plan.costs is None or (plan.costs.costs.can_be and plan.costs.costs != Costs()))
    )
