import uuid
from dataclasses import replace
from pathlib import Path

import pytest

from app.canonical_json import canonical_json
from app.draft import Channel, Draft
from app.errors import LetterIncomplete, TemplateBroken
from app.letter_catalogue import LetterCatalogue
from app.letter_types import FIELD_NAMES, PARITY_FACTS
from app.letters import NAMESPACE, letter_facts, letter_id, missing_facts, write_letter
from app.specimen import UNIT
from tests.shipped_letters import CATALOGUE, RULES, TODAY, WRITER, full_draft, letter_of

LETTER_TOML = CATALOGUE.sources["letter_types/rontgen/letter.toml"]


def folder_of(path: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(text, encoding="utf-8")
    return path


def with_visit(draft, **changes):
    visit = replace(draft.booking.visit, **changes)
    return replace(draft, booking=replace(draft.booking, visit=visit))


def test_a_letter_names_each_unconfirmed_fact_that_it_tells_once():
    assert letter_of(full_draft("arbetsprov")).unconfirmed == (
        "avgift",
        "avgift vid uteblivet besök",
        "förberedelser",
        "avbokningstid",
    )


def test_a_letter_that_tells_no_unconfirmed_fact_names_none():
    assert letter_of(full_draft("remissbekraftelse")).unconfirmed == ()


def test_a_fact_that_a_source_vouches_for_is_not_named():
    facts = {
        name: fact.model_copy(update={"confirmed": True}) for name, fact in RULES.facts.items()
    }
    rules = RULES.model_copy(update={"facts": facts, "cancel_notice": {}})

    letter = letter_of(full_draft("arbetsprov"), rules=rules)

    assert letter.unconfirmed == ()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"starts_at": None}, "datum, tid"),
        ({"place": ""}, "plats"),
        ({"care_service": ""}, "undersökning"),
        ({"examination_code": "OKÄND"}, "mätningens längd"),
    ],
)
def test_a_booking_that_lacks_a_required_fact_makes_no_letter(changes, words):
    draft = with_visit(full_draft("langtids_ekg"), **changes)

    with pytest.raises(LetterIncomplete, match=f"Uppgift saknas: {words}"):
        letter_of(draft)


def test_missing_facts_are_named_in_swedish_and_unknown_ones_by_their_own_name():
    letter_type = CATALOGUE.get("rontgen").model_copy(update={"required": ("unit_phone", "x")})

    assert missing_facts(letter_type, {"unit_phone": ""}) == (FIELD_NAMES["unit_phone"], "x")


def test_every_parity_fact_is_a_fact_of_a_letter():
    draft = full_draft("rontgen")

    facts = letter_facts(draft, letter_type=CATALOGUE.get("rontgen"), rules=RULES, today=TODAY)

    assert set(PARITY_FACTS) <= set(facts)
    assert all(isinstance(value, str) for value in facts.values())


def test_a_letter_remembers_its_day_its_templates_and_its_reference():
    letter = letter_of(full_draft("rontgen"))

    assert letter.written_on == TODAY
    assert letter.template_version == CATALOGUE.version
    assert letter.reference == f"B-{letter.ids[Channel.LETTER].hex[:8].upper()}"
    assert letter.facts["written_on"] == "23 november 2026"


def without_id(draft: Draft) -> Draft:
    return replace(draft, booking=replace(draft.booking, booking_id=""))


@pytest.mark.parametrize("draft", [full_draft("rontgen"), without_id(full_draft("rontgen"))])
def test_the_same_letter_has_the_same_id_on_every_pc_of_the_clinic(draft):
    again = replace(draft, booking=replace(draft.booking, row_no=9))

    assert letter_id(draft, Channel.LETTER, key=b"k") == letter_id(again, Channel.LETTER, key=b"k")


def test_nobody_without_the_key_can_find_a_personal_number_by_trying_them_all():
    draft = without_id(full_draft("rontgen"))
    ids = {letter_id(draft, Channel.LETTER, key=key) for key in (b"", b"k", b"other")}
    plain = (UNIT.hsa_id, draft.booking.key, "rontgen", Channel.LETTER.value, "1")

    assert len(ids) == 3
    assert uuid.uuid5(NAMESPACE, "\x1f".join(plain)) not in ids


def test_the_id_of_a_booking_that_has_one_needs_no_key():
    draft = full_draft("rontgen")
    plain = (UNIT.hsa_id, draft.booking.key, "rontgen", Channel.LETTER.value, "1")

    made = letter_id(draft, Channel.LETTER, key=b"k")

    assert made == uuid.uuid5(NAMESPACE, "\x1f".join(plain))


def test_what_makes_it_another_letter_gives_another_id():
    draft = full_draft("rontgen")
    others = [
        draft,
        replace(draft, revision=2),
        replace(draft, letter_type="annan"),
        replace(draft, booking=replace(draft.booking, booking_id="B2")),
        full_draft("rontgen", unit=replace(UNIT, hsa_id="SE0000000000-0002")),
    ]

    ids = {letter_id(one, channel, key=b"k") for one in others for channel in Channel}

    assert len(ids) == len(others) * len(Channel)


def test_a_reference_is_short_enough_to_read_out():
    assert len(letter_of(full_draft("rontgen")).reference) == len("B-3F2A9C1D")


