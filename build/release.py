"""Packs the program for people: installers, SBOM, licences and SHA256SUMS in out/release.

python build/release.py                   freeze, then what is for this system
python build/release.py --bundle FOLDER   the same of a program that is frozen already; one that was frozen on
                                          Windows is packed on Linux, where its two installers are compiled
    --out FOLDER        where to (out/release)
    --only KIND         deb, tar, setup, msi or dmg alone; can be repeated
    --quick             pack badly and soon, for tests
    --sizes             write docs/size.md, too

Needed: dpkg-deb and zstd; makensis, wixl and msitools; on a Mac nothing. What cannot be made is named: exit
code 1.
"""

import argparse
import hashlib
import importlib
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import sizes
from packing import components, product, sbom
from packing.plan import Plan

ROOT = Path(__file__).resolve().parents[1]
SUMS = "SHA256SUMS"


@dataclass(frozen=True, slots=True)
class Kind:
    """One form: the module that makes it, and the programs that must be there."""

    module: str
    needs: tuple[str, ...]


KINDS = {
    "deb": Kind("deb", ("dpkg-deb",)),
    "tar": Kind("tarball", ("zstd",)),
    "setup": Kind("nsis", ("makensis",)),
    "msi": Kind("msi", ("wixl", "msiinfo", "msibuild")),
    "dmg": Kind("mac", ("hdiutil",)),
}


def main(arguments: Sequence[str]) -> int:
    """Make the packages; return 1 when one of them could not be made."""
    asked = _parser().parse_args(arguments)
    if asked.bundle is None:
        asked.bundle = ROOT / "out" / "dist" / "hunch"
        if code := subprocess.call([sys.executable, "-B", "build/bundle.py"], cwd=ROOT):
            return code
    if (version := sbom.version_in(asked.bundle / "_internal" / components.ABOUT)) != product.VERSION:
        print(f"This bundle is of version {version}, and this is {product.VERSION}. Freeze it anew.")
        return 1
    plan = Plan(bundle=asked.bundle, out=asked.out, date=product.date(), quick=asked.quick)
    plan.out.mkdir(parents=True, exist_ok=True)
    for old in plan.out.glob("hunch*"):
        old.unlink()
    lacking = [kind for kind in asked.only or kinds_for(plan.bundle) if not made(kind, plan)]
    papers(plan)
    listed = sums(plan.out)
    (plan.out / SUMS).write_text(listed, encoding="utf-8")
    files = [plan.out / line.partition("  ")[2] for line in listed.splitlines()]
    print("\n".join(f"{path.stat().st_size / 1e6:8.1f} MB  {path.name}" for path in files))
    if asked.sizes:
        packages = [path for path in files if path.suffix not in (".txt", ".json")]
        sizes.write(plan.bundle, ROOT / "docs" / "size.md", packages)
    return 1 if lacking else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--bundle", type=Path)
    parser.add_argument("--out", type=Path, default=ROOT / "out" / "release")
    parser.add_argument("--only", action="append", choices=KINDS)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--sizes", action="store_true")
    return parser


def kinds_for(bundle: Path) -> list[str]:
    """Return what a bundle can become, by the system that it was made on."""
    if (bundle / "hunch.exe").exists():
        return ["setup", "msi"]
    return ["dmg"] if (bundle.parent / "Hunch.app").exists() else ["deb", "tar"]


def made(kind: str, plan: Plan) -> bool:
    """Make one package; return False, and say why, where this computer cannot."""
    if lacking := [program for program in KINDS[kind].needs if not shutil.which(program)]:
        print(f"Going on without the {kind}: {', '.join(lacking)} is not on this computer.")
        return False
    importlib.import_module(f"packing.{KINDS[kind].module}").make(plan)
    return True


def papers(plan: Plan) -> None:
    """Lay beside the packages what is inside them: the list of parts for scanners, and the licences."""
    about = plan.bundle / "_internal" / components.ABOUT
    system = {"setup": "windows", "dmg": "macos", "deb": "linux"}[
        kinds_for(plan.bundle)[0]
    ]  # they differ in parts
    for name in (components.SBOM, components.TEXTS):
        shutil.copyfile(about / name, plan.out / f"hunch-{product.VERSION}-{system}-{name}")


def sums(folder: Path) -> str:
    """Return the hashes of all files of a folder, as `sha256sum --check` reads them."""
    lines = []
    for path in sorted(folder.iterdir()):
        if path.is_file() and path.name != SUMS:
            with path.open("rb") as file:
                lines.append(f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {path.name}\n")
    return "".join(lines)


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    sys.exit(main(sys.argv[1:]))
