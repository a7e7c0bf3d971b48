import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WorkspaceCopy } from '../../testing/workspace';
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
});
