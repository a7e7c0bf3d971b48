"""Signing in: `initiate` begins, `respond` goes on, `authenticate` is for the sign-in pages.

https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-public-server-side.html
"""

from . import operations  # noqa: F401
from .initiate import authenticate, initiate  # noqa: F401
from .respond import respond  # noqa: F401
