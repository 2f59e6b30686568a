"""The closing line of `python3 -m tests`, which an automatic run reads."""

import pytest

from tests.__main__ import count_tests


@pytest.mark.parametrize(
    ("closing", "expected"),
    [
        ("312 passed in 9.87s", "312 passed, 0 failed, 0 skipped"),
        (
            "=== 2 failed, 9 passed, 1 skipped in 75.10s (0:01:15) ===",
            "9 passed, 2 failed, 1 skipped",
        ),
        ("==== 3 passed, 1 warning, 1 error in 0.20s ====", "3 passed, 1 failed, 0 skipped"),
        ("==== no tests ran in 0.01s ====", "0 passed, 0 failed, 0 skipped"),
    ],
)
def test_the_closing_line_counts_what_pytest_counted(closing, expected):
    output = f"tests/app/test_a.py ....\n{closing}\n"

    assert count_tests(output) == expected


def test_a_run_that_broke_off_counts_as_a_failure():
    assert count_tests("Fatal Python error: Aborted\n") == "0 passed, 1 failed, 0 skipped"


def test_what_is_written_after_the_closing_line_does_not_hide_it():
    output = "4 passed in 0.10s\nCoverageWarning: No data was collected in 0 files\n"

    assert count_tests(output) == "4 passed, 0 failed, 0 skipped"
