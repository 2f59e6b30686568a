"""The file by which anybody tells the test inbox how to behave."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.adapters.test_inbox import ConductFile
from app.conduct import MIXED, Conduct, Fault, Readers
from app.errors import NotSaved

HOURLY = Conduct(MIXED, share=20, left=7, latency_ms=9, readers=Readers.NOBODY, seed=4)


def test_what_one_tells_another_hears(tmp_path: Path):
    ConductFile(tmp_path).keep(HOURLY)

    assert ConductFile(tmp_path).conduct() == HOURLY


def test_an_inbox_may_be_told_before_it_has_ever_run(tmp_path: Path):
    told = ConductFile(tmp_path / "ny" / "inkorg")

    told.keep(HOURLY)

    assert told.conduct() == HOURLY


@pytest.mark.parametrize(
    "spoilt",
    ["", "{", "[]", "{}", '{"faults": ["nytt"]}', '{"faults": [], "readers": "read", "x": 1}'],
)
def test_an_inbox_with_a_spoilt_file_behaves(tmp_path: Path, spoilt: str):
    (tmp_path / "conduct.json").write_text(spoilt)

    assert ConductFile(tmp_path).conduct() == Conduct()


def test_what_cannot_be_saved_is_told(tmp_path: Path):
    (tmp_path / "inkorg").touch()

    with pytest.raises(NotSaved, match="uppförande gick inte att spara"):
        ConductFile(tmp_path / "inkorg").keep(HOURLY)


def test_calls_at_once_meet_no_more_faults_than_are_left(tmp_path: Path):
    told = ConductFile(tmp_path)
    told.keep(Conduct((Fault.EMPTY,), left=5))

    def meet(number: int) -> Fault | None:
        return told.next_fault(str(number), among={Fault.EMPTY})

    with ThreadPoolExecutor(8) as callers:
        met = list(callers.map(meet, range(40)))

    assert met.count(Fault.EMPTY) == 5
    assert told.conduct().left == 0


def test_a_fault_of_somebody_elses_is_not_counted(tmp_path: Path):
    told = ConductFile(tmp_path)
    told.keep(Conduct((Fault.EMPTY,), left=5))

    assert told.next_fault("1", among={Fault.REFUSED}) is None
    assert told.conduct().left == 5
