"""The id of a unit in HSA, the national catalogue of care units: whether it looks like one."""

import re

from app.person_id import luhn_holds
from app.wording import say


def hsa_id_flaw(text: str) -> str:
    """Why this does not look like an HSA-id, as the end of a Swedish sentence, or "".

    A reason to look again, never to refuse: real ids break the published form, with underscores
    for example. Source: Inera's description of HSA-ids.
    """
    match = _FORM.fullmatch(text)
    if match is None:
        return say("har inte formen SE, tio siffror, bindestreck och bokstäver eller siffror")
    if len(text) > _LONGEST:
        return say("är längre än {longest} tecken", longest=_LONGEST)
    if not luhn_holds(match[1]):
        return say("har ett organisationsnummer som inte stämmer")
    return ""


_LONGEST = 31

# 16 before an organisation number makes it as long as a personnummer of twelve digits.
_FORM = re.compile(r"SE(?:16)?([0-9]{10})-[A-Z0-9]+", re.ASCII | re.IGNORECASE)
