"""The samples in formats of standards, judged by the standards' own schemas and libraries."""

import json
from pathlib import Path

import hl7
import pytest
from fhir.resources.R4B.bundle import Bundle
from lxml import etree

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "samples"
SCHEDULING = "urn:riv:crm:scheduling:GetSubjectOfCareScheduleResponder:1"
HEADERS = "urn:riv:interoperability:headers:1"


@pytest.mark.parametrize(
    ("name", "encoding", "line_end", "messages"),
    [("sectra.hl7", "latin-1", "\r", 117), ("agfa_ei.hl7", "utf-8", "\r\n", 30)],
)
def test_a_batch_of_hl7_v2_holds_as_many_messages_as_it_says(
    name: str, encoding: str, line_end: str, messages: int
):
    text = (FOLDER / name).read_bytes().decode(encoding)

    (batch,) = hl7.parse_file(text.replace(line_end, "\r"))

    assert len(batch) == messages
    assert f"{line_end}BTS|{messages}{line_end}FTS|1{line_end}" in text
    for message in batch:
        kinds = [str(segment[0]) for segment in message if str(segment[0]) != "PD1"]
        assert kinds == ["MSH", "SCH", "TQ1", "PID", "PV1", "RGS", "AIS", "AIL"]
        assert str(message["MSH"][0][9]).endswith("^SIU_S12")


def test_the_bundle_is_fhir_r4_and_every_reference_in_it_leads_somewhere():
    content = (FOLDER / "cosmic.json").read_text("utf-8")

    bundle = Bundle.model_validate_json(content)

    entries = json.loads(content)["entry"]
    here = {f"{e['resource']['resourceType']}/{e['resource']['id']}" for e in entries}
    appointments = [e["resource"] for e in entries if e["search"]["mode"] == "match"]
    actors = [p["actor"]["reference"] for one in appointments for p in one["participant"]]
    assert bundle.total == len(appointments) == 77
    assert set(actors) <= here


def test_the_answer_from_scheduling_is_valid_in_its_envelope(shared_data: Path):
    patched = shared_data / "rivta" / "scheduling" / "patched"
    interaction = patched / "interactions" / "GetSubjectOfCareScheduleInteraction"
    answer = etree.parse(FOLDER / "t4.xml").getroot()

    for schema, element in (
        (interaction / "GetSubjectOfCareScheduleResponder_1.1.xsd", f"{{{SCHEDULING}}}*"),
        (patched / "core_components" / "interoperability_headers_1.0.xsd", f"{{{HEADERS}}}*"),
    ):
        found = answer.find(f"*/{element}")
        assert found is not None
        etree.XMLSchema(etree.parse(schema)).assertValid(found)
