"""How identity pools answer over HTTP."""

import json
from typing import Any

from moto.cognitoidentity.responses import CognitoIdentityResponse

from ..gap import replaces

# https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html
PUBLIC = ("GetId", "GetCredentialsForIdentity", "GetOpenIdToken", "UnlinkIdentity")
EXPOSED = "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date"


@replaces(CognitoIdentityResponse)
def call_action(original: Any, self: Any) -> Any:
    """A page of another origin reads the error from two headers.
    https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/CommonErrors.html
    """
    if self._get_action() not in PUBLIC and not self.headers.get("Authorization"):
        error = {"__type": "MissingAuthenticationTokenException", "message": "Missing Authentication Token"}
        status, headers, body = 400, {}, json.dumps(error)
    else:
        status, headers, body = original(self)
    headers["Content-Type"] = "application/x-amz-json-1.1"
    # The server adds its own where there are none.
    headers |= {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": EXPOSED}
    if int(status) >= 400:
        error = json.loads(body)
        headers = {name: value for name, value in headers.items() if name.lower() != "x-amzn-errortype"}
        headers |= {"x-amzn-ErrorType": f"{error['__type']}:", "x-amzn-ErrorMessage": _one_line(error["message"])}
    return status, headers, body


def _one_line(message: str) -> str:
    """A header is Latin-1 without line breaks."""
    return " ".join(message.encode("latin-1", "replace").decode("latin-1").split())
