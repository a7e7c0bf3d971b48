"""The moto server never answers 500, which AWS SDKs repeat."""

import json
import os
import traceback
from typing import Any
from xml.sax.saxutils import escape

from flask import Response, request
from moto.core.utils import convert_to_flask_response
from werkzeug.exceptions import HTTPException

from .bridge import BridgeError
from .gap import replaces


@replaces(convert_to_flask_response)
def __call__(original: Any, self: Any, args: Any = None, **kwargs: Any) -> Any:
    """AWS SDKs repeat a request answered with 500 up to 25 times, so a missing operation looks
    like a hang of ten minutes. 501 is not repeated: it fails at once and says what is missing.
    https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
    """
    try:
        return original(self, args, **kwargs)
    except HTTPException:
        raise
    except Exception as error:
        if isinstance(error, UnicodeDecodeError) and error.object == request.get_data():
            return _answer(400, "SerializationException", "The body of the request is not UTF-8", request.mimetype)
        return failure(error, request.mimetype)


def failure(error: Exception, media_type: str) -> Response:
    """What a request is answered that moto, or what we add to it, failed on."""
    if isinstance(error, NotImplementedError):
        return _failure(f"The emulator (moto) does not do this: {error}", media_type)
    if isinstance(error, BridgeError):
        return _failure(f"The emulator cannot ask {error}", media_type)
    traceback.print_exception(error)
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{os.path.basename(place.filename)}:{place.lineno}"
    return _failure(f"The emulator (moto) failed: {type(error).__name__}: {error} at {where}", media_type)


def _failure(message: str, media_type: str) -> Response:
    return _answer(501, "NotImplementedException", f"{message}. See docs/emulator.md.", media_type)


def _answer(status: int, code: str, message: str, media_type: str) -> Response:
    if media_type.startswith("application/x-www-form-urlencoded"):
        body = f"<ErrorResponse><Error><Code>{code}</Code><Message>{escape(message)}</Message></Error></ErrorResponse>"
        return Response(body, status=status, mimetype="text/xml")
    return Response(
        json.dumps({"__type": code, "message": message}),
        status=status,
        mimetype="application/json",
        headers={"X-Amzn-ErrorType": code},
    )
