"""The resource policy of a REST API."""

import json
from typing import Any

from moto.apigateway.exceptions import BadRequestException
from moto.apigateway.models import RestAPI

from ..gap import replaces

INVALID = "Invalid policy document. Please check the policy syntax and ensure that Principals are valid."


def stored(policy: str, api: Any) -> str:
    """The policy as API Gateway keeps it: without blanks, and with the API's ARN where `execute-api:/` stands for it.
    https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html
    """
    try:
        document = json.loads(policy)
    except ValueError:
        raise BadRequestException(INVALID) from None
    statements = document.get("Statement") if isinstance(document, dict) else None
    statements = statements if isinstance(statements, list) else [statements]
    if not all(isinstance(s, dict) and {"Effect"} <= s.keys() and _has_principal(s) for s in statements):
        raise BadRequestException(INVALID)
    arn = f"arn:aws:execute-api:{api.region_name}:{api.account_id}:{api.id}/"
    for statement in statements:
        for name in {"Resource", "NotResource"} & statement.keys():
            statement[name] = _expanded(statement[name], arn)
    return json.dumps(document, separators=(",", ":"))


def _has_principal(statement: dict[str, Any]) -> bool:
    return bool(statement.get("Principal") or statement.get("NotPrincipal"))


def _expanded(resource: Any, arn: str) -> Any:
    if isinstance(resource, list):
        return [_expanded(each, arn) for each in resource]
    return arn + resource.removeprefix("execute-api:/") if str(resource).startswith("execute-api:/") else resource


@replaces(RestAPI)
def to_dict(original: Any, self: Any) -> dict[str, Any]:
    """The answer has the policy as the inside of a JSON string, so it is escaped twice.
    https://docs.aws.amazon.com/apigateway/latest/api/API_RestApi.html
    """
    result = original(self)
    if self.policy:
        result["policy"] = json.dumps(self.policy)[1:-1].replace("/", "\\/")
    return result
