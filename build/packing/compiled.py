"""Libraries of C within wheels whose holes become known under names of their own."""

from collections.abc import Callable, Collection, Iterator

from packing.components import Component


def _of_lxml() -> Iterator[Component]:
    from lxml import etree  # type: ignore[import-untyped]  # it has no stubs

    for name, version in (("libxml2", etree.LIBXML_VERSION), ("libxslt", etree.LIBXSLT_VERSION)):
        yield _component(name, ".".join(map(str, version)), "MIT")


def _of_cryptography() -> Iterator[Component]:
    from cryptography.hazmat.backends.openssl import backend

    yield _component("OpenSSL", backend.openssl_version_text().split()[1], "Apache-2.0")


WITHIN: dict[str, Callable[[], Iterator[Component]]] = {
    "lxml": _of_lxml,
    "cryptography": _of_cryptography,
}


def parts(packages: Collection[str]) -> Iterator[Component]:
    """Yield what is compiled into the packages of these names, by the versions that they themselves tell."""
    for name in WITHIN.keys() & set(packages):
        yield from WITHIN[name]()


def _component(name: str, version: str, licence: str) -> Component:
    source = f"pkg:generic/{name.lower()}@{version}"
    return Component(name=name, version=version, licence=licence, source=source)
