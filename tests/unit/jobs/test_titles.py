"""What a job is called when the person is told about it."""

import pytest

from desktop_app.jobs.titles import title
from desktop_app.records.jsonable import JSON


@pytest.mark.parametrize(
    ("journey", "params", "words"),
    [
        ("train", {"plan": {"target": "left"}}, "Learning left"),
        ("explain", {"plan": {"target": "left"}}, "Looking into left"),
        ("import", {"name": "customers.csv", "path": "/x"}, "Reading customers.csv"),
        ("export", {"out": "/there/answers.csv"}, "Saving answers.csv"),
        ("export", {"out": "/uploads/0123456789abcdef0123456789abcdef.csv"}, "Saving a file"),
        ("write_report", {"out": "/uploads/0123456789abcdef0123456789abcdef.pdf"}, "Writing the report"),
        ("apply", {}, "Answering the rows of a file"),
        ("explain", {}, "A job"),
    ],
)
def test_a_job_is_called_by_what_it_does(journey: str, params: dict[str, JSON], words: str) -> None:
    assert title(journey, params) == words
