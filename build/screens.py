"""Draws docs/screens/*.png from the running program: every screen, light and dark, 1280 x 800.

    python build/screens.py

Needs the development packages and a Chromium. The tables are the samples that ship with the program.
"""

import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright  # noqa: E402 - after the path

from desktop_app.settings import read_settings  # noqa: E402
from desktop_app.shell.assembly import RunningApp, running  # noqa: E402
from desktop_app.shell.instance import take_place  # noqa: E402
from desktop_app.tables.samples import SAMPLES  # noqa: E402

FOLDER = ROOT / "docs" / "screens"
PATIENCE = 120_000  # milliseconds for what a worker does
SIZE = {"width": 1280, "height": 800}


def main() -> int:
    """Draw every screen in both themes."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    chromium = shutil.which("chromium")
    if chromium is None:
        print("there is no chromium on this computer", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="hunch-screens-") as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for theme in ("light", "dark"):
            with _program(Path(folder) / theme) as app, _page(browser, app, theme) as page:
                _Tour(page, theme, app.entrance.origin).walk(Path(folder))
        browser.close()
    return 0


@contextmanager
def _program(folder: Path) -> Iterator[RunningApp]:
    settings = read_settings({}).in_workspace(folder)
    place = take_place(settings.workspace)
    if place is None:
        raise RuntimeError(folder)
    with running(settings) as app:
        app.supervisor.prepare_spare()
        yield app
    place.leave()


@contextmanager
def _page(browser: Browser, app: RunningApp, theme: str) -> Iterator[Page]:
    context = browser.new_context(viewport=SIZE, color_scheme=theme, reduced_motion="reduce")  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(app.entrance.link())
    page.get_by_role("button", name="Open Hunch").click()
    yield page
    context.close()


class _Tour:
    """One walk through the program, with a picture at each stop."""

    def __init__(self, page: Page, theme: str, home: str) -> None:
        self._page, self._theme, self._home = page, theme, home

    def walk(self, folder: Path) -> None:
        """Open the samples, learn from each, and use one model on a new file."""
        self._draw("0-start")
        self._give_away()
        self._number()
        self._kinds(folder)
        self._page.goto(self._home)
        self._draw("0-start-again")

    def _give_away(self) -> None:
        self._open("customers")
        expect(self._page.get_by_role("gridcell").nth(20)).to_contain_text(re.compile(r"\w"))
        self._draw("1-your-data")
        self._choose("customers")
        self._draw("2-what-to-predict")
        self._learn()
        expect(self._page.get_by_text("so far.").nth(1)).to_be_visible(timeout=PATIENCE)
        self._draw("3-learn")
        self._verdict()
        self._draw("4-results")

    def _number(self) -> None:
        self._open("houses")
        self._choose("houses")
        self._learn()
        self._verdict()
        self._draw("4-results-number")
        self._steps().get_by_role("link", name="Try it out").click()
        expect(self._page.get_by_text("Most likely")).to_be_visible(timeout=PATIENCE)
        self._draw("5-try-it-out")
        self._steps().get_by_role("link", name="Report").click()
        expect(self._page.get_by_role("button", name="Save PDF…")).to_be_visible(timeout=PATIENCE)
        self._draw("7-report")

    def _kinds(self, folder: Path) -> None:
        self._open("penguins")
        self._choose("penguins")
        self._learn()
        self._verdict()
        self._page.get_by_role("link", name="Use on new data").first.click()
        self._draw("6-use-on-new-data")
        self._page.locator("input[type=file]").set_input_files(_new_penguins(folder))
        expect(self._page.get_by_role("button", name="Answer them")).to_be_visible(timeout=PATIENCE)
        self._draw("6-does-it-fit")
        self._page.get_by_role("button", name="Answer them").click()
        expect(self._page.get_by_role("heading", name="Rows in")).to_be_visible(timeout=PATIENCE)
        self._draw("6-answers")

    def _open(self, key: str) -> None:
        sample = next(sample for sample in SAMPLES if sample.key == key)
        self._page.goto(self._home)
        self._page.get_by_role("button", name=sample.title).click()
        self._page.wait_for_url("**/data")

    def _choose(self, key: str) -> None:
        target = next(sample.target for sample in SAMPLES if sample.key == key)
        self._page.get_by_role("link", name=f'"{target}"').click()

    def _learn(self) -> None:
        self._page.get_by_role("button", name="Learn", exact=True).click()

    def _steps(self) -> Locator:
        return self._page.get_by_role("navigation", name="Steps")

    def _verdict(self) -> None:
        expect(self._page.get_by_label("Verdict")).to_be_visible(timeout=PATIENCE)

    def _draw(self, name: str) -> None:
        self._page.screenshot(path=FOLDER / f"{name}-{self._theme}.png")
        print(f"{name} {self._theme}")


def _new_penguins(folder: Path) -> Path:
    """Return some penguins as a new file, one of them of an island that the model never saw."""
    source = next(sample for sample in SAMPLES if sample.key == "penguins").path
    lines = source.read_text(encoding="utf-8-sig").splitlines()
    heading = lines[0].split(",")
    rows = [line.split(",") for line in lines[1:60]]
    island = heading.index("island") if "island" in heading else 1
    rows[3][island] = "Deception"
    kept = [place for place, name in enumerate(heading) if name != "species"]
    text = [",".join(row[place] for place in kept) for row in [heading, *rows]]
    goal = folder / "penguins of this year.csv"
    goal.write_text("\n".join(text) + "\n", encoding="utf-8")
    return goal


if __name__ == "__main__":
    sys.exit(main())
