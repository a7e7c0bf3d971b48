"""The operations of passkeys, all of the person who is signed in."""

from typing import Any

from moto.cognitoidp.responses import CognitoIdpResponse
from moto.core.responses import ActionResult, EmptyResult

from ...gap import adds
from .. import tokens
from ..errors import refusal
from . import challenges


@adds(CognitoIdpResponse)
def start_web_authn_registration(self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_StartWebAuthnRegistration.html"""
    caller = _caller(self)
    return ActionResult({"CredentialCreationOptions": challenges.creation_options(caller.pool, caller.user)})


@adds(CognitoIdpResponse)
def complete_web_authn_registration(self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CompleteWebAuthnRegistration.html"""
    challenges.register(_caller(self).user, self._get_param("Credential") or {})
    return EmptyResult()


@adds(CognitoIdpResponse)
def list_web_authn_credentials(self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListWebAuthnCredentials.html"""
    user = tokens.authorize(self._get_param("AccessToken")).user
    return ActionResult({"Credentials": [passkey.to_json() for passkey in challenges.passkeys_of(user).values()]})


@adds(CognitoIdpResponse)
def delete_web_authn_credential(self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteWebAuthnCredential.html"""
    known = challenges.passkeys_of(tokens.authorize(self._get_param("AccessToken")).user)
    if known.pop(self._get_param("CredentialId"), None) is None:
        raise refusal("ResourceNotFound", "The passkey does not exist.")
    return EmptyResult()


def _caller(self: Any) -> Any:
    caller = tokens.authorize(self._get_param("AccessToken"))
    if not challenges.allowed(caller.pool):
        raise refusal("WebAuthnNotEnabled", "Passkeys are not enabled for this user pool.")
    return caller
