import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InstalledProject } from '../testing/installed-project';
import { withNewestPeers } from '../testing/newest-peers';

const project = new InstalledProject();
const STRICT = ['--strict', '--target', 'es2022', '--types', 'node', '--esModuleInterop'];
const EXAMPLES = ['main.ts', 'environment.ts', 'local.ts', 'review.ts', 'surface.ts'];

beforeAll(() => project.install());
afterAll(() => project.remove());

describe('the packages, installed from their tarballs outside of the workspace', () => {
  it('compile the examples of their READMEs with TypeScript as it is, and with moduleResolution node', async () => {
    const node10 = ['--module', 'commonjs', '--moduleResolution', 'node10'];
    await project.tsc(...STRICT, ...node10, ...EXAMPLES);
    // The types of Nx itself are not strict.
    await project.tsc(...STRICT, ...node10, '--skipLibCheck', 'nx.ts');
  });

  it('compile them with moduleResolution node16', async () => {
    const node16 = ['--module', 'node16', '--moduleResolution', 'node16', '--skipLibCheck', '--noEmit'];

    await project.tsc(...STRICT, ...node16, ...EXAMPLES, 'nx.ts');
  });

  it('synthesize the examples', async () => {
    await project.node('main.js', 'out');

    expect(Object.fromEntries(stacksIn('out').map(([stack, json]) => [stack, Object.keys(json.resource)]))).toEqual({
      'constructs/orders': expect.arrayContaining(['aws_lambda_function', 'aws_lambda_alias', 'aws_iam_role_policy']),
      'constructs/people': expect.arrayContaining(['aws_cognito_user_pool', 'aws_cognito_identity_pool']),
      'constructs/reports': expect.arrayContaining(['aws_api_gateway_rest_api', 'aws_lambda_permission']),
      'constructs/services': expect.arrayContaining(['aws_lambda_function']),
      'environment/dev-jobs': ['aws_sqs_queue'],
    });
  });

  it('compile and synthesize the same with the newest peers that their ranges have', async () => {
    await withNewestPeers(project);
    const node10 = ['--module', 'commonjs', '--moduleResolution', 'node10', '--skipLibCheck', '--outDir', 'newest'];
    await project.tsc(...STRICT, ...node10, 'newest/main.ts');
    await project.node('newest/main.js', 'newest/out');
    const used = `['./', './newest/', './newest/node_modules/cdktf/'].map((from) => require(require.resolve('constructs/package.json', { paths: [from] })).version).join()`;

    expect(await project.node('-p', used)).toBe('10.4.2,10.8.1,10.8.1');
    const [oldest, newest] = [stacksIn('out'), stacksIn('newest/out')];
    expect(newest.map(([stack, { resource }]) => [stack, resource])).toEqual(
      oldest.map(([stack, { resource }]) => [stack, resource]),
    );
  });

  it('say what a plan does to access', async () => {
    expect(await project.node('surface.js')).toContain("rule: 'guest-role-widened'");
    expect(await project.node('review.js')).toMatch(/^risky\n/);
  });

  it('start the emulator, and infer the targets of an environment', async () => {
    project.write({ 'apps/dev/main.ts': '' });
    const answer = 'withEmulator(async (url) => (await fetch(`${url}/moto-api/gatehouse`)).json())';
    const emulator = `require('./local').${answer}.then((facts) => console.log(Object.keys(facts).join()))`;

    expect(await project.node('-e', emulator)).toBe('instance,checkout,version,moto');
    expect(
      await project.node('-e', `require('./nx').targetsOf('.', 'dev').then((all) => console.log(all.join()))`),
    ).toMatch(/synth,check,validate,plan,review,deploy,/);
  });

  it('load whatever else they export', async () => {
    const names = ['local-tools/cli', 'local-tools/emulator', 'nx-cdktf/plugin', 'nx-cdktf/cli'];
    const load = names.map((name) => `Object.keys(require('@gatehouse/${name}'))`);

    expect(JSON.parse(await project.node('-p', `JSON.stringify([${load.join()}])`))).toEqual([
      ['addCommands'],
      expect.arrayContaining(['findEmulator']),
      ['createNodes', 'name'],
      ['addCommands'],
    ]);
  });

  it('lead an error to its source', async () => {
    const error = `const { App, TerraformStack } = require('cdktf'); try { new (require('@gatehouse/cognito').UserPool)(new TerraformStack(new App(), 'x'), 'a', { name: '' }) } catch (e) { console.log(e.stack) }`;

    expect(await project.node('--enable-source-maps', '-e', error)).toMatch(/construct-kit\/src\/check\.ts:\d+/);
  });

  it('review a plan with npx, and nothing else installed', async () => {
    const { exitCode, stdout } = await project.npx('plan-review', join(project.folder, 'plan.json'));

    expect([exitCode, stdout]).toEqual([2, expect.stringContaining('guest-role-widened')]);
  });
});

interface Stack {
  readonly resource: Readonly<Record<string, object>>;
}

/** What is synthesized in a folder of the project, by app and stack. */
function stacksIn(folder: string): [string, Stack][] {
  return ['constructs', 'environment'].flatMap((app) => {
    const stacks = join(project.folder, folder, app, 'stacks');
    return readdirSync(stacks)
      .sort()
      .map((stack): [string, Stack] => [
        `${app}/${stack}`,
        JSON.parse(readFileSync(join(stacks, stack, 'cdk.tf.json'), 'utf8')) as Stack,
      ]);
  });
}
