"""A program that is set to live mode does not start, and says everything that is in the way."""

from datetime import timedelta
from pathlib import Path

import pytest

from app.bootstrap import open_services
from app.errors import SettingsUnreadable
from app.settings import DataFolder
from tests.authority import Authority
from tests.fakes import NOON


def test_live_mode_is_refused_with_all_its_reasons_before_anything_is_opened(tmp_path: Path):
    (tmp_path / "settings.toml").write_text('[connection]\nmode = "live"\n', "utf-8")

    with (
        pytest.raises(SettingsUnreadable, match="Skarpt läge kan inte startas") as refused,
        open_services(DataFolder(tmp_path), now=lambda: NOON),
    ):
        pass

    for reason in (
        "Historiken är inte krypterad.",
        "claim_folder",
        "adressen till 1177",
        "lägg kontraktets egna XSD-filer i mappen contracts/2.0",
        "ingen nyckelring",
        "certifikatfilen",
    ):
        assert reason in refused.value.todo
    assert not (tmp_path / "history.sqlite3").exists()
    assert not (tmp_path / "test_inbox").exists()


def test_a_certificate_that_is_being_prepared_is_told_of_in_test_mode(tmp_path: Path):
    ending = Authority("Prov CA", NOON + timedelta(days=20)).bundle(tmp_path / "utfardare.pem")
    lines = f"[connection]\nca_bundle = '{ending}'\ncertificate = '{tmp_path / 'klient.p12'}'\n"
    (tmp_path / "settings.toml").write_text(lines, "utf-8")

    with open_services(DataFolder(tmp_path), now=lambda: NOON) as services:
        notices = services.notices

    assert "nyckelring" in notices[0]
    assert "Utfärdarens certifikat för 1177 (Prov CA) går ut om 20 dagar" in notices[1]
