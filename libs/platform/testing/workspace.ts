import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { synthApp, type SynthesizedStack } from '@gatehouse/testing';
import { type App } from 'cdktf';
import { workspaceContext } from '@gatehouse/construct-kit';

/**
 * A workspace with the archive of a service, whose bytes are all that stacks look at. Removed after the tests of the file.
 */
export function workspaceForTests(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-workspace-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const archive = join(folder, 'apps/api/dist/api.zip');
  mkdirSync(dirname(archive), { recursive: true });
  writeFileSync(archive, 'the same bytes each time');
  return folder;
}

/** As `synthApp`, in a workspace. */
export function synthIn(workspace: string, build: (app: App) => void): Record<string, SynthesizedStack> {
  return synthApp((app) => {
    for (const [key, value] of Object.entries(workspaceContext(workspace))) app.node.setContext(key, value);
    build(app);
  });
}
