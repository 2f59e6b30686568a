"""The chosen unit, told in the header and compared with the list that is open."""

from PySide6.QtCore import QObject

from app.own_unit import told_of_other_units
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
        self._own = self._desk.own_unit
        header.unit.show_units(self._desk.units, chosen=self._desk.choices.chosen.unit)
        header.unit.chosen.connect(lambda unit: keeping.choose(_KEY, unit))
        keeping.kept.connect(self._follow)

    def _follow(self, key: str) -> None:
        if key != _KEY:
            return
        self._header.unit.show_unit(self._desk.choices.chosen.unit)
        before, self._own = self._own, self._desk.own_unit
        if worklist := self._utskick.worklist:
            bookings = worklist.batch.bookings
            self._tell(
                told_of_other_units(bookings, self._own),
                instead_of=told_of_other_units(bookings, before),
            )

    def _tell(self, told: str, *, instead_of: str) -> None:
        """What else the bar says stays, where it says something of the unit before."""
        notice = self._view.notice
        is_told = bool(instead_of) and instead_of in notice.text
        text = notice.text.replace(instead_of, told).strip() if is_told else told
        if text:
            notice.show_news(text, tone=Tone.REVIEW)
        elif is_told:
            notice.hide()
