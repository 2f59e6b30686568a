"""What the bar tells of the rows that wait for a decision: how many there are of each kind."""

import re

import pytest

from app.findings import Code
from app.rows import Counts, RowStatus
from ui.summing import kinds_told

BLOCKED, REVIEW = RowStatus.BLOCKED, RowStatus.REVIEW
_RARE = (Code.OVERFLOW, Code.FREETEXT)


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

    assert kinds_told(several, REVIEW) == "5 har samma patient två gånger (2 patienter)"
    assert kinds_told(single, REVIEW) == "2 har samma patient två gånger (1 patient)"


def test_only_the_most_frequent_kinds_are_told_by_name():
    kinds = (Code.CHILD, Code.INTERPRETER, Code.ABROAD, Code.ODD_TIME, Code.MOVED, *_RARE)
    found = counts({(REVIEW, code): 9 - n for n, code in enumerate(kinds)})

    told = kinds_told(found, REVIEW)

    assert told == (
        "9 gäller barn, 8 har tolk bokad, 7 har utlandsadress, 6 har ovanlig tid, "
        "5 har ny tid sedan kallelsen, 7 av annat slag"
    )


# What the list has in the same row; of what varies in a label, an instance.
_LABELS = {
    Code.PROTECTED: "Skyddade personuppgifter",
    Code.DECEASED: "Avliden enligt folkbokföringen",
    Code.PAST_DATE: "Besöket har redan varit",
    Code.MISSING_FIELD: "Går inte att tolka",
    Code.NO_ADDRESS: "Adress saknas",
    Code.BAD_ADDRESS: "Adressen får inte plats i fönstret",
    Code.RISK_ZONE: "Text syns i kuvertfönstret",
    Code.PREVIEW_FAILED: "Kallelsen kunde inte skapas",
    Code.PARITY: "1177 och brev säger olika",
    Code.ALREADY_SENT: "Redan kallad 23 nov 12.00",
    Code.MOVED: "Ny tid sedan kallelsen",
    Code.CANCELLED: "Avbokad efter kallelsen",
    Code.DUPLICATE: "Samma patient två gånger",
    Code.TOO_CLOSE: "Kort tid till besöket (om 2 dagar)",
    Code.FAR_AHEAD: "Långt fram i tiden",
    Code.ODD_TIME: "Ovanlig tid",
    Code.INTERPRETED: "Tolkad uppgift",
    Code.INTERPRETER: "Tolk bokad: arabiska",
    Code.MINOR_13_18: "Patienten är 13–17 år",
    Code.CHILD: "Barn under 13 år",
    Code.ABROAD: "Utlandsadress",
    Code.OVERFLOW: "Brevet blev 2 sidor",
    Code.FREETEXT: "Fritexten kan innehålla känsliga uppgifter",
}


def stems(text: str) -> set[str]:
    """The beginnings of its longer words, by which an ending makes no difference."""
    return {word[:5] for word in re.findall(r"\w{4,}", text.casefold())}


@pytest.mark.parametrize(("code", "label"), _LABELS.items())
def test_a_kind_is_told_in_the_words_that_its_rows_have_in_the_list(code, label):
    told = kinds_told(counts({(REVIEW, code): 1}, doubled=1), REVIEW)

    assert stems(told) & stems(label)


def test_every_finding_that_a_person_decides_has_words():
    told = {Code.NO_1177, Code.NO_NOTIFY, Code.TEMP_ID, Code.ONLY_SWEDISH, Code.OFFLINE_1177}

    for code in set(Code) - told:
        assert kinds_told(counts({(REVIEW, code): 1}, doubled=1), REVIEW).startswith("1 ")
