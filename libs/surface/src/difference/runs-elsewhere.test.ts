import { differences, readPlans } from '..';
import { handPlan } from '../../testing/hand-plan';

const saysOf =
  (of: string) =>
  (...plan: Parameters<typeof handPlan>): readonly string[] =>
    differences(readPlans([handPlan(...plan)]))
      .filter(({ rule }) => rule === of)
      .map(({ severity, message }) => `${severity} ${message}`);

describe('preferences of sessions', () => {
  const says = saysOf('setting-weaker');
  const sessions = (inputs: object, document_type = 'Session') => ({
    ...{ name: 'SSM-SessionManagerRunShell', document_type },
    content: JSON.stringify({ inputs }),
  });
  const changed = (was: object | null, now: object) =>
    says({ 'aws_ssm_document.a': [was && sessions(was), sessions(now)] });

  it.each([
    [
      'a bucket',
      { s3BucketName: 'records' },
      { s3BucketName: '' },
      'high Nothing records any more what people do in sessions on machines.',
    ],
    ['a key', { kmsKeyId: 'k' }, {}, 'medium Sessions need no permission on a key of yours any more.'],
    [
      'other commands',
      { shellProfile: { linux: '' } },
      { shellProfile: { linux: 'a' } },
      'high Each session on a machine begins with other commands.',
    ],
    [
      'root',
      null,
      { runAsEnabled: true, runAsDefaultUser: 'root' },
      'high Sessions on machines are those of root, unless the role of who opens one says another user.',
    ],
  ])('lose or get %s', (_, was, now, expected) => {
    expect(changed(was, now)).toEqual([expected]);
  });

  it('may record in another place, and begin as they did', () => {
    const shellProfile = { linux: 'a' };
    expect(changed({ s3BucketName: 'a', shellProfile }, { cloudWatchLogGroupName: 'b', shellProfile })).toEqual([]);
    expect(changed({ runAsEnabled: true, runAsDefaultUser: 'root' }, { runAsDefaultUser: 'root' })).toEqual([]);
  });

  it('become those of root once', () => {
    const root = { runAsEnabled: true, runAsDefaultUser: 'root' };
    const becomes = [
      'high Sessions on machines are those of root, unless the role of who opens one says another user.',
    ];
    expect(changed({ ...root, runAsEnabled: false }, root)).toEqual(becomes);
    expect(changed({ ...root, runAsDefaultUser: 'ec2-user' }, root)).toEqual(becomes);
    expect(changed(root, { ...root, idleSessionTimeout: '20' })).toEqual([]);
  });

  it('are not in documents of another kind, or that cannot be read', () => {
    const shellProfile = { linux: 'a' };
    expect(says({ 'aws_ssm_document.a': [null, sessions({ shellProfile }, 'Command')] })).toEqual([]);
    expect(says({ 'aws_ssm_document.a': [null, { ...sessions({}), content: '{' }] })).toEqual([]);
  });
});

describe('what runs by itself', () => {
  const says = saysOf('scheduled-command');
  const schedule = (api: string, input = '') => ({
    name: 'nightly',
    target: [{ arn: `arn:aws:scheduler:::aws-sdk:${api}`, input }],
  });
  const target = (arn: string, more: object = {}) => ({ target_id: 't', arn, ...more });
  const at = 'aws_cloudwatch_event_target.t';

  it('calls AWS where it decides who may do what', () => {
    const of = (api: string) => says({ 'aws_scheduler_schedule.a': [null, schedule(api)] });
    expect(of('iam:createAccessKey')).toEqual(['high nightly calls iam:createAccessKey by itself.']);
    expect(of('s3:putBucketPolicy')).toHaveLength(1);
    expect([...of('iam:listUsers'), ...of('s3:putObject'), ...of('lambda:invoke'), ...of('ec2:stopInstances')]).toEqual(
      [],
    );
  });

  it('calls with something else', () => {
    const changed = (input: string) =>
      says({
        'aws_scheduler_schedule.a': [schedule('iam:createAccessKey', 'a'), schedule('iam:createAccessKey', input)],
      });
    expect(changed('b')).toHaveLength(1);
    expect(changed('a')).toEqual([]);
  });

  it('runs scripts, and documents that are not those of AWS', () => {
    const run_command_targets = [{ key: 'tag:a', values: ['b'] }];
    const of = (document: string, more = {}) =>
      says({ [at]: [null, target(`arn:aws:ssm:eu-west-1:${document}`, more)] });
    expect(of(':document/AWS-RunShellScript', { run_command_targets })).toEqual([
      `high ${at} runs scripts on machines.`,
    ]);
    expect(of('123456789012:automation-definition/Open:$DEFAULT')).toEqual([
      `high ${at} runs document Open of account 123456789012.`,
    ]);
    expect(of(':document/AWS-RunPatchBaseline', { run_command_targets })).toEqual([]);
  });
});

