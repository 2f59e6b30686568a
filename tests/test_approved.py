"""Every letter type's message and pages are those that somebody has approved."""

import os
import subprocess
import sys
from pathlib import Path

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


def test_two_processes_make_the_same_bytes():
    """Of message and page, with an insert sheet; each process hashes words in its own way."""
    digests = {
        subprocess.run(
            [
                sys.executable,
                "-c",
                (
                    "from tests.fakes import BOTH; from tests.rendered_letters import PREVIEWER; "
                    "from tests.shipped_letters import full_draft, letter_of; "
                    "print(PREVIEWER.preview(letter_of(full_draft('arbetsprov')), BOTH).digest)"
                ),
            ],
            cwd=Path(__file__).parents[1],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    (digest,) = digests
    assert len(digest.strip()) == len("0" * 64)
