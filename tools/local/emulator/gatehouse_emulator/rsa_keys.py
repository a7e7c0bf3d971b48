"""RSA keys that were read before: to read one is to prove its numbers, which takes a tenth of a second."""

import json
from types import SimpleNamespace
from typing import Any

from joserfc import jwk
from moto.cognitoidp import models

_read: dict[str, jwk.RSAKey] = {}


def read_key(key: dict[str, Any]) -> jwk.RSAKey:
    text = json.dumps(key, sort_keys=True)
    if text not in _read:
        _read[text] = jwk.RSAKey.import_key(key)
    return _read[text]


def new_key() -> dict[str, Any]:
    made = jwk.RSAKey.generate_key(2048, private=True)
    key = json.loads(json.dumps(made.as_dict(private=True)))
    _read[json.dumps(key, sort_keys=True)] = made
    return key


# Each pool of moto reads the same one.
models.jwk = SimpleNamespace(RSAKey=SimpleNamespace(import_key=read_key))
