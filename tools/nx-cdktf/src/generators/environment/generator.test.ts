import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { copyEnvironments } from '@gatehouse/testing/environments';
import { loadEnvironment } from '@gatehouse/environment';
import { flushChanges, FsTree } from 'nx/src/generators/tree';
import environmentGenerator from './generator';

describe('the environment generator', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'gatehouse-generator-'));
    copyEnvironments(root);
    for (const app of ['staging', 'prod']) {
      write(
        `apps/${app}/main.ts`,
        `export default environment('${app}', { rules }, (app, env) => compose(app, env));\n`,
      );
      write(`apps/${app}/package.json`, `{ "name": "@gatehouse/${app}", "nx": { "name": "${app}" } }\n`);
    }
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function write(file: string, content: string): void {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  }

  function generate(name: string, from = 'staging'): FsTree {
    const tree = new FsTree(root, false);
    environmentGenerator(tree, { name, from });
    return tree;
  }

  const written = (tree: FsTree): Record<string, string | undefined> =>
    Object.fromEntries(tree.listChanges().map(({ path, content }) => [path, content?.toString()]));

  it('writes a file that says only what two environments cannot share, and an app', () => {
    expect(written(generate('qa'))).toMatchInlineSnapshot(`
      {
        "apps/qa/main.ts": "export default environment('qa', { rules }, (app, env) => compose(app, env));
      ",
        "apps/qa/package.json": "{ "name": "@gatehouse/qa", "nx": { "name": "qa" } }
      ",
        "environments/qa.json": "{
        "$schema": "./schema.json",
        "extends": "./staging.json",
        "identity": {
          "domainPrefix": "gatehouse-qa"
        },
        "api": {
          "stage": "qa"
        }
      }
      ",
      }
    `);
  });

  it('leaves what is deployed of the source to the source', () => {
    write('apps/staging/user-pools.json', '{ "stacks": {} }');
    write('apps/staging/canaries.json', '{ "stacks": {} }');
    const made = Object.keys(written(generate('qa')));

    expect(made).not.toContain('apps/qa/user-pools.json');
    expect(made).not.toContain('apps/qa/canaries.json');
  });

  it('makes an environment that is like its source and loads at once', () => {
    flushChanges(root, generate('qa').listChanges());
    const directory = join(root, 'environments');
    const source = loadEnvironment('staging', { directory });

    expect(loadEnvironment('qa', { directory })).toEqual({
      ...source,
      name: 'qa',
      identity: { ...source.identity, domainPrefix: 'gatehouse-qa' },
      api: { ...source.api, stage: 'qa' },
    });
  });

  it('leaves out the domain of its source, which a region has once', () => {
    const certificateArn = 'arn:aws:acm:eu-west-1:111111111111:certificate/a';
    const api = { domain: { name: 'api.example.com', certificateArn } };
    write(
      'environments/with.json',
      JSON.stringify({ extends: './staging.json', identity: { domainPrefix: 'with' }, api }),
    );
    write('apps/with/main.ts', "environment('with');\n");
    write('apps/with/package.json', '{ "name": "@gatehouse/with", "nx": { "name": "with" } }');
    const { region } = loadEnvironment('staging', { directory: join(root, 'environments') });

    expect(region).toBe('eu-west-1');
    expect(JSON.parse(written(generate('qa', 'with'))['environments/qa.json'] ?? '')).toMatchObject({
      api: { stage: 'qa', domain: null },
    });
  });

  it('copies what a team has added to the app', () => {
    write('apps/staging/main.ts', "import { audit } from './src/audit';\naudit('staging', 'staging-like');\n");
    write('apps/staging/src/audit.ts', 'export const audit = 1;\n');

    expect(written(generate('qa'))).toMatchObject({
      'apps/qa/main.ts': "import { audit } from './src/audit';\naudit('qa', 'staging-like');\n",
      'apps/qa/src/audit.ts': 'export const audit = 1;\n',
    });
  });

  it.each(['QA', 'qa_1', '1qa', 'qa-', '../qa', '', 'a'.repeat(21)])('fails when the name is "%s"', (name) => {
    expect(() => generate(name)).toThrow(
      `"${name}" cannot be the name of an environment.\nUse 1 to 20 lowercase letters, digits and hyphens`,
    );
  });

  it.each([
    ['prod', 'environments/prod.json'],
    ['base', 'environments/base.json'],
    ['schema', 'environments/schema.json'],
    ['bootstrap', 'environments/bootstrap.json'],
    ['api', 'apps/api'],
  ])('fails when the name is taken: %s', (name, path) => {
    write('apps/api/package.json', '{}');

    expect(() => generate(name)).toThrow(`"${name}" is taken: ${path} exists.\nChoose another name.`);
  });

  it.each(['stagign', 'base', '../staging', 'dev'])('fails when there is no source "%s"', (from) => {
    expect(() => generate('qa', from)).toThrow(
      `There is no environment "${from}" to start from.\nUse --from with one of prod, staging.`,
    );
  });

  it('fails when the source is wrong, with what is wrong about it', () => {
    write('environments/staging.json', '{ "extends": "./base.json", "tier": "stagign" }');

    expect(() => generate('qa')).toThrow('environments/staging.json:1:37');
  });

  it('fails when its names in AWS would begin as those of another one in the account', () => {
    expect(() => generate('staging-eu')).toThrow(
      'names of the one begin with gatehouse-staging- and of the other with',
    );
  });

  it('fails when AWS would not accept the sign-in domain, before anything is written', () => {
    expect(() => generate('aws')).toThrow(/environments\/aws\.json:5:\d+ +identity\.domainPrefix/);
    expect(existsSync(join(root, 'apps/aws'))).toBe(false);
  });

  it('fails when the app would synthesize the source once more', () => {
    write('apps/staging/main.ts', 'const name = process.argv[2];\n');

    expect(() => generate('qa')).toThrow("apps/staging/main.ts does not name 'staging' in quotes.");
  });
});
