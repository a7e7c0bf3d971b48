"""User pool domains."""

from typing import Any

from moto.cognitoidp.exceptions import InvalidParameterException
from moto.cognitoidp.models import CognitoIdpBackend, CognitoIdpUserPoolDomain
from moto.cognitoidp.responses import CognitoIdpResponse

from ..gap import replaces


@replaces(CognitoIdpResponse)
def create_user_pool_domain(original: Any, self: Any) -> Any:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolDomain.html"""
    result = original(self)
    _keep_managed_login_version(self)
    return result


@replaces(CognitoIdpResponse)
def update_user_pool_domain(original: Any, self: Any) -> Any:
    """A certificate that is not named stays.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolDomain.html
    """
    domain = self.backend.user_pool_domains.get(self._get_param("Domain"))
    before = domain and domain.custom_domain_config
    result = original(self)
    if self._get_param("CustomDomainConfig") is None:
        domain.custom_domain_config = before
    _keep_managed_login_version(self)
    return result


def _keep_managed_login_version(self: Any) -> None:
    version = self._get_param("ManagedLoginVersion")
    if version is not None:
        self.backend.user_pool_domains[self._get_param("Domain")].managed_login_version = version


@replaces(CognitoIdpBackend, "create_user_pool_domain")
def create_domain(original: Any, self: Any, user_pool_id: str, domain: str, *rest: Any) -> Any:
    """A domain is taken once.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolDomain.html
    """
    if domain in self.user_pool_domains:
        raise InvalidParameterException("Domain already associated with another user pool.")
    made = original(self, user_pool_id, domain, *rest)
    made.account_id = self.account_id
    return made


@replaces(CognitoIdpUserPoolDomain)
def to_json(original: Any, self: Any, extended: bool = True) -> dict[str, Any]:
    """The account is the caller's, the same at each read; members moto leaves out.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DomainDescriptionType.html
    """
    body = original(self, extended=extended)
    if extended:
        body["AWSAccountId"] = self.account_id
        body["Version"] = "20250101000000"
        body["S3Bucket"] = "aws-cognito-prod-emulator-assets"
        body["CustomDomainConfig"] = self.custom_domain_config or {}
        body["ManagedLoginVersion"] = getattr(self, "managed_login_version", 1)
    return body
