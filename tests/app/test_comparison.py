"""Two versions of the templates are compared on bookings; the gravest changes come first."""

import shutil
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from app.channels import channels_label
from app.comparison import Comparer, Version
from app.comparison_report import (
    group_name,
    measures,
    report,
    signals_in_words,
    step_in_words,
    summary,
)
from app.differences import Comparison, Difference, Gathered, Outcome, Signal
from app.documents import Table, Terms
from app.draft import Channel, Draft
from app.word_diff import Step
from tests.fakes import NOON
from tests.rendered_letters import DOCUMENTS, PAGES, templates_in
from tests.shipped_letters import PATIENT, ROOT, full_draft

BOTH = tuple(Channel)
BODY = "letter_types/rontgen/body.md.j2"
SENTENCE = "Ta med dig ett glatt humör."


@pytest.fixture
def makers() -> Iterator[Executor]:
    with ThreadPoolExecutor(2) as pool:
        yield pool


@pytest.fixture
def draft_folder(tmp_path: Path) -> Path:
    """A copy of the shipped templates, to be changed."""
    return Path(shutil.copytree(ROOT / "templates", tmp_path / "utkast"))


def version(folder: Path, *, channels: tuple[Channel, ...] = BOTH) -> Version:
    return Version(folder.name, templates_in(folder).press(), lambda _: channels)


def comparer(before: Version, after: Version) -> Comparer:
    return Comparer(before, after, PAGES, NOON.date())


def bookings(*names: str, letter_type: str = "rontgen") -> list[Draft]:
    people = (replace(PATIENT, given_name=name) for name in names)
    return [full_draft(letter_type, patient=one) for one in people]


def compared(folder: Path, makers: Executor, *drafts: Draft) -> Comparison:
    """The shipped templates before, those of a folder after."""
    of_two = comparer(version(ROOT / "templates"), version(folder))
    return of_two.compare(drafts or bookings("Ada", "Eva"), makers=makers)


def change(folder: Path, old: str, new: str, *, file: str = BODY) -> None:
    source = (folder / file).read_text("utf-8")
    assert old in source
    (folder / file).write_text(source.replace(old, new, 1), "utf-8")


def add(folder: Path, text: str, *, file: str = BODY) -> None:
    source = (folder / file).read_text("utf-8")
    (folder / file).write_text(f"{source.rstrip()}\n\n{text}\n", "utf-8")


def test_the_same_templates_change_nothing(draft_folder: Path, makers: Executor):
    found = compared(draft_folder, makers)

    assert (found.groups, found.unchanged, found.compared) == ((), 2, 2)
    assert summary(found) == "Mallen ger samma text för alla 2."


def test_letters_whose_change_is_the_same_fall_into_one_group(draft_folder: Path, makers: Executor):
    add(draft_folder, SENTENCE)

    (group,) = compared(draft_folder, makers, *bookings("Ada", "Eva", "Agnes")).groups

    assert group.size == 3
    assert [steps for _, steps in group.edits] == [(Step("", SENTENCE),)] * 2
    assert group_name(group) == "3 bokningar har samma ändring"


def test_a_booking_s_own_values_do_not_make_a_group_of_its_own(
    draft_folder: Path, makers: Executor
):
    add(draft_folder, "{{ given_name }} är välkommen.")

    (group,) = compared(draft_folder, makers).groups

    assert group.size == 2
    assert "Ada" not in repr(group.edits)


def test_values_of_a_booking_are_called_what_a_reader_calls_them(
    draft_folder: Path, makers: Executor
):
    facts = "given_name name date time unit_name unit_phone unit_phone_hours cancel_notice"
    add(draft_folder, " ".join(f"{{{{ {name} }}}} och" for name in facts.split()))

    groups = compared(draft_folder, makers).groups

    told = " ".join(step.after for group in groups for _, steps in group.edits for step in steps)
    assert "‹patientens förnamn›" in told
    assert "‹telefontider›" in told
    assert "_" not in told


def difference(*, before: Outcome, after: Outcome) -> Difference:
    """Of one word that has become another."""
    return Difference(before, after, ((Channel.LETTER, (Step("Kom ", "Gå "),)),))


