import { found, handPlan, type HandChange } from '../../testing/hand-plan';
import { findingsOf } from '../../testing/real-plan';

const OWN = '111122223333';
const OTHER = '999999999999';
/** What makes the account of the plan known. */
const known: Record<string, HandChange> = {
  'aws_sns_topic.known': [
    { arn: `arn:aws:sns:eu-west-1:${OWN}:known`, display_name: 'a' },
    { arn: `arn:aws:sns:eu-west-1:${OWN}:known`, display_name: 'b' },
  ],
};
const rules =
  /^\w+ (code-from-elsewhere|data-sent-elsewhere|key-use-changed|logs-weaker|parameter-in-plain-text|policy-set-twice|public-access-allowed)/;
const of = (address: string, before: object | null, after: object | null, more: Record<string, HandChange> = {}) =>
  found({ ...known, ...more, [address]: [before, after] as HandChange }).flatMap((each) => rules.exec(each)?.[0] ?? []);

const sent = (account: string) => `arn:aws:sqs:eu-west-1:${account}:q`;
const flags = (on: boolean) => ({
  ...{ block_public_acls: on, block_public_policy: on, ignore_public_acls: on, restrict_public_buckets: on },
});
const layer = (account: string) => ({ function_name: 'f', layers: [`arn:aws:lambda:eu-west-1:${account}:layer:l:1`] });
const image = (account: string) => ({
  function_name: 'f',
  image_uri: `${account}.dkr.ecr.eu-west-1.amazonaws.com/i:1`,
});

describe('what sends data elsewhere', () => {
  it.each([
    ['aws_sns_topic_subscription.s', { protocol: 'sqs' }, 'endpoint', sent],
    [
      'aws_cloudwatch_log_subscription_filter.f',
      {},
      'destination_arn',
      (of: string) => `arn:aws:logs:eu-west-1:${of}:destination:d`,
    ],
    [
      'aws_cloudwatch_event_target.t',
      { rule: 'r' },
      'arn',
      (of: string) => `arn:aws:events:eu-west-1:${of}:event-bus/b`,
    ],
    ['aws_s3_bucket_notification.n', { bucket: 'b' }, 'queue', (of: string) => [{ queue_arn: sent(of) }]],
    [
      'aws_s3_bucket_replication_configuration.r',
      { bucket: 'b' },
      'rule',
      (of: string) => [{ destination: [{ bucket: 'arn:aws:s3:::c', account: of }] }],
    ],
    [
      'aws_sfn_state_machine.m',
      { name: 'm' },
      'definition',
      (of: string) => JSON.stringify({ Resource: `arn:aws:lambda:eu-west-1:${of}:function:f` }),
    ],
    ['aws_pipes_pipe.p', { name: 'p' }, 'target', sent],
    ['aws_scheduler_schedule.s', { name: 's' }, 'target', (of: string) => [{ arn: sent(of) }]],
    [
      'aws_lambda_function_event_invoke_config.c',
      { function_name: 'f' },
      'destination_config',
      (of: string) => [{ on_success: [{ destination: sent(of) }] }],
    ],
  ])('%s to another account is reported', (address, rest, argument, to) => {
    const values = (account: string) => ({ ...rest, [argument]: to(account) });
    expect(of(address, values(OWN), values(OTHER))).toEqual(['high data-sent-elsewhere']);
    expect(of(address, null, values(OTHER))).toEqual(['high data-sent-elsewhere']);
    expect(of(address, values(OTHER), { ...values(OTHER), comment: 'x' })).toEqual([]);
    expect(of(address, values(OTHER), values(OWN))).toEqual([]);
    expect(of(address, null, values(OWN))).toEqual([]);
  });

  it('is reported with its host alone, and a person without the address', () => {
    const topic_arn = `arn:aws:sns:eu-west-1:${OWN}:known`;
    const one = (protocol: string, endpoint: string) => ({ topic_arn, protocol, endpoint });
    const address = 'aws_sns_topic_subscription.s';
    expect(of(address, null, one('https', 'https://user:word@hooks.example.net/in?token=1'))).toEqual([
      'medium data-sent-elsewhere',
    ]);
    expect(of(address, null, one('email', 'someone@example.net'))).toEqual(['medium data-sent-elsewhere']);
    expect(of(address, null, { ...one('email', 'someone@example.net'), topic_arn: null })).toEqual([]);
  });
});

