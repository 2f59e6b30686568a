"""The same export is loaded again and again, before and after it was sent."""

from pathlib import Path

import pytest

from app.bootstrap import open_services
from app.dispatch import Status
from app.history import Question
from app.settings import DataFolder
from tests.fakes import NOON
from tests.queued_files import queue_file


@pytest.mark.parametrize("sample", ["paf.csv", "agfa_ei.csv"])
def test_the_same_export_loaded_three_times_gives_no_new_letter(tmp_path: Path, sample: str):
    with open_services(DataFolder(tmp_path), now=lambda: NOON) as services:
        (shipped,) = (one for one in services.samples if one.name == sample)
        export = services.lay_out_sample(shipped)

        new = [queue_file(services, export) for _ in range(3)]
        tally = services.send()
        after = queue_file(services, export)

        sent = services.archive.count(Question(status=Status.SENT))
        assert new == [tally.total, 0, 0]
        assert (after, sent) == (0, tally.total)
        assert sent > 0
