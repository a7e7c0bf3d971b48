"""Identity providers: settings that Cognito answers with though nobody wrote them, and the one that it never tells.

https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html
"""

import base64
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree

from moto.cognitoidp.models import CognitoIdpBackend, CognitoIdpIdentityProvider

from ..gap import replaces
from .errors import refusal

Details = dict[str, str]

FACEBOOK_VERSION = "v17.0"
REDIRECT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"
METADATA = "{urn:oasis:names:tc:SAML:2.0:metadata}"


@replaces(CognitoIdpIdentityProvider)
def to_json(original: Any, self: Any, extended: bool = False) -> dict[str, Any]:
    answer = original(self, extended)
    given = answer.get("ProviderDetails")
    if given is None:
        return answer
    details = {**_added(answer["ProviderType"], given), **given}
    details.pop("private_key", None)
    return {**answer, "ProviderDetails": details}


@replaces(CognitoIdpBackend)
def create_identity_provider(original: Any, self: Any, user_pool_id: str, name: str, config: dict[str, Any]) -> Any:
    if name in self.describe_user_pool(user_pool_id).identity_providers:
        raise refusal("DuplicateProvider", f"A provider {name} already exists for this user pool.")
    _added(config.get("ProviderType", ""), config.get("ProviderDetails") or {})
    return original(self, user_pool_id, name, config)


def _added(kind: str, given: Details) -> Details:
    match kind:
        case "Google":
            return _google()
        case "SignInWithApple":
            return _apple()
        case "Facebook":
            return _facebook(given.get("api_version", FACEBOOK_VERSION))
        case "LoginWithAmazon":
            return _amazon()
        case "OIDC":
            return {"attributes_url_add_attributes": "false"}
        case "SAML":
            return _saml(given)
    return {}


def _google() -> Details:
    return {
        "attributes_url": "https://people.googleapis.com/v1/people/me?personFields=",
        "attributes_url_add_attributes": "true",
        "authorize_url": "https://accounts.google.com/o/oauth2/v2/auth",
        "oidc_issuer": "https://accounts.google.com",
        "token_request_method": "POST",
        "token_url": "https://www.googleapis.com/oauth2/v4/token",
    }


def _apple() -> Details:
    return {
        "attributes_url_add_attributes": "false",
        "authorize_url": "https://appleid.apple.com/auth/authorize",
        "oidc_issuer": "https://appleid.apple.com",
        "token_request_method": "POST",
        "token_url": "https://appleid.apple.com/auth/token",
    }


def _facebook(version: str) -> Details:
    return {
        "api_version": version,
        "attributes_url": f"https://graph.facebook.com/{version}/me?fields=",
        "attributes_url_add_attributes": "true",
        "authorize_url": f"https://www.facebook.com/{version}/dialog/oauth",
        "token_request_method": "GET",
        "token_url": f"https://graph.facebook.com/{version}/oauth/access_token",
    }


def _amazon() -> Details:
    return {
        "attributes_url": "https://api.amazon.com/user/profile",
        "attributes_url_add_attributes": "false",
        "authorize_url": "https://www.amazon.com/ap/oa",
        "token_request_method": "POST",
        "token_url": "https://api.amazon.com/auth/o2/token",
    }


def _saml(given: Details) -> Details:
    """AWS reads the metadata; a URL is not called here, so its endpoints are made up from its host."""
    certificate = {"ActiveEncryptionCertificate": base64.b64encode(b"certificate of the user pool").decode()}
    if "MetadataFile" in given:
        return {**certificate, **_endpoints(given["MetadataFile"])}
    url = given.get("MetadataURL", "")
    return {
        **certificate,
        "SLORedirectBindingURI": urljoin(url, "/slo/saml"),
        "SSORedirectBindingURI": urljoin(url, "/sso/saml"),
    }


def _endpoints(metadata: str) -> Details:
    try:
        root = ElementTree.fromstring(metadata)
    except ElementTree.ParseError as error:
        raise refusal("InvalidParameter", f"Metadata file is not valid: {error}") from error
    names = {"SLORedirectBindingURI": "SingleLogoutService", "SSORedirectBindingURI": "SingleSignOnService"}
    found = {
        key: service.get("Location")
        for key, tag in names.items()
        for service in root.iter(f"{METADATA}{tag}")
        if service.get("Binding") == REDIRECT
    }
    return {key: location for key, location in found.items() if location}
