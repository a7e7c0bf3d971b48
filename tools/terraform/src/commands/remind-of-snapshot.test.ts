import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { formatSnapshot, schemaSnapshot, surfaceFromSynth } from '@gatehouse/surface';
import { readStacks } from '../stacks';
import { type StackResult } from '../stack-result';
import { remindOfSnapshot } from './remind-of-snapshot';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gatehouse-reminder-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (path: string, content: unknown): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
};

const identity = (also: object = {}) => ({
  resource: { aws_cognito_user_pool: { users: { name: 'acme', schema: [{ name: 'tenant' }] } } },
  ...also,
});

/** What is said after a deploy of two stacks that were synthesized. */
function said(stack: object, ...outcomes: StackResult['outcome'][]): string {
  const names = ['dev-identity', 'dev-api'] as const;
  const manifest = names.map((name) => [name, { name, workingDirectory: `stacks/${name}`, dependencies: [] }]);
  write('apps/dev/cdktf.out/manifest.json', { stacks: Object.fromEntries(manifest) as object });
  write('apps/dev/cdktf.out/stacks/dev-identity/cdk.tf.json', stack);
  write('apps/dev/cdktf.out/stacks/dev-api/cdk.tf.json', { resource: {} });
  const directory = join(root, 'apps/dev');
  const lines: string[] = [];
  const results = names.map((each, index) => ({ stack: each, outcome: outcomes[index] ?? 'not started' }) as const);
  remindOfSnapshot({ all: readStacks(directory), directory, printError: (line) => lines.push(line) }, results);
  return lines.join('\n');
}

const accept = (stack: object): void =>
  write(
    'apps/dev/user-pools.json',
    formatSnapshot(schemaSnapshot(surfaceFromSynth({ 'dev-identity': stack as never })), 'dev'),
  );

describe('after a deploy', () => {
  it('it is said that there is no snapshot, and how to make one', () => {
    expect(said(identity(), 'applied', 'applied')).toBe(
      [
        'apps/dev/user-pools.json does not hold what is deployed:',
        '  user pool aws_cognito_user_pool.users of dev-identity',
        'Run "npx nx accept-schema dev" and commit the file. Each synthesis then refuses a change that would replace the pool.',
      ].join('\n'),
    );
  });

  it('it is said that an attribute is new, also when nothing was to be applied', () => {
    accept({ resource: { aws_cognito_user_pool: { users: { name: 'acme' } } } });

    expect(said(identity(), 'no changes')).toContain('attribute tenant of aws_cognito_user_pool.users in dev-identity');
  });

  it('nothing is said when the snapshot holds it all', () => {
    accept(identity());

    expect(said(identity(), 'applied', 'applied')).toBe('');
  });

  it('nothing is said of a pool that was not applied, and of one in an emulator', () => {
    const provider = { aws: [{ endpoints: [{ cognitoidp: 'http://127.0.0.1:4566' }] }] };

    expect(said(identity(), 'failed', 'applied')).toBe('');
    expect(said(identity({ provider }), 'applied', 'applied')).toBe('');
  });
});
