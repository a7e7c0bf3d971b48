import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { copyEnvironments } from '@gatehouse/testing/environments';
import { planOf } from '../../testing/plans';
import { planFilesOf, readWorkspace } from './environment';

describe('an environment of a workspace', () => {
  let workspace: string;
  beforeEach(() => {
    workspace = mkdtempSync(join(tmpdir(), 'plan-review-'));
    copyEnvironments(workspace);
    write('cdktf.out/stacks/dev-identity/cdk.tf.json', { resource: {} });
    write('cdktf.out/stacks/dev-api/cdk.tf.json', { resource: {} });
  });
  afterEach(() => rmSync(workspace, { recursive: true }));

  const write = (path: string, content: unknown): string => {
    const file = join(workspace, 'apps/dev', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(content));
    return file;
  };
  const directory = () => join(workspace, 'environments');

  it('has a plan for every stack that was planned, and says which were not', () => {
    write('.terraform-work/dev-identity/plan.json', planOf());
    const { files, notPlanned } = planFilesOf('dev', directory());
    expect(Object.keys(files)).toEqual(['dev-identity']);
    expect(notPlanned).toEqual({
      'dev-api': expect.stringContaining('a stack that it depends on is not applied yet'),
    });
  });

  it('has no plan that is older than what it was made from', () => {
    const file = write('.terraform-work/dev-api/plan.json', planOf());
    utimesSync(file, new Date(0), new Date(0));
    expect(planFilesOf('dev', directory()).notPlanned['dev-api']).toContain(
      'Synthesized again after its plan was made',
    );
  });

  it('fails when nothing is synthesized', () => {
    rmSync(join(workspace, 'apps'), { recursive: true });
    expect(() => planFilesOf('dev', directory())).toThrow(
      /cdktf\.out\/stacks: expected synthesized stacks, found none\. Run "npx nx plan dev" first\./,
    );
  });

  it('knows where resources come from, and what its file accepts', () => {
    const synthesized = { resource: { aws_x: { y: { '//': { source: 'libs/stacks/src/routes.ts' } } } } };
    write('cdktf.out/stacks/dev-api/cdk.tf.json', synthesized);
    const read = readWorkspace('dev', directory());
    expect(read.synthesized['dev-api']).toEqual(synthesized);
    expect(read.suppressions).toEqual(expect.any(Array));
  });

  it('keeps what can never be changed of its user pools, unless they are in an emulator', () => {
    const file = 'apps/dev/user-pools.json';
    expect(readWorkspace('dev', directory()).kept).toEqual({ environment: 'dev', file });

    const users = {
      name: 'users',
      usernameAttributes: ['email'],
      aliasAttributes: [],
      caseSensitive: false,
      attributes: {},
    };
    const snapshot = { stacks: { 'dev-identity': { 'aws_cognito_user_pool.users': users } } };
    write('user-pools.json', snapshot);
    expect(readWorkspace('dev', directory()).kept).toEqual({ environment: 'dev', file, snapshot });

    write('cdktf.out/stacks/dev-api/cdk.tf.json', {
      provider: { aws: [{ endpoints: [{ sts: 'http://127.0.0.1:4566' }] }] },
    });
    expect(readWorkspace('dev', directory())).not.toHaveProperty('kept');
    expect(readWorkspace('local', directory())).not.toHaveProperty('kept');
  });

  it('fails when its snapshot is damaged', () => {
    write('user-pools.json', { stacks: [] });
    expect(() => readWorkspace('dev', directory())).toThrow(/^apps\/dev\/user-pools\.json, stacks: expected /);
  });
});
