"""How long the tokens of an app client live."""

from typing import Any

SECONDS = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86400}

# https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
DEFAULTS = {"Access": (1, "hours"), "Id": (1, "hours"), "Refresh": (30, "days")}


def lifetime(client: Any, token: str) -> int:
    """Seconds an `Access`, `Id` or `Refresh` token of this client lives."""
    value, unit = DEFAULTS[token]
    config = client.extended_config
    unit = (config.get("TokenValidityUnits") or {}).get(f"{token}Token", unit)
    return (config.get(f"{token}TokenValidity") or value) * SECONDS[unit]
