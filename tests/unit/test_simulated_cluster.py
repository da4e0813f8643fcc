"""What is simulated of clusters is what follows from their costs."""

import pytest

from tests.benchmarks.simulated_cluster import Cluster, Costs, efficiency_of, most_that_pay, seconds_of

COSTS = Costs(client=0.001, scheduler=0.002, work=1.0, group=125e3)  # a millisecond on the line


def test_one_worker_does_one_after_the_other() -> None:
    assert seconds_of(COSTS, Cluster(workers=1), 10) == pytest.approx(10.004)


def test_many_workers_wait_for_the_slowest_of_those_who_hand_out() -> None:
    seconds = seconds_of(COSTS, Cluster(workers=10_000), 10_000)

    assert seconds == pytest.approx(0.001 + 10_000 * 0.002 + 0.001 + 1.0)
    assert efficiency_of(COSTS, Cluster(workers=10_000), 10_000) < 0.05


def test_groups_together_cost_one_task() -> None:
    small = Costs(client=0.001, scheduler=0.002, work=0.001, group=0.0)

    apart, together = (seconds_of(small, Cluster(workers=4, batch=batch), 1_000) for batch in (1, 100))

    assert apart == pytest.approx(1_000 * 0.002, rel=0.01)
    assert together < apart / 4


def test_the_most_workers_that_pay_learn_for_half_of_their_time() -> None:
    assert most_that_pay(COSTS, (1, 10, 100, 100_000), 1, 10_000) == 100