def test_equal_values_have_equal_bytes():
    assert canonical_json({"b": "å", "a": [1]}) == canonical_json({"a": [1], "b": "å"})
    assert canonical_json({"b": "å", "a": [1]}) == '{"a":[1],"b":"å"}'.encode()


def test_a_booking_without_a_letter_type_is_asked_for_one():
    with pytest.raises(LetterIncomplete, match="ingen brevtyp"):
        CATALOGUE.get("")


def test_a_changed_word_in_any_template_is_another_version(tmp_path):
    sources = dict(CATALOGUE.sources)
    sources["blocks/fragor.md.j2"] += "Ett ord till.\n"

    changed = LetterCatalogue(folder_of(tmp_path, sources))

    assert changed.version != CATALOGUE.version


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        pytest.param({"letter_types/a/letter.toml": "id ="}, "går inte att använda", id="TOML"),
        pytest.param({"letter_types/a/letter.toml": "id = 'a'"}, "går inte", id="fields"),
        pytest.param({"letter_types/rontgen/letter.toml": LETTER_TOML}, "saknar filen", id="body"),
    ],
)
def test_a_letter_type_that_cannot_be_used_is_explained(tmp_path, files, sentence):
    folder = folder_of(tmp_path, files)

    with pytest.raises(TemplateBroken, match=sentence):
        LetterCatalogue(folder)


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('name = "', "name = ", "följer inte reglerna för TOML"),
        ("pages = 2", 'pages = "två"', "pages har ett värde som inte går att använda"),
        ("pages = 2", 'channels = ["1177"]\npages = 2', "channels saknar brev"),
        ('variants = ["standard", ', "variants = [", "variants saknar standard"),
        ("pages = 2", "sidor = 2", "sidor är ingen uppgift som en brevtyp har"),
        ('status = "utkast"', 'status = "Utkast"', "status har ett värde"),
        ('subject = "', 'subject = "<b>Nu</b> ', "subject har ett värde"),
        ('document_name = "Kallelse"', 'document_name = ""', "document_name har ett värde"),
        ('id = "rontgen"', 'id = "ultraljud"', "id är ultraljud, men mappen heter rontgen"),
        ("pages = 2", 'inserts = ["borta"]\npages = 2', "filen inserts/borta/body.md.j2 saknas"),
        ("pages = 2", "pages = ", "följer inte reglerna för TOML"),
    ],
)
def test_a_slip_in_letter_toml_is_told_with_its_line(tmp_path, old, new, what):
    file = "letter_types/rontgen/letter.toml"
    before, _, _ = LETTER_TOML.partition(old)
    body = file.replace("letter.toml", "body.md.j2")
    folder = folder_of(tmp_path, {file: LETTER_TOML.replace(old, new, 1), body: "Hej!"})

    with pytest.raises(TemplateBroken, match=what) as caught:
        LetterCatalogue(folder)

    assert caught.value.file == file
    assert caught.value.line == before.count("\n") + 1
    assert f"{file}, rad {caught.value.line} " in caught.value.what


def test_a_field_that_letter_toml_lacks_is_named(tmp_path):
    files = {"letter_types/rontgen/letter.toml": LETTER_TOML.replace("pages = 2", "")}

    with pytest.raises(TemplateBroken, match="pages saknas") as caught:
        LetterCatalogue(folder_of(tmp_path, files))

    assert caught.value.line == 0


def test_a_copied_folder_never_takes_the_place_of_another_letter_type(tmp_path):
    copied = {
        f"letter_types/{folder}/{file}": CATALOGUE.sources[f"letter_types/rontgen/{file}"]
        for folder in ("rontgen", "rontgen_kopia")
        for file in ("letter.toml", "body.md.j2")
    }

    with pytest.raises(TemplateBroken, match="men mappen heter rontgen_kopia") as caught:
        LetterCatalogue(folder_of(tmp_path, copied))

    assert caught.value.file == "letter_types/rontgen_kopia/letter.toml"


def test_a_template_that_is_not_utf_8_is_told_with_its_line(tmp_path):
    (tmp_path / "blocks.md.j2").write_bytes("Hej!\n\nVälkommen".encode("cp1252"))

    with pytest.raises(TemplateBroken, match=r"blocks\.md\.j2, rad 3: .* UTF-8") as told:
        LetterCatalogue(tmp_path)

    assert (told.value.file, told.value.line) == ("blocks.md.j2", 3)


def test_a_template_that_cannot_be_opened_is_told_by_name(tmp_path):
    (tmp_path / "mapp.md.j2").mkdir()

    with pytest.raises(TemplateBroken, match=r"mapp\.md\.j2 går inte att läsa") as told:
        LetterCatalogue(tmp_path)

    assert told.value.file == "mapp.md.j2"


@pytest.mark.parametrize(
    "url", ["http://www.1177.se/", "https://1177.se.example/", "https://1177.se@example.se/"]
)
def test_a_qr_code_leads_to_an_allowed_web_site_or_there_is_no_letter(url: str):
    draft = full_draft("psa_erbjudande")
    kind = CATALOGUE.get(draft.letter_type).model_copy(update={"qr": url})

    with pytest.raises(
        TemplateBroken, match=r"letter\.toml: QR-koden leder inte .* 1177\.se"
    ) as told:
        write_letter(
            draft,
            letter_type=kind,
            rules=RULES,
            body=WRITER,
            today=TODAY,
            version="v1",
            id_key=b"k",
        )

    assert told.value.file == "letter_types/psa_erbjudande/letter.toml"
