"""Texts are counted in memory that does not grow with them."""

import tracemalloc

from desktop_app.models.frequent import MOST_KEPT, Frequent


def test_all_are_counted_and_the_frequent_ones_are_known_among_any_number_of_others() -> None:
    counts = Frequent()
    assert not counts

    for batch in range(30):
        counts.update([*(f"{batch} {n}" for n in range(MOST_KEPT // 2)), "often", "often"])
    counts.update({"seldom": 1})

    assert counts.total() == 30 * (MOST_KEPT // 2 + 2) + 1
    assert counts.most_common(1) == [("often", 60)]


def test_memory_is_bounded() -> None:
    counts = Frequent()
    tracemalloc.start()
    try:
        for batch in range(200):
            counts.update([f"{batch} {n} of a rather long text" for n in range(1_000)])
        kept, _peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert kept < 3 * 2**20  # of 200,000 texts, 20 MB
