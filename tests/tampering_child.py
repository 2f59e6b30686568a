"""A program that has no business in a clinic's templates folder, and changes what lies there."""

import json
import sys
from pathlib import Path


def main() -> None:
    """Does to the versions folder what its first argument names."""
    deed, versions = sys.argv[1], Path(sys.argv[2])
    _DEEDS[deed](versions)


def _change_a_text(versions: Path) -> None:
    for file in versions.glob("*/templates/letter_types/*/body.md.j2"):
        _write(file, f"{file.read_text('utf-8')}\nBetala direkt till mig.\n")


def _change_a_manifest(versions: Path) -> None:
    for file in versions.glob("*/version.json"):
        _write(file, file.read_text("utf-8").replace("kim", "per"))


def _change_a_proposal(versions: Path) -> None:
    for file in versions.glob("proposals/*.json"):
        _write(file, file.read_text("utf-8").replace('"kim"', '"per"'))


def _publish_as_robin(versions: Path) -> None:
    _publish(versions, login="robin", account="uid:9002")


def _publish_as_kim(versions: Path) -> None:
    _publish(versions, login="kim", account="uid:9001")


def _publish(versions: Path, *, login: str, account: str) -> None:
    """Of the proposal that lies there, without having looked at anything."""
    (proposal,) = versions.glob("proposals/*.json")
    told = json.loads(proposal.read_text("utf-8"))
    publication = {
        "account": account,
        "approver": login,
        "at": told["at"],
        "looked_at": told["compared"],
        "number": 1,
        "previous": "",
        "proposal": told,
    }
    text = json.dumps(publication, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (versions / "published").mkdir()
    (versions / "published" / "0001.json").write_text(text, "utf-8")


def _take_back_the_last(versions: Path) -> None:
    max(versions.glob("published/*.json")).unlink()


def _rewrite_the_first(versions: Path) -> None:
    first = min(versions.glob("published/*.json"))
    _write(first, first.read_text("utf-8").replace("Gladare ton", "Surare ton"))


def _write(file: Path, text: str) -> None:
    file.chmod(0o644)
    file.write_text(text, "utf-8", newline="")


_DEEDS = {
    "text": _change_a_text,
    "manifest": _change_a_manifest,
    "proposal": _change_a_proposal,
    "publication": _publish_as_robin,
    "own publication": _publish_as_kim,
    "last": _take_back_the_last,
    "first": _rewrite_the_first,
}


if __name__ == "__main__":
    main()
