import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RemovedLostStates } from './removed-lost-states';

describe('a lost state of a removed environment', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-removed-'));
  const [workspace, worktree] = [join(folder, 'workspace'), join(folder, 'worktree')];
  const inApp = join(worktree, 'apps/qa/.lost-state/qa-api/errored.tfstate');
  const states = new RemovedLostStates(workspace, worktree, 'qa');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('outlives the worktree, and is there again in the next one', () => {
    mkdirSync(join(inApp, '..'), { recursive: true });
    writeFileSync(inApp, '{"serial":7}');

    expect(states.bringOut()).toBe(true);
    expect(existsSync(inApp)).toBe(false);
    expect(existsSync(join(workspace, 'apps/qa'))).toBe(false);
    expect(states.bringIn()).toBe(true);
    expect(readFileSync(inApp, 'utf8')).toBe('{"serial":7}');
    expect(existsSync(states.folder)).toBe(false);
  });

  it('is none where every state was written', () => {
    rmSync(worktree, { recursive: true });

    expect(states.bringOut()).toBe(false);
    expect(states.bringIn()).toBe(false);
  });
});
