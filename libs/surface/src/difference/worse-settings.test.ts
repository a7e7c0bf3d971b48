import { differences, readPlans, type ReadPlans } from '..';
import { handPlan } from '../../testing/hand-plan';

const RULES = ['data-at-risk', 'service-interrupted', 'setting-weaker'];

const found = (plan: Parameters<typeof handPlan>, policy: ReadPlans['policy'] = {}): readonly string[] =>
  differences({ ...readPlans([handPlan(...plan)]), policy })
    .filter(({ rule }) => RULES.includes(rule))
    .map(({ severity, rule, message, before, after }) => `${severity} ${rule}: ${message} ${before} -> ${after}`);

const TABLE = 'aws_dynamodb_table.orders';
const table = (more: object) => ({ name: 'orders', ...more });
const PROTECTION =
  'medium data-at-risk: Terraform, and everyone who may delete tables, can delete orders with its data.';

describe('a setting with worse values', () => {
  it.each([
    [true, false, 'false'],
    [true, undefined, 'none'],
  ])('is found where it goes from %s to %s', (was, now, shown) => {
    const [before, after] = [was, now].map((deletion_protection_enabled) => table({ deletion_protection_enabled }));
    expect(found([{ [TABLE]: [before ?? {}, after ?? {}] }])).toEqual([`${PROTECTION} true -> ${shown}`]);
  });

  it.each([
    [false, true],
    [false, undefined],
    [undefined, false],
    [true, true],
  ])('is quiet from %s to %s', (was, now) => {
    const [before, after] = [was, now].map((deletion_protection_enabled) => table({ deletion_protection_enabled }));
    expect(found([{ [TABLE]: [before ?? {}, after ?? {}] }])).toEqual([]);
  });

  it('is found where it is known only after the apply, and was not the worst', () => {
    const unknown = { deletion_protection_enabled: true };
    const was = (on: boolean) => table({ deletion_protection_enabled: on });
    expect(found([{ [TABLE]: [was(true), table({}), unknown] }])).toEqual([`${PROTECTION} true -> known after apply`]);
    expect(found([{ [TABLE]: [was(false), table({}), unknown] }])).toEqual([]);
  });

  it('is looked for in blocks', () => {
    const recovery = (enabled: boolean) => table({ point_in_time_recovery: [{ enabled }] });
    expect(found([{ [TABLE]: [recovery(true), recovery(false)] }])).toEqual([
      'medium data-at-risk: Data that is overwritten or deleted in orders by mistake can no longer be restored. true -> false',
    ]);
  });

  it('is not judged where the team says that it is harmless', () => {
    const verdicts = { aws_dynamodb_table: { harmless: { deletion_protection_enabled: 'Only for tests.' } } };
    const plan = [table({ deletion_protection_enabled: true }), table({ deletion_protection_enabled: false })] as const;
    expect(found([{ [TABLE]: plan }], { verdicts })).toEqual([]);
  });
});

describe('numbers', () => {
  const LOGS = 'aws_cloudwatch_log_group.worker';
  const logs = (retention_in_days?: number) => ({ name: '/worker', retention_in_days });
  const deleted = (from: string, to: string) =>
    `medium data-at-risk: Logs in /worker are deleted earlier. ${from} -> ${to}`;

  it.each([
    [365, 30, [deleted('365', '30')]],
    [0, 30, [deleted('none', '30')]],
    [undefined, 30, [deleted('none', '30')]],
    [30, 365, []],
    [30, 0, []],
    [30, undefined, []],
  ])('from %s to %s days', (was, now, expected) => {
    expect(found([{ [LOGS]: [logs(was), logs(now)] }])).toEqual(expected);
  });
});

