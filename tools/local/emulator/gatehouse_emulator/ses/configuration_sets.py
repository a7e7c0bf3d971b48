"""Configuration sets."""

from typing import Any

from moto.ses.models import ConfigurationSet

from ..gap import replaces


@replaces(ConfigurationSet)
def to_dict_v2(original: Any, self: Any) -> dict[str, Any]:
    """Options that nobody set are not there.
    https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetConfigurationSet.html
    """
    options = {**original(self), "SendingOptions": self.enabled or {"SendingEnabled": True}}
    return {name: value for name, value in options.items() if value}
