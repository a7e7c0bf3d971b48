import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CreatePolicyCommand, type IAMClient } from '@aws-sdk/client-iam';
import { type Environment } from '@gatehouse/environment';
import { type Stack } from '@gatehouse/terraform';
import { createBoundary } from './boundary';

const environment = { name: 'local', project: 'acme', account: '111111111111', region: 'eu-west-1' } as Environment;

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'gatehouse-boundary-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function stackOf(resource: object): Stack {
  const directory = join(folder, 'local-orders');
  mkdirSync(directory);
  writeFileSync(join(directory, 'cdk.tf.json'), JSON.stringify({ resource }));
  return { name: 'local-orders', app: 'local', directory, workDirectory: folder, dependencies: [] };
}

async function created(stacks: readonly Stack[]) {
  let input: CreatePolicyCommand['input'] | undefined;
  const send = (command: CreatePolicyCommand) => Promise.resolve(void (input = command.input));
  await createBoundary({ send } as unknown as IAMClient, environment, stacks);
  return { ...input, PolicyDocument: JSON.parse(input?.PolicyDocument ?? '') as unknown };
}

describe('the permissions boundary of local roles', () => {
  it('is named as the bootstrap names it, and allows what roles of the stacks are given', async () => {
    const Statement = [{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '${aws_sqs_queue.jobs.arn}' }];
    const stack = stackOf({
      aws_sqs_queue: { jobs: { name: 'acme-local-jobs' } },
      aws_iam_role_policy: { own: { policy: JSON.stringify({ Version: '2012-10-17', Statement }) } },
    });

    expect(await created([stack])).toEqual({
      PolicyName: 'acme-local-boundary',
      Path: '/gatehouse/',
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: ['sqs:SendMessage'],
            Resource: ['arn:aws:sqs:eu-west-1:111111111111:acme-local-*'],
          },
        ],
      },
    });
  });

  it('allows nothing where roles are given nothing', async () => {
    expect(await created([])).toMatchObject({
      PolicyDocument: { Statement: [{ Effect: 'Deny', Action: ['*'], Resource: '*' }] },
    });
  });
});
