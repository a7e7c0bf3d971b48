import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogue, type EnvironmentRights, noRights, renewed, type Rights } from '@gatehouse/rights';
import { copyEnvironments } from '@gatehouse/testing/environments';
import { type Stack } from '../stacks';
import { type Asked } from './ask-aws';
import { refuseOldRole } from './index';

const queue = { aws_sqs_queue: { orders: { name: 'gatehouse-local-orders' } } };
const mayListen = {
  Statement: [{ Effect: 'Allow', Action: 'sqs:ReceiveMessage', Resource: '${aws_sqs_queue.orders.arn}' }],
};
const role = { aws_iam_role_policy: { orders: { policy: JSON.stringify(mayListen) } } };

let folder: string;
let lines: string[];
beforeEach(() => {
  lines = [];
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-role-rights-'));
  copyEnvironments(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the check of `apps/local`, whose stacks have these resources, as that role. */
function check(resource: object, name: string | undefined, record: Rights | undefined): Promise<void> {
  const directory = join(folder, 'apps/local');
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'cdk.tf.json'), JSON.stringify({ resource }));
  const stack: Stack = { name: 'local-orders', app: 'local', directory, workDirectory: directory, dependencies: [] };
  const ask: Asked = { role: async () => name, record: async () => record };
  return refuseOldRole({ directory, all: [stack], printError: (line) => lines.push(line) }, ask);
}

const recordOf = (types: string[], changes: Partial<EnvironmentRights> = {}): Rights =>
  renewed({ environments: {}, types: {} }, { local: { ...noRights, types, ...changes } }, catalogue);

describe('a role that is older than its stacks', () => {
  it('learns what it lacks before it plans or deploys', async () => {
    await expect(check(queue, 'gatehouse-local-plan', recordOf(['aws_sns_topic']))).rejects.toThrow(
      [
        'gatehouse-local-plan was made for older stacks: it may not do what local needs now.',
        ...['GetQueueAttributes', 'GetQueueUrl', 'ListQueueTags'].map(
          (action) => `  sqs:${action} on arn:aws:sqs:eu-west-1:123456789012:gatehouse-local-*`,
        ),
        'An administrator of the account gives it that, with "npx nx bootstrap bootstrap" from the commit that is deployed.',
      ].join('\n'),
    );
    await expect(check(queue, 'gatehouse-local-deploy', recordOf(['aws_sns_topic']))).rejects.toThrow(
      '  sqs:CreateQueue on arn:aws:sqs:',
    );
  });

  it('learns what its boundary does not let roles do', async () => {
    const record = recordOf(['aws_sqs_queue', 'aws_iam_role_policy']);

    await expect(check({ ...queue, ...role }, 'gatehouse-local-deploy', record)).rejects.toThrow(
      '  sqs:ReceiveMessage on arn:aws:sqs:eu-west-1:123456789012:gatehouse-local-*, by roles that a deploy makes (their boundary)',
    );
    await expect(check({ ...queue, ...role }, 'gatehouse-local-plan', record)).resolves.toBeUndefined();
  });

  it('goes on where it has more than it needs', async () => {
    await check(queue, 'gatehouse-local-deploy', recordOf(['aws_sqs_queue', 'aws_sns_topic']));
    expect(lines).toEqual([]);
  });

  it('goes on where nobody knows what it may do, and says what would', async () => {
    await check(queue, 'gatehouse-local-deploy', undefined);
    expect(lines).toEqual([
      expect.stringContaining('left no record of what it may do: run "npx nx bootstrap bootstrap"'),
    ]);
  });

  it.each([undefined, 'Administrator', 'gatehouse-qa-deploy'])('is not %s', async (name) => {
    await check(queue, name, recordOf([]));
    expect(lines).toEqual([]);
  });
});
