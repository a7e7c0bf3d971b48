"""The identities of an identity pool, and the logins that each of them has."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from moto.core.exceptions import JsonRESTError
from werkzeug.exceptions import HTTPException

from .kept_ids import guest_id, is_first_id, is_guest_id, login_id
from .pools import pools_in
from .refusals import conflict, not_found

# https://docs.aws.amazon.com/cognito/latest/developerguide/limits.html
MAX_LOGINS = 20

# (provider, subject): whom a provider knows.
Key = tuple[str, str]


@dataclass
class Identity:
    """A person, or a guest, whom an identity pool knows."""

    id: str
    pool: Any
    logins: dict[Key, None] = field(default_factory=dict)
    """Once linked, an identity never becomes a guest again."""
    linked: bool = False
    """False after a merge into another."""
    enabled: bool = True
    created: float = field(default_factory=time.time)
    modified: float = field(default_factory=time.time)

    @property
    def providers(self) -> list[str]:
        return list(dict.fromkeys(provider for provider, _ in self.logins))

    def describe(self) -> dict[str, Any]:
        dates = {"CreationDate": self.created, "LastModifiedDate": self.modified}
        return {"IdentityId": self.id, "Logins": self.providers, **dates}

    def link(self, logins: Iterable[Key]) -> None:
        """One login of a provider, other than the developer's own.
        https://docs.aws.amazon.com/cognito/latest/developerguide/switching-identities.html
        """
        for login in logins:
            others = [key for key in self.logins if key[0] == login[0] and key != login]
            if others and login[0] != self.pool.developer_provider_name:
                raise conflict(f"Identity '{self.id}' already has a login of {login[0]}.")
            self.logins[login] = None
        if len(self.logins) > MAX_LOGINS:
            raise JsonRESTError("LimitExceededException", f"An identity has at most {MAX_LOGINS} logins.")
        self.linked = self.linked or bool(self.logins)
        self.modified = time.time()

    def unlink(self, logins: Iterable[Key]) -> None:
        for login in logins:
            self.logins.pop(login, None)
        self.modified = time.time()

    def absorb(self, other: "Identity") -> None:
        """The other's logins become this identity's; the other is disabled."""
        self.link(other.logins)
        other.logins = {}
        other.enabled = False
        other.modified = time.time()


def identities(pool: Any) -> dict[str, Identity]:
    return vars(pool).setdefault("identities", {})


def new_guest(pool: Any) -> Identity:
    """A new one at each call.
    https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html
    """
    return _keep(pool, guest_id(pool))


def new_identity(pool: Any, logins: list[Key]) -> Identity:
    made = _keep(pool, login_id(pool, logins[0]))
    made.link(logins)
    return made


def find_identity(identity_id: str, logins: Callable[[Any], list[Key]] | None = None) -> Identity:
    """Also one that a browser kept from an earlier start: a guest's, or that of a person who has `logins` now.
    https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DescribeIdentity.html
    """
    region, suffix = identity_id.split(":")
    pools = pools_in(region)
    known = next((identities(pool)[identity_id] for pool in pools if identity_id in identities(pool)), None)
    kept = known or next(filter(None, (_of_earlier_start(pool, suffix, logins) for pool in pools)), None)
    if kept is None:
        raise not_found(f"Identity '{identity_id}' not found.")
    return kept


def owner_of(pool: Any, login: Key) -> Identity | None:
    return next((identity for identity in identities(pool).values() if login in identity.logins), None)


def _of_earlier_start(pool: Any, suffix: str, logins: Callable[[Any], list[Key]] | None) -> Identity | None:
    if suffix in vars(pool).get("gone", ()):
        return None
    if is_guest_id(pool, suffix):
        return _keep(pool, suffix)
    try:
        keys = logins(pool) if logins else []
    except HTTPException:
        return None
    return next((new_identity(pool, keys) for key in keys[:1] if is_first_id(pool, key, suffix)), None)


def _keep(pool: Any, suffix: str) -> Identity:
    identity = Identity(f"{pool.identity_pool_id.split(':')[0]}:{suffix}", pool)
    identities(pool)[identity.id] = identity
    return identity
