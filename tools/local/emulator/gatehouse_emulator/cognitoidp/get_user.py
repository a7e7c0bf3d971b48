"""Whose access token it is."""

from typing import Any

from moto.cognitoidp.models import RegionAgnosticBackend

from ..gap import replaces
from . import tokens


@replaces(RegionAgnosticBackend)
def get_user(_original: Any, self: Any, access_token: str) -> Any:
    """The token's signature, expiry, scope and revocation count.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUser.html
    """
    return tokens.authorize(access_token).user
