"""The first request of a sign-in."""

from collections.abc import Callable
from typing import Any

from .. import refresh, sessions, tokens
from ..client_rules import check_flow, check_secret
from ..errors import invalid, missing, not_authorized
from . import choose, custom, finish, password, verifier
from .attempt import Attempt, begin

# https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html
PUBLIC = ("USER_SRP_AUTH", "REFRESH_TOKEN_AUTH", "REFRESH_TOKEN", "CUSTOM_AUTH", "USER_PASSWORD_AUTH", "USER_AUTH")
# https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminInitiateAuth.html
ADMIN = (
    "ADMIN_NO_SRP_AUTH",
    "ADMIN_USER_PASSWORD_AUTH",
    "USER_SRP_AUTH",
    "REFRESH_TOKEN_AUTH",
    "REFRESH_TOKEN",
    "CUSTOM_AUTH",
    "USER_AUTH",
)
FLOWS: dict[str, Callable[[Attempt, dict[str, str]], dict[str, Any]]] = {
    "ADMIN_NO_SRP_AUTH": password.sign_in,
    "ADMIN_USER_PASSWORD_AUTH": password.sign_in,
    "CUSTOM_AUTH": custom.sign_in,
    "USER_AUTH": choose.sign_in,
    "USER_PASSWORD_AUTH": password.sign_in,
    "USER_SRP_AUTH": verifier.sign_in,
}


def initiate(
    pool: Any,
    client: Any,
    flow: str,
    parameters: dict[str, str],
    through: str = "api",
    metadata: dict[str, str] | None = None,
    session: str | None = None,
) -> dict[str, Any]:
    """InitiateAuth, or AdminInitiateAuth where `through` is `admin`."""
    if flow not in (ADMIN if through == "admin" else PUBLIC):
        raise invalid("Initiate Auth method not supported.")
    check_flow(client, flow)
    if flow.startswith("REFRESH"):
        return _refreshed(pool, client, parameters, metadata)
    attempt = begin(pool, client, parameters, through, metadata)
    if flow == "USER_AUTH" and session:
        return _just_confirmed(attempt, session)
    return FLOWS[flow](attempt, parameters)


def authenticate(
    pool: Any, client: Any, username: str, password_given: str, metadata: dict[str, str] | None = None
) -> dict[str, Any]:
    """For the sign-in pages, whatever flows the client allows: a challenge, or `{"SignedIn": {"Username", "Sub"}}`.

    `respond(..., through="page")` answers its challenges.
    """
    attempt = begin(pool, client, {"USERNAME": username}, "page", metadata)
    return password.sign_in(attempt, {"PASSWORD": password_given})


def _refreshed(pool: Any, client: Any, parameters: dict[str, str], metadata: dict[str, str] | None) -> dict[str, Any]:
    """https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html"""
    token = parameters.get("REFRESH_TOKEN")
    if not token:
        raise missing("REFRESH_TOKEN")
    if refresh.rotates(client):
        raise invalid(
            "Refresh token rotation is enabled for this client: use GetTokensFromRefreshToken, not REFRESH_TOKEN_AUTH."
        )
    grant = refresh.find(pool, client, token, parameters.get("DEVICE_KEY"))
    check_secret(client, grant.user.username, parameters.get("SECRET_HASH"))
    result = tokens.issue(
        pool, client, grant.user, origin=grant, source="TokenGeneration_RefreshTokens", metadata=metadata
    )
    return {"ChallengeParameters": {}, "AuthenticationResult": result}


def _just_confirmed(attempt: Attempt, token: str) -> dict[str, Any]:
    """A user who proved an address a moment ago need not prove anything else.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmSignUp.html
    """
    session = sessions.find(attempt.client, token, "CONFIRMED")
    if session.user is not attempt.user:
        raise not_authorized("Invalid session for the user.")
    sessions.spend(session)
    return finish.after_first_factor(attempt)
