"""A refusal as the service's protocol writes it."""

import json
import uuid
from xml.sax.saxutils import escape

from werkzeug.wrappers import Request, Response

from .operation import Operation

# Kind -> code of query, of JSON, of S3.
# https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html
# https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
# https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
CODES = {
    "denied": ("AccessDenied", "AccessDeniedException", "AccessDenied"),
    "unknownKey": ("InvalidClientTokenId", "UnrecognizedClientException", "InvalidAccessKeyId"),
    "token": ("InvalidClientTokenId", "UnrecognizedClientException", "InvalidToken"),
    "expiredToken": ("ExpiredToken", "ExpiredTokenException", "ExpiredToken"),
    "expired": ("SignatureDoesNotMatch", "InvalidSignatureException", "AccessDenied"),
    "skewed": ("SignatureDoesNotMatch", "InvalidSignatureException", "RequestTimeTooSkewed"),
    "incomplete": ("IncompleteSignature", "IncompleteSignatureException", "AccessDenied"),
    "payload": ("SignatureDoesNotMatch", "InvalidSignatureException", "XAmzContentSHA256Mismatch"),
    "signature": ("SignatureDoesNotMatch", "InvalidSignatureException", "SignatureDoesNotMatch"),
    # Not AWS's: the request cannot be evaluated. An SDK does not repeat 501, as it would 500.
    "unavailable": ("NotImplementedException", "NotImplementedException", "NotImplementedException"),
}

# 403 for the others. JSON has 400 for all, and 403 where it is addressed by paths.
STATUS = {
    "ExpiredToken": 400,
    "IncompleteSignature": 400,
    "InvalidToken": 400,
    "NotImplementedException": 501,
    "XAmzContentSHA256Mismatch": 400,
}


def answer(operation: Operation, kind: str, message: str, method: str) -> Response:
    query, in_json, s3 = CODES[kind]
    if operation.protocol == "rest-xml":
        return _xml(s3, f"<Error><Code>{s3}</Code><Message>{escape(message)}</Message></Error>", method)
    if operation.protocol in ("query", "ec2"):
        error = f"<Type>Sender</Type><Code>{query}</Code><Message>{escape(message)}</Message>"
        return _xml(query, f"<ErrorResponse><Error>{error}</Error></ErrorResponse>", method)
    status, content_type = 400, "application/x-amz-json-1.0"
    if operation.protocol == "rest-json":
        status, content_type = 403, "application/json"
    headers = {"x-amzn-ErrorType": in_json}
    if operation.query_compatible:
        headers["x-amzn-query-error"] = f"{query};Sender"
    body = json.dumps({"__type": in_json, "message": message, "Message": message})
    return Response(body, STATUS.get(in_json, status), headers, content_type=content_type)


def open_to_pages(response: Response, request: Request) -> Response:
    """A page of another origin reads errors too, as it does on AWS."""
    response.headers["x-amzn-RequestId"] = str(uuid.uuid4())
    if "Origin" in request.headers:
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Expose-Headers"] = "x-amzn-ErrorType,x-amzn-RequestId,x-amzn-query-error"
    return response


def _xml(code: str, body: str, method: str) -> Response:
    text = "" if method == "HEAD" else f'<?xml version="1.0" encoding="UTF-8"?>\n{body}'
    return Response(text, STATUS.get(code, 403), {"x-amzn-ErrorType": code}, content_type="application/xml")
