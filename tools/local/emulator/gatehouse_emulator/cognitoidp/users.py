"""Users: how they are found."""

from typing import Any

from moto.cognitoidp.models import CognitoIdpUserPool

from ..gap import replaces


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
