"""The drop folder when the disk fails, somebody else is quicker, or the program was killed."""

import shutil
import uuid
from pathlib import Path

import pytest

from app.errors import OutcomeUnknown, Unreachable
from app.whole_files import unfinished
from tests.drop_folder import (
    PDF,
    FailingDisk,
    collect,
    letter,
    manifest_of,
    pdf_of,
    print_house,
    rows_of,
)


def test_a_folder_that_cannot_be_used_keeps_the_letters_here(tmp_path: Path):
    (tmp_path / "in").write_text("a file where a folder should be")

    with pytest.raises(Unreachable, match="Tryckeriet tog inte emot breven") as refused:
        print_house(tmp_path / "in").deliver(letter())

    assert refused.value.detail == "File exists"


def test_a_manifest_that_cannot_be_read_is_never_written_over(tmp_path: Path):
    manifest_of(tmp_path).mkdir()

    with pytest.raises(Unreachable):
        print_house(tmp_path).deliver(letter())

    assert not pdf_of(tmp_path).exists()


@pytest.mark.parametrize("fails_at", range(1, 6))
@pytest.mark.parametrize("earlier", [(), (100, 101)])
def test_a_failure_before_the_row_has_its_name_is_a_definite_no(
    tmp_path: Path, fails_at: int, earlier: tuple[int, ...]
):
    for number in earlier:
        print_house(tmp_path).deliver(letter(number))

    with pytest.MonkeyPatch.context() as patch:
        FailingDisk(patch, fails_at=fails_at)
        with pytest.raises(Unreachable) as refused:
            print_house(tmp_path).deliver(letter(1))

    assert refused.value.detail == "No space left on device"
    assert numbers_in(tmp_path) == [*earlier]
    print_house(tmp_path).deliver(letter(1))
    assert numbers_in(tmp_path) == [*earlier, 1]


@pytest.mark.parametrize("fails_at", range(6, 9))
@pytest.mark.parametrize("earlier", [(), (100, 101)])
def test_a_failure_from_there_on_is_unclear_and_no_row_is_lost_or_twice(
    tmp_path: Path, fails_at: int, earlier: tuple[int, ...]
):
    for number in earlier:
        print_house(tmp_path).deliver(letter(number))

    with pytest.MonkeyPatch.context() as patch:
        FailingDisk(patch, fails_at=fails_at)
        with pytest.raises(OutcomeUnknown, match="om tryckeriet har fått brevet"):
            print_house(tmp_path).deliver(letter(1))

    assert set(earlier) <= set(numbers_in(tmp_path))
    print_house(tmp_path).deliver(letter(1))
    assert numbers_in(tmp_path) == [*earlier, 1]


@pytest.mark.parametrize("moment", range(1, 9))
def test_whenever_the_print_house_collects_each_letter_reaches_it_once(tmp_path: Path, moment: int):
    collected: list[int] = []

    class Collecting(FailingDisk):
        def after_call(self, number: int) -> None:
            if number == moment:
                collected.extend(collect(tmp_path))

    carrier = print_house(tmp_path)
    carrier.deliver(letter(1))
    with pytest.MonkeyPatch.context() as patch:
        Collecting(patch, fails_at=0)
        carrier.deliver(letter(2))
    carrier.deliver(letter(3))

    assert sorted(collected + collect(tmp_path)) == [1, 2, 3]


def test_a_letter_that_another_program_handed_over_before_is_one_row(tmp_path: Path):
    late = print_house(tmp_path)
    late.deliver(letter(1))
    print_house(tmp_path).deliver(letter(2))

    receipt = late.deliver(letter(2))

    assert receipt.text.startswith("Lämnat till tryckeriet")
    assert numbers_in(tmp_path) == [1, 2]


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content.partition(b'"SUMMA"')[0],
        lambda content: content.replace(b'"1","1","1"', b'"1","2","1"', 1),
        lambda content: content.replace(b'"referens"', b'"reference"'),
        lambda content: content + b"\xff",
        lambda content: b"",
    ],
    ids=["no sums", "another sum", "another header", "no text", "empty"],
)
def test_a_manifest_that_does_not_balance_is_left_as_it_is(tmp_path: Path, change):
    print_house(tmp_path).deliver(letter(1))
    changed = change(manifest_of(tmp_path).read_bytes())
    manifest_of(tmp_path).write_bytes(changed)

    with pytest.raises(Unreachable):
        print_house(tmp_path).deliver(letter(2))

    assert manifest_of(tmp_path).read_bytes() == changed


def test_two_manifests_of_one_utskick_are_never_made_one(tmp_path: Path):
    print_house(tmp_path).deliver(letter(1))
    manifest_of(tmp_path).with_suffix(".held").write_bytes(b"from an old backup")

    with pytest.raises(Unreachable):
        print_house(tmp_path).deliver(letter(2))

    assert numbers_in(tmp_path) == [1]


def test_after_a_crash_a_manifest_that_was_held_is_given_back(tmp_path: Path):
    receipt = print_house(tmp_path).deliver(letter(1))
    manifest_of(tmp_path).rename(manifest_of(tmp_path).with_suffix(".held"))

    assert print_house(tmp_path).find(letter(1).dispatch) == receipt
    assert numbers_in(tmp_path) == [1]


def test_after_a_crash_a_row_is_the_receipt(tmp_path: Path):
    receipt = print_house(tmp_path).deliver(letter())

    assert print_house(tmp_path).find(letter().dispatch) == receipt


def test_after_a_crash_an_unfinished_pdf_was_not_handed_over(tmp_path: Path):
    unfinished(pdf_of(tmp_path)).write_bytes(PDF[:4])

    assert print_house(tmp_path).find(letter().dispatch) is None


def test_after_a_crash_a_pdf_without_row_was_not_handed_over(tmp_path: Path):
    print_house(tmp_path).deliver(letter(2))
    pdf_of(tmp_path).write_bytes(PDF)

    assert print_house(tmp_path).find(letter().dispatch) is None


def test_after_a_crash_a_pdf_without_any_manifest_is_unclear(tmp_path: Path):
    pdf_of(tmp_path).write_bytes(PDF)

    with pytest.raises(OutcomeUnknown):
        print_house(tmp_path).find(letter().dispatch)


def test_after_a_crash_nothing_left_may_be_all_collected(tmp_path: Path):
    print_house(tmp_path).deliver(letter())
    collect(tmp_path)

    with pytest.raises(OutcomeUnknown):
        print_house(tmp_path).find(letter().dispatch)


def test_after_a_crash_a_later_manifest_proves_nothing_of_a_collected_letter(tmp_path: Path):
    print_house(tmp_path).deliver(letter(1))
    collect(tmp_path)
    print_house(tmp_path).deliver(letter(2))

    with pytest.raises(OutcomeUnknown):
        print_house(tmp_path).find(letter(1).dispatch)


def test_after_a_crash_a_manifest_that_cannot_be_read_is_unclear(tmp_path: Path):
    manifest_of(tmp_path).mkdir()

    with pytest.raises(OutcomeUnknown):
        print_house(tmp_path).find(letter().dispatch)


def test_after_a_crash_a_folder_that_is_gone_is_unclear(tmp_path: Path):
    print_house(tmp_path / "in").deliver(letter())
    shutil.rmtree(tmp_path / "in")

    with pytest.raises(OutcomeUnknown):
        print_house(tmp_path / "in").find(letter().dispatch)


def numbers_in(folder: Path) -> list[int]:
    """The letters of the manifest, in its order; none where there is no manifest."""
    if not manifest_of(folder).exists():
        return []
    return [uuid.UUID(row["id"]).int for row in rows_of(folder)]