describe('settings that let others in, or hide what they did', () => {
  const bucketPolicy = (Principal: unknown) => ({
    bucket: 'b',
    policy: JSON.stringify({ Statement: [{ Effect: 'Allow', Principal, Action: 's3:GetObject', Resource: '*' }] }),
  });
  const open: Record<string, HandChange> = {
    'aws_s3_bucket_policy.p': [bucketPolicy('*'), { ...bucketPolicy('*'), x: 1 }],
  };
  const own: Record<string, HandChange> = {
    'aws_s3_bucket_policy.p': [bucketPolicy({ AWS: OWN }), { ...bucketPolicy({ AWS: OWN }), x: 1 }],
  };
  const BLOCK = 'aws_s3_bucket_public_access_block.b';

  it('a public access block that is off, and critical where a policy for everyone waits for it', () => {
    const [on, off] = [
      { bucket: 'b', ...flags(true) },
      { bucket: 'b', ...flags(false) },
    ];
    expect(of(BLOCK, on, off, open)).toEqual(['critical public-access-allowed']);
    expect(of(BLOCK, on, off, own)).toEqual(['medium public-access-allowed']);
    expect(of(BLOCK, on, null)).toEqual(['medium public-access-allowed']);
    expect(of(BLOCK, null, off)).toEqual(['medium public-access-allowed']);
    expect(of(BLOCK, on, { ...on, ignore_public_acls: false })).toEqual(['medium public-access-allowed']);
    expect(of(BLOCK, on, null, { 'aws_s3_bucket.b': [{ bucket: 'b' }, null] })).toEqual([]);
    expect(of(BLOCK, off, on)).toEqual([]);
    expect(of(BLOCK, null, on)).toEqual([]);
  });

  it('the block of the whole account, and which of its settings are off', () => {
    const block = (after: object) =>
      findingsOf(handPlan({ 'aws_s3_account_public_access_block.a': [flags(true), { ...flags(true), ...after }] })).map(
        ({ message }) => message,
      );
    const can = 'Policies and access lists can make any bucket of the account public:';
    expect(block({ block_public_acls: false })).toEqual([`${can} block_public_acls is off.`]);
    expect(block({ block_public_acls: false, ignore_public_acls: false })).toEqual([
      `${can} block_public_acls, ignore_public_acls are off.`,
    ]);
  });

  it('the log group of access logs that is deleted, unless AWS keeps it', () => {
    const group = (more: object = {}) => ({ name: '/api/access', ...more });
    expect(of('aws_cloudwatch_log_group.a', group({ skip_destroy: false }), null)).toEqual(['medium logs-weaker']);
    expect(of('aws_cloudwatch_log_group.a', group({ skip_destroy: true }), null)).toEqual([]);
  });

  it.each([
    ['aws_s3_account_public_access_block.a', flags(true), flags(false), 'high public-access-allowed'],
    [
      'aws_s3_bucket_ownership_controls.o',
      { bucket: 'b', rule: [{ object_ownership: 'BucketOwnerEnforced' }] },
      { bucket: 'b', rule: [{ object_ownership: 'ObjectWriter' }] },
      'medium public-access-allowed',
    ],
    [
      'aws_secretsmanager_secret_policy.s',
      { secret_arn: 's', block_public_policy: true },
      { secret_arn: 's', block_public_policy: false },
      'medium public-access-allowed',
    ],
    ['aws_cloudtrail.t', { name: 't', enable_logging: true }, { name: 't', enable_logging: false }, 'high logs-weaker'],
    [
      'aws_cloudtrail.t',
      { name: 't', include_global_service_events: true },
      { name: 't', include_global_service_events: false },
      'high logs-weaker',
    ],
    [
      'aws_cloudtrail.t',
      { name: 't', is_multi_region_trail: false, event_selector: [{ read_write_type: 'All' }] },
      { name: 't', is_multi_region_trail: false, event_selector: [{ read_write_type: 'ReadOnly' }] },
      'medium logs-weaker',
    ],
    [
      'aws_cloudwatch_log_group.access',
      { name: '/api/access', retention_in_days: 0 },
      { name: '/api/access', retention_in_days: 30 },
      'medium logs-weaker',
    ],
    [
      'aws_ssm_parameter.p',
      { name: '/p', type: 'SecureString' },
      { name: '/p', type: 'StringList' },
      'high parameter-in-plain-text',
    ],
    [
      'aws_ssm_parameter.p',
      { name: '/p', type: 'SecureString' },
      { name: '/p', type: 'String' },
      'high parameter-in-plain-text',
    ],
    [
      'aws_kms_alias.a',
      { name: 'alias/a', target_key_id: 'k1' },
      { name: 'alias/a', target_key_id: 'k2' },
      'medium key-use-changed',
    ],
    ['aws_kms_key.k', { enable_key_rotation: true }, { enable_key_rotation: false }, 'medium key-use-changed'],
    [
      'aws_kms_key.k',
      { bypass_policy_lockout_safety_check: false },
      { bypass_policy_lockout_safety_check: true },
      'medium key-use-changed',
    ],
    ['aws_lambda_function.f', layer(OWN), layer(OTHER), 'high code-from-elsewhere'],
    ['aws_lambda_function.f', image(OWN), image(OTHER), 'high code-from-elsewhere'],
    [
      'aws_lambda_function.f',
      { function_name: 'f', s3_bucket: 'ours' },
      { function_name: 'f', s3_bucket: 'theirs' },
      'medium code-from-elsewhere',
    ],
    [
      'aws_lambda_function.f',
      { function_name: 'f', code_signing_config_arn: 'arn:c' },
      { function_name: 'f', code_signing_config_arn: '' },
      'medium code-from-elsewhere',
    ],
  ])('%s: %j, then %j', (address, before, after, expected) => {
    expect(of(address, before, after)).toEqual([expected]);
    expect(of(address, after, after)).toEqual([]);
  });
});