def test_a_signal_of_some_letters_of_a_group_is_told_with_how_many():
    draft = full_draft("rontgen")
    easier = difference(before=Outcome(lix=31), after=Outcome(lix=30))
    as_easy = difference(before=Outcome(lix=30), after=Outcome(lix=30))
    found = Gathered(3)

    found.add([(draft, as_easy), (draft, easier), (draft, as_easy)])
    comparison = found.so_far()
    (group,) = comparison.groups

    assert signals_in_words(group) == ("Ändrad läsbarhet i 1 av 3 brev",)
    assert comparison.number_of(Signal.LIX) == 1
    assert comparison.number_of(Signal.PAGES) == 0


def test_the_same_error_is_one_group_however_many_pages_a_letter_had():
    draft = full_draft("rontgen")
    broken = Outcome("Uppgiften saknas.")
    found = Gathered(2)

    found.add((draft, difference(before=Outcome(pages=pages), after=broken)) for pages in (1, 2))

    assert [group.size for group in found.so_far().groups] == [2]


def test_letters_of_another_letter_type_are_left_unchanged(draft_folder: Path, makers: Executor):
    add(draft_folder, SENTENCE)

    found = compared(
        draft_folder, makers, *bookings("Ada"), *bookings("Eva", letter_type="ultraljud")
    )

    assert (found.changed, found.unchanged) == (1, 1)


def test_a_letter_that_can_no_longer_be_made_stands_first(draft_folder: Path, makers: Executor):
    add(draft_folder, SENTENCE, file="letter_types/ultraljud/body.md.j2")
    add(draft_folder, "{{ finns_inte }}")

    found = compared(
        draft_folder, makers, *bookings("Ada", "Eva", letter_type="ultraljud"), *bookings("Karl")
    )

    assert found.groups[0].signals == (Signal.NEW_ERROR,)
    assert found.of(Signal.NEW_ERROR) == found.groups[:1]
    assert signals_in_words(found.groups[0])[0].startswith("Nytt fel: ")
    assert group_name(found.groups[0]) == "1 bokning har ett fel"


def test_a_mended_error_is_told(draft_folder: Path, makers: Executor):
    add(draft_folder, "{{ finns_inte }}")
    broken, whole = version(draft_folder), version(ROOT / "templates")

    (group,) = comparer(broken, whole).compare(bookings("Ada"), makers=makers).groups

    assert group.signals == (Signal.MENDED,)
    assert signals_in_words(group)[0].startswith("Fel som försvinner: ")


def test_what_neither_version_can_make_is_counted_and_not_shown(
    draft_folder: Path, makers: Executor
):
    unplaced = full_draft("rontgen")
    visit = replace(unplaced.booking.visit, starts_at=None)
    unmade = replace(unplaced, booking=replace(unplaced.booking, visit=visit))

    found = compared(draft_folder, makers, unmade, *bookings("Ada"))

    assert (found.groups, found.unmade, found.unchanged) == ((), 1, 1)
    assert summary(found).endswith("1 går inte att göra i någon av dem.")


def test_another_number_of_pages_is_told(draft_folder: Path, makers: Executor):
    add(draft_folder, "\n\n".join([SENTENCE * 3] * 30))

    (group,) = compared(draft_folder, makers).groups

    assert group.signals[:2] == (Signal.PAGES, Signal.LONGER)
    assert "Annat sidantal: 2 → 4" in signals_in_words(group)


def test_other_channels_are_told_though_the_text_is_the_same(draft_folder: Path, makers: Executor):
    before = version(ROOT / "templates")
    after = version(draft_folder, channels=(Channel.LETTER,))

    (group,) = comparer(before, after).compare(bookings("Ada"), makers=makers).groups

    both = channels_label(BOTH)
    assert signals_in_words(group)[0] == f"Andra kanaler: {both} → Brev"


def test_a_fact_that_a_channel_no_longer_tells_is_told(draft_folder: Path, makers: Executor):
    change(draft_folder, "Plats\n: {{ place }}\n", "", file="blocks/din_tid.md.j2")

    found = compared(draft_folder, makers, full_draft("rontgen"))

    (facts,) = found.of(Signal.FACTS)
    assert "plats står inte längre i Brev" in "".join(signals_in_words(facts))


def test_another_look_of_the_page_is_told_though_no_word_has_changed(
    draft_folder: Path, makers: Executor
):
    source = (draft_folder / "paper" / "letter.typ").read_text("utf-8")
    (draft_folder / "paper" / "letter.typ").write_text(f"{source}\n#v(30mm)\n#line()\n", "utf-8")

    (group,) = compared(draft_folder, makers).groups

    assert Signal.BESIDE_THE_TEXT in group.signals
    assert group_name(group) == "2 bokningar har samma ändring utanför texten"


