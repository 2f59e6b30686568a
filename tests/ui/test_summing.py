"""What the bar tells of the rows that wait for a decision: how many there are of each kind."""

from app.findings import Code
from app.rows import Counts, RowStatus
from ui.summing import kinds_told

BLOCKED, REVIEW = RowStatus.BLOCKED, RowStatus.REVIEW


def counts(problems: dict[tuple[RowStatus, Code], int], *, doubled: int = 0) -> Counts:
    return Counts(60, {}, {}, problems=problems, doubled_patients=doubled)


def test_the_kinds_of_a_status_are_told_with_the_most_frequent_first():
    found = counts(
        {(BLOCKED, Code.PAST_DATE): 2, (BLOCKED, Code.NO_ADDRESS): 3, (REVIEW, Code.CHILD): 9}
    )

    assert kinds_told(found, BLOCKED) == "3 saknar adress, 2 har redan varit"


def test_double_rows_are_told_with_how_many_patients_have_them():
    several = counts({(REVIEW, Code.DUPLICATE): 5}, doubled=2)
    single = counts({(REVIEW, Code.DUPLICATE): 2}, doubled=1)

    assert kinds_told(several, REVIEW) == "5 är dubbletter (2 patienter)"
    assert kinds_told(single, REVIEW) == "2 är dubbletter (1 patient)"


def test_only_the_most_frequent_kinds_are_told_by_name():
    kinds = (Code.CHILD, Code.INTERPRETER, Code.ABROAD, Code.MOVED, Code.ODD_TIME)
    found = counts({(REVIEW, code): 9 - n for n, code in enumerate(kinds)})

    told = kinds_told(found, REVIEW)

    assert told == "9 gäller barn, 8 har tolk, 7 går utomlands, 11 av annat slag"


def test_every_finding_that_a_person_decides_has_words():
    told = {Code.NO_1177, Code.NO_NOTIFY, Code.TEMP_ID, Code.ONLY_SWEDISH, Code.OFFLINE_1177}

    for code in set(Code) - told:
        assert kinds_told(counts({(REVIEW, code): 1}, doubled=1), REVIEW).startswith("1 ")
