import { type Change, type PlanJson, type ResourceChange } from '../plan-json';
import { lossesOf } from './losses';

const ARN = 'arn:aws:cognito-idp:eu-west-1:111111111111:userpool/eu-west-1_abc';

const resource = (address: string, change: Change): ResourceChange => {
  const [type = '', name = ''] = address.split('.');
  return { address, type, name, mode: 'managed', change };
};
const plan = (resources: Record<string, Change>, outputs: Record<string, Change>): PlanJson => ({
  resource_changes: Object.entries(resources).map(([address, change]) => resource(address, change)),
  output_changes: outputs,
});

const client = { id: 'client1', user_pool_id: 'eu-west-1_abc' };
const deleted: Change = { actions: ['delete'], before: client, after: null };
const pool: Change = {
  actions: ['no-op'],
  before: { id: 'eu-west-1_abc', arn: ARN },
  after: { id: 'eu-west-1_abc', arn: ARN },
};
const removed = (before: unknown): Change => ({ actions: ['delete'], before, after: null });

describe('what a plan takes away from other stacks', () => {
  it('is a resource that goes, with the output that published it', () => {
    const found = lossesOf(plan({ 'aws_x.client': deleted, 'aws_x.pool': pool }, { client_id: removed('client1') }));
    expect(found).toEqual([{ address: 'aws_x.client', replaced: false, output: 'client_id', values: ['client1'] }]);
  });

  it('is one that is replaced, while the new value is not known', () => {
    const replaced: Change = {
      actions: ['create', 'delete'],
      before: client,
      after: { user_pool_id: 'eu-west-1_abc' },
    };
    const change: Change = { actions: ['update'], before: 'client1', after_unknown: true };
    expect(lossesOf(plan({ 'aws_x.client': replaced }, { client_id: change }))).toEqual([
      { address: 'aws_x.client', replaced: true, output: 'client_id', values: ['client1'] },
    ]);
  });

  it('is found in lists, maps and longer texts', () => {
    const resources = { 'aws_x.pool': { actions: ['delete'], before: { id: 'eu-west-1_abc', arn: ARN } } } as const;
    const outputs = { all: removed({ pools: [{ arn: ARN }] }), url: removed('https://idp/eu-west-1_abc/keys') };
    expect(lossesOf(plan(resources, outputs)).map(({ output, values }) => [output, values])).toEqual([
      ['all', [ARN]],
      ['url', ['https://idp/eu-west-1_abc/keys']],
    ]);
  });

  it.each([
    ['an output that goes while its resource stays', { 'aws_x.pool': pool }, { pool_arn: removed(ARN) }],
    [
      'what a deleted resource only names',
      { 'aws_x.client': deleted, 'aws_x.pool': pool },
      { pool_id: removed('eu-west-1_abc') },
    ],
    ['a resource without an output', { 'aws_x.client': deleted }, { other: removed('something else') }],
    [
      'an output that says the same afterwards',
      { 'aws_x.client': deleted },
      { ids: { actions: ['update'], before: ['client1'], after: ['client1', 'client2'] } as Change },
    ],
    [
      'a resource that is only forgotten',
      { 'aws_x.client': { ...deleted, actions: ['forget'] } as Change },
      { client_id: removed('client1') },
    ],
  ])('is not %s', (_what, resources, outputs) => {
    expect(lossesOf(plan(resources as Record<string, Change>, outputs as Record<string, Change>))).toEqual([]);
  });
});
