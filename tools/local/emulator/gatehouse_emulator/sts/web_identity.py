"""A role for who has a token of an identity provider.

https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
"""

import re
from dataclasses import dataclass
from typing import Any

from moto.core.responses import ActionResult
from moto.sts.exceptions import STSClientError
from moto.sts.responses import TokenResponse

from .. import credentials
from ..cognitoidentity import oidc_provider, open_id
from ..cognitoidp.tokens import InvalidToken, read
from ..gap import replaces
from .refusals import AccessDenied, invalid, invalid_token
from .session import DEFAULT_SECONDS, answer_of, seconds_of, session_policies_of
from .trust import ASSUME, trusts

NOT_A_JWT = "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)"
ROLE_ARN = re.compile(r"arn:[\w-]+:iam::\d{12}:role/[\w+=,.@/-]{1,512}")


@dataclass(frozen=True)
class _Web:
    """Who holds a token, as the role's trust policy sees it."""

    principal: str
    provider: str
    subject: str
    audience: str
    keys: dict[str, Any]
    identity: credentials.Identity | None
    tags: dict[str, str]


@replaces(TokenResponse)
def assume_role_with_web_identity(_original: Any, self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html"""
    role_arn, session = self._get_param("RoleArn") or "", self._get_param("RoleSessionName") or ""
    if not re.fullmatch(r"[\w+=,.@-]{2,64}", session):
        raise invalid(
            f"1 validation error detected: Value '{session}' at 'roleSessionName' failed to satisfy constraint:"
            r" Member must satisfy regular expression pattern: [\w+=,.@-]*"
        )
    if not ROLE_ARN.fullmatch(role_arn):
        raise invalid(f"{role_arn!r} is invalid")
    web = _read(self._get_param("WebIdentityToken") or "", role_arn)
    if not trusts(role_arn, web.principal, {**web.keys, "sts:RoleSessionName": session}, web.tags):
        raise AccessDenied(f"Not authorized to perform {ASSUME}")
    issued = credentials.issue(
        role_arn,
        session,
        seconds_of(role_arn, self._get_int_param("DurationSeconds", DEFAULT_SECONDS)),
        identity=web.identity,
        session_policies=session_policies_of(role_arn, self._get_param("Policy"), self._get_param("PolicyArns") or []),
        tags=web.tags,
        federated={} if web.identity else web.keys,
    )
    return ActionResult(_answer(issued, web))


def _answer(issued: credentials.Issued, web: _Web) -> dict[str, Any]:
    return {
        **answer_of(issued),
        "SubjectFromWebIdentityToken": web.subject,
        "Provider": web.provider,
        "Audience": web.audience,
    }


def _read(token: str, role_arn: str) -> _Web:
    try:
        issuer = str(read(token)[1].get("iss", ""))
        return _of_identity_pool(token) if issuer == open_id.ISSUER else _of_oidc_provider(token, issuer, role_arn)
    except InvalidToken as reason:
        if reason.reason == "malformed":
            raise invalid_token(NOT_A_JWT) from None
        if reason.reason == "expired":
            raise STSClientError("ExpiredTokenException", "Token expired") from None
        raise invalid_token("Couldn't retrieve verification key from your identity provider") from None


def _of_identity_pool(token: str) -> _Web:
    """https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html"""
    claims = open_id.verify(token)
    amr = tuple(claims["amr"])
    keys = {f"{open_id.HOST}:{name}": claims[name] for name in ("aud", "sub", "amr")}
    identity = credentials.Identity(claims["sub"], claims["aud"], amr != ("unauthenticated",), amr)
    tags = open_id.principal_tags(claims)
    return _Web(open_id.HOST, open_id.HOST, claims["sub"], claims["aud"], keys, identity, tags)


def _of_oidc_provider(token: str, issuer: str, role_arn: str) -> _Web:
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html"""
    url = re.sub(r"^https?://", "", issuer)
    provider = oidc_provider.find_provider(role_arn.split(":")[4], url)
    if provider is None:
        raise invalid_token(f"No OpenIDConnect provider found in your account for {issuer}")
    claims = oidc_provider.verify(token, url)
    audience = next((each for each in oidc_provider.audiences(claims) if each in provider.client_id_list), None)
    if audience is None:
        raise invalid_token("Incorrect token audience")
    subject = str(claims.get("sub", ""))
    keys = {f"{url}:aud": audience, f"{url}:sub": subject}
    return _Web(provider.arn, provider.arn, subject, audience, keys, None, {})
