"""Runs one measurement, or all of them on the tables that ship with the program.

python -m tests.benchmarks                                all
python -m tests.benchmarks start [RUNS] [PYTHON]          from the start to the first page, and at rest
python -m tests.benchmarks commands [FILE TARGET] [RUNS]  how soon something comes of a command
python -m tests.benchmarks learning [FILE TARGET] [RUNS]  from pressing Learn to the verdict
python -m tests.benchmarks results [FILE TARGET] [RUNS]   how soon a result is on the screen
python -m tests.benchmarks overhead [FILE TARGET] [RUNS]  a training against a plain script
python -m tests.benchmarks asking [FILE TARGET] [COUNT]   questions to a model that is held open
python -m tests.benchmarks pages [ROWS]                   opening a long table, and paging in it
python -m tests.benchmarks import [ROWS] [PYTHON]         import against plain libraries, and its memory
python -m tests.benchmarks truth [FOLDER] [COUNT] [FIRST] whether files become the tables that were meant
python -m tests.benchmarks fuzz [COUNT] [FOLDER] [FIRST]  files that were damaged at random
python -m tests.benchmarks bombs [TIMES] [SECONDS]        pages while files are opened that exhaust a reader
python -m tests.benchmarks grid [ROWS] [COLUMNS] [FOLDER] the grid with a large table, in Chromium

Those of the learner take long, and are taken only by name:

python -m tests.benchmarks compare FOLDER [OPTIONS]       against other systems, on real tables
python -m tests.benchmarks honesty KIND [COUNT] [FIRST]   verdicts and ranges on tables whose truth is known
python -m tests.benchmarks verdicts [FOLDER] [TABLES]     what is said of tables beside what is true
python -m tests.benchmarks cautions FOLDER [TABLE]...     clean rows with a caution, and rows that cannot be
python -m tests.benchmarks situations FOLDER [PART]       new files that are not like the one learned from
python -m tests.benchmarks learner_scale [ROWS] [MODEL FILE]...  a large table, and models at work
python -m tests.benchmarks explain [FILE TARGET] [RUNS]   looking into a model after learning, by step
python -m tests.benchmarks reasons                         whether the reasons of an answer sum to it
python -m tests.benchmarks clusters [COUNT] [FIRST]        groups that are there, and none that are not
python -m tests.benchmarks scale [GROUPS] [ROWS]           what a Dask cluster costs and brings
python -m tests.benchmarks answers_there [ROWS] [MODEL FILE]  answering a large file on a cluster
python -m tests.benchmarks oddness [COUNT] [PYTHON]        odd rows that are there, and none that are not
python -m tests.benchmarks beside [COUNT]                  new rows in old groups, and odd beside old rows
python -m tests.benchmarks words [COUNT] [FIRST]           words that go with an answer, and none by chance
python -m tests.benchmarks forecasts [PYTHON] [COUNT]     looking ahead in series, beside statsforecast
python -m tests.benchmarks hindsight [COUNT]               forecasts, where what they foresaw has come
python -m tests.benchmarks scoring [ROWS] [MODEL]         answering a large file against the model alone
python -m tests.benchmarks kills [COUNT] [SEED]           answering that is killed, and gone on with
python -m tests.benchmarks serving [FILE TARGET] [RUNS]   rows over HTTP, beside MLflow's model server
python -m tests.benchmarks round_trips                     every form of a model, for every kind of it
python -m tests.benchmarks attacks [COUNT] [FIRST]        model files that were made to do harm, or by chance
"""

import os
import sys
import timeit
from collections.abc import Sequence
from importlib import import_module

MEASUREMENTS = {  # by name, and the module that takes it: loaded only then, since each worker loads this one
    "start": "start",
    "commands": "commands",
    "learning": "learning",
    "results": "results",
    "overhead": "overhead",
    "asking": "asking",
    "pages": "pages",
    "import": "import_speed",
    "truth": "import_truth",
    "fuzz": "import_fuzz",
    "bombs": "bomb_answers",
    "grid": "grid_speed",
}
LONG = {  # not among all
    "compare": "learner.compare",
    "honesty": "learner.honesty",
    "verdicts": "learner.verdicts",
    "cautions": "learner.combinations",
    "situations": "situations.report",
    "learner_scale": "learner.scale",
    "clusters": "clusters",
    "scale": "scale",
    "answers_there": "answers_there",
    "oddness": "oddness",
    "beside": "beside",
    "forecasts": "forecasts",
    "hindsight": "hindsight",
    "explain": "explaining",
    "reasons": "reasons",
    "words": "told_words",
    "scoring": "scoring",
    "kills": "kills",
    "serving": "serving",
    "round_trips": "round_trips",
    "attacks": "model_attacks",
}


def main(arguments: Sequence[str]) -> int:
    """Run what is asked for and return 0; 2 for a measurement that there is not."""
    chosen, rest = (arguments[0], arguments[1:]) if arguments else ("", ())
    if chosen and chosen not in MEASUREMENTS | LONG:
        print(__doc__)
        return 2
    load = os.getloadavg()[0]
    print(
        f"{os.cpu_count()} cores, load {load:.1f}, ten million additions in Python take {_additions():.2f} s"
    )
    for name in [chosen] if chosen else MEASUREMENTS:
        print(f"\n{name}\n", flush=True)
        import_module(f"tests.benchmarks.{(MEASUREMENTS | LONG)[name]}").main(rest)
    return 0


def _additions() -> float:
    """Return the seconds of a loop, by which figures of two computers can be compared; the best of three."""
    return min(timeit.repeat("for i in range(10_000_000): s += i", "s = 0", number=1, repeat=3))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
