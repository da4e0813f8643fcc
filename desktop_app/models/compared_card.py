"""What a file of groups, or of what is usual, says of itself, read without running anything in it."""

from desktop_app.errors import ModelError
from desktop_app.models.package import COMPARED, Package
from desktop_app.models.sound_evaluation import is_plain
from desktop_app.models.sound_lineage import is_moment
from desktop_app.models.sound_spread import are_spreads_sound
from desktop_app.records.clusters import Grouping
from desktop_app.records.compared_cards import ComparedCard, ComparedFound
from desktop_app.records.jsonable import to_json
from desktop_app.records.models import Schema
from desktop_app.records.tables import MOST_COLUMNS, Recipe
from desktop_app.tables.recipes import is_sound

MOST_GROUPS = 20
_LARGEST = 16 * 2**20  # bytes of what was found, and of the columns
_MOST_SEEDS = 2**32
_KINDS = ("number", "date", "category")


def compared_card_of(package: Package) -> ComparedCard:
    """Return the card of a package that compares rows. Raises ModelError where a part is not in its form."""
    manifest = package.manifest
    unsound = ModelError("model.unsound", model=package.name)
    if any(len(package.members[name]) > _LARGEST for name in (COMPARED, "schema.json", "recipe.json")):
        raise unsound
    recipe, schema = package.record(Recipe, "recipe.json"), package.record(Schema, "schema.json")
    found = package.record(ComparedFound, COMPARED)
    if not (is_sound(recipe) and _fit(schema, found) and is_moment(manifest.created)):
        raise unsound
    if not (_can_be(found) and is_plain(to_json(found)) and is_plain(to_json(schema)) and manifest.rows > 0):
        raise unsound
    if not _are_of_rows(found, manifest.rows):
        raise unsound
    return ComparedCard(
        **manifest.on_card(),
        schema=schema,
        recipe=recipe,
        found=found,
    )


def _fit(schema: Schema, found: ComparedFound) -> bool:
    """Whether the columns are of a kind that is compared, and those of what was found."""
    told = found.grouping or found.oddness
    names = schema.names
    return (
        told is not None
        and 0 < len(set(names)) == len(names) <= MOST_COLUMNS
        and set(told.features) == set(names)
        and "" not in names
        and not schema.target
        and not schema.classes
        and not schema.combinations.steps
        and not schema.combinations.unmet
        and all(feature.type in _KINDS for feature in schema.features)
        and are_spreads_sound(schema)
    )


def _can_be(found: ComparedFound) -> bool:
    """Whether what was found can be said: one kind, with counts that can be."""
    if not 0 <= found.seed < _MOST_SEEDS or not 0 <= found.number <= MOST_GROUPS:
        return False
    if found.grouping:
        reached = found.reached
        is_told = reached is not None and 0 <= reached.beyond <= reached.held
        return is_told and found.oddness is None and _are_groups(found.grouping)
    told = found.oddness
    if told is None or told.odd or told.after or told.repeats or told.nearly:  # these are rows
        return False
    return min(told.rows, told.count, told.by_chance) >= 0


def _are_groups(grouping: Grouping) -> bool:
    stable = grouping.stability
    shares = [trait.share for one in grouping.clusters for trait in one.traits]
    shares += [trait.elsewhere for one in grouping.clusters for trait in one.traits]
    shares += [stable.share, stable.low, stable.high, stable.chance]
    counts = (grouping.rows, grouping.between, grouping.tried, *(one.rows for one in grouping.clusters))
    return (
        2 <= len(grouping.clusters) <= MOST_GROUPS
        and all(0 <= share <= 1 for share in shares)
        and all(count >= 0 for count in counts)
        and grouping.map is None
    )


def _are_of_rows(found: ComparedFound, rows: int) -> bool:
    """Whether no count is of more rows than there were, and each trait is one of a column that counts."""
    counts: list[int] = []
    columns: set[str] = set()
    if found.grouping:
        told = found.grouping
        total = sum(one.rows for one in told.clusters)
        counts += [told.rows, told.between, told.repeated, total, found.reached.held if found.reached else 0]
        columns = {trait.column for one in told.clusters for trait in one.traits} - set(told.features)
        if not total:
            return False
    if found.oddness:
        odd = found.oddness
        counts += [odd.rows, odd.count, odd.sharing, odd.looked_at]
    return not columns and all(0 <= count <= rows for count in counts)
