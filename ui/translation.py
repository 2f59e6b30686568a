"""The language of the window: Qt's translations of our sentences, and of Qt's own."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from app.wording import Language, speak, spoken

TRANSLATIONS: Final = Path(__file__).resolve().parent.parent / "resources" / "translations"
CONTEXT: Final = "Kallelser"


def use_language(language: Language) -> None:
    """Called before anything that says something is imported: it says it while it is imported."""
    if language == "sv":
        speak(language)
        return
    translator = QTranslator()
    translator.load(f"kallelser_{language}", str(TRANSLATIONS))
    speak(language, lambda sentence: translator.translate(CONTEXT, sentence))


def use_language_of_qt(application: QApplication) -> None:
    """Qt's own buttons, such as Avbryt, Stäng and Spara; untranslated they are English."""
    languages = {"sv": QLocale.Language.Swedish, "en": QLocale.Language.English}
    QLocale.setDefault(QLocale(languages[spoken()], QLocale.Country.Sweden))
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{spoken()}", folder):
        application.installTranslator(translator)
