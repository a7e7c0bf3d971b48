"""Where moto waits for something else: other requests go on."""

import time
from typing import Any

from requests.sessions import Session

from ..gap import replaces
from ..one_at_a_time import others_go_on


@replaces(Session)
def request(original: Any, self: Any, *args: Any, **kwargs: Any) -> Any:
    """A subscriber of SNS, a destination of EventBridge: it may call the emulator before it answers."""
    with others_go_on():
        return original(self, *args, **kwargs)


@replaces(time)
def sleep(original: Any, seconds: float) -> None:
    """For the task of an activity of Step Functions."""
    with others_go_on():
        original(seconds)
