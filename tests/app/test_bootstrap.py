"""What a clinic has chosen for its paper and its PCs is what the program does."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.bootstrap import open_services
from app.errors import SettingsUnreadable
from app.services import Services
from app.settings import DataFolder
from app.tally import Tally
from tests.fakes import NOON
from tests.paper_tray import PaperTray


@contextmanager
def clinic(root: Path, settings: str, *, tray: PaperTray | None = None) -> Iterator[Services]:
    """The services of a PC with these settings, whose printers are all the same tray."""
    folder = DataFolder(root)
    root.mkdir()
    folder.settings_file.write_text(settings, "utf-8")
    printer = {"printer_named": lambda _: tray} if tray else {}
    with open_services(folder, now=lambda: NOON, **printer) as services:
        yield services


def send_some(services: Services, *, rows: int = 3) -> Tally:
    """The last rows of the first sample, which are ready."""
    worklist = services.load(services.lay_out_sample(services.samples[0]))
    for row in worklist.unchecked()[-rows:]:
        worklist.note_check(row.draft, services.check(row))
    services.queue(worklist.ready(), utskick=worklist.utskick)
    return services.send()


def test_letters_go_to_the_print_house_unless_a_printer_is_chosen(tmp_path: Path):
    with clinic(tmp_path / "pc", "") as services:
        tally = send_some(services)

        handed_over = list(services.data_folder.print_house(services.settings).glob("*.pdf"))
    assert len(handed_over) == 3
    assert tally.uncounted == {}


def test_letters_are_printed_where_a_printer_is_chosen(tmp_path: Path):
    tray = PaperTray()

    with clinic(tmp_path / "pc", 'paper = "printer"', tray=tray) as services:
        tally = send_some(services)

        assert not services.data_folder.print_house(services.settings).exists()
    assert len(tray.jobs) == len(tally.uncounted) == 3
    assert {job.name for job, _ in tray.jobs} == set(map(str, tally.uncounted))


def test_without_a_window_no_printer_can_be_used(tmp_path: Path):
    with (
        pytest.raises(SettingsUnreadable, match="från programmets fönster"),
        clinic(tmp_path / "pc", 'paper = "printer"'),
    ):
        pass


def test_two_pcs_with_a_shared_folder_never_send_the_same_letter(tmp_path: Path):
    share = tmp_path / "share"
    share.mkdir()
    settings = f"claim_folder = {str(share)!r}"

    with clinic(tmp_path / "pc1", settings) as first, clinic(tmp_path / "pc2", settings) as second:
        sent, elsewhere = send_some(first), send_some(second)

    assert sent.elsewhere == {}
    assert sum(sent.moved.values()) == sum(elsewhere.elsewhere.values()) == sent.total > 0
    assert elsewhere.moved == {}


def test_two_pcs_with_a_shared_folder_name_a_letter_alike_and_no_other_pc_does(tmp_path: Path):
    share = tmp_path / "share"
    share.mkdir()
    settings = f"claim_folder = {str(share)!r}"

    with (
        clinic(tmp_path / "pc1", settings) as first,
        clinic(tmp_path / "pc2", settings) as second,
        clinic(tmp_path / "pc3", "") as stranger,
    ):
        keys = [services.templates.press().id_key for services in (first, second, stranger)]

    assert keys[0] == keys[1] != keys[2]


def test_without_its_shared_folder_a_pc_sends_nothing(tmp_path: Path):
    settings = f"claim_folder = {str(tmp_path / 'saknas')!r}"

    with clinic(tmp_path / "pc", settings) as services:
        tally = send_some(services)

        assert services.outbox.waiting() == tally.total > 0
    assert tally.moved == {}
