"""Sets up a fresh machine: Qt's system libraries, an environment of our own, the pinned packages.

Standard library only. Every failure is a SystemExit that says what is missing and what to do.
"""

import ctypes
import importlib.util
import operator
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from importlib import metadata
from pathlib import Path

from app.file_lock import locked, sole_holder
from app.provision import Ground

# What PySide6's wheels load but do not bring, and the Debian package of each.
_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
}
_SCREEN_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
_PIN = re.compile(r"^([\w.-]+)==(\S+)", re.MULTILINE)
_UNREACHABLE = re.compile(r"Retrying \(|ConnectionError|ProxyError|from versions: none")

# pip's words for a file that is not the one whose hash is locked.
_FORGED = "THESE PACKAGES DO NOT MATCH THE HASHES"


def set_up(ground: Ground) -> None:
    """Provides all that `ground` needs; of two at once the second waits, then finds it done."""
    try:
        with _alone(ground.venv):
            if not ground.is_ready:
                install_libraries(missing_libraries(ground.needs))
                make_environment(ground)
                _install_packages(ground)
                ground.write_stamp()
    except OSError as error:
        raise SystemExit(
            f"Miljön {ground.venv} kunde inte skapas: {error.strerror}. "
            "Välj en mapp som går att skriva i med miljövariabeln KALLELSER_VENV."
        ) from error


@contextmanager
def _alone(environment: Path) -> Iterator[None]:
    """Holds a lock beside the environment; the system drops it should this process die."""
    environment.parent.mkdir(parents=True, exist_ok=True)
    lock = environment.with_name(f"{environment.name}.lock")
    with ExitStack() as held:
        if not held.enter_context(sole_holder(lock)):
            _say("En annan start gör redan i ordning programmet. Väntar på den.")
            held.enter_context(locked(lock))
        yield


def missing_libraries(
    needs: frozenset[str], *, load: Callable[[str], object] = ctypes.CDLL
) -> tuple[str, ...]:
    """Debian's names of the system libraries that Qt would look for in vain; Linux only."""
    if sys.platform != "linux":
        return ()
    wanted = _LIBRARIES | (_SCREEN_LIBRARIES if "screen" in needs else {})
    return tuple(package for library, package in wanted.items() if not _loads(library, load))


def _loads(library: str, load: Callable[[str], object]) -> bool:
    try:
        load(library)
    except OSError:
        return False
    return True


def install_libraries(packages: Sequence[str], *, user: int | None = None) -> None:
    """Installs Debian packages as root (`user` 0, the caller's own by default); else says how."""
    if not packages:
        return
    names = " ".join(packages)
    if shutil.which("apt-get") is None:
        raise SystemExit(f"Delar av systemet saknas. Installera motsvarigheten till: {names}")
    if (os.geteuid() if user is None else user) != 0:
        raise SystemExit(
            f"Delar av systemet saknas. Kör den här raden och starta sedan om programmet:\n\n"
            f"  sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}\n"
        )
    _say(f"Installerar det som saknas i systemet: {names}")
    _apt_get("update")
    if complaint := _apt_get("install", "-y", "--no-install-recommends", *packages):
        raise SystemExit(
            f"Det som saknas i systemet kunde inte installeras: {names}\n"
            "Kontrollera nätverket och datorns paketkällor, och starta sedan om programmet.\n"
            f"apt-get säger: {complaint}"
        )


