"""The 1177 message: what goes out, what is refused, what is read back and what is drawn."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from app.adapters.docbook import LIGHT, DocBookFormat, Shade, to_html, validate
from app.adapters.templates import JinjaBodyWriter
from app.content import (
    Box,
    BoxKind,
    Bullets,
    Facts,
    Heading,
    Link,
    Paragraph,
    Text,
    plain_text,
)
from app.draft import Channel
from app.errors import LetterIncomplete, TemplateBroken
from tests.shipped_letters import CATALOGUE, full_draft, letter_of, shipped_types

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
FULL = letter_of(full_draft("langtids_ekg"))
EVERY_KIND = (
    Paragraph((Text("Hej."),)),
    Heading("Din tid"),
    Facts((("Datum", (Text("Tisdag"),)), ("Plats", (Text("Hus E"),)))),
    Paragraph((Text("Kom "), Text("i tid", strong=True), Text(" & "), Text("ring"))),
    Bullets(((Text("ett"),), (Text("två"), Text(" tre")))),
    Box(BoxKind.OBSERVE, "Obs <1>", (Paragraph((Text("Text."),)),)),
    Heading("Mer"),
    Paragraph((Link("1177", "https://www.1177.se/"), Text(" eller "), Text("ring"))),
)


def with_blocks(*blocks):
    return replace(FULL, blocks=dict.fromkeys(Channel, blocks))


def message(*blocks):
    return DocBookFormat().message(with_blocks(*blocks))


def article(inner):
    return f"{DECLARATION}<article>{inner}</article>"


def test_each_kind_of_block_becomes_docbook_of_1177s_subset():
    assert message(*EVERY_KIND) == article(
        "<info><title>Kallelse till långtids-EKG</title></info>"
        "<para>Hej.</para>"
        "<section><title>Din tid</title>"
        "<variablelist>"
        "<varlistentry><term>Datum:</term><listitem>Tisdag</listitem></varlistentry>"
        "<varlistentry><term>Plats:</term><listitem>Hus E</listitem></varlistentry>"
        "</variablelist>"
        '<para>Kom <emphasis role="bold">i tid</emphasis> &amp; ring</para>'
        '<itemizedlist mark="bullet"><listitem>ett</listitem><listitem>två tre</listitem>'
        "</itemizedlist></section>"
        '<section><title><emphasis role="observe">Obs &lt;1&gt;</emphasis></title>'
        "<para>Text.</para></section>"
        "<section><title>Mer</title>"
        '<para><link url="https://www.1177.se/" type="_blank">1177</link> eller ring</para>'
        "</section>"
    )


@pytest.mark.parametrize("letter_type", shipped_types())
def test_every_shipped_letter_type_makes_a_valid_message_with_all_that_it_requires(letter_type):
    letter = letter_of(full_draft(letter_type))

    outgoing = DocBookFormat().message(letter)

    text = DocBookFormat().text(outgoing)
    assert validate(outgoing) == ()
    for fact in letter.letter_type.required:
        assert letter.facts[fact] in text


def test_the_same_letter_makes_the_same_message():
    assert DocBookFormat().message(FULL) == DocBookFormat().message(
        letter_of(full_draft("langtids_ekg"))
    )


def test_text_reads_every_word_back_in_order():
    assert DocBookFormat().text(message(*EVERY_KIND)).split("\n") == [
        "Kallelse till långtids-EKG",
        "Hej.",
        "Din tid",
        "Datum:",
        "Tisdag",
        "Plats:",
        "Hus E",
        "Kom i tid & ring",
        "ett",
        "två tre",
        "Obs <1>",
        "Text.",
        "Mer",
        "1177 eller ring",
    ]


@pytest.mark.parametrize(
    ("blocks", "complaint"),
    [
        ((), "<article> saknas eller står i fel ordning"),
        ((Bullets(((Link("a", "https://1177.se"),),)),), "<link> får inte stå i <listitem>"),
        ((Facts((("a", (Text("b", strong=True),)),)),), "<emphasis> får inte stå i <listitem>"),
        ((Bullets(()),), "<itemizedlist> saknas"),
        ((Facts(()),), "<variablelist> saknas"),
        ((Paragraph((Link("a", "http://1177.se"),)),), "url i <link> har ett värde"),
        (
            (Box(BoxKind.OBSERVE, "a", ()), Paragraph((Text("b"),))),
            "<article> saknas eller står i fel ordning",
        ),
    ],
)
def test_a_body_that_1177_would_not_take_is_never_a_message(blocks, complaint):
    with pytest.raises(TemplateBroken, match="som 1177 inte tar emot") as caught:
        message(*blocks)

    assert complaint in caught.value.detail


@pytest.mark.parametrize("character", ["\0", "\x07", "\x0b", "\x1f", "\ufffe", "\uffff", "\ud800"])
def test_a_character_that_cannot_be_sent_is_named_with_its_field(character):
    draft = full_draft("rontgen")
    visit = replace(draft.booking.visit, place=f"Hus{character}E")
    letter = letter_of(replace(draft, booking=replace(draft.booking, visit=visit)))

    with pytest.raises(LetterIncomplete) as caught:
        DocBookFormat().message(letter)

    assert caught.value.what == (
        f"Det finns ett tecken i plats som inte går att skicka (U+{ord(character):04X})."
    )
    assert "Hus" not in str(caught.value)


def test_a_character_that_cannot_be_sent_is_found_in_the_template_too():
    with pytest.raises(LetterIncomplete, match=r"i mallens text som inte går .* \(U\+0007\)"):
        message(Paragraph((Text("a\x07"),)))


BODY = "## {{ v }}\n\nTid\n: {{ v }}\n\nHej **{{ v }}** och {{ v }}\n\n- {{ v }}\n\n"
WRITER = JinjaBodyWriter(
    {"letter_types/rontgen/body.md.j2": BODY + "::: mer {{ v }}\n{{ v }}\n:::\n"}, link_domains=()
)
SENDABLE = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), max_size=100
) | st.text("<>&'\"]]>;\t\n\r #x10:*_`[]()", max_size=60)


def with_value(value):
    facts = {"v": value}
    blocks = WRITER.write(CATALOGUE.get("rontgen"), facts, Channel.INBOX_1177)
    return replace(with_blocks(*blocks), facts=facts)


def elements(outgoing):
    return [element.tag for element in etree.fromstring(outgoing.encode()).iter()]


@given(SENDABLE)
def test_any_value_is_in_the_message_as_it_is_and_changes_nothing_else(value):
    letter = with_value(value)

    outgoing = DocBookFormat().message(letter)

    shown = plain_text(letter.blocks[Channel.INBOX_1177][:1])
    assert "".join(shown.split()) == "".join(value.split())
    assert elements(outgoing) == elements(DocBookFormat().message(with_value("ord")))
    assert DocBookFormat().text(outgoing).split("\n") == [
        "Kallelse till långtids-EKG",
        shown,
        "Tid:",
        shown,
        f"Hej {shown} och {shown}",
        shown,
        shown,
        shown,
    ]


ENTRY = "<varlistentry><term>a</term><listitem>b</listitem></varlistentry>"
SECTION = "<section><title>a</title></section>"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "XML-deklaration"),
        ("<article/>", "XML-deklaration"),
        ('<?xml version="1.0" encoding="ISO-8859-1"?>\n<article/>', "XML-deklaration"),
        (f"{DECLARATION}<article>", "inte välformad XML"),
        (article("<para>&nbsp;</para>"), "inte välformad XML"),
        (article("<para>\ud800</para>"), "inte välformad XML"),
        (f"{DECLARATION}<!DOCTYPE article><article/>", "DOCTYPE"),
        (
            f'{DECLARATION}<!DOCTYPE a [<!ENTITY x "y">]><article><para>&x;</para></article>',
            "DOCTYPE",
        ),
        (article("<!-- x --><para>a</para>"), "kommentar"),
        (article("<?x y?><para>a</para>"), "instruktion"),
        (article("<para><![CDATA[a]]></para>"), "DOCTYPE, en kommentar"),
        (f"{DECLARATION}<section><title>a</title></section>", "börjar inte med <article>"),
        (article(""), "<article> saknas eller"),
        (article("text<para>a</para>"), "Text får inte stå direkt i <article>"),
        (article("<para>a</para>svans"), "Text får inte stå direkt i <article>"),
        (article("<h1>a</h1>"), "<h1> ingår inte"),
        (article("<orderedlist/>"), "<orderedlist> ingår inte"),
        (article('<para xmlns="http://docbook.org/ns/docbook">a</para>'), "ingår inte"),
        (article(f"{SECTION}<para>a</para>"), "<article> saknas eller står i fel ordning"),
        (article("<para>a</para><info><title>a</title></info>"), "fel ordning"),
        (article("<section><para>a</para></section>"), "<section> saknas eller"),
        (article(f"<section><title>a</title>{SECTION}</section>"), "<section> får inte stå i"),
        (article("<section><para>a</para><title>a</title></section>"), "fel ordning"),
        (article("<para><para>a</para></para>"), "<para> får inte stå i <para>"),
        (article("<title>a</title>"), "<title> får inte stå i <article>"),
        (article("<para><emphasis>a</emphasis></para>"), "<emphasis> saknar attributet role"),
        (article('<para><emphasis role="italic">a</emphasis></para>'), "role i <emphasis> har"),
        (article("<para><link>a</link></para>"), "<link> saknar attributet url"),
        (article('<para><link url="1177.se">a</link></para>'), "url i <link> har ett värde"),
        (article('<para><link url="tel:08-1">a</link></para>'), "url i <link> har ett värde"),
        (article('<para><link url="https://1177.se" type="x">a</link></para>'), "type i <link>"),
        (article('<para role="bold">a</para>'), "Attributet role får inte stå i <para>"),
        (article("<variablelist></variablelist>"), "<variablelist> saknas"),
        (article("<variablelist><term>a</term></variablelist>"), "<term> får inte stå i"),
        (
            article("<variablelist><varlistentry><term>a</term></varlistentry></variablelist>"),
            "<varlistentry> saknas",
        ),
        (article("<itemizedlist>a</itemizedlist>"), "Text får inte stå direkt i <itemizedlist>"),
        (article('<itemizedlist mark="x"><listitem>a</listitem></itemizedlist>'), "mark i"),
    ],
)
def test_what_1177_does_not_take_is_complained_of_without_quoting_it(text, complaint):
    assert any(complaint in found for found in validate(text))


@pytest.mark.parametrize(
    "inner",
    [
        "<para></para>",
        '<para><ulink url="https://1177.se" type="_self">a</ulink></para>',
        '<para><emphasis role="italics">a</emphasis><emphasis role="underline">b</emphasis></para>',
        f"<variablelist><title>a</title>{ENTRY}{ENTRY}</variablelist>",
        "<bibliography/>",
        '<itemizedlist mark="hyphen"><listitem>a</listitem></itemizedlist>',
        "<section><info><title>a</title></info><para>b</para></section>",
        "\n  <para>a</para>\n",
    ],
)
def test_all_of_the_subset_is_taken(inner):
    assert validate(article(inner)) == ()


def drawn(outgoing):
    return html.fromstring(to_html(outgoing))


def test_the_drawing_holds_the_words_of_the_message_but_its_title():
    outgoing = message(*EVERY_KIND)
    title, *lines = DocBookFormat().text(outgoing).split("\n")

    words = drawn(outgoing).text_content()

    assert words == "".join(lines)
    assert title not in words


def test_headings_lists_facts_and_links_are_drawn_as_what_they_are():
    body = drawn(message(*EVERY_KIND))

    headings = [part.text for part in body.iter("p") if "18px" in part.get("style", "")]
    assert headings == ["Din tid", "Mer"]
    assert [item.text for item in body.iter("li")] == ["ett", "två tre"]
    assert [[cell.text for cell in row] for row in body.iter("tr")][:2] == [
        ["Datum:", "Tisdag"],
        ["Plats:", "Hus E"],
    ]
    assert [(link.text, link.get("href")) for link in body.iter("a")] == [
        ("1177", "https://www.1177.se/")
    ]
    assert [bold.text for bold in body.iter("b")] == ["i tid"]


@pytest.mark.parametrize("kind", BoxKind)
def test_a_box_is_one_cell_in_the_colours_of_its_kind(kind):
    box = Box(kind, "Titel", (Paragraph((Text("Text."),)), Bullets(((Text("punkt"),),))))

    (cell,) = drawn(message(box)).iter("td")

    assert f"background-color:{LIGHT.boxes[kind.value].ground}" in cell.get("style")
    assert cell[0].text.endswith("Titel")
    assert [part.tag for part in cell] == ["p", "p", "ul"]


def test_a_folded_box_is_drawn_open_and_marked():
    box = Box(BoxKind.COLLAPSIBLE, "Så går det till", (Paragraph((Text("Text."),)),))

    assert drawn(message(box)).text_content() == "▾ Så går det tillText."


def test_the_colours_are_the_callers():
    dark = replace(LIGHT, text="#FEFEFE", link="#ABCDEF", boxes={"observe": Shade("#111", "#222")})

    page = to_html(message(*EVERY_KIND), colours=dark)

    assert all(colour in page for colour in ("#FEFEFE", "#ABCDEF", "#111", "#222"))


def test_other_emphasis_and_unknown_elements_are_still_drawn_as_text():
    body = drawn(
        article(
            '<para><emphasis role="italics">a</emphasis><emphasis role="bgcolor">b</emphasis>'
            '</para><section><title><emphasis role="bold">c</emphasis></title></section><x>d</x>'
        )
    )

    assert body.text_content() == "abcd"
    assert [cursive.text for cursive in body.iter("i")] == ["a"]


def test_values_are_drawn_as_text_never_as_html():
    page = to_html(message(Paragraph((Text("<b>Anna</b><img src='file:///x'>"),))))

    assert "<b>" not in page
    assert "<img" not in page


def test_a_stored_message_that_is_no_longer_xml_is_explained():
    with pytest.raises(TemplateBroken, match="1177-meddelandet går inte att läsa"):
        to_html("skräp")
