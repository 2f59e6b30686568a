"""Every letter type's message and pages are those that somebody has approved."""

import pytest

from tests.approved import FOLDER, approved, renderings
from tests.shipped_letters import shipped_types


@pytest.mark.parametrize("letter_type", shipped_types())
def test_a_letter_type_is_rendered_as_it_was_approved(letter_type: str):
    """Where a text was changed on purpose: `python3 -m tests.approved`, and read the diff."""
    assert renderings(letter_type) == approved(letter_type)


def test_no_rendering_is_left_of_a_letter_type_that_is_gone():
    kinds = {path.name.partition(".")[0] for path in FOLDER.iterdir()}

    assert kinds == set(shipped_types())


def test_a_rendering_is_the_same_each_time():
    assert renderings("rontgen") == renderings("rontgen")
