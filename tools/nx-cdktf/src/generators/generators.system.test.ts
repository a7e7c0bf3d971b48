import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { flushChanges, FsTree } from 'nx/src/generators/tree';
import { WorkspaceCopy } from '../../testing/workspace';
import triggerGenerator from './trigger/generator';
import { triggers } from './trigger/triggers';
import { updateLockFile } from './update-lock-file';

describe('the generators in a copy of this workspace', () => {
  let workspace: WorkspaceCopy;
  beforeAll(() => {
    workspace = new WorkspaceCopy();
    // Whatever else the lock file lacks today is not what the generators do to it.
    updateLockFile(workspace.root);
    workspace.commit();
  });
  afterAll(() => workspace.remove());

  it('add an environment that synthesizes at once, and remove it without a trace', () => {
    workspace.nx('g', '@gatehouse/nx-cdktf:environment', 'qa', '--from', 'local');
    workspace.nx('synth', 'qa');

    const manifest = readFileSync(join(workspace.root, 'apps/qa/cdktf.out/manifest.json'), 'utf8');
    expect(Object.keys((JSON.parse(manifest) as { stacks: object }).stacks).sort()).toEqual(['qa-api', 'qa-identity']);
    // What a CI matrix is computed from.
    const planned = workspace.nx('show', 'projects', '--with-target=plan', '--json');
    expect(JSON.parse(planned)).toContain('qa');

    // Nothing listens there.
    process.env.GATEHOUSE_AWS_ENDPOINT = 'http://127.0.0.1:9';
    const remove = ['g', '@gatehouse/nx-cdktf:remove-environment', 'qa'];
    expect(() => workspace.nx(...remove)).toThrow('The state of "qa" cannot be read');
    expect(existsSync(join(workspace.root, 'apps/qa/main.ts'))).toBe(true);

    workspace.nx(...remove, '--forget-state');
    expect(existsSync(join(workspace.root, 'apps/qa'))).toBe(false);
    expect(workspace.git('status', '--short')).toBe('');
  });

  it('add every trigger, in every version, with tests that pass and an archive', () => {
    const printed = workspace.nx('g', '@gatehouse/nx-cdktf:trigger', 'custom-email-sender', '--service', 'mailer');
    expect(printed).toContain("this.users.addTrigger('customEmailSender', mailer, { key: codes });");
    const services = ['mailer', ...addTheOthers(workspace.root)];
    const folders = services.map((service) => `apps/${service}`);

    const files = { extends: './tsconfig.base.json', include: folders.map((folder) => `${folder}/**/*.ts`) };
    writeFileSync(workspace.path('tsconfig.triggers.json'), JSON.stringify(files));
    workspace.node('node_modules/typescript/bin/tsc', '-p', 'tsconfig.triggers.json');
    const tests = services.map((service) => `apps/${service}/src/`);
    const results = ['--json', `--outputFile=${workspace.path('results.json')}`];
    workspace.node('node_modules/jest/bin/jest.js', ...tests, '--selectProjects=unit', ...results);
    expect(JSON.parse(readFileSync(workspace.path('results.json'), 'utf8'))).toMatchObject({
      success: true,
      numPassedTestSuites: services.length,
    });
    workspace.node('node_modules/eslint/bin/eslint.js', ...folders);
    workspace.nx('run-many', '-t', 'build', '-p', 'mailer,v2');
    expect(existsSync(workspace.path('apps/mailer/dist/mailer.zip'))).toBe(true);
    expect(existsSync(workspace.path('apps/v2/dist/v2.zip'))).toBe(true);
  });
});

/** Every other trigger and every version of its event, without a start of Nx for each. @returns the services */
function addTheOthers(root: string): string[] {
  const all = Object.entries(triggers).flatMap(([trigger, { versions }]) =>
    versions === undefined
      ? [{ trigger, service: trigger }]
      : versions.map((event) => ({ trigger, service: event.slice(0, 2).toLowerCase(), event })),
  );
  const others = all.filter(({ trigger }) => trigger !== 'custom-email-sender');
  for (const options of others) {
    const tree = new FsTree(root, false);
    triggerGenerator(tree, options);
    flushChanges(root, tree.listChanges());
  }
  return others.map(({ service }) => service);
}
