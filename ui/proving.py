"""Making, showing, printing and saving a proof sheet, between its dialog and the settings desk."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.print_profile import PrintProfile
from app.settings_desk import SettingsDesk, save_proof
from app.wording import say
from ui.error_dialog import show_error, told_by
from ui.page_view import ShownPage
from ui.parts import Tone
from ui.proof_dialog import ProofDialog
from ui.task_runner import Lane, TaskRunner

_WORDS = say("Provark med adresszon, riskzon, vikning och millimeterskalor.")


class Proving(QObject):
    """One proof sheet at a time."""

    def __init__(self, desk: SettingsDesk, tasks: TaskRunner, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._parent = parent

    def show_proof(self, profile: PrintProfile) -> None:
        self._tasks.run(
            Lane.BATCH,
            lambda: self._desk.proof(profile),
            done=lambda pdf: self._show(pdf, profile),
            failed=show_error,
        )

    def _show(self, pdf: bytes, profile: PrintProfile) -> None:
        dialog = ProofDialog(self._parent.window(), printer=self._desk.choices.chosen.printer)
        dialog.page_wanted.connect(lambda _, dpi: self._draw(dialog, pdf, profile, dpi))
        dialog.print_wanted.connect(partial(self._print, dialog, pdf))
        dialog.save_wanted.connect(partial(self._save, dialog, pdf))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        self._draw(dialog, pdf, profile, dialog.page.wanted_dpi())

    def _draw(self, dialog: ProofDialog, pdf: bytes, profile: PrintProfile, dpi: float) -> None:
        def draw() -> ShownPage:
            raster = self._desk.pages.render(pdf, 0, dpi=dpi)
            return ShownPage(
                raster, page_index=0, page_count=1, dpi=dpi, profile=profile, words=_WORDS
            )

        def show(shown: ShownPage) -> None:
            if dialog.isVisible():
                dialog.show_page(shown)

        self._tasks.run(Lane.BATCH, draw, done=show, failed=show_error)

    def _print(self, dialog: ProofDialog, pdf: bytes) -> None:
        told = say("Utskrivet. Vik arket och prova det i kuvertet.")
        self._do(dialog, partial(self._desk.print_proof, pdf), told)

    def _save(self, dialog: ProofDialog, pdf: bytes, path: Path) -> None:
        self._do(dialog, partial(save_proof, pdf, path), say("Sparat som {file}.", file=path.name))

    def _do(self, dialog: ProofDialog, work: "partial[None]", told: str) -> None:
        self._tasks.run(
            Lane.BATCH,
            work,
            done=lambda _: dialog.show_told(told, tone=Tone.DONE),
            failed=told_by(dialog.show_told),
        )
