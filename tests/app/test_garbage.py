import gc

from app.garbage import never_looking


def test_garbage_is_looked_for_afterwards_as_it_was_before():
    with never_looking():
        assert not gc.isenabled()
    assert gc.isenabled()

    gc.disable()
    try:
        with never_looking():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_was_made_meanwhile_is_never_looked_at_again():
    frozen = gc.get_freeze_count()

    with never_looking():
        made: list[list[int]] = [[] for _ in range(1_000)]

    assert gc.get_freeze_count() - frozen >= len(made)