def _apt_get(*arguments: str) -> str:
    """Runs apt-get without questions; returns its last words where it failed."""
    # The lock may be held by the nightly upgrades, so wait for it rather than fail.
    ran = subprocess.run(  # noqa: S603 - the packages are named above
        ["apt-get", "-q", "-o", "DPkg::Lock::Timeout=300", *arguments],  # noqa: S607 - root's own
        env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return (ran.stdout.strip() or "?").splitlines()[-1] if ran.returncode else ""


def make_environment(ground: Ground) -> None:
    """Made without pip, whose installer Debian keeps in a package of its own."""
    if _is_for_this_python(ground):
        return
    is_environment = (ground.venv / "pyvenv.cfg").exists()
    if not is_environment and ground.venv.exists() and any(ground.venv.iterdir()):
        raise SystemExit(
            f"{ground.venv} finns redan men är ingen Python-miljö, så den lämnas orörd. "
            "Välj en annan mapp med miljövariabeln KALLELSER_VENV."
        )
    venv.create(ground.venv, clear=True, symlinks=os.name != "nt")


def _is_for_this_python(ground: Ground) -> bool:
    try:
        described = (ground.venv / "pyvenv.cfg").read_text(encoding="utf-8")
    except FileNotFoundError:
        return False
    version = rf"^version = {sys.version_info.major}\.{sys.version_info.minor}\."
    return ground.python.exists() and re.search(version, described, re.MULTILINE) is not None


def _install_packages(ground: Ground) -> None:
    """Leaves where packages come from to pip's own settings."""
    wanted = _requirements(ground)
    _say(f"Gör i ordning programmet i {ground.venv}: hämtar och installerar {len(wanted)} paket.")
    command = [_python_with_pip(), "-m", "pip", "--python", str(ground.python), "install"]
    output = []
    with subprocess.Popen(  # noqa: S603 - the requirements are those of our own pyproject.toml
        [*command, "--no-input", "--disable-pip-version-check", *_with_hashes(ground, wanted)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as pip:
        for line in pip.stdout or ():
            output.append(line)
            _say_progress(line)
    if pip.returncode != 0:
        raise SystemExit(_why_pip_failed("".join(output), ground))


def _with_hashes(ground: Ground, wanted: list[str]) -> list[str]:
    """The locks of what is needed, where they hold all of it: else a package is not locked yet."""
    locks = [lock for lock in ground.locks if lock.stem in ground.needs]
    pins = "".join(lock.read_text(encoding="utf-8") for lock in locks)
    locked = {_plain(name): version for name, version in _PIN.findall(pins)}
    asked = map(_name_and_versions, wanted)
    if not locks or not all(_fits(locked.get(_plain(name), "0"), which) for name, which in asked):
        return wanted
    return ["--require-hashes", *(f"--requirement={lock}" for lock in locks)]


def _plain(name: str) -> str:
    """A package's name as indexes write it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _python_with_pip() -> str:
    """This Python, or the one that its environment was made from."""
    if sys.prefix == sys.base_prefix or importlib.util.find_spec("pip"):
        return sys.executable
    name = "python.exe" if os.name == "nt" else f"bin/python3.{sys.version_info.minor}"
    return str(Path(sys.base_prefix, name))


def _say_progress(line: str) -> None:
    """One line for each thing that takes a while, and none of the addresses."""
    if "Retrying (" in line:
        _say("  Paketindexet svarar inte, försöker igen.")
    elif large := re.search(r"Downloading (?:\S*/)?([^/-]+)-([^/-]+)-\S+ \((.* MB)\)", line):
        _say("  {} {} ({})".format(*large.groups()))


def _why_pip_failed(output: str, ground: Ground) -> str:
    if "No module named pip" in output:
        return "pip saknas. Installera det (Debian: sudo apt-get install python3-pip), starta om."
    place = {"base": str(ground.venv), "platbase": str(ground.venv)}
    installed = sysconfig.get_path("purelib", "venv", place)
    missing = ", ".join(missing_packages(ground, path=[installed]))
    if _UNREACHABLE.search(output):
        return (
            f"Paketindexet svarar inte. Därför kan programmet inte starta.\nSaknas: {missing}\n"
            "Anslut datorn till nätverket, eller ange ett index i pip:s inställningar, och kör om."
        )
    if _FORGED in output:
        return (
            "Ett paket har ett annat innehåll än det som hör hit. Inget installerades.\n"
            "Kör inte programmet, och meddela den som ansvarar för datorerna."
        )
    errors = [line for line in output.splitlines() if line.startswith("ERROR:")]
    reason = (errors or output.splitlines())[-1]
    return f"pip kunde inte installera paketen.\nSaknas: {missing}\npip säger: {reason}"


def has_packages(ground: Ground) -> bool:
    """Whether this interpreter, whoever made it, already has every package at its right version."""
    return next(missing_packages(ground, path=sys.path), None) is None


def remember(ground: Ground) -> None:
    """Spares the next start the look: a changed pyproject.toml need not ask for other packages."""
    if missing_libraries(ground.needs):
        return
    with suppress(OSError):
        ground.write_stamp()


def missing_packages(ground: Ground, *, path: list[str]) -> Iterator[str]:
    """Names of the packages that `path` lacks or holds in another version than asked for."""
    for requirement in _requirements(ground):
        name, versions = _name_and_versions(requirement)
        found = next(iter(metadata.distributions(name=name, path=path)), None)
        if found is None or not _fits(found.version, versions):
            yield name


def _name_and_versions(requirement: str) -> list[str]:
    return re.split(r"(?=[=<>])", requirement.partition(";")[0].strip(), maxsplit=1)


def _requirements(ground: Ground) -> list[str]:
    project = tomllib.loads(ground.pyproject.read_text(encoding="utf-8"))["project"]
    extras = project.get("optional-dependencies", {})
    lists = [project["dependencies"], *(extras.get(need, ()) for need in sorted(ground.needs))]
    return [line for lines in lists for line in lines if _is_for_this_system(line)]


def _is_for_this_system(requirement: str) -> bool:
    """Knows the one marker that our pyproject.toml uses: `; sys_platform == 'win32'`."""
    marker = requirement.partition(";")[2]
    return not marker or f"'{sys.platform}'" in marker


def _fits(version: str, wanted: str) -> bool:
    """Knows the three comparisons that our pyproject.toml uses: ==, >= and <."""
    comparisons = {"==": operator.eq, ">=": operator.ge, "<": operator.lt}
    return all(
        comparisons[sign](_numbers(version), _numbers(limit))
        for sign, limit in re.findall(r"(==|>=|<)\s*([\d.]+)", wanted)
    )


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", version)))


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()
