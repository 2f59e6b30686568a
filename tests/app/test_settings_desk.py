"""The settings desk of a real data folder: what is chosen is what the next start uses."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest

from app.adapters.own_envelope import TomlEnvelopeShelf
from app.bootstrap import TEMPLATES, open_services
from app.envelope import OWN_ENVELOPE, measured_of, read_envelope
from app.errors import NotSaved, SettingsUnreadable, Unreachable
from app.services import Services
from app.settings import DataFolder
from app.settings_desk import save_proof
from tests.fakes import NOON
from tests.paper_tray import PaperTray


def opened(root: Path, tray: PaperTray | None = None):
    return open_services(
        DataFolder(root), now=lambda: NOON, printer_named=lambda _: tray or PaperTray()
    )


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    with opened(tmp_path_factory.mktemp("data")) as made:
        yield made


def test_the_next_start_uses_the_own_envelope(tmp_path: Path):
    with opened(tmp_path) as services:
        desk = services.setup
        texts = measured_of(desk.sheet) | {"window_left": "115", "window_width": "95"}
        envelope, _ = read_envelope(texts, desk.sheet)
        assert envelope
        refused = desk.choices.choose("print_profile", OWN_ENVELOPE)
        desk.envelopes.keep(envelope)
        kept = desk.choices.choose("print_profile", OWN_ENVELOPE)

    with opened(tmp_path) as services:
        profile = services.print_profile
        worklist = services.load(services.lay_out_sample(services.samples[0]))
        check = services.check(worklist.unchecked()[-1])
    assert "Mät kuvertet" in refused
    assert kept == ""
    assert (profile.id, profile.address.x) == (OWN_ENVELOPE, 115)
    assert (check.failure, check.risk_zone) == ("", False)


@pytest.mark.parametrize("content", [None, "window"], ids=["not measured", "no such window"])
def test_an_envelope_that_cannot_be_used_stops_the_start_and_says_what_to_do(
    tmp_path: Path, content: str | None
):
    (tmp_path / "settings.toml").write_text(f'print_profile = "{OWN_ENVELOPE}"\n')
    if content:
        with opened(tmp_path / "annan") as services:
            envelope, _ = read_envelope(measured_of(services.setup.sheet), services.setup.sheet)
            assert envelope
        wrong = envelope.model_copy(update={"window_height": 15.0})
        TomlEnvelopeShelf(tmp_path / "print_profiles").keep(wrong)

    with pytest.raises(SettingsUnreadable, match="eget kuvert"), opened(tmp_path):
        pass


def test_letters_are_made_of_the_chosen_templates_from_the_next_start(tmp_path: Path):
    own = copytree(TEMPLATES, tmp_path / "mallar")
    with opened(tmp_path / "data") as services:
        refused = services.setup.choices.choose("templates_folder", str(tmp_path))
        kept = services.setup.choices.choose("templates_folder", str(own))
        waits = services.setup.choices.waits("templates_folder")

    with opened(tmp_path / "data") as services:
        folder = services.catalogue.folder
    assert refused
    assert (kept, waits, folder) == ("", True, own)


def test_a_templates_folder_must_be_whole(tmp_path: Path, services: Services):
    own = copytree(TEMPLATES, tmp_path / "mallar")
    (own / "paper" / "letter.typ").unlink()
    bare = tmp_path / "tom"
    copytree(TEMPLATES / "paper", bare / "paper")

    without_page = services.setup.choices.choose("templates_folder", str(own))
    without_types = services.setup.choices.choose("templates_folder", str(bare))

    assert "Brevets sida" in without_page
    assert "Mappen har inga brevtyper" in without_types
    assert services.setup.choices.chosen.templates_folder == ""


@pytest.mark.parametrize("name", ["borta", "x" * 300])
def test_a_templates_folder_that_is_gone_or_out_of_reach_stops_the_start(tmp_path: Path, name: str):
    """Letters of other templates than the clinic's own would be other letters."""
    (tmp_path / "settings.toml").write_text(f"templates_folder = '{tmp_path / name}'\n")

    with pytest.raises(SettingsUnreadable, match="templates_folder"), opened(tmp_path):
        pass


def test_what_live_mode_lacks_is_told_of_what_is_chosen_now(tmp_path: Path):
    with opened(tmp_path) as services:
        desk = services.setup
        before = desk.readiness()
        desk.choices.choose("connection.source_system", "KALLELSER")

        after = desk.readiness()

    assert any("avsändande system" in reason for reason in before.reasons)
    assert not any("avsändande system" in reason for reason in after.reasons)
    assert "Historiken är inte krypterad." in after.reasons


def test_regions_contracts_and_units_can_be_chosen_among(services: Services):
    desk = services.setup

    assert "jonkoping" in {region.id for region in desk.regions()}
    assert {contract.id for contract in desk.contracts()} == {"1.0", "2.0"}
    assert desk.units
    assert not any(rule.confirmed for rule in services.rules.channel_rules)


def test_bookings_are_compared_with_the_chosen_unit_only(tmp_path: Path):
    with opened(tmp_path) as services:
        bookings = services.load(services.lay_out_sample(services.samples[0])).batch.bookings
        desk = services.setup
        none_chosen = desk.told_of_other_units(bookings)
        other = next(u for u in desk.units if u.hsa_id not in {b.unit.hsa_id for b in bookings})
        desk.choices.choose("unit", other.hsa_id)

        told = desk.told_of_other_units(bookings)

    assert none_chosen == ""
    assert told.startswith(f"{len(bookings)} bokningar är för andra enheter än {other.name}")


def test_the_proof_sheet_is_printed_in_one_copy_on_one_side(tmp_path: Path):
    tray = PaperTray()
    with opened(tmp_path, tray) as services:
        desk = services.setup

        desk.print_proof(desk.proof(desk.sheet))

    ((job, pages),) = tray.jobs
    assert (job.name, job.pages, len(pages)) == ("Provark", 1, 1)


def test_a_printer_that_is_off_is_told(tmp_path: Path):
    off = PaperTray(fault=Unreachable("Skrivaren går inte att nå."))
    with opened(tmp_path, off) as services:
        pdf = services.setup.proof(services.setup.sheet)

        with pytest.raises(Unreachable):
            services.setup.print_proof(pdf)


def test_a_proof_sheet_is_saved_or_said_not_to_be(tmp_path: Path):
    save_proof(b"%PDF", tmp_path / "provark.pdf")

    with pytest.raises(NotSaved, match="inte sparat"):
        save_proof(b"%PDF", tmp_path / "borta" / "provark.pdf")
    assert (tmp_path / "provark.pdf").read_bytes() == b"%PDF"
