"""Scripts and fonts of other people in ui/*/vendor, as their VENDOR.md lists them."""

from collections.abc import Iterator
from pathlib import Path

from packing import product
from packing.components import Component, Text

UI = product.ROOT / "ui"


def parts(ui: Path = UI) -> Iterator[Component]:
    """Yield what the tables of VENDOR.md name: file, package, version, licence, hash."""
    for page in sorted(ui.glob("*/vendor/VENDOR.md")):
        for line in page.read_text(encoding="utf-8").splitlines():
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            if len(cells) == 5 and cells[0] != "file" and not cells[0].startswith("---"):
                _, package, version, licence, _ = cells
                source = f"pkg:npm/{package.replace('@', '%40', 1)}@{version}"
                yield Component(name=package, version=version, licence=licence, source=source)


def texts(ui: Path = UI) -> Iterator[Text]:
    """Yield the licences and notices that lie beside those files."""
    for path in sorted(ui.glob("*/vendor/*.txt")):
        yield Text(of="ui", file=path.name, text=path.read_text(encoding="utf-8"))
