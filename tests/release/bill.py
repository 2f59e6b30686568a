"""The software bill of materials: what the packaged program holds, as CycloneDX 1.6 in JSON.

On Linux the folder also holds libraries of the system that it was built on, and those are not told:
clinics have Windows, where there are none.
"""

import platform
from collections.abc import Iterator
from contextlib import closing
from importlib import metadata

import lxml.etree
import pypdfium2
import sqlcipher3
from cryptography.hazmat.backends.openssl.backend import backend
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import DisjunctiveLicense, LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PySide6.QtCore import qVersion

from app import VERSION
from tests.release.locks import locked

# Told in a file of the package only.
_LICENCES = {"sqlcipher3": "Zlib"}


def bill_of_materials() -> bytes:
    """The same bytes for the same packages; those of tests and releases are not among them."""
    program = Component(
        name="kallelser",
        version=VERSION,
        type=ComponentType.APPLICATION,
        bom_ref="kallelser",
        licenses=[LicenseExpression("EUPL-1.2")],
    )
    packages = {name: _package(found) for name, found in _installed()}
    bom = Bom(components=[*packages.values(), *_inside()])
    bom.metadata.component = program
    for name, found in _installed():
        needed = (packages[one] for one in _needs(found) if one in packages)
        bom.register_dependency(packages[name], needed)
    bom.register_dependency(program, bom.components)
    bom.serial_number = bom.metadata.timestamp = None  # type: ignore[assignment]  # left out
    return JsonV1Dot6(bom).output_as_string(indent=2).encode()


def _installed() -> Iterator[tuple[str, metadata.Distribution]]:
    """The packages of the program that are here; some are for other systems only."""
    for name in locked("program"):
        if found := next(iter(metadata.distributions(name=name)), None):
            yield name, found


def _needs(found: metadata.Distribution) -> Iterator[str]:
    for requirement in map(Requirement, found.requires or ()):
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield canonicalize_name(requirement.name)


def _package(found: metadata.Distribution) -> Component:
    return Component(
        name=found.name,
        version=found.version,
        bom_ref=f"{found.name}=={found.version}",
        purl=PackageURL("pypi", name=canonicalize_name(found.name), version=found.version),
        licenses=_licences(found.metadata),
    )


def _licences(about: metadata.PackageMetadata) -> list[LicenseExpression | DisjunctiveLicense]:
    """An expression where there is one, else the names that the package gives."""
    if expression := _LICENCES.get(about["Name"]) or _first(about, "License-Expression"):
        return [LicenseExpression(expression)]
    classifiers = about.get_all("Classifier") or []
    named = [one.rpartition(" :: ")[2] for one in classifiers if one.startswith("License ::")]
    named = named or _first(about, "License").splitlines()[:1]
    return [DisjunctiveLicense(name=one) for one in named]


def _first(about: metadata.PackageMetadata, field: str) -> str:
    return next(iter(about.get_all(field) or ()), "")


def _inside() -> Iterator[Component]:
    """What packages bring along and what lies among the resources: no index knows of it.

    A font or an icon has the version of its own release, as it was put here.
    """
    for name, version, licence in (
        ("Python", platform.python_version(), "PSF-2.0"),
        ("Qt", qVersion(), "LGPL-3.0-only"),
        ("PDFium", str(pypdfium2.PDFIUM_INFO).partition("@")[0], "BSD-3-Clause"),
        ("libxml2", ".".join(map(str, lxml.etree.LIBXML_VERSION)), "MIT"),
        ("OpenSSL", backend.openssl_version_text().split()[1], "Apache-2.0"),
        ("SQLite", sqlcipher3.sqlite_version, "blessing"),
        ("SQLCipher", _sqlcipher_version(), "BSD-3-Clause"),
        ("Inter", "3.19", "OFL-1.1"),
        ("Lucide", "1.62.0", "ISC"),
    ):
        yield Component(
            name=name,
            version=version,
            type=ComponentType.FILE if licence in {"OFL-1.1", "ISC"} else ComponentType.LIBRARY,
            bom_ref=f"{name}=={version}",
            licenses=[LicenseExpression(licence)],
        )


def _sqlcipher_version() -> str:
    with closing(sqlcipher3.connect(":memory:")) as connection:
        (told,) = connection.execute("PRAGMA cipher_version").fetchone()
    return str(told).split()[0]
