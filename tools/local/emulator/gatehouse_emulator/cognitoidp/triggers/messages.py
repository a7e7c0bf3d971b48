"""What a message says, and who sends it."""

import re
from dataclasses import dataclass
from html import escape
from typing import Any

from flask import request as http_request
from moto.core.exceptions import JsonRESTError

from ... import bridge
from .run import attributes, configured, notify, run

CODE = "{####}"
USERNAME = "{username}"
LINK = re.compile(r"\{##([^#{}]*)##\}")

# Medium -> the kind of function that sends it in Cognito's place.
SENDERS = {"EMAIL": "CustomEmailSender", "SMS": "CustomSMSSender"}


@dataclass(frozen=True)
class Message:
    """With the code in its place; the subject is of an e-mail only."""

    text: str
    subject: str | None = None


@dataclass(frozen=True)
class Filling:
    """What comes in the place of `{####}`, and where `{##text##}` leads; without a link it stays as it is."""

    code: str
    link: str | None = None


def compose(
    pool: Any,
    occasion: str,
    client_id: str | None,
    user: Any,
    filling: Filling,
    medium: str,
    default: Message,
    metadata: dict[str, str] | None = None,
) -> Message:
    """The CustomMessage function's text, else the default with the code in it.

    `occasion`: `SignUp`, `ResendCode`, `ForgotPassword`, `UpdateUserAttribute`, `VerifyUserAttribute`,
    `AdminCreateUser` or `Authentication`. https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-message.html
    """
    invited = occasion == "AdminCreateUser"
    request = {
        "userAttributes": attributes(user),
        "codeParameter": CODE,
        "linkParameter": "{##Click Here##}",
        "usernameParameter": USERNAME if invited else None,
        "clientMetadata": metadata,
    }
    nothing = {"smsMessage": None, "emailMessage": None, "emailSubject": None}
    answer = run(pool, "CustomMessage", f"CustomMessage_{occasion}", client_id, user, request, nothing) or {}
    text = answer.get("emailMessage" if medium == "EMAIL" else "smsMessage")
    subject = answer.get("emailSubject") if medium == "EMAIL" else None
    if text is None:
        return Message(_filled(default.text, user, filling), subject or default.subject)
    if not isinstance(text, str) or not _carries(text, filling) or (invited and USERNAME not in text):
        # A message that does not carry the code would leave the person outside.
        raise JsonRESTError("InvalidLambdaResponseException", "Unrecognizable lambda output")
    return Message(_filled(text, user, filling), subject or default.subject)


def has_sender(pool: Any, medium: str) -> bool:
    """Whether a function sends the messages of this medium, `EMAIL` or `SMS`."""
    return configured(pool, SENDERS[medium]) is not None


def send(
    pool: Any,
    occasion: str,
    client_id: str | None,
    user: Any,
    code: str,
    medium: str,
    metadata: dict[str, str] | None = None,
) -> None:
    """Hands the code to the function that sends it, encrypted with the pool's key as AWS hands it over.

    `occasion` as for `compose`, and `AccountTakeOverNotification`.
    https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-sender-triggers.html
    """
    kind = SENDERS[medium]
    key = (pool.extended_config.get("LambdaConfig") or {}).get("KMSKeyID")
    if not key:
        raise JsonRESTError("InvalidParameterException", f"{kind} needs LambdaConfig.KMSKeyID, which this pool lacks.")
    # A temporary password arrives escaped as HTML.
    request = {
        "type": f"custom{'Email' if medium == 'EMAIL' else 'SMS'}SenderRequestV1",
        "code": _encrypted(key, escape(code) if occasion == "AdminCreateUser" else code),
        "userAttributes": attributes(user),
        "clientMetadata": metadata,
    }
    notify(pool, kind, f"{kind}_{occasion}", client_id, user, request)


def _encrypted(key: str, code: str) -> str:
    # The gateway's process asks KMS for the data key: the emulator's own, on the port of this request.
    endpoint = f"http://127.0.0.1:{http_request.environ['SERVER_PORT']}"
    body = {"keyArn": key, "text": code, "endpoint": endpoint}
    ciphertext: str = bridge.ask("encrypt", body, seconds=60)["ciphertext"]
    return ciphertext


def _carries(text: str, filling: Filling) -> bool:
    return CODE in text or (filling.link is not None and LINK.search(text) is not None)


def _filled(text: str, user: Any, filling: Filling) -> str:
    if filling.link is not None:
        start = f'<a href="{escape(filling.link)}">'
        text = LINK.sub(lambda found: f"{start}{found[1]}</a>", text)
    return text.replace(CODE, filling.code).replace(USERNAME, user.username)
