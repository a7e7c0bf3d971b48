"""Users: their ids, and how they are found."""

from typing import Any

from moto.cognitoidp.models import CognitoIdpUser, CognitoIdpUserPool

from ..gap import replaces
from . import ids
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
    if user or self.extended_config.get("UsernameConfiguration", {}).get("CaseSensitive"):
        return user
    names = ("username", *self.extended_config.get("UsernameAttributes", []))
    for candidate in self.users.values():
        known = {"username": candidate.username, **candidate.attribute_lookup}
        if any(known.get(name, "").lower() == (username or "").lower() for name in names):
            return candidate
    return None
