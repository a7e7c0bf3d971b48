import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import manifest from '../package.json';

const workflow = readFileSync(join(resolve(__dirname, '../../..'), '.github/workflows/engine.yml'), 'utf8');

describe('.github/workflows/engine.yml', () => {
  it('runs every job that Nx can run', () => {
    const [, checks] = /^ +check: \[(.*)\]$/m.exec(workflow) ?? [];

    expect(checks?.split(', ')).toEqual(Object.keys(manifest.nx.targets));
  });

  it('pins every action by its commit, with the version that it is', () => {
    const actions = workflow.split('\n').filter((line) => line.includes('uses:'));

    expect(actions).toHaveLength(2);
    for (const action of actions)
      expect(action).toMatch(/ uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('may read and nothing else, and leaves no token behind', () => {
    expect(workflow).toMatch(/^permissions:\n {2}contents: read\n\n/m);
    expect(workflow).not.toContain('write');
    expect(workflow).toContain('persist-credentials: false');
  });
});
