"""What holds for every picture, also of long names and of numbers that are tiny, huge, or below 0."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from desktop_app.records.clusters import GroupMap, MapSpot
from desktop_app.records.explained import Bins, Pair
from desktop_app.records.insights import Band
from desktop_app.records.models import Truth
from desktop_app.records.results import Evaluation, Importance, Misses
from desktop_app.reports.group_words import GroupWords
from desktop_app.reports.held_words import HeldFile
from desktop_app.reports.pictures.bands import bands
from desktop_app.reports.pictures.calibration import calibration
from desktop_app.reports.pictures.effects import effect_picture
from desktop_app.reports.pictures.group_map import group_map
from desktop_app.reports.pictures.groups import groups_picture
from desktop_app.reports.pictures.held import held
from desktop_app.reports.pictures.importance import importance
from desktop_app.reports.pictures.labels import width_of
from desktop_app.reports.pictures.pace import pace
from desktop_app.reports.pictures.pairs import pair_picture
from desktop_app.reports.pictures.picture import WIDTH, Picture
from desktop_app.reports.pictures.ranking import precision_recall, roc
from desktop_app.reports.pictures.scatter import scatter
from tests.unit.reports.explained import curve, dates, explained, kinds
from tests.unit.reports.insight_parts import TEN
from tests.unit.reports.insight_parts import calibration as said
from tests.unit.reports.insight_parts import pace as points
from tests.unit.reports.made import a_number, many_kinds, score, two_kinds
from tests.unit.reports.made_groups import GROUPS, group, numbers
from tests.unit.reports.pictures.fields import outside

LONG = "THE_WHOLE_AMOUNT_OF_ALL_WARRANTIES_MINUS_WHAT_WAS_PAID_"
WIDE = "顧客の住所と電話番号と氏名と年齢と性別と職業"
NAMES = tuple(f"{LONG}{place}_OF_ALL_THE_CONTRACTS" for place in range(30))
SCALES = {"tiny": 1e-7, "usual": 1.0, "huge": 1e9}


def of_numbers(times: float) -> list[Picture | None]:
    """Return the pictures of numbers so many times as large, many of them below 0."""
    error = {"metric": "mean_absolute_error", "rows": 500}
    evaluation = a_number(
        target=LONG,
        score=score(3.1 * times, 2.9 * times, 3.3 * times, **error),  # type: ignore[arg-type]
        pace=points((1_000_000, 9.5 * times), (4_000_000, 3.1 * times)),
        misses=Misses(
            half=2 * times,
            tenth=8 * times,
            coverage=0.8,
            pairs=((-50 * times, -49 * times), (2 * times, 0.0)),
        ),
        bands=tuple(
            Band(low=low * times, high=high * times, rows=9, half=half * times, tenth=tenth * times, lean=0.0)
            for low, high, half, tenth in (
                (-90.0, -4.0, 3.0, 8.0),
                (-4.0, 0.5, 0.001, 0.1),
                (0.5, 9.0, 1.0, 12.0),
            )
        ),
        importances=tuple(
            Importance(column=column, loss=place * times, low=(place - 3) * times, high=(place + 2) * times)
            for place, column in enumerate(NAMES)
        ),
    )
    amounts = explained(value="", usual=-2 * times)
    line = curve(-5 * times, 0.0, 3 * times, at=(-7 * times, 0.0, 12 * times), column=LONG)
    return [
        *(draw(evaluation) for draw in (scatter, bands, pace, importance)),
        effect_picture(line, 0, amounts, evaluation),
        groups_picture(GroupWords(compared=numbers(), evaluation=evaluation), "miss"),
        pair_picture(pair(times), 0, amounts, evaluation),
        held(files_of(evaluation), evaluation),
        group_map(map_of_groups(times), NAMES[:8], 1_000),
    ]


def map_of_groups(times: float) -> GroupMap:
    """Return eight groups on a line that rises."""
    spots = tuple(MapSpot(x=-9 * times * place, y=2 * times * place, group=place % 8) for place in range(24))
    return GroupMap(spots=spots, held=0.4)


def of_kinds(evaluation: Evaluation) -> list[Picture | None]:
    """Return the pictures of kinds whose names are long."""
    measured = tuple(Importance(column=one, loss=0.1, low=0.01, high=0.2) for one in (*NAMES, WIDE))
    known = replace(
        evaluation,
        importances=measured,
        calibration=said((0.004, 0.0, 3), (0.99, 1.0, 10_000), value=LONG),
        pace=points((60, 0.2), (240, 0.9)),
        cuts=tuple(replace(TEN, value=one) for one in evaluation.classes),
    )
    two = explained(value=LONG)
    named = {one: 0.1 * place for place, one in enumerate((*NAMES[:5], WIDE))}
    compared = replace(GROUPS, groups=tuple(group(one, 0.5) for one in (*NAMES[:4], WIDE)))
    return [
        *(draw(known) for draw in (calibration, pace, importance, roc, precision_recall)),
        effect_picture(kinds(**named), 0, two, known),  # type: ignore[arg-type]  # names of values
        effect_picture(dates(0.1, 0.4, 0.2, days=(0.0, 4_000.0, 20_000.0)), 1, two, known),
        groups_picture(GroupWords(compared=compared, evaluation=known), "found"),
        pair_picture(replace(pair(1.0), means=((0.001, 0.5), (0.2, 0.9))), 0, two, known),
        held(files_of(known), known),
    ]


def files_of(evaluation: Evaluation) -> list[HeldFile]:
    """Return thirty files in which it is as right as was promised."""
    score = evaluation.score
    truth = Truth(score=score, promised=score, holds="fits", known=score.rows)
    return [HeldFile(name=one, day=f"2026-04-{day:02}", truth=truth) for day, one in enumerate(NAMES, 1)]


def pair(times: float) -> Pair:
    return Pair(
        first=Bins(column=LONG, kind="number", ranges=((-9 * times, 0.0), (0.0, 12.5 * times))),
        second=Bins(column=WIDE, kind="category", levels=(LONG, WIDE)),
        strength=0.5,
        means=((-3 * times, 0.0), (2 * times, 9 * times)),
    )


ALL = [one for times in SCALES.values() for one in of_numbers(times)]
ALL += of_kinds(two_kinds(classes=("no", LONG), common="no"))
ALL += of_kinds(many_kinds(classes=NAMES[:3], common=NAMES[0]))


@pytest.fixture(params=ALL, ids=lambda one: one.name if one else "none")
def picture(request: pytest.FixtureRequest) -> Picture:
    assert request.param
    return request.param  # type: ignore[no-any-return]


def test_it_has_a_sentence_words_for_who_cannot_see_it_and_its_numbers(picture: Picture) -> None:
    assert picture.title
    assert picture.about
    assert re.fullmatch("[a-z-]+", picture.name)
    assert picture.rows
    assert {len(row) for row in picture.rows} == {len(picture.header)}


def test_all_marks_lie_between_the_axes(picture: Picture) -> None:
    assert outside(picture) == []


def test_no_word_leaves_it(picture: Picture) -> None:
    assert [word for start, end, word in words_of(picture) if start < 0 or end > WIDTH] == []


def words_of(picture: Picture) -> Iterator[tuple[float, float, str]]:
    """Yield where each word begins and ends."""
    field = picture.field
    below, over = picture.axis_names
    placed = [(field.left - 8, "end", tick.label) for tick in field.ticks]
    placed += [(tick.at, "middle", tick.label) for tick in picture.across]
    placed += [(word.x, word.anchor, word.text) for word in picture.words]
    placed += [(26, "start", text) for _y, _slot, text in picture.key_places]
    placed += [(field.center, "middle", below), (8, "start", over)]
    before = {"start": 0.0, "middle": 0.5, "end": 1.0}
    for x, anchor, word in placed:
        start = x - before[anchor] * width_of(word)
        yield start, start + width_of(word), word
