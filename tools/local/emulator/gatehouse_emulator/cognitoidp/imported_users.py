"""The CSV file of an import job.

https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-using-import-tool-csv-header.html
"""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from moto.cognitoidp.models import UserStatus

from . import conformity, users_made
from .attributes import STANDARD, required_of

USERNAME = "cognito:username"
MFA = "cognito:mfa_enabled"


@dataclass
class Counts:
    imported: int = 0
    skipped: int = 0
    failed: int = 0
    unreadable: bool = False


def header(pool: Any) -> list[str]:
    """All attributes but the sub, which Cognito gives."""
    standard = [name for name in STANDARD if name not in ("sub", "identities")]
    return [*standard, *(name for name in pool.schema_attributes if name not in STANDARD), MFA, USERNAME]


def bring_in(pool: Any, content: bytes, counts: Counts) -> str:
    """Users in the state RESET_REQUIRED. Returns what the job tells."""
    # A comma in a value is written `\\,`, and quotes are part of it.
    rows = csv.reader(io.StringIO(content.decode()), quoting=csv.QUOTE_NONE, escapechar="\\")
    columns = next(rows, [])
    if sorted(columns) != sorted(header(pool)):
        counts.unreadable = True
        return "The header in the CSV file does not match the expected headers for your user pool."
    taken = {_fold(pool)(name) for user in pool.users.values() for name in _names(user)}
    for row in rows:
        _bring_in_one(pool, dict(zip(columns, row, strict=False)), taken, counts)
    return "Import Job Completed Successfully."


def _bring_in_one(pool: Any, row: dict[str, str], taken: set[str], counts: Counts) -> None:
    fold = _fold(pool)
    given = {name: value for name, value in row.items() if value and name not in (USERNAME, MFA)}
    username = row.get(USERNAME, "")
    if not username or row.get(MFA, "").lower() not in ("true", "false") or not _is_complete(pool, given):
        counts.failed += 1
        return
    if fold(username) in taken:
        counts.skipped += 1
        return
    name, complete = users_made.with_username(pool, username, given)
    users_made.make(pool, name, None, UserStatus.RESET_REQUIRED, complete)
    taken.add(fold(username))
    counts.imported += 1


def _is_complete(pool: Any, given: dict[str, str]) -> bool:
    """An address that is verified is there, one of those that the pool verifies is, what is required is, and all fits
    the schema: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-using-import-tool-cloudwatch.html
    """
    schemas = pool.schema_attributes
    if any(name in schemas and conformity.problem(schemas[name], value) for name, value in given.items()):
        return False
    verified = [name for name in ("email", "phone_number") if given.get(f"{name}_verified", "").lower() == "true"]
    wanted = pool.extended_config.get("AutoVerifiedAttributes") or []
    return all(given.get(name) for name in [*verified, *required_of(pool)]) and any(name in verified for name in wanted)


def _names(user: Any) -> list[str]:
    known = user.attribute_lookup
    return [user.username, *(known[name] for name in ("email", "phone_number") if name in known)]


def _fold(pool: Any) -> Callable[[str], str]:
    exact = (pool.extended_config.get("UsernameConfiguration") or {}).get("CaseSensitive")
    return str if exact else str.lower
