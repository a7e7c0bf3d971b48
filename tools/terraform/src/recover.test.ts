import { join } from 'node:path';
import { temporaryFolder, writeFile, writeStack } from '../testing/stack';
import { ApplyJournal } from './apply-journal';
import { type Look } from './left-behind/find-left-behind';
import { recover } from './recover';

/** A state that knows the resources with these attributes. */
const knows = (state: Record<string, Record<string, unknown>>) => ({
  pullState: async () => ({
    version: 4,
    serial: 1,
    lineage: 'of-a-test',
    resources: Object.entries(state).map(([address, attributes]) => {
      const [type = '', name = ''] = address.split('.');
      return { mode: 'managed' as const, type, name, instances: [{ attributes }] };
    }),
  }),
});

const stack = () =>
  writeStack('dev-identity', {
    resource: {
      aws_cognito_user_pool: { users: { name: 'users' } },
      aws_cognito_user_pool_client: { app: { user_pool_id: '${aws_cognito_user_pool.users.id}' } },
      aws_new_thing: { it: {} },
      aws_cloudwatch_log_group: { api: { name: '/api' }, odd: { name: '${lower("/X")}' } },
    },
  });

function journal(...entries: [type: string, address: string, id?: string][]): ApplyJournal {
  const lines = entries.map(([type, addr, id]) => {
    const [resource_type, resource_name] = addr.split('.');
    return JSON.stringify({
      type,
      hook: { action: 'create', id_value: id, resource: { addr, resource_type, resource_name } },
    });
  });
  return new ApplyJournal(writeFile(join(temporaryFolder(), 'apply.jsonl'), lines.join('\n')));
}

/** AWS cannot be asked. */
const blind = async () => ({ unknown: 'AccessDenied' });

describe('recovering from a killed apply', () => {
  it('finds what was made and is not in the state, by the names that import wants', async () => {
    const made = journal(
      ['apply_complete', 'aws_cloudwatch_log_group.api', '/api'],
      ['apply_complete', 'aws_cognito_user_pool.users', 'pool-1'],
      ['apply_complete', 'aws_cognito_user_pool_client.app', 'client-1'],
    );

    expect(await recover(knows({ 'aws_cloudwatch_log_group.api': {} }), stack(), made, blind)).toEqual({
      imports: [
        { to: 'aws_cognito_user_pool.users', id: 'pool-1' },
        { to: 'aws_cognito_user_pool_client.app', id: 'pool-1/client-1' },
      ],
      unsure: [],
      leftBehind: [],
    });
  });

  it('follows references to what the state knows', async () => {
    const made = journal(['apply_complete', 'aws_cognito_user_pool_client.app', 'client-1']);
    const { imports } = await recover(knows({ 'aws_cognito_user_pool.users': { id: 'p' } }), stack(), made, blind);

    expect(imports).toEqual([{ to: 'aws_cognito_user_pool_client.app', id: 'p/client-1' }]);
  });

  it('finds what was in flight when the configuration says which it is', async () => {
    const inFlight = journal(['apply_start', 'aws_cloudwatch_log_group.api']);

    expect((await recover(knows({}), stack(), inFlight, blind)).imports).toEqual([
      { to: 'aws_cloudwatch_log_group.api', id: '/api' },
    ]);
  });

  it.each([
    ['only AWS knows the name', ['apply_start', 'aws_cognito_user_pool.users'], 'while it made'],
    ['the type is unknown', ['apply_complete', 'aws_new_thing.it', 'it-1'], 'after it had made'],
    ['the name is computed', ['apply_complete', 'aws_cloudwatch_log_group.odd', '/x'], 'after it had made'],
  ] as const)('tells a person when %s', async (_why, [type, address, id], words) => {
    const { imports, unsure } = await recover(knows({}), stack(), journal([type, address, id]), blind);

    expect(imports).toEqual([]);
    expect(unsure).toEqual([expect.stringContaining(words)]);
    expect(unsure[0]).toContain(`npx nx import-resource dev --stack=dev-identity --address='${address}' --id='<id>'`);
  });

  it('has what AWS has of what was in flight decided by a person, and looks for nothing that is known to be made', async () => {
    const asked: string[] = [];
    const look: Look = async ({ attribute, entry }) => {
      asked.push(`${entry.address} ${attribute('name')}`);
      return ['pool-7'];
    };
    const killed = journal(
      ['apply_start', 'aws_cognito_user_pool.users'],
      ['apply_complete', 'aws_new_thing.it', 'it-1'],
    );

    const found = await recover(knows({}), stack(), killed, look);

    expect(found).toEqual({
      ...{ imports: [], leftBehind: ['pool-7'] },
      unsure: [expect.stringContaining('after it had made aws_new_thing.it')],
    });
    expect(asked).toEqual(['aws_cognito_user_pool.users users']);
  });

  it('names what is not in the code any more, and asks and imports nothing', async () => {
    const killed = journal(
      ['apply_start', 'aws_cognito_user_pool.removed'],
      ['apply_complete', 'aws_cognito_user_pool.dropped', 'pool-9'],
    );

    expect(await recover(knows({}), stack(), killed, async () => ['must not be asked'])).toEqual({
      ...{ imports: [], leftBehind: [] },
      unsure: [
        'the last deploy was killed, after it had made aws_cognito_user_pool.dropped (pool-9), which the code does not have any more. ' +
          'No state knows it: delete it.',
        'the last deploy was killed while it made aws_cognito_user_pool.removed, which the code does not have any more. ' +
          'If AWS has it, no state knows it: look for it, and delete it.',
      ],
    });
  });

  it('makes again, silently, what AWS does not have', async () => {
    const found = await recover(
      knows({}),
      stack(),
      journal(['apply_start', 'aws_cognito_user_pool.users']),
      async () => [],
    );

    expect(found).toEqual({ imports: [], unsure: [], leftBehind: [] });
  });
});