describe('a key', () => {
  const QUEUE = 'aws_sqs_queue.jobs';
  const queue = (kms_master_key_id?: string) => ({ name: 'jobs', kms_master_key_id });

  it.each([
    ['alias/ours', 'alias/other', 1],
    ['alias/ours', undefined, 1],
    [undefined, 'alias/ours', 0],
    ['alias/ours', 'alias/ours', 0],
  ])('from %s to %s', (was, now, count) => {
    expect(found([{ [QUEUE]: [queue(was), queue(now)] }])).toHaveLength(count);
  });

  it('is another one where it is made by the same plan, and not where the same one is made again', () => {
    const key = 'aws_kms_key.jobs';
    const expressions = { [QUEUE]: { kms_master_key_id: [`${key}.arn`, key] } };
    const unknown = { kms_master_key_id: true };
    expect(
      found([{ [QUEUE]: [queue('old'), queue(), unknown], [key]: [null, {}, { arn: true }] }, expressions]),
    ).toEqual([expect.stringContaining('medium setting-weaker: jobs is encrypted with another key, or none')]);
    const again = { [QUEUE]: [queue('old'), queue(), unknown], [key]: [{ arn: 'old' }, {}, { arn: true }] } as const;
    expect(found([again, expressions])).toEqual([]);
  });
});

describe('a new one', () => {
  const POLICY = 'aws_iam_account_password_policy.people';

  it('is compared with what AWS has without it', () => {
    expect(found([{ [POLICY]: [null, { minimum_password_length: 6 }] }])).toEqual([
      `medium setting-weaker: Passwords of IAM users can be weaker: shorter ones are accepted. 8 -> 6`,
      expect.stringContaining('cannot change their password'),
    ]);
    const strong = { minimum_password_length: 14, allow_users_to_change_password: true };
    expect(found([{ [POLICY]: [null, strong] }])).toEqual([]);
  });

  it('is judged alone where only the creation does something', () => {
    const record = { name: 'www', zone_id: 'z', allow_overwrite: true };
    const taken =
      'medium setting-weaker: www takes over a name that may lead to another place today; no plan shows where. none -> true';
    expect(found([{ 'aws_route53_record.www': [null, record] }])).toEqual([taken]);
    expect(found([{ 'aws_route53_record.www': [{ ...record, allow_overwrite: false }, record] }])).toEqual([]);
  });

  it('is not judged with what it belongs to, new too', () => {
    const record = { name: 'www', zone_id: 'z', allow_overwrite: true };
    expect(found([{ 'aws_route53_record.www': [null, record], 'aws_route53_zone.a': [null, { id: 'z' }] }])).toEqual(
      [],
    );
  });
});

describe('the networks of a private zone', () => {
  const zone = (...networks: string[]) => ({
    ...{ id: 'z', name: 'shop.internal', force_destroy: false },
    vpc: networks.map((vpc_id) => ({ vpc_id, vpc_region: 'eu-west-1' })),
  });
  const ZONE = 'aws_route53_zone.a';

  it('are reported once where all of them go, and by no rule where they are others', () => {
    expect(found([{ [ZONE]: [zone('vpc-1'), zone()] }])).toEqual([
      'medium setting-weaker: Zone shop.internal no longer has a network: if Terraform replaces it, it is public, and anyone on the internet can resolve its names. Route 53 refuses to take the last network from one that stays. set -> none',
    ]);
    expect(found([{ [ZONE]: [zone('vpc-1'), zone('vpc-1', 'vpc-2')] }])).toEqual([]);
    expect(found([{ [ZONE]: [null, zone()] }])).toEqual([]);
  });
});

it('loss that another rule says more of is found once', () => {
  const bucket = (force_destroy: boolean) => ({ bucket: 'terraform-state', force_destroy });
  expect(found([{ 'aws_s3_bucket.state': [bucket(false), bucket(true)] }])).toEqual([]);
  const media = (force_destroy: boolean) => ({ bucket: 'media', force_destroy });
  expect(found([{ 'aws_s3_bucket.media': [media(false), media(true)] }])).toHaveLength(1);
});

describe('settings that mean the same', () => {
  const KEYED = 'aws_dynamodb_table.orders';

  it('are found once for a resource', () => {
    const keys = (hash_key: string, range_key: string) => table({ hash_key, range_key });
    expect(found([{ [KEYED]: [keys('a', 'b'), keys('c', 'd')] }])).toEqual([
      'high data-at-risk: orders is replaced, and its data are lost. a -> c',
    ]);
  });
});

