import { Fn, Token } from 'cdktf';
import { type BindingRoute, type HttpApiIntegration, type Integration } from '../integration';
import { type MappedValue, RequestValue } from '../request-value';
import { serviceIntegration as restService } from '../rest/aws';
import { type Answers } from '../rest/mapping';
import { serviceAnswers } from '../rest/service-answers';
import { jsonRequest } from '../rest/service-request';
import { type ForBoth, type ForEither, type ForRest, ofBoth } from './of-both';
import { checkExpress } from './never-serves';
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

/** Starts an execution and answers at once. A REST API answers with its ARN. */
export function startExecution(
  machine: StateMachineTarget,
  options?: ForBoth<StartExecutionOptions>,
): Integration & HttpApiIntegration;
export function startExecution(machine: StateMachineTarget, options: ForRest<StartExecutionOptions>): Integration;
export function startExecution(machine: StateMachineTarget, options: StartExecutionOptions): HttpApiIntegration;
export function startExecution(machine: StateMachineTarget, options: ForEither<StartExecutionOptions> = {}) {
  return start('StartExecution', machine, options, started);
}

/**
 * Runs an execution of an express state machine. A REST API answers with its output, or with 500 where it failed; an HTTP API with the
 * whole description of the execution.
 */
export function startSyncExecution(
  machine: StateMachineTarget,
  options?: ForBoth<StartExecutionOptions>,
): Integration & HttpApiIntegration;
export function startSyncExecution(machine: StateMachineTarget, options: ForRest<StartExecutionOptions>): Integration;
export function startSyncExecution(machine: StateMachineTarget, options: StartExecutionOptions): HttpApiIntegration;
export function startSyncExecution(machine: StateMachineTarget, options: ForEither<StartExecutionOptions> = {}) {
  return start('StartSyncExecution', machine, options, finished);
}

/** Stops an execution of the state machine. */
export function stopExecution(
  machine: StateMachineTarget,
  options: ServiceOptions & { readonly executionArn: MappedValue },
): HttpApiIntegration {
  // Executions have ARNs of their own, which hold the name of the machine.
  const [from, to] = [':stateMachine:', ':execution:'];
  const { arn } = machine;
  const executions = `${Token.isUnresolved(arn) ? Fn.replace(arn, from, to) : arn.replace(from, to)}:*`;
  const permission = { sid: 'StopExecution', actions: ['states:StopExecution'], resources: [executions] };
  const parameters = { ExecutionArn: options.executionArn };
  return serviceIntegration({ subtype: 'StepFunctions-StopExecution', parameters, permission }, options);
}

function start(
  action: 'StartExecution' | 'StartSyncExecution',
  machine: StateMachineTarget,
  { answers, ...options }: ForEither<StartExecutionOptions>,
  usual: Answers,
): Integration & HttpApiIntegration {
  const { input = RequestValue.body(), name, timeoutMilliseconds } = options;
  const { arn } = machine;
  const checkMachine = (route: BindingRoute) => {
    if (action === 'StartSyncExecution') checkExpress(route, machine);
  };
  const parameters = (route: BindingRoute) => {
    checkMachine(route);
    return { StateMachineArn: arn, Input: input, Name: name };
  };
  const permission = { sid: action, actions: [`states:${action}`], resources: [arn] };
  const subtype = `StepFunctions-${action}`;
  return ofBoth(
    answers,
    (changed) => serviceIntegration({ subtype, parameters, permission }, { ...options, answers: changed }),
    (own = usual) =>
      restService((route) => {
        checkMachine(route);
        return {
          service: 'states',
          rest: `action/${action}`,
          ...jsonRequest(route, { stateMachineArn: arn, input, name }),
          answers: own,
          timeoutMilliseconds,
        };
      }, permission),
  );
}

const started = serviceAnswers(`{"executionArn":$input.json('$.executionArn')}`);

const finished = serviceAnswers(
  `#if($input.path('$.status') == 'SUCCEEDED')$input.path('$.output')` +
    `#else #set($context.responseOverride.status = 500){"message":"Internal Server Error"}#end`,
);
