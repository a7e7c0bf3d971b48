import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyEnvironments } from '@gatehouse/testing/environments';
import { FsTree } from 'nx/src/generators/tree';
import removeEnvironmentGenerator, { type StateReader } from './generator';

const destroyed: StateReader = () => Promise.resolve([{ stack: 'qa-identity', resources: 0 }]);
const unreadable: StateReader = () => Promise.reject(new Error('no credentials'));

describe('the remove-environment generator', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'gatehouse-generator-'));
    copyEnvironments(root);
    writeFileSync(join(root, 'environments/qa.json'), '{ "extends": "./dev.json" }');
    mkdirSync(join(root, 'apps/qa/cdktf.out'), { recursive: true });
    writeFileSync(join(root, 'apps/qa/main.ts'), '');
    writeFileSync(join(root, 'apps/qa/cdktf.out/manifest.json'), '');
    mkdirSync(join(root, 'apps/dev'));
    writeFileSync(join(root, 'apps/dev/main.ts'), '');
    writeFileSync(join(root, '.gitignore'), 'cdktf.out/\n');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  async function changes(readState: StateReader, options: { name?: string; forgetState?: boolean } = {}) {
    const tree = new FsTree(root, false);
    await removeEnvironmentGenerator(tree, { name: 'qa', ...options }, readState);
    return tree.listChanges().map(({ type, path }) => `${type} ${path}`);
  }

  it('removes the file and the app of an environment that is destroyed', async () => {
    expect(await changes(destroyed)).toEqual(['DELETE environments/qa.json', 'DELETE apps/qa']);
  });

  it('leaves no generated file behind, and a lock file that agrees', async () => {
    const lock = { name: 'x', lockfileVersion: 3, packages: { '': {}, 'apps/qa': { name: 'qa' } } };
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify(lock));
    writeFileSync(join(root, 'package.json'), JSON.stringify({ name: 'x', workspaces: ['apps/*'] }));
    const print = jest.spyOn(console, 'log').mockImplementation();
    const finish = await removeEnvironmentGenerator(new FsTree(root, false), { name: 'qa' }, destroyed);

    finish();

    expect(existsSync(join(root, 'apps/qa'))).toBe(false);
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toContain('qa');
    expect(print).toHaveBeenCalledWith(expect.stringContaining('"qa" is removed. Its state held no resources'));
    print.mockRestore();
  });

  it('fails while the state holds resources, and says how to destroy them', async () => {
    const deployed: StateReader = () =>
      Promise.resolve([
        { stack: 'qa-identity', resources: 5 },
        { stack: 'qa-api', resources: 1 },
        { stack: 'qa-empty', resources: 0 },
      ]);

    await expect(changes(deployed)).rejects.toThrow(
      '"qa" is still deployed: 5 resources in qa-identity, 1 resource in qa-api.\n' +
        'Destroy it first, then remove it:\n  npx nx destroy qa\n',
    );
    await expect(changes(deployed, { forgetState: true })).rejects.toThrow('"qa" is still deployed');
  });

  it('fails when the state cannot be read, with why and what to do', async () => {
    const message = await changes(unreadable).catch((error: Error) => error.message);

    expect(message).toContain('The state of "qa" cannot be read');
    expect(message).toContain('remove-environment qa --forget-state');
    expect(message).toContain('no credentials');
  });

  it('removes an environment whose state is gone with --forget-state', async () => {
    expect(await changes(unreadable, { forgetState: true })).toHaveLength(2);
  });

  it.each(['stagign', 'base', 'schema', '../dev'])('fails when there is no environment "%s"', async (name) => {
    await expect(changes(destroyed, { name })).rejects.toThrow(
      `There is no environment "${name}" to remove.\nThere are dev, local, prod, qa, staging.`,
    );
  });

  it('fails when other environments extend it, before the state is read', async () => {
    await expect(changes(unreadable, { name: 'dev' })).rejects.toThrow(
      'environments/dev.json is extended by environments/qa.json.\nLet it extend another file first',
    );
  });
});
