"""Help's documents as pages, and their files to be shown and saved."""

from pathlib import Path

import pytest

from desktop_app.language import use
from desktop_app.paths import bundled
from desktop_app.reports.documents.catalogue import DOCUMENTS, FILES
from tests.api.conftest import FakeDialogs, Person

SCRIPT = "docs/examples/from_pytorch.py"


def test_every_document_is_shown_in_its_language(person: Person) -> None:
    for document in DOCUMENTS:
        shown = person.get(f"/help/documents/{document.key}")

        assert shown.status_code == 200
        assert f"<h1>{document.title}</h1>" in shown.text
        assert '<article class="card document" lang="en"' in shown.text


def test_somebody_who_reads_german_is_told_that_a_document_is_not(person: Person) -> None:
    use("de")
    try:
        said, told = person.get("/help/documents/api").text, person.get("/help").text
    finally:
        use("en")

    assert "Dieses Dokument ist auf Englisch." in said
    assert "auf Englisch" in told


@pytest.mark.parametrize("key", ["decisions", "../README", "size", "it", "bring-onnx.md"])
def test_what_is_no_document_is_not_there(person: Person, key: str) -> None:
    assert person.get(f"/help/documents/{key}").status_code == 404


@pytest.mark.parametrize("file", ["LICENSE", "docs/../LICENSE", "docs/decisions.md", "etc/passwd"])
def test_no_other_file_is_shown_or_handed_over(person: Person, file: str) -> None:
    assert person.get(f"/help/files/{file}").status_code == 404
    assert person.get(f"/help/copies/{file}").status_code == 404


def test_a_script_is_shown_and_fetched(person: Person) -> None:
    assert "import torch" in person.get(f"/help/files/{SCRIPT}").text
    fetched = person.get(f"/help/copies/{SCRIPT}")

    assert fetched.data == bundled(*SCRIPT.split("/")).read_bytes()
    assert "from_pytorch.py" in fetched.headers["Content-Disposition"]


def test_in_the_window_a_file_is_saved_where_the_person_says(
    owner: Person, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    dialogs.chosen = tmp_path

    for file in FILES:
        answer = owner.post(f"/help/copies/{file}")
        assert "#files" in answer.headers["Location"]

    assert {path.name for path in tmp_path.glob("*.py")} == {
        Path(file).name for file in FILES if file.endswith(".py")
    }
    assert 'Saved as "x.py".' in owner.get("/help/documents/examples?saved=x.py").text.replace("&#34;", '"')


def test_nothing_is_saved_where_the_person_thinks_better_of_it(owner: Person) -> None:
    assert "saved" not in owner.post(f"/help/copies/{SCRIPT}").headers["Location"]


def test_a_browser_saves_by_itself(person: Person) -> None:
    assert person.post(f"/help/copies/{SCRIPT}").status_code == 404
