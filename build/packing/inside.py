"""What the frozen program is made of: found in what PyInstaller wrote down, and put into it to be read."""

import ast
import importlib.metadata
import os
import platform
import re
import shutil
import sqlite3
import ssl
import subprocess
import sys
import sysconfig
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import Distribution
from pathlib import Path

from packing import compiled, components, licences, product, sbom, vendored
from packing.components import Component, Text
from packing.licences import Rules, plain

TEXT_FILE = re.compile(r"(?i)^(licen[cs]es?|copying|notices?|thirdpartynotices)\b.*")
OF_A_LIBRARY = re.compile(r"(?i)\.(so|dylib|dll)(\.[\d.]+)?$")
KNOWN_VERSIONS = {
    "OpenSSL": ssl.OPENSSL_VERSION.split()[1],
    "SQLite": sqlite3.sqlite_version,
    "zlib": zlib.ZLIB_RUNTIME_VERSION,
    "Python": platform.python_version(),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a table of PyInstaller: the name inside, and the file it came from."""

    name: str
    file: Path


def describe(work: Path, inside: Path, date: int) -> None:
    """Write the list of parts, their licences and the SBOM into the bundle.

    *work* is PyInstaller's folder, *inside* the bundle's `_internal`, *date* the seconds that all dates are.
    Raises LicenceError for a part that may not be shipped, and for a package that no lock of what runs names.
    """
    rules = Rules.ours()
    entries = [*_entries(work / "PYZ-00.toc"), *_entries(work / "COLLECT-00.toc")]
    packages, others = packages_of(entries)
    only_locked(packages)
    found = [of_package(package, rules) for package in packages]
    found += [*libraries_in(others, rules), *compiled.parts([part.name for part in found])]
    found += [*vendored.parts(), *_always()]
    shipped = components.in_order(licences.admitted(found, rules))
    about = inside / components.ABOUT
    about.mkdir(parents=True, exist_ok=True)
    texts = [text for package in packages for text in texts_of(package)]
    texts = [*_python_text(), *texts, *_texts_of_system(shipped), *vendored.texts()]
    components.write(shipped, about / components.LISTED)
    (about / components.TEXTS).write_text(licences.report(shipped, texts), encoding="utf-8")
    (about / components.SBOM).write_text(sbom.text(shipped, date), encoding="utf-8")


def _entries(table: Path) -> Iterator[Entry]:
    """Yield the lines of a .toc file: lists of (name, file, kind) within one literal."""
    for part in ast.literal_eval(table.read_text(encoding="utf-8")):
        if isinstance(part, list):
            yield from (Entry(line[0], Path(line[1])) for line in part if len(line) == 3 and line[1])


def packages_of(entries: Iterable[Entry]) -> tuple[list[Distribution], list[Entry]]:
    """Return the installed packages that the files are of, and the files of none."""
    owners = _owners()
    found: dict[str, Distribution] = {}
    others = []
    for entry in entries:
        package = owners.get(os.path.normcase(entry.file.resolve()))
        if package:
            found[package.name] = package
        if not package or _is_apart(entry.name):
            others.append(entry)
    return sorted(found.values(), key=lambda package: package.name.lower()), others


@cache
def _owners() -> dict[str, Distribution]:
    """Return of which package each installed file is, by its whole name."""
    owners = {}
    for package in importlib.metadata.distributions():
        place = str(Path(str(package.locate_file(""))).resolve())  # once: there are 50,000 files
        for file in package.files or []:
            owners[os.path.normcase(os.path.normpath(os.path.join(place, file)))] = package  # noqa: PTH118
    return owners


def _is_apart(name: str) -> bool:
    """Whether a file of a package is a library of somebody else that its wheel brings."""
    folder = Path(name).parent.name
    return folder.endswith(".libs") or folder == ".dylibs"


def only_locked(packages: Iterable[Distribution]) -> None:
    """Raise LicenceError for packages that came along although only building or testing needs them."""
    lock = (product.ROOT / "requirements" / "run.lock").read_text(encoding="utf-8")
    locked = set(re.findall(r"^([a-z0-9._-]+)==", lock, re.MULTILINE))
    surplus = [package.name for package in packages if plain(package.name) not in locked]
    if surplus:
        raise licences.LicenceError(f"Only tests need, by requirements/run.lock: {', '.join(surplus)}")


def of_package(package: Distribution, rules: Rules) -> Component:
    """Return what an installed package says of itself."""
    licence = licences.of_package(package.metadata, rules)  # type: ignore[arg-type]  # an e-mail message, typed loosely
    source = f"pkg:pypi/{plain(package.name)}@{package.version}"
    return Component(name=package.name, version=package.version, licence=licence, source=source)


def libraries_in(entries: Iterable[Entry], rules: Rules) -> Iterator[Component]:
    """Yield the libraries that are files of their own: of the system, and in `*.libs` of wheels."""
    for entry in entries:
        file = Path(entry.name).name
        at_top, is_apart = "/" not in entry.name.replace("\\", "/"), _is_apart(entry.name)
        if not OF_A_LIBRARY.search(entry.file.name) or not (at_top or is_apart):
            continue
        part = licences.of_library(file, rules)
        if part.name == "Python":
            continue  # named in any case, also where its library is no file
        version, source = ("", "") if is_apart else _of_the_system(entry.file)
        if not (version or is_apart):
            version = KNOWN_VERSIONS.get(part.name, "")
        yield Component(name=part.name, licence=part.licence, version=version, source=source)


def _of_the_system(file: Path) -> tuple[str, str]:
    """Return version and package URL of Debian's package that the file is of, where that can be asked."""
    if not shutil.which("dpkg-query"):
        return "", ""
    wanted = "${Package} ${Version} ${Architecture}"
    real = str(file.resolve())
    for path in (real, real.removeprefix("/usr")):
        owner = _said("dpkg-query", "-S", path).partition(":")[0]
        if owner and (said := _said("dpkg-query", "-W", "-f", wanted, owner).split()):
            return said[1], f"pkg:deb/debian/{said[0]}@{said[1].replace('+', '%2B')}?arch={said[2]}"
    return "", ""


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def _always() -> list[Component]:
    """Return Python itself, and the few lines of PyInstaller that start it."""
    python, packer = platform.python_version(), importlib.metadata.version("pyinstaller")
    return [
        Component(name="Python", version=python, licence="Python-2.0", source=f"pkg:generic/python@{python}"),
        Component(
            name="PyInstaller bootloader",
            version=packer,
            licence="GPL-2.0-or-later WITH Bootloader-exception",
            source=f"pkg:pypi/pyinstaller@{packer}",
        ),
    ]


def texts_of(package: Distribution) -> Iterator[Text]:
    """Yield the licence texts that a package brings."""
    for file in sorted(package.files or [], key=str):
        path = Path(str(package.locate_file(file)))
        if TEXT_FILE.match(file.name) and path.suffix not in (".py", ".pyc", ".so") and path.is_file():
            text = path.read_text(encoding="utf-8", errors="replace")
            yield Text(of=f"{package.name} {package.version}", file=str(file), text=text)


def _texts_of_system(shipped: Iterable[Component]) -> Iterator[Text]:
    """Yield what Debian says of the libraries that came from its packages."""
    for part in shipped:
        owner = re.match(r"pkg:deb/debian/([^@]+)@", part.source)
        path = Path("/usr/share/doc", owner[1], "copyright") if owner else None
        if path and path.is_file():
            text = path.read_text(encoding="utf-8", errors="replace")
            yield Text(of=f"{part.name} {part.version}", file=path.name, text=text)


def _python_text() -> Iterator[Text]:
    for folder in (sysconfig.get_path("stdlib"), sys.base_prefix):
        path = Path(folder) / "LICENSE.txt"
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            yield Text(of=f"Python {platform.python_version()}", file=path.name, text=text)
            return
