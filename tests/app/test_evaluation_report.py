"""The report says what the figures rest on, draws every plot with its numbers, and names nobody."""

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
    ("value", "told"), [(0, "0"), (74.27, "74,3"), (12345.6, "12\u00a0345,6"), (100.0, "100")]
)
def test_numbers_are_written_as_swedish_writes_them(value: float, told: str):
    assert number(value) == told


def test_a_share_tells_its_n_its_interval_and_when_that_is_too_few():
    assert value_in_words(share(30, 40)) == "75 %"
    assert rests_on(share(30, 40)) == "n = 40 kallelser, 59,8–85,8 %"
    assert rests_on(share(3, 4)).endswith("För få för att jämföra.")
    assert rests_on(share(1, 1)).startswith("n = 1 kallelse, ")


def test_what_cannot_be_told_is_a_dash():
    assert value_in_words(share(0, 0)) == "–"


def test_a_change_that_chance_can_explain_says_so():
    assert "slumpen" in change_in_words(share(30, 40), share(28, 40))
    assert change_in_words(share(390, 400), share(200, 400)) == "+47,5 procentenheter mot 50 %"


def test_nothing_is_compared_with_what_is_not_known():
    assert change_in_words(share(30, 40), share(0, 0)) == ""


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

    written = figures_table(now, compared=None).decode("utf-8-sig")
    document = str(report(now, compared=None, about="", labels={}, written_at=NOON))

    for text in (written, document):
        assert not any(name in text for name in ("Åberg", "Öberg", "Karin", "prov", "1980"))


def test_the_table_has_a_line_for_each_figure(store: SqliteStore):
    now = evaluated(store)

    lines = figures_table(now, compared=now).decode("utf-8-sig").splitlines()

    assert len(lines) == len(now.figures) + 1
    assert lines[0].startswith('"Mått";"Värde";"Enhet";"n"')


def test_attendance_and_returns_are_of_the_unit_s_own_sums(store: SqliteStore):
    sent(store, 3)
    now = evaluated(store)

    assert now.figure(FigureName.ATTENDED).value == 85
    assert now.figure(FigureName.MISSED).value == 10
    assert now.figure(FigureName.RETURNED).value == pytest.approx(100 / 3)


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
