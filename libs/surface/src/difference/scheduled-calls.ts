import { isSame } from '../changes/changed';
import { nameOfChange } from '../changes/name-of-change';
import type { PlannedChange } from '../changes/planned-change';
import type { Violation } from '../findings/rule';
import type { Comparison } from './comparison';
import { blocks } from './cloudfront/behaviors';
import { tasksOf } from './state-machine-tasks';

/** What runs scripts on machines, or calls AWS where it decides who may do what: events, schedules, state machines. */
export const scheduledCalls = ({ changesOf }: Comparison): readonly Violation[] => [
  ...changesOf('aws_cloudwatch_event_target').flatMap((change) => found(change, ofTarget)),
  ...changesOf('aws_scheduler_schedule').flatMap((change) => found(change, ofSchedule)),
  ...changesOf('aws_ssm_maintenance_window_task').flatMap((change) => found(change, ofWindowTask)),
  ...changesOf('aws_sfn_state_machine').flatMap(ofStateMachine),
];

type Values = NonNullable<PlannedChange['after']>;

/** What is called, and with what. */
interface Call {
  readonly does: string;
  readonly by: unknown;
}

function found(change: PlannedChange, callOf: (values: Values) => Call | undefined): readonly Violation[] {
  const { action, address, after, before } = change;
  const call = after && action !== 'no-op' ? callOf(after) : undefined;
  const was = before ? callOf(before) : undefined;
  if (!call || (was && isSame(was.by, call.by))) return [];
  return [
    {
      ...{ at: change, subject: address, message: `${nameOfChange(change)} ${call.does}.` },
      before: was ? 'something else' : 'nothing',
      after: call.does,
    },
  ];
}

function ofTarget(values: Values): Call | undefined {
  const { arn, input, input_path, input_transformer, run_command_targets } = values;
  const isOnMachines = blocks(run_command_targets).length > 0;
  const does = runs(DOCUMENT.exec(typeof arn === 'string' ? arn : ''), isOnMachines);
  return does === undefined
    ? undefined
    : { does, by: [arn, input, input_path, input_transformer, run_command_targets] };
}

/** What a task runs, with what and on which machines: its other arguments say when, and who hears of it. */
function ofWindowTask(values: Values): Call | undefined {
  const { targets, task_arn, task_type } = values;
  const block = WINDOW_TASKS.get(task_type);
  if (block === undefined || typeof task_arn !== 'string') return undefined;
  const does = runs(DOCUMENT.exec(task_arn) ?? [task_arn, '', task_arn], task_type === 'RUN_COMMAND');
  const called = blocks(values['task_invocation_parameters'])
    .flatMap((each) => blocks(each[block]))
    .map(({ document_version, parameter }) => [document_version, parameter]);
  return does === undefined ? undefined : { does, by: [task_arn, targets, called] };
}

/** Where tasks that run a document have what they run it with. */
const WINDOW_TASKS: ReadonlyMap<unknown, string> = new Map([
  ['AUTOMATION', 'automation_parameters'],
  ['RUN_COMMAND', 'run_command_parameters'],
]);

/** `runs scripts on machines`; nothing of a document of AWS that does one thing only. */
function runs(named: readonly string[] | null, isOnMachines: boolean): string | undefined {
  const [, account = '', document = ''] = named ?? [];
  if (document === '' || (document.startsWith('AWS-') && !SCRIPTS.has(document))) return undefined;
  const whose = account === '' ? '' : ` of account ${account}`;
  const what = SCRIPTS.has(document) ? 'scripts' : `document ${document}${whose}`;
  return `runs ${what}${isOnMachines ? ' on machines' : ''}`;
}

const DOCUMENT = /^arn:[\w-]+:ssm:[\w-]*:(\d*):(?:document|automation-definition)\/([^:]+)/;

/** Documents of AWS that run what they are given. */
const SCRIPTS: ReadonlySet<string> = new Set([
  'AWS-ApplyAnsiblePlaybooks',
  'AWS-ApplyChefRecipes',
  'AWS-RunAnsiblePlaybook',
  'AWS-RunDocument',
  'AWS-RunPowerShellScript',
  'AWS-RunRemoteScript',
  'AWS-RunSaltState',
  'AWS-RunShellScript',
]);

function ofSchedule(values: Values): Call | undefined {
  const [target] = blocks(values['target']);
  const { arn, input } = target ?? {};
  const called = decidingCall(arn);
  return called === undefined ? undefined : { does: `calls ${called} by itself`, by: [arn, input] };
}

/** Steps that are new, or get something else: what a definition called before is not reported. */
function ofStateMachine(change: PlannedChange): readonly Violation[] {
  const had = tasksOf(change.before?.['definition']);
  const calls = tasksOf(change.after?.['definition']).flatMap((task) => {
    const called = had.some((each) => isSame(each, task)) ? undefined : decidingCall(task.resource);
    return called ?? [];
  });
  const all = [...new Set(calls)].join(' and ');
  return all === '' ? [] : found(change, (values) => ({ does: `calls ${all}`, by: values['definition'] }));
}

/** `iam:attachRolePolicy` */
function decidingCall(arn: unknown): string | undefined {
  const [, service = '', action = ''] = API.exec(typeof arn === 'string' ? arn : '') ?? [];
  return DECIDING.get(service)?.test(action) === true ? `${service}:${action}` : undefined;
}

/** How schedules and state machines name an operation of AWS. */
const API = /^arn:[\w-]+:(?:scheduler|states):[^:]*:[^:]*:aws-sdk:(\w+):(\w+)(?:\.\w+)?$/;

const CHANGES = /^(?!get|list|describe|head|search|view|simulate|generate(?:credential|service))/;

/** Operations that let others in, give rights or run code, by service. */
const DECIDING: ReadonlyMap<string, RegExp> = new Map([
  ...['apigateway', 'apigatewayv2', 'cognitoidentity', 'cognitoidentityprovider', 'iam', 'identitystore'].map(
    (service) => [service, CHANGES] as const,
  ),
  ...['kms', 'organizations', 'secretsmanager', 'ssoadmin', 'sts'].map((service) => [service, CHANGES] as const),
  ['cloudformation', /^(create|update|execute)/],
  ['ec2', /^(authorizeSecurityGroup|modifyInstanceAttribute|replaceIamInstanceProfile|associateIamInstanceProfile)/],
  ['eventbridge', /^put(Permission|Targets)$/],
  ['lambda', /^(add|create|update)/],
  ['s3', /^(put(Bucket(Acl|Policy)|ObjectAcl|PublicAccessBlock)|delete(Bucket(Policy)|PublicAccessBlock))$/],
  ['ssm', /^(sendCommand|start(Automation|Change)|create|update|put|modify)/],
]);
