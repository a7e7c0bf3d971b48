"""Secure Remote Password, as Cognito computes it for people and for devices.

https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
RFC 5054 with SHA-256, the 3072-bit group of RFC 3526 and Cognito's own key derivation.
"""

import base64
import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass

from .errors import invalid, not_authorized

N = int(
    "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD"
    "EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
    "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F"
    "83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B"
    "E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510"
    "15728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7"
    "ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200C"
    "BBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF",
    16,
)
G = 2

# `Sat Nov 7 09:05:03 UTC 2026`: the day without a leading zero.
TIMESTAMP = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [1-9]\d? \d\d:\d\d:\d\d UTC \d{4}")


@dataclass(frozen=True)
class Exchange:
    """Our half: what the client is given, and what its proof must be made with."""

    salt: str
    b_public: str
    secret_block: str
    key: bytes
    signed: bytes

    def proves(self, timestamp: str, signature: str) -> bool:
        if not TIMESTAMP.fullmatch(timestamp):
            return False
        expected = base64.b64encode(hmac.digest(self.key, self.signed + timestamp.encode(), "sha256"))
        return hmac.compare_digest(expected, signature.encode())


def verifier(salt: int, group: str, name: str, password: str) -> int:
    """`group`: the pool's id after its region, or a device group's key."""
    identity = hashlib.sha256(f"{group}{name}:{password}".encode()).digest()
    return pow(G, _hash(_bytes(salt), identity), N)


def exchange(a_public: str, salt: int, verified_by: int, group: str, name: str) -> Exchange:
    """Raises InvalidParameterException for an SRP_A that is no number, NotAuthorizedException for a malicious one."""
    a_number = _number(a_public)
    if a_number % N == 0:
        raise not_authorized()
    b_private = secrets.randbits(1024)
    b_public = (_hash(_bytes(N), _bytes(G)) * verified_by + pow(G, b_private, N)) % N
    scramble = _hash(_bytes(a_number), _bytes(b_public))
    shared = pow(a_number * pow(verified_by, scramble, N), b_private, N)
    block = secrets.token_bytes(96)
    signed = group.encode() + name.encode() + block
    return Exchange(f"{salt:x}", f"{b_public:x}", base64.b64encode(block).decode(), _key(shared, scramble), signed)


def _number(text: str) -> int:
    if not re.fullmatch(r"[0-9a-fA-F]{1,800}", text):
        raise invalid("SRP_A must be a hexadecimal number")
    return int(text, 16)


def _bytes(number: int) -> bytes:
    """Big-endian, with a leading zero byte where the first bit is set."""
    return number.to_bytes(number.bit_length() // 8 + 1, "big")


def _hash(*parts: bytes) -> int:
    return int.from_bytes(hashlib.sha256(b"".join(parts)).digest(), "big")


def _key(shared: int, scramble: int) -> bytes:
    extracted = hmac.digest(_bytes(scramble), _bytes(shared), "sha256")
    return hmac.digest(extracted, b"Caldera Derived Key\x01", "sha256")[:16]
