"""Which role an identity is given.

https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html
"""

from typing import Any

from .logins import Login
from .refusals import denied_by_mapping, invalid_parameter, wrong_roles

MAX_PROVIDERS, MAX_RULES = 10, 25
KINDS = ("authenticated", "unauthenticated")
MATCHES = {
    "Equals": lambda value, wanted: value == wanted,
    "Contains": lambda value, wanted: wanted in value,
    "StartsWith": lambda value, wanted: value.startswith(wanted),
    "NotEqual": lambda value, wanted: value != wanted,
}


def choose_role(pool: Any, login: Login | None, custom_role: str | None) -> str:
    """`login` is None for a guest. Raises InvalidIdentityPoolConfigurationException where there is none."""
    mapping = _mapping(pool, login) if login else None
    if mapping is None or login is None:
        if custom_role:
            raise invalid_parameter("CustomRoleArn: only for a provider whose role mapping is of type Token.")
        return _default(pool, "authenticated" if login else "unauthenticated")
    provider, settings = mapping
    if settings.get("Type") == "Rules":
        role = _by_rules(settings, login.claims)
    else:
        role = _by_token(provider, login.claims, custom_role)
    if role:
        return role
    if settings.get("AmbiguousRoleResolution") == "AuthenticatedRole":
        return _default(pool, "authenticated")
    raise denied_by_mapping(provider)


def check_roles(pool: Any, roles: dict[str, Any], mappings: dict[str, Any]) -> None:
    """https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetIdentityPoolRoles.html"""
    for kind in roles:
        if kind not in KINDS:
            raise invalid_parameter(f"Roles: '{kind}': expected 'authenticated' or 'unauthenticated'.")
    if len(mappings) > MAX_PROVIDERS:
        raise invalid_parameter(f"RoleMappings: at most {MAX_PROVIDERS} providers are allowed.")
    for provider, mapping in mappings.items():
        if provider not in _providers(pool):
            raise invalid_parameter(
                f"{provider} is not a valid RoleMapping ProviderName or is not a configured provider."
            )
        _check_mapping(f"RoleMappings['{provider}']", mapping)


def _providers(pool: Any) -> list[str]:
    """As role mappings name them."""
    return [
        *(f"{each['ProviderName']}:{each['ClientId']}" for each in pool.cognito_identity_providers or []),
        *(pool.supported_login_providers or {}),
        *(arn.split(":oidc-provider/", 1)[-1] for arn in pool.open_id_connect_provider_arns or []),
        *(pool.saml_provider_arns or []),
    ]


def _check_mapping(place: str, mapping: dict[str, Any]) -> None:
    if mapping.get("Type") not in ("Token", "Rules"):
        raise invalid_parameter(f"{place}.Type: expected 'Token' or 'Rules'.")
    if mapping.get("AmbiguousRoleResolution") not in ("AuthenticatedRole", "Deny"):
        raise invalid_parameter(f"{place}.AmbiguousRoleResolution: expected 'AuthenticatedRole' or 'Deny'.")
    rules = (mapping.get("RulesConfiguration") or {}).get("Rules") or []
    if mapping["Type"] == "Rules" and not 1 <= len(rules) <= MAX_RULES:
        raise invalid_parameter(f"{place}.RulesConfiguration.Rules: expected 1 to {MAX_RULES} rules.")
    for rule in rules:
        if rule.get("MatchType") not in MATCHES:
            raise invalid_parameter(f"{place}: MatchType: expected one of {', '.join(MATCHES)}.")


def _mapping(pool: Any, login: Login) -> tuple[str, dict[str, Any]] | None:
    mappings = getattr(pool, "roles", {}).get("RoleMappings") or {}
    return (login.mapping, mappings[login.mapping]) if login.mapping in mappings else None


def _default(pool: Any, kind: str) -> str:
    role = (getattr(pool, "roles", {}).get("Roles") or {}).get(kind)
    if not role:
        raise wrong_roles()
    return role


def _by_token(provider: str, claims: dict[str, Any], custom_role: str | None) -> str | None:
    if custom_role and custom_role not in (claims.get("cognito:roles") or []):
        raise denied_by_mapping(provider)
    return custom_role or claims.get("cognito:preferred_role")


def _by_rules(settings: dict[str, Any], claims: dict[str, Any]) -> str | None:
    """The first that matches. A rule about a claim that is not there does not match, NotEqual neither."""
    for rule in settings["RulesConfiguration"]["Rules"]:
        value = claims.get(rule["Claim"])
        if value is not None and _matches(rule, value):
            return rule["RoleARN"]
    return None


def _matches(rule: dict[str, str], value: Any) -> bool:
    """Of a list, one value is enough; for NotEqual it is none of them."""
    values = [_text(each) for each in (value if isinstance(value, list) else [value])]
    test = MATCHES[rule["MatchType"]]
    combine = all if rule["MatchType"] == "NotEqual" else any
    return combine(test(each, rule["Value"]) for each in values)


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
