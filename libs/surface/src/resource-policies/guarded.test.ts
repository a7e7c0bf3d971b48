import { handPlan, type HandChange } from '../../testing/hand-plan';
import { entryOf, findingsOf } from '../../testing/real-plan';
import { account, allow, document, OWN, root } from '../../testing/resource-policy';

const QUEUE = 'aws_sqs_queue.orders';
const POLICY = 'aws_sqs_queue_policy.orders';
const queue = (more: object = {}) => ({ name: 'orders', url: 'https://sqs/1/orders', ...more });
const everyone = document(allow('*', 'sqs:SendMessage'));
const denied = document(allow(root(OWN), 'sqs:*'), { ...allow('*', 'sqs:DeleteQueue'), Effect: 'Deny' });
const allowed = document(allow(root(OWN), 'sqs:*'));

/** @param forgotten what Terraform lets go of without deleting it */
const said = (changes: Readonly<Record<string, HandChange>>, forgotten?: string) => {
  const plan = handPlan({ ...account, ...changes }) as {
    resource_changes: { address: string; change: { actions: string[] } }[];
  };
  for (const { address, change } of plan.resource_changes) if (address === forgotten) change.actions = ['forget'];
  return findingsOf(plan)
    .filter(({ rule }) => rule === 'resource-policy-widened')
    .map(({ severity, message, address }) => `${severity} ${address}: ${message}`);
};

describe('the policy of a queue', () => {
  const policy = (text: string, queue_url = 'https://sqs/1/orders') => ({ queue_url, policy: text });

  it('is that of another queue when it moves there', () => {
    expect(said({ [POLICY]: [policy(everyone), policy(everyone, 'https://sqs/1/refunds')] })).toEqual([
      `critical ${POLICY}: Anyone can do sqs:SendMessage on queue refunds.`,
    ]);
    expect(said({ [POLICY]: [policy(everyone), policy(everyone)] })).toEqual([]);
  });

  it('stays where Terraform lets go of it, and is lost where it is deleted', () => {
    const changes = { [QUEUE]: [queue(), queue()], [POLICY]: [policy(denied), null] } as const;
    expect(said(changes, POLICY)).toEqual([]);
    expect(said(changes)).toEqual([expect.stringMatching(/^\w+ aws_sqs_queue_policy.orders: .* sqs:DeleteQueue /)]);
  });

  it('stays where a second resource sets the same, and is news where that says more', () => {
    const changes = (after: string) => ({
      [QUEUE]: [queue(), queue()] as const,
      [POLICY]: [policy(everyone), policy(everyone)] as const,
      'aws_sqs_queue_policy.second': [null, policy(after)] as const,
    });
    expect(said(changes(everyone))).toEqual([]);
    expect(said(changes(document(allow('*', 'sqs:*'))))).toHaveLength(1);
  });

  it('is about that queue, whatever else it names', () => {
    const arn = `arn:aws:sqs:eu-west-1:${OWN}:orders`;
    const names = (Resource: string) =>
      said({
        [QUEUE]: [queue({ arn }), queue({ arn })],
        [POLICY]: [null, policy(document(allow('*', 'sqs:SendMessage', { Resource })))],
      });
    expect(names(arn)).toEqual([`critical ${POLICY}: Anyone can do sqs:SendMessage on queue orders.`]);
    expect(names(`arn:aws:sqs:eu-west-1:${OWN}:refunds`)).toEqual([]);
  });

  it('is lost where the queue sets none any more', () => {
    expect(said({ [QUEUE]: [queue({ policy: denied }), queue({ policy: '' })] })).toEqual([
      `high ${QUEUE}: A Deny of sqs:DeleteQueue on queue orders is gone: principals that it refused may get access.`,
    ]);
  });

  it('goes with the queue', () => {
    expect(said({ [QUEUE]: [queue({ policy: denied }), null] })).toEqual([]);
    expect(said({ [QUEUE]: [queue({ policy: denied }), queue({ policy: allowed })] })).toHaveLength(1);
    expect(said({ [QUEUE]: [queue({ policy: allowed }), queue({ policy: everyone })] })).toHaveLength(1);
  });
});

it('the policy of a key is called by its address, as the ID of a key is no name', () => {
  const key = (policy: string) => ({ key_id: '00000000-0000-4000-8000-000000000000', policy });
  const open = document(allow(root(OWN), 'kms:*'), allow('*', 'kms:Decrypt'));
  expect(said({ 'aws_kms_key.orders': [key(document(allow(root(OWN), 'kms:*'))), key(open)] })).toEqual([
    'critical aws_kms_key.orders: Any AWS account can do kms:Decrypt on key aws_kms_key.orders.',
  ]);
});

it('a policy that Terraform lets go of is overwritten once, by the one that takes its place', () => {
  const policy = (text: string) => ({ queue_url: 'https://sqs/1/orders', policy: text });
  const plan = handPlan({
    [QUEUE]: [queue(), queue()],
    [POLICY]: [policy(allowed), null],
    'aws_sqs_queue_policy.new': [null, policy(allowed)],
  });
  entryOf(plan, POLICY).change.actions = ['forget'];
  expect(findingsOf(plan).map(({ rule }) => rule)).not.toContain('policy-set-twice');
});

it('the account of a key gets control of it where a policy of its own kept that from it', () => {
  const arn = `arn:aws:kms:eu-west-1:${OWN}:key/k1`;
  const key = { key_id: 'k1', arn, policy: document(allow({ AWS: `arn:aws:iam::${OWN}:role/keys` }, 'kms:*')) };
  const policy = { key_id: 'k1', policy: document(allow(root(OWN), 'kms:*')) };
  expect(said({ 'aws_kms_key.orders': [key, key], 'aws_kms_key_policy.orders': [null, policy] })).toEqual([
    `high aws_kms_key_policy.orders: Account ${OWN} can do kms:* on key aws_kms_key.orders.`,
  ]);
});
