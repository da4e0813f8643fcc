"""hunch-VERSION.msi: per machine on Windows, for IT; its tables by wixl, its cabinet by us.

The same bytes each time: what wixl draws by lot or takes from the clock is written over.
What people made lies in their own folders and stays; which of it goes is IT's to say (docs/it/installing.md).
"""

import hashlib
import shutil
import subprocess
import tempfile
import uuid
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from packing import cabinet, product, summary
from packing.plan import Plan

# Never changes: the ids that Windows knows Hunch by follow from it.
SPACE = uuid.UUID("6f0c7c2e-4a0b-5c55-9f3a-2b8d4e1a7c10")
UPGRADE_CODE = uuid.uuid5(SPACE, "upgrade code")
CLASSES = "Software\\Classes"
CABINET = "hunch.cab"
QUICK, WELL = 1, 15  # levels of zstd


def make(plan: Plan) -> Path:
    """Write the package and return its path; needs wixl, msiinfo, msibuild and the library of zstd."""
    goal = plan.out / f"hunch-{product.VERSION}.msi"
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "hunch.wxs"
        script.write_bytes(wxs(plan.bundle))
        # wixl looks for files beside its script alone.
        (Path(folder) / "bundle").symlink_to(plan.bundle.resolve(), target_is_directory=True)
        shutil.copyfile(product.ICONS / "hunch.ico", Path(folder) / "hunch.ico")
        _run("wixl", "-a", "x64", "-D", "Win64=yes", "-o", str(goal), str(script))
        cabinet_file = Path(folder) / CABINET
        cabinet.write(cabinet_file, _in_order(goal, plan.bundle), plan.date, QUICK if plan.quick else WELL)
        _run("msibuild", str(goal), "-a", CABINET, str(cabinet_file))
        # Another content must have another id.
        content = hashlib.sha256(cabinet_file.read_bytes() + script.read_bytes()).hexdigest()
        summary.stamp(goal, uuid.uuid5(SPACE, content), plan.date)
    return goal


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def _in_order(package: Path, bundle: Path) -> list[tuple[str, Path]]:
    """Return the files by their ids, in the order in which Windows will ask for them."""
    lines = _run("msiinfo", "export", str(package), "File").splitlines()
    rows = [line.split("\t") for line in lines[3:]]
    of = {_id("f", path.relative_to(bundle).as_posix()): path for path in bundle.rglob("*") if path.is_file()}
    return [(row[0], of[row[0]]) for row in sorted(rows, key=lambda row: int(row[7]))]


def wxs(bundle: Path) -> bytes:
    """Return what is to be installed, in the language of WiX; every id follows from a name."""
    wix = ET.Element("Wix", xmlns="http://schemas.microsoft.com/wix/2006/wi")
    made = ET.SubElement(
        wix,
        "Product",
        Id=_guid(f"product {product.VERSION}"),
        Name="Hunch",
        Language="1033",
        Codepage="65001",
        Version=product.VERSION,
        Manufacturer=product.PUBLISHER,
        UpgradeCode=_braced(UPGRADE_CODE),
    )
    ET.SubElement(made, "Package", InstallerVersion="200", Compressed="yes", InstallScope="perMachine")
    ET.SubElement(made, "MajorUpgrade", DowngradeErrorMessage="A newer Hunch is installed.")
    ET.SubElement(made, "Media", Id="1", Cabinet=f"#{CABINET}", EmbedCab="no")
    ET.SubElement(made, "Icon", Id="hunch.ico", SourceFile="hunch.ico")
    ET.SubElement(made, "Property", Id="ARPPRODUCTICON", Value="hunch.ico")
    top = ET.SubElement(made, "Directory", Id="TARGETDIR", Name="SourceDir")
    programs = ET.SubElement(top, "Directory", Id="ProgramFiles64Folder")
    goal = ET.SubElement(programs, "Directory", Id="INSTALLDIR", Name="Hunch")
    components = [*_files(goal, bundle, bundle), _types(goal), _in_the_menu(top)]
    feature = ET.SubElement(made, "Feature", Id="All", Level="1")
    for component in components:
        ET.SubElement(feature, "ComponentRef", Id=component)
    ET.indent(wix)
    return bytes(ET.tostring(wix, encoding="utf-8", xml_declaration=True))


def _files(goal: ET.Element, folder: Path, bundle: Path) -> Iterator[str]:
    """Add a folder with all that is in it; yield the ids of its components, one a file."""
    for path in sorted(folder.iterdir()):
        name = path.relative_to(bundle).as_posix()
        if path.is_dir():
            inner = ET.SubElement(goal, "Directory", Id=_id("d", name), Name=path.name)
            yield from _files(inner, path, bundle)
        else:
            component = ET.SubElement(
                goal, "Component", Id=_id("c", name), Guid=_guid(f"file {name}"), Win64="yes"
            )
            ET.SubElement(component, "File", Id=_id("f", name), Source=f"bundle/{name}", KeyPath="yes")
            yield _id("c", name)


def _types(goal: ET.Element) -> str:
    """Add that models are opened by Hunch, and that tables may be."""
    component = ET.SubElement(goal, "Component", Id="types", Guid=_guid("types"), Win64="yes")
    opens = '"[INSTALLDIR]hunch.exe" "%1"'
    application = f"{CLASSES}\\Applications\\hunch.exe"
    values = [
        (f"{CLASSES}\\.hunch", "", "Hunch.Model"),
        (f"{CLASSES}\\Hunch.Model", "", "Hunch model"),
        (f"{CLASSES}\\Hunch.Model\\DefaultIcon", "", "[INSTALLDIR]hunch.exe,0"),
        (f"{CLASSES}\\Hunch.Model\\shell\\open\\command", "", opens),
        (f"{application}\\shell\\open\\command", "", opens),
        *((f"{application}\\SupportedTypes", ending, "") for ending in product.TABLE_ENDINGS),
    ]
    for number, (key, name, value) in enumerate(values):
        said = {"Root": "HKLM", "Key": key, "Value": value, "Type": "string"} | (
            {"Name": name} if name else {}
        )
        ET.SubElement(component, "RegistryValue", said | ({"KeyPath": "yes"} if number == 0 else {}))
    return "types"


def _in_the_menu(top: ET.Element) -> str:
    """Add the start menu's entry."""
    menu = ET.SubElement(top, "Directory", Id="ProgramMenuFolder")
    component = ET.SubElement(menu, "Component", Id="menu", Guid=_guid("menu"), Win64="yes")
    ET.SubElement(
        component,
        "Shortcut",
        Id="shortcut",
        Name="Hunch",
        Target="[INSTALLDIR]hunch.exe",
        WorkingDirectory="INSTALLDIR",
    )
    ET.SubElement(
        component,
        "RegistryValue",
        Root="HKLM",
        Key="Software\\Hunch",
        Name="InMenu",
        Type="integer",
        Value="1",
        KeyPath="yes",
    )
    return "menu"


def _id(kind: str, name: str) -> str:
    return f"{kind}{uuid.uuid5(SPACE, name).hex}"


def _guid(name: str) -> str:
    return _braced(uuid.uuid5(SPACE, name))


def _braced(number: uuid.UUID) -> str:
    return "{" + str(number).upper() + "}"
