"""Draws docs/screens/installed/*.png: the installed program, from its first start to a double-click.

    python build/installed_screens.py [--deb FILE] [--installed]

Takes the package in out/release apart, with its program, its entries and its types of files where a
desktop looks for them, and walks by mouse and keys through the window on a screen that nobody sees. Nothing
of it needs rights. With --installed it is the package that is installed here. Needs dpkg-deb, Xvfb, dbus,
xdotool, GTK and its web view.
"""

import argparse
import csv
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from screen_pictures import Pictures, save  # noqa: E402 - after the path

from tests.e2e.screen import missing, wait_until  # noqa: E402

FOLDER = ROOT / "docs" / "screens" / "installed"
SAMPLE = ROOT / "ui" / "samples" / "houses.csv"
COLUMNS = {  # of the sample, as a person might call them; the last one is not known of new houses
    "housing_median_age": "age",
    "total_rooms": "rooms",
    "total_bedrooms": "bedrooms",
    "population": "people",
    "households": "homes",
    "median_income": "income",
    "ocean_proximity": "place",
    "median_house_value": "price",
}
UNKNOWN = 30  # of so many rows one, whose answer is not known
WIDTH, HEIGHT = 1100, 760
SCREEN, BELOW = 1000, 770  # where the window with the person's folder ends and begins
FIRST_FILE, APART = (115, 840), 226  # in that window
BESIDE_THE_STEPS, DROP = 280, (550, 250)
PATIENCE, A_WHILE = 180, 5  # seconds
TABLE, NEW = "Houses sold.csv", "Houses to sell.csv"
MODEL, ANSWERS = "price.hunch", "Houses to sell answered.xlsx"


@dataclass(frozen=True)
class Home:
    """A person's home, and the environment in which their desktop starts programs."""

    folder: Path
    environment: dict[str, str]

    def names(self) -> list[str]:
        """Return the names of their files in the order in which they are shown."""
        return sorted(path.name for path in self.folder.iterdir() if not path.name.startswith("."))


def main(arguments: list[str]) -> int:
    """Walk through the program and take the pictures; return 0 when all are there."""
    asked = _asked(arguments)
    lacking = [*missing(), *([] if asked.installed or asked.deb else ["a package in out/release"])]
    if lacking:
        print(f"this computer lacks {', '.join(lacking)}", file=sys.stderr)
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="hunch-installed-") as scratch, Pictures() as screen:
        share = Path("/usr") if asked.installed else _unpacked(Path(asked.deb), Path(scratch) / "system")
        _Walk(screen, _home(Path(scratch) / "Ada", screen, share)).go()
    return 0


def _asked(arguments: list[str]) -> argparse.Namespace:
    packed = sorted((ROOT / "out" / "release").glob("*.deb"))
    reader = argparse.ArgumentParser(description="Draw docs/screens/installed/*.png.")
    reader.add_argument("--deb", default=str(packed[-1]) if packed else "")
    reader.add_argument("--installed", action="store_true")
    return reader.parse_args(arguments)


def _unpacked(package: Path, goal: Path) -> Path:
    """Return the `usr` of a package, its types of files made known as the triggers of an installation do."""
    subprocess.run(["dpkg-deb", "--extract", str(package), str(goal)], check=True)
    for command, folder in (("update-mime-database", "mime"), ("update-desktop-database", "applications")):
        subprocess.run([command, str(goal / "usr" / "share" / folder)], check=True, stderr=subprocess.DEVNULL)
    return goal / "usr"


def _home(folder: Path, screen: Pictures, system: Path) -> Home:
    """Return a new home with a table in it, and a second one whose answers are not known."""
    shares = dict.fromkeys((str(system / "share"), "/usr/local/share", "/usr/share"))
    environment = {**screen.environment, "HOME": str(folder), "HUNCH_LANGUAGE": "en"}
    environment |= {
        "PATH": os.pathsep.join(dict.fromkeys((str(system / "bin"), "/usr/bin", "/bin"))),
        "XDG_DATA_DIRS": os.pathsep.join(shares),
    }
    for name in ("XDG_DATA_HOME", "HUNCH_WORKSPACE", "PYTHONPATH"):
        environment.pop(name, None)
    home = Home(folder, environment)
    folder.mkdir()
    with SAMPLE.open(encoding="utf-8-sig", newline="") as file:
        rows = [[row[name] for name in COLUMNS] for row in csv.DictReader(file)]
    names = list(COLUMNS.values())
    known = [row for place, row in enumerate(rows) if place % UNKNOWN]
    _write(folder / TABLE, [names, *known])
    _write(folder / NEW, [row[:-1] for row in (names, *rows[::UNKNOWN])])
    return home