describe('a value that is worse as another one', () => {
  const KEYED = 'aws_dynamodb_table.orders';

  it('is found where there was none, and where it is known only after the apply', () => {
    const again = 'high data-at-risk: orders is replaced, and its data are lost.';
    expect(found([{ [KEYED]: [table({}), table({ range_key: 'b' })] }])).toEqual([`${again} none -> b`]);
    expect(found([{ [KEYED]: [table({}), table({}), { range_key: true }] }])).toEqual([
      `${again} none -> known after apply`,
    ]);
    expect(found([{ [KEYED]: [null, table({ range_key: 'b' })] }])).toEqual([]);
  });
});

describe('a list', () => {
  const URL = 'aws_lambda_function_url.orders';
  const pages = (...allow_methods: string[]) => ({ function_name: 'orders', cors: [{ allow_methods }] });
  const sent =
    'medium setting-weaker: Pages of other origins can send more methods to the function by its URL. set -> set';

  it('is found with more items where those are worse, in any order', () => {
    expect(found([{ [URL]: [pages('GET'), pages('POST', 'GET')] }])).toEqual([sent]);
    expect(found([{ [URL]: [pages('GET', 'POST'), pages('POST')] }])).toEqual([]);
    expect(found([{ [URL]: [pages('GET', 'POST'), pages('POST', 'GET')] }])).toEqual([]);
  });

  it('is found with fewer items where those are worse', () => {
    const ONLY = 'aws_iam_role_policies_exclusive.a';
    const listed = (...policy_names: string[]) => ({ role_name: 'a', policy_names });
    expect(found([{ [ONLY]: [listed('a', 'b'), listed('b')] }])).toHaveLength(1);
    expect(found([{ [ONLY]: [listed('b'), listed('a', 'b')] }])).toEqual([]);
  });
});

describe('a setting of several blocks', () => {
  const copies = (...kept: boolean[]) =>
    table({
      replica: kept.map((point_in_time_recovery, index) => ({ region_name: `r${index}`, point_in_time_recovery })),
    });
  const lost = 'Data that is overwritten or deleted in a copy of orders by mistake can no longer be restored.';
  const said = (before: object, after: object) =>
    found([{ [TABLE]: [before as never, after as never] }]).filter((each) => each.includes(lost));

  it('is found where it is worse in one of them', () => {
    expect(said(copies(true, true), copies(true, false))).toHaveLength(1);
    expect(said(copies(true, false), copies(false, true))).toHaveLength(1);
    expect(said(copies(false, false), copies(false, true))).toEqual([]);
  });

  it('is found where a block comes that is worse than all', () => {
    expect(said(copies(true), copies(true, false))).toHaveLength(1);
    expect(said(copies(false), copies(false, false))).toEqual([]);
    expect(said(copies(), copies(true, true))).toEqual([]);
    expect(said(copies(), copies(true))).toEqual([]);
    expect(said(copies(true, false), copies(true))).toEqual([]);
  });
});

describe('a value that Terraform hides', () => {
  const change = (was: string, now: string) => {
    const plan = handPlan({
      'aws_api_gateway_api_key.app': [
        { name: 'app', value: was },
        { name: 'app', value: now },
      ],
    }) as { readonly resource_changes: readonly { readonly change: object }[] };
    for (const each of plan.resource_changes)
      Object.assign(each.change, { before_sensitive: { value: true }, after_sensitive: { value: true } });
    return differences(readPlans([plan])).filter(({ rule }) => RULES.includes(rule));
  };

  it('is another one where it differs', () => {
    expect(
      change('s3cr3t-s3cr3t-one', 's3cr3t-s3cr3t-two').map(({ severity, message }) => `${severity} ${message}`),
    ).toEqual(['high Apps with key app can no longer call before they have the new value.']);
    expect(JSON.stringify(change('s3cr3t-s3cr3t-one', 's3cr3t-s3cr3t-two'))).not.toContain('s3cr3t');
    expect(change('s3cr3t-s3cr3t-one', 's3cr3t-s3cr3t-one')).toEqual([]);
  });
});