def test_a_layout_that_draws_the_same_page_changes_nothing(draft_folder: Path, makers: Executor):
    add(draft_folder, "// En kommentar.", file="paper/letter.typ")

    assert compared(draft_folder, makers).unchanged == 2


def test_what_is_found_so_far_is_reported_as_it_is_found(draft_folder: Path, makers: Executor):
    told: list[Comparison] = []
    of_two = comparer(version(ROOT / "templates"), version(draft_folder))

    of_two.compare(bookings(*["Ada"] * 25), makers=makers, progress=told.append)

    assert [(one.compared, one.total) for one in told] == [(10, 25), (20, 25), (25, 25)]


def test_what_is_cancelled_tells_what_it_has_found(draft_folder: Path, makers: Executor):
    of_two = comparer(version(ROOT / "templates"), version(draft_folder))
    told: list[Comparison] = []

    found = of_two.compare(
        bookings(*["Ada"] * 25), makers=makers, progress=told.append, cancelled=lambda: bool(told)
    )

    assert (found.compared, found.total) == (10, 25)


def test_a_letter_is_shown_whole_in_both_versions(draft_folder: Path):
    add(draft_folder, SENTENCE)
    of_two = comparer(version(ROOT / "templates"), version(draft_folder))

    before, after = of_two.outcomes(bookings("Ada")[0])

    assert before.page.startswith(b"%PDF")
    assert SENTENCE not in before.texts[Channel.LETTER]
    assert SENTENCE in after.texts[Channel.LETTER]
    words = len(after.texts[Channel.LETTER].split())
    assert measures(after, Channel.LETTER) == f"LIX {after.lix} · 2 sidor · {words} ord"
    assert measures(after, Channel.INBOX_1177).endswith(" ord")


def test_why_there_is_no_letter_is_told_in_its_place(draft_folder: Path):
    add(draft_folder, "{{ finns_inte }}")
    of_two = comparer(version(ROOT / "templates"), version(draft_folder))

    _, after = of_two.outcomes(bookings("Ada")[0])

    assert "finns_inte" in measures(after, Channel.LETTER)


def test_the_report_tells_every_group_and_names_nobody(draft_folder: Path, makers: Executor):
    add(draft_folder, SENTENCE)
    found = compared(draft_folder, makers)

    document = report(found, before="Gällande", after="Utkast", bookings="2", written_at=NOON)

    tables = [part for part in document.parts if isinstance(part, Table)]
    assert tables[0].lines[0] == ("1177", "–", SENTENCE)
    assert isinstance(document.parts[0], Terms)
    assert "Anna" not in repr(document)
    assert DOCUMENTS.pdf(document).startswith(b"%PDF")


def test_a_page_that_neither_version_can_make_is_counted(draft_folder: Path, makers: Executor):
    add(draft_folder, SENTENCE)

    found = compared(draft_folder, makers, *bookings("Ada \N{CUNEIFORM SIGN A}"))

    assert (found.groups, found.unmade) == ((), 1)


def test_a_channel_that_the_letter_type_lacks_is_told(draft_folder: Path):
    file = draft_folder / "letter_types" / "rontgen" / "letter.toml"
    file.write_text('channels = ["brev"]\n' + file.read_text("utf-8"), "utf-8")
    of_two = comparer(version(ROOT / "templates"), version(draft_folder))

    _, after = of_two.outcomes(bookings("Ada")[0])

    assert measures(after, Channel.INBOX_1177) == "Brevtypen finns inte i den kanalen."


@pytest.mark.parametrize(
    ("step", "told"),
    [
        (Step("", "nu "), "Infogat: nu"),
        (Step("då ", ""), "Borttaget: då"),
        (Step("då ", "nu "), "Ändrat från: då till: nu"),
    ],
)
def test_a_screen_reader_is_told_what_has_changed(step: Step, told: str):
    assert step_in_words(step) == told


def test_several_changes_of_one_letter_are_counted(draft_folder: Path, makers: Executor):
    change(draft_folder, "Du är välkommen", "Kom")
    add(draft_folder, SENTENCE)

    (one,) = compared(draft_folder, makers, *bookings("Ada")).groups
    (many,) = compared(draft_folder, makers).groups

    assert group_name(one) == "1 bokning har 2 ändringar"
    assert group_name(many) == "2 bokningar har samma 2 ändringar"
