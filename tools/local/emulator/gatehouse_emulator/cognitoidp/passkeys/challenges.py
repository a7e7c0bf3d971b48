"""What a pool asks of a browser, and the passkeys that its people have."""

import json
import secrets
from dataclasses import dataclass
from typing import Any

from moto.core.utils import unix_time

from .. import state
from ..errors import NO_SESSION, invalid, not_authorized, refusal
from .webauthn import ES256, RS256, Asked, registered, text_of, verify

MOST = 20


@dataclass
class Passkey:
    id: str
    key: dict[int, Any]
    relying_party: str
    attachment: str
    transports: list[str]
    since: float

    def to_json(self) -> dict[str, Any]:
        return {
            "CredentialId": self.id,
            "FriendlyCredentialName": "Passkey",
            "RelyingPartyId": self.relying_party,
            "AuthenticatorAttachment": self.attachment,
            "AuthenticatorTransports": self.transports,
            "CreatedAt": self.since,
        }

    @property
    def descriptor(self) -> dict[str, Any]:
        return {"type": "public-key", "id": self.id, "transports": self.transports}


def allowed(pool: Any) -> bool:
    policy = (pool.extended_config.get("Policies") or {}).get("SignInPolicy") or {}
    return "WEB_AUTHN" in (policy.get("AllowedFirstAuthFactors") or [])


def passkeys_of(user: Any) -> dict[str, Passkey]:
    return state.of(user).passkeys


def creation_options(pool: Any, user: Any) -> dict[str, Any]:
    asked = ask(pool)
    state.of(user).passkey_asked = asked
    return {
        "rp": {"id": asked.relying_party, "name": asked.relying_party},
        "user": {"id": text_of(user.id.encode()), "name": user.username, "displayName": user.username},
        "challenge": asked.challenge,
        "timeout": 60_000,
        "pubKeyCredParams": [{"type": "public-key", "alg": alg} for alg in (ES256, RS256)],
        "excludeCredentials": [passkey.descriptor for passkey in passkeys_of(user).values()],
        "authenticatorSelection": {
            "requireResidentKey": True,
            "residentKey": "required",
            "userVerification": asked.verification,
        },
    }


def register(user: Any, credential: dict[str, Any]) -> None:
    asked = state.of(user).passkey_asked
    if asked is None:
        raise refusal("WebAuthnChallengeNotFound", "The challenge was not found, or it is another one.")
    known = passkeys_of(user)
    if len(known) >= MOST:
        raise refusal("LimitExceeded", f"A user has at most {MOST} passkeys.")
    response = credential.get("response") or {}
    identifier, key = registered(asked, response)
    state.of(user).passkey_asked = None
    attachment = credential.get("authenticatorAttachment") or "platform"
    transports = list(response.get("transports") or [])
    name = text_of(identifier)
    known[name] = Passkey(name, key, asked.relying_party, attachment, transports, unix_time())


def request_options(user: Any, asked: Asked) -> str:
    """CREDENTIAL_REQUEST_OPTIONS of the challenge WEB_AUTHN."""
    options = {
        "challenge": asked.challenge,
        "timeout": 180_000,
        "rpId": asked.relying_party,
        "allowCredentials": [passkey.descriptor for passkey in passkeys_of(user).values()],
        "userVerification": asked.verification,
    }
    return json.dumps(options)


def check(user: Any, asked: Asked, given: str) -> None:
    """CREDENTIAL, the answer to the challenge WEB_AUTHN."""
    try:
        credential = json.loads(given)
        passkey = passkeys_of(user).get(credential["id"])
        response = dict(credential["response"])
    except (ValueError, KeyError, TypeError):
        raise invalid("CREDENTIAL is not what a browser makes.") from None
    if passkey is None:
        raise not_authorized(NO_SESSION)
    verify(asked, passkey.key, response)


def ask(pool: Any) -> Asked:
    config = vars(pool).get("web_authn_config") or {}
    domain = pool.domain
    relying_party = config.get("RelyingPartyId") or (domain and domain.domain)
    if not relying_party:
        raise refusal("WebAuthnConfigurationMissing", "The user pool has no relying party for passkeys.")
    return Asked(text_of(secrets.token_bytes(32)), relying_party, config.get("UserVerification") or "preferred")
