"""What a browser sends about a passkey, read and verified.

https://www.w3.org/TR/webauthn-3/
"""

import base64
import hashlib
import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256

from ..errors import invalid, refusal
from . import cbor

ES256, RS256 = -7, -257
PRESENT, VERIFIED, HAS_KEY = 0x01, 0x04, 0x40


@dataclass
class Asked:
    """What the pool asks of the device."""

    challenge: str
    relying_party: str
    verification: str


def text_of(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def bytes_of(text: Any) -> bytes:
    try:
        return base64.urlsafe_b64decode(str(text) + "=" * (-len(str(text)) % 4))
    except ValueError:
        raise invalid("The credential is not what a browser makes: expected base64url.") from None


def registered(asked: Asked, response: dict[str, Any]) -> tuple[bytes, dict[int, Any]]:
    """The id of the new credential, and its public key."""
    _check_client(asked, "webauthn.create", response)
    try:
        attestation, _ = cbor.read(bytes_of(response.get("attestationObject")))
        data = attestation["authData"]
        _check_data(asked, data)
        if not data[32] & HAS_KEY:
            raise ValueError("no key")
        size = int.from_bytes(data[53:55], "big")
        key, _ = cbor.read(data[55 + size :])
        public_key(key)
    except (ValueError, KeyError, TypeError, IndexError):
        raise refusal("WebAuthnCredentialNotSupported", "The credential is not supported.") from None
    return data[55 : 55 + size], key


def verify(asked: Asked, key: dict[int, Any], response: dict[str, Any]) -> None:
    """Raises where the answer is not signed by that key."""
    client = _check_client(asked, "webauthn.get", response)
    data = bytes_of(response.get("authenticatorData"))
    if len(data) < 37:
        raise invalid("The credential is not what a browser makes: authenticatorData is too short.")
    _check_data(asked, data)
    signed, signature = data + hashlib.sha256(client).digest(), bytes_of(response.get("signature"))
    known = public_key(key)
    try:
        if isinstance(known, rsa.RSAPublicKey):
            known.verify(signature, signed, padding.PKCS1v15(), SHA256())
        else:
            known.verify(signature, signed, ec.ECDSA(SHA256()))
    except InvalidSignature:
        raise refusal("NotAuthorized", "Incorrect username or password.") from None


def public_key(key: dict[int, Any]) -> ec.EllipticCurvePublicKey | rsa.RSAPublicKey:
    """https://www.rfc-editor.org/rfc/rfc9053"""
    if key.get(3) == ES256 and key.get(-1) == 1:
        x, y = (int.from_bytes(key[part], "big") for part in (-2, -3))
        return ec.EllipticCurvePublicNumbers(x, y, ec.SECP256R1()).public_key()
    if key.get(3) == RS256:
        return rsa.RSAPublicNumbers(int.from_bytes(key[-2], "big"), int.from_bytes(key[-1], "big")).public_key()
    raise ValueError("no key that Cognito takes")


def _check_client(asked: Asked, kind: str, response: dict[str, Any]) -> bytes:
    raw = bytes_of(response.get("clientDataJSON"))
    try:
        client = json.loads(raw)
        found = client["type"], client["challenge"], urlsplit(client["origin"])
    except (ValueError, KeyError, TypeError):
        raise invalid("The credential is not what a browser makes: clientDataJSON is no JSON.") from None
    if found[0] != kind or found[1] != asked.challenge:
        raise refusal("WebAuthnChallengeNotFound", "The challenge was not found, or it is another one.")
    host = found[2].hostname or ""
    safe = found[2].scheme == "https" or host == "localhost"
    if not safe or (host != asked.relying_party and not host.endswith(f".{asked.relying_party}")):
        raise refusal("WebAuthnOriginNotAllowed", f"The origin {client['origin']} is not allowed.")
    return raw


def _check_data(asked: Asked, data: bytes) -> None:
    if data[:32] != hashlib.sha256(asked.relying_party.encode()).digest():
        raise refusal("WebAuthnRelyingPartyMismatch", "The credential is for another relying party.")
    if not data[32] & PRESENT or (asked.verification == "required" and not data[32] & VERIFIED):
        raise invalid("The device did not verify the person.")
