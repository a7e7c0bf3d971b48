"""The Secure Remote Password sign-in, computed rather than made up, so that real clients can use it.

https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
RFC 5054 with SHA-256, the 3072-bit group of RFC 3526 and Cognito's own key derivation.
"""

import base64
import hashlib
import hmac
import secrets
from typing import Any

from moto.cognitoidp.exceptions import NotAuthorizedError
from moto.cognitoidp.models import CognitoIdpBackend

from ..gap import replaces
from .client_rules import WRONG_PASSWORD, check_flow, check_secret, find_client, hides_users

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


@replaces(CognitoIdpBackend)
def initiate_auth(
    original: Any, self: Any, client_id: str, auth_flow: str, auth_parameters: dict[str, str] | None
) -> dict[str, Any]:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html"""
    parameters = auth_parameters or {}
    username = parameters.get("USERNAME", "")
    pool, client = find_client(self, client_id)
    if auth_flow != "USER_SRP_AUTH" or not parameters.get("SRP_A"):
        return original(self, client_id, auth_flow, auth_parameters)
    if pool._get_user(username) is None and hides_users(client):
        check_flow(client, auth_flow)
        check_secret(client, username, parameters.get("SECRET_HASH"))
        # Nobody's challenge looks like anybody's and is never met.
        answer = {"ChallengeName": "PASSWORD_VERIFIER", "ChallengeParameters": {"USERNAME": username}}
    else:
        answer = original(self, client_id, auth_flow, auth_parameters)
    challenge = answer["ChallengeParameters"]
    block = base64.b64encode(secrets.token_bytes(48)).decode()
    # moto looks the session up by the block.
    if "Session" in answer:
        self.sessions[block] = self.sessions.pop(answer.pop("Session"))
    challenge["SECRET_BLOCK"] = block
    _add_challenge(self, pool, challenge, int(parameters["SRP_A"], 16))
    return answer


@replaces(CognitoIdpBackend)
def respond_to_auth_challenge(
    original: Any, self: Any, session: str, client_id: str, challenge_name: str, challenge_responses: dict[str, str]
) -> dict[str, Any]:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RespondToAuthChallenge.html"""
    _, client = find_client(self, client_id)
    check_secret(client, challenge_responses.get("USERNAME"), challenge_responses.get("SECRET_HASH"))
    if challenge_name == "PASSWORD_VERIFIER":
        block = challenge_responses.get("PASSWORD_CLAIM_SECRET_BLOCK", "")
        key, signed = vars(self).get("srp_challenges", {}).pop(block, (None, b""))
        signed += challenge_responses.get("TIMESTAMP", "").encode()
        proof = challenge_responses.get("PASSWORD_CLAIM_SIGNATURE", "")
        if key is None or not hmac.compare_digest(_signature(key, signed), proof):
            raise NotAuthorizedError(WRONG_PASSWORD)
    return original(self, session, client_id, challenge_name, challenge_responses)


def _add_challenge(backend: Any, pool: Any, challenge: dict[str, str], a_public: int) -> None:
    user = pool._get_user(challenge["USERNAME"])
    # The alias a user signs in with is not what the client computes with.
    challenge["USER_ID_FOR_SRP"] = user.username if user else challenge["USERNAME"]
    password = user.password if user else secrets.token_hex()
    if a_public % N == 0:
        raise NotAuthorizedError(WRONG_PASSWORD)
    pool_name = pool.id.split("_", 1)[1]
    salt = int.from_bytes(secrets.token_bytes(16), "big")
    identity = f"{pool_name}{challenge['USER_ID_FOR_SRP']}:{password}".encode()
    verifier = pow(G, _hash(_bytes(salt), hashlib.sha256(identity).digest()), N)
    b_private = int.from_bytes(secrets.token_bytes(128), "big") % N
    b_public = (_hash(_bytes(N), _bytes(G)) * verifier + pow(G, b_private, N)) % N
    scramble = _hash(_bytes(a_public), _bytes(b_public))
    shared = pow(a_public * pow(verifier, scramble, N), b_private, N)
    challenge.update(SALT=f"{salt:x}", SRP_B=f"{b_public:x}")
    block = challenge["SECRET_BLOCK"]
    signed = pool_name.encode() + challenge["USER_ID_FOR_SRP"].encode() + base64.b64decode(block)
    vars(backend).setdefault("srp_challenges", {})[block] = (_key(shared, scramble), signed)


def _bytes(number: int) -> bytes:
    """Big-endian, with a leading zero byte where the first bit is set."""
    return number.to_bytes(number.bit_length() // 8 + 1, "big")


def _hash(*parts: bytes) -> int:
    return int.from_bytes(hashlib.sha256(b"".join(parts)).digest(), "big")


def _key(shared: int, scramble: int) -> bytes:
    extracted = hmac.digest(_bytes(scramble), _bytes(shared), "sha256")
    return hmac.digest(extracted, b"Caldera Derived Key\x01", "sha256")[:16]


def _signature(key: bytes, signed: bytes) -> str:
    return base64.b64encode(hmac.digest(key, signed, "sha256")).decode()
