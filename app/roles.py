"""Who has which role, and what each role may do: data that a clinic decides, in two TOML files."""

from collections.abc import Mapping
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from app.settings_files import or_unreadable, read_toml
from app.users import Permissions, Right, Role, User
from app.wording import say

# Whoever sees to the program has no need of patients (PDL 4 kap. 2 §).
NEVER_OF_ADMINISTRATORS = frozenset({Right.SEE_PATIENTS, Right.SEND, Right.EXPORT})

NO_ROLES = say("Inga roller är tilldelade (filen roles.toml), så vem som helst får göra allt.")


class Roles(BaseModel):
    """`members` are logins or accounts of the operating system, by role."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rights: Mapping[Role, frozenset[Right]] = Field(default_factory=dict)
    members: Mapping[Role, tuple[str, ...]] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _keeps_patients_from_administrators(self) -> Self:
        if self.rights.get(Role.ADMINISTRATOR, frozenset()) & NEVER_OF_ADMINISTRATORS:
            raise ValueError("an administrator sees no patients")
        return self

    def permissions(self, user: User) -> Permissions:
        """The rights of all the user's roles together; those of an administrator, never patients'.

        An administrator with another role too does that role's work under another login.
        """
        roles = frozenset(
            role for role, names in self.members.items() if any(map(user.is_named, names))
        )
        rights = frozenset[Right]().union(*(self.rights.get(role, ()) for role in roles))
        if Role.ADMINISTRATOR in roles:
            rights -= NEVER_OF_ADMINISTRATORS
        return Permissions(user, roles, rights)


def load_roles(shipped: Path, *, own: Path) -> Roles | None:
    """What is shipped with what a clinic has decided; None where it has given nobody a role.

    Raises SettingsUnreadable.
    """
    what = say("Filen {file} med roller går inte att använda.", file=own.name)
    with or_unreadable(what, say("Meddela den som ansvarar för programmets inställningar.")):
        if not own.exists():
            return None
        usual, decided = read_toml(shipped, Roles), read_toml(own, Roles)
        return Roles(rights={**usual.rights, **decided.rights}, members=decided.members)


def permissions_of(user: User, roles: Roles | None) -> Permissions:
    """Of one user; without any roles, which only test mode allows, everything."""
    return roles.permissions(user) if roles else Permissions.open_to(user)
