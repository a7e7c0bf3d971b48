"""Definitions of state machines, and the type of a machine."""

import json
from collections.abc import Iterator
from typing import Any

from moto.core.exceptions import AWSError
from moto.core.responses import ActionResult
from moto.stepfunctions.responses import StepFunctionResponse

from ..gap import adds, replaces

TYPES = ("Task", "Pass", "Choice", "Wait", "Succeed", "Fail", "Parallel", "Map")


class InvalidDefinition(AWSError):
    TYPE = "InvalidDefinition"
    STATUS = 400


@adds(StepFunctionResponse)
def validate_state_machine_definition(self: StepFunctionResponse) -> ActionResult:
    """https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinition.html"""
    diagnostics = [
        {"severity": "ERROR", "code": code, "message": message, "location": location}
        for code, location, message in problems(self._get_param("definition"))
    ]
    return ActionResult({"result": "FAIL" if diagnostics else "OK", "diagnostics": diagnostics, "truncated": False})


@replaces(StepFunctionResponse)
def create_state_machine(original: Any, self: StepFunctionResponse) -> ActionResult:
    """https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html"""
    _refuse_invalid(self._get_param("definition"))
    before = {machine.arn for machine in self.stepfunction_backend.state_machines}
    result = original(self)
    for machine in self.stepfunction_backend.state_machines:
        if machine.arn not in before:
            machine.type = machine.sm_type = self._get_param("type") or "STANDARD"
    return result


@replaces(StepFunctionResponse)
def update_state_machine(original: Any, self: StepFunctionResponse) -> ActionResult:
    """https://docs.aws.amazon.com/step-functions/latest/apireference/API_UpdateStateMachine.html"""
    definition = self._get_param("definition")
    if definition is not None:
        _refuse_invalid(definition)
    return original(self)


def problems(definition: str) -> Iterator[tuple[str, str, str]]:
    """Code, place and text of each. States and where they lead are looked at; what a state does is not.
    https://states-language.net/spec.html
    """
    try:
        machine = json.loads(definition)
    except ValueError as error:
        yield "INVALID_JSON_DESCRIPTION", "/", f"Definition is not a valid JSON: {error}"
        return
    yield from _machine(machine, "")


def _machine(machine: Any, place: str) -> Iterator[tuple[str, str, str]]:
    states = machine.get("States") if isinstance(machine, dict) else None
    if not isinstance(states, dict) or not states:
        yield "SCHEMA_VALIDATION_FAILED", f"{place}/States", "The field 'States' is required, with at least one state"
        return
    if "StartAt" not in machine:
        yield "SCHEMA_VALIDATION_FAILED", place or "/", "The field 'StartAt' is required"
    elif machine["StartAt"] not in states:
        yield _no_target(f"{place}/StartAt", machine["StartAt"])
    for name, state in states.items():
        yield from _state(state, states, f"{place}/States/{name}")


def _state(state: Any, states: dict[str, Any], place: str) -> Iterator[tuple[str, str, str]]:
    kind = state.get("Type") if isinstance(state, dict) else None
    if kind not in TYPES:
        yield "SCHEMA_VALIDATION_FAILED", f"{place}/Type", f"The value must be one of: {', '.join(TYPES)}"
        return
    for key, target in _targets(state):
        if target not in states:
            yield _no_target(f"{place}/{key}", target)
    branches = [(f"Branches[{index}]", branch) for index, branch in enumerate(state.get("Branches", []))]
    inner = [(key, state[key]) for key in ("ItemProcessor", "Iterator") if key in state]
    for key, machine in (*branches, *inner):
        yield from _machine(machine, f"{place}/{key}")


def _targets(state: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key in ("Next", "Default"):
        if key in state:
            yield key, state[key]
    for key in ("Choices", "Catch"):
        for index, choice in enumerate(state.get(key, [])):
            if isinstance(choice, dict) and "Next" in choice:
                yield f"{key}[{index}]/Next", choice["Next"]


def _no_target(place: str, target: Any) -> tuple[str, str, str]:
    return "MISSING_TRANSITION_TARGET", place, f"Missing 'Next' target: {target}"


def _refuse_invalid(definition: str) -> None:
    found = [f"{code}: {message} at {place}" for code, place, message in problems(definition)]
    if found:
        raise InvalidDefinition(f"Invalid State Machine Definition: '{', '.join(found)}'")
