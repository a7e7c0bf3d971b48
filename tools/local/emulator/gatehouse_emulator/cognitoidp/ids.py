"""Identifiers, shaped like AWS's."""

import hmac
import string
from typing import Any

from ..checkout import seed
from ..stable_ids import count, number_to_text, spell, stable_uuid

DIGITS_AND_LOWER = string.digits + string.ascii_lowercase
ALPHANUMERIC = string.ascii_uppercase + string.ascii_lowercase + string.digits


def pool_id(backend: Any, name: str) -> str:
    """`region_` and nine letters or digits: by the pool's name, and how many had it before.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolType.html
    """
    region = backend.region_name
    return f"{region}_{spell(ALPHANUMERIC, 9, backend.account_id, region, name, count(backend, 'pool', name))}"


def client_id(pool: Any, name: str) -> str:
    """26 lower-case letters or digits.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolClientType.html
    """
    return spell(DIGITS_AND_LOWER, 26, pool.id, name, count(pool, "client", name))


def client_secret(client_id: str) -> str:
    """52 lower-case letters or digits, which only this checkout makes for this client.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolClientType.html
    """
    return number_to_text(hmac.digest(seed(), client_id.encode(), "sha512"), DIGITS_AND_LOWER, 52)


def user_id(pool: Any, username: str) -> str:
    """The `sub`, a UUID.
    https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html
    """
    return stable_uuid(pool.id, username, count(pool, "user", username))