def _write(path: Path, rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


class _Walk:
    """One walk through the program, with a picture at each stop."""

    def __init__(self, screen: Pictures, home: Home) -> None:
        self._screen, self._home = screen, home

    def go(self) -> None:
        """Learn from a table of the person's, answer another one, and come back by a double-click."""
        with self._files():
            with self._program() as program:
                self._begin()
                self._learn()
                self._answer()
                self._screen.close_window("Hunch")
                program.wait(PATIENCE)
            self._come_back()

    def _begin(self) -> None:
        self._screen.place("Hunch", WIDTH, HEIGHT)
        self._draw("01-first-start")
        self._screen.tab_to(top=HEIGHT // 2)
        self._screen.press("Return")
        self._screen.wait_for("Your data – customers")
        self._draw("02-lesson")
        self._screen.press("ctrl+o")
        self._screen.wait_for("Start")

    def _learn(self) -> None:
        self._drop(TABLE)
        self._screen.wait_for(f"Your data – {TABLE}")
        self._draw("03-own-file")
        self._screen.tab_to(left=BESIDE_THE_STEPS, top=100, width=300)  # the first question
        self._screen.press("Return")
        self._screen.wait_for("What to predict")
        self._screen.click_main()
        wait_until(lambda: any("Learning" in title for title in self._screen.titles()), PATIENCE)
        time.sleep(A_WHILE)
        self._draw("04-learning")
        self._screen.wait_for("Results")
        self._draw("05-result")

    def _answer(self) -> None:
        self._screen.press("ctrl+s")
        self._save_as(MODEL)
        self._screen.click_main()
        self._screen.wait_for("Use on new data")
        self._screen.after(lambda: self._drop(NEW))
        self._screen.after(self._screen.click_main)
        self._draw("06-applied")
        self._screen.click_main()
        self._save_as(ANSWERS)
        self._draw("07-saved")

    def _come_back(self) -> None:
        self._screen.rest()
        save(self._screen.pixels()[BELOW:, :WIDTH], FOLDER / "08-closed.png")
        self._screen.click(*self._place_of(MODEL), times=2)
        self._screen.place("Hunch", WIDTH, HEIGHT)
        self._screen.wait_for("Results")
        self._draw("09-opened-by-double-click")
        self._screen.close_window("Hunch")
        wait_until(lambda: self._screen.size("Hunch") == (0, 0), PATIENCE)

    def _drop(self, name: str) -> None:
        self._screen.drag(self._place_of(name), DROP)

    def _place_of(self, name: str) -> tuple[int, int]:
        return FIRST_FILE[0] + self._home.names().index(name) * APART, FIRST_FILE[1]

    def _save_as(self, name: str) -> None:
        """Take what the dialog of the system proposes: the home, and this name."""
        wait_until(lambda: self._screen.size("Save file") != (0, 0), PATIENCE)
        self._screen.rest()
        self._screen.press("Return")
        wait_until((self._home.folder / name).exists, PATIENCE)
        time.sleep(A_WHILE)  # until the page says so
        self._screen.rest()

    @contextmanager
    def _files(self) -> Iterator[None]:
        """Show the person's folder below the window of the program, as long as this lasts."""
        place = [str(self._home.folder), "0", str(BELOW), str(WIDTH), str(SCREEN - BELOW)]
        command = [sys.executable, "-B", "-W", "ignore", str(ROOT / "build" / "folder_window.py"), *place]
        with _running(command, self._home):
            wait_until(lambda: self._screen.size("files") != (0, 0), PATIENCE)
            yield

    @contextmanager
    def _program(self) -> Iterator["subprocess.Popen[bytes]"]:
        found = shutil.which("hunch", path=self._home.environment["PATH"])
        with _running([str(found)], self._home) as program:
            yield program

    def _draw(self, name: str) -> None:
        self._screen.point(WIDTH - 2, HEIGHT - 2)  # over nothing, and out of the picture
        save(self._screen.pixels()[:HEIGHT, :WIDTH], FOLDER / f"{name}.png")
        print(name, flush=True)


@contextmanager
def _running(command: list[str], home: Home) -> Iterator["subprocess.Popen[bytes]"]:
    """Run a program in a person's home; what does not end by itself is ended."""
    process = subprocess.Popen(
        command, env=home.environment, cwd=home.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    sys.exit(main(sys.argv[1:]))
