"""Which key a ciphertext was made with: a request may leave it out."""

import base64
from typing import Any

NAMED = {"Decrypt": "KeyId", "ReEncrypt": "SourceKeyId"}


def with_key(operation: str, parameters: dict[str, Any]) -> dict[str, Any]:
    """Also where the request names another: moto decrypts by the ciphertext.
    https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html
    """
    if operation not in NAMED:
        return parameters
    # moto writes the id first, in 36 bytes.
    key_id = base64.b64decode(parameters.get("CiphertextBlob", ""))[:36].decode("ascii", "replace")
    return parameters | {NAMED[operation]: key_id}
