import { join } from 'node:path';
import { temporaryFolder, writeFile, writeStack } from '../testing/stack';
import { ApplyJournal } from './apply-journal';
import { TerraformError } from './errors';
import { type StateResource } from './plan-json';
import { recover } from './recover';

/** What a state and AWS know, as far as recovering asks them. */
class World {
  readonly imported: [string, string][] = [];

  constructor(
    private readonly state: StateResource[],
    private readonly gone: readonly string[] = [],
  ) {}

  showState = async () => ({ format_version: '1.0', values: { root_module: { resources: this.state } } });

  importResource = async (address: string, id: string): Promise<void> => {
    if (this.gone.includes(id))
      throw new TerraformError('Cannot import non-existent remote object', 'import', []);
    this.imported.push([address, id]);
    this.state.push({ address, values: { id } });
  };
}

const stack = () =>
  writeStack('dev-identity', {
    resource: {
      aws_cognito_user_pool: { users: { name: 'users' } },
      aws_cognito_user_pool_client: { app: { user_pool_id: '${aws_cognito_user_pool.users.id}' } },
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

describe('recovering from a killed apply', () => {
  it('takes over what was made and is not in the state, parents first, by the names that import wants', async () => {
    const world = new World([{ address: 'aws_cloudwatch_log_group.api' }]);
    const made = journal(
      ['apply_complete', 'aws_cloudwatch_log_group.api', '/api'],
      ['apply_complete', 'aws_cognito_user_pool.users', 'pool-1'],
      ['apply_complete', 'aws_cognito_user_pool_client.app', 'client-1'],
    );

    const unsure = await recover(world, stack(), made, () => undefined);

    expect(world.imported).toEqual([
      ['aws_cognito_user_pool.users', 'pool-1'],
      ['aws_cognito_user_pool_client.app', 'pool-1/client-1'],
    ]);
    expect(unsure).toEqual([]);
  });

  it('takes over what was in flight when its name says which it is, if AWS has it', async () => {
    const inFlight = journal(['apply_start', 'aws_cloudwatch_log_group.api']);
    const there = new World([]);
    const gone = new World([], ['/api']);

    await recover(there, stack(), inFlight, () => undefined);
    const unsure = await recover(gone, stack(), inFlight, () => undefined);

    expect(there.imported).toEqual([['aws_cloudwatch_log_group.api', '/api']]);
    expect([gone.imported, unsure]).toEqual([[], []]);
  });

  it.each([
    ['only AWS knows the name', ['apply_start', 'aws_cognito_user_pool.users'], 'while it made'],
    ['the type is unknown', ['apply_complete', 'aws_new_thing.it', 'it-1'], 'after it had made'],
    ['the name is computed', ['apply_complete', 'aws_cloudwatch_log_group.odd', '/x'], 'after it had made'],
  ] as const)('tells a person when %s', async (_why, entry, words) => {
    const world = new World([]);

    const [line, ...others] = await recover(
      world,
      stack(),
      journal([...entry] as [string, string, string?]),
      () => undefined,
    );

    expect(line).toContain(words);
    expect(line).toContain(`npx nx import dev --stack=dev-identity --address='${entry[1]}' --id='<id>'`);
    expect([others, world.imported]).toEqual([[], []]);
  });
});
