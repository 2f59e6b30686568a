"""What is published stays as it was published, or is told to be changed and not used."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from app.adapters.file_owner import owner_of
from app.errors import TemplateBroken
from app.letter_press import Templates
from app.publishing import Publishing
from app.users import User
from app.version_shelf import VersionShelf
from tests.fakes import NOON
from tests.shipped_letters import ROOT
from tests.two_logins import (
    KIM,
    ROBIN,
    SENTENCE,
    at_work,
    body,
    compared,
    propose,
    publish,
    small_templates,
)


def tamper(shared: Path, deed: str) -> None:
    command = (sys.executable, "-m", "tests.tampering_child", deed, str(shared / "versions"))
    subprocess.run(command, cwd=ROOT, check=True)  # noqa: S603 - our own program


def test_a_changed_text_is_never_sent(shared: Path, kim: Publishing, robin: Publishing):
    publish(robin, propose(kim))

    tamper(shared, "text")

    with pytest.raises(TemplateBroken, match="skadad, ändrad eller borta"):
        robin.press()


def test_a_text_changed_after_being_proposed_is_not_published(
    shared: Path, kim: Publishing, robin: Publishing
):
    proposal = propose(kim)
    looked_at = compared(robin.press(), robin.press_of_version(proposal.of.version))

    tamper(shared, "text")

    with pytest.raises(TemplateBroken, match="skadad"):
        robin.publish(proposal, compared=looked_at, left=0)


def test_a_changed_author_is_told(shared: Path, kim: Publishing, robin: Publishing):
    publish(robin, propose(kim))

    tamper(shared, "manifest")

    with pytest.raises(TemplateBroken):
        robin.press()


def test_a_proposal_changed_after_being_made_is_not_published(
    shared: Path, kim: Publishing, robin: Publishing
):
    proposal = propose(kim)

    tamper(shared, "proposal")

    assert robin.proposals() == ()
    with pytest.raises(TemplateBroken, match="Förslaget är ändrat"):
        publish(robin, proposal)


def test_a_proposal_that_is_gone_is_not_published(shared: Path, kim: Publishing, robin: Publishing):
    proposal = propose(kim)
    (shared / f"versions/proposals/{proposal.digest}.json").unlink()

    with pytest.raises(TemplateBroken, match="Förslaget är ändrat"):
        publish(robin, proposal)


def test_a_whole_manifest_by_another_author_is_told(
    shared: Path, tmp_path: Path, kim: Publishing, robin: Publishing
):
    proposal = propose(kim)
    publish(robin, proposal)
    sources = dict(robin.press().catalogue.sources)
    elsewhere = VersionShelf(tmp_path / "annanstans")
    forged = elsewhere.keep(sources, author=ROBIN, at=NOON, note="Mitt").version
    manifest = shared / "versions" / forged / "version.json"
    manifest.unlink()
    manifest.write_bytes((elsewhere.folder / forged / "version.json").read_bytes())

    with pytest.raises(TemplateBroken, match="Uppgifterna om mallversionen"):
        robin.press()


def test_a_typed_publication_is_told_by_whose_file_it_is(shared: Path):
    me = owner_of(shared)
    kim = at_work(User("kim", me), shared, owner_of=owner_of)
    propose(kim)

    tamper(shared, "publication")

    with pytest.raises(TemplateBroken, match="inte skriven av den som står i den"):
        at_work(ROBIN, shared, owner_of=owner_of).press()


def test_a_typed_publication_of_ones_own_proposal_is_never_used(shared: Path, kim: Publishing):
    propose(kim)

    tamper(shared, "own publication")

    with pytest.raises(TemplateBroken, match="av den som själv föreslog dem"):
        kim.press()


def test_a_typed_proposal_is_told_by_whose_file_it_is(shared: Path):
    proposal = propose(at_work(KIM, shared))

    with pytest.raises(TemplateBroken, match="inte skriven av den som står i den"):
        publish(at_work(ROBIN, shared, owner_of=owner_of), proposal)


def test_what_the_operating_system_confirms_is_published(shared: Path):
    mine = owner_of(shared)
    files = {"proposals": mine, "published": ROBIN.account}
    kim = at_work(User("kim", mine), shared, owner_of=lambda path: files[path.parent.name])
    robin = replace(at_work(ROBIN, shared), publications=kim.publications)

    publish(robin, propose(kim))

    assert SENTENCE in body(robin)


def test_a_publication_that_is_taken_away_is_missed(
    shared: Path, kim: Publishing, robin: Publishing
):
    publish(robin, propose(kim))
    robin.press()

    tamper(shared, "last")

    with pytest.raises(TemplateBroken, match="Listan över publicerade mallar är ändrad"):
        robin.press()


def test_a_rewritten_publication_is_told_by_the_next(
    shared: Path, kim: Publishing, robin: Publishing
):
    publish(robin, propose(kim))
    publish(robin, propose(kim, sentence="Ta med vatten."))

    tamper(shared, "first")

    with pytest.raises(TemplateBroken):
        at_work(User("alex"), shared).press()


def test_a_rewritten_last_publication_is_told_by_memory(
    shared: Path, kim: Publishing, robin: Publishing
):
    publish(robin, propose(kim))
    robin.press()

    tamper(shared, "first")

    with pytest.raises(TemplateBroken):
        robin.press()


def test_a_gap_in_the_list_is_told(shared: Path, kim: Publishing, robin: Publishing):
    publish(robin, propose(kim))
    (shared / "versions/published/0003.json").write_bytes(
        (shared / "versions/published/0001.json").read_bytes()
    )

    with pytest.raises(TemplateBroken):
        robin.press()


def test_a_publication_that_is_no_publication_is_told(shared: Path, robin: Publishing):
    (shared / "versions/published").mkdir(parents=True)
    (shared / "versions/published/0001.json").write_text("{}")

    with pytest.raises(TemplateBroken):
        robin.press()


def test_a_publication_written_in_other_words_is_told(
    shared: Path, kim: Publishing, robin: Publishing
):
    publish(robin, propose(kim))
    file = shared / "versions/published/0001.json"
    file.chmod(0o644)
    file.write_bytes(file.read_bytes() + b" ")

    with pytest.raises(TemplateBroken):
        robin.press()


def test_a_memory_of_one_folder_leaves_that_of_another_alone(
    shared: Path, tmp_path: Path, kim: Publishing, robin: Publishing
):
    publish(robin, propose(kim))
    robin.press()
    elsewhere = small_templates(tmp_path / "annanstans")
    memory = robin.publications.memory
    other = at_work(ROBIN, elsewhere, memory=memory)
    publish(other, propose(at_work(KIM, elsewhere)))
    other.press()

    tamper(shared, "last")

    with pytest.raises(TemplateBroken, match="Listan över publicerade mallar är ändrad"):
        robin.press()


def test_a_damaged_memory_is_no_memory(kim: Publishing, robin: Publishing):
    publish(robin, propose(kim))
    robin.publications.memory.write_text("[1]")

    assert SENTENCE in body(robin)


def test_a_memory_that_cannot_be_kept_stops_nobody(shared: Path, kim: Publishing, tmp_path: Path):
    (tmp_path / "upptagen").mkdir()
    robin = at_work(ROBIN, shared, memory=tmp_path / "upptagen")

    publish(robin, propose(kim))

    assert SENTENCE in body(robin)


def test_a_version_that_another_program_wrote_is_not_called_damaged(
    shared: Path, kim: Publishing, robin: Publishing
):
    sources = dict(kim.press().catalogue.sources)
    del sources["paper/letter.typ"]
    stored = kim.shelf.keep(sources, author=KIM, at=kim.now(), note="Utan papper")

    with pytest.raises(TemplateBroken) as broken:
        robin.press_of_version(stored.version)
    assert "skadad" not in str(broken.value)


def test_a_damaged_text_that_no_letter_can_be_made_of_is_called_damaged(
    kim: Publishing, robin: Publishing
):
    stored = propose(kim).of
    file = robin.shelf.templates_of(stored.version) / "letter_types/rontgen/letter.toml"
    file.chmod(0o644)
    file.write_text("id = ")

    with pytest.raises(TemplateBroken, match="skadad"):
        robin.press_of_version(stored.version)


def test_out_of_reach_of_the_shared_folder_what_was_read_from_it_still_holds(
    shared: Path, kim: Publishing, robin: Publishing
):
    publish(robin, propose(kim))
    read = robin.press()

    shared.rename(shared.with_name("inte ansluten"))

    assert robin.is_in_force(read)
    with pytest.raises(TemplateBroken, match="går inte att nå just nu"):
        robin.press()


def test_no_letter_is_made_once_the_list_of_publications_is_not_to_be_trusted(
    shared: Path, kim: Publishing, robin: Publishing
):
    publish(robin, propose(kim))
    templates = Templates(robin.press, is_in_force=robin.is_in_force)

    tamper(shared, "last")

    with pytest.raises(TemplateBroken, match="Listan över publicerade mallar"):
        templates.press_in_force()
