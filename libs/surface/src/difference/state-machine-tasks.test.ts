import { differences, readPlans } from '..';
import { handPlan } from '../../testing/hand-plan';

type Task = readonly [resource: string, input?: object];

const step = ([Resource, Parameters]: Task) => ({
  Type: 'Task',
  Resource,
  ...(Parameters && { Parameters }),
  End: true,
});
const sdk = (call: string) => `arn:aws:states:::aws-sdk:${call}`;
const HTTP = 'arn:aws:states:::http:invoke';

/** All in one branch of a map, where a reader that looks at the first level only sees none. */
const machine = (...tasks: readonly Task[]) => ({
  name: 'orders',
  definition: JSON.stringify({
    StartAt: 'Each',
    States: {
      Each: {
        Type: 'Map',
        ItemProcessor: {
          States: { All: { Type: 'Parallel', Branches: [{ States: Object.fromEntries(tasks.map(named)) }] } },
        },
      },
    },
  }),
});
const named = (task: Task, index: number) => [`Step${index}`, step(task)];

const says = (before: object | null, after: object, unknown = {}) =>
  differences(readPlans([handPlan({ 'aws_sfn_state_machine.m': [before && { ...before }, { ...after }, unknown] })]))
    .filter(({ severity }) => severity !== 'expected')
    .map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);

describe('a state machine that calls AWS', () => {
  const lambda: Task = ['arn:aws:states:::lambda:invoke'];

  it('where it decides who may do what, is reported', () => {
    const attach: Task = [sdk('iam:attachRolePolicy'), { RoleName: 'a' }];
    const password: Task = [sdk('cognitoidentityprovider:adminSetUserPassword.waitForTaskToken')];
    const gains = (...tasks: readonly Task[]) => says(machine(lambda), machine(lambda, ...tasks));
    expect(gains(attach)).toEqual(['high scheduled-command: orders calls iam:attachRolePolicy.']);
    expect(gains(attach, attach, password)).toEqual([
      'high scheduled-command: orders calls iam:attachRolePolicy and cognitoidentityprovider:adminSetUserPassword.',
    ]);
    expect(says(null, machine(attach))).toHaveLength(1);
    expect(says(machine(attach), machine([sdk('iam:attachRolePolicy'), { RoleName: 'b' }]))).toHaveLength(1);
  });

  it('elsewhere, or as it did, is not', () => {
    const attach: Task = [sdk('iam:attachRolePolicy'), { RoleName: 'a' }];
    expect(says(machine(lambda), machine(lambda, [sdk('iam:listUsers')], [sdk('s3:putObject')]))).toEqual([]);
    expect(says(machine(attach), machine(attach, lambda))).toEqual([]);
    expect(says(machine(attach), machine(lambda))).toEqual([]);
  });
});

it('a state machine whose definition only the apply knows is reported', () => {
  const unknown = ['medium access-unknown: Known only after the apply for state machine orders: what it calls.'];
  expect(says(machine(), { name: 'orders' }, { definition: true })).toEqual(unknown);
  expect(says(null, { name: 'orders' }, { definition: true })).toEqual([unknown[0]!.replace('for ', 'for new ')]);
});

describe('a state machine that sends requests', () => {
  const to = (ApiEndpoint: string) => machine([HTTP, { ApiEndpoint, Method: 'POST' }]);

  it('to another host is reported with the host alone', () => {
    const [was, now] = ['https://api.example.com/in', 'https://user:word@collect.example.net/in?token=a'];
    const other = ['medium data-sent-elsewhere: orders sends what its states pass on to collect.example.net.'];
    expect(says(to(was), to(now))).toEqual(other);
    expect(says(null, to(now))).toEqual(other);
    expect(says(to(was), to('https://API.example.com/other'))).toEqual([]);
    const gateway = (ApiEndpoint: string) => machine(['arn:aws:states:::apigateway:invoke', { ApiEndpoint }]);
    expect(
      says(gateway('a.execute-api.eu-west-1.amazonaws.com'), gateway('b.execute-api.eu-west-1.amazonaws.com')),
    ).toEqual([
      'medium data-sent-elsewhere: orders sends what its states pass on to b.execute-api.eu-west-1.amazonaws.com.',
    ]);
  });

  it('to a host that its input names is reported', () => {
    const chosen = machine([HTTP, { 'ApiEndpoint.$': '$.host' }]);
    expect(says(to('https://api.example.com'), chosen)).toEqual([
      'medium data-sent-elsewhere: orders sends what its states pass on to a host that its input names.',
    ]);
    expect(says(chosen, to('{% $host %}'))).toEqual([]);
  });

  it('by a definition that is no JSON is reported as unreadable', () => {
    expect(says({ name: 'orders', definition: '{' }, { name: 'orders', definition: '{ ' })).toEqual([
      'medium access-unknown: What state machine orders says cannot be read, as it is no JSON or YAML: what it calls.',
    ]);
  });
});
