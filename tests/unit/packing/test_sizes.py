"""The page about sizes is written for one system at a time."""

from pathlib import Path

import sizes
from packing import product


def package(folder: Path, name: str, size: int) -> Path:
    path = folder / name.replace("VERSION", product.VERSION)
    path.write_bytes(bytes(size))
    return path


def test_packages_of_another_system_stay_in_the_table(
    bundle: Path, windows_bundle: Path, tmp_path: Path
) -> None:
    page = tmp_path / "size.md"
    sizes.write(bundle, page, [package(tmp_path, "hunch_VERSION_amd64.deb", 3_000_000)])
    parts = page.read_text().partition("| part |")[2]

    sizes.write(windows_bundle, page, [package(tmp_path, "hunch-VERSION.msi", 2_000_000)])
    sizes.write(windows_bundle, page, [package(tmp_path, "hunch-VERSION.msi", 1_000_000)])

    said = page.read_text()
    assert (
        f"|---|---:|\n| hunch-{product.VERSION}.msi | 1.0 |\n| hunch_{product.VERSION}_amd64.deb | 3.0 |\n\n"
        in said
    )
    assert said.partition("| part |")[2] == parts
    sizes.write(bundle, page, [package(tmp_path, "hunch_VERSION_amd64.deb", 4_000_000)])
    assert page.read_text() == said.replace("| 3.0 |", "| 4.0 |")


def test_packages_of_an_older_version_leave_the_table(bundle: Path, tmp_path: Path) -> None:
    page = tmp_path / "size.md"
    page.write_text("| hunch_0.0.1_amd64.deb | 9 |\n")

    sizes.write(bundle, page, [])

    assert "0.0.1" not in page.read_text()
