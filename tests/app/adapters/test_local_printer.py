"""The clinic's own printer: one job a letter, and a letter is sent when the stack is counted."""

import pytest

from app.adapters.local_printer import LocalPrinter
from app.adapters.pdf_pages import PdfPages
from app.dispatch import Carrier, Dispatch, Status
from app.draft import Channel
from app.errors import AwaitsCount, OutcomeUnknown, Rejected, Unreachable
from app.print_profile import Sides
from app.tally import BREAKER
from tests.drop_folder import letter, reference_of
from tests.fakes import ONLY_LETTER, make_outbox, make_previews, queue_letters
from tests.marked_pdf import marked_pdf
from tests.paper_tray import PaperTray
from tests.rendered_letters import rendered
from tests.sample_letters import PROFILE


@pytest.fixture
def tray() -> PaperTray:
    return PaperTray()


def local_printer(tray: PaperTray) -> LocalPrinter:
    return LocalPrinter(tray, profile=PROFILE, pages=PdfPages(PROFILE))


def test_it_is_the_carrier_of_paper(tray: PaperTray):
    carrier: Carrier = local_printer(tray)

    assert carrier.channel is Channel.LETTER


def test_a_letter_is_one_job_of_its_own_pages(tray: PaperTray):
    sent = letter(pages=3)

    with pytest.raises(AwaitsCount, match="bunten är inte räknad") as printed:
        local_printer(tray).deliver(sent)

    ((job, pages),) = tray.jobs
    expected = PdfPages(PROFILE)
    assert [bytes(page.pixels) for page in pages] == [
        bytes(expected.render(sent.content, index, dpi=72).pixels) for index in range(3)
    ]
    assert (job.sides, printed.value.sheets) == (Sides.BOTH, 2)


def test_what_the_print_queue_has_taken_is_told_once(tray: PaperTray):
    told: list[Dispatch] = []
    sent = letter()
    carrier = LocalPrinter(tray, profile=PROFILE, pages=PdfPages(PROFILE), printed=told.append)

    with pytest.raises(AwaitsCount):
        carrier.deliver(sent)

    assert told == [sent.dispatch]


def test_the_job_is_named_by_the_letters_id_alone(tray: PaperTray):
    sent = letter()

    with pytest.raises(AwaitsCount):
        local_printer(tray).deliver(sent)

    assert tray.jobs[0][0].name == str(sent.dispatch.id)


def test_pages_that_are_not_one_letters_are_never_printed(tray: PaperTray):
    with pytest.raises(Rejected, match="sidor hör inte ihop"):
        local_printer(tray).deliver(letter(1, content=marked_pdf(reference_of(2))))

    assert tray.jobs == []


@pytest.mark.parametrize("fault", [Unreachable("Av."), OutcomeUnknown("Avbruten.")])
def test_what_the_printer_says_of_its_faults_stands(tray: PaperTray, fault):
    tray.fault = fault

    with pytest.raises(type(fault)) as said:
        local_printer(tray).deliver(letter())

    assert said.value is fault


def test_after_a_crash_nobody_knows_whether_it_came_out(tray: PaperTray):
    with pytest.raises(OutcomeUnknown, match="om brevet skrevs ut"):
        local_printer(tray).find(letter().dispatch)


def test_a_round_is_printed_to_its_end_and_awaits_its_count(store, tray: PaperTray):
    previews = [rendered(one.letter.draft, route=ONLY_LETTER) for one in make_previews(BREAKER + 2)]
    queued = queue_letters(store, previews)

    tally = make_outbox(store, local_printer(tray)).send_queued()

    assert len(tray.jobs) == len(queued)
    assert tally.uncounted == {one.id: 1 for one in queued}
    assert tally.stopped == {}
    assert {store.get(one.id).status for one in queued} == {Status.UNKNOWN}
    assert {store.get(one.id).explanation.partition(".")[0] for one in queued} == {
        "Utskriven – bunten är inte räknad"
    }
