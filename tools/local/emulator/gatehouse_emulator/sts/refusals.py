"""AWS's errors of STS."""

from xml.sax.saxutils import escape

from moto.sts.exceptions import STSClientError
from werkzeug.exceptions import HTTPException

NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/"


def invalid_token(message: str) -> STSClientError:
    return STSClientError("InvalidIdentityToken", message)


def invalid(message: str) -> STSClientError:
    return STSClientError("ValidationError", message)


class AccessDenied(HTTPException):
    """403; moto's other errors are 400."""

    code = 403

    def __init__(self, message: str):
        error = f"<Error><Type>Sender</Type><Code>AccessDenied</Code><Message>{escape(message)}</Message></Error>"
        request_id = "<RequestId>none</RequestId>"
        super().__init__(f'<ErrorResponse xmlns="{NAMESPACE}">{error}{request_id}</ErrorResponse>')

    def get_headers(self, *_: object, **__: object) -> list[tuple[str, str]]:
        return [("Content-Type", "text/xml")]
