"""What the window may ask for does what it says, with every real part behind it."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.bootstrap import open_services
from app.channels import Reach, Route
from app.dispatch import Status
from app.errors import HistoryUnusable, SettingsUnreadable
from app.letter_press import Templates
from app.rows import Row, RowStatus
from app.services import Services
from app.settings import DataFolder
from app.triage import Known, examine
from app.worklist import Worklist
from tests.exports import AGFA_EI, table
from tests.fakes import NOON, make_booking, make_draft
from tests.rendered_letters import templates_in
from tests.shipped_letters import CATALOGUE


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with open_services(DataFolder(tmp_path), now=lambda: NOON) as opened:
        yield opened


@pytest.fixture
def worklist(services: Services) -> Worklist:
    return services.load(services.lay_out_sample(services.samples[0]))


def checked(services: Services, worklist: Worklist, *, count: int = 3) -> tuple[Row, ...]:
    for row in worklist.unchecked()[-count:]:
        worklist.note_check(row.draft, services.check(row))
    return worklist.ready()


def test_the_first_rows_of_a_long_file_look_as_they_will_in_the_list(services):
    first: list[Row] = []
    worklist = services.load(services.lay_out_sample(services.samples[0]), first=first.extend)

    assert [row.row_no for row in first] == list(range(2, 10))
    alone = [row for row in first if len(worklist.row(row.row_no).findings) == len(row.findings)]
    assert len(alone) > 5
    assert all(worklist.row(row.row_no).status is row.status for row in alone)


def test_a_row_whose_letter_is_no_longer_what_was_checked_is_not_queued(services, worklist):
    ready = checked(services, worklist)
    tomorrow = replace(services, now=lambda: NOON + timedelta(days=1))

    queued = tomorrow.queue(ready, utskick=worklist.utskick)

    assert queued.dispatches == ()
    assert queued.changed == tuple(row.row_no for row in ready)
    assert services.outbox.waiting() == 0


@pytest.fixture
def authored(services: Services, tmp_path: Path) -> Services:
    """With templates of its own, which a test may change."""
    folder = shutil.copytree(services.catalogue.folder, tmp_path / "templates")
    return replace(services, templates=templates_in(folder))


def change_text(services: Services, *, new: str) -> None:
    """As an author does: into the file of the letter, and read by the program."""
    body = services.catalogue.folder / "letter_types/rontgen/body.md.j2"
    body.write_text(
        body.read_text("utf-8").replace("{% include", f"{new}\n\n{{% include", 1), "utf-8"
    )
    services.templates.read_again()


def xrays(services: Services, worklist: Worklist) -> tuple[Row, ...]:
    """Rows that are ready by the templates as they are now."""
    for row in worklist.unchecked():
        if row.draft.letter_type == "rontgen":
            worklist.note_check(row.draft, services.check(row))
    return worklist.ready()


def test_a_letter_that_was_ready_by_an_older_template_is_not_queued(authored, worklist):
    ready = xrays(authored, worklist)
    change_text(authored, new="En text som ingen har kontrollerat.")

    queued = authored.queue(ready, utskick=worklist.utskick)

    assert ready
    assert queued.dispatches == ()
    assert sorted(queued.changed) == sorted(row.row_no for row in ready)


def test_a_letter_that_was_ready_before_another_pc_published_is_not_queued(authored, worklist):
    ready = xrays(authored, worklist)
    read, version = authored.templates.press, authored.catalogue.version
    published = Templates(read, is_in_force=lambda press: press.catalogue.version != version)
    change_text(authored, new="En text som ingen här har sett.")

    queued = replace(authored, templates=published).queue(ready, utskick=worklist.utskick)

    assert queued.dispatches == ()
    assert sorted(queued.changed) == sorted(row.row_no for row in ready)


@pytest.mark.parametrize("new", ["{{ finns_inte }}", "<b>fet</b>"])
def test_a_letter_that_can_no_longer_be_made_is_not_queued(authored, worklist, new):
    ready = xrays(authored, worklist)
    change_text(authored, new=new)

    queued = authored.queue(ready, utskick=worklist.utskick)

    assert queued.dispatches == ()
    assert sorted(queued.changed) == sorted(row.row_no for row in ready)


def test_nothing_is_queued_while_the_templates_cannot_be_read(authored, worklist):
    ready = xrays(authored, worklist)
    (authored.catalogue.folder / "letter_types/cellprov/letter.toml").write_text("id =", "utf-8")
    authored.templates.read_again()

    queued = authored.queue(ready, utskick=worklist.utskick)

    assert (queued.dispatches, len(queued.changed)) == ((), len(ready))
    assert "cellprov/letter.toml" in authored.check(ready[0]).failure


def test_what_is_queued_is_kept_with_the_templates_that_it_was_made_of(authored, worklist):
    change_text(authored, new="En text som är kontrollerad.")
    ready = xrays(authored, worklist)

    queued = authored.queue(ready[:1], utskick=worklist.utskick)

    versions = {one.template_version for one in queued.dispatches}
    assert versions == {authored.catalogue.version} != {CATALOGUE.version}


def test_the_letter_of_a_new_day_is_checked_anew_with_the_new_date(services, worklist):
    row = checked(services, worklist)[0]
    tomorrow = replace(services, now=lambda: NOON + timedelta(days=1))

    assert tomorrow.check(row).digest != services.check(row).digest
    assert services.check(row).digest == services.check(row).digest


def test_what_was_queued_and_not_sent_waits_for_the_next_start(services, worklist):
    ready = checked(services, worklist)
    queued = services.queue(ready, utskick=worklist.utskick)

    startup = services.start()

    assert startup.settled == ()
    assert startup.waiting == len(queued.dispatches) > 0
    assert services.outbox.cancel_queued() == len(queued.dispatches)
    assert services.start().waiting == 0


def test_a_letter_that_cannot_be_made_is_told_as_a_finding(services, worklist):
    row = worklist.unchecked()[0]
    booking = row.draft.booking
    nameless = replace(
        row.draft,
        booking=replace(booking, patient=replace(booking.patient, given_name="Anna \U0001f600")),
    )

    check = services.check(replace(row, draft=nameless))

    assert "U+1F600" in check.failure
    assert check.digest == ""


def test_a_booking_of_no_known_letter_type_has_none(services):
    assert services.letter_type(make_draft(make_booking()).with_letter_type("finns_inte")) is None


def test_the_letter_types_of_a_care_system_are_offered(services):
    offered = {kind.id for kind in services.letter_types("paf")}

    assert "langtids_ekg" in offered
    assert "rontgen" not in offered


def test_asking_1177_stops_at_the_first_silence(services, tmp_path):
    class Silent:
        asked = 0

        def reach(self, person: str) -> Reach:
            self.asked += 1
            return Reach.NOT_ANSWERED

    reacher = Silent()

    answers = replace(services, reacher=reacher).ask_reach(["198001022386", "198002092388"])

    assert answers == {"198001022386": Reach.NOT_ANSWERED}
    assert reacher.asked == 1


def test_asking_1177_can_be_stopped_half_way(services):
    heard: list[int] = []

    answers = services.ask_reach(
        ["198001022386", "198002092388"], progress=heard.append, cancelled=lambda: bool(heard)
    )

    assert len(answers) == 1


def test_a_unit_that_is_not_connected_sends_paper_only(services, worklist):
    draft = worklist.unchecked()[0].draft
    unknown_unit = replace(draft.booking, unit=replace(draft.booking.unit, hsa_id="SE-OKÄND"))

    known = Known(reach=Reach.NOTIFIED)
    situation = services.appraise(replace(draft, booking=unknown_unit), known)

    assert situation.route.rule == "not_connected"


def test_progress_is_told_while_letters_are_queued(services, worklist):
    ready = checked(services, worklist)
    told: list[int] = []

    services.queue(ready, utskick=worklist.utskick, progress=told.append)

    assert told == [len(ready)]


def test_a_letter_to_two_channels_is_sent_as_two_dispatches(services, worklist):
    worklist.examine_again(worklist.hear(services.ask_reach(worklist.persons())))
    ready = checked(services, worklist, count=1)
    queued = services.queue(ready, utskick=worklist.utskick)

    tally = services.send()

    assert tally.moved == {Status.SENT: len(queued.dispatches)}
    worklist.note_dispatches(services.archive.of_bookings([ready[0].draft.booking.key]))
    assert worklist.row(ready[0].row_no).status is RowStatus.SENT


def test_a_second_program_on_the_same_folder_says_that_the_first_is_open(services):
    """F10"""
    with (
        pytest.raises(HistoryUnusable, match="Programmet är redan öppet"),
        open_services(services.data_folder, now=lambda: NOON),
    ):
        pass


def test_a_data_folder_that_cannot_be_made_is_said_to_be_so(tmp_path):
    (tmp_path / "fil").touch()

    with (
        pytest.raises(SettingsUnreadable, match="kan inte spara i sin mapp"),
        open_services(DataFolder(tmp_path / "fil" / "mapp")),
    ):
        pass


def test_a_booking_without_any_way_to_the_patient_is_never_ready(services, worklist):
    nowhere = Route((), "Ingen regel gäller.", "")

    situation = replace(services, choose_route=lambda _: nowhere).appraise(
        worklist.unchecked()[0].draft, Known()
    )

    assert "Ingen kanal" in [one.label for one in examine(worklist.rows[-1].draft, situation)]


def test_who_is_protected_in_one_row_of_a_file_is_protected_in_all(services, tmp_path):
    flagged = AGFA_EI | {"Undersöknings-id": "EI2", "Skyddade uppgifter": "J"}
    (tmp_path / "dagens.csv").write_bytes(table(AGFA_EI, flagged))

    opened = services.load(tmp_path / "dagens.csv")
    pasted = services.load_text(table(AGFA_EI, flagged).decode("cp1252"))

    for made in (opened, pasted):
        assert [row.draft.booking.patient.protected for row in made.rows] == [True, True]


def test_who_is_protected_in_one_of_several_files_is_protected_in_all(services, tmp_path):
    paths = (tmp_path / "a.csv", tmp_path / "b.csv")
    paths[0].write_bytes(table(AGFA_EI))
    paths[1].write_bytes(table(AGFA_EI | {"Undersöknings-id": "EI2", "Skyddade uppgifter": "J"}))

    both = services.load(*paths)

    assert [row.draft.booking.patient.protected for row in both.rows] == [True, True]


def test_nothing_that_waits_goes_to_somebody_whom_a_later_file_calls_protected(services, tmp_path):
    first = tmp_path / "fredag.csv"
    first.write_bytes(table(AGFA_EI))
    worklist = services.load(first)
    queued = services.queue(checked(services, worklist, count=1), utskick=worklist.utskick)
    later = tmp_path / "måndag.csv"
    later.write_bytes(table(AGFA_EI | {"Undersöknings-id": "EI2", "Skyddade uppgifter": "J"}))

    services.load(later)

    assert queued.dispatches
    assert services.outbox.waiting() == 0
    again = services.load(first)
    assert [row.status for row in again.rows] != [RowStatus.UNDER_WAY]
    events = services.archive.open(queued.dispatches[0].id).events
    assert (events[-1].status, events[-1].text) == (
        Status.CANCELLED,
        "Togs tillbaka: enligt en senare fil får den här personen ingen kallelse härifrån.",
    )
