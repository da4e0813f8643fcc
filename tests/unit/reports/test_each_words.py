"""What is said of a model for each group."""

from dataclasses import replace

from desktop_app.cli.each import each_json
from desktop_app.records.each import Each, Gain, GroupResult
from desktop_app.reports.each_table import group_lines
from desktop_app.reports.each_words import each_lines
from tests.unit.reports.made import a_number, two_kinds


def group(name: str, **changes: object) -> GroupResult:
    usual = GroupResult(
        name=name, rows=90, tested=18, error=1.0, pooled=1.5, simple=2.0, level="better", own=0.8
    )
    return replace(usual, **changes)  # type: ignore[arg-type]


EACH = Each(
    column="shop",
    is_pooled=False,
    has_slopes=True,
    groups=(
        *(group(f"shop {place}") for place in range(20)),
        group("odd", odd=("worse", "other")),
        group("even", level="unclear", own=0.1),
        group("short", level="few", tested=4),
    ),
    gain=Gain(value=0.25, low=0.2, high=0.301),
    small=7,
    small_rows=21,
)


def lines(each: Each | None) -> list[str]:
    return list(each_lines(replace(a_number(), each=each)))


def test_it_is_said_for_how_many_groups_it_is_better_and_what_may_be_luck() -> None:
    assert lines(EACH) == [
        "On rows it had never seen, what one model for all leaves open is 25 percent smaller with a model "
        "for each group (20 to 30 percent).",
        'Of 30 groups of "shop": 21 better than their own simplest guess, 1 not shown to be, '
        "8 with too few rows to tell.",
        "Of those that are called better, at most about 2 may be so by luck.",
        "1 group borrows nearly everything from the model for all.",
        "7 groups with fewer than 10 rows have the model for all.",
        'Far more off than groups of about the same size: "odd".',
        'What moves the answer differs most from the other groups in: "odd".',
    ]


def test_where_no_group_can_be_judged_another_column_is_advised() -> None:
    few = replace(EACH, groups=tuple(group(f"price {place}", level="few") for place in range(3)))

    assert [line for line in lines(few) if line.startswith("No group has enough rows to be judged.")]
    assert not [line for line in lines(EACH) if line.startswith("No group has enough rows")]


def test_by_what_models_of_kinds_are_compared_is_said() -> None:
    said = "Compared is how likely the models called what was true"

    assert [line for line in each_lines(replace(two_kinds(), each=EACH)) if line.startswith(said)]
    assert not [line for line in lines(EACH) if line.startswith(said)]


def test_that_one_model_for_all_is_as_good_is_said() -> None:
    told = lines(replace(EACH, is_pooled=True))

    assert "One model for all groups is as good here, so it answers for each of them." in told
    assert not [line for line in told if "borrow" in line or "smaller" in line or "model for all." in line]


def test_it_is_said_how_much_wider_ranges_are_of_a_group_that_is_not_known() -> None:
    told = 'Each end of a range lies 20 further out where the "shop" of a row is not known to it.'

    assert told in lines(replace(EACH, beyond=20.0))
    assert told in lines(replace(EACH, beyond=20.0, is_pooled=True))


def test_it_is_said_which_rows_have_no_group() -> None:
    assert '3 rows in which "shop" is empty have the model for all.' in lines(replace(EACH, empty_rows=3))


def test_a_gain_that_may_be_luck_is_not_claimed() -> None:
    told = lines(replace(EACH, has_slopes=False, gain=Gain(value=0.1, low=-0.1, high=0.2)))

    assert "The groups differ in their level; what moves the answer is the same in all of them." in told
    assert "Whether a model for each group is better than one for all, the tested rows do not show." in told


def test_of_a_model_without_groups_nothing_is_said() -> None:
    assert lines(None) == []
    assert each_json(None) == {}


def test_programs_are_told_the_counts_and_every_group() -> None:
    (told,) = each_json(EACH).values()

    assert isinstance(told, dict)
    assert {name: told[name] for name in ("count", "better", "unclear", "few", "borrowing")} == {
        "count": 30,
        "better": 21,
        "unclear": 1,
        "few": 8,
        "borrowing": 1,
    }
    assert isinstance(told["groups"], list)
    assert len(told["groups"]) == 23


def test_a_group_that_is_far_off_hides_no_digits_of_the_others() -> None:
    usual = [group(f"shop {place}", error=0.29, pooled=0.33, simple=0.34) for place in range(9)]
    far = group("far", error=2.1, pooled=2.2, simple=2.4)
    evaluation = replace(a_number(), decimals=2)

    told = group_lines(evaluation, EACH, [*usual, far])

    assert told[0].cells[1:4] == ("0.29", "0.33", "0.34")
    assert told[-1].cells[1:4] == ("2.1", "2.2", "2.4")
