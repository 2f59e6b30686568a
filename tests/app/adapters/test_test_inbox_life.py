"""How the test inbox starts, is shared, outlives a killed program and ends."""

import http.client
import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import psutil
import pytest

from app.adapters.test_inbox import deliveries, running, serve
from app.adapters.test_inbox.presence import Presence
from app.adapters.test_inbox.process import GRACE, tell_starter
from app.errors import Unreachable
from tests.fakes import NOON
from tests.portal import ADD_ACTION, ROOT, LivingInbox, add_message, no_problems, soap, start_inbox

# What the composition root does, without its DocBook.
PROGRAM = """
import sys
from datetime import datetime
from pathlib import Path
from app.adapters.test_inbox import serve
from app.swedish_dates import STOCKHOLM
serve(Path(sys.argv[1]), docbook_problems=lambda text: (), now=lambda: datetime.now(STOCKHOLM))
"""

# A program that gets hold of the inbox, sends one message and is killed where it stands.
KILLED = f"""
import http.client, os, signal, sys
from pathlib import Path
from urllib.parse import urlsplit
from app.adapters.test_inbox import running
folder = Path(sys.argv[1])
command = (sys.executable, "-c", {PROGRAM!r}, str(folder))
with running(folder, command=command, cwd=Path.cwd()) as url:
    call = http.client.HTTPConnection(urlsplit(url).netloc)
    body = sys.stdin.buffer.read()
    call.request("POST", "/", body, {{"Content-Type": "text/xml", "SOAPAction": sys.argv[2]}})
    os.kill(os.getpid(), signal.SIGKILL)
"""


def command(folder: Path) -> tuple[str, ...]:
    return (sys.executable, "-c", PROGRAM, str(folder))


