"""Executions that a caller waits for, of express state machines."""

import copy
import datetime
import json
import uuid
from typing import Any

from moto.core.exceptions import AWSError
from moto.core.responses import ActionResult
from moto.stepfunctions.exceptions import InvalidExecutionInput
from moto.stepfunctions.responses import StepFunctionResponse

from ..gap import adds
from ..one_at_a_time import others_go_on


class StateMachineTypeNotSupported(AWSError):
    TYPE = "StateMachineTypeNotSupported"
    STATUS = 400


@adds(StepFunctionResponse)
def start_sync_execution(self: StepFunctionResponse) -> ActionResult:
    """https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartSyncExecution.html"""
    machine = copy.copy(self.stepfunction_backend.describe_state_machine(self._get_param("stateMachineArn")))
    if machine.sm_type != "EXPRESS":
        raise StateMachineTypeNotSupported("This operation is not supported by this type of state machine")
    _refuse_tasks(json.loads(machine.definition))
    execution_input = self._get_param("input", if_none="{}")
    try:
        json.loads(execution_input)
    except ValueError as error:
        raise InvalidExecutionInput(f"Invalid State Machine Execution Input: '{error}'") from error
    name = self._get_param("name") or str(uuid.uuid4())
    return ActionResult(_run(machine, name, execution_input, self.current_account, self.region))


def _run(machine: Any, name: str, execution_input: str, account_id: str, region: str) -> Any:
    # moto's interpreter: a second to load, and nobody else asks for it.
    from moto.stepfunctions.parser.backend.execution import SyncExecution  # noqa: PLC0415

    express = machine.arn.replace(":stateMachine:", ":express:")
    execution = SyncExecution(
        name=name,
        sm_type=machine.sm_type,
        role_arn=machine.roleArn,
        exec_arn=f"{express}:{name}:{uuid.uuid4()}",
        account_id=account_id,
        region_name=region,
        state_machine=machine,
        start_date=datetime.datetime.now(tz=datetime.UTC),
        cloud_watch_logging_session=None,
        activity_store={},
        input_data=execution_input,
    )
    with others_go_on():
        execution.start()
    return execution.to_start_sync_execution_output()


def _refuse_tasks(part: Any) -> None:
    """A task would be done with credentials that nobody gave, not with those of the machine's role."""
    if isinstance(part, dict) and part.get("Type") == "Task" and "Resource" in part:
        raise NotImplementedError(f"StartSyncExecution of a state machine with the task {part['Resource']}")
    parts = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    for each in parts:
        _refuse_tasks(each)
