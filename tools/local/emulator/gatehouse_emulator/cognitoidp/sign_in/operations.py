"""InitiateAuth, AdminInitiateAuth, RespondToAuthChallenge, AdminRespondToAuthChallenge."""

from typing import Any

from moto.cognitoidp.responses import CognitoIdpResponse
from moto.core.responses import ActionResult

from ...gap import replaces
from ..client_rules import named_client
from .initiate import initiate
from .respond import respond


@replaces(CognitoIdpResponse)
def initiate_auth(_original: Any, self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html"""
    pool, client = named_client(self)
    return ActionResult(_initiate(self, pool, client, "api"))


@replaces(CognitoIdpResponse)
def admin_initiate_auth(_original: Any, self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminInitiateAuth.html"""
    pool, client = _named_pool_and_client(self)
    return ActionResult(_initiate(self, pool, client, "admin"))


@replaces(CognitoIdpResponse)
def respond_to_auth_challenge(_original: Any, self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RespondToAuthChallenge.html"""
    _, client = named_client(self)
    return ActionResult(_respond(self, client, "api"))


@replaces(CognitoIdpResponse)
def admin_respond_to_auth_challenge(_original: Any, self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminRespondToAuthChallenge.html"""
    _, client = _named_pool_and_client(self)
    return ActionResult(_respond(self, client, "admin"))


def _initiate(self: Any, pool: Any, client: Any, through: str) -> dict[str, Any]:
    return initiate(
        pool,
        client,
        self._get_param("AuthFlow"),
        self._get_param("AuthParameters") or {},
        through,
        self._get_param("ClientMetadata"),
        self._get_param("Session"),
    )


def _respond(self: Any, client: Any, through: str) -> dict[str, Any]:
    return respond(
        client,
        self._get_param("ChallengeName"),
        self._get_param("Session"),
        self._get_param("ChallengeResponses") or {},
        through,
        self._get_param("ClientMetadata"),
    )


def _named_pool_and_client(self: Any) -> tuple[Any, Any]:
    pool_id = self._get_param("UserPoolId")
    return self.backend.describe_user_pool(pool_id), self.backend.describe_user_pool_client(
        pool_id, self._get_param("ClientId")
    )
