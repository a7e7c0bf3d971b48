"""Waiting for a message, which another request sends."""

from typing import Any

from moto.sqs.models import Queue

from ..gap import replaces
from ..one_at_a_time import others_go_on


@replaces(Queue)
def wait_for_messages(original: Any, self: Any, timeout: int) -> None:
    """https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-short-and-long-polling.html"""
    with others_go_on():
        original(self, timeout)
