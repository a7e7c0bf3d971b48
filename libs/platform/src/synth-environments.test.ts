import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ApiGatewayRestApi } from '@cdktf/provider-aws/lib/api-gateway-rest-api';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { EnvironmentError, loadEnvironment } from '@gatehouse/environment';
import { postureRule } from '@gatehouse/surface/rule';
import { TerraformStack } from 'cdktf';
import { JobsStack, settings } from '../fixtures/jobs-stack';
import { environment, type EnvironmentApp } from './environment-app';
import { EnvironmentStack } from './environment-stack';
import { loadApp } from './run-apps';
import { synthEnvironments } from './synth-environments';

const fixtures = resolve(__dirname, '../fixtures');
const directory = join(fixtures, 'environments');
const [one, two] = ['one', 'two'].map((name) => loadApp(join(fixtures, 'apps'), name));
if (one === undefined || two === undefined) throw new Error('two apps');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'gatehouse-synth-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const synth = (...apps: readonly EnvironmentApp[]) => synthEnvironments(apps, { outdir: folder, directory });

/** Every file below a folder, by its path in there. */
function filesIn(path: string): Record<string, string> {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((file) => [file.slice(path.length + 1), readFileSync(file, 'utf8')]),
  );
}

const stack = (name: string) => JSON.parse(filesIn(folder)[`stacks/${name}/cdk.tf.json`] ?? '{}');

describe('what is written', () => {
  it('is what each app composes, with the settings of its environment', () => {
    synth(one, two);

    expect(Object.keys(filesIn(folder)).sort()).toEqual([
      'manifest.json',
      'stacks/one-jobs/cdk.tf.json',
      'stacks/two-jobs/cdk.tf.json',
    ]);
    expect(stack('one-jobs').resource.aws_sqs_queue.jobs.message_retention_seconds).toBe(86_400);
    expect(stack('two-jobs').resource.aws_sqs_queue.jobs.message_retention_seconds).toBe(14 * 86_400);
  });

  it('has the contract of each API beside the stacks, and none of one that is gone', () => {
    const build = (api: boolean) =>
      environment('one', { settings }, (app, env) => {
        const apis = new EnvironmentStack(app, 'apis', env);
        new SqsQueue(apis, 'queue', {});
        if (api) new ApiGatewayRestApi(apis, 'api', { name: 'orders' }).overrideLogicalId('orders');
      });

    synth(build(true));
    expect(JSON.parse(filesIn(folder)['openapi/one-apis/orders.json'] ?? '')).toMatchObject({
      openapi: '3.0.3',
      info: { title: 'orders' },
      paths: {},
    });
    synth(build(false));
    expect(Object.keys(filesIn(folder)).filter((file) => file.startsWith('openapi'))).toEqual([]);
  });

  it('can read the settings of the schema, and no others', () => {
    const typed = environment('one', { settings }, (app, env) => {
      new JobsStack(app, env);
      expect(env.settings.jobs.days.toFixed()).toBe('1');
      // @ts-expect-error the schema has no such setting
      expect(env.settings.orders).toBeUndefined();
    });

    synth(typed);
    expect.assertions(2);
  });

  it('has what one app alone adds, and no other environment has it', () => {
    const more = environment('two', { settings }, (app, env) => {
      two.compose(app, env);
      new SqsQueue(new EnvironmentStack(app, 'extra', env), 'extra', { name: 'extra' });
    });

    synth(one, more);

    expect(stack('two-extra').resource.aws_sqs_queue.extra.name).toBe('extra');
    expect(stack('one-extra')).toEqual({});
  });

  it('is the same alone, among others, again, and wherever the workspace is', () => {
    const elsewhere = join(folder, 'elsewhere');
    cpSync(directory, join(elsewhere, 'environments'), { recursive: true });
    const written = (outdir: string, from: string, ...apps: readonly EnvironmentApp[]) => {
      synthEnvironments(apps, { outdir: join(folder, outdir), directory: from });
      return filesIn(join(folder, outdir))['stacks/one-jobs/cdk.tf.json'];
    };
    const alone = written('alone', directory, one);

    expect(written('again', directory, one)).toBe(alone);
    expect(written('together', directory, two, one)).toBe(alone);
    expect(written('elsewhere-out', join(elsewhere, 'environments'), one)).toBe(alone);
    for (const path of [folder, fixtures, process.cwd()]) expect(alone).not.toContain(path);
  });

  it('is evaluated by the rules of its own app', () => {
    const rule = postureRule({
      id: 'never',
      severity: 'critical',
      title: 'Nothing is allowed',
      why: 'It is a test.',
      remediation: 'Remove it.',
      page: 'https://example.com',
      find: () => {
        throw new Error('a rule that fails refuses');
      },
    });
    const strict = { ...two, rules: { rules: [rule], suppressions: [] } };

    expect(() => synth(strict, one)).toThrow('Environment "two" is refused: 1 finding.');
    expect(Object.keys(filesIn(folder))).toContain('stacks/one-jobs/cdk.tf.json');
  });
});

describe('what is refused', () => {
  it('is an environment without a file', () => {
    expect(() => synth({ ...one, name: 'nowhere' })).toThrow(EnvironmentError);
  });

  it('is a setting that the schema refuses, with its file and line', () => {
    const strict = environment('two', { settings: settings.omit({ jobs: true }) }, () => undefined);

    expect(() => synth(strict)).toThrow(
      /environments\/two\.json:\d+:\d+ +settings\.jobs\n +expected +an object without keys\n/,
    );
  });

  it('is a composition without stacks, even beside one that has some', () => {
    const empty = environment('two', {}, () => undefined);

    expect(() => synth(one, empty)).toThrow(
      'apps/two/main.ts: expected at least one stack, found none. Add one, such as new IdentityStack(app, env).',
    );
  });

  it('is a stack that is part of no environment', () => {
    const plain = environment('one', {}, (app) => void new TerraformStack(app, 'plain'));

    expect(() => synth(plain)).toThrow(
      'apps/one/main.ts: expected stacks of an environment, found plain, a TerraformStack without its state, account ' +
        'and tags. Extend EnvironmentStack of @gatehouse/platform.',
    );
  });

  it('is a stack of another environment', () => {
    const foreign = environment('one', {}, (app) => {
      new JobsStack(app, loadEnvironment('two', { directory, settings }));
    });

    expect(() => synth(foreign)).toThrow(
      'apps/one/main.ts: expected stacks of one, found two-jobs, a stack of two. ' +
        'Make it with the environment that main.ts is given.',
    );
  });
});
