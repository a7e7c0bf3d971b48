"""Before tokens are made: claims, scopes and groups that the function adds or takes away.

https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
"""

from dataclasses import dataclass, field
from typing import Any

from moto.core.exceptions import JsonRESTError

from .run import attributes, configured, run

# What a function cannot change; Cognito passes over it.
PROTECTED = frozenset(
    (
        "acr",
        "amr",
        "at_hash",
        "auth_time",
        "azp",
        "client_id",
        "cognito:username",
        "event_id",
        "exp",
        "iat",
        "identities",
        "iss",
        "jti",
        "nbf",
        "nonce",
        "origin_jti",
        "sub",
        "token_use",
        "username",
        "version",
    )
)


@dataclass(frozen=True)
class Changes:
    """To one of the two tokens."""

    add: dict[str, Any] = field(default_factory=dict)
    suppress: tuple[str, ...] = ()

    def without(self, claim: str) -> "Changes":
        return Changes({name: value for name, value in self.add.items() if name != claim}, self.suppress)

    def apply(self, claims: dict[str, Any]) -> dict[str, Any]:
        """A claim that is both added and suppressed is not there."""
        changed = {**claims, **{name: value for name, value in self.add.items() if name not in PROTECTED}}
        gone = {name for name in self.suppress if name not in PROTECTED}
        return {name: value for name, value in changed.items() if name not in gone}


@dataclass(frozen=True)
class Claims:
    """What the function answered."""

    id_token: Changes = Changes()
    access_token: Changes = Changes()
    scopes_to_add: tuple[str, ...] = ()
    scopes_to_suppress: tuple[str, ...] = ()
    """`groupsToOverride`, `iamRolesToOverride`, `preferredRole`; None leaves the groups as they are."""
    groups: dict[str, Any] | None = None

    def scopes(self, granted: list[str]) -> list[str]:
        kept = [scope for scope in [*granted, *self.scopes_to_add] if scope not in self.scopes_to_suppress]
        return list(dict.fromkeys(kept))

    def in_access_token(self, claims: dict[str, Any]) -> dict[str, Any]:
        """`aud` may only be the client itself."""
        added = self.access_token.add.get("aud")
        own = added is None or added == claims.get("client_id")
        return (self.access_token if own else self.access_token.without("aud")).apply(claims)

    def in_id_token(self, claims: dict[str, Any]) -> dict[str, Any]:
        return self.id_token.without("aud").apply(claims)


def pre_token_generation(
    pool: Any,
    source: str,
    client_id: str,
    user: Any,
    groups: dict[str, Any],
    scopes: list[str],
    metadata: dict[str, str] | None = None,
) -> Claims:
    """`source`: `TokenGeneration_Authentication`, `_NewPasswordChallenge`, `_AuthenticateDevice`, `_RefreshTokens`,
    `_HostedAuth`, `_ClientCredentials`. `groups`: `groupsToOverride`, `iamRolesToOverride`, `preferredRole` as is.
    A machine has no user: its event (version 3 only) has the client's name and no attributes.
    """
    _, version = configured(pool, "PreTokenGeneration") or ("", "")
    machine = source == "TokenGeneration_ClientCredentials"
    if not version or (machine and version != "3"):
        return Claims()
    request: dict[str, Any] = {"userAttributes": {} if machine else attributes(user), "groupConfiguration": groups}
    if version != "1":
        request["scopes"] = scopes
    request["clientMetadata"] = metadata
    member = "claimsOverrideDetails" if version == "1" else "claimsAndScopeOverrideDetails"
    answer = run(pool, "PreTokenGeneration", source, client_id, client_id if machine else user, request, {member: None})
    details = _object((answer or {}).get(member))
    return _first_version(details) if version == "1" else _later_version(details)


def _first_version(details: dict[str, Any]) -> Claims:
    changes = _changes(details)
    if not all(isinstance(value, str) for value in changes.add.values()):
        raise _unrecognizable()
    return Claims(id_token=changes, groups=_groups(details))


def _later_version(details: dict[str, Any]) -> Claims:
    access = _object(details.get("accessTokenGeneration"))
    return Claims(
        _changes(_object(details.get("idTokenGeneration"))),
        _changes(access),
        _names(access.get("scopesToAdd")),
        _names(access.get("scopesToSuppress")),
        _groups(details),
    )


def _groups(details: dict[str, Any]) -> dict[str, Any] | None:
    override = details.get("groupOverrideDetails")
    return _object(override) if override is not None else None


def _changes(generation: dict[str, Any]) -> Changes:
    return Changes(_object(generation.get("claimsToAddOrOverride")), _names(generation.get("claimsToSuppress")))


def _object(value: Any) -> dict[str, Any]:
    if value is not None and not isinstance(value, dict):
        raise _unrecognizable()
    return value or {}


def _names(value: Any) -> tuple[str, ...]:
    if value is not None and not (isinstance(value, list) and all(isinstance(name, str) for name in value)):
        raise _unrecognizable()
    return tuple(value or ())


def _unrecognizable() -> JsonRESTError:
    return JsonRESTError("InvalidLambdaResponseException", "Unrecognizable lambda output")
