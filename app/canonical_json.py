"""JSON whose bytes are the same for equal values, so that they can be kept by their hash."""

import json


def canonical_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
