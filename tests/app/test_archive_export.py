"""Letters for an archive: each as it was sent, and one file that says what every field means."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pikepdf
import pytest

from app.access_desk import AccessDesk
from app.access_log import NO_WORKPLACE, Action, LogQuestion
from app.access_writer import AccessWriter
from app.adapters.store import SqliteStore
from app.archive_export import FIELDS, METADATA, ArchiveExport
from app.dispatch import Dispatch, Status
from app.errors import NotPermitted, NotSaved
from app.history import SentLetter
from app.users import Permissions, User
from tests.fakes import BOTH, NOON, bring_to, make_previews, queue_letters
from tests.rendered_letters import DOCUMENTS


@pytest.fixture
def writer(store: SqliteStore) -> Iterator[AccessWriter]:
    made = AccessWriter(store, who="anna", workplace=NO_WORKPLACE, now=lambda: NOON)
    yield made
    made.close()


@pytest.fixture
def export(store: SqliteStore, writer: AccessWriter) -> ArchiveExport:
    access = AccessDesk(Permissions.open_to(User("anna")), writer, store, lambda: NOON)
    return ArchiveExport(store.open, DOCUMENTS.pdf, access)


@pytest.fixture
def letters(store: SqliteStore) -> tuple[Dispatch, ...]:
    queued = queue_letters(store, make_previews(2, route=BOTH))
    return tuple(bring_to(store, one, Status.SENT) for one in queued)


def described(folder: Path) -> ET.Element:
    return ET.parse(folder / METADATA).getroot()  # noqa: S314 - our own file


def test_each_letter_lies_there_as_it_was_sent_under_its_id(export, letters, store, tmp_path):
    export.save(letters, tmp_path)

    for letter in letters:
        with pikepdf.open(tmp_path / f"{letter.id}.pdf") as pdf:
            (attached,) = pdf.attachments.values()
            assert attached.get_file().read_bytes() == store.open(letter.id).content


def test_the_description_tells_each_field_of_each_letter(export, letters, tmp_path):
    export.save(letters, tmp_path)

    found = described(tmp_path).findall("{*}letter")
    told = [{child.tag.partition("}")[2]: child.text or "" for child in one} for one in found]
    file = tmp_path / told[0]["file"]
    assert [list(one) for one in told] == [list(FIELDS)] * 4
    assert told[0]["file_sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
    assert (told[0]["id"], told[0]["status"]) == (str(letters[0].id), "SENT")
    assert told[0]["visit_at"] == "2027-01-12T09:40:00+01:00"


def test_the_description_says_what_its_own_fields_mean(export, tmp_path):
    export.save((), tmp_path)

    fields = described(tmp_path).findall("{*}fields/{*}field")
    assert {one.get("name"): one.text for one in fields} == FIELDS


def test_the_same_letters_give_the_same_bytes(export, letters, tmp_path):
    for name in ("en", "två"):
        (tmp_path / name).mkdir()
        export.save(letters[:1], tmp_path / name)

    files = [path.name for path in sorted((tmp_path / "en").iterdir())]
    assert len(files) == 2
    assert all(
        (tmp_path / "en" / name).read_bytes() == (tmp_path / "två" / name).read_bytes()
        for name in files
    )


def test_a_stopped_export_describes_what_is_there(export, letters, tmp_path):
    told: list[tuple[int, int]] = []

    number = export.save(
        letters,
        tmp_path,
        progress=lambda *at: told.append(at),
        cancelled=lambda: len(told) == 2,
    )

    assert (number, told) == (2, [(0, 4), (1, 4)])
    assert len(described(tmp_path).findall("{*}letter")) == 2


def test_what_xml_has_no_place_for_is_left_out_of_the_description(
    store: SqliteStore, export: ArchiveExport, tmp_path: Path
):
    (queued,) = queue_letters(store, make_previews(1))
    kept = store.open(queued.id)
    strange = replace(queued, receipt="a\x00b\u0007c")

    def opened(_: object) -> SentLetter:
        return replace(kept, dispatch=strange)

    replace(export, open=opened).save((strange,), tmp_path)

    assert described(tmp_path).findtext("{*}letter/{*}receipt") == "abc"


def test_every_letter_is_in_the_log_as_taken_out(export, letters, store, writer, tmp_path):
    export.save(letters, tmp_path)
    writer.flush()

    entries = store.entries(LogQuestion(action=Action.EXPORT), offset=0, limit=10)
    assert {one.access.dispatch_id for one in entries} == {one.id for one in letters}


def test_nobody_without_the_right_takes_anything_out(export, letters, writer, store, tmp_path):
    access = AccessDesk(Permissions(User("eva")), writer, store, lambda: NOON)

    with pytest.raises(NotPermitted):
        replace(export, access=access).save(letters, tmp_path)

    assert not list(tmp_path.glob("*.pdf"))


def test_a_folder_that_is_gone_is_told_in_a_sentence(export, letters, tmp_path):
    with pytest.raises(NotSaved):
        export.save(letters, tmp_path / "borta")
