"""Whether what the program writes by a contract's mapping is valid by the region's own XSD."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree

from app.adapters.inbox_1177.envelope import Values, payload
from app.contracts import Contract, MessageCall, QuestionCall
from app.wording import say

_XSD = "{http://www.w3.org/2001/XMLSchema}"

# Official test number; nothing of a real person or clinic.
_FULL: Values = {
    "person": "191212121212",
    "unit_id": "SE2321000057-EXEMPEL",
    "unit_name": "Exempelmottagningen",
    "unit_phone": "010-000 00 00",
    "letter_id": "00000000-0000-0000-0000-000000000001",
    "subject": "Kallelse",
    "docbook": "<article><para>Exempel</para></article>",
    "notify": "true",
    "source_system": "EXEMPEL",
}
_WITHOUT_PHONE: Values = {name: text for name, text in _FULL.items() if name != "unit_phone"}


def schema_problems(contract: Contract, *, folder: Path) -> tuple[str, ...]:
    """Swedish sentences on what the XSD files of a folder say against a contract's mapping.

    Specimens of the message and of the question are validated, and every name and result code
    that answers are read by must be declared.
    """
    paths = sorted(folder.glob("*.xsd"))
    if not paths:
        place = say("mappen contracts/{id} bland programmets data", id=contract.id)
        return (
            say(
                "{label}: lägg kontraktets egna XSD-filer i {place}.",
                label=contract.label,
                place=place,
            ),
        )
    try:
        files = {path.name: _document(path) for path in paths}
        return tuple(_problems(contract, files))
    except (OSError, etree.XMLSyntaxError, etree.XMLSchemaParseError) as error:
        return (
            say(
                "XSD-filerna för {label} går inte att använda: {error}",
                label=contract.label,
                error=error,
            ),
        )


def _document(path: Path) -> etree._Element:
    """Without the ^ and $ that the published patterns have, and that XSD takes literally.

    With them every real number would be refused.
    """
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
    schema = etree.fromstring(path.read_bytes(), parser)
    for pattern in schema.iter(f"{_XSD}pattern"):
        pattern.set("value", re.sub(r"^\^|\$$", "", pattern.get("value", "")))
    return schema


def _problems(contract: Contract, files: Mapping[str, etree._Element]) -> Iterator[str]:
    mapping = contract.mapping
    calls: tuple[MessageCall | QuestionCall, ...] = (mapping.message, mapping.question)
    for call in calls:
        schema = _schema_of(call.request, contract, files)
        if schema is None:
            yield say(
                "Ingen XSD-fil för {label} beskriver {request}.",
                label=contract.label,
                request=call.request,
            )
            continue
        requests = (
            payload(call, values, namespaces=mapping.namespaces)
            for values in (_FULL, _WITHOUT_PHONE)
        )
        if objection := next(filter(None, (_objection(schema, one) for one in requests)), ""):
            yield f"{_told(contract, call)}: {objection}"
        yield from _unread(call, contract, files)


def _schema_of(
    name: str, contract: Contract, files: Mapping[str, etree._Element]
) -> etree.XMLSchema | None:
    """The schema whose file declares a request; what it imports is found beside it by name."""
    prefix, local = name.split(":")
    for file_name, document in files.items():
        is_its = document.get("targetNamespace") == contract.mapping.namespaces[prefix]
        if is_its and document.find(f"{_XSD}element[@name='{local}']") is not None:
            parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
            parser.resolvers.add(_Beside(files))
            text = etree.tostring(document)
            return etree.XMLSchema(etree.fromstring(text, parser, base_url=file_name))
    return None


class _Beside(etree.Resolver):
    """Published schemas import each other from folders of their own; here they lie in one."""

    def __init__(self, files: Mapping[str, etree._Element]) -> None:
        self._files = files

    def resolve(  # type: ignore[override] # the stub lacks the context
        self, system_url: str, _public_id: str, context: object
    ) -> object:
        name = system_url.rpartition("/")[2]
        if name not in self._files:
            return None
        return self.resolve_string(etree.tostring(self._files[name]), context, base_url=system_url)


def _objection(schema: etree.XMLSchema, request: etree._Element) -> str:
    try:
        schema.assertValid(request)
    except etree.DocumentInvalid as error:
        return str(error)
    return ""


def _told(contract: Contract, call: MessageCall | QuestionCall) -> str:
    local = call.request.partition(":")[2]
    return say(
        "Ett prov på {local} enligt {label} godkänns inte av regionens XSD",
        local=local,
        label=contract.label,
    )


def _unread(
    call: MessageCall | QuestionCall, contract: Contract, files: Mapping[str, etree._Element]
) -> Iterator[str]:
    """What an answer is read by, but no schema declares: every letter would become unclear."""
    names = _declared(files, "element", "name")
    for path in (call.answer, *call.answer_paths):
        if not {name.partition(":")[2] for name in path.split("/")} <= names:
            yield say(
                "Svarets {path} finns inte i regionens XSD för {label}.",
                path=path,
                label=contract.label,
            )
    if isinstance(call, MessageCall):
        codes = _declared(files, "enumeration", "value")
        for code in (*call.taken, *call.refused):
            if code not in codes:
                yield say(
                    "Svarskoden {code} finns inte i regionens XSD för {label}.",
                    code=code,
                    label=contract.label,
                )


def _declared(files: Mapping[str, etree._Element], kind: str, attribute: str) -> set[str]:
    return {one.get(attribute, "") for file in files.values() for one in file.iter(f"{_XSD}{kind}")}
