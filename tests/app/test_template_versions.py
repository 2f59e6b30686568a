"""What can be compared: the templates in use, another folder, what was sent; and on what."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.adapters.store import SqliteStore
from app.bootstrap import open_services
from app.canonical_json import canonical_json
from app.differences import Signal
from app.draft import Channel
from app.errors import TemplateBroken
from app.services import Services
from app.settings import DataFolder
from app.template_versions import TemplateVersions
from tests.exports import AGFA_EI, table
from tests.fakes import NOON
from tests.shipped_letters import ROOT
from tests.two_logins import (
    BODY,
    KIM,
    ROBIN,
    SENTENCE,
    propose,
    publish,
    seated_at,
    small_templates,
)

PERSON = "198902122392"


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    with open_services(DataFolder(tmp_path_factory.mktemp("data")), now=lambda: NOON) as made:
        yield made


@pytest.fixture
def versions(services: Services) -> TemplateVersions:
    return TemplateVersions(services)


@pytest.fixture(scope="module")
def sent(services: Services, tmp_path_factory: pytest.TempPathFactory) -> Services:
    """With one letter in history, queued in both channels."""
    path = tmp_path_factory.mktemp("export") / "dagens.csv"
    entry = {"Undersöknings-id": "EI1", "Patient-id": PERSON, "Undersökningsdatum": "2027-01-12"}
    path.write_bytes(table(AGFA_EI | entry))
    worklist = services.load(path)
    (row,) = worklist.rows
    preview = services.preview(row)
    sources = canonical_json({**services.catalogue.sources, **services.print_profile.source})
    both = replace(preview, route=replace(preview.route, channels=tuple(Channel)))
    services.outbox.queue([both], utskick=worklist.utskick, sources=sources)
    return services


def test_a_folder_is_compared_with_what_is_in_use(
    versions: TemplateVersions, services: Services, tmp_path: Path
):
    draft = Path(shutil.copytree(ROOT / "templates", tmp_path / "utkast"))
    body = draft / "letter_types/rontgen/body.md.j2"
    body.write_text(f"{body.read_text('utf-8').rstrip()}\n\nEn mening till.\n", "utf-8")
    before, after = versions.current(), versions.in_folder(draft)
    roentgen = [one for one in versions.samples() if one.letter_type == "rontgen"][:2]

    found = versions.comparer(before, after).compare(roentgen, makers=services.letter_makers)

    assert (before.name, after.name) == ("Gällande mallar", "Mappen utkast")
    assert [group.size for group in found.groups] == [2]
    assert Signal.LONGER in found.groups[0].signals


def test_a_letter_type_that_is_taken_off_1177_changes_its_channels(
    versions: TemplateVersions, services: Services, tmp_path: Path
):
    draft = Path(shutil.copytree(ROOT / "templates", tmp_path / "utkast"))
    file = draft / "letter_types/rontgen/letter.toml"
    file.write_text('channels = ["brev"]\n' + file.read_text("utf-8"), "utf-8")
    roentgen = [one for one in versions.samples() if one.letter_type == "rontgen"][:1]
    comparer = versions.comparer(versions.current(), versions.in_folder(draft))

    (group,) = comparer.compare(roentgen, makers=services.letter_makers).groups

    assert Signal.CHANNELS in group.signals


def test_a_folder_without_templates_is_told_of(versions: TemplateVersions, tmp_path: Path):
    with pytest.raises(TemplateBroken):
        versions.in_folder(tmp_path)


def test_the_samples_name_nobody_that_is_in_them(versions: TemplateVersions, services: Services):
    real = {
        booking.patient.family_name
        for sample in services.samples
        for booking in services.source.read(sample).bookings
    }

    shown = {one.booking.patient.family_name for one in versions.samples()}

    assert not {name for name in real - {""} if name in shown and len(name) > 4}


def test_protected_persons_are_left_out(versions: TemplateVersions, services: Services):
    booking = services.source.read(services.samples[0]).bookings[0]
    protected = replace(booking, patient=replace(booking.patient, protected=True))

    shown = versions.pseudonymous([services.begin(booking), services.begin(protected)])

    assert len(shown) == 1


def test_the_version_of_a_sent_letter_can_be_compared_again(sent: Services):
    versions = TemplateVersions(sent)

    (kept,) = versions.kept()
    again = versions.of_kept(kept)

    assert kept.name.startswith("Skickad ")
    assert again.press.catalogue.version == sent.catalogue.version


def test_sent_letters_are_compared_once_each_and_under_a_pseudonym(sent: Services):
    assert isinstance(sent.access.archive, SqliteStore)

    (draft,) = TemplateVersions(sent).sent(days=7)

    assert draft.letter_type == "rontgen"
    assert draft.booking.patient.id.value != PERSON


def test_what_was_published_what_waits_and_what_is_shipped_can_be_chosen(
    services: Services, tmp_path: Path
):
    shared = small_templates(tmp_path / "mallar")
    kim, robin = (seated_at(services, user, shared=shared) for user in (KIM, ROBIN))
    publish(robin.publishing, propose(kim.publishing))
    propose(kim.publishing, sentence="Ta med vatten.", note="Vatten")

    choices = {one.name: one for one in TemplateVersions(robin).choices()}

    names = ["Förslag av kim 23 november 2026: Vatten", "De levererade mallarna"]
    earlier = next(name for name in choices if name.endswith("2026: Gladare ton"))
    waiting, shipped = (choices[name].read() for name in names)
    assert SENTENCE in choices[earlier].read().press.catalogue.sources[BODY]
    assert "Ta med vatten." in waiting.press.catalogue.sources[BODY]
    assert waiting.name == names[0]
    assert len(shipped.press.catalogue.all()) > 1


def test_made_up_bookings_leave_out_no_letter_type_of_either_version(
    services: Services, tmp_path: Path
):
    versions = TemplateVersions(services)
    fewer = versions.in_folder(small_templates(tmp_path / "mallar"))

    made_up = versions.made_up(versions.comparer(versions.current(), fewer))

    kinds = {kind.id for kind in services.catalogue.all()}
    assert {draft.letter_type for draft in made_up} == kinds
