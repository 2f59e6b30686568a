"""What is written by a contract's mapping is compared with the schemas that a region has put there.

The schemas of version 2.0 below are made up: its fields are not public.
"""

from pathlib import Path

import pytest

from app.adapters.inbox_1177.own_schema import schema_problems
from tests.portal import SCHEMAS
from tests.receiver import shipped_contract

DOMAIN = "urn:riv-application:infrastructure:eservicesupply:patientportal"

# Names as the shipped mapping assumes them, so that changing one makes the specimen invalid.
CORE = f"""
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tns="{DOMAIN}:2"
    targetNamespace="{DOMAIN}:2" elementFormDefault="qualified">
  <xs:simpleType name="Person"><xs:restriction base="xs:string">
    <xs:pattern value="^[0-9]{{8}}[0-9pPtTfF][0-9]{{3}}$"/>
  </xs:restriction></xs:simpleType>
  <xs:simpleType name="Code"><xs:restriction base="xs:string">
    <xs:enumeration value="OK"/><xs:enumeration value="INFO"/><xs:enumeration value="ERROR"/>
  </xs:restriction></xs:simpleType>
  <xs:complexType name="Unit"><xs:sequence>
    <xs:element name="unitId" type="xs:string"/>
    <xs:element name="unitName" type="xs:string"/>
    <xs:element name="unitTelephone" type="xs:string" minOccurs="0"/>
  </xs:sequence></xs:complexType>
  <xs:complexType name="Message"><xs:sequence>
    <xs:element name="organisationUnit" type="tns:Unit"/>
    <xs:element name="messageThreadId" type="xs:string"/>
    <xs:element name="messageDescription" type="xs:string"/>
    <xs:element name="text" type="xs:string"/>
  </xs:sequence></xs:complexType>
</xs:schema>"""

ADD = f"""
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:core="{DOMAIN}:2"
    targetNamespace="{DOMAIN}:AddMessageResponder:2" elementFormDefault="qualified">
  <xs:import namespace="{DOMAIN}:2" schemaLocation="../../core_components/core.xsd"/>
  <xs:element name="AddMessage"><xs:complexType><xs:sequence>
    <xs:element name="subjectOfCareId" type="core:Person"/>
    <xs:element name="Message" type="core:Message"/>
    <xs:element name="notify" type="xs:boolean"/>
    <xs:element name="sourceSystem" type="xs:string"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="AddMessageResponse"><xs:complexType><xs:sequence>
    <xs:element name="messageThreadId" type="xs:string"/>
    <xs:element name="notificationSent" type="xs:string"/>
    <xs:element name="resultCode" type="core:Code"/>
    <xs:element name="resultText" type="xs:string"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>"""

ACTIVE = f"""
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:core="{DOMAIN}:2"
    targetNamespace="{DOMAIN}:IsActiveUserResponder:2" elementFormDefault="qualified">
  <xs:import namespace="{DOMAIN}:2" schemaLocation="core.xsd"/>
  <xs:element name="IsActiveUser"><xs:complexType><xs:sequence>
    <xs:element name="subjectOfCareId" type="core:Person"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="IsActiveUserResponse"><xs:complexType><xs:sequence>
    <xs:element name="status" type="xs:boolean"/>
    <xs:element name="activeNotificationMethods" type="xs:string"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("core", CORE), ("add", ADD), ("active", ACTIVE)):
        (tmp_path / f"{name}.xsd").write_text(text.strip(), "utf-8")
    return tmp_path


def test_a_mapping_that_fits_the_regions_schemas_has_no_problems(folder: Path):
    assert schema_problems(shipped_contract("2.0"), folder=folder) == ()


def test_the_mapping_of_1_0_fits_the_published_schemas(tmp_path: Path):
    if not SCHEMAS.exists():
        pytest.skip("de publicerade schemana finns inte här")
    for path in SCHEMAS.rglob("*.xsd"):
        (tmp_path / path.name).write_bytes(path.read_bytes())

    assert schema_problems(shipped_contract("1.0"), folder=tmp_path) == ()


def test_without_schemas_the_contract_is_not_verified(tmp_path: Path):
    (problem,) = schema_problems(shipped_contract("2.0"), folder=tmp_path / "finns inte")

    assert problem == (
        "AddMessage 2.0 (overifierad): lägg kontraktets egna XSD-filer i "
        "mappen contracts/2.0 bland programmets data."
    )


CHANGES = {
    "renamed field": (
        "core.xsd",
        ('name="text"', 'name="body"'),
        "Ett prov på AddMessage enligt AddMessage 2.0 (overifierad) godkänns inte",
    ),
    "a field more": (
        "add.xsd",
        ('<xs:element name="notify"', '<xs:element name="ny"/><xs:element name="notify"'),
        "godkänns inte av regionens XSD",
    ),
    "phone required": (
        "core.xsd",
        (' minOccurs="0"', ""),
        "godkänns inte av regionens XSD",
    ),
    "question renamed": (
        "active.xsd",
        ('"subjectOfCareId"', '"person"'),
        "Ett prov på IsActiveUser",
    ),
    "other namespace": (
        "add.xsd",
        ("AddMessageResponder:2", "AddMessageResponder:3"),
        "beskriver add:AddMessage",
    ),
    "answer renamed": ("add.xsd", ('"resultText"', '"info"'), "Svarets add:resultText finns inte"),
    "other codes": ("core.xsd", ('"INFO"', '"LOCKED"'), "Svarskoden INFO finns inte"),
    "import missing": ("add.xsd", ("/core.xsd", "/other.xsd"), "går inte att använda"),
    "not XML": ("add.xsd", ("<xs:schema", "<"), "går inte att använda"),
}


@pytest.mark.parametrize("kind", CHANGES)
def test_what_does_not_fit_is_told_in_swedish_with_its_detail(folder: Path, kind: str):
    name, (old, new), told = CHANGES[kind]
    path = folder / name
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")

    problems = schema_problems(shipped_contract("2.0"), folder=folder)

    assert told in " ".join(problems)
