"""Versions of state machines."""

from moto.core.responses import ActionResult
from moto.stepfunctions.responses import StepFunctionResponse

from ..gap import adds


@adds(StepFunctionResponse)
def list_state_machine_versions(self: StepFunctionResponse) -> ActionResult:
    """https://docs.aws.amazon.com/step-functions/latest/apireference/API_ListStateMachineVersions.html"""
    machine = self.stepfunction_backend.describe_state_machine(self._get_param("stateMachineArn"))
    newest_first = sorted(machine.versions.values(), key=lambda version: version.version, reverse=True)
    versions = [{"stateMachineVersionArn": each.arn, "creationDate": each.creation_date} for each in newest_first]
    return ActionResult({"stateMachineVersions": versions})
