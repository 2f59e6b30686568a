"""Letters out of history for an archive: each as it was sent, with one file that describes them.

The form is this program's own. It claims no conformance with FGS or any other standard.
"""

import hashlib
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as ET

from app.access_desk import AccessDesk
from app.dispatch import Dispatch
from app.documents import Document, save_file
from app.history import SentLetter
from app.receipts import receipt
from app.swedish_dates import STOCKHOLM
from app.wording import say

METADATA = "metadata.xml"
_NAMESPACE = "urn:kallelser:arkivexport:1"

# The elements of each letter, with what the file itself says that they mean.
FIELDS = {
    "file": "Filen: PDF/A-3a med kallelsens uppgifter och händelser. Det som skickades är bifogat.",
    "file_sha256": "SHA-256 över filen.",
    "content_sha256": "SHA-256 över det som skickades: DocBook-XML till 1177, PDF på papper.",
    "id": "Kallelsens id, unikt för kallelse och kanal.",
    "reference": "Brev-id, som står på kallelsen.",
    "channel": "Kanal: 1177 eller brev.",
    "status": "Status i historiken när filen gjordes.",
    "person": "Patientens personnummer eller annan identitet, tolv tecken.",
    "name": "Patientens namn.",
    "unit_id": "Mottagningens HSA-id.",
    "unit_name": "Mottagningens namn.",
    "letter_type": "Brevtypens id.",
    "letter_name": "Brevtypens namn.",
    "subject": "Kallelsens ämne.",
    "visit_at": "Besökets tid, ISO 8601. Tomt utan bokad tid.",
    "created_at": "När kallelsen köades, ISO 8601.",
    "changed_at": "När den fick sin status, ISO 8601.",
    "user": "Vem som godkände den.",
    "receipt": "Mottagarens kvittens.",
    "template_version": "Mallarnas version (SHA-256).",
}


@dataclass(frozen=True, slots=True)
class ArchiveExport:
    """Logged as an export of every letter. Raises NotPermitted."""

    open: Callable[[uuid.UUID], SentLetter]
    pdf: Callable[[Document], bytes]
    access: AccessDesk

    def save(
        self,
        letters: Sequence[Dispatch],
        folder: Path,
        *,
        progress: Callable[[int, int], None] = lambda _, __: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> int:
        """How many were saved into a folder; the description comes last, of what is there.

        Its names are the letters' ids. Raises NotSaved or HistoryUnusable.
        """
        self.access.export(letters, text=say("Arkivexport"))
        root = ET.Element("letters", xmlns=_NAMESPACE)
        described = ET.SubElement(root, "fields")
        for name, meaning in FIELDS.items():
            ET.SubElement(described, "field", name=name).text = meaning
        for number, letter in enumerate(letters):
            if cancelled():
                break
            progress(number, len(letters))
            _describe(root, letter, self._save(letter, folder))
        ET.indent(root)
        whole = ET.tostring(root, encoding="utf-8", xml_declaration=True)
        save_file(whole, folder / METADATA)
        return len(root) - 1

    def _save(self, letter: Dispatch, folder: Path) -> tuple[str, str]:
        """The file's name and the SHA-256 of it; equal bytes each time that it is made."""
        content = self.pdf(receipt(self.open(letter.id), now=letter.changed_at))
        name = f"{letter.id}.pdf"
        save_file(content, folder / name)
        return name, hashlib.sha256(content).hexdigest()


def _describe(root: ET.Element, letter: Dispatch, file: tuple[str, str]) -> None:
    name, digest = file
    told = {
        "file": name,
        "file_sha256": digest,
        "content_sha256": letter.content_digest,
        "visit_at": _exact(letter.visit_at),
        "created_at": _exact(letter.created_at),
        "changed_at": _exact(letter.changed_at),
    }
    element = ET.SubElement(root, "letter")
    for field in FIELDS:
        text = told[field] if field in told else str(getattr(letter, field))
        ET.SubElement(element, field).text = _legal(text)


def _exact(at: datetime | None) -> str:
    return at.astimezone(STOCKHOLM).isoformat(timespec="seconds") if at else ""


def _legal(text: str) -> str:
    """Without what XML 1.0 has no place for, such as control characters in a receipt."""
    return "".join(char for char in text if char.isprintable() or char in "\n\t")
