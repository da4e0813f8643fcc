"""Whether the learner is honest about tables whose truth is known: `... honesty KIND [COUNT] [FIRST]`.

Each number from FIRST on stands for a table, made anew each time; it is written as CSV, read and learned from
within 15 seconds, in a process under the limits of our own workers. S is the skill of the best predictor that
the process has; "limit" the low end of its 95 % range on the rows of the table: what the best learner could
prove. KIND is one of these, and this is what is right:

- noise: nothing tells of the target; the verdict is "guessing". Goal: 95 of 100 of 200 tables.
- signal: S is 0.15 or more; the verdict is "weak", "useful" or "good". Goal: 95 of 100 of 200.
- leak: one column gives the answer away; it is among the columns left out or warned of. Goal: 29 of 30.
- clean: one or two strong columns that are honest; no alarm. Goal: at most 1 alarm in 30.
- range: the 95 % range of the score holds the score of the saved model on 20,000 fresh rows. Goal: 92 to
  98 of 100 of 200.
"""

import time
from collections import Counter
from collections.abc import Sequence

import numpy as np

from tests.benchmarks.learner.fresh_rows import Fresh
from tests.benchmarks.learner.honesty_judging import Attempt, Honesty, judge
from tests.benchmarks.learner.leaks import HEADINGS
from tests.benchmarks.learner.learned import BUDGET
from tests.benchmarks.learner.wishes import ASKS, Ask
from tests.benchmarks.workers import Done, run_all

COUNTS: dict[Ask, int] = {"noise": 200, "signal": 200, "leak": 30, "clean": 30, "range": 200}
PATIENCE = 6 * BUDGET + 60  # seconds of the processor, fresh rows included
PROCESSES = 2  # of one thread each: what is learned does not depend on the threads


def main(arguments: Sequence[str]) -> None:
    """Print what is wrong as it is found, and a table of all."""
    ask = next((ask for ask in ASKS if arguments and arguments[0] == ask), None)
    if ask is None:
        print(__doc__)
        return
    numbers = [int(word) for word in arguments[1:]]
    count, first = (*numbers, *(COUNTS[ask], 0)[len(numbers) :])
    began = time.monotonic()
    tasks = (Attempt(ask=ask, seed=seed) for seed in range(first, first + count))
    found = []
    for done in run_all(judge, tasks, seconds=PATIENCE, processes=PROCESSES):
        found.append(_honesty(done))
        if not found[-1].good:
            print(f"- {ask} {done.task.seed}: {found[-1].text}", flush=True)
    show(ask, found)
    print(f"\n{len(found)} tables in {time.monotonic() - began:.0f} s")


def _honesty(done: Done[Attempt, Honesty]) -> Honesty:
    if done.result is not None:
        return done.result
    return Honesty(group="failed", level=done.failure, good=False, text=f"the process failed: {done.failure}")


def show(ask: Ask, found: Sequence[Honesty]) -> None:
    """Print a table by group, and all together."""
    levels = Counter(one.level for one in found)
    names = [name for name, _ in levels.most_common()]
    print(f"\n| {ask} | tables | right | right, % | " + " | ".join(names) + " |")
    print("|---|---:|---:|---:|" + "---:|" * len(names))
    for group in (*sorted({one.group for one in found}), "all"):
        some = [one for one in found if group in (one.group, "all")]
        right = sum(one.good for one in some)
        counts = " | ".join(str(sum(one.level == name for one in some)) for name in names)
        print(f"| {group} | {len(some)} | {right} | {100 * right / max(1, len(some)):.1f} | {counts} |")
    if ask == "leak":
        told = sum(one.in_verdict in HEADINGS.values() for one in found)
        print(f"\nthe verdict itself names the leak in {told} of {len(found)}")
    if fresh := [one.fresh for one in found if one.fresh]:
        _show_fresh(fresh)


def _show_fresh(fresh: Sequence[Fresh]) -> None:
    sides = Counter(one.side for one in fresh)
    promised = np.mean([one.skill >= one.skill_low for one in fresh])
    gap = np.mean([one.skill - one.skill_low for one in fresh])
    print(
        f"\nfresh score within {sides['within']}, below {sides['below']}, above {sides['above']}\n"
        f"fresh skill at or above the low end that was said: {100 * promised:.1f} % (right: 97.5); "
        f"on average {gap:.3f} above it"
    )
    if within := [one.within for one in fresh if one.within is not None]:
        share, least = 100 * np.mean(within), 100 * min(within)
        print(f"real amounts in their ranges: {share:.1f} % (right: 80), in the worst table {least:.1f} %")
