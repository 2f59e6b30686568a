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

START = Link("1177.se", "https://www.1177.se/")
MORE = Link("läs mer", "https://www.rjl.se/")
EVERY_KIND = (
    Heading("Din tid"),
    Facts((("Datum", (Text("Tisdag"),)), ("Webb", (START,)))),
    Paragraph((Text("Kom "), Text("fastande", strong=True), Text("."))),
    Bullets(((Text("legitimation"),), (Text("frikort"),))),
    Box(BoxKind.OBSERVE, "Tänk på", (Paragraph((Text("Ring och "), MORE)),)),
)


def test_plain_text_has_all_words_in_reading_order():
    assert plain_text(EVERY_KIND).split("\n") == [
        "Din tid",
        "Datum Tisdag",
        "Webb 1177.se",
        "Kom fastande.",
        "legitimation",
        "frikort",
        "Tänk på",
        "Ring och läs mer",
    ]


def test_nothing_has_no_words():
    assert plain_text(()) == ""
