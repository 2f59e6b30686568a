"""A key that was written on paper opens the history again, and a slip of the pen is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import RecoveryKeyWrong
from app.recovery_key import KEY_LENGTH, fingerprint, is_last_group, key_of, recovery_lines

KEY = bytes(range(KEY_LENGTH))


@given(st.binary(min_size=KEY_LENGTH, max_size=KEY_LENGTH))
def test_what_is_on_paper_is_the_key(key: bytes):
    lines = recovery_lines(key)

    assert [[len(group) for group in line.split()] for line in lines] == [[4] * 4] * 4
    assert key_of("\n".join(lines)) == key
    assert is_last_group(lines[-1][-4:], key=key)


def test_how_it_is_written_makes_no_difference():
    written = "-".join(recovery_lines(KEY)).lower().replace("0", "o").replace("1", "l")

    assert key_of(f"  {written}\n") == KEY


@given(st.integers(0, 63), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_a_wrong_character_is_told_with_its_line(place: int, character: str):
    characters = list("".join(recovery_lines(KEY)).replace(" ", ""))
    if characters[place] == character:
        return
    characters[place] = character

    with pytest.raises(RecoveryKeyWrong, match=f"rad {place // 16 + 1}"):
        key_of("".join(characters))


def test_lines_in_the_wrong_order_are_told():
    first, second, *rest = recovery_lines(KEY)

    with pytest.raises(RecoveryKeyWrong, match="rad 1"):
        key_of(" ".join((second, first, *rest)))


@pytest.mark.parametrize("text", ["", "U" * 64, "ÅÄÖ" * 22])
def test_what_is_no_key_is_told(text: str):
    with pytest.raises(RecoveryKeyWrong):
        key_of(text)


def test_the_last_four_characters_show_that_the_paper_is_at_hand():
    last = recovery_lines(KEY)[-1][-4:]

    assert is_last_group(f" {last.lower()} ", key=KEY)
    assert not is_last_group(recovery_lines(KEY)[0][-4:], key=KEY)
    assert not is_last_group("", key=KEY)


def test_a_fingerprint_tells_keys_apart_and_nothing_of_them():
    other = bytes(KEY_LENGTH)

    assert fingerprint(KEY) != fingerprint(other)
    assert fingerprint(KEY) not in KEY.hex()
    assert fingerprint(None) == ""
