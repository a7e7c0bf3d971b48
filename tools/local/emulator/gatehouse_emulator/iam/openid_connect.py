"""OpenID Connect providers: which clients may ask for a role."""

from typing import Any

from moto.core.responses import ActionResult, EmptyResult
from moto.iam.responses import IamResponse

from ..gap import adds


@adds(IamResponse)
def add_client_id_to_open_id_connect_provider(self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddClientIDToOpenIDConnectProvider.html"""
    provider = self.backend.get_open_id_connect_provider(self._get_param("OpenIDConnectProviderArn"))
    client_id = self._get_param("ClientID")
    provider.client_id_list = [c for c in provider.client_id_list if c != client_id] + [client_id]
    return EmptyResult()


@adds(IamResponse)
def remove_client_id_from_open_id_connect_provider(self: Any) -> ActionResult:
    """No error when it is not there.
    https://docs.aws.amazon.com/IAM/latest/APIReference/API_RemoveClientIDFromOpenIDConnectProvider.html
    """
    provider = self.backend.get_open_id_connect_provider(self._get_param("OpenIDConnectProviderArn"))
    provider.client_id_list = [c for c in provider.client_id_list if c != self._get_param("ClientID")]
    return EmptyResult()
