"""The report says what the figures rest on, draws every plot with its numbers, and names nobody."""

import re
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pikepdf
import pytest

from app.adapters.documents_pdf import TypstDocuments
from app.adapters.pdf_pages import PdfPages
from app.adapters.store import SqliteStore
from app.dispatch import Status
from app.draft import Channel
from app.evaluation import Evaluation, Selection, evaluate
from app.evaluation_report import (
    bars,
    change_in_words,
    figures_table,
    number,
    report,
    rests_on,
    value_in_words,
)
from app.figures import Counted, Figure, FigureName, Measure, Share
from app.findings import Code
from app.outcomes import Outcome
from app.region import Prices
from tests.fakes import BOTH, NOON, bring_to, make_previews, queue_letters
from tests.sample_letters import FONTS, PROFILE

TODAY = NOON.date()
MONTH = Selection(TODAY - timedelta(days=29), TODAY)


def evaluated(store: SqliteStore, selection: Selection = MONTH) -> Evaluation:
    return evaluate(
        selection,
        store,
        sheets_of={},
        prices=Prices(sheet=1.5, postage=10),
        outcomes=(Outcome(TODAY, TODAY, 40, 4, 2, 1),),
    )


def share(part: int, whole: int) -> Figure:
    return Share(part, whole).figure(
        FigureName.BY_1177, of=Counted("1 kallelse", "kallelser"), how=""
    )


def sent(store: SqliteStore, count: int) -> None:
    for dispatch in queue_letters(store, make_previews(count, route=BOTH)):
        bring_to(store, dispatch, Status.SENT)


@pytest.mark.parametrize(
    ("value", "measure", "told"),
    [
        (0, Measure.LETTERS, "0"),
        (1234567, Measure.SHEETS, "1\u00a0234\u00a0567"),
        (12345.6, Measure.KRONOR, "12\u00a0346"),
        (74.27, Measure.PERCENT, "74,3"),
        (100, Measure.PERCENT, "100,0"),
        (0, Measure.MINUTES, "0,0"),
    ],
)
def test_numbers_of_a_measure_have_the_same_decimals_written_as_swedish_writes_them(
    value: float, measure: Measure, told: str
):
    assert number(value, measure) == told


def test_a_share_tells_its_n_its_interval_and_when_that_is_too_few():
    assert value_in_words(share(30, 40)) == "75,0\u00a0%"
    assert rests_on(share(30, 40)) == "n = 40 kallelser, 59,8–85,8\u00a0%"
    assert rests_on(share(3, 4)).endswith("För få för att jämföra.")
    assert rests_on(share(1, 1)).startswith("n = 1 kallelse, ")


def test_what_cannot_be_told_is_a_dash():
    assert value_in_words(share(0, 0)) == "–"


def test_a_change_that_chance_can_explain_says_so():
    assert "slumpen" in change_in_words(share(30, 40), share(28, 40))
    told = change_in_words(share(390, 400), share(200, 400))
    assert told == "+47,5 procentenheter mot 50,0\u00a0%"


def test_intervals_that_meet_are_not_taken_for_chance_where_their_difference_is_none():
    before, now = share(170, 300), share(200, 300)

    assert before.interval is not None
    assert now.interval is not None
    assert before.interval[1] > now.interval[0]
    assert change_in_words(now, before) == "+10,0 procentenheter mot 56,7\u00a0%"


@pytest.mark.parametrize(
    ("one", "other", "by_chance"),
    # From Newcombe 1998, Statistics in Medicine 17:873-890, table II, method 10: the differences
    # lie between 5.24 and 33.39, 17.05 and 80.90, 5.82 and 80.62, and -3.81 and 19.26 percent.
    [
        ((56, 70), (48, 80), False),
        ((9, 10), (3, 10), False),
        ((6, 7), (2, 7), False),
        ((5, 56), (0, 29), True),
    ],
)
def test_chance_is_judged_by_the_interval_of_the_difference(
    one: tuple[int, int], other: tuple[int, int], *, by_chance: bool
):
    assert share(*one).may_be_by_chance(share(*other)) is by_chance


def test_too_few_are_not_compared_and_what_was_is_told_with_what_it_rests_on():
    of_many, of_few = share(400, 500), share(5, 10)

    assert change_in_words(of_many, of_few) == (
        "Före: 50,0\u00a0% (n = 10 kallelser, 23,7–76,3\u00a0%. För få för att jämföra.)"
    )
    assert change_in_words(of_few, of_many) == (
        "Före: 80,0\u00a0% (n = 500 kallelser, 76,3–83,3\u00a0%)"
    )


def test_what_has_moved_by_less_than_is_written_has_not_moved():
    assert change_in_words(share(5000, 10000), share(5001, 10001)).startswith("±0,0 ")


def test_nothing_is_compared_with_what_is_not_known_or_was_none():
    none = share(0, 0)

    assert change_in_words(share(30, 40), none) == ""
    assert change_in_words(share(30, 40), none._replace(value=0)) == ""


@pytest.mark.parametrize(
    ("days", "first", "number_of_bars"),
    [(7, "17/11", 7), (90, "v. 35 2026", 14), (365, "2025-11", 13)],
)
def test_bars_are_days_weeks_or_months_as_can_be_seen(
    store: SqliteStore, days: int, first: str, number_of_bars: int
):
    sent(store, 3)

    drawn = bars(
        evaluated(store, Selection(TODAY - timedelta(days=days - 1), TODAY)), Channel.LETTER
    )

    assert drawn[0][0] == first
    assert len(drawn) == number_of_bars
    assert drawn[-1][1] == 3


