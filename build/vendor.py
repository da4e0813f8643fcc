"""Refreshes the files of other projects in ui/*/vendor, and writes down where each came from.

python build/vendor.py            fetch the pinned versions with `npm pack` and write them
python build/vendor.py --check    compare what is there with VENDOR.md; no network
"""

import hashlib
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import NamedTuple

UI = Path(__file__).parents[1] / "ui"
INTER = "files/inter-{}-wght-normal.woff2"


class Package(NamedTuple):
    """One package of the npm registry: the members we take and the names we give them."""

    name: str
    version: str
    licence: str
    members: dict[str, str]


OF_PAGES = (
    Package("htmx.org", "2.0.11", "0BSD", {"dist/htmx.min.js": "htmx.min.js", "LICENSE": "htmx.LICENSE.txt"}),
    Package(
        "@fontsource-variable/inter",
        "5.3.0",
        "OFL-1.1",
        {INTER.format(part): f"inter-{part}.woff2" for part in ("latin", "latin-ext", "cyrillic", "greek")}
        | {"LICENSE": "inter.LICENSE.txt"},
    ),
    # The same font for PDFs: what sets them reads no woff2.
    Package(
        "@expo-google-fonts/inter",
        "0.4.2",
        "OFL-1.1",
        {"400Regular/Inter_400Regular.ttf": "inter-400.ttf", "700Bold/Inter_700Bold.ttf": "inter-700.ttf"},
    ),
)
# A folder of its own: what the window's pages are made of is read, and hashed, at every start.
OF_SERVICE = (
    Package(
        "swagger-ui-dist",
        "5.35.0",
        "Apache-2.0",
        {
            "swagger-ui-bundle.js": "swagger-ui-bundle.js",
            "swagger-ui-bundle.js.LICENSE.txt": "swagger-ui-bundle.LICENSE.txt",
            "swagger-ui.css": "swagger-ui.css",
            "LICENSE": "swagger-ui.LICENSE.txt",
            "NOTICE": "swagger-ui.NOTICE.txt",
        },
    ),
)
FOLDERS = {UI / "static" / "vendor": OF_PAGES, UI / "service" / "vendor": OF_SERVICE}


def main(arguments: list[str]) -> int:
    """Fetch or check, and return 0 when all is as VENDOR.md says."""
    if "--check" not in arguments:
        for folder, packages in FOLDERS.items():
            folder.mkdir(parents=True, exist_ok=True)
            for package in packages:
                fetch(package, folder)
            (folder / "VENDOR.md").write_text(table(folder, packages), encoding="utf-8")
    return max(map(check, FOLDERS))


def fetch(package: Package, goal: Path) -> None:
    """Write the package's members into a vendor folder."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = f"{package.name}@{package.version}"
        subprocess.run(["npm", "pack", "--silent", wanted], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as archive:
            for member, name in package.members.items():
                content = archive.extractfile(f"package/{member}")
                if content is None:
                    raise FileNotFoundError(member)
                (goal / name).write_bytes(content.read())


def table(folder: Path, packages: tuple[Package, ...]) -> str:
    """Return VENDOR.md: version, source, checksum and licence of every file."""
    lines = [
        "# Files of other projects",
        "",
        "Written by `python build/vendor.py`; do not edit the files beside this page.",
        "Sources are packages of the npm registry.",
        "",
        "| file | package | version | licence | sha256 |",
        "|---|---|---|---|---|",
    ]
    lines += [
        f"| {name} | {package.name} | {package.version} | {package.licence} | {_sha256(folder / name)} |"
        for package in packages
        for name in package.members.values()
    ]
    return "\n".join(lines) + "\n"


def check(folder: Path) -> int:
    """Return 0 when every file of a vendor folder is there, unchanged, and none is there unnamed."""
    said = (folder / "VENDOR.md").read_text(encoding="utf-8")
    stated = dict(re.findall(r"^\| (\S+) \|.*\| ([0-9a-f]{64}) \|$", said, flags=re.MULTILINE))
    found = {path.name: _sha256(path) for path in folder.iterdir() if path.name != "VENDOR.md"}
    for name in sorted(stated.keys() | found.keys()):
        if stated.get(name) != found.get(name):
            print(f"{name}: not as VENDOR.md says", file=sys.stderr)
    return 0 if stated == found else 1


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
