"""Decrypting what was encrypted for the public half of an RSA key; moto only signs with one."""

from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from moto.kms.exceptions import InvalidCiphertextException
from moto.kms.models import KmsBackend

from ..gap import replaces


@replaces(KmsBackend)
def decrypt(
    original: Any,
    self: Any,
    ciphertext_blob: bytes,
    encryption_context: dict[str, str],
    key_id: str | None = None,
) -> tuple[bytes, str]:
    """By RSAES_OAEP_SHA_256; https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html"""
    key = self.keys.get(self.any_id_to_key_id(key_id)) if key_id else None
    if key is None or not key.key_spec.startswith("RSA_"):
        return original(self, ciphertext_blob, encryption_context, key_id)
    sha256 = hashes.SHA256()
    oaep = padding.OAEP(mgf=padding.MGF1(sha256), algorithm=sha256, label=None)
    try:
        return key.private_key.private_key.decrypt(ciphertext_blob, oaep), key.arn
    except ValueError as error:
        raise InvalidCiphertextException from error
