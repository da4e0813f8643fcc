"""How often a file becomes the table that was meant, and how often it does not without a word.

`python -m tests.benchmarks truth [FOLDER_OF_DATA] [COUNT] [FIRST]`: the folder holds `traps/` and `messy/`
(`stated_files`); COUNT files are made up with a truth of their own (`generated_files`), by their numbers from
FIRST on: what has been mended with some numbers in view is to be measured with others. Each file is read in a
process under limits, for 20 seconds at most.

- *right*: all is as it was meant.
- *asked*: a question is put where one reading fits only, or the shape is asked about.
- *said*: it is not what was meant, and a caution says so.
- *wrong*: it is not what was meant, and nothing says so.
- *refused*: it holds a table and is not read.
"""

import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.benchmarks.generated_files import Generated, generate
from tests.benchmarks.judging import ASPECTS, OUTCOMES, Finding, Verdict, judge_generated
from tests.benchmarks.stated_files import Stated, made_traps, messy, traps
from tests.benchmarks.stated_judging import judge_stated
from tests.benchmarks.workers import Done, run_all

COUNT, SECONDS = 300, 20.0
Task = Stated | Generated


def main(arguments: Sequence[str]) -> None:
    """Print what is not right, as it is found, and a table by source and aspect."""
    folder = next((Path(word) for word in arguments if not word.isdecimal()), None)
    numbers = [int(word) for word in arguments if word.isdecimal()]
    count, first = (*numbers, *(COUNT, 0)[len(numbers) :])
    with tempfile.TemporaryDirectory(prefix="hunch-made-") as made:
        tasks: list[Task] = [generate(seed, Path(made)) for seed in range(first, first + count)]
        if folder:
            outside = messy(folder)
            told = [one for one in outside if one.source != "messy"]
            untold = [one for one in outside if one.source == "messy"]
            tasks = [*traps(folder), *made_traps(Path(made)), *told, *tasks, *untold]
        done = []
        for one in run_all(judge, tasks, seconds=SECONDS):
            done.append(one)
            _print_findings(_verdict(one))
    verdicts = [_verdict(one) for one in done]
    _print_shares(verdicts)
    _print_untold(verdicts)
    _print_questions(verdicts)
    slow = sorted(done, key=lambda one: -one.seconds)[:5]
    print("\nslowest: " + ", ".join(f"{_name(one.task)} {one.seconds:.1f} s" for one in slow))


def judge(task: Task) -> Verdict:
    """Read one file and return how it compares with what is known of it."""
    return judge_stated(task) if isinstance(task, Stated) else judge_generated(task)


def _name(task: Task) -> str:
    return f"{task.path.parent.name}/{task.path.name}" if isinstance(task, Stated) else task.path.name


def _verdict(done: Done[Task, Verdict]) -> Verdict:
    if done.result is not None:
        return done.result
    source = done.task.source if isinstance(done.task, Stated) else "generated"
    refusal = Finding(aspect="shape", outcome="refused", text=done.failure)
    has_truth = source != "messy"
    return Verdict(
        source=source,
        file=_name(done.task),
        findings=(refusal,) if has_truth else (),
        has_truth=has_truth,
        read=False,
        fault=done.failure,
    )


def _print_shares(verdicts: Sequence[Verdict]) -> None:
    print("\n| source | of | files | " + " | ".join(OUTCOMES) + " | right, % | silently wrong, % |")
    print("|---|---|---:|" + "---:|" * (len(OUTCOMES) + 2))
    told = [verdict for verdict in verdicts if verdict.has_truth]
    for source in (*dict.fromkeys(verdict.source for verdict in told), "all"):
        some = [verdict for verdict in told if source in (verdict.source, "all")]
        _print_line(source, "file", [verdict.outcome for verdict in some])
        for aspect in ASPECTS:
            _print_line(source, aspect, [verdict.of(aspect) for verdict in some])


def _print_line(source: str, aspect: str, outcomes: Sequence[str]) -> None:
    counts = Counter(outcomes)
    numbers = " | ".join(str(counts[outcome]) for outcome in OUTCOMES)
    right, wrong = (100 * counts[outcome] / len(outcomes) for outcome in ("right", "wrong"))
    print(f"| {source} | {aspect} | {len(outcomes)} | {numbers} | {right:.1f} | {wrong:.1f} |")


def _print_untold(verdicts: Iterable[Verdict]) -> None:
    untold = [verdict for verdict in verdicts if not verdict.has_truth]
    if untold:
        read = sum(verdict.read for verdict in untold)
        faults = sum(bool(verdict.fault) for verdict in untold)
        print(f"\n{len(untold)} files without a truth: {read} read, {faults} faults, the others refused:")
        codes = Counter(verdict.about for verdict in untold if not verdict.read and not verdict.fault)
        print(json.dumps(dict(codes.most_common())))


def _print_questions(verdicts: Iterable[Verdict]) -> None:
    made = [verdict for verdict in verdicts if verdict.source == "generated"]
    with_needless = [verdict for verdict in made if verdict.needless]
    most = max((verdict.questions for verdict in made), default=0)
    print(
        f"\nquestions where one reading fits only: {sum(verdict.needless for verdict in made)} in "
        f"{len(with_needless)} of {len(made)} files ({100 * len(with_needless) / max(1, len(made)):.1f} %); "
        f"at most {most} in a file"
    )


def _print_findings(verdict: Verdict) -> None:
    if verdict.fault:
        print(f"- fault: {verdict.source} {verdict.file}: {verdict.fault}", flush=True)
    for finding in verdict.findings:
        if finding.outcome != "right":
            print(
                f"- {finding.outcome} {finding.aspect}: {verdict.source} {verdict.file}: {finding.text}"
                f" [{verdict.about}]",
                flush=True,
            )