describe('a task of a maintenance window', () => {
  const says = saysOf('scheduled-command');
  const at = 'aws_ssm_maintenance_window_task.t';
  const task = (task_arn: string, command = 'a', more: object = {}) => ({
    ...{ window_id: 'mw-1', task_type: 'RUN_COMMAND', task_arn, priority: 1 },
    targets: [{ key: 'InstanceIds', values: ['i-1'] }],
    task_invocation_parameters: [
      {
        automation_parameters: [],
        run_command_parameters: [{ comment: null, parameter: [{ name: 'commands', values: [command] }], ...more }],
      },
    ],
  });
  const SHELL = 'AWS-RunShellScript';

  it('runs scripts on machines, and documents that are not those of AWS', () => {
    const of = (values: object) => says({ [at]: [null, { ...values }] });
    expect(of(task(SHELL))).toEqual([`high ${at} runs scripts on machines.`]);
    expect(of(task(`arn:aws:ssm:eu-west-1::document/${SHELL}`))).toEqual([`high ${at} runs scripts on machines.`]);
    expect(of(task('Open'))).toEqual([`high ${at} runs document Open on machines.`]);
    expect(of(task('arn:aws:ssm:eu-west-1:123456789012:document/Open'))).toEqual([
      `high ${at} runs document Open of account 123456789012 on machines.`,
    ]);
    expect(of({ ...task('Open'), task_type: 'AUTOMATION' })).toEqual([`high ${at} runs document Open.`]);
    expect(of(task('AWS-RunPatchBaseline'))).toEqual([]);
    const lambda = 'arn:aws:lambda:eu-west-1:123456789012:function:f';
    expect(of({ ...task(lambda), task_type: 'LAMBDA' })).toEqual([]);
  });

  it('runs something else, not only at another time', () => {
    const changed = (now: object, was: object = task(SHELL)) => says({ [at]: [{ ...was }, { ...now }] });
    expect(changed(task(SHELL, 'b'))).toHaveLength(1);
    expect(changed(task(SHELL), task('AWS-RunPatchBaseline'))).toHaveLength(1);
    expect(changed({ ...task(SHELL), targets: [{ key: 'InstanceIds', values: ['i-2'] }] })).toHaveLength(1);
    expect(changed({ ...task(SHELL), priority: 2, max_errors: '5' })).toEqual([]);
    expect(changed(task(SHELL, 'a', { comment: 'nightly', timeout_seconds: 60 }))).toEqual([]);
  });
});

describe('a role that is no more', () => {
  const says = saysOf('service-interrupted');
  const role = { name: 'r', path: '/', arn: 'arn:aws:iam::123456789012:role/r' };
  const runs = { function_name: 'f', role: role.arn };

  it('ends what runs with it', () => {
    const profile = { name: 'p', role: 'r' };
    expect(
      says({
        'aws_iam_role.r': [role, null],
        'aws_lambda_function.f': [runs, runs],
        'aws_iam_instance_profile.p': [profile, profile],
      }),
    ).toEqual([
      'high aws_iam_instance_profile.p and aws_lambda_function.f run with role r, which no longer exists: their calls to AWS fail.',
    ]);
  });

  it('ends nothing that has another one, or where one of the same name comes', () => {
    const other = { ...runs, role: `${role.arn}-other` };
    expect(says({ 'aws_iam_role.r': [role, null], 'aws_lambda_function.f': [runs, other] })).toEqual([]);
    expect(
      says({
        'aws_iam_role.r': [role, null],
        'aws_iam_role.again': [null, { name: 'r', path: '/' }],
        'aws_lambda_function.f': [runs, runs],
      }),
    ).toEqual([]);
  });
});

describe('a function', () => {
  const says = saysOf('function-exposed');
  const queue = (account: string) => ({ function_name: 'f', event_source_arn: `arn:aws:sqs:eu-west-1:${account}:q` });
  const own = { 'aws_sqs_queue.own': [{ arn: 'arn:aws:sqs:eu-west-1:123456789012:o' }, {}] } as const;
  const fed = (was: string | null, now: string) =>
    says({ 'aws_lambda_event_source_mapping.m': [was === null ? null : queue(was), queue(now)], ...own });

  it('is run with messages of another account', () => {
    expect(fed('123456789012', '999999999999')[0]).toMatch(
      /Function f is run with what account 999999999999 sends to q/,
    );
    expect(fed(null, '999999999999')).toHaveLength(1);
    expect(fed('999999999999', '999999999999')).toEqual([]);
  });
});
