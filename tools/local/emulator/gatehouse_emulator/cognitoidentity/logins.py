"""The logins of a request: which provider says who a person is, and whether its token proves it.

https://docs.aws.amazon.com/cognito/latest/developerguide/external-identity-providers.html
"""

import time
from dataclasses import dataclass
from typing import Any

from ..cognitoidp import tokens as user_pool_tokens
from ..cognitoidp.tokens import InvalidToken, read
from . import oidc_provider, open_id
from .identity import Key
from .refusals import UNSUPPORTED_PROVIDER, invalid_login, invalid_parameter, not_authorized

NOT_A_TOKEN = "Not a valid OpenId Connect identity token."


@dataclass(frozen=True)
class Login:
    """Proven. `provider` is the key of the request's Logins, `mapping` the one of the pool's role mappings."""

    provider: str
    subject: str
    claims: dict[str, Any]
    mapping: str
    amr: tuple[str, ...]

    @property
    def key(self) -> Key:
        return self.provider, self.subject


def verify_logins(pool: Any, logins: dict[str, str]) -> list[Login]:
    """Raises NotAuthorizedException with AWS's text for each that proves nothing."""
    return [_verify(pool, provider, token) for provider, token in logins.items()]


def _verify(pool: Any, provider: str, token: str) -> Login:
    if provider.startswith("cognito-idp."):
        return _of_user_pool(pool, provider, token)
    if provider == open_id.HOST:
        raise invalid_login("Can't pass in a Cognito token.")
    if any(arn.endswith(f":oidc-provider/{provider}") for arn in pool.open_id_connect_provider_arns or []):
        return _of_oidc_provider(pool, provider, token)
    if provider in (pool.supported_login_providers or {}) or provider in (pool.saml_provider_arns or []):
        raise invalid_login(
            f"The emulator cannot verify tokens of {provider}: it reaches no social or SAML provider."
            " Sign in through a user pool, or an OpenID Connect provider on this machine. See docs/emulator.md."
        )
    if "/" in provider or "." in provider and provider != pool.developer_provider_name:
        raise not_authorized(UNSUPPORTED_PROVIDER)
    raise invalid_parameter("Please provide a valid public provider")


def _of_user_pool(pool: Any, provider: str, token: str) -> Login:
    """https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-integrating-user-pools-with-identity-pools.html"""
    claims = _claims(token)
    if not claims.get("aud"):
        raise invalid_login("Missing a required claim: aud")
    if claims.get("iss") != f"https://{provider}":
        raise invalid_login("Issuer doesn't match providerName")
    setting = next((setting for setting in _settings(pool, provider) if setting["ClientId"] == claims["aud"]), None)
    if setting is None:
        raise not_authorized(UNSUPPORTED_PROVIDER)
    with _refusing(claims):
        verified = user_pool_tokens.verify(token, use="id")
    # https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_CognitoIdentityProvider.html
    if setting.get("ServerSideTokenCheck") and not _active(verified):
        raise not_authorized("Token is inactive")
    signed_in = f"{provider}:CognitoSignIn:{claims['sub']}"
    mapping = f"{provider}:{claims['aud']}"
    return Login(provider, claims["sub"], claims, mapping, ("authenticated", provider, signed_in))


def _settings(pool: Any, provider: str) -> list[dict[str, Any]]:
    return [each for each in pool.cognito_identity_providers or [] if each["ProviderName"] == provider]


def _active(verified: user_pool_tokens.Verified) -> bool:
    return verified.user is not None and verified.user.enabled and not verified.revoked


def _of_oidc_provider(pool: Any, provider: str, token: str) -> Login:
    """https://docs.aws.amazon.com/cognito/latest/developerguide/open-id.html"""
    claims = _claims(token)
    if not claims.get("aud"):
        raise invalid_login("Missing a required claim: aud")
    known = oidc_provider.find_provider(pool.account_id, provider)
    if known is None or not set(oidc_provider.audiences(claims)) & set(known.client_id_list):
        raise not_authorized(UNSUPPORTED_PROVIDER)
    with _refusing(claims):
        oidc_provider.verify(token, provider)
    subject = str(claims.get("sub", ""))
    amr = ("authenticated", provider, f"{known.arn}:{provider}:{subject}")
    return Login(provider, subject, claims, provider, amr)


def _claims(token: str) -> dict[str, Any]:
    try:
        return read(token)[1]
    except InvalidToken:
        raise invalid_login(NOT_A_TOKEN) from None


class _refusing:
    """AWS's text for a token that is not valid."""

    def __init__(self, claims: dict[str, Any]):
        self.claims = claims

    def __enter__(self) -> None: ...

    def __exit__(self, kind: Any, error: Any, _trace: Any) -> None:
        if not isinstance(error, InvalidToken):
            return
        raise invalid_login(why(error, self.claims)) from None


def why(invalid: InvalidToken, claims: dict[str, Any]) -> str:
    texts = {
        "malformed": NOT_A_TOKEN,
        "expired": f"Token expired: {int(time.time())} >= {claims.get('exp')}",
        "issuer": "Issuer doesn't match providerName",
        "use": NOT_A_TOKEN,
    }
    return texts.get(invalid.reason, "Couldn't verify signed token.")
