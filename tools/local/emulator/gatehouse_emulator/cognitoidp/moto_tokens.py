"""moto's own operations that read or make tokens use ours."""

from collections.abc import Iterator, Mapping
from typing import Any

from moto.cognitoidp.models import CognitoIdpUserPool, RegionAgnosticBackend, cognitoidp_backends

from ..gap import replaces
from . import refresh, tokens


class _AccessTokens(Mapping[str, tuple[str, str]]):
    """moto looks an access token up to learn whose it is: (client id, user name). Here the look-up verifies it."""

    def __init__(self, pool: Any):
        self.pool = pool

    def __getitem__(self, token: str) -> tuple[str, str]:
        try:
            verified = tokens.verify(token, self.pool, "access")
        except tokens.InvalidToken:
            raise KeyError(token) from None
        if verified.user is None or verified.revoked:
            raise KeyError(token)
        return verified.claims["client_id"], verified.user.username

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


@replaces(CognitoIdpUserPool)
def __init__(original: Any, self: Any, *args: Any, **kwargs: Any) -> None:
    original(self, *args, **kwargs)
    self.access_tokens = _AccessTokens(self)


@replaces(RegionAgnosticBackend)
def _find_backend_by_access_token(_original: Any, _self: Any, access_token: str) -> Any:
    """Its signature, expiry, scope and revocation count.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUser.html
    """
    pool = tokens.authorize(access_token).pool
    return cognitoidp_backends[pool.account_id][pool.region]


@replaces(RegionAgnosticBackend)
def _find_backend_by_access_token_or_session(original: Any, self: Any, access_token: str, session: str) -> Any:
    return original(self, None, session) if session else self._find_backend_by_access_token(access_token)


@replaces(CognitoIdpUserPool)
def create_refresh_token(_original: Any, self: Any, client_id: str, username: str) -> tuple[str, str]:
    grant = refresh.begin(self, self.clients[client_id], self._get_user(username), None)
    return refresh.create(self, grant), grant.event_id


@replaces(CognitoIdpUserPool)
def create_access_token(_original: Any, self: Any, client_id: str, username: str, origin_jti: str) -> tuple[str, int]:
    made = _made(self, client_id, refresh.grant_of(self, origin_jti))
    return made["AccessToken"], made["ExpiresIn"]


@replaces(CognitoIdpUserPool)
def create_id_token(_original: Any, self: Any, client_id: str, username: str, origin_jti: str) -> tuple[str, int]:
    made = _made(self, client_id, refresh.grant_of(self, origin_jti))
    return made["IdToken"], made["ExpiresIn"]


@replaces(CognitoIdpUserPool)
def create_tokens_from_refresh_token(_original: Any, self: Any, refresh_token: str) -> tuple[str, str, int]:
    grant = refresh.owner(self, refresh_token)
    made = _made(self, grant.client_id, grant)
    return made["AccessToken"], made["IdToken"], made["ExpiresIn"]


def _made(pool: Any, client_id: str, grant: Any) -> dict[str, Any]:
    return tokens.issue(pool, pool.clients[client_id], grant.user, origin=grant)
