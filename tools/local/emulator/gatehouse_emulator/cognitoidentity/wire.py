"""How identity pools answer over HTTP."""

import json
from typing import Any

from moto.cognitoidentity.responses import CognitoIdentityResponse
from moto.core.exceptions import JsonRESTError

from ..cognitoidp.validation import check_request
from ..gap import replaces
from .refusals import not_valid

# https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html
PUBLIC = ("GetId", "GetCredentialsForIdentity", "GetOpenIdToken", "UnlinkIdentity")
EXPOSED = "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date"


@replaces(CognitoIdentityResponse)
def call_action(original: Any, self: Any) -> Any:
    """A page of another origin reads the error from two headers.
    https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/CommonErrors.html
    """
    status, headers, body = _answer(original, self)
    headers["Content-Type"] = "application/x-amz-json-1.1"
    # The server adds its own where there are none.
    headers |= {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": EXPOSED}
    if int(status) >= 400:
        error = json.loads(body)
        headers = {name: value for name, value in headers.items() if name.lower() != "x-amzn-errortype"}
        headers |= {"x-amzn-ErrorType": f"{error['__type']}:", "x-amzn-ErrorMessage": _one_line(error["message"])}
    return status, headers, body


def _answer(original: Any, self: Any) -> Any:
    action = self._get_action()
    try:
        if action not in PUBLIC and not self.headers.get("Authorization"):
            raise JsonRESTError("MissingAuthenticationTokenException", "Missing Authentication Token")
        check_request("cognito-identity", action, self.body, not_valid)
    except JsonRESTError as refused:
        return refused.code, {}, refused.get_body()
    return original(self)


def _one_line(message: str) -> str:
    """A header is Latin-1 without line breaks and other control characters."""
    latin = message.encode("latin-1", "replace").decode("latin-1")
    return " ".join("".join(character if character.isprintable() else " " for character in latin).split())
