import { Fn } from 'cdktf';
import { type HttpApiIntegration } from '../integration';
import { type MappedValue, RequestValue } from '../request-value';
import { serviceIntegration, type ServiceOptions } from './service';

/** A state machine of Step Functions, such as `SfnStateMachine` of the provider. */
export interface StateMachineTarget {
  readonly arn: string;
}

export interface StartExecutionOptions extends ServiceOptions {
  /**
   * What the execution begins with, JSON.
   * @default - the body of the request
   */
  readonly input?: MappedValue;
  /**
   * Name of the execution: the same name and input a second time start nothing.
   * @default - AWS makes one
   */
  readonly name?: MappedValue;
}

/** Starts an execution and answers at once. */
export function startExecution(machine: StateMachineTarget, options: StartExecutionOptions = {}): HttpApiIntegration {
  return start('StartExecution', machine, options);
}

/** Runs an execution of an express state machine and answers with what came out. */
export function startSyncExecution(
  machine: StateMachineTarget,
  options: StartExecutionOptions = {},
): HttpApiIntegration {
  return start('StartSyncExecution', machine, options);
}

/** Stops an execution of the state machine. */
export function stopExecution(
  machine: StateMachineTarget,
  options: ServiceOptions & { readonly executionArn: MappedValue },
): HttpApiIntegration {
  // Executions have ARNs of their own, which hold the name of the machine.
  const executions = `${Fn.replace(machine.arn, ':stateMachine:', ':execution:')}:*`;
  const permission = { sid: 'StopExecution', actions: ['states:StopExecution'], resources: [executions] };
  const parameters = { ExecutionArn: options.executionArn };
  return serviceIntegration({ subtype: 'StepFunctions-StopExecution', parameters, permission }, options);
}

function start(
  action: 'StartExecution' | 'StartSyncExecution',
  { arn }: StateMachineTarget,
  options: StartExecutionOptions,
): HttpApiIntegration {
  const parameters = { StateMachineArn: arn, Input: options.input ?? RequestValue.body(), Name: options.name };
  const permission = { sid: action, actions: [`states:${action}`], resources: [arn] };
  return serviceIntegration({ subtype: `StepFunctions-${action}`, parameters, permission }, options);
}
