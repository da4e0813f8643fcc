"""No pickle, no SQL from values, no HTML from text, no words of exceptions in the log.

Each check fires on a file that is planted bad.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest

from tests.unit.static_checks import logged_words, made_up_html, made_up_sql, pickles

ROOT = Path(__file__).parents[2]
PYTHON = [
    ROOT / "main.py",
    *sorted((ROOT / "desktop_app").rglob("*.py")),
    *sorted((ROOT / "build").rglob("*.py")),
]
SCRIPTS = sorted((ROOT / "ui" / "static" / "js").rglob("*.js"))

Check = Callable[[str], Iterable[str]]


def found_in(files: Sequence[Path], *checks: Check) -> dict[str, list[str]]:
    """Return what checks complain of, by the file."""
    sources = {str(file.relative_to(ROOT)): file.read_text(encoding="utf-8") for file in files}
    found = {name: [word for check in checks for word in check(source)] for name, source in sources.items()}
    return {name: words for name, words in found.items() if words}


def test_the_files_are_found() -> None:
    assert {"main.py", "check.py", "worker.py"} <= {file.name for file in PYTHON}
    assert len(SCRIPTS) > 10


def test_no_pickle_is_read_or_written_and_no_sql_is_made_of_values() -> None:
    assert found_in(PYTHON, pickles, made_up_sql) == {}


def test_the_words_of_an_exception_are_not_logged() -> None:
    assert found_in(PYTHON, logged_words) == {}


def test_no_script_makes_html_of_text() -> None:
    assert found_in(SCRIPTS, made_up_html) == {}


@pytest.mark.parametrize(
    "bad",
    [
        "import pickle",
        "import cloudpickle as safe",
        "from joblib import load",
        "def load():\n    from pickle import loads",
        "pipe.send(order)",
        "self._connection.recv()",
        "frame = pandas.read_pickle(path)",
        "numpy.load(path, allow_pickle=True)",
    ],
)
def test_a_planted_pickle_is_found(bad: str) -> None:
    assert list(pickles(bad))


@pytest.mark.parametrize(
    "good",
    [
        "pipe.send_bytes(order)",
        "pipe.recv_bytes(10)",
        "numpy.load(path, allow_pickle=False)",
        "generator.send(1)",
    ],
)
def test_what_is_no_pickle_is_left_alone(good: str) -> None:
    assert list(pickles(good)) == []


@pytest.mark.parametrize(
    "bad",
    [
        'log.exception("it failed")',
        'log.error("it failed", exc_info=error)',
        'log.error("it failed: %s", traceback.format_exc())',
    ],
)
def test_planted_words_of_an_exception_are_found(bad: str) -> None:
    assert list(logged_words(bad))


@pytest.mark.parametrize(
    "bad",
    [
        'db.execute(f"SELECT * FROM job WHERE id = {job_id}")',
        'db.execute("DELETE FROM job WHERE id = %s" % job_id)',
        'db.execute("UPDATE job SET state = {}".format(state))',
        'db.execute("SELECT * FROM " + name)',
        'db.execute(\n    f"""\n    INSERT INTO {name} VALUES (1)\n    """\n)',
    ],
)
def test_planted_sql_of_values_is_found(bad: str) -> None:
    assert list(made_up_sql(bad))


@pytest.mark.parametrize(
    "good",
    [
        'db.execute("SELECT * FROM job WHERE id = ?", (job_id,))',
        'f"{count} rows"',
        'db.execute(f"SELECT {cells}")  # noqa: S608 - cells are named by their number',
    ],
)
def test_sql_that_is_safe_is_left_alone(good: str) -> None:
    assert list(made_up_sql(good)) == []


@pytest.mark.parametrize(
    "bad",
    [
        "cell.innerHTML = name;",
        "box.outerHTML += text",
        'box.insertAdjacentHTML("beforeend", name)',
        "document.write(name)",
        "eval(code)",
        'new Function("return 1")',
    ],
)
def test_planted_html_of_text_is_found(bad: str) -> None:
    assert list(made_up_html(bad))
