"""Whatever a request holds: an answer in words, never a bug."""

import random
import string
from typing import Any

import pytest

from desktop_app.workspace.store import Workspace
from tests.api.conftest import ORIGIN, Person
from tests.api.made import stored_answers, stored_table, stored_training

SEED = 20261122
TIMES = 400
ODD = (
    "",
    "0",
    "-1",
    "99999999999999999999",
    "1e9",
    "NaN",
    "../../etc/passwd",
    "..%2f..%2fetc%2fpasswd",
    "\x00",
    "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    "<script>",
    "😀",
    "مرحبا",
    "C:\\con",
    "\\\\host\\share",
    "' OR 1=1 --",
    "{{7*7}}",
    "a" * 5000,
)
FIELDS = (
    *("target", "was", "task", "effort", "part", "go", "find", "open", "use", "use_also", "shown"),
    *("exclude", "include", "column", "name", "kind", "upload", "ticket", "job", "row", "start", "title"),
    *("without_missing", "undo_table_id", "undo_training_id", "undo_answers_id", "saved"),
    *("value", "reading", "chip", "forget", "none", "all", "back"),
    *("cut", "missed", "false", "cheapest", "by", "count", "chance", "benefit", "cost", "lowest"),
    *("before", "visit", "act", "fill", "may", "wanted", "c0", "c1"),
    *("note", "for", "chosen"),
)


def something(chance: random.Random) -> str:
    """Return an odd value, a small number or a few letters."""
    return chance.choice(
        (
            chance.choice(ODD),
            str(chance.randint(-5, 12)),
            "".join(chance.choices(string.printable, k=chance.randint(0, 12))),
        )
    )


@pytest.fixture
def ids(workspace: Workspace) -> dict[str, str]:
    """One of each thing that addresses name."""
    stored = stored_table(workspace)
    training = stored_training(workspace, stored.id)
    answers = stored_answers(workspace, training, answered=True)
    return {
        "table_id": stored.id,
        "training_id": training.id,
        "answers_id": answers.id,
        "job_id": answers.id,
    }


def _named(name: str, chance: random.Random) -> Any:
    """Return something for a part of an address: a number where no other leads anywhere."""
    return chance.randrange(10**6) if name == "place" else something(chance).replace("/", "")


def test_no_request_finds_a_bug(person: Person, ids: dict[str, str], scale: float) -> None:
    chance = random.Random(SEED)  # noqa: S311 - the same requests in every run
    rules = [
        (rule, method)
        for rule in person.client.application.url_map.iter_rules()
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
        if not rule.endpoint.startswith("doors.") and ".delete" not in rule.endpoint
    ]

    for _ in range(int(TIMES * scale)):
        rule, method = chance.choice(rules)
        values: dict[str, Any] = {
            name: ids[name] if name in ids and chance.random() < 0.8 else _named(name, chance)
            for name in rule.arguments
        }
        built = rule.build(values, append_unknown=False)
        form = {field: something(chance) for field in chance.sample(FIELDS, k=chance.randint(0, 8))}
        body: dict[str, Any] = (
            {"query_string": form} if method == "GET" else {"data": {**form, "token": person.token}}
        )
        headers = {"HX-Request": "true"} if chance.random() < 0.3 else {}
        headers |= {"X-Hunch-Token": person.token}
        where = built[1] if built else "/"

        answer = person.client.open(
            where, method=method, base_url=ORIGIN, headers=headers, buffered=True, **body
        )

        assert answer.status_code < 500, (method, where, form, answer.text[-300:])
