"""Passkeys: a person's device proves who they are by a key that never leaves it.

https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
"""
