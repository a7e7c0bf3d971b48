"""The Lambda triggers of a user pool: twelve kinds, each with its deployed code.

https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html
"""

from .challenges import create_auth_challenge, define_auth_challenge, verify_auth_challenge  # noqa: F401
from .messages import Filling, Message, compose, has_sender, send  # noqa: F401
from .migration import migrate  # noqa: F401
from .run import configured, run  # noqa: F401
from .sign_in import post_authentication, pre_authentication  # noqa: F401
from .sign_up import post_confirmation, pre_sign_up  # noqa: F401
from .tokens import Claims, pre_token_generation  # noqa: F401
