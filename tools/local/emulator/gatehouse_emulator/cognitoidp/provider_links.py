"""Which identities at other providers a user has.

https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-federation-consolidate-users.html
"""

import json
import time
from dataclasses import dataclass, field
from typing import Any

from moto.cognitoidp.exceptions import InvalidParameterException, ResourceNotFoundError, UserNotFoundError
from moto.cognitoidp.responses import CognitoIdpResponse
from moto.core.exceptions import JsonRESTError
from moto.core.responses import ActionResult, EmptyResult

from ..gap import adds

SUBJECT = "Cognito_Subject"
SOCIAL = {"Facebook": "id", "Google": "sub", "LoginWithAmazon": "user_id", "SignInWithApple": "sub"}
MOST = 5


@dataclass
class Identity:
    provider: str
    type: str
    # Of the claim that says who it is, or of another one.
    attribute: str
    value: str
    issuer: str | None
    # The one that the user was made for.
    primary: bool
    since: int = field(default_factory=lambda: int(time.time() * 1000))


def subject_claim(provider: Any) -> str:
    config = provider.extended_config
    return (config.get("AttributeMapping") or {}).get("username") or SOCIAL.get(config.get("ProviderType"), "sub")


def subject_of(provider: Any, claims: dict[str, Any]) -> str:
    value = claims.get(subject_claim(provider)) or claims.get("sub")
    if not value:
        raise InvalidParameterException(f"{provider.name} did not say who it is: no claim {subject_claim(provider)}")
    return str(value)


def username_of(pool: Any, provider: Any, subject: str) -> str:
    """In lower case, unless the pool tells upper from lower case."""
    name = f"{provider.name}_{subject}"
    sensitive = (pool.extended_config.get("UsernameConfiguration") or {}).get("CaseSensitive")
    return name if sensitive else name.lower()


def find(pool: Any, provider: Any, claims: dict[str, Any]) -> Any:
    """The user that this identity is linked to, or was made for; None when it is new."""
    subject = subject_of(provider, claims)
    for user in pool.users.values():
        for identity in _identities(user):
            theirs = subject if identity.attribute == SUBJECT else str(claims.get(identity.attribute))
            if identity.provider == provider.name and identity.value == theirs:
                return user
    return None


def own(user: Any, provider: Any, subject: str) -> None:
    """The identity that the user was made for."""
    _add(user, provider, SUBJECT, subject, primary=True)


@adds(CognitoIdpResponse)
def admin_link_provider_for_user(self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminLinkProviderForUser.html"""
    pool = self.backend.describe_user_pool(self._get_param("UserPoolId"))
    destination, source = self._get_param("DestinationUser") or {}, self._get_param("SourceUser") or {}
    provider = _provider(pool, source)
    attribute, value = _source(provider, source)
    user = _destination(pool, destination)
    if username_of(pool, provider, value) in pool.users and attribute == SUBJECT:
        raise InvalidParameterException("SourceUser has signed in before: delete that user first, then link.")
    holders = [
        other for other in pool.users.values() if any(_is(i, provider, attribute, value) for i in _identities(other))
    ]
    if user in holders:
        raise InvalidParameterException("SourceUser is already linked to DestinationUser")
    if holders:
        raise JsonRESTError("AliasExistsException", "SourceUser is linked to a user already.")
    if sum(not identity.primary for identity in _identities(user)) >= MOST:
        raise JsonRESTError("LimitExceededException", f"A user has at most {MOST} linked identities.")
    _add(user, provider, attribute, value, primary=False)
    return EmptyResult()


@adds(CognitoIdpResponse)
def admin_disable_provider_for_user(self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDisableProviderForUser.html"""
    pool = self.backend.describe_user_pool(self._get_param("UserPoolId"))
    given = self._get_param("User") or {}
    if given.get("ProviderName") == "Cognito":
        # Who has a password here cannot sign in with it any more.
        self.backend.admin_get_user(pool.id, given.get("ProviderAttributeValue")).password = None
        return EmptyResult()
    provider = _provider(pool, given)
    attribute, value = _source(provider, given)
    for user in pool.users.values():
        linked = [i for i in _identities(user) if not i.primary and _is(i, provider, attribute, value)]
        if linked:
            _identities(user).remove(linked[0])
            _tell(user)
            return EmptyResult()
    raise UserNotFoundError("User does not exist.")


def _provider(pool: Any, given: dict[str, str]) -> Any:
    provider = pool.identity_providers.get(given.get("ProviderName"))
    if provider is None:
        raise ResourceNotFoundError(f"Identity provider {given.get('ProviderName')} does not exist.")
    return provider


def _source(provider: Any, given: dict[str, str]) -> tuple[str, str]:
    """Social providers are linked by who it is alone."""
    attribute, value = given.get("ProviderAttributeName"), given.get("ProviderAttributeValue")
    if not attribute or not value:
        raise InvalidParameterException("ProviderAttributeName and ProviderAttributeValue are required.")
    if provider.extended_config.get("ProviderType") in SOCIAL and attribute != SUBJECT:
        raise InvalidParameterException(f"ProviderAttributeName of a social provider must be {SUBJECT}.")
    return (SUBJECT if attribute == subject_claim(provider) else attribute), value


def _destination(pool: Any, given: dict[str, str]) -> Any:
    name, value = given.get("ProviderName"), given.get("ProviderAttributeValue") or ""
    user = pool._get_user(value if name == "Cognito" else f"{name}_{value}")
    if user is None:
        raise UserNotFoundError("User does not exist.")
    return user


def _is(identity: Identity, provider: Any, attribute: str, value: str) -> bool:
    return (identity.provider, identity.attribute, identity.value) == (provider.name, attribute, value)


def _add(user: Any, provider: Any, attribute: str, value: str, primary: bool) -> None:
    config = provider.extended_config
    # Of an OpenID provider alone, though social ones have an issuer too.
    issuer = (config.get("ProviderDetails") or {}).get("oidc_issuer") if config.get("ProviderType") == "OIDC" else None
    _identities(user).append(Identity(provider.name, config.get("ProviderType"), attribute, value, issuer, primary))
    _tell(user)


def _tell(user: Any) -> None:
    """The attribute `identities`."""
    identities = [
        {
            "userId": each.value,
            "providerName": each.provider,
            "providerType": each.type,
            "issuer": each.issuer,
            "primary": each.primary,
            "dateCreated": each.since,
        }
        for each in _identities(user)
    ]
    if identities:
        user.update_attributes([{"Name": "identities", "Value": json.dumps(identities)}])
    elif "identities" in user.attribute_lookup:
        user.delete_attributes(["identities"])


def _identities(user: Any) -> list[Identity]:
    return vars(user).setdefault("identities", [])
