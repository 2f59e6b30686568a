"""The chosen unit, told in the header and compared with the list that is open."""

from PySide6.QtCore import QObject

from app.services import Services
from ui.header import Header
from ui.parts import Tone
from ui.settings_keeping import SettingsKeeping
from ui.utskick import Utskick
from ui.utskick_view import UtskickView

_KEY = "unit"


class OwnUnit(QObject):
    """Takes effect at once, also for a list that is open already."""

    def __init__(
        self,
        services: Services,
        keeping: SettingsKeeping,
        *,
        header: Header,
        utskick: Utskick,
        view: UtskickView,
    ) -> None:
        super().__init__(header)
        self._desk = services.setup
        self._header = header
        self._utskick = utskick
        self._view = view
        header.unit.show_units(self._desk.units, chosen=self._desk.choices.chosen.unit)
        header.unit.chosen.connect(lambda unit: keeping.choose(_KEY, unit))
        keeping.kept.connect(self._follow)

    def _follow(self, key: str) -> None:
        if key != _KEY:
            return
        self._header.unit.show_unit(self._desk.choices.chosen.unit)
        worklist = self._utskick.worklist
        told = self._desk.told_of_other_units(worklist.batch.bookings) if worklist else ""
        if told:
            self._view.notice.show_news(told, tone=Tone.REVIEW)
