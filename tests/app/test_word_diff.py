"""What two texts say differently is found word for word, and nothing is lost on the way."""

from hypothesis import given
from hypothesis import strategies as st

from app.word_diff import Step, changes, word_diff

TEXTS = st.text(alphabet="ab \n", max_size=40)


def test_equal_texts_have_no_change():
    assert changes(word_diff("Kom i tid.\n", "Kom i tid.\n")) == ()


def test_a_changed_word_is_told_with_what_stands_in_its_place():
    assert changes(word_diff("Du är välkommen hit", "Ni är välkommen hit")) == (Step("Du ", "Ni "),)


def test_a_word_that_has_come_has_nothing_before_it():
    assert changes(word_diff("Kom till mottagningen", "Kom till den mottagningen")) == (
        Step("", "den "),
    )


def test_a_phone_number_is_one_word():
    before, after = "Ring 010-000\N{NO-BREAK SPACE}00", "Ring 010-000\N{NO-BREAK SPACE}11"

    assert changes(word_diff(before, after)) == (Step(before[5:], after[5:]),)


def test_a_line_that_has_come_does_not_disturb_those_around_it():
    steps = word_diff("ett två\ntre fyra", "ett två\nnytt\ntre fyra")

    assert changes(steps) == (Step("", "nytt\n"),)


@given(TEXTS, TEXTS)
def test_the_steps_make_up_both_texts(before: str, after: str):
    steps = word_diff(before, after)

    assert "".join(step.before for step in steps).split() == before.split()
    assert "".join(step.after for step in steps).split() == after.split()
