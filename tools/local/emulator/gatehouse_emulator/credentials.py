"""Temporary credentials of roles: of an identity pool's people and guests, of functions, of those who ask STS."""

import base64
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any


@dataclass(frozen=True)
class Identity:
    """Who holds credentials of an identity pool.
    https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html
    """

    id: str
    pool_id: str
    authenticated: bool
    # What the `amr` claim lists, `["unauthenticated"]`; the provider is the last of several.
    amr: tuple[str, ...]
    # A guest who came by GetCredentialsForIdentity: Cognito's session policies for guests hold too.
    # https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html#access-policies-scope-down-services
    capped: bool = False


@dataclass(frozen=True)
class SessionPolicy:
    """A policy passed to STS, by name or ARN, as JSON text."""

    name: str
    document: str


@dataclass(frozen=True)
class Issued:
    access_key_id: str
    secret_access_key: str
    session_token: str
    expiration: datetime
    role_arn: str
    session_name: str
    identity: Identity | None = None
    session_policies: tuple[SessionPolicy, ...] = ()
    # Of the session: `aws:PrincipalTag/...`, before those of the role.
    tags: Mapping[str, str] = field(default_factory=dict)
    # Keys of a web identity, `accounts.google.com:sub`.
    federated: Mapping[str, Any] = field(default_factory=dict)

    @property
    def account_id(self) -> str:
        return self.role_arn.split(":")[4]

    @property
    def assumed_role_arn(self) -> str:
        """A path of the role is no part of it.
        https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
        """
        partition, account_id = self.role_arn.split(":")[1], self.account_id
        return f"arn:{partition}:sts::{account_id}:assumed-role/{self.role_arn.rsplit('/', 1)[-1]}/{self.session_name}"

    @property
    def expired(self) -> bool:
        return datetime.now(timezone.utc) >= self.expiration


_issued: dict[str, Issued] = {}


def issue(
    role_arn: str,
    session_name: str,
    seconds: float,
    *,
    identity: Identity | None = None,
    session_policies: Sequence[SessionPolicy] = (),
    tags: Mapping[str, str] | None = None,
    federated: Mapping[str, Any] | None = None,
) -> Issued:
    """Distinct each time. Whether the role exists and trusts the caller is the caller's to check."""
    issued = Issued(
        access_key_id="ASIA" + base64.b32encode(secrets.token_bytes(10)).decode(),
        secret_access_key=base64.b64encode(secrets.token_bytes(30)).decode(),
        session_token="IQoJb3JpZ2luX2Vj" + base64.b64encode(secrets.token_bytes(510)).decode(),
        expiration=datetime.now(timezone.utc).replace(microsecond=0) + timedelta(seconds=seconds),
        role_arn=role_arn,
        session_name=session_name,
        identity=identity,
        session_policies=tuple(session_policies),
        tags=dict(tags or {}),
        federated=dict(federated or {}),
    )
    _issued[issued.access_key_id] = issued
    return issued


def find(access_key_id: str) -> Issued | None:
    """Expired ones too: AWS tells them from unknown ones."""
    return _issued.get(access_key_id)


def keys_of(issued: Issued) -> dict[str, Any]:
    """As the TypeScript side reads them (`RoleCredentials`)."""
    return {
        "accessKeyId": issued.access_key_id,
        "secretAccessKey": issued.secret_access_key,
        "sessionToken": issued.session_token,
        "expiration": issued.expiration.isoformat(),
    }
