"""The two signing keys of a user pool, and where their public halves are published.

https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html
"""

import base64
import threading
from typing import Any

from joserfc import jwk

from ..checkout import kept
from ..rsa_keys import new_key, read_key

USES = ("id", "access")

_lock = threading.Lock()


def signing_key(pool: Any, use: str) -> jwk.RSAKey:
    """Of its `id` or its `access` tokens; made when it is first needed."""
    keys = vars(pool).setdefault("signing_keys", {})
    with _lock:
        if use not in keys:
            keys[use] = read_key(kept(f"{pool.id} {use}", new_key))
    return keys[use]


def key_id(key: jwk.RSAKey) -> str:
    """As AWS's: 32 bytes in Base64."""
    return base64.b64encode(base64.urlsafe_b64decode(key.thumbprint() + "=")).decode()


def key_set(pool: Any) -> dict[str, Any]:
    """What `/<pool id>/.well-known/jwks.json` answers."""
    return {"keys": [public_key(signing_key(pool, use), "RS256") for use in USES]}


def public_key(key: jwk.RSAKey, algorithm: str, kid: str | None = None) -> dict[str, str]:
    numbers = key.as_dict(private=False)
    known = {"alg": algorithm, "e": numbers["e"], "kid": kid or key_id(key), "kty": "RSA", "n": numbers["n"]}
    return {**known, "use": "sig"}
