"""The linter over the shipped letter types, and what it says of an author's slips."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from app.adapters.docbook import DocBookFormat
from app.adapters.pdf_pages import PdfPages
from app.adapters.templates import JinjaBodyWriter
from app.content import Bullets, Facts, Heading, Paragraph, Text
from app.errors import TemplateBroken
from app.findings import Severity
from app.letter_catalogue import LetterCatalogue
from app.letter_press import LetterPress
from app.linter import Linter, Remark, lix
from app.preview import Previewer
from app.swedish_dates import STOCKHOLM
from tests.fakes import ID_KEY
from tests.sample_letters import PROFILE, bundled_page_format
from tests.shipped_letters import CARE_SYSTEMS, CATALOGUE, RULES, shipped_types

VISIT = datetime(2027, 1, 12, 9, 40, tzinfo=STOCKHOLM)
SYSTEMS = {system.id for system in CARE_SYSTEMS}
RONTGEN = "letter_types/rontgen/body.md.j2"
ARBETSPROV = "letter_types/arbetsprov/body.md.j2"


@pytest.fixture(scope="module")
def previewer() -> Iterator[Previewer]:
    pages = PdfPages(PROFILE)
    yield Previewer(
        message_format=DocBookFormat(), page_format=bundled_page_format(), page_reader=pages
    )
    pages.close()


def linter_of(catalogue: LetterCatalogue, previewer: Previewer) -> Linter:
    body = JinjaBodyWriter(catalogue.sources, link_domains=RULES.link_domains)
    press = LetterPress(
        catalogue=catalogue, rules=RULES, body=body, previewer=previewer, id_key=ID_KEY
    )
    return Linter(press, care_systems=SYSTEMS, at=VISIT)


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """A copy of the shipped templates that a test may spoil."""
    return shutil.copytree(CATALOGUE.folder, tmp_path / "templates")


def change(templates: Path, file: str, old: str, new: str) -> None:
    path = templates / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def lint(templates: Path, letter_type: str, previewer: Previewer) -> list[Remark]:
    """What is said of a letter type besides signals."""
    catalogue = LetterCatalogue(templates)
    remarks = linter_of(catalogue, previewer).lint(catalogue.get(letter_type))
    return [one for one in remarks if one.severity is not Severity.INFO]


@pytest.mark.parametrize("letter_type", shipped_types())
def test_a_shipped_letter_type_has_nothing_to_mend(letter_type: str, previewer: Previewer):
    remarks = linter_of(CATALOGUE, previewer).lint(CATALOGUE.get(letter_type))

    assert [one for one in remarks if one.severity is not Severity.INFO] == []
    assert any("LIX" in one.sentence for one in remarks)


def test_a_fact_without_confirmation_is_a_signal(previewer: Previewer):
    remarks = linter_of(CATALOGUE, previewer).lint(CATALOGUE.get("rontgen"))

    assert "Uppgiften avgift är inte bekräftad av regionen." in {r.sentence for r in remarks}


@pytest.mark.parametrize(
    ("block", "element"),
    [
        ("avsandare", "hur svar på meddelandet"),
        ("tolk", "hur man får tolk"),
        ("avgift", "vad besöket kostar"),
        ("hitta_hit", "hur man hittar hit"),
        ("avboka", "om tiden inte passar"),
        ("fragor", "vart man vänder sig med frågor"),
    ],
)
def test_what_a_letter_has_to_say_is_missed(
    templates: Path, previewer: Previewer, block: str, element: str
):
    change(templates, RONTGEN, f'{{% include "blocks/{block}.md.j2" %}}', "")

    found = lint(templates, "rontgen", previewer)

    assert any(element in one.sentence for one in found)
    assert {(one.severity, one.file) for one in found} == {(Severity.BLOCKED, RONTGEN)}


def test_an_element_may_be_left_out_for_a_reason(templates: Path, previewer: Previewer):
    change(templates, RONTGEN, '{% include "blocks/tolk.md.j2" %}', "")
    with (templates / "letter_types/rontgen/letter.toml").open("a", encoding="utf-8") as file:
        file.write('\n[leaves_out]\ntolk = "Prov."\n')

    assert lint(templates, "rontgen", previewer) == []


def test_a_message_without_a_purpose_is_missed(templates: Path, previewer: Previewer):
    text = (templates / ARBETSPROV).read_text("utf-8")
    start, end = text.index("Välkommen till"), text.index("## Före")
    (templates / ARBETSPROV).write_text(text[:start] + text[end:], "utf-8")

    found = lint(templates, "arbetsprov", previewer)

    assert any("varför det kommer" in one.sentence for one in found)


@pytest.mark.parametrize("letter_type", ["tandvard_barn_forsta", "mammografi", "cellprov"])
def test_a_time_that_nobody_asked_for_may_not_tell_of_a_fee_for_missing_it(
    templates: Path, previewer: Previewer, letter_type: str
):
    body = f"letter_types/{letter_type}/body.md.j2"
    change(templates, body, "## Före besöket", "## Före besöket\n\n{{ missed_visit }}")

    found = lint(templates, letter_type, previewer)

    assert ["JO 2127-2016" in one.sentence for one in found] == [True]
    assert not CATALOGUE.get(letter_type).no_show


@pytest.mark.parametrize(
    "text",
    [
        "Kommer du inte får du betala en avgift.",
        "Om du missar tiden får du en faktura.",
        "Det kostar 450 kr om du inte avbokar.",
    ],
)
def test_a_fee_for_missing_a_visit_is_found_in_other_words_too(
    templates: Path, previewer: Previewer, text: str
):
    body = "letter_types/mammografi/body.md.j2"
    change(templates, body, "## Före besöket", f"## Före besöket\n\n{text}")

    found = lint(templates, "mammografi", previewer)

    assert ["JO 2127-2016" in one.sentence for one in found] == [True]


def test_what_to_do_when_one_cannot_come_is_no_fee(templates: Path, previewer: Previewer):
    text = "Ring oss om du inte kommer. Besöket är avgiftsfritt."
    body = "letter_types/mammografi/body.md.j2"
    change(templates, body, "## Före besöket", f"## Före besöket\n\n{text}")

    assert lint(templates, "mammografi", previewer) == []


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Läs på www.example.com.", "www.example.com"),
        ("Läs på http://www.1177.se/ (öppet för alla).", "http://www.1177.se/"),
        ("Läs på https://1177.se.example.com/a.", "https://1177.se.example.com/a"),
        ("Läs på www.1177.se, https://www.rjl.se/a och 1177.se.", ""),
    ],
)
def test_a_web_address_in_plain_text_is_held_to_the_allowed_sites(
    templates: Path, previewer: Previewer, text: str, address: str
):
    change(templates, RONTGEN, "## Före undersökningen", f"## Före undersökningen\n\n{text}")

    found = [one.sentence for one in lint(templates, "rontgen", previewer)]

    told = f"Webbadressen {address} leder inte till en tillåten webbplats."
    assert [one.startswith(told) for one in found] == ([True] if address else [])


def test_a_letter_type_for_paper_only_need_not_say_what_a_message_says(
    templates: Path, previewer: Previewer
):
    file = "letter_types/rontgen/letter.toml"
    change(templates, file, "pages = 2", 'pages = 2\nchannels = ["brev"]')
    change(templates, RONTGEN, '{% include "blocks/bekraftelse_1177.md.j2" %}', "")
    change(templates, "blocks/avsandare.md.j2", "Det går inte att svara på meddelandet.", "")

    assert lint(templates, "rontgen", previewer) == []


@pytest.mark.parametrize("fact", ["unit_phone", "unit_name", "care_service"])
def test_what_a_letter_cannot_do_without_has_to_be_required(
    templates: Path, previewer: Previewer, fact: str
):
    file = "letter_types/rontgen/letter.toml"
    change(templates, file, f', "{fact}"', "")

    found = lint(templates, "rontgen", previewer)

    assert [f"Skriv {fact} i required." in one.sentence for one in found] == [True]
    assert (found[0].severity, found[0].file) == (Severity.BLOCKED, file)


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("{{ okand }}", 3, "uppgiften okand finns inte"),
        ("<b>fet</b>", 3, "HTML är inte tillåtet"),
        ("[här](http://www.1177.se/)", 3, "tillåten webbplats"),
        ("[här](https://example.com/)", 3, "tillåten webbplats"),
        ("{% for x in name %}{% endfor %}", 3, "For är inte tillåtet"),
        ("{% if name %}", 3, "går inte att förstå"),
    ],
)
def test_a_slip_in_a_template_is_told_with_its_line(
    templates: Path, previewer: Previewer, text: str, line: int, what: str
):
    body = (templates / RONTGEN).read_text("utf-8")
    (templates / RONTGEN).write_text(f"## Hej\n\n{text}\n\n{body}", "utf-8")

    (remark,) = lint(templates, "rontgen", previewer)

    assert remark.severity is Severity.BLOCKED
    assert remark.file == RONTGEN
    assert what in remark.sentence
    assert "{% if" in text or remark.line == line


@pytest.mark.parametrize(
    ("new", "what"),
    [
        ('required = ["rum", ', "rum i required finns inte"),
        ('leaves_out = { "rum" = "Prov." }\nrequired = [', "rum i leaves_out finns inte"),
        ('leaves_out.rum = "Prov."\nrequired = [', "rum i leaves_out finns inte"),
        ('message_leaves_out = { "rum" = "Prov." }\nrequired = [', "rum i message_leaves_out"),
    ],
)
def test_a_name_in_letter_toml_that_does_not_exist_is_told_with_its_line(
    templates: Path, previewer: Previewer, new: str, what: str
):
    file = "letter_types/rontgen/letter.toml"
    change(templates, file, "required = [", new)

    found = lint(templates, "rontgen", previewer)

    remark = next(one for one in found if one.file == file)
    assert what in remark.sentence
    assert "rum" in (templates / file).read_text("utf-8").splitlines()[remark.line - 1]


def test_a_fact_that_only_one_channel_tells_is_told(templates: Path, previewer: Previewer):
    place = "{% if channel == 'brev' %}\n\nPlats\n: {{ place }}\n{% endif %}\n"
    change(templates, "blocks/din_tid.md.j2", "\nPlats\n: {{ place }}\n", place)

    found = lint(templates, "rontgen", previewer)

    assert [one.sentence for one in found] == [
        "1177 och brev säger olika: plats saknas i 1177-meddelandet."
    ]


def test_a_letter_type_without_room_for_a_free_text_is_told(templates: Path, previewer: Previewer):
    change(templates, RONTGEN, '{% include "blocks/fritext.md.j2" %}', "")

    (remark,) = lint(templates, "rontgen", previewer)

    assert "fritexten saknas i 1177-meddelandet, fritexten saknas i brevet" in remark.sentence


def test_more_pages_than_declared_are_to_be_thought_over(templates: Path, previewer: Previewer):
    change(templates, "letter_types/rontgen/letter.toml", "pages = 2", "pages = 1")

    usual, large = lint(templates, "rontgen", previewer)

    assert {usual.severity, large.severity} == {Severity.REVIEW}
    assert "Brevet blir 2 sidor, men får bli 1." in usual.sentence
    assert "Brevet blir 3 sidor i stor stil, men får bli 2." in large.sentence


def test_text_in_the_envelopes_window_is_told(templates: Path):
    class Seen(PdfPages):
        def read(self, pdf):
            read = super().read(pdf)
            return type(read)(read.pages, "Datortomografi")

    pages = Seen(PROFILE)
    previewer = Previewer(
        message_format=DocBookFormat(), page_format=bundled_page_format(), page_reader=pages
    )

    (remark,) = lint(templates, "rontgen", previewer)
    pages.close()

    assert "kuvertfönstret" in remark.sentence


@pytest.mark.parametrize("text", ["elements = 1", "[[", None])
def test_a_list_of_elements_that_cannot_be_used_is_explained(
    templates: Path, previewer: Previewer, text: str | None
):
    if text is None:
        (templates / "elements.toml").unlink()
    else:
        (templates / "elements.toml").write_text(text, "utf-8")

    with pytest.raises(TemplateBroken, match=r"elements\.toml") as caught:
        linter_of(LetterCatalogue(templates), previewer)

    assert caught.value.todo


def test_lix_counts_words_sentences_and_long_words():
    blocks = (
        Heading("Rubriken räknas inte"),
        Facts((("Datum", (Text("tisdag"),)),)),
        Paragraph((Text("Du kommer hit. Undersökningen tar tid."),)),
        Bullets(((Text("Ta med mat"),),)),
    )

    assert lix(blocks) == round(9 / 3 + 100 * 1 / 9)


def test_a_text_without_sentences_has_no_lix():
    assert lix((Heading("Din tid"),)) == 0
