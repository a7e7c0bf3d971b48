"""How often an operation may be tried for one user in an hour.

https://docs.aws.amazon.com/cognito/latest/developerguide/limits.html#limits-verification-codes
"""

from typing import Any

from . import state
from .clock import now
from .errors import too_many

HOUR = 3600

# AWS says 5 to 20 for ConfirmForgotPassword, by the risk of the request; here the least.
PER_HOUR = {
    "ChangePassword": 5,
    "ConfirmForgotPassword": 5,
    "ConfirmSignUp": 15,
    "ResendConfirmationCode": 5,
    "VerifyUserAttribute": 15,
}


def count(user: Any, operation: str) -> None:
    """Counts one more try. Raises LimitExceededException."""
    tries = state.of(user).tries
    recent = [moment for moment in tries.get(operation, []) if moment > now() - HOUR]
    if len(recent) >= PER_HOUR[operation]:
        raise too_many()
    tries[operation] = [*recent, now()]
