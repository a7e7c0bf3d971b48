"""What the sign-in pages and the OAuth endpoints of tools/local/src/front-door ask of the user pools."""

from typing import Any

from moto.cognitoidp.exceptions import ResourceNotFoundError
from moto.core.exceptions import JsonRESTError

from ..internal import internal
from . import authorization_codes, browser_sessions, claims, discovery, federation, refresh, sign_in, tokens
from .user_pools import find_pool

Body = dict[str, Any]


def pool_of(body: Body) -> Any:
    pool = find_pool(body["poolId"])
    if pool is None:
        raise ResourceNotFoundError(f"User pool {body['poolId']} does not exist.")
    return pool


def client_of(body: Body) -> tuple[Any, Any]:
    pool = pool_of(body)
    client = pool.clients.get(body["clientId"])
    if client is None:
        raise ResourceNotFoundError(f"User pool client {body['clientId']} does not exist.")
    return pool, client


@internal("front-door-serve")
def serve(body: Body) -> Body:
    """Where the pages of the pool are served from now on."""
    discovery.front_door[pool_of(body).id] = body["url"]
    return {}


@internal("front-door-pool")
def describe(body: Body) -> Body:
    """Everything that a page or an endpoint needs to know of the pool, secrets of clients included."""
    pool = pool_of(body)
    config = pool.extended_config
    schema = pool.schema_attributes.values()
    return {
        "id": pool.id,
        "name": pool.name,
        "region": pool.region,
        "issuer": claims.issuer(pool),
        "selfSignUp": not config.get("AdminCreateUserConfig", {}).get("AllowAdminCreateUserOnly"),
        "usernameAttributes": config.get("UsernameAttributes") or [],
        "requiredAttributes": [a.name for a in schema if a.required and a.name != "sub"],
        "customScopes": [
            f"{server.identifier}/{scope['ScopeName']}"
            for server in pool.resource_servers.values()
            for scope in server.scopes or []
        ],
        "clients": [_client(client) for client in pool.clients.values()],
        "providers": [_provider(provider) for provider in pool.identity_providers.values()],
    }


def _client(client: Any) -> Body:
    config = client.extended_config
    return {
        "id": client.id,
        **({"secret": client.secret} if client.generate_secret else {}),
        "oauthEnabled": bool(config.get("AllowedOAuthFlowsUserPoolClient")),
        "flows": config.get("AllowedOAuthFlows") or [],
        "scopes": config.get("AllowedOAuthScopes") or [],
        "callbackUrls": config.get("CallbackURLs") or [],
        "logoutUrls": config.get("LogoutURLs") or [],
        "identityProviders": config.get("SupportedIdentityProviders") or [],
    }


def _provider(provider: Any) -> Body:
    config = provider.extended_config
    details = config.get("ProviderDetails") or {}
    return {
        "name": provider.name,
        "type": config.get("ProviderType"),
        "identifiers": config.get("IdpIdentifiers") or [],
        "clientId": details.get("client_id", ""),
        "clientSecret": details.get("client_secret", ""),
        "scopes": details.get("authorize_scopes", "").replace(",", " ").split(),
        "subjectClaim": federation.subject_claim(provider),
        "mappedClaims": sorted(set((config.get("AttributeMapping") or {}).values())),
    }


@internal("front-door-sign-in")
def begin(body: Body) -> Body:
    """Whatever flows the client allows: the pages have one of their own."""
    pool, client = client_of(body)
    return _step(sign_in.authenticate(pool, client, body["username"], body["password"]))


@internal("front-door-respond")
def respond(body: Body) -> Body:
    _, client = client_of(body)
    return _step(sign_in.respond(client, body["challenge"], body["session"], body["responses"], through="page"))


def _step(answer: Body) -> Body:
    if "SignedIn" in answer:
        return {"username": answer["SignedIn"]["Username"]}
    return {
        "challenge": answer["ChallengeName"],
        "session": answer["Session"],
        "parameters": answer["ChallengeParameters"],
    }


@internal("front-door-federate")
def federate(body: Body) -> Body:
    pool, client = client_of(body)
    user = federation.sign_in(pool, client, body["provider"], body["idToken"], body["userInfo"])
    return {"username": user.username}


@internal("front-door-open-session")
def open_session(body: Body) -> Body:
    pool = pool_of(body)
    return {"session": browser_sessions.start(pool, pool.users[body["username"]])}


@internal("front-door-find-session")
def find_session(body: Body) -> Body:
    pool = pool_of(body)
    for session in body["sessions"]:
        user = browser_sessions.user_of(pool, session)
        if user is not None:
            return {"session": session, "username": user.username}
    return {}


@internal("front-door-close-session")
def close_session(body: Body) -> Body:
    browser_sessions.end(pool_of(body), body["session"])
    return {}


@internal("front-door-make-code")
def make_code(body: Body) -> Body:
    pool, client = client_of(body)
    return {"code": authorization_codes.make(pool, client, pool.users[body["username"]], body)}


@internal("front-door-redeem")
def redeem(body: Body) -> Body:
    pool, client = client_of(body)
    return authorization_codes.redeem(pool, client, body["code"], body["redirectUri"], body["verifier"])


@internal("front-door-grant-tokens")
def grant_tokens(body: Body) -> Body:
    pool, client = client_of(body)
    return authorization_codes.implicit(pool, client, pool.users[body["username"]], body)


@internal("front-door-refresh")
def refreshed(body: Body) -> Body:
    """https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html"""
    pool, client = client_of(body)
    grant = refresh.find(pool, client, body["refreshToken"])
    successor = refresh.rotate(pool, client, body["refreshToken"])
    result = tokens.issue(pool, client, grant.user, origin=grant, source="TokenGeneration_RefreshTokens")
    return authorization_codes.oauth(result, successor)


@internal("front-door-machine-token")
def machine_token(body: Body) -> Body:
    pool, client = client_of(body)
    return authorization_codes.oauth(tokens.issue_for_client(pool, client, body["scopes"], body["metadata"]))


@internal("front-door-user-info")
def user_info(body: Body) -> Body:
    """Attributes are strings, `email_verified` too.
    https://docs.aws.amazon.com/cognito/latest/developerguide/userinfo-endpoint.html
    """
    dead = "Access token is expired, disabled, or deleted, or the user has globally signed out."
    try:
        verified = tokens.verify(body["accessToken"], pool_of(body), use="access")
    except tokens.InvalidToken:
        raise JsonRESTError("invalid_token", dead) from None
    scopes = tuple(verified.claims.get("scope", "").split())
    if "openid" not in scopes:
        raise JsonRESTError("invalid_token", "Access token does not contain openid scope")
    client, user = verified.client, verified.user
    if client is None or user is None or verified.revoked or not user.enabled:
        raise JsonRESTError("invalid_token", dead)
    return {**claims.readable_attributes(client, user, scopes), "username": user.username}


@internal("sign-token")
def sign_token(body: Body) -> Body:
    """Exactly these claims, with the pool's key of their use: the smoke test shows forged and expired tokens."""
    return {"token": tokens.sign(pool_of(body), body["claims"].get("token_use", "id"), body["claims"])}
