import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { copyEnvironments } from '@gatehouse/testing/environments';
import { acceptSchema } from './accept-schema';
import { printAccepted } from './print-accepted';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gatehouse-accept-'));
  copyEnvironments(root);
});
afterEach(() => rmSync(root, { recursive: true }));

const file = 'apps/dev/user-pools.json';

const write = (path: string, content: unknown): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
};

/** Takes what a synthesis writes into the snapshot. */
const accept = (pools: Readonly<Record<string, object>>) =>
  acceptSchema(root, 'dev', async () => {
    expect(existsSync(join(root, file))).toBe(false);
    const stack = 'dev-identity';
    const place = `apps/dev/cdktf.out/stacks/${stack}/cdk.tf.json`;
    write(place, { resource: { aws_cognito_user_pool: pools } });
    write('apps/dev/cdktf.out/manifest.json', {
      stacks: { [stack]: { name: stack, workingDirectory: `stacks/${stack}`, dependencies: [] } },
    });
    await Promise.resolve();
  });

const written = (): string => readFileSync(join(root, file), 'utf8');
const tenant = { name: 'tenant', attribute_data_type: 'Boolean' };

describe('accept-schema', () => {
  it('writes what can never be changed, and says what is new', async () => {
    const accepted = await accept({ users: { name: 'acme', schema: [tenant] } });

    expect(printAccepted(accepted)).toBe(
      [
        'Accepted for dev:',
        '  new: user pool aws_cognito_user_pool.users of dev-identity',
        'Commit the file with the change: the next synthesis compares with it.',
      ].join('\n'),
    );
    expect(JSON.parse(written())).toMatchObject({
      about: expect.stringContaining('npx nx accept-schema dev') as string,
      stacks: { 'dev-identity': { 'aws_cognito_user_pool.users': { name: 'acme' } } },
    });
  });

  it('takes a change that a synthesis refuses, and says what an apply would do', async () => {
    await accept({ users: { name: 'acme' } });
    const accepted = await accept({ users: { name: 'people', schema: [tenant] } });

    expect(printAccepted(accepted)).toBe(
      [
        'Accepted for dev:',
        '  stacks["dev-identity"]["aws_cognito_user_pool.users"].name: "acme", as it was deployed, is now "people" (aws_cognito_user_pool.users)',
        '    Terraform would replace the pool, and every account in it is lost.',
        '  new: attribute tenant of aws_cognito_user_pool.users in dev-identity',
        'Commit the file with the change: the next synthesis compares with it.',
      ].join('\n'),
    );
    expect(written()).toContain('"name": "people"');
  });

  it('says so when there is nothing new, and when there are no pools', async () => {
    await accept({ users: { name: 'acme' } });

    expect(printAccepted(await accept({ users: { name: 'acme' } }))).toBe(`${file} holds all of this already.`);
    expect(printAccepted(await accept({}))).toContain('Terraform would destroy the pool');
    expect(existsSync(join(root, file))).toBe(false);
    expect(printAccepted(await accept({}))).toBe('dev has no user pools, so there is nothing to keep of them.');
  });

  it('writes a damaged snapshot anew', async () => {
    write(file, '{');
    await accept({ users: { name: 'acme' } });

    expect(written()).toContain('"name": "acme"');
  });

  it('keeps the former snapshot when the environment does not synthesize', async () => {
    await accept({ users: { name: 'acme' } });
    const former = written();

    await expect(acceptSchema(root, 'dev', () => Promise.reject(new Error('no such scope')))).rejects.toThrow(
      'no such',
    );
    expect(written()).toBe(former);
  });

  it.each([
    ['staing', 'There is no environment "staing".\nName one of'],
    ['local', 'environments/local.json, tier: expected an environment of an AWS account, found "local".'],
  ])('refuses %s', async (name, message) => {
    await expect(acceptSchema(root, name)).rejects.toThrow(message);
  });
});
