"""Who a request with an identity's id, and logins or none, is; and what it links.

https://docs.aws.amazon.com/cognito/latest/developerguide/switching-identities.html
"""

from dataclasses import dataclass
from typing import Any

from ..cognitoidp.tokens import InvalidToken, read
from . import open_id
from .identity import Identity, Key, find_identity, new_guest, new_identity, owner_of
from .logins import NOT_A_TOKEN, Login, verify_logins, why
from .principal_tags import tags_of
from .refusals import GUESTS_OFF, LOGINS_DO_NOT_MATCH, conflict, forbidden, invalid_login, not_authorized


@dataclass(frozen=True)
class Access:
    """An identity, and what proves it."""

    identity: Identity
    """None of a guest, and of a developer's own login."""
    login: Login | None
    amr: tuple[str, ...]
    tags: dict[str, str]

    @property
    def guest(self) -> bool:
        return self.amr == ("unauthenticated",)


def identity_for(pool: Any, logins: dict[str, str] | None) -> Identity:
    """The identity that has one of the logins, else a new one.
    https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetId.html
    """
    if not logins:
        _check_guests(pool)
        return new_guest(pool)
    proven = [login.key for login in verify_logins(pool, logins)]
    owners = _owners(pool, proven)
    if not owners:
        return new_identity(pool, proven)
    return _join(owners[0], owners[1:], proven)


def access(identity_id: str, logins: dict[str, str] | None) -> Access:
    """https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetCredentialsForIdentity.html"""
    if not logins:
        return _guest(find_identity(identity_id))
    if open_id.HOST in logins:
        return _redeem(find_identity(identity_id), logins)
    return _signed_in(identity_id, logins)


def developer_access(identity: Identity, user: str, tags: dict[str, str]) -> Access:
    """https://docs.aws.amazon.com/cognito/latest/developerguide/developer-authenticated-identities.html"""
    provider = identity.pool.developer_provider_name
    amr = ("authenticated", provider, f"{provider}:{identity.pool.identity_pool_id}:{user}")
    return Access(identity, None, amr, tags)


def _guest(identity: Identity) -> Access:
    if identity.linked or not identity.enabled:
        raise forbidden(identity.id)
    _check_guests(identity.pool)
    return Access(identity, None, ("unauthenticated",), {})


def _check_guests(pool: Any) -> None:
    if not pool.allow_unauthenticated_identities:
        raise not_authorized(GUESTS_OFF)


def _signed_in(identity_id: str, logins: dict[str, str]) -> Access:
    named = find_identity(identity_id, lambda pool: [login.key for login in verify_logins(pool, logins)])
    proven = verify_logins(named.pool, logins)
    keys = [login.key for login in proven]
    identity = _resolve(named, keys)
    login = proven[0]
    return Access(identity, login, login.amr, tags_of(identity.pool, login))


def _resolve(named: Identity, keys: list[Key]) -> Identity:
    owners = _owners(named.pool, keys)
    if named in owners:
        return _join(named, [owner for owner in owners if owner is not named], keys)
    if named.linked:
        # Another person's identity: AWS does not document what follows.
        raise not_authorized(LOGINS_DO_NOT_MATCH)
    if not named.enabled or owners:
        # A guest signs in who has an identity already, or comes back after that.
        if not owners:
            raise forbidden(named.id)
        named.enabled = False
        return _join(owners[0], owners[1:], keys)
    named.link(keys)
    return named


def _join(identity: Identity, others: list[Identity], keys: list[Key]) -> Identity:
    """One identity from several of which the request has a login each."""
    held = {login[0]: login for each in (identity, *others) for login in each.logins}
    for each in (identity, *others):
        for login in each.logins:
            if held[login[0]] != login and login[0] != identity.pool.developer_provider_name:
                raise conflict(f"Identities cannot be merged: both have a login of {login[0]}.")
    for other in others:
        identity.absorb(other)
    identity.link(keys)
    return identity


def _owners(pool: Any, keys: list[Key]) -> list[Identity]:
    found = [owner_of(pool, key) for key in keys]
    return list({owner.id: owner for owner in found if owner}.values())


def _redeem(identity: Identity, logins: dict[str, str]) -> Access:
    """An OpenID token of this service, which a developer's back end handed out.
    https://docs.aws.amazon.com/cognito/latest/developerguide/developer-authenticated-identities.html
    """
    token = logins[open_id.HOST]
    try:
        if read(token)[1].get("iss") != open_id.ISSUER:
            raise invalid_login("Not a Cognito token.")
        claims = open_id.verify(token)
    except InvalidToken as invalid:
        known = read(token)[1] if invalid.reason != "malformed" else {}
        raise invalid_login(why(invalid, known) if known else NOT_A_TOKEN) from None
    if claims["aud"] != identity.pool.identity_pool_id or claims["sub"] != identity.id or not identity.enabled:
        raise not_authorized(LOGINS_DO_NOT_MATCH)
    if claims["amr"] == ["unauthenticated"]:
        return _guest(identity)
    return Access(identity, None, tuple(claims["amr"]), open_id.principal_tags(claims))
