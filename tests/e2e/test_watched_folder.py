"""A folder is watched: a file that comes is answered, and one that does not fit says why."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from desktop_app.records.stored import StoredTraining
from desktop_app.shell.assembly import RunningApp

pytestmark = pytest.mark.browser


def test_a_file_that_comes_into_a_watched_folder_is_answered(
    page: Page, app: RunningApp, model: StoredTraining, tmp_path: Path
) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    main = page.get_by_role("main")
    page.goto(f"{app.entrance.origin}/trainings/{model.id}/apply")

    main.get_by_label("Folder, with its full path").fill(str(inbox))
    main.get_by_role("button", name="Watch this folder").click()
    folders = main.get_by_role("list", name="Watched folders")
    watched = folders.get_by_role("listitem").filter(has_text="inbox")
    expect(watched.get_by_text("No file answered yet.")).to_be_visible()
    (inbox / "May.csv").write_text("number,calls,region\n1,2,West\n2,8,East\n", encoding="utf-8")
    (inbox / "June.csv").write_text("number,calls\n1,2\n", encoding="utf-8")

    expect(watched.get_by_text('Answered last: "May.csv".')).to_be_visible()
    watched.get_by_text("1 file could not be answered.").click()
    expect(watched.get_by_text('The file lacks: "region".')).to_be_visible()
    assert "prediction" in (inbox / "answered" / "May.csv").read_text(encoding="utf-8-sig")
    watched.get_by_role("button", name="Pause").click()
    expect(watched.get_by_text("Paused")).to_be_visible()
    watched.get_by_role("button", name="Stop").click()
    expect(folders).to_have_count(0)
