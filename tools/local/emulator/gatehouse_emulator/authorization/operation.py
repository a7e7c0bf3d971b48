"""Which operation a request asks for and its parameters, by the service's model."""

import base64
import json
import re
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any
from urllib.parse import parse_qsl

from botocore.exceptions import UnknownServiceError
from moto.core.parse import PROTOCOL_PARSERS
from moto.core.utils import get_service_model
from werkzeug.datastructures import MultiDict
from werkzeug.http import parse_options_header
from werkzeug.wrappers import Request

from .kms_key import with_key
from .raw_uri import raw_uri
from .s3_address import s3_operation

# Name in a signature -> models, where they differ.
MODELS = {
    "apigateway": ("apigateway", "apigatewayv2"),
    "cloudsearch": ("cloudsearch", "cloudsearchdomain"),
    "dynamodb": ("dynamodb", "dynamodbstreams"),
    "email": ("ses", "sesv2"),
    "execute-api": ("apigatewaymanagementapi",),
    "geo": ("location",),
    "iotdata": ("iot-data",),
    "lex": ("lexv2-runtime", "lex-runtime"),
    "mobiletargeting": ("pinpoint",),
    "monitoring": ("cloudwatch",),
    "ses": ("ses", "sesv2"),
    "states": ("stepfunctions",),
}


@dataclass(frozen=True)
class Operation:
    # None when it is not known; `problem` tells why.
    name: str | None
    parameters: dict[str, Any] = field(default_factory=dict)
    # How errors are written: `json`, `query`, `rest-json`, `rest-xml`, `ec2`.
    protocol: str = "json"
    # Of a service that changed from query to JSON: errors name the old code as well.
    query_compatible: bool = False
    problem: str | None = None


def read_operation(service: str, request: Request, body: bytes) -> Operation:
    if service == "s3":
        return Operation(None, s3_operation(request, body), "rest-xml")
    try:
        models = [get_service_model(name) for name in MODELS.get(service, (service,))]
    except UnknownServiceError:
        return Operation(None, problem=f'the emulator does not know a service "{service}"')
    for model in models:
        found = _find(model, request, body)
        if found:
            return found
    return Operation(None, protocol=models[0].protocol, problem=f"the emulator does not know what {service} does here")


def _find(model: Any, request: Request, body: bytes) -> Operation | None:
    protocol = _protocol(model, request)
    values = _values(request, body)
    name, labels = _name(model, request, protocol, values)
    if name is None or name not in model.operation_names:
        return None
    operation = model.operation_model(name)
    compatible = bool(model.is_query_compatible and protocol == "json")
    given = {
        "method": request.method,
        "values": values,
        "headers": request.headers,
        "body": b"" if _is_raw(operation) else body,
        "url_path": request.path,
        "url_params": labels,
    }
    try:
        parsed = PROTOCOL_PARSERS[protocol](operation).parse(given)
    except Exception as error:
        # Whatever a broken body runs into; it is refused.
        return Operation(name, {}, protocol, compatible, f"its parameters cannot be read: {type(error).__name__}")
    parameters = _as_json(parsed)
    if model.service_name == "kms":
        parameters = with_key(name, parameters)
    if model.service_name == "sqs" and "QueueUrl" in operation.input_shape.members:
        # The address of a queue names it too.
        parameters = {"QueueUrl": request.path} | parameters
    return Operation(name, parameters, protocol, compatible)


def _protocol(model: Any, request: Request) -> str:
    """Several services answer two."""
    protocols = model.metadata.get("protocols", [model.protocol])
    if "x-amz-target" in request.headers and "json" in protocols:
        return "json"
    content_type, _ = parse_options_header(request.headers.get("Content-Type"))
    if content_type == "application/x-www-form-urlencoded" and "query" in protocols:
        return "query"
    return str(model.protocol)


def _name(model: Any, request: Request, protocol: str, values: MultiDict) -> tuple[str | None, dict[str, str]]:
    if protocol == "json":
        target, _, name = request.headers.get("x-amz-target", "").rpartition(".")
        return (name if target == model.metadata.get("targetPrefix") else None), {}
    if protocol in ("query", "ec2"):
        return values.get("Action"), {}
    path, _ = raw_uri(request)
    for method, pattern, literals, name in _routes(model.service_name):
        found = pattern.fullmatch(path) if method == request.method else None
        if found and all(request.args.get(key, "") == value for key, value in literals.items()):
            return name, found.groupdict()
    return None, {}


@cache
def _routes(service: str) -> list[tuple[str, re.Pattern[str], dict[str, str], str]]:
    """The most literal first: `/functions/{name}/code` before `/functions/{name}`."""
    model = get_service_model(service)
    routes = []
    for name in model.operation_names:
        http = model.operation_model(name).http
        path, _, query = http["requestUri"].partition("?")
        literals = dict(pair.partition("=")[::2] for pair in query.split("&") if pair)
        routes.append((http["method"], re.compile(_pattern(path)), literals, name, len(re.sub(r"{.*?}", "", path))))
    routes.sort(key=lambda route: (-len(route[2]), -route[4]))
    return [route[:4] for route in routes]


def _pattern(path: str) -> str:
    def label(part: str) -> str:
        name = part.strip("{}+").replace("-", "_")
        return f"(?P<{name}>.+)" if part.endswith("+}") else f"(?P<{name}>[^/]+)"

    parts = re.split(r"({[^}]+})", path.rstrip("/"))
    return "".join(label(part) if part.startswith("{") else re.escape(part) for part in parts) + "/?"


def _values(request: Request, body: bytes) -> MultiDict:
    """Of the query and of a form; `request.form` would use up the body."""
    form: list[tuple[str, str]] = []
    if parse_options_header(request.headers.get("Content-Type"))[0] == "application/x-www-form-urlencoded":
        form = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)
    return MultiDict([*request.args.items(multi=True), *form])


def _is_raw(operation: Any) -> bool:
    """A body that is what the operation is about, e.g. the event of a function."""
    shape = operation.input_shape
    payload = shape and shape.serialization.get("payload")
    return bool(payload) and shape.members[payload].type_name in ("blob", "string")


def _as_json(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _as_json(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_as_json(each) for each in value]
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, datetime):
        return value.isoformat() + "Z"
    return value if isinstance(value, (str, int, float, bool, type(None))) else json.dumps(value, default=str)
