"""How long a cluster of any size takes, from what one of two workers was measured to cost.

Discrete events in their order (Banks et al., Discrete-event system simulation, 2010): whoever hands out the
tasks, the scheduler and the line each serve one task at a time, then one of the workers does. Nothing is left
to chance, so the same costs give the same seconds.
"""

from dataclasses import dataclass
from heapq import heapreplace


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """What a task takes of each, in seconds, and what is sent for a group, in bytes."""

    client: float  # of the computer that hands out the tasks, for each task
    scheduler: float  # for each task
    work: float  # of a worker, for each group
    group: float  # bytes of the rows of a group
    bandwidth: float = 125e6  # bytes a second: 1 Gbit/s


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """So many workers, each task with so many groups."""

    workers: int
    batch: int = 1


def seconds_of(costs: Costs, cluster: Cluster, groups: int) -> float:
    """Return how long it takes until the last group is done."""
    handed = planned = sent = ended = 0.0
    free = [0.0] * cluster.workers
    for first in range(0, groups, cluster.batch):
        count = min(cluster.batch, groups - first)
        handed += costs.client
        planned = max(planned, handed) + costs.scheduler
        sent = max(sent, planned) + count * costs.group / costs.bandwidth
        end = max(sent, free[0]) + count * costs.work
        heapreplace(free, end)
        ended = max(ended, end)
    return ended


def efficiency_of(costs: Costs, cluster: Cluster, groups: int) -> float:
    """Return which share of their time the workers learn."""
    return groups * costs.work / (cluster.workers * seconds_of(costs, cluster, groups))


def most_that_pay(costs: Costs, sizes: tuple[int, ...], batch: int, groups: int) -> int:
    """Return the most of these numbers of workers that learn for half of their time or more; 0 for none."""
    paying = (
        workers
        for workers in sizes
        if efficiency_of(costs, Cluster(workers=workers, batch=batch), groups) >= 0.5
    )
    return max(paying, default=0)
