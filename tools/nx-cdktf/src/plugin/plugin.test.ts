import { dev, infer, service } from '../../testing/infer';

// Nx publishes no list of its commands; a name that stops existing here fails the test below, not a user.
const { commandsObject } = jest.requireActual('nx/src/command-line/nx-commands') as {
  commandsObject: { getInternalMethods(): { getCommandInstance(): { getCommands(): string[] } } };
};

describe('createNodes', () => {
  it('infers the archive of a service', async () => {
    const projects = await infer(service);

    expect(projects).toMatchInlineSnapshot(`
      {
        "apps/api": {
          "targets": {
            "build": {
              "cache": true,
              "command": "gatehouse build apps/api",
              "inputs": [
                "sources",
                "{workspaceRoot}/tools/services/src/**/*",
                "{workspaceRoot}/tools/nx-cdktf/src/plugin/*.ts",
              ],
              "outputs": [
                "{projectRoot}/dist",
              ],
            },
          },
        },
      }
    `);
  });

  it('infers the bootstrap of accounts, which follows from every environment', async () => {
    const projects = await infer({
      ...dev,
      ...service,
      'apps/bootstrap/main.ts': '',
      'environments/bootstrap.json': '{}',
      'environments/schema.json': '{}',
      'environments/bootstrap.schema.json': '{}',
    });
    const { targets = {}, implicitDependencies } = projects['apps/bootstrap'] ?? {};

    expect(Object.keys(targets)).toEqual(['lint', 'typecheck', 'synth', 'validate', 'rights', 'bootstrap', 'unlock']);
    expect(targets['bootstrap']).toEqual({
      command: 'gatehouse bootstrap',
      cache: false,
      parallelism: false,
      dependsOn: [{ projects: ['dev'], target: 'synth' }],
    });
    expect(targets['rights']?.dependsOn).toEqual([{ projects: ['dev'], target: 'synth' }]);
    expect(targets['synth']?.inputs).toContain('{workspaceRoot}/apps/bootstrap/rights.json');
    expect(targets['synth']?.inputs).toEqual(
      expect.arrayContaining(['base', 'bootstrap', 'dev'].map((name) => `{workspaceRoot}/environments/${name}.json`)),
    );
    expect(targets['synth']?.inputs).not.toContain('{workspaceRoot}/environments/schema.json');
    expect(implicitDependencies).toBeUndefined();
  });

  it('infers what an emulated environment needs of the emulator, and that npm start serves `local`', async () => {
    const files = { 'environments/base.json': '{ "tier": "local" }', 'environments/qa.json': '{ "tier": "staging" }' };
    const apps = ['local', 'demo', 'qa'].map((name) => [`apps/${name}/main.ts`, '']);
    const extended = ['local', 'demo'].map((name) => [`environments/${name}.json`, '{ "extends": "./base.json" }']);
    const projects = await infer({ ...files, ...Object.fromEntries([...apps, ...extended]) });
    const own = { runtime: 'node tools/nx-cdktf/src/synth/noted-endpoint.cjs' };
    const emulated = ['local', 'demo', 'qa'].filter((name) =>
      projects[`apps/${name}`]?.targets?.['synth']?.inputs?.some(
        (input) => JSON.stringify(input) === JSON.stringify(own),
      ),
    );

    expect(emulated).toEqual(['local', 'demo']);
    expect(projects['apps/local']?.targets?.['serve']).toEqual({
      command: 'gatehouse start',
      continuous: true,
      cache: false,
    });
    for (const name of ['demo', 'qa']) expect(projects[`apps/${name}`]?.targets).not.toHaveProperty('serve');
  });

  it('infers the targets of a package', async () => {
    const projects = await infer({
      'libs/gateway/package.json': '{}',
      'libs/gateway/src/index.ts': '',
      'libs/gateway/src/index.test.ts': '',
    });

    expect(projects).toMatchInlineSnapshot(`
      {
        "libs/gateway": {
          "targets": {
            "lint": {
              "cache": true,
              "command": "eslint libs/gateway",
              "inputs": [
                "package",
                "^manifest",
                "{workspaceRoot}/eslint.config.mjs",
                "{workspaceRoot}/tools/nx-cdktf/src/plugin/*.ts",
              ],
            },
            "test": {
              "cache": true,
              "command": "jest libs/gateway/ --selectProjects unit",
              "inputs": [
                "package",
                "^sources",
                "^testing",
                "{workspaceRoot}/jest.config.js",
                {
                  "runtime": "node -p "fs.readdirSync('environments').map((file) => fs.readFileSync('environments/' + file, 'utf8')).join('')"",
                },
                "{workspaceRoot}/tools/nx-cdktf/src/plugin/*.ts",
              ],
            },
            "typecheck": {
              "cache": true,
              "command": "tsc -p libs/gateway --incremental --tsBuildInfoFile node_modules/.cache/typecheck/libs-gateway.tsbuildinfo",
              "inputs": [
                "package",
                "^sources",
                "^testing",
                "{workspaceRoot}/tsconfig.base.json",
                "{workspaceRoot}/tools/nx-cdktf/src/plugin/*.ts",
              ],
              "outputs": [
                "{workspaceRoot}/node_modules/.cache/typecheck/libs-gateway.tsbuildinfo",
              ],
            },
          },
        },
      }
    `);
  });

  it('runs the test of a README again when that changes, though Nx does not see it', async () => {
    const test = async (file: string) =>
      (await infer({ 'libs/gateway/package.json': '{}', [file]: '' }))['libs/gateway']?.targets?.['test']?.inputs;

    expect(await test('libs/gateway/src/readme.test.ts')).toContainEqual({
      runtime: expect.stringContaining("['libs/gateway/src/README.md','libs/gateway/src/../README.md']") as string,
    });
    expect(JSON.stringify(await test('libs/gateway/src/index.test.ts'))).not.toContain('README');
  });

  it('infers a project of what is beside the apps', async () => {
    const projects = await infer({ ...dev, 'apps/main.ts': '', 'apps/apps.test.ts': '' });
    const { name, targets, tags } = projects['apps'] ?? {};

    expect([name, tags]).toEqual(['apps', ['type:app']]);
    expect(Object.values(targets ?? {}).map(({ command }) => command)).toEqual([
      'eslint "apps/*.ts"',
      'tsc -p apps --incremental --tsBuildInfoFile node_modules/.cache/typecheck/apps.tsbuildinfo',
      'jest "apps/[^/]+.test" --selectProjects unit',
    ]);
    expect(targets?.['test']?.inputs).toContain('{workspaceRoot}/apps/*/main.ts');
  });

  it.each([
    ['no tests', { 'libs/x/index.ts': '' }, ['lint', 'typecheck']],
    ['only system tests', { 'libs/x/index.system.test.ts': '' }, ['lint', 'typecheck']],
    ['no TypeScript', {}, []],
  ])('infers for a package with %s what it can do', async (_what, files, targets) => {
    const projects = await infer({ 'libs/x/package.json': '{}', ...files });

    expect(Object.keys(projects['libs/x']?.targets ?? {})).toEqual(targets);
  });

  it('infers no environment for an app without an environment file, nor for a file without an app', async () => {
    const projects = await infer({ 'apps/web/main.ts': '', 'environments/qa.json': '{}' });

    expect(Object.keys(projects)).toEqual(['apps/web']);
    expect(Object.keys(projects['apps/web']?.targets ?? {})).toEqual(['lint', 'typecheck']);
  });

  it('leaves files deeper down to their package', async () => {
    const projects = await infer({ 'libs/x/package.json': '{}', 'libs/x/fixtures/app/package.json': '{}' });

    expect(Object.keys(projects)).toEqual(['libs/x']);
  });

  describe('inputs of synth', () => {
    const environmentInputs = async (files: Record<string, string>): Promise<unknown[]> => {
      const projects = await infer({ ...dev, ...files });
      const inputs = projects['apps/dev']?.targets?.['synth']?.inputs ?? [];
      return inputs.filter((input) => typeof input === 'string' && input.includes('/environments/'));
    };

    it('are the files that the environment extends, and no others', async () => {
      const inputs = await environmentInputs({
        'environments/dev.json': '{ "extends": "./team.json" }',
        'environments/team.json': '{ "extends": "./base.json" }',
        'environments/prod.json': '{ "extends": "./base.json" }',
      });

      expect(inputs).toEqual([
        '{workspaceRoot}/environments/dev.json',
        '{workspaceRoot}/environments/team.json',
        '{workspaceRoot}/environments/base.json',
      ]);
    });

    it.each([
      ['a file that is not there yet', '{ "extends": "./gone.json" }', ['dev', 'gone']],
      ['a cycle', '{ "extends": "./dev.json" }', ['dev']],
      ['JSON that cannot be read', '{ "extends": ', ['dev']],
      ['a wrong type', '{ "extends": 7 }', ['dev']],
      ['no object', 'null', ['dev']],
    ])('end at %s, which synth reports', async (_what, content, names) => {
      expect(await environmentInputs({ 'environments/dev.json': content })).toEqual(
        names.map((name) => `{workspaceRoot}/environments/${name}.json`),
      );
    });
  });

  it('caches only what no state and no account can change', async () => {
    const projects = await infer({ ...dev, ...service, 'apps/dev/main.test.ts': '' });
    const targets = Object.values(projects).flatMap((project) => Object.entries(project.targets ?? {}));

    const cached = targets.filter(([, target]) => target.cache).map(([target]) => target);

    expect([...new Set(cached)].sort()).toEqual(['build', 'check', 'lint', 'synth', 'test', 'typecheck', 'validate']);
  });

  it('has no target that Nx would take for a command of its own, so `npx nx <target> <environment>` works', async () => {
    const projects = await infer({ ...dev, ...service, 'apps/bootstrap/main.ts': '' });
    const targets = Object.values(projects).flatMap((project) => Object.keys(project.targets ?? {}));
    const commands = commandsObject.getInternalMethods().getCommandInstance().getCommands();

    expect(commands).toContain('import');
    expect(targets.filter((target) => commands.includes(target))).toEqual([]);
  });

  it('lets every cached target notice a change of the plugin itself', async () => {
    const projects = await infer({ ...dev, ...service, 'apps/dev/main.test.ts': '' });
    const targets = Object.values(projects).flatMap((project) => Object.values(project.targets ?? {}));

    for (const { inputs } of targets.filter((target) => target.cache)) {
      expect(inputs).toContain('{workspaceRoot}/tools/nx-cdktf/src/plugin/*.ts');
    }
  });
});
