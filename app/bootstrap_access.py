"""The composition root's part in who may do what, and in the log of what they did."""

import socket
from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from functools import partial
from pathlib import Path

from app import VERSION
from app.access_desk import AccessDesk
from app.access_log import Workplace
from app.access_writer import AccessWriter
from app.adapters.store import SqliteStore
from app.bootstrap_history import refuse_where_replaced
from app.live_mode import refusal
from app.log_review import LogReview
from app.oversight import Oversight
from app.retention import load_retention
from app.retention_desk import RetentionDesk
from app.roles import load_roles, permissions_of
from app.rule_changes import RuleChanges, rule_files
from app.settings import DataFolder, Settings
from app.users import User


def workplace() -> Workplace:
    return Workplace(socket.gethostname(), VERSION)


def access_desk(
    folder: DataFolder,
    store: SqliteStore,
    *,
    user: User,
    resources: Path,
    now: Callable[[], datetime],
    stack: ExitStack,
) -> AccessDesk:
    """Closed before the store, so that all that was noted is written. Raises SettingsUnreadable."""
    roles = load_roles(resources / "roles.toml", own=folder.roles_file)
    writer = AccessWriter(store, who=user.login, workplace=workplace(), now=now)
    stack.callback(writer.close)
    lasting = partial(refuse_where_replaced, folder)
    return AccessDesk(permissions_of(user, roles), writer, store, now, require_lasting=lasting)


def oversight(
    folder: DataFolder,
    settings: Settings,
    *,
    resources: Path,
    access: AccessDesk,
    store: SqliteStore,
) -> Oversight:
    """Raises SettingsUnreadable in live mode, which uses no rules that only one person has seen."""
    region = resources / "regions" / f"{settings.region}.toml"
    own_rules = (folder.roles_file, folder.retention_file, region)
    rules = RuleChanges(store, lambda: rule_files(*own_rules), access=access)
    if settings.connection.mode == "live" and (waiting := rules.waiting()):
        raise refusal(tuple(file.told for file in waiting))
    return Oversight(
        LogReview(store, access=access, now=access.now), rules, units=lambda: dict(store.units())
    )


def retention_desk(
    folder: DataFolder, *, resources: Path, access: AccessDesk, store: SqliteStore
) -> RetentionDesk:
    """By the unit's own rules where it has any; they are read when they are asked for."""
    shipped, own = resources / "retention.toml", folder.retention_file
    read = partial(load_retention, shipped=shipped, own=own)
    return RetentionDesk(store, read, access=access, now=access.now)
