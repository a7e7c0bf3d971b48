"""Usage plans and API keys."""

from typing import Any

from moto.apigateway.models import ApiKey, UsagePlan

from ..gap import replaces
from .patch import Member, apply_patch, boolean, integer, scalar


def _number_in(attribute: str, key: str) -> Any:
    def apply(plan: Any, operation: str, _key: str, value: Any) -> None:
        entries = {k: v for k, v in (getattr(plan, attribute) or {}).items() if k != key}
        setattr(plan, attribute, entries if operation == "remove" else {**entries, key: value})

    return apply


def _clear(attribute: str) -> Member:
    return Member(("remove",), str, lambda plan, _o, _k, _v: setattr(plan, attribute, {}))


def _stage(plan: Any, operation: str, key: str, value: Any) -> None:
    """`/apiStages` with `api:stage` as the value, or `/apiStages/api:stage/throttle[/path/verb[/rateLimit]]`."""
    if not key:
        api_id, stage = value.split(":", 1)
        plan.api_stages = [s for s in plan.api_stages if (s["apiId"], s["stage"]) != (api_id, stage)]
        if operation == "add":
            plan.api_stages.append({"apiId": api_id, "stage": stage})
        return
    name, _, rest = key.partition("/")
    for entry in plan.api_stages:
        if f"{entry['apiId']}:{entry['stage']}" == name:
            _throttle(entry, operation, rest.removeprefix("throttle").removeprefix("/"), value)


def _throttle(entry: dict[str, Any], operation: str, rest: str, value: Any) -> None:
    limits = entry.setdefault("throttle", {})
    if operation == "remove":
        limits.pop(rest, None) if rest else limits.clear()
        return
    route, _, name = rest.rpartition("/")
    limits.setdefault(route, {})[name] = int(value) if name == "burstLimit" else float(value)


USAGE_PLAN = {
    "/apiStages": Member(("add", "remove", "replace"), str, _stage),
    "/description": scalar("description"),
    "/name": scalar("name"),
    "/productCode": scalar("product_code", str, ("add", "replace", "remove")),
    "/quota": _clear("quota"),
    "/quota/limit": Member(("add", "replace"), integer, _number_in("quota", "limit")),
    "/quota/offset": Member(("add", "replace", "remove"), integer, _number_in("quota", "offset")),
    "/quota/period": Member(("add", "replace"), str, _number_in("quota", "period")),
    "/throttle": _clear("throttle"),
    "/throttle/burstLimit": Member(("add", "replace"), integer, _number_in("throttle", "burstLimit")),
    "/throttle/rateLimit": Member(("add", "replace"), float, _number_in("throttle", "rateLimit")),
}

API_KEY = {
    "/customerId": scalar("customer_id"),
    "/description": scalar("description"),
    "/enabled": scalar("enabled", boolean),
    "/name": scalar("name"),
}


@replaces(UsagePlan)
def apply_patch_operations(_original: Any, self: Any, patch_operations: list[dict[str, str]]) -> None:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateUsagePlan.html"""
    apply_patch(self, patch_operations, USAGE_PLAN)


@replaces(ApiKey)
def update_operations(_original: Any, self: Any, patch_operations: list[dict[str, str]]) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateApiKey.html"""
    apply_patch(self, patch_operations, API_KEY)
    return self
