"""The English is complete: everything that can be said is translated, and all that is is said."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import translations
from tests.translations import (
    QM,
    ROOT,
    TS,
    calls_of_say,
    compile_ts,
    is_swedish,
    modules,
    sentences,
    translations_in,
    update,
)

# Swedish that stays Swedish, whatever the language of the window: by module, or by one of its
# texts, with the reason.
STAYS_SWEDISH = {
    ("app/provision.py", ""): "said in a terminal before the set-up, by any Python",
    ("app/first_run.py", ""): "said in a terminal before there is a Qt to translate it",
    ("app/languages.py", ""): "the words of letters",
    ("app/specimen.py", ""): "a made-up letter",
    ("app/extremes.py", ""): "made-up bookings",
    ("app/archive_export.py", ""): "goes to an archive, whatever language the window had",
    ("app/linter.py", "Ett påhittat meddelande."): "of a made-up letter",
    ("app/letters.py", "Till vårdnadshavare för"): "stands in a letter",
    ("app/support.py", ""): "goes to 1177's support, who are Swedish",
    ("app/bookings.py", "besök"): "kept so, and told by `translated` where it is shown",
    ("app/layouts.py", "dag först"): "as above",
    ("app/layouts.py", "månad först"): "as above",
    ("app/swedish_dates.py", ""): "as above",
    ("app/letter_types.py", "gällande"): "stands in letter.toml",
    ("app/person_id.py", "okänt nummer"): "never shown",
    ("app/adapters/test_inbox/", ""): "stands for what 1177 answers, and the inbox's own log",
    ("app/adapters/own_settings.py", "# Mottagningens val."): "a comment in a file",
    ("app/adapters/own_layouts.py", "En egen exportlayout:"): "a comment in a file",
    ("app/adapters/own_envelope.py", "Mottagningens eget kuvert"): "as above",
    ("app/adapters/store/rows.py", "åäöÅÄÖ"): "letters, to tell them from marks",
    ("app/adapters/booking_files/fhir_appointment.py", "ÅÅÅÅ"): "the length of a time",
    ("app/adapters/booking_files/hl7v2_patient.py", "ÅÅÅÅ"): "the length of a date",
    ("app/adapters/booking_files/hl7v2_visit.py", "MSH-9 och SCH-25"): "a header, kept with a row",
    ("app/adapters/booking_files/hl7v2_visit.py", "TQ1-7"): "as above",
    ("app/adapters/booking_files/moments.py", ""): "days of the week, as exports write them",
    ("app/adapters/booking_files/readings.py", " bokad"): "words of exports",
    ("app/adapters/booking_files/readings.py", "ombokad"): "as above",
    ("app/adapters/booking_files/readings.py", "avbokad"): "as above",
    ("app/adapters/booking_files/readings.py", "förmedlingsuppdr"): "as above",
    ("app/adapters/booking_files/readings.py", "språket anges inte"): "a value of the booking",
    ("app/adapters/store/counting.py", ""): "compares what history keeps",
    ("app/outcomes.py", "från"): "a header of the file that clinics fill in",
    ("app/proof_sheet.py", ""): "a made-up address",
    ("app/pseudonyms.py", ""): "made-up names and places",
    ("ui/message_sheet.py", ""): "the words of 1177's own page",
    ("ui/tour.py", "röntgen nor"): "a search for a Swedish letter type",
}
# Calls whose texts are translated, or are nothing that people read.
_PASSED = {"say", "re.compile", "ValueError"}


def test_every_sentence_has_its_translation():
    told = translations_in(TS)

    assert list(told) == sentences()
    assert [sentence for sentence, english in told.items() if not english] == []


def test_a_translation_has_the_places_of_its_sentence():
    told = translations_in(TS)

    assert [one for one, english in told.items() if _places(one) != _places(english)] == []


def test_no_translation_is_left_in_swedish():
    told = translations_in(TS)

    assert [english for one, english in told.items() if is_swedish(one) and one == english] == []


def test_the_compiled_translations_are_made_of_the_written_ones(tmp_path: Path):
    compile_ts(TS, tmp_path / "made.qm")

    assert (tmp_path / "made.qm").read_bytes() == QM.read_bytes()


@pytest.mark.parametrize("module", modules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_swedish_goes_untranslated(module: Path):
    assert [text for text in _unsaid(module) if not _stays_swedish(module, text)] == []


def test_every_exception_is_needed():
    found = [(_name(module), text) for module in modules() for text in _unsaid(module)]

    needed = {
        (name, text)
        for name, text in STAYS_SWEDISH
        if any(module.startswith(name) and said.startswith(text) for module, said in found)
    }
    assert needed == set(STAYS_SWEDISH)


def test_a_sentence_is_written_where_it_is_said_and_gets_its_places():
    for path, call in calls_of_say():
        sentence = ast.literal_eval(call.args[0])
        given = {keyword.arg for keyword in call.keywords}
        wanted = {re.split("[:!]", place)[0] for place in _places(sentence)}

        assert not given or given == wanted, f"{_name(path)}:{call.lineno}"


def test_a_new_sentence_is_unfinished_and_one_that_is_gone_is_taken_away(tmp_path: Path):
    ts = tmp_path / "kallelser_en.ts"
    update(ts, ["Klar", "Köad"])
    ts.write_text(
        ts.read_text("utf-8").replace(
            '<translation type="unfinished"></translation>', "<translation>Ready</translation>", 1
        ),
        "utf-8",
    )

    update(ts, ["Klar", "Skickad <b>"])

    assert translations_in(ts) == {"Klar": "Ready", "Skickad <b>": ""}


def test_what_data_files_say_is_collected():
    said = set(translations.said_in_data())

    assert "Patienten är inloggad på 1177 och får avisering." in said
    assert 'Lägg in "blocks/fragor.md.j2".' in said


def test_the_proof_sheets_template_leaves_its_words_to_the_program():
    template = (ROOT / "resources" / "proof_sheet.typ").read_text("utf-8")

    assert not is_swedish(template)


def _places(sentence: str) -> list[str]:
    return sorted(re.findall(r"{([^{}]*)}", sentence))


def _name(module: Path) -> str:
    return module.relative_to(ROOT).as_posix()


def _stays_swedish(module: Path, text: str) -> bool:
    return any(
        _name(module).startswith(name) and text.startswith(beginning)
        for name, beginning in STAYS_SWEDISH
    )


def _unsaid(module: Path) -> Iterator[str]:
    """Swedish texts of the code that nothing translates."""
    tree = ast.parse(module.read_text("utf-8"))
    passed = {id(node) for part in ast.walk(tree) if _is_passed(part) for node in ast.walk(part)}
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)) if id(node) not in passed and is_swedish(text):
                yield text


def _is_passed(part: ast.AST) -> bool:
    """Said already, a docstring, or no text for people."""
    match part:
        case ast.Call():
            return ast.unparse(part.func) in _PASSED
        case ast.Expr(value=ast.Constant()):
            return True
        case _:
            return False
