import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { WorkspaceCopy } from '../../testing/workspace';
import { type AffectedEnvironments } from './affected-environments';

const USER_POOL = 'libs/cognito/src/user-pool/user-pool.ts';
const FACTORS = 'libs/cognito/src/sign-in/second-factors.ts';
const ATTRIBUTES = 'libs/cognito/src/attributes/attributes.ts';
const TYPE = 'export type Unused = { readonly a: string };\n';
/** Only prod requires a second factor. */
const ONLY_REQUIRED = "...(mfa === 'required' && { smsAuthenticationMessage: 'Code {####}' }),";

describe('affected-environments', () => {
  let workspace: WorkspaceCopy;
  let base: string;
  beforeAll(() => {
    workspace = new WorkspaceCopy();
    workspace.commit();
  });
  afterAll(() => workspace.remove());

  const run = (revision: string): AffectedEnvironments =>
    JSON.parse(
      workspace.node('tools/gatehouse/bin/gatehouse.cjs', ...['affected', '--base', revision, '--json']),
    ) as AffectedEnvironments;

  /** Of the last commit. */
  function affectedBy(change: () => void): Pick<AffectedEnvironments, 'plan' | 'unchanged'> {
    change();
    workspace.commit();
    const { plan, unchanged } = run('HEAD~1');
    return { plan, unchanged };
  }

  it('counts no README of a library, and `nx affected -t plan` counts none either', () => {
    const planned = () =>
      JSON.parse(
        workspace.nx('show', 'projects', '--affected', '--base=HEAD~1', '--with-target=plan', '--json'),
      ) as string[];

    workspace.append('libs/gateway/README.md', '\nMore.\n');
    workspace.append('libs/cognito/README.md', '\nMore.\n');
    workspace.commit();
    expect(planned()).toEqual([]);

    workspace.append('libs/gateway/src/index.ts', '\n');
    workspace.commit();
    expect(planned()).toContain('dev');
  });

  it('plans nothing for a test, a README, a comment or a type in libraries', () => {
    const edits = (): void => {
      workspace.append('libs/cognito/src/user-pool/user-pool.test.ts', '\n');
      workspace.append('libs/gateway/README.md', '\nMore.\n');
      workspace.append('README.md', '\nMore.\n');
      // Above the code: every line that a resource names is another one.
      workspace.replace(USER_POOL, 'export interface UserPoolProps', '// A comment.\nexport interface UserPoolProps');
      workspace.replace(
        'libs/gateway/src/rest-api.ts',
        'export interface RouteOptions',
        `${TYPE}\nexport interface RouteOptions`,
      );
    };

    expect(affectedBy(edits)).toEqual({ plan: [], unchanged: ['dev', 'prod', 'staging'] });
  });

  it('plans the environments whose JSON a construct changes, and no other', () => {
    const onlyRequired = (): void =>
      workspace.replace(FACTORS, 'mfaConfiguration: mfa ===', `${ONLY_REQUIRED} mfaConfiguration: mfa ===`);
    const everyPool = (): void =>
      workspace.replace(ATTRIBUTES, 'signInCaseSensitive ?? false', 'signInCaseSensitive ?? true');

    expect(affectedBy(onlyRequired)).toEqual({ plan: ['prod'], unchanged: ['dev', 'staging'] });
    expect(affectedBy(everyPool)).toEqual({ plan: ['dev', 'prod', 'staging'], unchanged: [] });
  });

  it('plans what means something else to Terraform, not what was only touched, and names what was left behind', () => {
    base = workspace.git('rev-parse', 'HEAD').trim();
    workspace.append(USER_POOL, '\n// Touches every environment and changes none.\n');
    workspace.replace('environments/prod.json', '"minLength": 14', '"minLength": 15');
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

  it('is followed by a command that destroys a removed environment as the base had it, and asks first', () => {
    const destroy =
      (name: string, ...args: string[]) =>
      () =>
        workspace.node('tools/gatehouse/bin/gatehouse.cjs', 'destroy-removed', name, '--base', base, ...args);

    expect(destroy('staging')).toThrow(
      'Nothing was destroyed. To destroy everything in "staging" say so: --yes-destroy=staging',
    );
    expect(destroy('staging', '--yes-destroy=prod')).toThrow('Nothing was destroyed: this is "staging", not "prod".');
    expect(destroy('dev')).toThrow('"dev" was not removed: it has an app, apps/dev.');
    expect(destroy('qa')).toThrow(/has no environment "qa"; it has: dev, prod, staging\.\nFind the commit/);
    expect(workspace.git('worktree', 'list').trim().split('\n')).toHaveLength(1);
  });

  it('plans what cannot be compared: other packages are installed than at the base', () => {
    workspace.replace('package-lock.json', '"node_modules/cdktf": {', '"node_modules/cdktf": { "other": true,');

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
