import { writeStack } from '../../testing/stack';
import { type PlanJson } from '../plan-json';
import { type StateFile } from '../state-file';
import { type Stack } from '../stacks';
import { applyOrder, OrderConflictError } from './apply-order';
import { type StackFacts } from './constraints';

const backend = (name: string) => ({ bucket: 'states', key: `dev/${name}.tfstate` });

interface Described {
  /** Outputs that its configuration reads, such as `identity.client_id`. */
  readonly reads?: readonly string[];
  /** The same when it was last applied, with the values that it uses. */
  readonly used?: Readonly<Record<string, string>>;
  /** Outputs that it had. */
  readonly outputs?: readonly string[];
  /** Outputs of resources that its plan deletes: `client_id` of `aws_x.client_id`, with the value that it had. */
  readonly deletes?: Readonly<Record<string, string>>;
  /** Outputs that its plan adds. */
  readonly adds?: readonly string[];
}

const upstreamsOf = (reads: readonly string[]): string[] => [...new Set(reads.map((read) => read.split('.')[0] ?? ''))];

function stackOf(name: string, reads: readonly string[]): Stack {
  const upstreams = upstreamsOf(reads);
  const sources = upstreams.map((each) => [each, { backend: 's3', config: backend(each) }]);
  const values = reads.map((read) => `\${data.terraform_remote_state.${read.replace('.', '.outputs.')}}`);
  const stack = writeStack(name, {
    terraform: { backend: { s3: backend(name) } },
    data: { terraform_remote_state: Object.fromEntries(sources) as Record<string, object> },
    resource: { aws_x: { it: { values } } },
  } as Parameters<typeof writeStack>[1]);
  return { ...stack, dependencies: upstreams };
}

function stateOf({ used = {}, outputs = [] }: Described): StateFile {
  const read = upstreamsOf(Object.keys(used)).map((name) => ({
    mode: 'data' as const,
    type: 'terraform_remote_state',
    name,
    instances: [{ attributes: { config: { value: backend(name), type: ['object', {}] } } }],
  }));
  const it = {
    mode: 'managed' as const,
    type: 'aws_x',
    name: 'it',
    instances: [{ attributes: { of: Object.values(used) } }],
  };
  const values = Object.fromEntries(outputs.map((name) => [name, { value: 'as applied' }]));
  return { version: 4, serial: 1, lineage: 'l', outputs: values, resources: [...read, it] };
}

function planOf({ deletes = {}, adds = [] }: Described): PlanJson {
  return {
    resource_changes: Object.entries(deletes).map(([name, id]) => ({
      address: `aws_x.${name}`,
      mode: 'managed',
      type: 'aws_x',
      name,
      change: { actions: ['delete'], before: { id }, after: null },
    })),
    output_changes: Object.fromEntries([
      ...Object.entries(deletes).map(([name, id]) => [name, { actions: ['delete'], before: id, after: null }]),
      ...adds.map((name) => [name, { actions: ['create'], after_unknown: true }]),
    ]) as PlanJson['output_changes'],
  };
}

/** Facts about stacks, each after those that it reads. */
const factsOf = (stacks: Record<string, Described>): StackFacts[] =>
  Object.entries(stacks).map(([name, described]) => ({
    stack: stackOf(name, described.reads ?? []),
    plan: planOf(described),
    state: stateOf(described),
  }));

const order = (stacks: Record<string, Described>) => {
  const { stacks: ordered, notes } = applyOrder(factsOf(stacks));
  return { names: ordered.map(({ name }) => name), notes };
};

describe('the order in which stacks are applied', () => {
  it('is that of reading, for what is new', () => {
    const api = { reads: ['identity.pool', 'identity.client'], used: { 'identity.pool': 'pool-1' } };
    expect(order({ identity: { outputs: ['pool'], adds: ['client'] }, api })).toEqual({
      names: ['identity', 'api'],
      notes: [],
    });
  });

  it('has a reader before the stack that deletes what the reader used', () => {
    const identity = { outputs: ['pool', 'partner'], deletes: { partner: 'client-partner' } };
    const api = { reads: ['identity.pool'], used: { 'identity.pool': 'pool-1', 'identity.partner': 'client-partner' } };

    expect(order({ identity, api })).toEqual({
      names: ['api', 'identity'],
      notes: [
        'api is applied before identity: identity deletes aws_x.partner (output "partner"), which api uses in aws_x.it until it is applied',
      ],
    });
  });

  it('does so when nothing is left that the reader reads', () => {
    const identity = { outputs: ['partner'], deletes: { partner: 'client-partner' } };
    const api = { used: { 'identity.partner': 'client-partner' } };
    expect(order({ identity, api }).names).toEqual(['api', 'identity']);
  });

  it.each([
    ['had the value from elsewhere', { used: { 'other.partner': 'client-partner' } }],
    ['read another value', { used: { 'identity.pool': 'pool-1' } }],
  ])('is that of reading when the reader %s', (_what, api) => {
    const identity = { deletes: { partner: 'client-partner' } };
    expect(order({ identity, api: { reads: ['identity.pool'], ...api } }).names).toEqual(['identity', 'api']);
  });

  it('moves only the reader that has to come first', () => {
    const identity = { outputs: ['pool', 'partner'], deletes: { partner: 'client-partner' } };
    const stacks = {
      identity,
      web: { reads: ['identity.pool'], used: { 'identity.pool': 'pool-1' } },
      api: { reads: ['identity.pool'], used: { 'identity.partner': 'client-partner' } },
      audit: {},
    };
    expect(order(stacks).names).toEqual(['api', 'identity', 'web', 'audit']);
  });

  it('has a stack after all that it reads, when one of those waits for a third', () => {
    const stacks = {
      network: { deletes: { link: 'vpc-link-1' }, outputs: ['link', 'vpc'] },
      api: { reads: ['network.vpc'], used: { 'network.vpc': 'vpc-1' }, outputs: ['url'] },
      web: { reads: ['api.url'], used: { 'api.url': 'url-1' } },
      jobs: { used: { 'network.link': 'vpc-link-1' } },
    };
    expect(order(stacks).names).toEqual(['jobs', 'network', 'api', 'web']);
  });

  it('does not exist when a reader needs what is new and still uses what goes', () => {
    const identity = { outputs: ['old'], deletes: { old: 'client-old' }, adds: ['new'] };
    const api = { reads: ['identity.new'], used: { 'identity.old': 'client-old' } };

    expect(() => order({ identity, api })).toThrow(OrderConflictError);
    expect(() => order({ identity, api })).toThrow(`No order of identity and api is safe:
  api first: identity deletes aws_x.old (output "old"), which api uses in aws_x.it until it is applied
  identity first: api needs its output "new", which is new or changes
Split the change in two. First keep aws_x.old and add what is new; deploy. Then remove aws_x.old; deploy.
If it may be missing for the time between two applies, deploy the stacks one by one: npx gatehouse deploy dev --stack identity, then npx gatehouse deploy dev --stack api`);
  });

  it('does not exist when the cycle goes through a third stack', () => {
    const stacks = {
      network: { outputs: ['link'], deletes: { link: 'vpc-link-1' }, adds: ['vpc'] },
      api: { reads: ['network.vpc'], adds: ['url'] },
      web: { reads: ['api.url'], used: { 'network.link': 'vpc-link-1' } },
    };
    expect(() => order(stacks)).toThrow(/^No order of network and api and web is safe:\n(.* first: .*\n){3}Split/);
  });
});
