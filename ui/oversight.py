"""Who may do what in the window: who one is, what is grey, and the two dialogs of oversight."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.services import Services
from app.users import Right
from ui.actions import Actions
from ui.header import Header
from ui.history_view import HistoryView
from ui.log_dialog import LogDialog
from ui.permitted import keep_grey
from ui.rules_dialog import RulesDialog, told_roles, told_shortly
from ui.task_runner import TaskRunner


class Oversight(QObject):
    """Made once the window has its services."""

    def __init__(self, services: Services, tasks: TaskRunner, *, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._tasks = tasks
        self._window = window
        self._permissions = services.access.permissions

    def follow(self, commands: Actions, header: Header, history: HistoryView) -> None:
        """The window's parts from here on know who uses them."""
        header.show_user(told_shortly(self._permissions), told=told_roles(self._permissions))
        header.log.triggered.connect(self._show_log)
        header.rules.triggered.connect(self._show_rules)
        opening = (commands.open, commands.paste, commands.write_new, commands.reload)
        saving = (commands.save_left_out, commands.save_call_list, commands.save_result)
        reached = {
            Right.SEE_PATIENTS: (*opening, header.history),
            Right.SEND: (commands.send,),
            Right.EXPORT: (*saving, history.save_list, history.save_letter),
            Right.SEE_FIGURES: (header.evaluation,),
            Right.REVIEW_LOG: (header.log,),
        }
        for right, actions in reached.items():
            keep_grey(self._permissions, right, actions)

    def _show_log(self) -> None:
        dialog = LogDialog(self._window, self._services, self._tasks)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_rules(self) -> None:
        dialog = RulesDialog(self._window, self._services.oversight.rules, self._permissions)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
