import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app import first_run, provision
from app.file_lock import sole_holder
from app.provision import Ground, ensure, ground_of
from tests.fresh_checkout import make_checkout, make_wheel

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def wheels(tmp_path):
    """A folder that pip takes its packages from."""
    make_wheel(tmp_path / "wheels", "tiny", "1.0")
    return tmp_path / "wheels"


@pytest.fixture(scope="module")
def finished(tmp_path_factory):
    """A checkout whose first start is over, with the wheels it took."""
    folder = tmp_path_factory.mktemp("finished")
    make_wheel(folder / "wheels", "tiny", "1.0")
    ground = make_checkout(folder / "checkout", "tiny==1.0")
    start(ground.root, folder / "wheels").communicate()
    return folder


def start(
    checkout: Path,
    wheels: Path,
    *arguments: str,
    module: str = "probe",
    options: tuple[str, ...] = (),
) -> subprocess.Popen[str]:
    """A command of the checkout, as a person types it; `options` are Python's own."""
    pip = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheels), "PIP_CONFIG_FILE": os.devnull}
    return subprocess.Popen(  # noqa: S603 - the probe that the test wrote
        [sys.executable, *options, "-m", module, *arguments],
        cwd=checkout,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | pip,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def test_a_fresh_checkout_sets_itself_up_and_starts_in_its_own_environment(tmp_path, wheels):
    ground = make_checkout(tmp_path / "checkout", "tiny==1.0")

    out, told = start(ground.root, wheels, "--tour", "två ord").communicate()

    assert out == ".venv 1.0 ['--tour', 'två ord']\n"
    assert told.startswith("Gör i ordning programmet i ")


def test_every_command_of_the_tests_sets_itself_up_before_it_imports_a_package(tmp_path, wheels):
    ground = make_checkout(tmp_path / "checkout", dev=("tiny==1.0",))
    (ground.root / "tests").mkdir()
    shutil.copy(ROOT / "tests" / "__init__.py", ground.root / "tests")
    (ground.root / "tests" / "wanted.py").write_text("import tiny\nprint(tiny.VERSION)\n", "utf-8")
    no_packages = "-S"

    out, told = start(
        ground.root, wheels, options=(no_packages,), module="tests.wanted"
    ).communicate()

    assert out == "1.0\n"
    assert told.startswith("Gör i ordning programmet i ")


def test_the_second_start_has_nothing_to_do(finished):
    out, told = start(finished / "checkout", finished / "no wheels").communicate()

    assert (out, told) == (".venv 1.0 []\n", "")


def test_a_package_in_a_new_version_is_installed_at_the_next_start(finished, tmp_path):
    shutil.copytree(finished, tmp_path / "copy", symlinks=True)
    ground = make_checkout(tmp_path / "copy" / "checkout", "tiny==2.0")
    make_wheel(tmp_path / "copy" / "wheels", "tiny", "2.0")

    out, _ = start(ground.root, tmp_path / "copy" / "wheels").communicate()

    assert out == ".venv 2.0 []\n"


def test_two_first_runs_at_once_do_the_work_once(tmp_path, wheels):
    ground = make_checkout(tmp_path / "checkout", "tiny==1.0")
    with sole_holder(ground.root / ".venv.lock"):
        runs = [start(ground.root, wheels) for _ in range(2)]
        waiting = [run.stderr.readline() for run in runs if run.stderr]

    ends = [run.communicate() for run in runs]

    assert waiting == ["En annan start gör redan i ordning programmet. Väntar på den.\n"] * 2
    assert [out for out, _ in ends] == [".venv 1.0 []\n"] * 2
    assert "".join(told for _, told in ends).count("Gör i ordning") == 1


def test_a_set_up_that_failed_says_why_and_is_done_again(tmp_path, wheels):
    ground = make_checkout(tmp_path / "checkout", "tiny==1.0")

    failed = start(ground.root, tmp_path / "no wheels")
    _, told = failed.communicate()
    out, _ = start(ground.root, wheels).communicate()

    assert failed.returncode == 1
    assert "Saknas: tiny\n" in told
    assert "Traceback" not in told
    assert out == ".venv 1.0 []\n"


def test_the_environment_may_live_elsewhere(tmp_path, monkeypatch):
    monkeypatch.setenv("KALLELSER_VENV", str(tmp_path / "elsewhere"))

    assert ground_of(tmp_path / "checkout").venv == tmp_path / "elsewhere"


def test_an_interpreter_that_has_the_packages_is_left_alone(tmp_path):
    ground = make_checkout(tmp_path, f"pytest=={pytest.__version__}")

    ensure(module="probe", root=ground.root)

    assert not ground.venv.exists()


def test_what_its_own_environment_has_already_is_looked_for_once(tmp_path, monkeypatch):
    ground = make_checkout(tmp_path, f"pytest=={pytest.__version__}")
    ground = stamped(ground)
    ground.pyproject.write_text(ground.pyproject.read_text() + "\n# other words, same packages\n")
    monkeypatch.setattr(sys, "prefix", str(ground.venv))

    ensure(module="probe", root=ground.root)

    assert ground.is_ready


def test_where_a_system_library_is_missing_the_next_start_looks_again(tmp_path, monkeypatch):
    ground = make_checkout(tmp_path, f"pytest=={pytest.__version__}")
    monkeypatch.setattr(first_run, "missing_libraries", lambda _: ("libgl1",))

    first_run.remember(ground)

    assert not ground.is_ready


def test_in_its_own_environment_nothing_happens(tmp_path, monkeypatch):
    ground = make_checkout(tmp_path, "tiny==1.0")
    ground = stamped(ground)
    monkeypatch.setattr(sys, "prefix", str(ground.venv))

    ensure(module="probe", root=ground.root)


def test_a_place_that_cannot_be_written_is_named(tmp_path, monkeypatch):
    ground = make_checkout(tmp_path, "absent==1.0")
    monkeypatch.setenv("KALLELSER_VENV", str(ground.pyproject / "venv"))

    with pytest.raises(SystemExit, match=r"kunde inte skapas.*KALLELSER_VENV"):
        ensure(module="probe", root=ground.root)


def test_an_installed_copy_has_no_set_up_of_its_own(tmp_path):
    ensure(module="probe", root=tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_an_old_python_is_told_which_one_to_use(tmp_path, monkeypatch):
    monkeypatch.setattr(provision, "OLDEST_PYTHON", (9, 8))

    with pytest.raises(SystemExit, match=r"behöver Python 9\.8 eller nyare.*python9\.8 -m probe"):
        ensure(module="probe", root=tmp_path)


def test_what_is_ready_for_the_tests_is_ready_for_the_program(tmp_path):
    make_checkout(tmp_path)

    stamped(ground_of(tmp_path, extras=("dev",)))

    assert ground_of(tmp_path).is_ready
    assert ground_of(tmp_path, extras=("dev",)).is_ready


def test_what_is_ready_for_the_program_is_not_ready_for_the_tests(tmp_path):
    make_checkout(tmp_path)

    stamped(ground_of(tmp_path))

    assert not ground_of(tmp_path, extras=("dev",)).is_ready


def test_what_was_provided_before_is_not_forgotten(tmp_path):
    make_checkout(tmp_path)
    stamped(ground_of(tmp_path, extras=("dev",)))

    stamped(ground_of(tmp_path))

    assert ground_of(tmp_path, extras=("dev",)).is_ready


def test_a_changed_project_is_not_ready(tmp_path):
    stamped(make_checkout(tmp_path, "tiny==1.0"))

    changed = make_checkout(tmp_path, "tiny==2.0")

    assert not changed.is_ready


def test_an_environment_whose_python_is_gone_is_not_ready(tmp_path):
    ground = stamped(make_checkout(tmp_path))

    ground.python.unlink()

    assert not ground.is_ready


@pytest.mark.skipif(sys.platform != "linux", reason="X11 libraries are a matter of Linux")
@pytest.mark.parametrize(
    ("display", "platform", "expected"),
    [(":0", "", True), ("", "", False), (":0", "offscreen", False)],
)
def test_only_a_display_asks_for_the_screen_libraries(
    tmp_path, monkeypatch, display, platform, expected
):
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)

    needs = ground_of(tmp_path).needs

    assert ("screen" in needs) == expected


def stamped(ground: Ground) -> Ground:
    """As a finished set-up leaves it."""
    ground.python.parent.mkdir(parents=True, exist_ok=True)
    ground.python.touch()
    ground.write_stamp()
    return ground
