"""That workers have the same program and libraries: with others, numbers could differ."""

import pkgutil
import platform
from collections.abc import Mapping
from importlib.metadata import version
from typing import TYPE_CHECKING

from desktop_app import __version__
from desktop_app.errors import ClusterError

if TYPE_CHECKING:
    from distributed import Client

PACKAGES = ("numpy", "scipy", "scikit-learn", "pandas", "threadpoolctl", "cloudpickle")
_MOST_NAMED = 3


def check_alike(client: "Client") -> None:
    """Raise ClusterError where a worker lacks Hunch, or has another version of it or of what it stands on."""
    # A name that every Python can look up: where Hunch is not, nothing of it can be asked.
    found = client.run(pkgutil.resolve_name, "desktop_app:__version__", on_error="return")
    others = [answer for answer in found.values() if answer != __version__]
    if others:
        raise ClusterError("dask.no_hunch", count=len(others), of=len(found), version=__version__)
    ours = versions()
    unlike = {
        f"{name} {theirs[name]}": f"{name}=={ours[name]}"
        for theirs in client.run(versions).values()
        for name in ours
        if theirs[name] != ours[name]
    }
    if unlike:
        named = sorted(unlike)[:_MOST_NAMED]
        install = " ".join(dict.fromkeys(unlike[one] for one in sorted(unlike)))
        raise ClusterError("dask.versions", found=", ".join(named), install=install)


def versions() -> Mapping[str, str]:
    """Return the version of Python, without its last number, and of each package that numbers come from."""
    python = ".".join(platform.python_version_tuple()[:2])
    return {"python": python, **{name: version(name) for name in PACKAGES}}
