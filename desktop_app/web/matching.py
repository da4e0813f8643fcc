"""Columns that a model needs and a new file has under other names: what is asked, and what is answered."""

from collections.abc import Mapping

from desktop_app.errors import UsageError
from desktop_app.language import _, say_count
from desktop_app.records.matching import ColumnMatch
from desktop_app.records.models import Preflight
from desktop_app.records.notices import Notice
from desktop_app.records.record import dataclass
from desktop_app.records.stored import StoredAnswers, StoredTraining
from desktop_app.records.tables import Column
from desktop_app.reports.match_words import suggestion_text
from desktop_app.web.amounts import checked_place
from desktop_app.web.scaling import Act

_MOST_CHOICES = 20_000  # on one page: where a file is wide, fewer columns are asked at once
_MOST_REMEMBERED = 500  # matches of one model


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Whether a column of the file is a missing one, and what the form says where it is."""

    place: int  # of the missing column among those that are asked
    column: str
    text: str
    yes: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A column that the model needs, and which column of the file is used as it; -1: none."""

    field: str
    column: str
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """What a person can say of the columns of a new file; columns of the file go by their positions."""

    questions: tuple[Question, ...]
    yes_to_all: dict[str, str]  # what the form says then; empty where there are no two questions
    asked: tuple[Asked, ...]
    more: str  # how many columns are asked once these are settled
    choices: tuple[Column, ...]
    is_open: bool  # nothing else leads on


def matching_of(stored: StoredAnswers, training: StoredTraining) -> Matching | None:
    """Return what is asked of a new file; None where it has all columns by their own names, or no others."""
    return None if stored.answers else asked_of(stored.preflight, _choices(stored, training))


def asked_of(found: Preflight, choices: tuple[Column, ...]) -> Matching | None:
    """Return what is asked of a file; *choices*: its columns that are not needed by their own names."""
    columns = _needed(found)
    if not columns or not choices:
        return None
    questions = tuple(_questions(found, choices, columns))
    used = {column.name: column.position for column in choices}
    asked = tuple(
        Asked(field=_field(place), column=column, position=used.get(column, -1))
        for place, column in enumerate(columns[: max(1, _MOST_CHOICES // len(choices))])
    )
    return Matching(
        questions=questions,
        yes_to_all=dict(field for one in questions for field in one.yes.items()) if questions[1:] else {},
        asked=asked,
        more=_more_text(len(columns) - len(asked)),
        choices=choices,
        is_open=bool(found.missing) and not questions and not found.other_table,
    )


def chosen(
    stored: StoredAnswers, training: StoredTraining, form: Mapping[str, str]
) -> tuple[ColumnMatch, ...]:
    """Return all matches of a file once a form is followed; raises UsageError as `chosen_of` does."""
    return chosen_of(stored.preflight, _choices(stored, training), form)


def chosen_of(
    found: Preflight, choices: tuple[Column, ...], form: Mapping[str, str]
) -> tuple[ColumnMatch, ...]:
    """Return all matches of a file once a form is followed; what it does not speak of stays as it is.

    Raises UsageError where it names a column that is not there, or one column twice.
    """
    headings = {str(column.position): column.in_file for column in choices}
    sources = {match.column: match.source for match in found.mapped}
    for place, column in enumerate(_needed(found)):
        position = form.get(_field(place))
        if position == "":
            sources.pop(column, None)
        elif position is not None:
            if position not in headings:
                raise UsageError("error.not_understood")
            sources[column] = headings[position]
    used = list(sources.values())
    if twice := next((source for source in used if used.count(source) > 1), ""):
        raise UsageError("match.twice", column=twice)
    return tuple(ColumnMatch(column=column, source=source) for column, source in sources.items())


def match_act(found: Preflight, notice: Notice) -> Act | None:
    """Return how a column of the file is no longer used as one of the model's."""
    if notice.code != "check.mapped":
        return None
    columns = _needed(found)
    place = next((place for place, column in enumerate(columns) if column in notice.columns), None)
    if place is None:
        return None
    return Act(words=_("Undo"), fields={_field(place): ""}, goes_to="apply.match")


def refused_column(stored: StoredAnswers, form: Mapping[str, str]) -> str:
    """Return the missing column of which a form says that no suggestion is right; raises UsageError."""
    columns = _needed(stored.preflight)
    return columns[checked_place(form.get("place", ""), len(columns))]


def remembered(
    before: tuple[ColumnMatch, ...], found: Preflight, matches: tuple[ColumnMatch, ...]
) -> tuple[ColumnMatch, ...]:
    """Return the matches to remember for a model: the new ones first, and none that was taken back."""
    kept = (match for match in before if match not in matches and match not in found.mapped)
    return (*matches, *kept)[:_MOST_REMEMBERED]


def _needed(found: Preflight) -> tuple[str, ...]:
    """Return the columns of the model that the file does not have under their own names."""
    return (*found.missing, *(match.column for match in found.mapped))


def _choices(stored: StoredAnswers, training: StoredTraining) -> tuple[Column, ...]:
    """Return the columns of a file that the model does not use under their own names, but for its target."""
    features = training.evaluation.features if training.evaluation else ()
    taken = {*features, training.plan.target} - set(_needed(stored.preflight))
    return tuple(column for column in stored.table.columns if column.name not in taken)


def _questions(found: Preflight, choices: tuple[Column, ...], columns: tuple[str, ...]) -> list[Question]:
    positions = {column.in_file: column.position for column in choices}
    return [
        Question(
            place=(place := columns.index(suggestion.column)),
            column=suggestion.column,
            text=suggestion_text(suggestion),
            yes={_field(place): str(positions[suggestion.source])},
        )
        for suggestion in found.suggestions
        if suggestion.column not in found.refused and suggestion.source in positions
    ]


def _more_text(count: int) -> str:
    if not count:
        return ""
    return say_count(
        "{n} more column is asked then.", "{n} more columns are asked then.", count, {"n": count}
    )


def _field(place: int) -> str:
    return f"source{place}"
