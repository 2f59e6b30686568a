"""A made-up checkout for the tests of the set-up, and a package index for it, all in files."""

import zipfile
from pathlib import Path

from app.provision import Ground, ground_of

PROBE = """
import sys
from pathlib import Path
from app import provision

provision.ensure(module="probe", root=Path(__file__).parent)
import tiny

print(Path(sys.prefix).name, tiny.VERSION, sys.argv[1:])
"""


def make_checkout(folder: Path, *requirements: str, dev: tuple[str, ...] = ()) -> Ground:
    """A project that asks for packages, with a program that says where it runs."""
    folder.mkdir(exist_ok=True)
    (folder / "probe.py").write_text(PROBE, "utf-8")
    (folder / "pyproject.toml").write_text(
        f"[project]\ndependencies = {list(requirements)}\n"
        f"[project.optional-dependencies]\ndev = {list(dev)}\n",
        "utf-8",
    )
    return ground_of(folder)


def make_wheel(
    folder: Path, name: str, version: str, *, payload: bytes = b"", needs: str = ""
) -> Path:
    """A wheel with one module that knows its version; `payload` gives it size."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}-{version}-py3-none-any.whl"
    about = f"{name}-{version}.dist-info"
    wheel = "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    if needs:
        metadata += f"Requires-Dist: {needs}\n"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{name}.py", f"VERSION = {version!r}\n")
        archive.writestr(f"{name}.bin", payload)
        archive.writestr(f"{about}/METADATA", metadata)
        archive.writestr(f"{about}/WHEEL", wheel)
        archive.writestr(f"{about}/RECORD", "")
    return path