def process_of(folder: Path) -> psutil.Process:
    return psutil.Process(json.loads((folder / "inbox.json").read_bytes())["pid"])


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder whose inbox, if one is still alive, ends with the test."""
    yield tmp_path
    if (tmp_path / "inbox.json").exists():
        process_of(tmp_path).kill()


def test_it_is_a_process_of_its_own_that_ends_when_the_last_program_leaves(folder: Path):
    with running(folder, command=command(folder), cwd=ROOT) as url:
        process = process_of(folder)
        assert url.startswith("http://127.0.0.1:")
        assert process.is_running()

    process.wait(timeout=20)
    assert not (folder / "inbox.json").exists()


def test_a_second_program_shares_the_inbox_and_may_stay_longer(folder: Path):
    with ExitStack() as second:
        with running(folder, command=command(folder), cwd=ROOT) as first_url:
            second_url = second.enter_context(running(folder, command=("nej",), cwd=ROOT))
            process = process_of(folder)
        assert first_url == second_url
        assert process.is_running()

    process.wait(timeout=20)


def test_two_programs_that_start_at_once_get_one_inbox(folder: Path):
    everybody_has_it = threading.Barrier(4, timeout=60)

    def use() -> str:
        with running(folder, command=command(folder), cwd=ROOT) as url:
            everybody_has_it.wait()
            return url

    with ThreadPoolExecutor(4) as programs:
        urls = {future.result() for future in [programs.submit(use) for _ in range(4)]}

    assert len(urls) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="kills as only POSIX can")
def test_it_outlives_a_killed_program_and_keeps_what_was_under_way(folder: Path):
    killed = subprocess.run(  # noqa: S603 - our own command
        (sys.executable, "-c", KILLED, str(folder), ADD_ACTION),
        input=soap(add_message()),
        cwd=ROOT,
        check=False,
    )

    process = process_of(folder)
    with running(folder, command=("nej",), cwd=ROOT):
        pass
    process.wait(timeout=20)

    assert killed.returncode < 0
    assert len(deliveries(folder)) == 1


def test_its_starter_gets_one_line_when_it_listens(capsys: pytest.CaptureFixture[str]):
    tell_starter(b'{"port": 1}')

    assert capsys.readouterr().out == '{"port": 1}\n'


def test_without_anybody_it_waits_and_then_ends(tmp_path: Path):
    inbox = start_inbox(tmp_path)
    hold(inbox).close()

    inbox.clock.step = GRACE
    inbox.wait_for_end()

    assert not (tmp_path / "inbox.json").exists()


def test_a_program_that_is_connected_keeps_it_alive_for_ever(tmp_path: Path):
    inbox = start_inbox(tmp_path)
    connection = hold(inbox)

    inbox.clock.step = 1000 * GRACE
    answers = [inbox.call("GET", "/annan").status for _ in range(3)]

    assert answers == [404, 404, 404]
    connection.close()
    inbox.wait_for_end()


def test_one_folder_has_one_inbox(tmp_path: Path):
    inbox = start_inbox(tmp_path)
    announced: list[bytes] = []

    serve(tmp_path, docbook_problems=no_problems, now=lambda: NOON, announce=announced.append)

    assert announced == []
    inbox.end()


def test_it_never_takes_away_the_name_of_its_successor(tmp_path: Path):
    inbox = start_inbox(tmp_path)
    connection = hold(inbox)
    (tmp_path / "inbox.json").write_bytes(b"another")

    connection.close()
    inbox.clock.step = GRACE
    inbox.wait_for_end()

    assert (tmp_path / "inbox.json").read_bytes() == b"another"


def test_a_folder_that_was_removed_is_no_hindrance_to_its_end(tmp_path: Path):
    inbox = start_inbox(tmp_path / "inkorg")
    shutil.rmtree(tmp_path / "inkorg")

    inbox.clock.step = GRACE
    inbox.wait_for_end()

    assert list(tmp_path.iterdir()) == []


def test_an_inbox_that_was_killed_is_started_anew(folder: Path):
    with running(folder, command=command(folder), cwd=ROOT) as first:
        process_of(folder).kill()

    with running(folder, command=command(folder), cwd=ROOT) as second:
        assert second != first


def test_another_program_on_the_old_port_is_not_taken_for_the_inbox(folder: Path, tmp_path: Path):
    stranger = start_inbox(tmp_path / "annan")
    (folder / "inbox.json").write_text(json.dumps({"port": stranger.port, "pid": 1, "started": ""}))

    with running(folder, command=command(folder), cwd=ROOT) as url:
        assert url != stranger.url

    stranger.end()


@pytest.mark.parametrize("written", [b"", b"{}", b"[]", b'{"port": "x"}', b'{"port": 1}'])
def test_an_identity_that_leads_nowhere_is_not_believed(folder: Path, written: bytes):
    (folder / "inbox.json").write_bytes(written)

    with running(folder, command=command(folder), cwd=ROOT):
        assert (folder / "inbox.json").read_bytes() != written


@pytest.mark.parametrize("code", [0, 3])
def test_an_inbox_that_does_not_start_is_told_in_words(tmp_path: Path, code: int):
    ends = (sys.executable, "-c", f"raise SystemExit({code})")

    with (
        pytest.raises(Unreachable, match="Testinkorgen startar inte"),
        running(tmp_path, command=ends, cwd=ROOT),
    ):
        pass


def test_an_inbox_that_hangs_at_its_start_is_given_up(tmp_path: Path):
    forever = (sys.executable, "-c", "import threading; threading.Event().wait()")

    with (
        pytest.raises(Unreachable, match="Testinkorgen startar inte"),
        running(tmp_path, command=forever, cwd=ROOT, patience=0.2),
    ):
        pass


def test_the_last_to_leave_without_a_goodbye_is_waited_for():
    presence = Presence(clock=lambda: 0.0, grace=60)
    for connection in ("a", "b"):
        presence.arrives()
        presence.holds(connection)

    presence.says_goodbye("a")
    presence.leaves("a")
    presence.leaves("b")

    assert not presence.is_over()


def test_a_call_that_ends_after_the_goodbye_does_not_undo_it():
    presence = Presence(clock=lambda: 0.0, grace=60)
    presence.arrives()
    presence.arrives()
    presence.holds("program")
    presence.says_goodbye("program")

    presence.leaves("program")
    presence.leaves("call")

    assert presence.is_over()


def hold(inbox: LivingInbox) -> http.client.HTTPConnection:
    connection = http.client.HTTPConnection("127.0.0.1", inbox.port, timeout=20)
    connection.request("GET", "/hold")
    assert connection.getresponse().read() == (inbox.folder / "inbox.json").read_bytes()
    return connection
