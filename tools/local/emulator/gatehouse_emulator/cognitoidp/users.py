"""Users: their ids, and how they are found."""

from typing import Any

from moto.cognitoidp.models import CognitoIdpUser, CognitoIdpUserPool
from moto.cognitoidp.responses import CognitoIdpResponse
from moto.core.exceptions import InvalidToken
from moto.core.responses import ActionResult

from ..gap import replaces
from . import ids
from .errors import invalid
from .user_pools import find_pool


@replaces(CognitoIdpUser)
def __init__(
    original: Any, self: Any, user_pool_id: str, username: str | None, password: Any, status: Any, attributes: Any
) -> None:
    """A `sub` that is the same after each start. It is the user's name where people sign in with e-mail or phone.
    https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html
    """
    original(self, user_pool_id, username, password, status, attributes)
    known = self.attribute_lookup
    self.id = ids.user_id(find_pool(user_pool_id), username or known.get("email") or known.get("phone_number", ""))
    self.username = username or self.id
    self.update_attributes([{"Name": "sub", "Value": self.id}])


@replaces(CognitoIdpUserPool)
def _get_user(original: Any, self: Any, username: str) -> Any:
    """A pool tells upper from lower case only when configured to.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UsernameConfigurationType.html
    """
    user = original(self, username)
    if user or not username:
        return user
    exact = (self.extended_config.get("UsernameConfiguration") or {}).get("CaseSensitive")
    fold = str if exact else str.lower
    return next((user for user in self.users.values() if fold(username) in map(fold, _names(self, user))), None)


@replaces(CognitoIdpResponse)
def list_users(original: Any, self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsers.html"""
    try:
        return original(self)
    except InvalidToken:
        raise invalid("Invalid pagination token") from None


def _names(pool: Any, user: Any) -> list[str]:
    """All that the user can sign in with; an alias once it is verified.
    https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html#user-pool-settings-aliases
    """
    known, config = user.attribute_lookup, pool.extended_config
    aliases = [
        name
        for name in config.get("AliasAttributes") or []
        if name == "preferred_username" or known.get(f"{name}_verified") == "true"
    ]
    return [
        user.username,
        *(known[name] for name in [*(config.get("UsernameAttributes") or []), *aliases] if name in known),
    ]