def test_the_report_is_an_accessible_pdf_with_every_figure_and_every_bar(store: SqliteStore):
    sent(store, 3)
    now = evaluated(store)
    document = report(
        now,
        compared=evaluated(store, MONTH.just_before()),
        about="Alla mottagningar.",
        labels=dict.fromkeys(Code, "saknar adress"),
        written_at=NOON,
    )

    pdf = TypstDocuments(FONTS.parent / "documents", fonts=FONTS).pdf(document)
    text = " ".join("\n".join(PdfPages(PROFILE).read(pdf).pages).split())

    assert all(figure.name in text for figure in now.figures)
    assert all(f"{name} {sent}" in text for name, sent in bars(now, Channel.INBOX_1177))
    assert BOTH.reason in text
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert opened.Root.MarkInfo.Marked
        assert str(opened.Root.Lang) == "sv-SE"


def test_neither_report_nor_table_names_a_patient_or_who_sent(store: SqliteStore):
    sent(store, 3)
    now = evaluated(store)

    written = figures_table(now, compared=None, about="Allt.").decode("utf-8-sig")
    document = str(report(now, compared=None, about="", labels={}, written_at=NOON))

    for text in (written, document):
        assert not any(name in text for name in ("Åberg", "Öberg", "Karin", "prov", "1980"))


def test_the_table_has_a_line_for_each_figure(store: SqliteStore):
    now = evaluated(store)

    lines = figures_table(now, compared=now, about="Allt.").decode("utf-8-sig").splitlines()

    assert len(lines) == len(now.figures) + 1
    assert lines[0].startswith('"Mått";"Värde";"Enhet";"n"')


def test_every_line_of_the_table_says_of_which_days_and_of_what_it_is(store: SqliteStore):
    now, before = evaluated(store), evaluated(store, MONTH.just_before())

    _, *lines = figures_table(now, compared=before, about="Alla.").decode("utf-8-sig").splitlines()

    told = (
        f'"{MONTH.first}–{MONTH.last}";"{before.selection.first}–{before.selection.last}";"Alla."'
    )
    assert all(told in line for line in lines)


def test_the_table_tells_large_numbers_to_the_last_figure(store: SqliteStore):
    now = evaluated(store)
    first, *rest = now.figures
    large = replace(now, figures=(first._replace(value=1234567), *rest))

    line = figures_table(large, compared=None, about="Allt.").decode("utf-8-sig").splitlines()[1]

    assert line.startswith('"Skickade kallelser";"1234567";')


def test_the_table_tells_every_share_with_two_decimals(store: SqliteStore):
    sent(store, 3)

    table = figures_table(evaluated(store), compared=None, about="Allt.")

    lines = table.decode("utf-8-sig").splitlines()
    told = [line.split('";"')[1] for line in lines if '";"procent";"' in line]
    assert told
    assert all(re.fullmatch(r"(\d+,\d\d)?", value) for value in told)


def test_attendance_and_returns_are_of_the_unit_s_own_sums(store: SqliteStore):
    sent(store, 3)
    now = evaluated(store)

    assert now.figure(FigureName.ATTENDED).value == 85
    assert now.figure(FigureName.MISSED).value == 10
    assert now.figure(FigureName.RETURNED).value == pytest.approx(100 / 3)


def test_sums_of_all_are_not_told_of_one_unit_or_one_letter_type(store: SqliteStore):
    sent(store, 3)

    for selection in (replace(MONTH, unit="SE-EXEMPEL-0001"), replace(MONTH, letter_type="x")):
        now = evaluated(store, selection)
        names = (FigureName.ATTENDED, FigureName.MISSED, FigureName.RETURNED)
        assert [now.figure(name).value for name in names] == [None, None, None]


def test_returns_are_set_against_the_letters_of_their_own_period(store: SqliteStore):
    sent(store, 3)
    yesterday = TODAY - timedelta(days=1)

    now = evaluate(
        MONTH,
        store,
        sheets_of={},
        prices=Prices(),
        outcomes=(Outcome(yesterday, yesterday, 40, 4, 2, 1),),
    )

    assert now.figure(FigureName.RETURNED).value is None


def test_what_nobody_has_counted_is_no_nought(store: SqliteStore):
    sent(store, 3)

    now = evaluate(
        MONTH,
        store,
        sheets_of={},
        prices=Prices(),
        outcomes=(Outcome(TODAY, TODAY, 40, 4, None, None),),
    )

    assert now.figure(FigureName.MISSED).value == 10
    assert now.figure(FigureName.ATTENDED).value is None
    assert now.figure(FigureName.RETURNED).value is None


def test_sums_of_another_period_are_left_out(store: SqliteStore):
    past = Selection(date(2020, 1, 1), date(2020, 12, 31))

    assert evaluated(store, past).figure(FigureName.ATTENDED).value is None


def test_a_cost_is_only_told_where_prices_are_known(store: SqliteStore):
    unknown = evaluate(MONTH, store, sheets_of={}, prices=Prices())

    assert unknown.figure(FigureName.COST_SAVED).value is None
    assert evaluated(store).figure(FigureName.COST_SAVED) == Figure(
        FigureName.COST_SAVED,
        0,
        Measure.KRONOR,
        0,
        Counted("1 kallelse utan brev", "kallelser utan brev"),
        evaluated(store).figure(FigureName.COST_SAVED).how,
    )
