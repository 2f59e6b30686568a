"""The folder that the clinic's PCs share: the first one there has the letter, for good."""

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier

import pytest

from app.adapters.claim_folder import KEY_FILE, Claim, ClaimFolder, forget_claims
from app.claims import Claims
from app.dispatch import Dispatch
from app.errors import ClaimedElsewhere, Unreachable
from tests.drop_folder import letter
from tests.fakes import NOON, later, make_booking, make_draft, make_order, make_preview

LETTER = letter(1).dispatch
WITHOUT_ID = make_order(make_preview(make_draft(replace(make_booking(), booking_id="")))).dispatch


@pytest.fixture
def share(tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


def pc(share: Path, name: str = "RECEPTION-1", *, data: str = "") -> ClaimFolder:
    """A PC, or another user's program on the same one where its `data` is another folder."""
    memory = share.parent / f"{data or name}.json"
    seed = sum(memory.name.encode())
    return ClaimFolder(
        share, memory=memory, pc=name, random=lambda size: bytes([seed % 251]) * size
    )


def take(claims: Claims, dispatch: Dispatch = LETTER, *, who: str = "anna") -> None:
    claims.take(dispatch, at=NOON, who=who)


@pytest.mark.parametrize("dispatch", [LETTER, WITHOUT_ID], ids=["with id", "without id"])
def test_the_second_pc_is_told_who_has_the_letter(share: Path, dispatch: Dispatch):
    take(pc(share), dispatch)

    with pytest.raises(ClaimedElsewhere) as told:
        take(pc(share, "RECEPTION-2"), dispatch, who="bo")

    assert str(told.value) == (
        "Tagen på RECEPTION-1 av anna 23 nov 12.00. "
        "Avbruten här. Kontrollera där att den är skickad."
    )
    assert told.value.holder == "RECEPTION-1 av anna"


def test_our_own_claim_of_before_a_crash_is_still_ours(share: Path):
    take(pc(share))

    take(pc(share), who="bo")
    take(pc(share))

    assert len(list(share.glob("*.json"))) == 1


def test_two_users_of_one_pc_are_two_senders(share: Path):
    take(pc(share))

    with pytest.raises(ClaimedElsewhere):
        take(pc(share, data="another user"))


def test_a_copy_of_the_data_folder_on_another_pc_is_not_taken_for_us(share: Path):
    take(pc(share))

    with pytest.raises(ClaimedElsewhere):
        take(pc(share, "RECEPTION-2", data="RECEPTION-1"))


def test_of_many_pcs_at_once_one_has_each_letter(share: Path):
    pcs = [pc(share, f"RECEPTION-{number}") for number in range(4)]
    letters = [letter(booking_key=f"agfa_ei:{number}").dispatch for number in range(25)]
    start = Barrier(len(pcs))

    def had(claims: ClaimFolder) -> int:
        start.wait()
        return sum(is_had(claims, one) for one in letters)

    with ThreadPoolExecutor(len(pcs)) as threads:
        assert sum(threads.map(had, pcs)) == len(letters)


def is_had(claims: ClaimFolder, dispatch: Dispatch) -> bool:
    try:
        take(claims, dispatch)
    except ClaimedElsewhere:
        return False
    return True


@pytest.mark.parametrize("dispatch", [LETTER, WITHOUT_ID], ids=["with id", "without id"])
def test_nothing_of_the_patients_stands_in_the_folder(share: Path, dispatch: Dispatch):
    """D2"""
    take(pc(share), dispatch)

    written = "".join(
        path.name + path.read_bytes().decode("latin-1") for path in share.iterdir()
    ).replace("-", "")
    family_name = dispatch.name.partition(",")[0]
    for told in (dispatch.person, dispatch.person[2:], family_name, dispatch.id.hex):
        assert told not in written


def gone(share: Path) -> None:
    shutil.rmtree(share)


def emptied(share: Path) -> None:
    """As where the share is not connected and its place on the disk is seen."""
    gone(share)
    share.mkdir()


def another_key(share: Path) -> None:
    (share / KEY_FILE).write_bytes(b"\xff" * 32)


def a_file(share: Path) -> None:
    gone(share)
    share.write_text("en fil")


@pytest.mark.parametrize("happening", [gone, emptied, another_key, a_file])
def test_a_folder_that_is_not_as_it_was_stops_all_sending(
    share: Path, happening: Callable[[Path], None]
):
    claims = pc(share)
    take(claims)
    happening(share)

    for known in (claims, pc(share)):
        with pytest.raises(Unreachable, match="går inte att nå, så inget skickas"):
            take(known, letter(booking_key="agfa_ei:2").dispatch)


def test_a_folder_that_was_never_there_is_not_made(share: Path):
    with pytest.raises(Unreachable):
        take(pc(share / "saknas"))

    assert list(share.iterdir()) == []


def test_a_claim_that_cannot_be_read_is_nobodys_to_take(share: Path):
    take(pc(share))
    (claim,) = share.glob("*.json")
    claim.write_text("{}")

    with pytest.raises(Unreachable):
        take(pc(share))


def test_another_folder_in_the_settings_is_joined_anew(share: Path):
    take(pc(share))
    other = share.parent / "other"
    other.mkdir()

    moved = ClaimFolder(
        other, memory=share.parent / "RECEPTION-1.json", pc="RECEPTION-1", random=bytes
    )
    take(moved)

    assert len(list(other.glob("*.json"))) == 1


@pytest.mark.parametrize("comes_next", ["RECEPTION-1", "RECEPTION-2"])
def test_what_a_crash_left_half_made_is_no_claim(share: Path, comes_next: str):
    take(pc(share))
    (claim,) = share.glob("*.json")
    holder = Claim.model_validate_json(claim.read_bytes()).holder
    claim.rename(claim.with_suffix(f".{holder}.tmp"))

    take(pc(share, comes_next))

    assert Claim.model_validate_json(claim.read_bytes()).pc == comes_next


def test_what_was_claimed_after_the_backup_that_was_brought_back_is_not_ours_any_more(share: Path):
    take(pc(share))

    forget_claims(share.parent / "RECEPTION-1.json", since=later(hours=-1), until=later(hours=1))

    with pytest.raises(ClaimedElsewhere, match="Tagen på RECEPTION-1"):
        pc(share).take(LETTER, at=later(hours=2), who="anna")


def test_what_was_claimed_before_the_backup_or_after_it_came_back_is_still_ours(share: Path):
    take(pc(share))

    forget_claims(share.parent / "RECEPTION-1.json", since=later(hours=1), until=later(hours=2))
    forget_claims(share.parent / "RECEPTION-1.json", since=later(hours=-2), until=later(hours=-1))

    pc(share).take(LETTER, at=later(hours=3), who="anna")


def test_a_pc_without_a_shared_folder_has_no_claims_to_forget(tmp_path: Path):
    forget_claims(tmp_path / "claims.json", since=NOON, until=NOON)

    assert list(tmp_path.iterdir()) == []
