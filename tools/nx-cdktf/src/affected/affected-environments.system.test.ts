import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WorkspaceCopy } from '../../testing/workspace';
import { type AffectedEnvironments } from './affected-environments';

describe('affected-environments', () => {
  let workspace: WorkspaceCopy;
  let base: string;
  beforeAll(() => {
    workspace = new WorkspaceCopy();
    base = workspace.commit();
  });
  afterAll(() => workspace.remove());

  const run = (revision: string): AffectedEnvironments =>
    JSON.parse(
      workspace.node('tools/gatehouse/bin/gatehouse.cjs', ...['affected', '--base', revision, '--json']),
    ) as AffectedEnvironments;

  function edit(file: string, from: string, to: string): void {
    const path = join(workspace.root, file);
    const text = readFileSync(path, 'utf8');
    expect(text.split(from)).toHaveLength(2);
    writeFileSync(path, text.replace(from, to));
  }

  it('plans what means something else to Terraform, not what was only touched, and names what was left behind', () => {
    workspace.append('libs/cognito/src/user-pool.ts', '\n// Touches every environment and changes none.\n');
    edit('environments/prod.json', '"minLength": 14', '"minLength": 15');
    rmSync(join(workspace.root, 'environments/staging.json'));
    rmSync(join(workspace.root, 'apps/staging'), { recursive: true });

    expect(run(base)).toEqual({
      base,
      plan: ['prod'],
      unchanged: ['dev'],
      orphaned: [
        {
          environment: 'staging',
          states: ['identity', 'api'].map(
            (stack) => `s3://gatehouse-state-222222222222-eu-west-1/staging/${stack}.tfstate`,
          ),
        },
      ],
      notes: [],
      matrix: { environment: ['prod'] },
    });
    expect(workspace.git('worktree', 'list').trim().split('\n')).toHaveLength(1);
  });

  it('plans what cannot be compared: other packages are installed than at the base', () => {
    edit('package-lock.json', '"node_modules/cdktf": {', '"node_modules/cdktf": { "other": true,');

    expect(run(base)).toMatchObject({
      plan: ['dev', 'prod'],
      unchanged: [],
      notes: ['package-lock.json installs other packages than at the base: nothing was compared'],
    });
  });

  it('fails when Git does not know the commit, without a stack trace', () => {
    expect(() => run('nowhere')).toThrow(
      /Git knows no commit "nowhere".\nName one with --base; a shallow clone has to fetch it first \(.*\)\.\n$/,
    );
  });
});
