"""Settings of API Gateway in the account."""

from typing import Any

from moto.apigateway.models import Account

from ..gap import replaces


@replaces(Account)
def apply_patch_operations(original: Any, self: Any, patch_operations: list[dict[str, Any]]) -> Any:
    """A role is taken away by a patch without a value, which moto fails on.
    https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateAccount.html
    """
    return original(self, [{**operation, "value": operation.get("value") or None} for operation in patch_operations])
