"""Claims of a login that become tags of the session: attributes for access control.

https://docs.aws.amazon.com/cognito/latest/developerguide/attributes-for-access-control.html
"""

import json
from typing import Any

from moto.cognitoidentity.responses import CognitoIdentityResponse

from ..gap import adds
from .logins import Login
from .pools import find_pool
from .refusals import invalid_parameter

DEFAULTS = {"username": "sub", "client": "aud"}
MAX_TAGS, MAX_KEY, MAX_VALUE, MAX_SUM = 50, 128, 256, 460


@adds(CognitoIdentityResponse)
def set_principal_tag_attribute_map(self: Any) -> str:
    """https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetPrincipalTagAttributeMap.html"""
    pool = find_pool(self._get_param("IdentityPoolId"))
    tags = self._get_param("PrincipalTags") or {}
    check_tags(tags)
    provider = _named(self)
    _maps(pool)[provider] = {"UseDefaults": bool(self._get_param("UseDefaults")), "PrincipalTags": tags}
    return _tell(pool, provider)


@adds(CognitoIdentityResponse)
def get_principal_tag_attribute_map(self: Any) -> str:
    """https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetPrincipalTagAttributeMap.html"""
    return _tell(find_pool(self._get_param("IdentityPoolId")), _named(self))


def tags_of(pool: Any, login: Login) -> dict[str, str]:
    """What the provider's claims become; a claim that is not there becomes nothing."""
    known = _maps(pool).get(login.provider)
    if known is None:
        return {}
    names = DEFAULTS if known["UseDefaults"] else known["PrincipalTags"]
    found = {tag: login.claims[claim] for tag, claim in names.items() if login.claims.get(claim) is not None}
    tags = {tag: value if isinstance(value, str) else json.dumps(value) for tag, value in found.items()}
    check_session_tags(tags)
    return tags


def check_tags(tags: dict[str, str]) -> None:
    """https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetPrincipalTagAttributeMap.html"""
    if len(tags) > MAX_TAGS:
        raise invalid_parameter(f"PrincipalTags has {len(tags)} members; at most {MAX_TAGS} are allowed.")
    for key, value in tags.items():
        if not 1 <= len(key) <= MAX_KEY or not isinstance(value, str) or not 1 <= len(value) <= MAX_VALUE:
            raise invalid_parameter(
                f"PrincipalTags: '{key}': expected a key of 1 to {MAX_KEY} and a value of 1 to {MAX_VALUE} characters."
            )


def check_session_tags(tags: dict[str, str]) -> None:
    """https://docs.aws.amazon.com/cognito/latest/developerguide/attributes-for-access-control.html"""
    check_tags(tags)
    if sum(len(key) + len(value) for key, value in tags.items()) > MAX_SUM:
        raise invalid_parameter(f"PrincipalTags: keys and values have at most {MAX_SUM} characters together.")


def _named(self: Any) -> str:
    provider = self._get_param("IdentityProviderName")
    if not provider:
        raise invalid_parameter("IdentityProviderName is required.")
    return provider


def _tell(pool: Any, provider: str) -> str:
    known = _maps(pool).get(provider, {"UseDefaults": False, "PrincipalTags": {}})
    return json.dumps({"IdentityPoolId": pool.identity_pool_id, "IdentityProviderName": provider, **known})


def _maps(pool: Any) -> dict[str, dict[str, Any]]:
    return vars(pool).setdefault("principal_tag_maps", {})
