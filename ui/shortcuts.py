"""Every key of the program, gathered from the very things that have them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from app.findings import Choice
from app.triage import choices
from app.wording import say
from ui.fix_panel import TAKE_BACK, shown_key

# What widgets take as plain keys, so that no action has them; each is pressed by a test.
_IN_THE_LIST = (
    (say("Godkänn vald bokning"), say("Mellanslag")),
    (say("Godkänn alla av samma slag"), say("Skift+Mellanslag")),
    (say("Gå till ett efternamn"), say("skriv dess början")),
    (say("Första, sista bokningen"), "Home, End"),
)
_IN_THE_PREVIEW = ((say("Brevets nästa, föregående sida"), "PgDn, PgUp"),)
# Of a view that is made when it is first wanted; a test holds them against its commands.
_IN_THE_TEMPLATES = (
    (say("Jämför"), "Ctrl+Shift+J"),
    (say("Nästa ändring"), "F7"),
    (say("Föregående ändring"), "Shift+F7"),
    (say("Redigera"), "Ctrl+Shift+E"),
    (say("Spara"), "Ctrl+S"),
    (say("Nästa fel"), "F8"),
    (say("Föregående fel"), "Shift+F8"),
    (say("Gör plågoprov"), "F9"),
)
_ALL_OF_A_KIND = (say("Samma beslut för alla av samma slag"), say("Skift+bokstaven"))


@dataclass(frozen=True, slots=True)
class Section:
    """Pairs of what a key does and the key, as Swedish keyboards have it."""

    heading: str
    keys: tuple[tuple[str, str], ...]


def sections_of(window: QWidget) -> tuple[Section, ...]:
    """What can be pressed in a window: its menus first, then what stands in no menu."""
    menus = {menu.title().replace("&", ""): menu for menu in window.findChildren(QMenu)}
    named = {heading: _of_actions(menu.actions()) for heading, menu in menus.items() if heading}
    in_templates = [(text, shown(QKeySequence(key))) for text, key in _IN_THE_TEMPLATES]
    told = {key for keys in (*named.values(), in_templates) for _, key in keys}
    others = [pair for pair in _of_actions(window.findChildren(QAction)) if pair[1] not in told]
    beside = (*dict.fromkeys(others), *_of_labels(window), *_of_shortcuts(window))
    found = {
        **named,
        say("Rutan under listan (F4 dit)"): (*_of_choices(), _ALL_OF_A_KIND),
        say("Listan"): _IN_THE_LIST,
        say("Fält och förhandsvisning"): (*beside, *_IN_THE_PREVIEW),
        say("Malländring"): in_templates,
    }
    return tuple(Section(heading, tuple(keys)) for heading, keys in found.items() if keys)


def _of_actions(actions: Iterable[QAction]) -> list[tuple[str, str]]:
    pairs = ((action.text().rstrip("…"), shown(action.shortcut())) for action in actions)
    return [pair for pair in pairs if all(pair)]


def _of_labels(window: QWidget) -> Iterator[tuple[str, str]]:
    """The letter that is underlined in a field's label goes to the field."""
    for label in window.findChildren(QLabel):
        key = shown(QKeySequence.mnemonic(label.text()))
        # Qt says that every label has a buddy, but most have none.
        if key and label.buddy() is not None:
            yield say("Välj {field}", field=label.text().replace("&", "").lower()), key


def _of_shortcuts(window: QWidget) -> Iterator[tuple[str, str]]:
    """Those that say what they do; the rest are keys that every program has."""
    for shortcut in window.findChildren(QShortcut):
        if shortcut.whatsThis():
            yield shortcut.whatsThis(), shown(shortcut.key())


def _of_choices() -> list[tuple[str, str]]:
    """One line for each key: which of its meanings it has stands on the panel's button."""
    offered = [one for one in vars(choices).values() if isinstance(one, Choice)]
    meanings: dict[str, list[str]] = {}
    for choice in (*offered, TAKE_BACK):
        if not choice.key.startswith("Ctrl"):
            meanings.setdefault(shown_key(choice.key), []).append(choice.label)
    return [(", ".join(labels), key) for key, labels in meanings.items()]


def shown(key: QKeySequence) -> str:
    """As Swedish keyboards and menus write it."""
    native = key.toString(QKeySequence.SequenceFormat.NativeText)
    return native.replace("Shift", say("Skift")).replace("Return", "Enter")
